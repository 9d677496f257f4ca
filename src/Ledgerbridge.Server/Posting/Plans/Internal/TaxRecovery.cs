using Ledgerbridge.Kernel;

namespace Ledgerbridge.Server.Posting.Plans.Internal;

/// <summary>How the shop taxes a discounted row. The document does not say; its figures fit one of these.</summary>
internal enum DiscountTax
{
    /// <summary>Prices without tax, tax on what is left after the discount: the usual shop.</summary>
    AfterDiscount = 1,

    /// <summary>Prices with tax, so that the discount has tax inside; the shop's row totals leave that tax out (the hidden tax).</summary>
    PricesWithTax,

    /// <summary>Tax on the price before the discount.</summary>
    BeforeDiscount,
}

/// <summary>The figures of one row, or of delivery, as the shop charged them.</summary>
/// <param name="Subtotal">Without tax, before discount.</param>
/// <param name="Discount">What was taken off, tax inside or not.</param>
/// <param name="Tax">The tax.</param>
/// <param name="Quantity">How many; a shop may round the tax of each one.</param>
internal sealed record ChargedAmounts(Money Subtotal, Money Discount, Money Tax, decimal Quantity);

/// <summary>
/// Finds the rate behind diluted figures. The quotient a document carries is tax over value <em>before</em> discount, so a coupon of 10 %
/// makes 20 % read 18 %; pennies do the rest. So the figures are solved for the rate, and the rate is one of those the business knows.
/// </summary>
internal static class TaxRecovery
{
    /// <summary>Tax that is further off than this part of itself was charged at another rate, however many pieces were rounded.</summary>
    private const decimal OffMax = 0.02m;

    private const decimal HalfUnitEach = 0.5m;
    private const int RootSteps = 60;

    /// <summary>The value the tax was charged on, without tax, if the rate is this one.</summary>
    public static decimal TaxedValue(ChargedAmounts amounts, decimal fraction, DiscountTax mode) =>
        mode switch
        {
            DiscountTax.AfterDiscount => amounts.Subtotal.Amount - amounts.Discount.Amount,
            DiscountTax.PricesWithTax => amounts.Subtotal.Amount - (amounts.Discount.Amount / (1m + fraction)),
            _ => amounts.Subtotal.Amount,
        };

    /// <summary>The value that is sold, without tax and after discount, if the rate is this one; unrounded.</summary>
    public static decimal SoldValue(ChargedAmounts amounts, decimal fraction, DiscountTax mode) =>
        mode == DiscountTax.PricesWithTax ? TaxedValue(amounts, fraction, mode) : amounts.Subtotal.Amount - amounts.Discount.Amount;

    /// <summary>
    /// The rates that the figures fit, best first: those whose tax comes within a unit of the charged one, plus half a unit for each
    /// piece. Of equally good ones the preferred comes first, then the order of the candidates.
    /// </summary>
    public static IEnumerable<TaxCandidate> Fitting(
        ChargedAmounts amounts,
        DiscountTax mode,
        IEnumerable<TaxCandidate> candidates,
        decimal? preferred
    )
    {
        var unit = Money.FromMinorUnits(1, amounts.Tax.Currency).Amount;
        var tolerance = unit + Math.Min(HalfUnitEach * unit * Math.Abs(amounts.Quantity), OffMax * Math.Abs(amounts.Tax.Amount));
        return candidates
            .Select(candidate => (Candidate: candidate, Off: Off(amounts, mode, candidate)))
            .Where(found => found.Off <= tolerance && IsPossible(amounts, mode, found.Candidate))
            .OrderBy(static found => found.Off)
            .ThenByDescending(found => found.Candidate.Percentage == preferred)
            .Select(static found => found.Candidate);
    }

    /// <summary>
    /// The rate the figures solve to, as a percentage, for people to read; null when they solve to none. With tax inside the discount,
    /// tax = (s − d / x)(x − 1) for x = 1 + rate, which is s·x² − (s + d + tax)·x + d = 0.
    /// </summary>
    public static decimal? Solve(ChargedAmounts amounts, DiscountTax mode)
    {
        var (subtotal, discount, tax) = (amounts.Subtotal.Amount, amounts.Discount.Amount, amounts.Tax.Amount);
        if (mode != DiscountTax.PricesWithTax)
        {
            var value = mode == DiscountTax.AfterDiscount ? subtotal - discount : subtotal;
            return value > 0m ? tax / value * 100m : null;
        }
        var middle = subtotal + discount + tax;
        var underRoot = (middle * middle) - (4m * subtotal * discount);
        return subtotal > 0m && underRoot >= 0m ? (((middle + Root(underRoot)) / (2m * subtotal)) - 1m) * 100m : null;
    }

    private static decimal Off(ChargedAmounts amounts, DiscountTax mode, TaxCandidate candidate)
    {
        var exact = new ExactAmount(TaxedValue(amounts, candidate.Fraction, mode) * candidate.Fraction, amounts.Tax.Currency);
        return Math.Abs(exact.Round(Rounding.HalfAwayFromZero).Amount - amounts.Tax.Amount);
    }

    /// <summary>
    /// A discount does not turn a sale into its opposite: a value below nothing says that the rate or the mode is another.
    /// </summary>
    private static bool IsPossible(ChargedAmounts amounts, DiscountTax mode, TaxCandidate candidate) =>
        amounts.Discount.IsZero || SoldValue(amounts, candidate.Fraction, mode) > -Money.FromMinorUnits(1, amounts.Tax.Currency).Amount;

    /// <summary>The square root by Newton's steps; the machine's own works on binary fractions.</summary>
    private static decimal Root(decimal square)
    {
        if (square == 0m)
            return 0m;
        var root = square > 1m ? square : 1m;
        for (var step = 0; step < RootSteps; step++)
        {
            var next = (root + (square / root)) / 2m;
            if (next == root)
                break;
            root = next;
        }
        return root;
    }
}
