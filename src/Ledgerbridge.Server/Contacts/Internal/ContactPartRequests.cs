using System.ComponentModel.DataAnnotations;
using Ledgerbridge.Sage;

namespace Ledgerbridge.Server.Contacts.Internal;

/// <summary>Whether a contact is to be in use.</summary>
internal sealed class ContactActiveRequest
{
    /// <summary>False puts it out of use: it no longer shows in lists, and its documents stay.</summary>
    [Required]
    public bool? Active { get; init; }
}

/// <summary>An address of a contact as it is wanted.</summary>
internal sealed class ContactAddressRequest
{
    /// <summary>What it is called, such as <c>Warehouse</c>.</summary>
    [Required, StringLength(50, MinimumLength = 1)]
    public string Name { get; init; } = "";

    /// <summary>What it is for; bills when left out.</summary>
    public AddressKind? Kind { get; init; }

    /// <summary>The lines.</summary>
    [Required]
    public AddressRequest? Address { get; init; }

    /// <summary>True makes it the main address, which papers show.</summary>
    public bool? Main { get; init; }

    public ContactAddressDetails ToDetails(string country) =>
        new()
        {
            Name = Name,
            Kind = Kind ?? AddressKind.Accounts,
            Address = new PostalAddress
            {
                Line1 = Address?.Line1 ?? "",
                Line2 = Address?.Line2 ?? "",
                City = Address?.City ?? "",
                Region = Address?.Region ?? "",
                PostalCode = Address?.PostalCode ?? "",
                CountryCode = country,
            },
            Main = Main == true,
        };
}

/// <summary>A person at a contact as wanted.</summary>
internal sealed class ContactPersonRequest
{
    [Required, StringLength(50, MinimumLength = 1)]
    public string Name { get; init; } = "";

    /// <summary>What the person does.</summary>
    [StringLength(50)]
    public string? JobTitle { get; init; }

    [EmailAddress, StringLength(100)]
    public string? Email { get; init; }

    [StringLength(50)]
    public string? Telephone { get; init; }

    [StringLength(50)]
    public string? Mobile { get; init; }

    /// <summary>True makes it the person to write to.</summary>
    public bool? Main { get; init; }

    public ContactPersonDetails ToDetails() =>
        new()
        {
            Name = Name,
            JobTitle = JobTitle ?? "",
            Email = Email ?? "",
            Telephone = Telephone ?? "",
            Mobile = Mobile ?? "",
            Main = Main == true,
        };
}

/// <summary>An address of a contact.</summary>
internal sealed record ContactAddressResponse(string Id, string Name, AddressKind Kind, AddressResponse Address, bool Main);

/// <summary>A person at a contact.</summary>
internal sealed record ContactPersonResponse(
    string Id,
    string Name,
    string JobTitle,
    string Email,
    string Telephone,
    string Mobile,
    bool Main
);

/// <summary>The addresses and persons of a contact.</summary>
/// <param name="Addresses">The addresses, the main one first.</param>
/// <param name="Persons">The persons, the one to write to first.</param>
internal sealed record ContactPartsResponse(IReadOnlyList<ContactAddressResponse> Addresses, IReadOnlyList<ContactPersonResponse> Persons)
{
    public static ContactPartsResponse Of(BooksContactParts parts) =>
        new(
            [
                .. parts.Addresses.Select(static one => new ContactAddressResponse(
                    one.Id,
                    one.Details.Name,
                    one.Details.Kind,
                    AddressResponse.Of(one.Details.Address),
                    one.Details.Main
                )),
            ],
            [.. parts.Persons.Select(static one => Of(one.Id, one.Details))]
        );

    private static ContactPersonResponse Of(string id, ContactPersonDetails person) =>
        new(id, person.Name, person.JobTitle, person.Email, person.Telephone, person.Mobile, person.Main);
}
