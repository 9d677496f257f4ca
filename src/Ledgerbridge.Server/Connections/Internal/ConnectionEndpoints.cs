using System.ComponentModel.DataAnnotations;
using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Hosting;
using Microsoft.Extensions.Options;

namespace Ledgerbridge.Server.Connections.Internal;

/// <summary>Connections and businesses over the API.</summary>
internal static class ConnectionEndpoints
{
    private static readonly Problem NoSuchConnection = new(ProblemCode.NotFound, "There is no such connection in this workspace.");

    private static readonly Problem NoSuchBusiness = new(ProblemCode.NotFound, "There is no such business in this workspace.");

    public static void Map(IEndpointRouteBuilder api)
    {
        var connections = api.MapGroup("/connections").WithTags("Connections");
        connections
            .MapGet(
                "",
                static async (Grants grants, Caller caller, CancellationToken ct) =>
                    (Answer<ConnectionsResponse>)await grants.ListAsync(caller.Workspace, ct)
            )
            .WithName("listConnections")
            .WithSummary("The connections to Sage and how they stand")
            .For(Role.Viewer);
        connections
            .MapGet("/regions", Regions)
            .WithName("listRegions")
            .WithSummary("The countries Sage can be connected in, and what works where")
            .For(Role.Viewer);
        connections
            .MapPost(
                "/{id}/refresh",
                static async (string id, Grants grants, Caller caller, CancellationToken ct) =>
                    ConnectionId.TryParse(id, out var connection)
                        ? (Answer<ConnectionResponse>)await grants.RenewAsync(caller.Workspace, connection, ct)
                        : NoSuchConnection
            )
            .WithName("refreshConnection")
            .WithSummary("Renew a connection now")
            .For(Role.Accountant);
        connections
            .MapDelete(
                "/{id}",
                static async (string id, Grants grants, Caller caller, CancellationToken ct) =>
                    ConnectionId.TryParse(id, out var connection)
                        ? (Answer<DisconnectedResponse>)await grants.DisconnectAsync(caller, connection, ct)
                        : NoSuchConnection
            )
            .WithName("disconnect")
            .WithSummary("Disconnect Sage: revoke the grant there and erase the tokens here")
            .For(Role.Owner);
        MapBusinesses(api.MapGroup("/business").WithTags("Businesses"));
    }

    private static void MapBusinesses(RouteGroupBuilder business)
    {
        business
            .MapGet("/list", ListAsync)
            .WithName("listBusinesses")
            .WithSummary("The businesses a connection gives access to; the newest connection when none is named")
            .For(Role.Viewer);
        business
            .MapPost("/select", SelectAsync)
            .WithName("selectBusiness")
            .WithSummary("Make a business the workspace's current one")
            .For(Role.Accountant);
        business
            .MapGet("/reference", ReferenceAsync)
            .WithName("getReference")
            .WithSummary(
                "A business, the current one when none is named, with its tax rates, accounts and other lists, and how old they are"
            )
            .For(Role.Viewer);
        business
            .MapPost("/reference/refresh", RefreshReferenceAsync)
            .WithName("refreshReference")
            .WithSummary("Read the current business's lists from Sage now")
            .For(Role.Accountant);
    }

    private static Answer<RegionsResponse> Regions(IOptions<ConnectionsOptions> options)
    {
        var sandbox = options.Value.IsSandbox;
        return new RegionsResponse(
            [.. SageRegions.All.Select(region => ToResponse(region, sandbox))],
            SageRegions.SouthAfrica.Code,
            sandbox
        );
    }

    private static RegionResponse ToResponse(SageRegion region, bool sandbox)
    {
        var (available, note) = region.Service switch
        {
            SageService.AccountingV31 => (true, "Served by Sage Accounting's API v3.1."),
            SageService.SouthAfricaV2 when sandbox => (
                true,
                "Works here against the sandbox, which keeps South African books by API v3.1."
            ),
            SageService.SouthAfricaV2 => (
                false,
                "Sage keeps South African books in another product with an API of its own (2.0.0), which Ledgerbridge does not speak yet."
            ),
            _ => (false, "Sage's present documentation no longer lists this country."),
        };
        return new RegionResponse(region.Code, region.Name, region.Currency.Code, available, note);
    }

    private static async Task<Answer<BusinessesResponse>> ListAsync(
        Businesses businesses,
        Caller caller,
        CancellationToken ct,
        string? connection_id = null
    ) =>
        TryParseOptional(connection_id, out var connection)
            ? await businesses.ListAsync(caller.Workspace, connection, ct)
            : NoSuchConnection;

    private static async Task<Answer<BusinessResponse>> SelectAsync(
        Body<SelectBusinessRequest> body,
        Businesses businesses,
        Caller caller,
        CancellationToken ct,
        string? connection_id = null
    ) =>
        TryParseOptional(connection_id, out var connection)
            ? await businesses.SelectAsync(caller, connection, body.Value.BusinessId, ct)
            : NoSuchConnection;

    private static async Task<Answer<ReferenceResponse>> ReferenceAsync(
        Businesses businesses,
        Caller caller,
        CancellationToken ct,
        string? business = null,
        string? connection_id = null
    )
    {
        if (business is { Length: > 0 })
            return await ReferenceOfAsync(businesses, caller, business, connection_id, ct);
        var opened = await businesses.OpenCurrentAsync(caller.Workspace, CallPriority.Interactive, ct);
        if (!opened.Succeeded(out var open, out var problem))
            return problem;
        return await businesses.FindCurrentAsync(caller.Workspace, ct) is { } current
            ? ToResponse(current, open.Reference, open.ReferenceAt)
            : Businesses.NoneChosen;
    }

    private static async Task<Answer<ReferenceResponse>> ReferenceOfAsync(
        Businesses businesses,
        Caller caller,
        string business,
        string? connectionId,
        CancellationToken ct
    )
    {
        var fields = new QueryFields();
        var wanted = fields.Text("business", business);
        if (fields.Problem is { } wrong)
            return wrong;
        if (
            !TryParseOptional(connectionId, out var connection)
            || await businesses.FindListedAsync(caller.Workspace, connection, wanted, ct) is not { } listed
        )
            return NoSuchBusiness;
        var opened = await businesses.OpenAsync(listed.Key, CallPriority.Interactive, ct);
        return opened.Succeeded(out var open, out var problem) ? ToResponse(listed.Response, open.Reference, open.ReferenceAt) : problem;
    }

    private static async Task<Answer<ReferenceResponse>> RefreshReferenceAsync(
        Businesses businesses,
        ReferenceLists lists,
        Caller caller,
        CancellationToken ct
    )
    {
        var opened = await businesses.OpenCurrentAsync(caller.Workspace, CallPriority.Interactive, ct);
        if (!opened.Succeeded(out var open, out var problem))
            return problem;
        var read = await lists.ReadAsync(open.Key, open.Books, ct);
        return read.Succeeded(out _, out problem) ? await ReferenceAsync(businesses, caller, ct) : problem;
    }

    private static ReferenceResponse ToResponse(BusinessResponse business, BooksReference reference, DateTimeOffset readAt) =>
        new()
        {
            Business = business,
            ReadAt = readAt,
            VatRegistered = reference.VatRegistered,
            VatNumber = reference.VatNumber,
            Address = OneLine(reference.Address),
            BooksStartOn = reference.BooksStartOn,
            CustomerCreditDays = reference.CustomerCreditDays,
            Drafts = reference.Capabilities.Drafts,
            MultiCurrency = reference.Capabilities.MultiCurrency,
            TaxRates =
            [
                .. reference.TaxRates.Select(static rate => new TaxRateResponse(
                    rate.Id,
                    rate.Name,
                    rate.Treatment,
                    rate.Percentages[^1].Percentage,
                    rate.TreatmentCertain
                )),
            ],
            LedgerAccounts =
            [
                .. reference.LedgerAccounts.Select(static account => new LedgerAccountResponse(
                    account.Id,
                    account.Name,
                    account.NominalCode,
                    account.ForSales
                )),
            ],
            BankAccounts = Choices(reference.BankAccounts),
            Currencies = Choices(reference.Currencies),
            Countries = Choices(reference.Countries),
            PaymentMethods = Choices(reference.PaymentMethods),
            DocumentStates = Choices(reference.DocumentStates),
        };

    private static ChoiceResponse[] Choices(IReadOnlyList<BooksChoice> choices) =>
        [.. choices.Select(static choice => new ChoiceResponse(choice.Id, choice.Name))];

    private static string OneLine(PostalAddress address) =>
        string.Join(
            ", ",
            new[] { address.Line1, address.Line2, address.City, address.Region, address.PostalCode }.Where(static part => part.Length > 0)
        );

    private static bool TryParseOptional(string? text, out ConnectionId? connection)
    {
        connection = null;
        if (string.IsNullOrEmpty(text))
            return true;
        if (!ConnectionId.TryParse(text, out var parsed))
            return false;
        connection = parsed;
        return true;
    }
}

/// <summary>The business to choose.</summary>
internal sealed class SelectBusinessRequest
{
    /// <summary>Sage's id of the business.</summary>
    [Required, StringLength(64)]
    public string BusinessId { get; init; } = "";
}
