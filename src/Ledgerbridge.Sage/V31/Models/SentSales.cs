namespace Ledgerbridge.Sage.V31.Models;

/// <summary>A sales invoice to be made; sent wrapped in its singular name.</summary>
/// <param name="SalesInvoice">The document.</param>
public sealed record SendSalesInvoice(NewSageSalesInvoice SalesInvoice);

/// <summary>What is sent for a sales invoice. Header totals are left out: Sage works them out and would compare.</summary>
public sealed record NewSageSalesInvoice
{
    /// <summary>32 hexadecimal digits of ours; the same one within seven days answers the first result again.</summary>
    public string? IdempotencyId { get; init; }

    /// <summary>The customer.</summary>
    public string? ContactId { get; init; }

    /// <summary>The day of the document.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The day payment is due.</summary>
    public DateOnly? DueDate { get; init; }

    /// <summary>The customer's reference.</summary>
    public string? Reference { get; init; }

    /// <summary>Notes.</summary>
    public string? Notes { get; init; }

    /// <summary><c>DRAFT</c>, or null for a live invoice.</summary>
    public string? StatusId { get; init; }

    /// <summary>The document's currency; null for the contact's.</summary>
    public string? CurrencyId { get; init; }

    /// <summary>Billing address as it is to stand on the document; null for the contact's.</summary>
    public NewSageAddress? MainAddress { get; init; }

    /// <summary>Delivery address; when it is missing Sage takes the billing address.</summary>
    public NewSageAddress? DeliveryAddress { get; init; }

    /// <summary>Carriage without tax; its tax is Sage's to work out.</summary>
    public decimal? ShippingNetAmount { get; init; }

    /// <summary>Rate of tax on carriage.</summary>
    public string? ShippingTaxRateId { get; init; }

    /// <summary>The rate of exchange, quoted as the business's country wants it; null in the base currency.</summary>
    public decimal? ExchangeRate { get; init; }

    /// <summary>The lines.</summary>
    public IReadOnlyList<NewSageSalesLine>? InvoiceLines { get; init; }
}

/// <summary>A sales credit note to be made; sent wrapped in its singular name.</summary>
/// <param name="SalesCreditNote">The document.</param>
public sealed record SendSalesCreditNote(NewSageSalesCreditNote SalesCreditNote);

/// <summary>
/// What is sent for a sales credit note; amounts are positive. Sage has no field for the number of the invoice it credits.
/// </summary>
public sealed record NewSageSalesCreditNote
{
    /// <summary>32 hexadecimal digits of ours.</summary>
    public string? IdempotencyId { get; init; }

    /// <summary>The customer.</summary>
    public string? ContactId { get; init; }

    /// <summary>The day of the document.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The day of the invoice it credits.</summary>
    public DateOnly? OriginalInvoiceDate { get; init; }

    /// <summary>The reference.</summary>
    public string? Reference { get; init; }

    /// <summary>Notes.</summary>
    public string? Notes { get; init; }

    /// <summary><c>DRAFT</c>, or null for a live credit note.</summary>
    public string? StatusId { get; init; }

    /// <summary>The document's currency; null for the contact's.</summary>
    public string? CurrencyId { get; init; }

    /// <summary>Billing address as it is to stand on the document; null for the contact's.</summary>
    public NewSageAddress? MainAddress { get; init; }

    /// <summary>Delivery address; when it is missing Sage takes the billing address.</summary>
    public NewSageAddress? DeliveryAddress { get; init; }

    /// <summary>Carriage without tax; its tax is Sage's to work out.</summary>
    public decimal? ShippingNetAmount { get; init; }

    /// <summary>Rate of tax on carriage.</summary>
    public string? ShippingTaxRateId { get; init; }

    /// <summary>The rate of exchange, quoted as the business's country wants it; null in the base currency.</summary>
    public decimal? ExchangeRate { get; init; }

    /// <summary>The lines.</summary>
    public IReadOnlyList<NewSageSalesLine>? CreditNoteLines { get; init; }
}

/// <summary>What is sent for a line. The tax amount is always sent: Sage never works it out.</summary>
public sealed record NewSageSalesLine
{
    /// <summary>What was sold.</summary>
    public string? Description { get; init; }

    /// <summary>The account it is booked to; must be visible in sales.</summary>
    public string? LedgerAccountId { get; init; }

    /// <summary>How many.</summary>
    public decimal Quantity { get; init; }

    /// <summary>Price of one without tax.</summary>
    public decimal UnitPrice { get; init; }

    /// <summary>Rate of tax.</summary>
    public string? TaxRateId { get; init; }

    /// <summary>The line's tax to the cent.</summary>
    public decimal TaxAmount { get; init; }

    /// <summary>What is taken off the line, without tax; null for nothing.</summary>
    public decimal? DiscountAmount { get; init; }

    /// <summary><c>GOODS</c> or <c>SERVICES</c>, the same on all lines; null where the law does not ask.</summary>
    public string? EuGoodsServicesTypeId { get; init; }

    /// <summary>The product or stock item sold.</summary>
    public string? ProductId { get; init; }

    /// <summary>The service sold.</summary>
    public string? ServiceId { get; init; }
}
