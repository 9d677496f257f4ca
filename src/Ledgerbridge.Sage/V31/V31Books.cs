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
        Written(await sage.SalesInvoices.CreateAsync(V31Translation.ToSage(invoice), id, ct));

    public async Task<SageAnswer<BooksInvoice>> ReleaseInvoiceAsync(string invoiceId, CancellationToken ct) =>
        Written(await sage.SalesInvoices.ReleaseAsync(invoiceId, ct));

    public async Task<SageAnswer<BooksInvoice?>> VoidInvoiceAsync(string invoiceId, string reason, CancellationToken ct)
    {
        var answer = await sage.SalesInvoices.VoidAsync(invoiceId, reason, ct);
        return answer is SageAnswer<SageSalesInvoice?>.Given { Value: null }
            ? new SageAnswer<BooksInvoice?>.Given(null)
            : Written(answer.Map(static invoice => invoice!)).Map<BooksInvoice?>(static voided => voided);
    }

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
        var changed = new List<string>();
        var addressId = present.AddressId;
        var personDiffers = V31Translation.PersonDiffers(wanted, present.Details);
        // Sage keeps a person at an address, so that one has to be there first.
        if (wanted.Address != present.Details.Address || (personDiffers && addressId is null))
        {
            var written = await WriteAddressAsync(present, wanted, IdempotencyId.Of($"{id.Hex}:address"), ct);
            if (!written.Succeeded(out var address, out var failure))
                return failure;
            addressId = address.Id;
            changed.Add("address");
        }
        if (personDiffers)
        {
            var written = await WritePersonAsync(present.PersonId, addressId, wanted, IdempotencyId.Of($"{id.Hex}:person"), ct);
            if (!written.Succeeded(out _, out var failure))
                return HalfWay(failure, changed);
            changed.Add("person");
        }
        var contact = await sage.Contacts.UpdateAsync(present.Id, V31Translation.ToChange(wanted), id, ct);
        return contact.Succeeded(out var stored, out var refused) ? V31Translation.ToContact(stored) : HalfWay(refused, changed);
    }

    private Task<SageAnswer<SageAddress>> WriteAddressAsync(
        BooksContact present,
        ContactDetails wanted,
        IdempotencyId step,
        CancellationToken ct
    )
    {
        var address = V31Translation.ToAddress(wanted.Address);
        return present.AddressId is { } addressId
            ? sage.UpdateAddressAsync(addressId, address, step, ct)
            : sage.CreateAddressAsync(V31Translation.AsMainOf(address, present.Id), step, ct);
    }

    private Task<SageAnswer<SageContactPerson>> WritePersonAsync(
        string? personId,
        string? addressId,
        ContactDetails wanted,
        IdempotencyId step,
        CancellationToken ct
    )
    {
        var person = V31Translation.ToPerson(wanted);
        return personId is not null
            ? sage.UpdateContactPersonAsync(personId, person, step, ct)
            : sage.CreateContactPersonAsync(person with { AddressId = addressId }, step, ct);
    }

    private static SageFailure HalfWay(SageFailure failure, List<string> changed) =>
        changed.Count == 0
            ? failure
            : failure with
            {
                Message =
                    $"{failure.Message} The {string.Join(" and the ", changed)} {(changed.Count == 1 ? "was" : "were")} changed before.",
            };

    /// <summary>The invoice of a write's answer. When it cannot be understood the write has happened all the same.</summary>
    private static SageAnswer<BooksInvoice> Written(SageAnswer<SageSalesInvoice> answer)
    {
        if (answer is not SageAnswer<SageSalesInvoice>.Given given)
            return answer.Then(V31Translation.ToInvoice);
        var invoice = V31Translation.ToInvoice(given.Value);
        return invoice.Succeeded(out _, out var failure) ? invoice : failure with { MayHaveHappened = true, RequestId = given.RequestId };
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
