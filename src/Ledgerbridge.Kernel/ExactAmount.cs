namespace Ledgerbridge.Kernel;

/// <summary>
/// The unrounded result of a calculation in a currency. It cannot be stored, sent or added to money by accident: it becomes
/// <see cref="Money"/> only through <see cref="Round"/> with a named rule.
/// </summary>
/// <param name="Value">The value, with as many decimals as the calculation gave (28 significant digits).</param>
/// <param name="Currency">The currency it was calculated in.</param>
public readonly record struct ExactAmount(decimal Value, Currency Currency)
{
    /// <summary>Rounds to the currency's smallest unit by the named rule.</summary>
    public Money Round(Rounding rounding) => new(rounding.Apply(Value, Currency.Exponent), Currency);

    /// <summary>An exact multiple.</summary>
    public static ExactAmount operator *(ExactAmount amount, decimal factor) => amount with { Value = amount.Value * factor };

    /// <summary>An exact part, to 28 significant digits.</summary>
    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    public static ExactAmount operator /(ExactAmount amount, decimal divisor) => amount with { Value = amount.Value / divisor };

    /// <summary>For people who read logs and test output.</summary>
    public override string ToString() => $"{Value} {Currency} (exact)";
}
