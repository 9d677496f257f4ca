using Ledgerbridge.Sage;
using Ledgerbridge.Server.Connections;
using Ledgerbridge.Server.Hosting;
using Ledgerbridge.Server.Mirror;

namespace Ledgerbridge.Server.Invoicing.Internal;

/// <summary>Lists of credit notes and payments, and all lists of documents as files.</summary>
internal static class DocumentLists
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/sage/sales_credit_notes", CreditNotesAsync)
            .WithTags("Credit notes")
            .WithName("listCreditNotes")
            .WithSummary("Credit notes of the current business, from the copies")
            .For(Role.Viewer);
        api.MapGet("/sage/sales_credit_notes/{id}", CreditNoteAsync)
            .WithTags("Credit notes")
            .WithName("getCreditNote")
            .WithSummary("One credit note with its lines and what it was used for; the copy while Sage does not answer")
            .For(Role.Viewer);
        api.MapGet("/sage/contact_payments", PaymentsAsync)
            .WithTags("Payments")
            .WithName("listPayments")
            .WithSummary("Payments from and to contacts of the current business, from the copies")
            .For(Role.Viewer);
        api.MapGet("/sage/contact_payments/{id}", PaymentAsync)
            .WithTags("Payments")
            .WithName("getPayment")
            .WithSummary("One payment with the documents it paid")
            .For(Role.Viewer);
        Export(api.MapGet("/sage/sales_invoices.csv", InvoicesFileAsync), "Invoices", "exportInvoices", "Invoices");
        Export(api.MapGet("/sage/sales_credit_notes.csv", CreditNotesFileAsync), "Credit notes", "exportCreditNotes", "Credit notes");
        Export(api.MapGet("/sage/contact_payments.csv", PaymentsFileAsync), "Payments", "exportPayments", "Payments");
    }

    private static void Export(RouteHandlerBuilder route, string tag, string name, string what) =>
        route
            .WithTags(tag)
            .WithName(name)
            .WithSummary($"{what} as CSV, with the same filters")
            .Produces<Stream>(StatusCodes.Status200OK, "text/csv")
            .For(Role.Viewer);

    private static async Task<Answer<CreditNotesResponse>> CreditNotesAsync(
        [AsParameters] CreditNoteFilter filter,
        Businesses businesses,
        MirrorLists lists,
        TimeProvider time,
        Caller caller,
        CancellationToken ct
    )
    {
        if (!filter.ToQuery(time.GetUtcNow()).Succeeded(out var query, out var problem))
            return problem;
        if (await businesses.FindCurrentKeyAsync(caller.Workspace, ct) is not { } key)
            return Businesses.NoneChosen;
        if (await lists.PrepareAsync(key, query.Resource, filter.AsksLive(), ct) is { } unread)
            return unread;
        var page = await lists.ReadAsync<BooksCreditNote>(key, query, ct);
        return new CreditNotesResponse(
            [.. page.Copies.Select(CreditNoteResponse.Of)],
            page.Total,
            page.TotalIsExact,
            page.Next?.Text,
            page.FreshAt
        );
    }

    private static async Task<Answer<CreditNoteDetailResponse>> CreditNoteAsync(
        string id,
        ReadDocuments read,
        Caller caller,
        CancellationToken ct
    ) => await read.FindCreditNoteAsync(caller.Workspace, id, ct);

    private static async Task<Answer<PaymentDetailResponse>> PaymentAsync(
        string id,
        ReadDocuments read,
        Caller caller,
        CancellationToken ct
    ) => await read.FindPaymentAsync(caller.Workspace, id, ct);

    private static async Task<Answer<PaymentsResponse>> PaymentsAsync(
        [AsParameters] PaymentFilter filter,
        Businesses businesses,
        MirrorLists lists,
        Caller caller,
        CancellationToken ct
    )
    {
        if (!filter.ToQuery().Succeeded(out var query, out var problem))
            return problem;
        if (await businesses.FindCurrentKeyAsync(caller.Workspace, ct) is not { } key)
            return Businesses.NoneChosen;
        if (await lists.PrepareAsync(key, query.Resource, filter.AsksLive(), ct) is { } unread)
            return unread;
        var page = await lists.ReadAsync<BooksPayment>(key, query, ct);
        return new PaymentsResponse(
            [.. page.Copies.Select(PaymentResponse.Of)],
            page.Total,
            page.TotalIsExact,
            page.Next?.Text,
            page.FreshAt
        );
    }

    private static async Task InvoicesFileAsync(
        [AsParameters] InvoiceFilter filter,
        CopyFiles files,
        TimeProvider time,
        Caller caller,
        HttpContext http,
        CancellationToken ct
    ) =>
        await files.WriteAsync<BooksInvoice>(
            http,
            caller.Workspace,
            filter.ToQuery(time.GetUtcNow()),
            "sales-invoices.csv",
            DocumentCsv.InvoiceColumns,
            DocumentCsv.Cells,
            ct
        );

    private static async Task CreditNotesFileAsync(
        [AsParameters] CreditNoteFilter filter,
        CopyFiles files,
        TimeProvider time,
        Caller caller,
        HttpContext http,
        CancellationToken ct
    ) =>
        await files.WriteAsync<BooksCreditNote>(
            http,
            caller.Workspace,
            filter.ToQuery(time.GetUtcNow()),
            "sales-credit-notes.csv",
            DocumentCsv.CreditNoteColumns,
            DocumentCsv.Cells,
            ct
        );

    private static async Task PaymentsFileAsync(
        [AsParameters] PaymentFilter filter,
        CopyFiles files,
        Caller caller,
        HttpContext http,
        CancellationToken ct
    ) =>
        await files.WriteAsync<BooksPayment>(
            http,
            caller.Workspace,
            filter.ToQuery(),
            "payments.csv",
            DocumentCsv.PaymentColumns,
            DocumentCsv.Cells,
            ct
        );
}
