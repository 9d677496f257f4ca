using System.Net.Mime;
using Ledgerbridge.Server.Audit;
using Ledgerbridge.Server.Hosting;
using Ledgerbridge.Server.Invoicing.Internal;

namespace Ledgerbridge.Server.Invoicing;

/// <summary>Sales invoices: preview, confirm, release, void, and reading them.</summary>
internal static class InvoicingFeature
{
    /// <summary>Adds the feature.</summary>
    public static void AddInvoicing(this IServiceCollection services)
    {
        services.AddSingleton<PreviewInvoice>();
        services.AddSingleton<ConfirmInvoice>();
        services.AddSingleton<ChangeInvoice>();
        services.AddSingleton<ReadInvoices>();
        services.AddSingleton<ReadDocuments>();
        services.AddSingleton<ReadSettlements>();
    }

    /// <summary>Maps the feature's routes below <c>/api</c>.</summary>
    public static void MapInvoicing(this IEndpointRouteBuilder api)
    {
        var invoices = api.MapGroup("/sage/sales_invoices").WithTags("Invoices");
        invoices
            .MapGet("", ListAsync)
            .WithName("listInvoices")
            .WithSummary("Sales invoices of the current business, from the copies, in Sage's own envelope")
            .For(Role.Viewer);
        invoices
            .MapPost("/preview", PreviewAsync)
            .WithName("previewInvoice")
            .WithSummary("Work an invoice out and store exactly what confirming it posts; costs no call to Sage")
            .For(Role.Accountant);
        invoices
            .MapGet("/preview/{id}", FindPreviewAsync)
            .WithName("getPreviewOutcome")
            .WithSummary("What became of a preview")
            .For(Role.Viewer);
        invoices
            .MapPost("", CreateAsync)
            .WithName("createInvoice")
            .WithSummary("Confirm a preview, or make an invoice in one step; posts exactly once")
            .Produces<InvoiceOutcomeResponse>(StatusCodes.Status201Created)
            .Produces<InvoiceOutcomeResponse>(StatusCodes.Status202Accepted)
            .For(Role.Accountant);
        invoices.MapGet("/{id}", FindAsync).WithName("getInvoice").WithSummary("One invoice with its lines").For(Role.Viewer);
        invoices
            .MapGet("/{id}/pdf", PdfAsync)
            .WithName("getInvoicePdf")
            .WithSummary("The invoice as Sage prints it")
            .Produces<Stream>(StatusCodes.Status200OK, MediaTypeNames.Application.Pdf)
            .For(Role.Viewer);
        invoices.MapPost("/{id}/release", ReleaseAsync).WithName("releaseInvoice").WithSummary("Book a draft").For(Role.Accountant);
        invoices
            .MapPost("/{id}/void", VoidAsync)
            .WithName("voidInvoice")
            .WithSummary("Void an invoice, with a reason")
            .For(Role.Accountant);
        DocumentLists.Map(api);
    }

    private static async Task<Answer<InvoicesResponse>> ListAsync(
        [AsParameters] InvoiceFilter filter,
        ReadInvoices read,
        Caller caller,
        CancellationToken ct
    ) => await read.ListAsync(caller.Workspace, filter, ct);

    private static async Task<Answer<PreviewResponse>> PreviewAsync(
        Body<InvoiceRequest> body,
        PreviewInvoice preview,
        Caller caller,
        CancellationToken ct
    ) => await preview.RunAsync(caller, body.Value, ct);

    private static async Task<Answer<InvoiceOutcomeResponse>> FindPreviewAsync(
        string id,
        ConfirmInvoice confirm,
        Caller caller,
        CancellationToken ct
    ) => await confirm.FindAsync(caller.Workspace, id, ct);

    private static async Task<Answer<InvoiceOutcomeResponse>> CreateAsync(
        Body<CreateInvoiceRequest> body,
        ConfirmInvoice confirm,
        Caller caller,
        HttpRequest http,
        CancellationToken ct
    )
    {
        if (!RequestKey.Read(http, caller).Succeeded(out var key, out var problem))
            return problem;
        var result = body.Value.PreviewId is { } preview
            ? await confirm.RunAsync(caller, preview, ct)
            : await confirm.CreateAsync(caller, body.Value, key, ct);
        if (!result.Succeeded(out var outcome, out problem))
            return problem;
        return ((Answer<InvoiceOutcomeResponse>)outcome).WithStatus(
            outcome.Status == AuditStatus.Success ? StatusCodes.Status201Created : StatusCodes.Status202Accepted
        );
    }

    private static async Task<Answer<InvoiceDetailResponse>> FindAsync(string id, ReadInvoices read, Caller caller, CancellationToken ct) =>
        await read.FindAsync(caller.Workspace, id, ct);

    private static async Task<IResult> PdfAsync(string id, ReadInvoices read, Caller caller, CancellationToken ct) =>
        (await read.PdfAsync(caller.Workspace, id, ct)).Succeeded(out var pdf, out var problem)
            ? Results.File(pdf, MediaTypeNames.Application.Pdf)
            : problem.ToHttp();

    private static async Task<Answer<InvoiceOutcomeResponse>> ReleaseAsync(
        string id,
        ChangeInvoice change,
        Caller caller,
        CancellationToken ct
    ) => Told(await change.ReleaseAsync(caller, id, ct));

    private static async Task<Answer<InvoiceOutcomeResponse>> VoidAsync(
        string id,
        Body<VoidRequest> body,
        ChangeInvoice change,
        Caller caller,
        CancellationToken ct
    ) => Told(await change.VoidAsync(caller, id, body.Value.Reason, ct));

    private static Answer<InvoiceOutcomeResponse> Told(Kernel.Result<InvoiceOutcomeResponse> result) =>
        result.Succeeded(out var outcome, out var problem)
            ? ((Answer<InvoiceOutcomeResponse>)outcome).WithStatus(
                outcome.Status == AuditStatus.Success ? StatusCodes.Status200OK : StatusCodes.Status202Accepted
            )
            : problem;
}
