using Ledgerbridge.Sage;
using Ledgerbridge.Server.Stores.Documents;

namespace Ledgerbridge.Server.Posting.Plans.Internal;

/// <summary>An invoice or credit memo of the shop, as far as they are alike.</summary>
internal sealed record SalesInput
{
    /// <summary>What people call it: <c>invoice</c> or <c>credit memo</c>.</summary>
    public required string What { get; init; }

    /// <summary>Its rows, those without money among them.</summary>
    public required IReadOnlyList<StoreLine> Rows { get; init; }

    /// <summary>Delivery without tax, before discount.</summary>
    public required decimal Shipping { get; init; }

    /// <summary>Tax on delivery.</summary>
    public required decimal ShippingTax { get; init; }

    /// <summary>All discount; null when the document does not say.</summary>
    public decimal? Discount { get; init; }

    /// <summary>Given back on top.</summary>
    public decimal AdjustmentUp { get; init; }

    /// <summary>Kept as a fee.</summary>
    public decimal AdjustmentDown { get; init; }

    /// <summary>What it all comes to.</summary>
    public required decimal GrandTotal { get; init; }

    /// <summary>Its currency.</summary>
    public required ExchangeTerms Exchange { get; init; }

    /// <summary>Its addresses.</summary>
    public required DocumentAddresses Addresses { get; init; }

    /// <summary>The day whose rates of tax it bears.</summary>
    public required DateOnly TaxedOn { get; init; }

    /// <summary>Everything else.</summary>
    public required PlanFacts Facts { get; init; }

    /// <summary>The decisions.</summary>
    public required Notes Notes { get; init; }

    /// <summary>True when it goes to another country.</summary>
    public bool Abroad => Addresses.GoAbroad(Facts.Books.Address.CountryCode);
}

/// <summary>The money of a document, ready for the books: it comes to the shop's grand total exactly.</summary>
/// <param name="Lines">The lines; those of differences and delivery last.</param>
/// <param name="Carriage">Delivery in Sage's own field; null when it is a line or nothing.</param>
/// <param name="Expected">What the document has to come to.</param>
/// <param name="FullTexts">What Sage's lines have no room for.</param>
internal sealed record SalesMoney(
    IReadOnlyList<NewBooksLine> Lines,
    NewBooksCarriage? Carriage,
    ExpectedTotals Expected,
    IReadOnlyList<string> FullTexts
);
