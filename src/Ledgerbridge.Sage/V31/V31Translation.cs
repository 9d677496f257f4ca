using Ledgerbridge.Kernel;
using Ledgerbridge.Sage.V31.Models;

namespace Ledgerbridge.Sage.V31;

/// <summary>Between our words and those of API v3.1. No v3.1 word leaves this library.</summary>
internal static class V31Translation
{
    private const string Draft = "DRAFT";
    private const int PersonNameMax = 50;

    private static readonly (InvoiceState State, string Id)[] States =
    [
        (InvoiceState.Draft, Draft),
        (InvoiceState.Unpaid, "UNPAID"),
        (InvoiceState.PartPaid, "PART_PAID"),
        (InvoiceState.Paid, "PAID"),
        (InvoiceState.Void, "VOID"),
        (InvoiceState.Other, "DISPUTED"),
    ];

    public static string StatusOf(InvoiceState state) => States.First(pair => pair.State == state).Id;

    public static string SortOf(InvoiceOrder order) =>
        order switch
        {
            InvoiceOrder.OldestFirst => "date:asc",
            InvoiceOrder.DueFirst => "due_date:asc",
            InvoiceOrder.ChangedFirst => "updated_at:asc",
            _ => "date:desc",
        };

    public static string TypeOf(ContactKind kind) => kind == ContactKind.Customer ? "CUSTOMER" : "VENDOR";

    public static BooksBusiness ToBusiness(SageBusiness business) =>
        new(
            business.Id,
            business.Name ?? business.DisplayedAs ?? business.Id,
            business.Country?.Id ?? "",
            business.Subscriptions.Count == 0 || business.Subscriptions.Any(static subscription => subscription.Active)
        );

    public static NewSageSalesInvoice ToSage(NewBooksInvoice invoice) =>
        new()
        {
            ContactId = invoice.ContactId,
            Date = invoice.IssuedOn,
            DueDate = invoice.DueOn,
            Reference = invoice.Reference,
            Notes = invoice.Notes.Length > 0 ? invoice.Notes : null,
            StatusId = invoice.AsDraft ? Draft : null,
            CurrencyId = invoice.Currency.Code,
            InvoiceLines =
            [
                .. invoice.Lines.Select(static line => new NewSageInvoiceLine
                {
                    Description = line.Description,
                    LedgerAccountId = line.LedgerAccountId,
                    Quantity = line.Quantity,
                    UnitPrice = line.UnitPrice,
                    TaxRateId = line.TaxRateId,
                    TaxAmount = line.Vat.Amount,
                }),
            ],
        };

    public static SageAnswer<BooksInvoice> ToInvoice(SageSalesInvoice invoice)
    {
        try
        {
            return ToInvoiceOfAmounts(invoice);
        }
        catch (OverflowException)
        {
            return new SageFailure(SageFailureKind.Unreadable, $"Sage shows {invoice.DisplayedAs ?? "an invoice"} with an absurd amount.");
        }
    }

    private static SageAnswer<BooksInvoice> ToInvoiceOfAmounts(SageSalesInvoice invoice)
    {
        if (!Currency.TryParse(invoice.Currency?.Id, out var currency) || invoice.Date is not { } issuedOn)
            return new SageFailure(
                SageFailureKind.Unreadable,
                $"Sage shows {invoice.DisplayedAs ?? "an invoice"} without its currency or its date."
            );
        var gross = Amount(invoice.TotalAmount, currency);
        var vat = Amount(invoice.TaxAmount, currency);
        // Whether Sage's header figures include carriage is not documented; the total does, so value is told as total less tax.
        var state = States.FirstOrDefault(pair => pair.Id == invoice.Status?.Id).State;
        return new BooksInvoice
        {
            Id = invoice.Id,
            Number = state == InvoiceState.Draft ? null : invoice.InvoiceNumber ?? invoice.DisplayedAs,
            State = state == default ? InvoiceState.Other : state,
            ContactId = invoice.Contact?.Id ?? "",
            ContactName = invoice.ContactName ?? invoice.Contact?.DisplayedAs ?? "",
            Reference = Text(invoice.Reference),
            IssuedOn = issuedOn,
            DueOn = invoice.DueDate,
            Net = gross - vat,
            Vat = vat,
            Gross = gross,
            Outstanding = Amount(invoice.OutstandingAmount, currency),
            Notes = Text(invoice.Notes),
            VoidReason = Text(invoice.VoidReason) is { Length: > 0 } reason ? reason : null,
            Sent = invoice.Sent == true,
            SagePage = Page(invoice.Links),
            CreatedAt = invoice.CreatedAt,
            UpdatedAt = invoice.UpdatedAt,
            Lines = [.. invoice.InvoiceLines.Select(line => ToLine(line, currency))],
        };
    }

    public static BooksContact ToContact(SageContact contact) =>
        new()
        {
            Id = contact.Id,
            Details = new ContactDetails
            {
                Kind = contact.ContactTypes.Any(static type => type.Id == "VENDOR") ? ContactKind.Supplier : ContactKind.Customer,
                Name = contact.Name ?? contact.DisplayedAs ?? "",
                Reference = Text(contact.Reference),
                VatNumber = Text(contact.TaxNumber),
                Email = Text(contact.MainContactPerson?.Email ?? contact.Email),
                Telephone = Text(contact.MainContactPerson?.Telephone),
                PersonName = Text(contact.MainContactPerson?.Name),
                Address = ToPostalAddress(contact.MainAddress),
                CreditDays = contact.CreditDays,
                Currency = Currency.TryParse(contact.Currency?.Id, out var currency) ? currency : null,
                Notes = Text(contact.Notes),
            },
            Complete =
                (contact.MainAddress is null or { AddressLine1: not null } or { AddressType: not null } or { Country: not null })
                && (contact.MainContactPerson is null or { Name: not null }),
            Balance = contact.Balance,
            Active = contact.IsActive != false && contact.DeletedAt is null,
            System = contact.System == true,
            AddressId = contact.MainAddress?.Id is { Length: > 0 } addressId ? addressId : null,
            PersonId = contact.MainContactPerson?.Id is { Length: > 0 } personId ? personId : null,
            SagePage = Page(contact.Links),
            UpdatedAt = contact.UpdatedAt,
        };

    public static NewSageContact ToNewContact(ContactDetails contact) =>
        ToChange(contact) with
        {
            Reference = Sent(contact.Reference),
            TaxNumber = Sent(contact.VatNumber),
            Notes = Sent(contact.Notes),
            ContactTypeIds = [TypeOf(contact.Kind)],
            CurrencyId = contact.Currency?.Code,
            MainAddress = contact.Address.IsEmpty ? null : ToAddress(contact.Address),
            MainContactPerson = HasPerson(contact) ? ToPerson(contact) : null,
        };

    /// <summary>
    /// What may change later. Type and currency stay as they are; an emptied text is sent as empty, because a missing key changes
    /// nothing.
    /// </summary>
    public static NewSageContact ToChange(ContactDetails contact) =>
        new()
        {
            Name = contact.Name,
            Reference = contact.Reference,
            TaxNumber = contact.VatNumber,
            Notes = contact.Notes,
            CreditDays = contact.CreditDays,
        };

    public static NewSageAddress ToAddress(PostalAddress address) =>
        new()
        {
            AddressLine1 = address.Line1,
            AddressLine2 = address.Line2,
            City = address.City,
            Region = address.Region,
            PostalCode = address.PostalCode,
            CountryId = Sent(address.CountryCode),
        };

    public static NewSageAddress AsMainOf(NewSageAddress address, string contactId) =>
        address with
        {
            ContactId = contactId,
            Name = "Main address",
            AddressTypeId = "ACCOUNTS",
            IsMainAddress = true,
        };

    public static NewSageContactPerson ToPerson(ContactDetails contact) =>
        new()
        {
            Name = contact.PersonName.Length > 0 ? contact.PersonName : Start(contact.Name),
            Email = contact.Email,
            Telephone = contact.Telephone,
            ContactPersonTypeIds = ["ACCOUNTS"],
            IsMainContact = true,
        };

    public static bool PersonDiffers(ContactDetails wanted, ContactDetails present) =>
        wanted.PersonName != present.PersonName || wanted.Email != present.Email || wanted.Telephone != present.Telephone;

    private static bool HasPerson(ContactDetails contact) =>
        contact.PersonName.Length + contact.Email.Length + contact.Telephone.Length > 0;

    /// <summary>As much of a name as fits where Sage keeps persons, never half a character.</summary>
    private static string Start(string name)
    {
        if (name.Length <= PersonNameMax)
            return name;
        var end = char.IsHighSurrogate(name[PersonNameMax - 1]) ? PersonNameMax - 1 : PersonNameMax;
        return name[..end];
    }

    /// <summary>A text as people wrote it. Sage, or a program before us, writes the word null where there is none.</summary>
    private static string Text(string? text) => text is null or "null" ? "" : text;

    private static string? Sent(string text) => text.Length > 0 ? text : null;

    private static BooksLine ToLine(SageInvoiceLine line, Currency currency) =>
        new(
            line.Description ?? "",
            line.Quantity ?? 0m,
            line.UnitPrice ?? 0m,
            line.TaxRate?.Id ?? "",
            line.LedgerAccount?.Id ?? "",
            Amount(line.NetAmount, currency),
            Amount(line.TaxAmount, currency)
        );

    private static PostalAddress ToPostalAddress(SageAddress? address) =>
        new()
        {
            Line1 = Text(address?.AddressLine1),
            Line2 = Text(address?.AddressLine2),
            City = Text(address?.City),
            Region = Text(address?.Region),
            PostalCode = Text(address?.PostalCode),
            CountryCode = address?.Country?.Id ?? "",
        };

    /// <summary>
    /// Sage's amounts are whole cents; a finer figure would be a fault of Sage's and is cut to what can be paid by the common rule.
    /// </summary>
    private static Money Amount(decimal? value, Currency currency) =>
        new ExactAmount(value ?? 0m, currency).Round(Rounding.HalfAwayFromZero);

    private static Uri? Page(IReadOnlyList<SageLink> links) =>
        links.FirstOrDefault(static link => link.Type is null or "text/html")?.Href is { } href
        && Uri.TryCreate(href, UriKind.Absolute, out var page)
        && page.Scheme is "https" or "http"
            ? page
            : null;
}
