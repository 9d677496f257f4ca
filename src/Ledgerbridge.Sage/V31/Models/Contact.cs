using System.Text.Json.Serialization;

namespace Ledgerbridge.Sage.V31.Models;

/// <summary>A customer or a supplier, never both (Sage wants two contacts then).</summary>
public sealed record SageContact : SageRecord
{
    /// <summary>Pages of it in Sage.</summary>
    public IReadOnlyList<SageLink> Links
    {
        get;
        init => field = WireLists.WithoutHoles(value);
    } = [];

    /// <summary><c>CUSTOMER</c> or <c>VENDOR</c>, exactly one.</summary>
    public IReadOnlyList<SageReference> ContactTypes
    {
        get;
        init => field = WireLists.WithoutHoles(value);
    } = [];

    /// <summary>The name, at most 100 characters.</summary>
    public string? Name { get; init; }

    /// <summary>The reference, unique and at most 10 characters; stays reserved after deletion.</summary>
    public string? Reference { get; init; }

    /// <summary>The VAT number.</summary>
    public string? TaxNumber { get; init; }

    /// <summary>Company registration number.</summary>
    public string? RegisteredNumber { get; init; }

    /// <summary>Notes.</summary>
    public string? Notes { get; init; }

    /// <summary>E-mail of the main person.</summary>
    public string? Email { get; init; }

    /// <summary>The main address.</summary>
    public SageAddress? MainAddress { get; init; }

    /// <summary>The delivery address; customers only.</summary>
    public SageAddress? DeliveryAddress { get; init; }

    /// <summary>The main person.</summary>
    public SageContactPerson? MainContactPerson { get; init; }

    /// <summary>The one currency of the contact.</summary>
    public SageReference? Currency { get; init; }

    /// <summary>Days to pay, 0 to 365.</summary>
    public int? CreditDays { get; init; }

    /// <summary>The most the contact may owe.</summary>
    public decimal? CreditLimit { get; init; }

    /// <summary>What the contact owes; only when asked for.</summary>
    public decimal? Balance { get; init; }

    /// <summary>The ledger account for its sales.</summary>
    public SageReference? DefaultSalesLedgerAccount { get; init; }

    /// <summary>The tax rate for its sales.</summary>
    public SageReference? DefaultSalesTaxRate { get; init; }

    /// <summary>True for Sage's own contacts (the tax authority).</summary>
    public bool? System { get; init; }

    /// <summary>False for a contact that was put out of use.</summary>
    public bool? IsActive { get; init; }

    /// <summary>False once documents use it.</summary>
    public bool? Deletable { get; init; }
}

/// <summary>An address of a contact.</summary>
public sealed record SageAddress : SageRecord
{
    /// <summary>First line, at most 50 characters.</summary>
    [JsonPropertyName("address_line_1")]
    public string? AddressLine1 { get; init; }

    /// <summary>Second line, at most 50 characters.</summary>
    [JsonPropertyName("address_line_2")]
    public string? AddressLine2 { get; init; }

    /// <summary>Town.</summary>
    public string? City { get; init; }

    /// <summary>Province, county or state.</summary>
    public string? Region { get; init; }

    /// <summary>Post code, at most 10 characters.</summary>
    public string? PostalCode { get; init; }

    /// <summary>Country.</summary>
    public SageReference? Country { get; init; }

    /// <summary>What it is called.</summary>
    public string? Name { get; init; }

    /// <summary>Such as <c>DELIVERY</c>.</summary>
    public SageReference? AddressType { get; init; }

    /// <summary>True for the contact's main address.</summary>
    public bool? IsMainAddress { get; init; }

    /// <summary>The contact it belongs to.</summary>
    public SageReference? Contact { get; init; }
}

/// <summary>A person at a contact.</summary>
public sealed record SageContactPerson : SageRecord
{
    /// <summary>The name, at most 50 characters.</summary>
    public string? Name { get; init; }

    /// <summary>What the person does.</summary>
    public string? JobTitle { get; init; }

    /// <summary>Telephone.</summary>
    public string? Telephone { get; init; }

    /// <summary>Mobile.</summary>
    public string? Mobile { get; init; }

    /// <summary>E-mail, at most 100 characters.</summary>
    public string? Email { get; init; }

    /// <summary>Such as <c>ACCOUNTS</c>.</summary>
    public IReadOnlyList<SageReference> ContactPersonTypes
    {
        get;
        init => field = WireLists.WithoutHoles(value);
    } = [];

    /// <summary>True for the main person.</summary>
    public bool? IsMainContact { get; init; }

    /// <summary>The address the person belongs to.</summary>
    public SageReference? Address { get; init; }
}
