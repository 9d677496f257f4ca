using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox.Api;
using Ledgerbridge.Sandbox.Books;

namespace Ledgerbridge.Sandbox.Resources;

/// <summary>What sales documents do to the stock of what they sell.</summary>
internal static class SalesStock
{
    private const string TooLittle = "You cannot fulfil this invoice as you do not have enough stock.";

    /// <summary>How much of each stock item the lines of a document name, by its id. Items that are not counted are left out.</summary>
    public static Dictionary<string, decimal> Quantities(Scope scope, SalesKind kind, JsonObject document)
    {
        var quantities = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var line in ((JsonArray)document[kind.LinesKey]!).OfType<JsonObject>())
        {
            if (line.LinkId("product") is { } id && scope.Documents.Find(ItemShapes.StockItems, id) is not null)
                quantities[id] = quantities.GetValueOrDefault(id) + line.Amount("quantity");
        }
        return quantities;
    }

    /// <summary>Moves what a document newly sells or takes back.</summary>
    /// <param name="scope">The request's scope.</param>
    /// <param name="kind">The kind of document.</param>
    /// <param name="document">The document, with its number.</param>
    /// <param name="before">What it had moved before.</param>
    /// <param name="now">What it moves now; nothing when it is voided.</param>
    /// <param name="violations">Takes that there is too little.</param>
    public static void Book(
        Scope scope,
        SalesKind kind,
        JsonObject document,
        Dictionary<string, decimal> before,
        Dictionary<string, decimal> now,
        Violations violations
    )
    {
        foreach (var id in before.Keys.Union(now.Keys, StringComparer.Ordinal))
        {
            var quantity = -kind.Sign * (now.GetValueOrDefault(id) - before.GetValueOrDefault(id));
            if (quantity == 0m)
                continue;
            var item = scope.Documents.Find(ItemShapes.StockItems, id)!;
            if (item.Body.Amount("quantity_in_stock") + quantity < 0m)
                violations.Add("base", TooLittle);
            else
                new StockRules().Move(scope, item, quantity, document);
        }
    }

    /// <summary>What is on a document cannot be deleted any more.</summary>
    public static void MarkUsed(Scope scope, SalesKind kind, JsonObject document)
    {
        foreach (var line in ((JsonArray)document[kind.LinesKey]!).OfType<JsonObject>())
        {
            if (line.LinkId("service") is { } service && scope.Documents.Find(ItemShapes.Services, service) is { } found)
                new ItemRules(ItemKind.Service).MarkUsed(scope, found);
            if (line.LinkId("product") is not { } product)
                continue;
            if (scope.Documents.Find(ItemShapes.Products, product) is { } listed)
                new ItemRules(ItemKind.Product).MarkUsed(scope, listed);
            if (scope.Documents.Find(ItemShapes.StockItems, product) is { } stocked)
                new ItemRules(ItemKind.StockItem).MarkUsed(scope, stocked);
        }
    }
}
