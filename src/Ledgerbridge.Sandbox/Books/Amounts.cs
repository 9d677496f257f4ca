using System.Globalization;

namespace Ledgerbridge.Sandbox.Books;

/// <summary>
/// Decimals as Sage writes them: text with at least one decimal and no trailing zeros after it (<c>"0.0"</c>, <c>"40.8"</c>).
/// </summary>
internal static class Amounts
{
    /// <summary>The largest number the sandbox takes in a field, either sign: far beyond any invoice, far below overflow.</summary>
    public const decimal Limit = 99_999_999_999.99m;

    /// <summary>Sage's text of a number.</summary>
    public static string Text(decimal value)
    {
        if (value == 0m)
            return "0.0";
        var text = value.ToString(CultureInfo.InvariantCulture);
        var point = text.IndexOf('.', StringComparison.Ordinal);
        if (point < 0)
            return text + ".0";
        var end = text.Length;
        while (end > point + 2 && text[end - 1] == '0')
            end--;
        return end == text.Length ? text : text[..end];
    }

    /// <summary>Reads a plain decimal, sign and point only; false for anything else.</summary>
    public static bool TryRead(string? text, out decimal value) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);

    /// <summary>Rounds to the cent, halves away from zero: the only precision Sage books in.</summary>
    public static decimal Cents(decimal value) => Math.Round(value, 2, MidpointRounding.AwayFromZero);

    /// <summary>Rounds an exchange rate to the ten decimals Sage shows.</summary>
    public static decimal Rate(decimal value) => Math.Round(value, 10, MidpointRounding.AwayFromZero);

    /// <summary>An amount already rounded to the cent, in cents.</summary>
    public static long Minor(decimal cents) => (long)(cents * 100m);

    /// <summary>Cents back as an amount.</summary>
    public static decimal FromMinor(long minor) => minor / 100m;
}
