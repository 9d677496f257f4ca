namespace Ledgerbridge.Kernel;

/// <summary>
/// How an exact amount becomes one that can be paid. There is no default: whoever rounds says which, and why is written at that place.
/// </summary>
public enum Rounding
{
    /// <summary>
    /// Half a cent and more goes away from zero. The rule of the South African VAT Act, section 66, and the one Sage's own
    /// examples follow.
    /// </summary>
    HalfAwayFromZero = 1,

    /// <summary>The surplus is cut off. Used where parts are handed out and the remainder is handed out separately.</summary>
    TowardsZero = 2,
}

/// <summary>The only place in which a decimal is rounded.</summary>
public static class RoundingRules
{
    /// <summary>Rounds to a number of decimals, 0 to 28, by the named rule.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rule is not one of <see cref="Rounding"/>.</exception>
    public static decimal Apply(this Rounding rounding, decimal value, int decimals) =>
        rounding switch
        {
            Rounding.HalfAwayFromZero => decimal.Round(value, decimals, MidpointRounding.AwayFromZero),
            Rounding.TowardsZero => decimal.Round(value, decimals, MidpointRounding.ToZero),
            _ => throw new ArgumentOutOfRangeException(nameof(rounding), rounding, "Name a rounding rule."),
        };
}
