using System.ComponentModel.DataAnnotations;
using Ledgerbridge.Server.Hosting;

namespace Ledgerbridge.Server.Invoicing.Internal;

/// <summary>An invoice as it is asked for. Prices are without VAT.</summary>
internal class InvoiceRequest
{
    /// <summary>The customer, an id of the contacts list.</summary>
    [Required, StringLength(64)]
    public string ContactId { get; init; } = "";

    /// <summary>The customer's reference, such as an order number; Sage keeps 25 characters of it.</summary>
    [Required, StringLength(50, MinimumLength = 1)]
    public string Reference { get; init; } = "";

    /// <summary>The day of the invoice; today in the workspace's time zone when left out.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The day payment is due; by the customer's terms when left out.</summary>
    public DateOnly? DueDate { get; init; }

    /// <summary>1 to 100 lines.</summary>
    [Required, MinLength(1), MaxLength(100)]
    public IReadOnlyList<InvoiceLineRequest> LineItems { get; init; } = [];

    /// <summary>Text for the customer.</summary>
    [SeveralLines, StringLength(5000)]
    public string? Notes { get; init; }
}

/// <summary>One line.</summary>
internal sealed class InvoiceLineRequest
{
    /// <summary>What is sold.</summary>
    [Required, SeveralLines, StringLength(500, MinimumLength = 1)]
    public string Description { get; init; } = "";

    /// <summary>How many; more than 0.</summary>
    [Required, Range(typeof(decimal), "0", "10000", MinimumIsExclusive = true), Decimals(4)]
    public decimal? Quantity { get; init; }

    /// <summary>The price of one without VAT.</summary>
    [Required, Range(typeof(decimal), "0", "1000000"), Decimals(4)]
    public decimal? UnitPrice { get; init; }

    /// <summary>An id of the business's rates; its standard rate when left out.</summary>
    [StringLength(64)]
    public string? TaxRateId { get; init; }

    /// <summary>An id of the business's sales accounts; the first of them when left out.</summary>
    [StringLength(64)]
    public string? LedgerAccountId { get; init; }
}

/// <summary>Either the preview that is confirmed, or an invoice to make in one step.</summary>
internal sealed class CreateInvoiceRequest : InvoiceRequest
{
    /// <summary>The preview to confirm; what it stored is posted, and every other field is ignored.</summary>
    [Alone, StringLength(40)]
    public string? PreviewId { get; init; }
}

/// <summary>Why an invoice is voided.</summary>
internal sealed class VoidRequest
{
    /// <summary>Sage shows it on the document.</summary>
    [Required, StringLength(200, MinimumLength = 3)]
    public string Reason { get; init; } = "";
}
