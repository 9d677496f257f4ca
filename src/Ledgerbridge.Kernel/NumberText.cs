using System.Globalization;
using System.Text.RegularExpressions;

namespace Ledgerbridge.Kernel;

/// <summary>What a typed number was understood as.</summary>
public abstract record NumberReading
{
    private NumberReading() { }

    /// <summary>One number and no doubt.</summary>
    /// <param name="Value">The number, with the decimals that were typed.</param>
    public sealed record Number(decimal Value) : NumberReading;

    /// <summary>Two numbers are possible; the person has to say which.</summary>
    /// <param name="WithThousands">Read with the comma between thousands.</param>
    /// <param name="WithDecimals">Read with the comma before the decimals.</param>
    public sealed record Ambiguous(decimal WithThousands, decimal WithDecimals) : NumberReading;

    /// <summary>No number.</summary>
    public sealed record NotANumber : NumberReading;
}

/// <summary>
/// Reads numbers as people in South Africa type them: <c>6900</c>, <c>6 900,00</c>, <c>6,900.00</c>, with or without the sign of the rand,
/// pound, euro or dollar. A comma followed by exactly three digits, as in <c>1,234</c>, is asked about and never guessed. A point followed
/// by three digits is a decimal point. The web app reads alike; both are held to <c>contracts/ledgerbridge/money-text.json</c>.
/// </summary>
public static partial class NumberText
{
    private const char Point = '.';
    private const char Comma = ',';

    /// <summary>Longer than any number with its marks and spaces; bounds the work that a text can cause.</summary>
    private const int LengthMax = 64;

    /// <summary>Every number of so many digits fits a decimal without rounding.</summary>
    private const int DigitsMax = 28;

    /// <summary>Reads one number; white space around it does not matter.</summary>
    public static NumberReading Read(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length > LengthMax || Frame().Match(trimmed) is not { Success: true } frame)
            return new NumberReading.NotANumber();
        var negations = frame.Groups["minus"].Captures.Count + frame.Groups["open"].Captures.Count;
        if (negations > 1 || frame.Groups["open"].Success != frame.Groups["close"].Success)
            return new NumberReading.NotANumber();
        return ReadDigits(frame.Groups["digits"].Value, negations == 1 ? -1m : 1m);
    }

    private static NumberReading ReadDigits(string digits, decimal sign)
    {
        var lastPoint = digits.LastIndexOf(Point);
        var lastComma = digits.LastIndexOf(Comma);
        var separator = Math.Max(lastPoint, lastComma);
        if (separator < 0)
            return Number(digits, digits.Length, sign);
        if (lastPoint >= 0 && lastComma >= 0)
            return Number(digits, separator, sign);
        var isRepeated = digits.IndexOf(digits[separator]) != separator;
        if (isRepeated)
            return Number(digits, digits.Length, sign);
        if (OneCommaAndThreeDigits().IsMatch(digits))
            return new NumberReading.Ambiguous(
                sign * Value(digits.Remove(separator, 1), ""),
                sign * Value(digits[..separator], digits[^3..])
            );
        return Number(digits, separator, sign);
    }

    /// <summary>
    /// Takes the character at <paramref name="separator"/> for the decimal sign; all before it must be plain or grouped in threes.
    /// </summary>
    private static NumberReading Number(string digits, int separator, decimal sign)
    {
        var whole = digits[..separator];
        var decimals = separator < digits.Length ? digits[(separator + 1)..] : "";
        if (!Whole().IsMatch(whole) || !decimals.All(char.IsAsciiDigit) || !digits.Any(char.IsAsciiDigit))
            return new NumberReading.NotANumber();
        var plain = string.Concat(whole.Where(char.IsAsciiDigit)).TrimStart('0');
        return plain.Length + decimals.Length > DigitsMax
            ? new NumberReading.NotANumber()
            : new NumberReading.Number(sign * Value(plain, decimals));
    }

    private static decimal Value(string whole, string decimals) =>
        decimal.Parse($"0{whole}.{decimals}", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^(?<open>\()?\s*(?<minus>[-−])?\s*(?:[Rr]|[Zz][Aa][Rr]|[£€$])?\s*(?<minus>[-−])?\s*"
            + @"(?<digits>[0-9.,][0-9., \u00A0\u202F]*?)\s*(?<close>\))?\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Frame();

    [GeneratedRegex(@"^([0-9]*|[0-9]{1,3}(?<group>[, .\u00A0\u202F])[0-9]{3}(\k<group>[0-9]{3})*)\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Whole();

    [GeneratedRegex(@"^(?!0+,)[0-9]{1,3},[0-9]{3}\z", RegexOptions.None, 1000)]
    private static partial Regex OneCommaAndThreeDigits();
}
