using System.Globalization;

namespace Ledgerbridge.Sandbox;

/// <summary>The fixed ids of everything the sandbox is seeded with. They never change, so tests and examples may name them.</summary>
public static class SandboxSeed
{
    /// <summary>The client registered from the start. The slash is deliberate: real client ids have one.</summary>
    public const string ClientId = "ledgerbridge/sandbox";

    /// <summary>Its secret.</summary>
    public const string ClientSecret = "sandbox-secret";

    /// <summary>Naledi Mokoena, a South African bookkeeper: owns every business, may do everything.</summary>
    public const string OwnerId = "5f0c2f1e-7f1b-4a77-9d55-0c1f7f6f3a10";

    /// <summary>
    /// Pieter van Wyk, an assistant: in Karoo Trading he may read sales and items, write but not delete contacts, and not open the bank,
    /// payments or the settings; in Pennine Supplies he may do everything but delete; the other businesses he cannot open.
    /// </summary>
    public const string AssistantId = "0d6a1f52-93b4-4c1e-8a67-4e1c9b7a2f31";

    /// <summary>Karoo Trading (Pty) Ltd: South Africa, ZAR, vendor for VAT. The owner's lead business.</summary>
    public const string KarooTrading = "5a0e0000000000000000000000000001";

    /// <summary>Pennine Supplies Ltd: United Kingdom, GBP, VAT registered, multi-currency.</summary>
    public const string PennineSupplies = "5a0e0000000000000000000000000002";

    /// <summary>Liffey Goods Ltd: Ireland, EUR, VAT registered; its tax rates have plain 32-hex ids.</summary>
    public const string LiffeyGoods = "5a0e0000000000000000000000000003";

    /// <summary>Maple Ridge Trading Inc.: Canada, CAD, GST and HST rates by province; its tax rates have plain 32-hex ids.</summary>
    public const string MapleRidge = "5a0e0000000000000000000000000004";

    /// <summary>Overberg Crafts: South Africa, ZAR, not registered for VAT.</summary>
    public const string OverbergCrafts = "5a0e0000000000000000000000000005";

    /// <summary>All businesses, in the order they were made.</summary>
    public static readonly IReadOnlyList<string> Businesses = [KarooTrading, PennineSupplies, LiffeyGoods, MapleRidge, OverbergCrafts];

    /// <summary>South Africa's standard rate, 15 %.</summary>
    public const string ZaStandard = "ZA_STANDARD";

    /// <summary>South Africa's zero rate.</summary>
    public const string ZaZero = "ZA_ZERO";

    /// <summary>South Africa: exempt supplies.</summary>
    public const string ZaExempt = "ZA_EXEMPT";

    /// <summary>South Africa: outside the scope of VAT.</summary>
    public const string ZaNoTax = "ZA_NO_TAX";

    /// <summary>Ireland's standard rate, 23 %.</summary>
    public const string IeStandard = "7a5e0000000000000000000000000301";

    /// <summary>Ireland's zero rate.</summary>
    public const string IeZero = "7a5e0000000000000000000000000305";

    /// <summary>Canada: GST, 5 %.</summary>
    public const string CaGst = "7a5e0000000000000000000000000401";

    /// <summary>Canada: HST of Ontario, 13 %.</summary>
    public const string CaHstOntario = "7a5e0000000000000000000000000402";

    /// <summary>Canada: zero-rated.</summary>
    public const string CaZero = "7a5e0000000000000000000000000406";

    /// <summary>The nominal code of the account for sales of products, in every business.</summary>
    public const int SalesCode = 4000;

    /// <summary>The nominal code of the bank account, in every business.</summary>
    public const int BankCode = 1200;

    /// <summary>The id of a ledger account of a business.</summary>
    /// <param name="businessId">One of the businesses named here.</param>
    /// <param name="nominalCode">A nominal code of the seeded chart, such as <see cref="SalesCode"/>.</param>
    public static string LedgerAccount(string businessId, int nominalCode) => Numbered("1ed9", businessId, nominalCode);

    /// <summary>The id of a bank account of a business: <see cref="BankCode"/> or 1210 (cash).</summary>
    /// <param name="businessId">One of the businesses named here.</param>
    /// <param name="nominalCode">Its nominal code.</param>
    public static string BankAccount(string businessId, int nominalCode) => Numbered("ba4c", businessId, nominalCode);

    /// <summary>The id of a price list for products and stock items: 1 "Sales Price", 2 "Trade", 3 "Wholesale".</summary>
    /// <param name="businessId">One of the businesses named here.</param>
    /// <param name="number">1 to 3.</param>
    public static string PriceType(string businessId, int number) => Numbered("911c", businessId, number);

    /// <summary>The id of the price list for services, "Rate".</summary>
    /// <param name="businessId">One of the businesses named here.</param>
    public static string RateType(string businessId) => Numbered("4a7e", businessId, 1);

    /// <summary>The id of a seeded contact of a business.</summary>
    /// <param name="businessId">One of the businesses named here.</param>
    /// <param name="number">
    /// From 1: Karoo Trading has customers 1 to 12 and suppliers 13 and 14 in profile <c>demo</c>. 901 and 902 are the two system
    /// contacts that every business has.
    /// </param>
    public static string Contact(string businessId, int number) => Numbered("c047", businessId, number);

    private static string Numbered(string kind, string businessId, int number)
    {
        var position = Businesses.ToList().IndexOf(businessId) + 1;
        return position > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{kind}{position:x4}{number:d24}")
            : throw new ArgumentException($"{businessId} is not a seeded business.", nameof(businessId));
    }
}
