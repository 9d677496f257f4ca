using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox.Books;
using Ledgerbridge.Sandbox.Resources;
using Ledgerbridge.Sandbox.Storage;

namespace Ledgerbridge.Sandbox.Seeds;

/// <summary>Puts a few products, a service and some counted stock onto Karoo Trading's shelves.</summary>
internal sealed class DemoShelf(SandboxWorld world, Sqlite db)
{
    private const int DaysAgo = 118;

    private static readonly (ItemKind Kind, string Code, string Text, string Price, string Stock)[] Wares =
    [
        (ItemKind.StockItem, "TEA-80", "Rooibos tea, 80 bags, case of 12", "412.50", "64"),
        (ItemKind.StockItem, "OIL-6", "Karoo olive oil 500 ml, case of 6", "594.00", "38"),
        (ItemKind.Product, "THROW-1", "Mohair throw, hand woven", "1150.00", ""),
        (ItemKind.Product, "MUG-4", "Enamel mug, set of 4", "219.95", ""),
        (ItemKind.Service, "FIT-H", "Shelf fitting and set-up, per hour", "375.00", ""),
    ];

    /// <summary>Plants it all.</summary>
    public void Plant()
    {
        var business = world.Businesses[0];
        var day = world.Clock.Today.AddDays(-DaysAgo);
        var at = new DateTimeOffset(day, new TimeOnly(6, 0), TimeSpan.Zero).ToUnixTimeSeconds();
        var scope = new Scope(db, business, world.Shelves, world.Ids, world.Settings, at);
        foreach (var (kind, code, text, price, stock) in Wares)
        {
            var made = Seeder.Accepted(new ItemRules(kind).Create(scope, Seeder.Sent(Item(business, kind, code, text, price))));
            if (stock.Length > 0)
                Seeder.Accepted(new StockRules().Create(scope, Seeder.Sent(Opening(made.DocumentId!, day, stock))));
        }
    }

    private static JsonObject Item(Business business, ItemKind kind, string code, string text, string price)
    {
        var isService = kind == ItemKind.Service;
        var list = isService ? SandboxSeed.RateType(business.Id) : SandboxSeed.PriceType(business.Id, 1);
        return new JsonObject
        {
            ["item_code"] = code,
            ["description"] = text,
            ["sales_ledger_account_id"] = SandboxSeed.LedgerAccount(business.Id, isService ? 4010 : SandboxSeed.SalesCode),
            ["purchase_ledger_account_id"] = SandboxSeed.LedgerAccount(business.Id, 5000),
            ["sales_tax_rate_id"] = SandboxSeed.ZaStandard,
            [kind.PricesKey] = new JsonArray(new JsonObject { [kind.ListKey + "_id"] = list, [isService ? "rate" : "price"] = price }),
        };
    }

    private static JsonObject Opening(string item, DateOnly day, string quantity) =>
        new()
        {
            ["stock_item_id"] = item,
            ["date"] = SandboxClock.Text(day),
            ["quantity"] = quantity,
            ["cost_price"] = "180.00",
            ["details"] = "Opening stock",
        };
}
