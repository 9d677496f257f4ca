using System.Globalization;
using System.Text.RegularExpressions;

namespace Ledgerbridge.Kernel;

/// <summary>What a typed number was understood as.</summary>
public abstract record NumberReading
{
    private NumberReading() { }

    /// <summary>One number and no doubt.</summary>
    public sealed record Number(decimal Value) : NumberReading;

    /// <summary>Two numbers are possible; the person has to say which.</summary>
    /// <param name="WithThousands">Read with the comma between thousands.</param>
    /// <param name="WithDecimals">Read with the comma before the decimals.</param>
    public sealed record Ambiguous(decimal WithThousands, decimal WithDecimals) : NumberReading;

    /// <summary>No number.</summary>
    public sealed record NotANumber : NumberReading;
}

/// <summary>
/// Reads numbers as people in South Africa type them: <c>6900</c>, <c>6 900,00</c>, <c>6,900.00</c>, with or without the rand sign. A comma followed by
/// exactly three digits, as in <c>1,234</c>, is asked about and never guessed. A point followed by three digits is a decimal point.
/// </summary>
public static partial class NumberText
{
    private const char Point = '.';
    private const char Comma = ',';

    /// <summary>Reads one number.</summary>
    public static NumberReading Read(string text)
    {
        var match = Frame().Match(text.Trim());
        if (!match.Success)
            return new NumberReading.NotANumber();
        var negative = match.Groups["minus"].Success || match.Groups["open"].Success;
        if (match.Groups["open"].Success != match.Groups["close"].Success)
            return new NumberReading.NotANumber();
        return ReadDigits(match.Groups["digits"].Value, negative ? -1m : 1m);
    }

    private static NumberReading ReadDigits(string digits, decimal sign)
    {
        var lastPoint = digits.LastIndexOf(Point);
        var lastComma = digits.LastIndexOf(Comma);
        if (lastPoint >= 0 && lastComma >= 0)
            return Number(digits, Math.Max(lastPoint, lastComma), sign);
        var separator = Math.Max(lastPoint, lastComma);
        if (separator < 0)
            return Number(digits, digits.Length, sign);
        if (digits.IndexOf(digits[separator]) != separator)
            return Number(digits, digits.Length, sign);
        if (OneCommaAndThreeDigits().IsMatch(digits))
        {
            return (Number(digits, digits.Length, sign), Number(digits, separator, sign)) switch
            {
                (NumberReading.Number thousands, NumberReading.Number decimals) => new NumberReading.Ambiguous(
                    thousands.Value,
                    decimals.Value
                ),
                _ => new NumberReading.NotANumber(),
            };
        }
        return Number(digits, separator, sign);
    }

    /// <summary>Takes the character at <paramref name="separator"/> for the decimal sign; all before it must be plain or grouped in threes.</summary>
    private static NumberReading Number(string digits, int separator, decimal sign)
    {
        var whole = digits[..separator];
        var decimals = separator < digits.Length ? digits[(separator + 1)..] : "";
        if (!Whole().IsMatch(whole) || !decimals.All(char.IsAsciiDigit))
            return new NumberReading.NotANumber();
        var plain = string.Concat(whole.Where(char.IsAsciiDigit));
        if (plain.Length + decimals.Length is 0 or > 27)
            return new NumberReading.NotANumber();
        var value = decimal.Parse($"{plain}.{decimals}0", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return new NumberReading.Number(sign * value);
    }

    [GeneratedRegex(
        @"^(?<open>\()?\s*(?<minus>[-−])?\s*(?:R|ZAR|£|€|\$)?\s*(?<minus>[-−])?\s*(?<digits>[0-9., \u00A0\u202F]*[0-9][0-9., \u00A0\u202F]*?)\s*(?<close>\))?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Frame();

    [GeneratedRegex(@"^([0-9]*|[0-9]{1,3}(?<group>[, .\u00A0\u202F])[0-9]{3}(\k<group>[0-9]{3})*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Whole();

    [GeneratedRegex("^[1-9][0-9]{0,2},[0-9]{3}$", RegexOptions.None, 1000)]
    private static partial Regex OneCommaAndThreeDigits();
}
