using System.Text.Json.Serialization;

namespace Ledgerbridge.Sage.V31.Models;

/// <summary>Why a document is voided; sent as body and as query, because Sage's documents disagree about the place.</summary>
/// <param name="Reason">At most 200 characters.</param>
public sealed record VoidReason([property: JsonPropertyName("void_reason")] string Reason);

/// <summary>A contact to be made or changed; sent wrapped.</summary>
/// <param name="Contact">The contact.</param>
public sealed record SendContact(NewSageContact Contact);

/// <summary>What is sent for a contact. Only keys that are sent are changed.</summary>
public sealed record NewSageContact
{
    /// <summary>32 hexadecimal digits of ours.</summary>
    public string? IdempotencyId { get; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary><c>CUSTOMER</c> or <c>VENDOR</c>, exactly one.</summary>
    public IReadOnlyList<string>? ContactTypeIds { get; init; }

    /// <summary>The reference, at most 10 characters.</summary>
    public string? Reference { get; init; }

    /// <summary>The VAT number.</summary>
    public string? TaxNumber { get; init; }

    /// <summary>Company registration number.</summary>
    public string? RegisteredNumber { get; init; }

    /// <summary>Notes.</summary>
    public string? Notes { get; init; }

    /// <summary>Days to pay.</summary>
    public int? CreditDays { get; init; }

    /// <summary>The one currency of the contact.</summary>
    public string? CurrencyId { get; init; }

    /// <summary>False puts it out of use.</summary>
    public bool? IsActive { get; init; }

    /// <summary>The main address; only when the contact is made.</summary>
    public NewSageAddress? MainAddress { get; init; }

    /// <summary>Where goods go, for customers; only when the contact is made.</summary>
    public NewSageAddress? DeliveryAddress { get; init; }

    /// <summary>The main person; only when the contact is made.</summary>
    public NewSageContactPerson? MainContactPerson { get; init; }
}

/// <summary>An address to be made or changed; sent wrapped.</summary>
/// <param name="Address">The address.</param>
public sealed record SendAddress(NewSageAddress Address);

/// <summary>What is sent for an address.</summary>
public sealed record NewSageAddress
{
    /// <summary>32 hexadecimal digits of ours.</summary>
    public string? IdempotencyId { get; init; }

    /// <summary>The contact it belongs to; only when it is made alone.</summary>
    public string? ContactId { get; init; }

    /// <summary>First line.</summary>
    [JsonPropertyName("address_line_1")]
    public string? AddressLine1 { get; init; }

    /// <summary>Second line.</summary>
    [JsonPropertyName("address_line_2")]
    public string? AddressLine2 { get; init; }

    /// <summary>Town.</summary>
    public string? City { get; init; }

    /// <summary>Province, county or state.</summary>
    public string? Region { get; init; }

    /// <summary>Post code.</summary>
    public string? PostalCode { get; init; }

    /// <summary>Country.</summary>
    public string? CountryId { get; init; }

    /// <summary>Such as <c>ACCOUNTS</c>.</summary>
    public string? AddressTypeId { get; init; }

    /// <summary>What it is called.</summary>
    public string? Name { get; init; }

    /// <summary>True for the contact's main address.</summary>
    public bool? IsMainAddress { get; init; }
}

/// <summary>A person to be made or changed; sent wrapped.</summary>
/// <param name="ContactPerson">The person.</param>
public sealed record SendContactPerson(NewSageContactPerson ContactPerson);

/// <summary>What is sent for a person.</summary>
public sealed record NewSageContactPerson
{
    /// <summary>32 hexadecimal digits of ours.</summary>
    public string? IdempotencyId { get; init; }

    /// <summary>The address the person belongs to; only when made alone.</summary>
    public string? AddressId { get; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>Such as <c>ACCOUNTS</c>.</summary>
    public IReadOnlyList<string>? ContactPersonTypeIds { get; init; }

    /// <summary>What the person does.</summary>
    public string? JobTitle { get; init; }

    /// <summary>Telephone.</summary>
    public string? Telephone { get; init; }

    /// <summary>Mobile.</summary>
    public string? Mobile { get; init; }

    /// <summary>E-mail.</summary>
    public string? Email { get; init; }

    /// <summary>True for the main person.</summary>
    public bool? IsMainContact { get; init; }
}
