using System.Text.Json;
using Ledgerbridge.Sage.V31.Models;

namespace Ledgerbridge.Sage.V31;

/// <summary>API v3.1 behind the neutral face: one business.</summary>
internal sealed class V31Books(SageBusinessClient sage) : IBooks
{
    private static readonly SageQuery Everything = new() { Attributes = "all" };
    private static readonly SageQuery Names = new();

    public BooksCapabilities Capabilities { get; } = new(Drafts: true, MultiCurrency: true, InvoicePdf: true);

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
        JsonSerializer.Serialize(new SendSalesInvoice(V31Translation.ToSage(invoice)), WireJson.Default.SendSalesInvoice);

    public async Task<SageAnswer<BooksInvoice>> CreateInvoiceAsync(NewBooksInvoice invoice, IdempotencyId id, CancellationToken ct) =>
        (await sage.SalesInvoices.CreateAsync(V31Translation.ToSage(invoice), id, ct)).Then(V31Translation.ToInvoice);

    public async Task<SageAnswer<BooksInvoice>> ReleaseInvoiceAsync(string invoiceId, CancellationToken ct) =>
        (await sage.SalesInvoices.ReleaseAsync(invoiceId, ct)).Then(V31Translation.ToInvoice);

    public async Task<SageAnswer<BooksInvoice?>> VoidInvoiceAsync(string invoiceId, string reason, CancellationToken ct) =>
        (await sage.SalesInvoices.VoidAsync(invoiceId, reason, ct)).Then(static invoice =>
            invoice is null ? (BooksInvoice?)null : V31Translation.ToInvoice(invoice).Map<BooksInvoice?>(static voided => voided)
        );

    public async Task<SageAnswer<BooksInvoice>> GetInvoiceAsync(string invoiceId, CancellationToken ct) =>
        (await sage.SalesInvoices.GetAsync(invoiceId, ct)).Then(V31Translation.ToInvoice);

    public async Task<SageAnswer<BooksPage<BooksInvoice>>> ListInvoicesAsync(InvoiceQuery query, CancellationToken ct)
    {
        var filters = new Dictionary<string, string>();
        if (query.ContactId is { } contact)
            filters["contact_id"] = contact;
        if (query.State is { } state)
            filters["status_id"] = V31Translation.StatusOf(state);
        var wire = Everything with
        {
            Page = query.Page,
            ItemsPerPage = query.PageSize,
            Search = query.Search,
            FromDate = query.FromOn,
            ToDate = query.ToOn,
            UpdatedOrCreatedSince = query.ChangedSince,
            Sort = V31Translation.SortOf(query.Order),
            Filters = filters,
        };
        return (await sage.SalesInvoices.ListAsync(wire, ct)).Then(page => Page(page, query.PageSize, V31Translation.ToInvoice));
    }

    public async Task<SageAnswer<IReadOnlyList<BooksInvoice>>> FindInvoicesAsync(
        string contactId,
        string reference,
        DateOnly issuedOn,
        CancellationToken ct
    )
    {
        // How Sage searches is not documented (substring, letter case), so its answer is only a first sieve and we compare ourselves.
        var query = new InvoiceQuery
        {
            ContactId = contactId,
            FromOn = issuedOn,
            ToOn = issuedOn,
            Order = InvoiceOrder.ChangedFirst,
            PageSize = SageQuery.ItemsPerPageMax,
        };
        return (await ListInvoicesAsync(query, ct)).Map(page =>
            (IReadOnlyList<BooksInvoice>)
                [
                    .. page.Items.Where(invoice =>
                        invoice.ContactId == contactId && invoice.IssuedOn == issuedOn && invoice.Reference == reference
                    ),
                ]
        );
    }

    public Task<SageAnswer<byte[]>> GetInvoicePdfAsync(string invoiceId, CancellationToken ct) =>
        sage.SalesInvoices.GetPdfAsync(invoiceId, ct);

    public async Task<SageAnswer<BooksPage<BooksContact>>> ListContactsAsync(ContactQuery query, CancellationToken ct)
    {
        var filters = new Dictionary<string, string> { ["exclude_system"] = "true", ["show_balance"] = "true" };
        if (query.Kind is { } kind)
            filters["contact_type_id"] = V31Translation.TypeOf(kind);
        if (query.Email is { } email)
            filters["email"] = email;
        var wire = Everything with
        {
            NestedAttributes = "all",
            Page = query.Page,
            ItemsPerPage = query.PageSize,
            Search = query.Search,
            UpdatedOrCreatedSince = query.ChangedSince,
            Filters = filters,
        };
        return (await sage.Contacts.ListAsync(wire, ct)).Then(page =>
            Page<SageContact, BooksContact>(page, query.PageSize, static contact => V31Translation.ToContact(contact))
        );
    }

    public async Task<SageAnswer<BooksContact>> GetContactAsync(string contactId, CancellationToken ct) =>
        (await sage.Contacts.GetAsync(contactId, ct)).Map(V31Translation.ToContact);

    public async Task<SageAnswer<BooksContact>> CreateContactAsync(ContactDetails contact, IdempotencyId id, CancellationToken ct) =>
        (await sage.Contacts.CreateAsync(V31Translation.ToNewContact(contact), id, ct)).Map(V31Translation.ToContact);

    public async Task<SageAnswer<BooksContact>> UpdateContactAsync(
        BooksContact present,
        ContactDetails wanted,
        IdempotencyId id,
        CancellationToken ct
    )
    {
        var mainAddress = present.AddressId;
        if (wanted.Address != present.Details.Address)
        {
            var address = V31Translation.ToAddress(wanted.Address);
            var addressStep = IdempotencyId.Of($"{id.Hex}:address");
            var written = present.AddressId is { } addressId
                ? await sage.UpdateAddressAsync(addressId, address, addressStep, ct)
                : await sage.CreateAddressAsync(V31Translation.AsMainOf(address, present.Id), addressStep, ct);
            if (!written.Succeeded(out var stored, out var failure))
                return failure;
            mainAddress ??= stored.Id;
        }
        if (V31Translation.PersonDiffers(wanted, present.Details) && (present.PersonId ?? mainAddress) is { } owner)
        {
            var (person, personStep) = (V31Translation.ToPerson(wanted), IdempotencyId.Of($"{id.Hex}:person"));
            var written = present.PersonId is { } personId
                ? await sage.UpdateContactPersonAsync(personId, person, personStep, ct)
                : await sage.CreateContactPersonAsync(person with { AddressId = owner }, personStep, ct);
            if (!written.Succeeded(out _, out var failure))
                return failure;
        }
        return (await sage.Contacts.UpdateAsync(present.Id, V31Translation.ToChange(wanted), id, ct)).Map(V31Translation.ToContact);
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
