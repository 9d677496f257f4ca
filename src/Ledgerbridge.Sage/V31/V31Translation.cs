using Ledgerbridge.Kernel;
using Ledgerbridge.Sage.V31.Models;

namespace Ledgerbridge.Sage.V31;

/// <summary>Between our words and those of API v3.1. No v3.1 word leaves this library.</summary>
internal static class V31Translation
{
    private const int PersonNameMax = 50;

    public static string TypeOf(ContactKind kind) => kind == ContactKind.Customer ? "CUSTOMER" : "VENDOR";

    public static BooksBusiness ToBusiness(SageBusiness business) =>
        new(
            business.Id,
            business.Name ?? business.DisplayedAs ?? business.Id,
            business.Country?.Id ?? "",
            business.Subscriptions.Count == 0 || business.Subscriptions.Any(static subscription => subscription.Active)
        );

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
                DeliveryAddress = contact.DeliveryAddress is { } delivery ? ToPostalAddress(delivery) : null,
                CreditDays = contact.CreditDays,
                Currency = Currency.TryParse(contact.Currency?.Id, out var currency) ? currency : null,
                Notes = Text(contact.Notes),
            },
            Complete =
                IsWhole(contact.MainAddress)
                && IsWhole(contact.DeliveryAddress)
                && (contact.MainContactPerson is null or { Name: not null }),
            Balance = contact.Balance,
            Active = contact.IsActive != false && contact.DeletedAt is null,
            System = contact.System == true,
            AddressId = contact.MainAddress?.Id is { Length: > 0 } addressId ? addressId : null,
            DeliveryAddressId = contact.DeliveryAddress?.Id is { Length: > 0 } deliveryId ? deliveryId : null,
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
            DeliveryAddress = contact.DeliveryAddress is { IsEmpty: false } delivery ? ToAddress(delivery) : null,
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

    public static NewSageAddress AsDeliveryOf(NewSageAddress address, string contactId) =>
        address with
        {
            ContactId = contactId,
            Name = "Delivery address",
            AddressTypeId = "DELIVERY",
            IsMainAddress = false,
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

    /// <summary>False for an address of which Sage gave nothing but the name.</summary>
    private static bool IsWhole(SageAddress? address) =>
        address is null or { AddressLine1: not null } or { AddressType: not null } or { Country: not null };

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
    public static string Text(string? text) => text is null or "null" ? "" : text;

    public static string? Sent(string text) => text.Length > 0 ? text : null;

    public static PostalAddress ToPostalAddress(SageAddress? address) =>
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
    public static Money Amount(decimal? value, Currency currency) =>
        new ExactAmount(value ?? 0m, currency).Round(Rounding.HalfAwayFromZero);

    public static Uri? Page(IReadOnlyList<SageLink> links) =>
        links.FirstOrDefault(static link => link.Type is null or "text/html")?.Href is { } href
        && Uri.TryCreate(href, UriKind.Absolute, out var page)
        && page.Scheme is "https" or "http"
            ? page
            : null;
}
