using System.Collections.Frozen;

namespace Ledgerbridge.Kernel;

/// <summary>
/// The currencies of ISO 4217 in use, with the decimals of their smallest unit. ANG (to 2025) and BGN (to 2025) stay because documents in
/// them are still within the years for which books are kept.
/// </summary>
internal static class IsoCurrencies
{
    private const string NoDecimals = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";
    private const string ThreeDecimals = "BHD IQD JOD KWD LYD OMR TND";
    private const string FourDecimals = "CLF UYW";

    private const string TwoDecimals =
        "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP CVE CZK "
        + "DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK "
        + "LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON "
        + "RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST "
        + "XCD XCG YER ZAR ZMW ZWG";

    private static readonly FrozenDictionary<string, byte> Exponents = new Dictionary<byte, string>
    {
        [0] = NoDecimals,
        [2] = TwoDecimals,
        [3] = ThreeDecimals,
        [4] = FourDecimals,
    }
        .SelectMany(static group => group.Value.Split(' ').Select(code => KeyValuePair.Create(code, group.Key)))
        .ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Symbols = new Dictionary<string, string>
    {
        ["ZAR"] = "R",
        ["GBP"] = "£",
        ["EUR"] = "€",
        ["USD"] = "$",
    }.ToFrozenDictionary();

    public static bool TryGetExponent(string code, out byte exponent) => Exponents.TryGetValue(code, out exponent);

    public static string SymbolOf(string code) => Symbols.GetValueOrDefault(code, code);
}
