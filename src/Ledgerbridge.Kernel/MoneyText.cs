using System.Globalization;

namespace Ledgerbridge.Kernel;

/// <summary>
/// Amounts as people read them: <c>R 6,900.00</c>. The product's own formatter, because the platforms disagree about South Africa; the web
/// app has the same one, and both are held to <c>contracts/ledgerbridge/money-text.json</c>.
/// </summary>
public static class MoneyText
{
    /// <summary>What stands where an amount is not known.</summary>
    public const string Unknown = "–";

    /// <summary>With the currency's sign, a space, thousands commas and a decimal point; negative in parentheses.</summary>
    public static string Screen(Money? money) =>
        money is not { } amount ? Unknown
        : amount.Amount < 0m ? $"({amount.Currency.Symbol} {Digits(-amount)})"
        : $"{amount.Currency.Symbol} {Digits(amount)}";

    /// <summary>As <see cref="Screen"/> without the currency, for columns that name it once in their head.</summary>
    public static string Column(Money? money) =>
        money is not { } amount ? Unknown
        : amount.Amount < 0m ? $"({Digits(-amount)})"
        : Digits(amount);

    private static string Digits(Money money) => money.Amount.ToString($"N{money.Currency.Exponent}", CultureInfo.InvariantCulture);
}
