namespace Ledgerbridge.Sage.V31.Models;

/// <summary>What sales invoices and sales credit notes have in common.</summary>
public abstract record SageSalesDocument : SageRecord
{
    /// <summary>Pages of it in Sage.</summary>
    public IReadOnlyList<SageLink> Links
    {
        get;
        init => field = WireLists.WithoutHoles(value);
    } = [];

    /// <summary>The customer.</summary>
    public SageReference? Contact { get; init; }

    /// <summary>The customer's name when the document was made.</summary>
    public string? ContactName { get; init; }

    /// <summary>The customer's reference when the document was made.</summary>
    public string? ContactReference { get; init; }

    /// <summary>The day of the document.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The customer's reference.</summary>
    public string? Reference { get; init; }

    /// <summary>Notes.</summary>
    public string? Notes { get; init; }

    /// <summary>Billing address as it was.</summary>
    public SageAddress? MainAddress { get; init; }

    /// <summary>Delivery address as it was.</summary>
    public SageAddress? DeliveryAddress { get; init; }

    /// <summary>Carriage without tax.</summary>
    public decimal? ShippingNetAmount { get; init; }

    /// <summary>Tax on carriage, always worked out by Sage.</summary>
    public decimal? ShippingTaxAmount { get; init; }

    /// <summary>Value without tax.</summary>
    public decimal? NetAmount { get; init; }

    /// <summary>Tax.</summary>
    public decimal? TaxAmount { get; init; }

    /// <summary>Value with tax and carriage.</summary>
    public decimal? TotalAmount { get; init; }

    /// <summary>What is still to be paid or used; nothing for a draft.</summary>
    public decimal? OutstandingAmount { get; init; }

    /// <summary>Value with tax and carriage in the currency of the books.</summary>
    public decimal? BaseCurrencyTotalAmount { get; init; }

    /// <summary>The document's currency.</summary>
    public SageReference? Currency { get; init; }

    /// <summary>The rate of exchange.</summary>
    public decimal? ExchangeRate { get; init; }

    /// <summary>Such as <c>UNPAID</c>.</summary>
    public SageReference? Status { get; init; }

    /// <summary>True once it was sent to the customer.</summary>
    public bool? Sent { get; init; }

    /// <summary>Why it was voided.</summary>
    public string? VoidReason { get; init; }

    /// <summary>What settled it; only when asked for.</summary>
    public IReadOnlyList<SagePaymentAllocation> PaymentsAllocations
    {
        get;
        init => field = WireLists.WithoutHoles(value);
    } = [];
}

/// <summary>One line of a sales invoice or credit note.</summary>
public sealed record SageSalesLine
{
    /// <summary>The line's id, by which it can be changed.</summary>
    public string? Id { get; init; }

    /// <summary>What was sold.</summary>
    public string? Description { get; init; }

    /// <summary>The account it is booked to.</summary>
    public SageReference? LedgerAccount { get; init; }

    /// <summary>How many.</summary>
    public decimal? Quantity { get; init; }

    /// <summary>Price of one.</summary>
    public decimal? UnitPrice { get; init; }

    /// <summary>Value without tax.</summary>
    public decimal? NetAmount { get; init; }

    /// <summary>Rate of tax.</summary>
    public SageReference? TaxRate { get; init; }

    /// <summary>Tax, as it was sent.</summary>
    public decimal? TaxAmount { get; init; }

    /// <summary>Value with tax.</summary>
    public decimal? TotalAmount { get; init; }
}
