using System.Text.Json;
using Ledgerbridge.Sage.V31.Models;

namespace Ledgerbridge.Sage.V31;

/// <summary>API v3.1 behind the neutral face: one business. Here its reference lists and invoices.</summary>
internal sealed partial class V31Books(SageBusinessClient sage, ExchangeRateQuote quote) : IBooks
{
    private static readonly SageQuery Everything = new() { Attributes = "all" };
    private static readonly SageQuery Names = new();

    public BooksCapabilities Capabilities { get; } = new(Drafts: true, MultiCurrency: true, InvoicePdf: true);

    public IBooksFeed Feed { get; } = new V31Feed(sage);

    public async Task<SageAnswer<BooksReference>> ReadReferenceAsync(CancellationToken ct)
    {
        var business = sage.GetBusinessAsync(ct);
        var financial = sage.GetFinancialSettingsAsync(ct);
        var invoicing = sage.GetInvoiceSettingsAsync(ct);
        var taxRates = sage.TaxRates.ListAllAsync(Everything, ct);
        var accounts = sage.LedgerAccounts.ListAllAsync(Everything, ct);
        var banks = sage.BankAccounts.ListAllAsync(Everything, ct);
        Task<SageAnswer<IReadOnlyList<SageReference>>>[] lists =
        [
            .. new[] { sage.Currencies, sage.Countries, sage.PaymentMethods, sage.ArtefactStatuses }.Select(list =>
                list.ListAllAsync(Names, ct)
            ),
            PriceListsAsync(sage.ProductSalesPriceTypes, ct),
            PriceListsAsync(sage.ServiceRateTypes, ct),
        ];
        await Task.WhenAll([business, financial, invoicing, taxRates, accounts, banks, .. lists]);
        return V31Reference.Combine(
            await business,
            await financial,
            await invoicing,
            await taxRates,
            await accounts,
            await banks,
            [.. await Task.WhenAll(lists)]
        );
    }

    public string DescribeRequest(NewBooksInvoice invoice) =>
        JsonSerializer.Serialize(new SendSalesInvoice(V31Sales.ToSage(invoice, quote)), WireJson.Default.SendSalesInvoice);

    public async Task<SageAnswer<BooksInvoice>> CreateInvoiceAsync(NewBooksInvoice invoice, IdempotencyId id, CancellationToken ct) =>
        Written(await sage.SalesInvoices.CreateAsync(V31Sales.ToSage(invoice, quote), id, ct), V31Sales.ToInvoice);

    public async Task<SageAnswer<BooksInvoice>> ReleaseInvoiceAsync(string invoiceId, CancellationToken ct) =>
        Written(await sage.SalesInvoices.ReleaseAsync(invoiceId, ct), V31Sales.ToInvoice);

    public async Task<SageAnswer<BooksInvoice?>> VoidInvoiceAsync(string invoiceId, string reason, CancellationToken ct) =>
        Voided(await sage.SalesInvoices.VoidAsync(invoiceId, reason, ct), V31Sales.ToInvoice);

    public async Task<SageAnswer<BooksInvoice>> GetInvoiceAsync(string invoiceId, CancellationToken ct) =>
        (await sage.SalesInvoices.GetAsync(invoiceId, ct)).Then(V31Sales.ToInvoice);

    public async Task<SageAnswer<Settled<BooksInvoice>>> GetSettledInvoiceAsync(string invoiceId, CancellationToken ct) =>
        (await sage.SalesInvoices.GetSettledAsync(invoiceId, ct)).Then(static invoice =>
            V31Payments.WithSettlements(invoice, V31Sales.ToInvoice(invoice), static known => known.Gross.Currency)
        );

    public async Task<SageAnswer<BooksPage<BooksInvoice>>> ListInvoicesAsync(InvoiceQuery query, CancellationToken ct)
    {
        var filters = new Dictionary<string, string>();
        if (query.ContactId is { } contact)
            filters["contact_id"] = contact;
        if (query.State is { } state)
            filters["status_id"] = V31Sales.StatusOf(state);
        var wire = Everything with
        {
            Page = query.Page,
            ItemsPerPage = query.PageSize,
            Search = query.Search,
            FromDate = query.FromOn,
            ToDate = query.ToOn,
            UpdatedOrCreatedSince = query.ChangedSince,
            Sort = V31Sales.SortOf(query.Order),
            Filters = filters,
        };
        return (await sage.SalesInvoices.ListAsync(wire, ct)).Then(page => Page(page, query.PageSize, V31Sales.ToInvoice));
    }

    public async Task<SageAnswer<IReadOnlyList<BooksInvoice>>> FindInvoicesAsync(
        string contactId,
        string reference,
        DateOnly issuedOn,
        CancellationToken ct
    ) =>
        (await sage.SalesInvoices.ListAllAsync(OfContact(contactId, issuedOn), ct)).Then(invoices =>
            Matching(
                invoices,
                V31Sales.ToInvoice,
                static invoice => invoice.Id,
                invoice => invoice.ContactId == contactId && invoice.IssuedOn == issuedOn && invoice.Reference == reference
            )
        );

    public Task<SageAnswer<byte[]>> GetInvoicePdfAsync(string invoiceId, CancellationToken ct) =>
        sage.SalesInvoices.GetPdfAsync(invoiceId, ct);

    /// <summary>
    /// The lists of prices. A plan without products has none, and a person may lack the right to see them; neither may keep a business from
    /// being used.
    /// </summary>
    private static async Task<SageAnswer<IReadOnlyList<SageReference>>> PriceListsAsync(
        SageCollection<SageReference> lists,
        CancellationToken ct
    )
    {
        var answer = await lists.ListAllAsync(Names, ct);
        return answer.Succeeded(out _, out var failure) || failure.Kind is not (SageFailureKind.NotFound or SageFailureKind.NotPermitted)
            ? answer
            : new SageAnswer<IReadOnlyList<SageReference>>.Given([]);
    }

    /// <summary>What a write made of a record. When its answer cannot be understood the write has happened all the same.</summary>
    private static SageAnswer<TTo> Written<TFrom, TTo>(SageAnswer<TFrom> answer, Func<TFrom, SageAnswer<TTo>> translate)
    {
        if (answer is not SageAnswer<TFrom>.Given given)
            return answer.Then(translate);
        var translated = translate(given.Value);
        return translated.Succeeded(out var value, out var failure)
            ? new SageAnswer<TTo>.Given(value) { RequestId = given.RequestId }
            : failure with
            {
                MayHaveHappened = true,
                RequestId = given.RequestId,
            };
    }

    private static SageAnswer<TTo?> Voided<TFrom, TTo>(SageAnswer<TFrom?> answer, Func<TFrom, SageAnswer<TTo>> translate)
        where TFrom : class
        where TTo : class =>
        answer is SageAnswer<TFrom?>.Given { Value: null }
            ? new SageAnswer<TTo?>.Given(null)
            : Written(answer.Map(static document => document!), translate).Map<TTo?>(static voided => voided);

    /// <summary>
    /// All documents of a contact of one day, in an order that new ones do not disturb. How Sage searches in references is not documented
    /// (substring, letter case), so we look through them ourselves; a customer that stands for many has more than a page of them.
    /// </summary>
    private static SageQuery OfContact(string contactId, DateOnly day) =>
        Everything with
        {
            FromDate = day,
            ToDate = day,
            Sort = "created_at:asc",
            Filters = new Dictionary<string, string> { ["contact_id"] = contactId },
        };

    /// <summary>
    /// Those that fit, each once. A record that cannot be understood might be one of them, so it fails the whole search.
    /// </summary>
    private static SageAnswer<IReadOnlyList<TTo>> Matching<TFrom, TTo>(
        IReadOnlyList<TFrom> records,
        Func<TFrom, SageAnswer<TTo>> translate,
        Func<TTo, string> idOf,
        Func<TTo, bool> fits
    )
    {
        var found = new List<TTo>();
        foreach (var record in records)
        {
            if (!translate(record).Succeeded(out var translated, out var failure))
                return failure;
            if (fits(translated))
                found.Add(translated);
        }
        return found.DistinctBy(idOf).ToArray();
    }

    private static SageAnswer<BooksPage<TTo>> Page<TFrom, TTo>(SagePage<TFrom> page, int asked, Func<TFrom, SageAnswer<TTo>> translate)
    {
        var items = new List<TTo>(page.Items.Count);
        foreach (var item in page.Items)
        {
            if (!translate(item).Succeeded(out var translated, out var failure))
                return failure;
            items.Add(translated);
        }
        return new BooksPage<TTo>(items, page.Total, page.Page, page.ItemsPerPage > 0 ? page.ItemsPerPage : asked);
    }
}
