using Ledgerbridge.Sandbox.Books;

namespace Ledgerbridge.Sandbox.Seeds;

/// <summary>A tax rate a business starts with.</summary>
/// <param name="Id">Its id: a code, or 32 hex characters.</param>
/// <param name="Name">Sage's internal name.</param>
/// <param name="DisplayedAs">What people read.</param>
/// <param name="Percentage">Per cent.</param>
/// <param name="Region">The province it is for, or null for all.</param>
internal sealed record RateSeed(string Id, string Name, string DisplayedAs, decimal Percentage, string? Region = null);

/// <summary>What a business starts with.</summary>
/// <param name="Business">The business; its creation date is set when it is planted.</param>
/// <param name="TaxNumber">Its tax registration, or null when it is not registered.</param>
/// <param name="TaxName">What tax is called there.</param>
/// <param name="TaxOffice">Who the two system contacts stand for.</param>
/// <param name="MultiCurrency">Whether documents in other currencies are allowed.</param>
/// <param name="Rates">Its tax rates.</param>
internal sealed record BusinessSeed(
    Business Business,
    string? TaxNumber,
    string TaxName,
    string TaxOffice,
    bool MultiCurrency,
    IReadOnlyList<RateSeed> Rates
)
{
    private static readonly RateSeed[] SouthAfrican =
    [
        new(SandboxSeed.ZaStandard, "STANDARD", "Standard 15.00%", 15m),
        new(SandboxSeed.ZaZero, "ZERO_RATED", "Zero rated 0.00%", 0m),
        new(SandboxSeed.ZaExempt, "EXEMPT", "Exempt 0.00%", 0m),
        new(SandboxSeed.ZaNoTax, "NO_VAT", "No VAT", 0m),
    ];

    private static readonly RateSeed[] British =
    [
        new("GB_STANDARD", "STANDARD", "Standard 20.00%", 20m),
        new("GB_LOWER", "LOWER_RATE", "Lower Rate 5.00%", 5m),
        new("GB_ZERO", "ZERO_RATED", "Zero Rated 0.00%", 0m),
        new("GB_EXEMPT", "EXEMPT", "Exempt 0.00%", 0m),
        new("GB_NO_TAX", "NO_VAT", "No VAT", 0m),
    ];

    private static readonly RateSeed[] Irish =
    [
        new(SandboxSeed.IeStandard, "STANDARD", "Standard 23.00%", 23m),
        new("7a5e0000000000000000000000000302", "REDUCED", "Reduced 13.50%", 13.5m),
        new("7a5e0000000000000000000000000303", "SECOND_REDUCED", "Second Reduced 9.00%", 9m),
        new("7a5e0000000000000000000000000304", "EXEMPT", "Exempt 0.00%", 0m),
        new(SandboxSeed.IeZero, "ZERO_RATED", "Zero Rated 0.00%", 0m),
        new("7a5e0000000000000000000000000306", "NO_VAT", "No VAT", 0m),
    ];

    private static readonly RateSeed[] Canadian =
    [
        new(SandboxSeed.CaGst, "GST", "GST 5.00%", 5m),
        new(SandboxSeed.CaHstOntario, "HST_ON", "HST (ON) 13.00%", 13m, "CA-ON"),
        new("7a5e0000000000000000000000000403", "HST_NB", "HST (NB) 15.00%", 15m, "CA-NB"),
        new("7a5e0000000000000000000000000404", "HST_NS", "HST (NS) 14.00%", 14m, "CA-NS"),
        new("7a5e0000000000000000000000000405", "GST_QST", "GST/QST (QC) 14.975%", 14.975m, "CA-QC"),
        new(SandboxSeed.CaZero, "ZERO_RATED", "Zero Rated 0.00%", 0m),
        new("7a5e0000000000000000000000000407", "EXEMPT", "Exempt 0.00%", 0m),
        new("7a5e0000000000000000000000000408", "NO_TAX", "No Tax", 0m),
    ];

    /// <summary>Every business, in the order they were made.</summary>
    public static readonly IReadOnlyList<BusinessSeed> All =
    [
        new(
            new Business
            {
                Number = 1,
                Id = SandboxSeed.KarooTrading,
                Name = "Karoo Trading (Pty) Ltd",
                Country = "ZA",
                Currency = "ZAR",
                AddressLine1 = "14 Church Street",
                City = "Graaff-Reinet",
                Region = "Eastern Cape",
                PostalCode = "6280",
                Telephone = "+27 49 892 0114",
                Website = "https://karootrading.example",
                CompanyNumber = "2014/118822/07",
                CreatedAt = 0,
            },
            "4220122222",
            "VAT",
            "SARS",
            MultiCurrency: false,
            SouthAfrican
        ),
        new(
            new Business
            {
                Number = 2,
                Id = SandboxSeed.PennineSupplies,
                Name = "Pennine Supplies Ltd",
                Country = "GB",
                Currency = "GBP",
                AddressLine1 = "Unit 7, Canal Mills",
                City = "Leeds",
                Region = "West Yorkshire",
                PostalCode = "LS12 2QH",
                Telephone = "+44 113 496 0127",
                Website = "https://penninesupplies.example",
                CompanyNumber = "09912345",
                CreatedAt = 0,
            },
            "GB123456789",
            "VAT",
            "HMRC",
            MultiCurrency: true,
            British
        ),
        new(
            new Business
            {
                Number = 3,
                Id = SandboxSeed.LiffeyGoods,
                Name = "Liffey Goods Ltd",
                Country = "IE",
                Currency = "EUR",
                AddressLine1 = "22 Wood Quay",
                City = "Dublin",
                Region = "Leinster",
                PostalCode = "D08 C2K1",
                Telephone = "+353 1 555 0143",
                Website = "https://liffeygoods.example",
                CompanyNumber = "612345",
                CreatedAt = 0,
            },
            "IE1234567T",
            "VAT",
            "Revenue",
            MultiCurrency: true,
            Irish
        ),
        new(
            new Business
            {
                Number = 4,
                Id = SandboxSeed.MapleRidge,
                Name = "Maple Ridge Trading Inc.",
                Country = "CA",
                Currency = "CAD",
                AddressLine1 = "310 Lakeshore Road",
                City = "Toronto",
                Region = "Ontario",
                PostalCode = "M5V 2T6",
                Telephone = "+1 416 555 0172",
                Website = "https://mapleridge.example",
                CompanyNumber = "1234567-8",
                CreatedAt = 0,
            },
            "123456789RT0001",
            "GST/HST",
            "CRA",
            MultiCurrency: true,
            Canadian
        ),
        new(
            new Business
            {
                Number = 5,
                Id = SandboxSeed.OverbergCrafts,
                Name = "Overberg Crafts",
                Country = "ZA",
                Currency = "ZAR",
                AddressLine1 = "3 Long Street",
                City = "Swellendam",
                Region = "Western Cape",
                PostalCode = "6740",
                Telephone = "+27 28 514 0155",
                Website = "https://overbergcrafts.example",
                CreatedAt = 0,
            },
            null,
            "VAT",
            "SARS",
            MultiCurrency: false,
            SouthAfrican
        ),
    ];
}
