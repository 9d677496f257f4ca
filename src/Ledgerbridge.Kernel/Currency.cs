using System.Diagnostics.CodeAnalysis;

namespace Ledgerbridge.Kernel;

/// <summary>
/// A currency by its ISO 4217 code. Its exponent says how many decimals its smallest unit has (ZAR 2, JPY 0, KWD 3).
/// The default value is no currency and throws when it is used.
/// </summary>
public readonly record struct Currency
{
    /// <summary>South African rand.</summary>
    public static readonly Currency ZAR = Parse("ZAR");

    /// <summary>Pound sterling.</summary>
    public static readonly Currency GBP = Parse("GBP");

    /// <summary>Euro.</summary>
    public static readonly Currency EUR = Parse("EUR");

    /// <summary>United States dollar.</summary>
    public static readonly Currency USD = Parse("USD");

    private readonly string? _code;
    private readonly byte _exponent;

    private Currency(string code, byte exponent)
    {
        _code = code;
        _exponent = exponent;
    }

    /// <summary>The three capital letters, such as <c>ZAR</c>.</summary>
    /// <exception cref="InvalidOperationException">This is the default value, which names no currency.</exception>
    public string Code => _code ?? throw new InvalidOperationException("This currency was never set.");

    /// <summary>How many decimals the smallest unit has: 0 to 4.</summary>
    public int Exponent => _code is null ? throw new InvalidOperationException("This currency was never set.") : _exponent;

    /// <summary>The sign put before an amount on screen: <c>R</c>, <c>£</c>, or the code where a sign would be ambiguous.</summary>
    public string Symbol => IsoCurrencies.SymbolOf(Code);

    /// <summary>Reads an ISO 4217 code; letter case and surrounding white space do not matter.</summary>
    /// <exception cref="FormatException">The text is no currency code in use.</exception>
    public static Currency Parse(string code) =>
        TryParse(code, out var currency) ? currency : throw new FormatException($"'{code}' is not an ISO 4217 currency code.");

    /// <summary>Reads an ISO 4217 code; false when the text is none.</summary>
    public static bool TryParse([NotNullWhen(true)] string? code, out Currency currency)
    {
        var letters = code?.Trim().ToUpperInvariant() ?? "";
        if (IsoCurrencies.TryGetExponent(letters, out var exponent))
        {
            currency = new Currency(letters, exponent);
            return true;
        }
        currency = default;
        return false;
    }

    /// <summary>The code.</summary>
    public override string ToString() => _code ?? "(no currency)";
}
