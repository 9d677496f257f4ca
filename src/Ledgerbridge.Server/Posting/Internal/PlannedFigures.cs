using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Posting.Plans;

namespace Ledgerbridge.Server.Posting.Internal;

/// <summary>What an invoice or credit note has to come to, held against what Sage made of it.</summary>
internal sealed class PlannedFigures
{
    private readonly int _parts;
    private readonly ExpectedTotals? _expected;

    private PlannedFigures(Money gross, Money vat, int parts, ExpectedTotals? expected) =>
        (Gross, Vat, _parts, _expected) = (gross, vat, parts, expected);

    /// <summary>The total.</summary>
    public Money Gross { get; }

    /// <summary>The VAT in it.</summary>
    public Money Vat { get; }

    public static PlannedFigures Of(NewBooksInvoice plan, ExpectedTotals? expected) =>
        Of(plan.Currency, plan.Lines, plan.Terms?.Carriage, expected);

    public static PlannedFigures Of(NewBooksCreditNote plan, ExpectedTotals? expected) =>
        Of(plan.Currency, plan.Lines, plan.Terms?.Carriage, expected);

    /// <summary>
    /// Whether a record with this total may be the one that was sent: Sage works the VAT of carriage out for itself, so it may be off by
    /// the smallest unit for each line and carriage, and is then told as different.
    /// </summary>
    public bool MayBe(Money gross) => gross.Currency == Gross.Currency && Distance(gross) <= Unit.Amount * _parts;

    /// <summary>How far a total is from the planned one; what is nearest is tried first.</summary>
    public decimal Distance(Money gross) => Math.Abs(gross.Amount - Gross.Amount);

    /// <summary>How Sage's figures differ from the planned ones, in a sentence; null when they do not.</summary>
    public string? Difference(Money gross, Money vat, decimal? baseGross)
    {
        if (gross != Gross || vat != Vat)
        {
            return $"Sage booked {MoneyText.Screen(gross)} with {MoneyText.Screen(vat)} VAT, but "
                + $"{MoneyText.Screen(Gross)} with {MoneyText.Screen(Vat)} VAT was planned.";
        }
        if (_expected is null || _expected.BaseAgrees(baseGross, _parts))
            return null;
        var said = new ExactAmount(baseGross!.Value, _expected.BaseGross.Currency).Round(Rounding.HalfAwayFromZero);
        return $"Sage counts the {MoneyText.Screen(gross)} as {MoneyText.Screen(said)} in the books, but "
            + $"{MoneyText.Screen(_expected.BaseGross)} was planned: it used another exchange rate.";
    }

    private static PlannedFigures Of(
        Currency currency,
        IReadOnlyList<NewBooksLine> lines,
        NewBooksCarriage? carriage,
        ExpectedTotals? expected
    )
    {
        var parts = lines.Count + (carriage is null ? 0 : 1);
        if (expected is not null)
            return new PlannedFigures(expected.Gross, expected.Vat, parts, expected);
        var zero = Money.Zero(currency);
        var vat = lines.Select(static line => line.Vat).Sum(currency) + (carriage?.Vat ?? zero);
        var net = lines.Select(line => NetOf(line, currency)).Sum(currency) + (carriage?.Net ?? zero);
        return new PlannedFigures(net + vat, vat, parts, expected: null);
    }

    private static Money NetOf(NewBooksLine line, Currency currency) =>
        (new ExactAmount(line.UnitPrice, currency) * line.Quantity).Round(Rounding.HalfAwayFromZero)
        - (line.Discount ?? Money.Zero(currency));

    private Money Unit => Money.FromMinorUnits(1, Gross.Currency);
}
