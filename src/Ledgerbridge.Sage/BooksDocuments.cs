using System.Text.Json.Serialization;
using Ledgerbridge.Kernel;

namespace Ledgerbridge.Sage;

/// <summary>Where an invoice stands.</summary>
public enum InvoiceState
{
    /// <summary>Stored, not booked, without a number.</summary>
    Draft = 1,

    /// <summary>Booked, nothing paid.</summary>
    Unpaid,

    /// <summary>Booked, partly paid.</summary>
    PartPaid,

    /// <summary>Booked and paid.</summary>
    Paid,

    /// <summary>Cancelled; the entries are reversed.</summary>
    Void,

    /// <summary>In a state of Sage's that this product does not use.</summary>
    Other,
}

/// <summary>An invoice to be booked. Prices are without VAT; the VAT of each line is ours to work out.</summary>
/// <param name="ContactId">Sage's id of the customer.</param>
/// <param name="IssuedOn">The day of the document.</param>
/// <param name="DueOn">The day payment is due.</param>
/// <param name="Reference">The customer's reference.</param>
/// <param name="Notes">Text for the customer; may be empty.</param>
/// <param name="AsDraft">True stores it without booking it.</param>
/// <param name="Currency">The currency of all its amounts.</param>
/// <param name="Lines">1 to 100 lines.</param>
public sealed record NewBooksInvoice(
    string ContactId,
    DateOnly IssuedOn,
    DateOnly DueOn,
    string Reference,
    string Notes,
    bool AsDraft,
    Currency Currency,
    IReadOnlyList<NewBooksLine> Lines
)
{
    /// <summary>The addresses, carriage and exchange rate of a document that comes from a shop; null for one written by hand.</summary>
    public TradeTerms? Terms { get; init; }
}

/// <summary>A line to be booked.</summary>
/// <param name="Description">What was sold.</param>
/// <param name="Quantity">How many.</param>
/// <param name="UnitPrice">The price of one without VAT; may have more decimals than the currency.</param>
/// <param name="TaxRateId">Sage's id of the rate.</param>
/// <param name="LedgerAccountId">Sage's id of the account.</param>
/// <param name="Vat">The line's VAT.</param>
public sealed record NewBooksLine(
    string Description,
    decimal Quantity,
    decimal UnitPrice,
    string TaxRateId,
    string LedgerAccountId,
    Money Vat
)
{
    /// <summary>
    /// What is taken off quantity times price, without VAT, zero or more; null for nothing. The line's value is the rounded product
    /// less this.
    /// </summary>
    public Money? Discount { get; init; }

    /// <summary>Goods or services, where the law of a cross-border sale asks; null where it does not.</summary>
    public SupplyKind? Supply { get; init; }

    /// <summary>Sage's id of the product, service or stock item sold; null for a line that is only text.</summary>
    public string? ItemId { get; init; }

    /// <summary>What <see cref="ItemId"/> is; null counts as a product.</summary>
    public ItemKind? ItemKind { get; init; }
}

/// <summary>An invoice as the books have it.</summary>
public sealed record BooksInvoice
{
    /// <summary>Sage's id.</summary>
    public required string Id { get; init; }

    /// <summary>The number, such as <c>SI-27</c>; null for a draft.</summary>
    public string? Number { get; init; }

    /// <summary>Where it stands.</summary>
    public required InvoiceState State { get; init; }

    /// <summary>Sage's id of the customer.</summary>
    public required string ContactId { get; init; }

    /// <summary>The customer's name as on the document.</summary>
    public required string ContactName { get; init; }

    /// <summary>The customer's reference for it.</summary>
    public required string Reference { get; init; }

    /// <summary>The day of the document.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>The day payment is due; null when Sage gives none.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>Value without VAT, carriage included.</summary>
    public required Money Net { get; init; }

    /// <summary>VAT, that on carriage included.</summary>
    public required Money Vat { get; init; }

    /// <summary>What the customer pays.</summary>
    public required Money Gross { get; init; }

    /// <summary>What is still to be paid.</summary>
    public required Money Outstanding { get; init; }

    /// <summary>What the customer pays in the currency of the books; null when Sage does not say.</summary>
    public decimal? BaseGross { get; init; }

    /// <summary>Text for the customer.</summary>
    public string Notes { get; init; } = "";

    /// <summary>Why it was voided.</summary>
    public string? VoidReason { get; init; }

    /// <summary>True once it was sent to the customer.</summary>
    public bool Sent { get; init; }

    /// <summary>Its page in Sage, or null when Sage gives none.</summary>
    public Uri? SagePage { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The lines; empty when a list was read without them.</summary>
    public IReadOnlyList<BooksLine> Lines { get; init; } = [];
}

/// <summary>A line as the books have it.</summary>
/// <param name="Description">What was sold.</param>
/// <param name="Quantity">How many.</param>
/// <param name="UnitPrice">Price of one without VAT.</param>
/// <param name="TaxRateId">Sage's id of the rate.</param>
/// <param name="LedgerAccountId">Sage's id of the account.</param>
/// <param name="Net">Value without VAT.</param>
/// <param name="Vat">VAT.</param>
public sealed record BooksLine(
    string Description,
    decimal Quantity,
    decimal UnitPrice,
    string TaxRateId,
    string LedgerAccountId,
    Money Net,
    Money Vat
);

/// <summary>Customer or supplier.</summary>
public enum ContactKind
{
    /// <summary>Buys from the business.</summary>
    Customer = 1,

    /// <summary>Sells to the business.</summary>
    Supplier,
}

/// <summary>An address.</summary>
public sealed record PostalAddress
{
    /// <summary>First line.</summary>
    public string Line1 { get; init; } = "";

    /// <summary>Second line.</summary>
    public string Line2 { get; init; } = "";

    /// <summary>Town.</summary>
    public string City { get; init; } = "";

    /// <summary>Province, county or state.</summary>
    public string Region { get; init; } = "";

    /// <summary>Post code.</summary>
    public string PostalCode { get; init; } = "";

    /// <summary>ISO 3166 code in capitals; empty when unknown.</summary>
    public string CountryCode { get; init; } = "";

    /// <summary>True when nothing but perhaps the country is known.</summary>
    [JsonIgnore]
    public bool IsEmpty => Line1.Length + Line2.Length + City.Length + Region.Length + PostalCode.Length == 0;
}

/// <summary>What people say about a contact: everything that can be typed.</summary>
public sealed record ContactDetails
{
    /// <summary>Customer or supplier.</summary>
    public required ContactKind Kind { get; init; }

    /// <summary>The name, 1 to 100 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Our reference for it, at most 10 characters; empty lets Sage do without.</summary>
    public string Reference { get; init; } = "";

    /// <summary>VAT number.</summary>
    public string VatNumber { get; init; } = "";

    /// <summary>E-mail of the main person.</summary>
    public string Email { get; init; } = "";

    /// <summary>Telephone of the main person.</summary>
    public string Telephone { get; init; } = "";

    /// <summary>Name of the main person.</summary>
    public string PersonName { get; init; } = "";

    /// <summary>The main address.</summary>
    public PostalAddress Address { get; init; } = new();

    /// <summary>Where goods go, for customers. Null when there is none; in a change, when it is to stay as it is.</summary>
    public PostalAddress? DeliveryAddress { get; init; }

    /// <summary>Days to pay; null leaves it to the business's settings.</summary>
    public int? CreditDays { get; init; }

    /// <summary>The contact's one currency; null takes the books' own.</summary>
    public Currency? Currency { get; init; }

    /// <summary>Notes.</summary>
    public string Notes { get; init; } = "";
}

/// <summary>What an address of a contact is for.</summary>
public enum AddressKind
{
    /// <summary>Where bills go.</summary>
    Accounts = 1,

    /// <summary>Where goods go.</summary>
    Delivery,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>What people say about an address of a contact.</summary>
public sealed record ContactAddressDetails
{
    /// <summary>What it is called, 1 to 50 characters.</summary>
    public required string Name { get; init; }

    /// <summary>What it is for; <see cref="AddressKind.Other"/> in a change leaves it as it is.</summary>
    public required AddressKind Kind { get; init; }

    /// <summary>The lines.</summary>
    public required PostalAddress Address { get; init; }

    /// <summary>True for the contact's main address, of which there is one.</summary>
    public bool Main { get; init; }
}

/// <summary>What people say about a person at a contact.</summary>
public sealed record ContactPersonDetails
{
    /// <summary>The name, 1 to 50 characters.</summary>
    public required string Name { get; init; }

    /// <summary>What the person does.</summary>
    public string JobTitle { get; init; } = "";

    /// <summary>E-mail.</summary>
    public string Email { get; init; } = "";

    /// <summary>Telephone.</summary>
    public string Telephone { get; init; } = "";

    /// <summary>Mobile telephone.</summary>
    public string Mobile { get; init; } = "";

    /// <summary>True for the person to write to, of whom there is one.</summary>
    public bool Main { get; init; }
}

/// <summary>An address of a contact as the books have it.</summary>
/// <param name="Id">Sage's id.</param>
/// <param name="Details">What is known about it.</param>
public sealed record BooksContactAddress(string Id, ContactAddressDetails Details);

/// <summary>A person at a contact as the books have it.</summary>
/// <param name="Id">Sage's id.</param>
/// <param name="AddressId">Sage's id of the address the person belongs to; null when Sage gives none.</param>
/// <param name="Details">What is known about the person.</param>
public sealed record BooksContactPerson(string Id, string? AddressId, ContactPersonDetails Details);

/// <summary>The addresses and persons of a contact.</summary>
/// <param name="Addresses">Its addresses, the main one first.</param>
/// <param name="Persons">Its persons, the main one first.</param>
public sealed record BooksContactParts(IReadOnlyList<BooksContactAddress> Addresses, IReadOnlyList<BooksContactPerson> Persons);

/// <summary>A contact as the books have it.</summary>
public sealed record BooksContact
{
    /// <summary>Sage's id.</summary>
    public required string Id { get; init; }

    /// <summary>What is known about it.</summary>
    public required ContactDetails Details { get; init; }

    /// <summary>
    /// False when Sage answered with the names of the main address and person only, as it does after a change: then
    /// <see cref="Details"/> lacks both, and the contact has to be read by itself.
    /// </summary>
    public bool Complete { get; init; } = true;

    /// <summary>What it owes; null when not asked for.</summary>
    public decimal? Balance { get; init; }

    /// <summary>False once it was put out of use.</summary>
    public bool Active { get; init; } = true;

    /// <summary>True for Sage's own contacts.</summary>
    public bool System { get; init; }

    /// <summary>Sage's id of the main address, or null.</summary>
    public string? AddressId { get; init; }

    /// <summary>Sage's id of the delivery address, or null.</summary>
    public string? DeliveryAddressId { get; init; }

    /// <summary>Sage's id of the main person, or null.</summary>
    public string? PersonId { get; init; }

    /// <summary>Its page in Sage, or null.</summary>
    public Uri? SagePage { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }
}
