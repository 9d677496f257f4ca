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
    public static IReadOnlyList<Money> ByLargestRemainder(Money total, IReadOnlyList<decimal> weights)
    {
        if (weights.Count == 0 || weights.Any(static weight => weight < 0m))
            throw new ArgumentException("Give at least one weight, and none below zero.", nameof(weights));
        var sum = weights.Sum();
        if (sum == 0m)
            throw new ArgumentException("At least one weight must be above zero.", nameof(weights));

        var units = Math.Abs(total.ToMinorUnits());
        var shares = weights.Select(weight => units * (weight / sum)).ToArray();
        var parts = shares.Select(static share => decimal.ToInt64(decimal.Truncate(share))).ToArray();
        var left = units - parts.Sum();
        var byLargestCut = Enumerable.Range(0, parts.Length).Where(i => weights[i] > 0m).OrderByDescending(i => shares[i] - parts[i]);
        foreach (var i in byLargestCut.Take(checked((int)left)))
            parts[i]++;

        var sign = total.Amount < 0m ? -1 : 1;
        return [.. parts.Select(part => Money.FromMinorUnits(part * sign, total.Currency))];
    }
}
