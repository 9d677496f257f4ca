using System.Numerics;

namespace Ledgerbridge.Kernel;

/// <summary>Splits an amount into parts without losing or inventing a cent.</summary>
public static class Allocation
{
    /// <summary>
    /// Splits by largest remainder: every part first gets its share cut down to whole units, then the units left over go, one each, to the
    /// parts whose cut was largest; of equal cuts the earlier part wins. The parts always sum to <paramref name="total"/>, and no part
    /// differs from its exact share by a whole unit or more. A negative total is split like its positive twin.
    /// </summary>
    /// <param name="total">What is split.</param>
    /// <param name="weights">One weight for each part, none negative, not all zero.</param>
    /// <exception cref="ArgumentException">No weights, a negative weight, or all weights zero.</exception>
    /// <exception cref="OverflowException">The total has more than about 9.2 × 10^18 smallest units.</exception>
    public static IReadOnlyList<Money> ByLargestRemainder(Money total, IReadOnlyList<decimal> weights)
    {
        if (weights.Count == 0 || weights.Any(static weight => weight < 0m))
            throw new ArgumentException("Give at least one weight, and none below zero.", nameof(weights));
        var whole = ToWholeNumbers(weights);
        var sum = whole.Aggregate(BigInteger.Add);
        if (sum.IsZero)
            throw new ArgumentException("At least one weight must be above zero.", nameof(weights));

        // Whole numbers, because quotients cut at 28 digits would make equal cuts look different and hand the unit to the wrong part.
        var units = new BigInteger(total.ToMinorUnits());
        var shares = whole.Select(weight => BigInteger.DivRem(BigInteger.Abs(units) * weight, sum)).ToArray();
        var parts = shares.Select(static share => share.Quotient).ToArray();
        var left = (int)(BigInteger.Abs(units) - parts.Aggregate(BigInteger.Add));
        foreach (var i in Enumerable.Range(0, parts.Length).OrderByDescending(i => shares[i].Remainder).Take(left))
            parts[i]++;

        return [.. parts.Select(part => Money.FromMinorUnits((long)(part * units.Sign), total.Currency))];
    }

    /// <summary>The weights in the same proportion without decimals.</summary>
    private static BigInteger[] ToWholeNumbers(IReadOnlyList<decimal> weights)
    {
        var scale = weights.Max(static weight => weight.Scale);
        return [.. weights.Select(weight => Digits(weight) * BigInteger.Pow(10, scale - weight.Scale))];
    }

    /// <summary>All digits of a decimal as one whole number, whatever its decimals.</summary>
    private static BigInteger Digits(decimal value)
    {
        var words = decimal.GetBits(value).Select(static word => new BigInteger(unchecked((uint)word))).ToArray();
        return (words[2] << 64) | (words[1] << 32) | words[0];
    }
}
