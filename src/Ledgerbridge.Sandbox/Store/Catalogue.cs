using System.Text.Json.Nodes;

namespace Ledgerbridge.Sandbox.Store;

/// <summary>A thing the shop sells.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Sku">Its SKU.</param>
/// <param name="Name">Its name.</param>
/// <param name="Type">Magento's word for its type.</param>
/// <param name="Price">Without tax, in rand.</param>
/// <param name="Stock">How many there are; null when nobody counts them.</param>
internal sealed record Ware(long Id, string Sku, string Name, string Type, decimal Price, int? Stock);

/// <summary>Somebody who buys here. Guests have no number.</summary>
internal sealed record Buyer(
    long Id,
    string First,
    string Last,
    string? Company,
    string Email,
    string Phone,
    string Street,
    string City,
    string Postcode
)
{
    public string Region { get; init; } = "Western Cape";

    public string Country { get; init; } = "ZA";
}

/// <summary>What the shop sells and to whom, invented: a small South African outfitter.</summary>
internal static class Catalogue
{
    /// <summary>The rate its prices are taxed at.</summary>
    public const decimal TaxRate = 0.15m;

    /// <summary>Delivery, without tax.</summary>
    public const decimal Delivery = 86.96m;

    public static IReadOnlyList<Ware> Wares { get; } =
    [
        new(1, "HAT-KALAHARI", "Kalahari sun hat", "simple", 234.78m, 60),
        new(2, "BOOT-FYNBOS-42", "Fynbos walking boots, 42", "simple", 1304.35m, 18),
        new(3, "FLASK-1L", "Steel flask 1 l", "simple", 278.26m, 140),
        new(4, "TEA-ROOIBOS-250", "Rooibos tea 250 g", "simple", 60.87m, 400),
        new(5, "MAP-CEDERBERG", "Cederberg trail map (download)", "downloadable", 86.96m, null),
        new(6, "GUIDE-DAY", "A day with a guide", "virtual", 1565.22m, null),
        new(7, "SHIRT-TRAIL", "Trail shirt", "configurable", 391.30m, null),
        new(8, "SHIRT-TRAIL-M", "Trail shirt, M", "simple", 391.30m, 35),
        new(9, "SET-PICNIC", "Picnic set", "bundle", 0m, null),
    ];

    public static IReadOnlyList<Buyer> Registered { get; } =
    [
        new(1, "Lerato", "Maseko", null, "lerato@example.co.za", "021 555 0171", "14 Bree Street", "Cape Town", "8001"),
        new(
            2,
            "Johan",
            "van der Merwe",
            "Agterplaas Farms",
            "johan@agterplaas.example",
            "023 555 0164",
            "3 Kerk Street",
            "Montagu",
            "6720"
        ),
        new(3, "Aisha", "Patel", null, "aisha@example.co.za", "031 555 0129", "88 Florida Road", "Durban", "4001")
        {
            Region = "KwaZulu-Natal",
        },
    ];

    public static IReadOnlyList<Buyer> Guests { get; } =
    [
        new(0, "Sipho", "Ndlovu", null, "sipho.n@example.com", "011 555 0102", "9 Jan Smuts Avenue", "Johannesburg", "2196")
        {
            Region = "Gauteng",
        },
        new(0, "Marelize", "Botha", null, "marelize@example.com", "012 555 0180", "41 Duncan Street", "Pretoria", "0181")
        {
            Region = "Gauteng",
        },
        new(0, "Thabo", "Dlamini", "Dlamini Logistics", "thabo@dlamini.example", "041 555 0116", "7 Main Road", "Gqeberha", "6001")
        {
            Region = "Eastern Cape",
        },
    ];

    /// <summary>What the shop has before anybody bought anything.</summary>
    public static void Seed(ShopWorld world)
    {
        var now = ShopTime.Text(world.Now);
        foreach (var ware in Wares)
            world.Put("product", Product(ware, now));
        foreach (var buyer in Registered)
            world.Put("customer", Paper.Contact(buyer, now));
    }

    /// <summary>All installed ways to be paid, active or not.</summary>
    public static JsonArray PaymentMethods() =>
        new(
            Method("payfast", "PayFast", active: true),
            Method("banktransfer", "EFT / bank transfer", active: true),
            Method("checkmo", "Cash on collection", active: true),
            Method("free", "No payment required", active: true),
            Method("purchaseorder", null, active: false)
        );

    private static JsonObject Method(string code, string? label, bool active) =>
        new()
        {
            ["code"] = code,
            ["label"] = label,
            ["is_active"] = active,
        };

    private static JsonObject Product(Ware ware, string now) =>
        new()
        {
            ["magento_id"] = ware.Id,
            ["sku"] = ware.Sku,
            ["name"] = ware.Name,
            ["product_type"] = ware.Type,
            ["price"] = Paper.Number(ware.Price),
            ["cost"] = Paper.Number(Math.Round(ware.Price * 0.6m, 2, MidpointRounding.AwayFromZero)),
            ["stock_qty"] = Paper.Number(ware.Stock ?? 0),
            ["manage_stock"] = ware.Stock is not null || ware.Type is "configurable" or "bundle",
            ["tax_class"] = "2",
            ["website_ids"] = new JsonArray(1),
            ["created_at"] = now,
            ["updated_at"] = now,
        };
}
