namespace Ledgerbridge.Sandbox.Resources;

/// <summary>What tells products, services and stock items apart. The rules are the same for all.</summary>
/// <param name="Type">The resource.</param>
/// <param name="PricesKey">The key of the prices.</param>
/// <param name="PriceShape">A price as it is read.</param>
/// <param name="PriceFields">A price as it is sent.</param>
/// <param name="NameKey">The key of a price list's name in a price.</param>
/// <param name="ListKey">The key of the price list in a price.</param>
/// <param name="Lists">The price lists.</param>
internal sealed record ItemKind(
    ResourceType Type,
    string PricesKey,
    Shape PriceShape,
    FieldTable PriceFields,
    string NameKey,
    string ListKey,
    ResourceType Lists
)
{
    public static readonly ItemKind Product = Ware(ItemShapes.Products);

    public static readonly ItemKind StockItem = Ware(ItemShapes.StockItems);

    public static readonly ItemKind Service = new(
        ItemShapes.Services,
        "sales_rates",
        ItemShapes.Rate,
        ItemShapes.RateFields,
        "rate_name",
        "service_rate_type",
        ItemShapes.RateTypes
    );

    private static ItemKind Ware(ResourceType type) =>
        new(
            type,
            "sales_prices",
            ItemShapes.Price,
            ItemShapes.PriceFields,
            "price_name",
            "product_sales_price_type",
            ItemShapes.PriceTypes
        );
}
