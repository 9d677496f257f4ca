namespace Ledgerbridge.Kernel;

/// <summary>One line of a sales document before it is priced, at a price without VAT.</summary>
/// <param name="Quantity">How many; may have decimals.</param>
/// <param name="UnitPrice">The price of one without VAT; may have more decimals than the currency.</param>
/// <param name="Rate">The VAT the line bears.</param>
public sealed record LineToPrice(decimal Quantity, ExactAmount UnitPrice, VatRate Rate);

/// <summary>One priced line: every figure is money, and gross is net plus VAT to the cent.</summary>
/// <param name="Net">Quantity × unit price, rounded half away from zero.</param>
/// <param name="Vat">The line's own VAT, rounded half away from zero.</param>
/// <param name="Rate">The VAT the line bears.</param>
public sealed record PricedLine(Money Net, Money Vat, VatRate Rate)
{
    /// <summary>What the customer pays for the line.</summary>
    public Money Gross => Net + Vat;
}

/// <summary>The sums of the lines that bear one rate.</summary>
/// <param name="Rate">The rate: treatment and percentage.</param>
/// <param name="Net">The value without VAT.</param>
/// <param name="Vat">The VAT.</param>
public sealed record VatSummary(VatRate Rate, Money Net, Money Vat)
{
    /// <summary>Value and VAT together.</summary>
    public Money Gross => Net + Vat;
}

/// <summary>A priced document. Its totals are sums of rounded lines, never a rounded sum (VAT Act s66 applied per line).</summary>
/// <param name="Lines">The priced lines, in the order they came.</param>
/// <param name="ByRate">The sums for each rate that occurs, highest percentage first, then by treatment.</param>
/// <param name="Net">The value without VAT.</param>
/// <param name="Vat">The VAT.</param>
public sealed record PricedDocument(IReadOnlyList<PricedLine> Lines, IReadOnlyList<VatSummary> ByRate, Money Net, Money Vat)
{
    /// <summary>What the customer pays.</summary>
    public Money Gross => Net + Vat;
}

/// <summary>Prices documents line by line.</summary>
public static class Pricing
{
    /// <summary>Prices one line: net first, then the VAT on the rounded net.</summary>
    public static PricedLine Price(LineToPrice line)
    {
        var net = (line.UnitPrice * line.Quantity).Round(Rounding.HalfAwayFromZero);
        return new PricedLine(net, line.Rate.OnExclusive(net), line.Rate);
    }

    /// <summary>Prices a document in one currency.</summary>
    /// <exception cref="InvalidOperationException">A line is in another currency.</exception>
    public static PricedDocument Price(IEnumerable<LineToPrice> lines, Currency currency)
    {
        PricedLine[] priced = [.. lines.Select(Price)];
        VatSummary[] byRate =
        [
            .. priced
                .GroupBy(static line => line.Rate)
                .OrderByDescending(static group => group.Key.Percentage)
                .ThenBy(static group => group.Key.Treatment)
                .Select(group => new VatSummary(
                    group.Key,
                    group.Select(static line => line.Net).Sum(currency),
                    group.Select(static line => line.Vat).Sum(currency)
                )),
        ];
        return new PricedDocument(
            priced,
            byRate,
            byRate.Select(static rate => rate.Net).Sum(currency),
            byRate.Select(static rate => rate.Vat).Sum(currency)
        );
    }
}
