using System.ComponentModel.DataAnnotations;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Hosting;

namespace Ledgerbridge.Server.Contacts.Internal;

/// <summary>A contact to make, or all of a contact as it is wanted.</summary>
internal sealed class ContactRequest
{
    [Required, StringLength(100, MinimumLength = 1)]
    public string Name { get; init; } = "";

    /// <summary>Customer when left out. Sage keeps a party that is both as two contacts.</summary>
    public ContactKind? Kind { get; init; }

    /// <summary>Your own reference, unique, at most 10 characters.</summary>
    [StringLength(10)]
    public string? Reference { get; init; }

    /// <summary>In South Africa ten digits beginning with 4.</summary>
    [StringLength(20)]
    public string? VatNumber { get; init; }

    [EmailAddress, StringLength(100)]
    public string? Email { get; init; }

    [StringLength(50)]
    public string? Telephone { get; init; }

    /// <summary>Name of the person to write to.</summary>
    [StringLength(50)]
    public string? PersonName { get; init; }

    public AddressRequest? Address { get; init; }

    /// <summary>Days to pay; the business's own terms when left out.</summary>
    [Range(0, 365)]
    public int? CreditDays { get; init; }

    /// <summary>ISO 4217 code of the contact's one currency; the books' own when left out. Cannot be changed later.</summary>
    [StringLength(3, MinimumLength = 3)]
    public string? Currency { get; init; }

    [SeveralLines, StringLength(4000)]
    public string? Notes { get; init; }

    /// <summary>Make the contact although another one has the same reference or e-mail address.</summary>
    public bool? AllowDuplicate { get; init; }
}

/// <summary>An address.</summary>
internal sealed class AddressRequest
{
    [StringLength(50)]
    public string? Line1 { get; init; }

    [StringLength(50)]
    public string? Line2 { get; init; }

    [StringLength(50)]
    public string? City { get; init; }

    /// <summary>Province.</summary>
    [StringLength(50)]
    public string? Region { get; init; }

    [StringLength(10)]
    public string? PostalCode { get; init; }

    /// <summary>ISO 3166 code; the business's own country when left out.</summary>
    [StringLength(2, MinimumLength = 2)]
    public string? Country { get; init; }
}
