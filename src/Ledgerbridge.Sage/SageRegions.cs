using Ledgerbridge.Kernel;

namespace Ledgerbridge.Sage;

/// <summary>Which of Sage's two APIs keeps a country's books.</summary>
public enum SageService
{
    /// <summary>API v3.1, which this library speaks.</summary>
    AccountingV31 = 1,

    /// <summary>
    /// Sage's separate South African product with its API 2.0.0. Not spoken yet: South African books work against the sandbox, which serves
    /// them by v3.1 as this product's brief asks.
    /// </summary>
    SouthAfricaV2,

    /// <summary>Served by v3.1 in the past; Sage's present documentation no longer lists the country.</summary>
    Withdrawn,
}

/// <summary>What a rate of exchange on a document counts.</summary>
public enum ExchangeRateQuote
{
    /// <summary>Units of the foreign currency for one of the books' own.</summary>
    ForeignPerBase = 1,

    /// <summary>Units of the books' currency for one of the foreign.</summary>
    BasePerForeign,
}

/// <summary>What is known about a country in which Sage keeps books.</summary>
/// <param name="Code">ISO 3166 code in capitals, such as <c>ZA</c>.</param>
/// <param name="Name">The name as people say it.</param>
/// <param name="Currency">The currency books are kept in.</param>
/// <param name="StandardVatPercentage">The standard rate of VAT, or null where a single one does not exist.</param>
/// <param name="Service">Which API serves the country today.</param>
public sealed record SageRegion(string Code, string Name, Currency Currency, decimal? StandardVatPercentage, SageService Service)
{
    /// <summary>The value of the <c>country</c> parameter of Sage's authorise page.</summary>
    public string AuthorizeCountry => Code.ToLowerInvariant();

    /// <summary>
    /// What the exchange rate of a document counts. Sage's rate lists count foreign per base; whether documents do is documented nowhere,
    /// and an integration in use reports the opposite, so <see cref="SageOptions.ExchangeRateQuotes"/> can say otherwise.
    /// </summary>
    public ExchangeRateQuote ExchangeRateQuote { get; init; } = ExchangeRateQuote.ForeignPerBase;
}

/// <summary>
/// The countries in one place. Sources: Sage's regional considerations page; VAT Act (South Africa, 15 % since 1 April 2018).
/// </summary>
public static class SageRegions
{
    /// <summary>South Africa, the product's default.</summary>
    public static SageRegion SouthAfrica { get; } = new("ZA", "South Africa", Currency.ZAR, 15m, SageService.SouthAfricaV2);

    /// <summary>All of them, in the order in which they are offered.</summary>
    public static IReadOnlyList<SageRegion> All { get; } =
    [
        SouthAfrica,
        new("GB", "United Kingdom", Currency.GBP, 20m, SageService.AccountingV31),
        new("IE", "Ireland", Currency.EUR, 23m, SageService.AccountingV31),
        new("CA", "Canada", Currency.Parse("CAD"), null, SageService.AccountingV31),
        new("US", "United States", Currency.USD, null, SageService.Withdrawn),
        new("FR", "France", Currency.EUR, 20m, SageService.Withdrawn),
        new("ES", "Spain", Currency.EUR, 21m, SageService.Withdrawn),
        new("DE", "Germany", Currency.EUR, 19m, SageService.Withdrawn),
    ];

    /// <summary>The region of a country code in any letter case, or null.</summary>
    public static SageRegion? Find(string? code) =>
        All.FirstOrDefault(region => string.Equals(region.Code, code?.Trim(), StringComparison.OrdinalIgnoreCase));
}
