using Ledgerbridge.Kernel;

namespace Ledgerbridge.Sage;

/// <summary>What a shop's document says beyond its lines.</summary>
public sealed record TradeTerms
{
    /// <summary>Where the bill goes.</summary>
    public required PostalAddress BillingAddress { get; init; }

    /// <summary>Where the goods go. Always sent: Sage would take the billing address for it.</summary>
    public required PostalAddress DeliveryAddress { get; init; }

    /// <summary>What sending the goods costs; null when nothing is charged.</summary>
    public NewBooksCarriage? Carriage { get; init; }

    /// <summary>
    /// Base currency for one unit of the document's currency, up to ten decimals; null for a document in the base currency. The adapter
    /// turns it into the direction that the region's books want.
    /// </summary>
    public decimal? ExchangeRate { get; init; }
}

/// <summary>Carriage on a document. Sage works its VAT out again from the rate, whatever is sent.</summary>
/// <param name="Net">Without VAT, more than zero.</param>
/// <param name="TaxRateId">Sage's id of the rate.</param>
/// <param name="Vat">The VAT Sage is expected to come to.</param>
public sealed record NewBooksCarriage(Money Net, string TaxRateId, Money Vat);

/// <summary>What a cross-border sale consists of, for statistics and place-of-supply rules.</summary>
public enum SupplyKind
{
    /// <summary>Things.</summary>
    Goods = 1,

    /// <summary>Work, downloads, licences.</summary>
    Services,
}

/// <summary>A credit note to be booked; its amounts are positive.</summary>
/// <param name="ContactId">Sage's id of the customer: the one of the invoice it credits.</param>
/// <param name="IssuedOn">The day of the document.</param>
/// <param name="Reference">The shop's number, at most 25 characters.</param>
/// <param name="Notes">Text for the customer; may be empty.</param>
/// <param name="Currency">The currency of all its amounts.</param>
/// <param name="Lines">At least one line, unless there is carriage.</param>
public sealed record NewBooksCreditNote(
    string ContactId,
    DateOnly IssuedOn,
    string Reference,
    string Notes,
    Currency Currency,
    IReadOnlyList<NewBooksLine> Lines
)
{
    /// <summary>Addresses, carriage and exchange rate.</summary>
    public TradeTerms? Terms { get; init; }

    /// <summary>The number of the invoice it credits; null when it credits none in particular.</summary>
    public string? InvoiceNumber { get; init; }

    /// <summary>The day of the invoice it credits; null when it credits none in particular.</summary>
    public DateOnly? InvoiceIssuedOn { get; init; }
}

/// <summary>A credit note as the books have it; its amounts are positive.</summary>
public sealed record BooksCreditNote
{
    /// <summary>Sage's id.</summary>
    public required string Id { get; init; }

    /// <summary>The number, such as <c>SC-4</c>; null for a draft.</summary>
    public string? Number { get; init; }

    /// <summary>Where it stands; <see cref="InvoiceState.Paid"/> means used up.</summary>
    public required InvoiceState State { get; init; }

    /// <summary>Sage's id of the customer.</summary>
    public required string ContactId { get; init; }

    /// <summary>The customer's name as on the document.</summary>
    public required string ContactName { get; init; }

    /// <summary>The reference.</summary>
    public required string Reference { get; init; }

    /// <summary>The day of the document.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>Value without VAT, carriage included.</summary>
    public required Money Net { get; init; }

    /// <summary>VAT, that on carriage included.</summary>
    public required Money Vat { get; init; }

    /// <summary>What the customer gets back.</summary>
    public required Money Gross { get; init; }

    /// <summary>What is not yet used or paid back.</summary>
    public required Money Outstanding { get; init; }

    /// <summary>The value in the currency of the books; null when Sage does not say.</summary>
    public decimal? BaseGross { get; init; }

    /// <summary>Text for the customer.</summary>
    public string Notes { get; init; } = "";

    /// <summary>Why it was voided.</summary>
    public string? VoidReason { get; init; }

    /// <summary>The lines.</summary>
    public IReadOnlyList<BooksLine> Lines { get; init; } = [];

    /// <summary>Its page in Sage, or null when Sage gives none.</summary>
    public Uri? SagePage { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }
}

/// <summary>Which way the money of a payment went.</summary>
public enum PaymentDirection
{
    /// <summary>From the customer to the business.</summary>
    Receipt = 1,

    /// <summary>Back to the customer.</summary>
    Refund,
}

/// <summary>A payment to be booked together with what it pays for.</summary>
/// <param name="Direction">Which way the money went.</param>
/// <param name="ContactId">Sage's id of the customer.</param>
/// <param name="BankAccountId">Sage's id of the account it arrived in.</param>
/// <param name="PaidOn">The day.</param>
/// <param name="Amount">How much, more than zero.</param>
/// <param name="Reference">At most 25 characters.</param>
/// <param name="Allocations">The documents it pays; their amounts together are not more than the payment's.</param>
public sealed record NewBooksPayment(
    PaymentDirection Direction,
    string ContactId,
    string BankAccountId,
    DateOnly PaidOn,
    Money Amount,
    string Reference,
    IReadOnlyList<AllocationPart> Allocations
)
{
    /// <summary>Sage's id of the way of paying; null leaves it open.</summary>
    public string? PaymentMethodId { get; init; }

    /// <summary>
    /// Base currency for one unit of the payment's currency; null in the base currency. Sage would take 1 when it is missing.
    /// </summary>
    public decimal? ExchangeRate { get; init; }
}

/// <summary>A share of a payment or allocation.</summary>
/// <param name="DocumentId">Sage's id of the invoice, credit note or payment on account.</param>
/// <param name="Amount">
/// In a payment more than zero. In an allocation positive for an invoice, negative for a credit note or payment on account, together zero.
/// </param>
public sealed record AllocationPart(string DocumentId, Money Amount);

/// <summary>A payment as the books have it.</summary>
public sealed record BooksPayment
{
    /// <summary>Sage's id.</summary>
    public required string Id { get; init; }

    /// <summary>Which way the money went.</summary>
    public required PaymentDirection Direction { get; init; }

    /// <summary>Sage's id of the customer.</summary>
    public required string ContactId { get; init; }

    /// <summary>The reference.</summary>
    public required string Reference { get; init; }

    /// <summary>The day.</summary>
    public required DateOnly PaidOn { get; init; }

    /// <summary>How much.</summary>
    public required Money Amount { get; init; }

    /// <summary>What it paid for.</summary>
    public IReadOnlyList<AllocationPart> Allocations { get; init; } = [];

    /// <summary>
    /// Sage's id of what is left of it on the customer's account, which is not the payment's own; null when nothing is left.
    /// </summary>
    public string? OnAccountId { get; init; }

    /// <summary>What is left of it on the contact's account; null when nothing ever was.</summary>
    public Money? OnAccount { get; init; }

    /// <summary>Whose money: a customer's, or a supplier's, for whom a receipt is money paid out.</summary>
    public ContactKind Party { get; init; } = ContactKind.Customer;

    /// <summary>The contact's name.</summary>
    public string ContactName { get; init; } = "";

    /// <summary>Sage's id of the way of paying; null when it is left open.</summary>
    public string? PaymentMethodId { get; init; }

    /// <summary>Sage's id of the bank account; null when Sage does not say.</summary>
    public string? BankAccountId { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }
}

/// <summary>An allocation to be booked: credit notes and payments on account set against invoices of one customer.</summary>
/// <param name="ContactId">Sage's id of the customer.</param>
/// <param name="AllocatedOn">The day.</param>
/// <param name="Parts">At least two; together zero.</param>
public sealed record NewBooksAllocation(string ContactId, DateOnly AllocatedOn, IReadOnlyList<AllocationPart> Parts);

/// <summary>An allocation as the books have it.</summary>
/// <param name="Id">Sage's id.</param>
/// <param name="ContactId">Sage's id of the customer.</param>
/// <param name="Parts">What was set against what.</param>
public sealed record BooksAllocation(string Id, string ContactId, IReadOnlyList<AllocationPart> Parts);

/// <summary>A document together with what settled it.</summary>
/// <param name="Document">The document.</param>
/// <param name="Settlements">The payments and allocations it is part of, oldest first.</param>
public sealed record Settled<T>(T Document, IReadOnlyList<BooksSettlement> Settlements);

/// <summary>A payment or an allocation, as the document shows it that it settles.</summary>
/// <param name="SettledOn">The day; null when Sage gives none.</param>
/// <param name="Reference">The payment's reference; empty for an allocation.</param>
/// <param name="Amount">How much of the document it settles.</param>
/// <param name="PaymentId">Sage's id of the payment; null when it is an allocation.</param>
/// <param name="AllocationId">Sage's id of the allocation; null when it is a payment.</param>
public sealed record BooksSettlement(DateOnly? SettledOn, string Reference, Money Amount, string? PaymentId, string? AllocationId);

/// <summary>The kinds of things the books can list as sold.</summary>
public enum ItemKind
{
    /// <summary>A product whose stock nobody counts.</summary>
    Product = 1,

    /// <summary>Work.</summary>
    Service,

    /// <summary>A product whose stock the books count.</summary>
    StockItem,
}

/// <summary>What is known about a thing that is sold.</summary>
public sealed record ItemDetails
{
    /// <summary>Product, service or stock item.</summary>
    public required ItemKind Kind { get; init; }

    /// <summary>The SKU, at most 30 characters.</summary>
    public required string Code { get; init; }

    /// <summary>What it is, 1 to 255 characters.</summary>
    public required string Description { get; init; }

    /// <summary>Sage's id of the account its sales go to.</summary>
    public required string SalesAccountId { get; init; }

    /// <summary>Sage's id of the account its purchases go to; not used for a service.</summary>
    public string? PurchaseAccountId { get; init; }

    /// <summary>Sage's id of the rate its sales carry; null leaves it open.</summary>
    public string? SalesTaxRateId { get; init; }

    /// <summary>The price; null when there is none.</summary>
    public decimal? SalesPrice { get; init; }

    /// <summary>
    /// Sage's id of the price list that <see cref="SalesPrice"/> stands in; null for the usual one by its English name, which a business
    /// may have changed.
    /// </summary>
    public string? PriceTypeId { get; init; }

    /// <summary>True when <see cref="SalesPrice"/> includes VAT.</summary>
    public bool SalesPriceIncludesVat { get; init; }

    /// <summary>What it costs the business; null when unknown.</summary>
    public decimal? CostPrice { get; init; }

    /// <summary>Notes; may be empty.</summary>
    public string Notes { get; init; } = "";
}

/// <summary>A thing that is sold, as the books have it.</summary>
public sealed record BooksItem
{
    /// <summary>Sage's id.</summary>
    public required string Id { get; init; }

    /// <summary>What is known about it.</summary>
    public required ItemDetails Details { get; init; }

    /// <summary>How many the books count; null for what is not counted.</summary>
    public decimal? QuantityInStock { get; init; }

    /// <summary>False once it was put out of use.</summary>
    public bool Active { get; init; } = true;

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }
}

/// <summary>A change of stock to be booked.</summary>
/// <param name="ItemId">Sage's id of the stock item.</param>
/// <param name="MovedOn">The day.</param>
/// <param name="Quantity">Positive in, negative out, never zero.</param>
/// <param name="CostPrice">The cost of one, zero or more.</param>
/// <param name="Details">Why, at most 50 characters.</param>
public sealed record NewStockMovement(string ItemId, DateOnly MovedOn, decimal Quantity, decimal CostPrice, string Details);

/// <summary>A change of stock as the books have it.</summary>
/// <param name="Id">Sage's id.</param>
/// <param name="ItemId">Sage's id of the stock item.</param>
/// <param name="Quantity">Positive in, negative out.</param>
/// <param name="Details">Why.</param>
public sealed record BooksStockMovement(string Id, string ItemId, decimal Quantity, string Details);
