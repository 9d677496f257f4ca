using System.Text.Json;
using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox.Api;
using Ledgerbridge.Sandbox.Books;

namespace Ledgerbridge.Sandbox.Resources;

/// <summary>
/// Products, services and stock items: codes of their own, prices by price list. The list of products has the stock items too: each keeps
/// a reflection there under its own id.
/// </summary>
internal sealed class ItemRules(ItemKind kind) : ResourceRules(kind.Type)
{
    private const string Reflected = "STOCK_ITEM";

    public override bool Creates => true;
    public override bool Updates => true;
    public override bool Deletes => true;

    public override ApiAnswer Create(Scope scope, JsonElement sent)
    {
        var violations = new Violations();
        var body = Blank(scope);
        Take(scope, sent, body, creating: true, violations);
        if (violations.Any)
            return violations.Answer();
        if (kind == ItemKind.Product)
            body["catalog_item_type"] = StaticLists.Link("catalog_item_types", "PRODUCT");
        var document = scope.Documents.Insert(Type, body, Columns(body));
        if (kind == ItemKind.StockItem)
        {
            var reflection = Reflection(body);
            scope.Documents.Insert(ItemShapes.Products, reflection, new ItemRules(ItemKind.Product).Columns(reflection));
        }
        return Shown(201, document);
    }

    public override ApiAnswer Update(Scope scope, StoredDocument document, JsonElement sent)
    {
        if (document.Body.LinkId("catalog_item_type") == Reflected)
            return NotHere();
        var violations = new Violations();
        Take(scope, sent, document.Body, creating: false, violations);
        return violations.Any ? violations.Answer() : Shown(200, Save(scope, document));
    }

    public override ApiAnswer Delete(Scope scope, StoredDocument document, JsonElement? sent)
    {
        if (document.Body.LinkId("catalog_item_type") == Reflected)
            return NotHere();
        if (!document.Body.Flag("deletable"))
            return ApiProblems.Of(422, "RecordInvalid", "The item is in use and cannot be deleted.", "base");
        scope.Documents.Delete(document);
        if (kind == ItemKind.StockItem)
            scope.Documents.Delete(scope.Documents.Find(ItemShapes.Products, document.Id)!);
        return ApiAnswer.NoContent with { DocumentId = document.Id };
    }

    public override Columns Columns(JsonObject body) =>
        new()
        {
            Status = body.Flag("active") ? "ACTIVE" : "INACTIVE",
            Reference = body.Text("item_code"),
            Search = $"{body.Text("item_code")} {body.Text("description")}".ToLowerInvariant(),
            Kind = body.Amount("quantity_in_stock") < body.Amount("reorder_level") ? "LOW" : null,
            Outstanding = kind == ItemKind.StockItem ? Amounts.Minor(Amounts.Cents(body.Amount("quantity_in_stock"))) : null,
        };

    /// <summary>Stores a changed item, and its reflection among the products.</summary>
    public StoredDocument Save(Scope scope, StoredDocument document)
    {
        var saved = scope.Documents.Save(document, Columns(document.Body));
        if (kind == ItemKind.StockItem && scope.Documents.Find(ItemShapes.Products, document.Id) is { } reflection)
        {
            foreach (var (key, value) in Reflection(document.Body))
                reflection.Body[key] = value?.DeepClone();
            scope.Documents.Save(reflection, new ItemRules(ItemKind.Product).Columns(reflection.Body));
        }
        return saved;
    }

    /// <summary>An item that is on a document, or moved, cannot be deleted any more.</summary>
    public void MarkUsed(Scope scope, StoredDocument document)
    {
        if (!document.Body.Flag("deletable"))
            return;
        document.Body["deletable"] = false;
        scope.Documents.Save(document, Columns(document.Body), touch: false);
    }

    private void Take(Scope scope, JsonElement sent, JsonObject body, bool creating, Violations violations)
    {
        var intake = new Intake(scope, violations, Type.Singular);
        intake.Apply(Type.Fields, sent, body, creating);
        body["displayed_as"] = body.Text("description");
        body["cost_price"] = Amounts.Text(body.Amount("cost_price"));
        if (body.Text("item_code") is { Length: > 0 } code)
        {
            // Stock items are among the products, so that these tell about both.
            var among = kind == ItemKind.StockItem ? ItemShapes.Products : Type;
            if (scope.Documents.CodeTaken(among, code, body.Text("id")!))
                violations.Add("item_code", "has already been taken");
        }
        CheckAccount(scope, body, "sales_ledger_account", static account => account.VisibleInSales, violations);
        CheckAccount(scope, body, "purchase_ledger_account", static account => account.VisibleInExpenses, violations);
        if (sent.TryGetProperty(kind.PricesKey, out var prices) && prices.ValueKind != JsonValueKind.Null)
            TakePrices(scope, prices, body, intake, violations);
    }

    private static void CheckAccount(Scope scope, JsonObject body, string key, Func<Account, bool> fits, Violations violations)
    {
        if (body.LinkId(key) is { } id && scope.Shelf.Account(id) is { } account && !fits(account))
            violations.Add(key, "is invalid");
    }

    /// <summary>Sets the prices that were sent; those of other price lists stay (an assumption).</summary>
    private void TakePrices(Scope scope, JsonElement sent, JsonObject body, Intake intake, Violations violations)
    {
        if (sent.ValueKind != JsonValueKind.Array || sent.EnumerateArray().Any(static one => one.ValueKind != JsonValueKind.Object))
        {
            violations.Structure($"{Type.Singular}[{kind.PricesKey}]", "The value must be a list of prices.");
            return;
        }
        var prices = new SortedDictionary<long, JsonObject>();
        foreach (var present in ((JsonArray)body[kind.PricesKey]!).OfType<JsonObject>())
            prices[scope.Documents.Find(kind.Lists, present.LinkId(kind.ListKey)!)!.Seq] = (JsonObject)present.DeepClone();
        foreach (var element in sent.EnumerateArray())
        {
            var taken = new JsonObject();
            intake.Apply(kind.PriceFields, element, taken, creating: true, kind.PricesKey + ".");
            if (ListOf(scope, taken) is not { } list)
            {
                violations.Required($"{kind.PricesKey}.{kind.ListKey}_id");
                continue;
            }
            if (!prices.TryGetValue(list.Seq, out var price))
                prices[list.Seq] = price = FreshPrice(scope);
            price["updated_at"] = SandboxClock.Text(scope.Now);
            foreach (var (key, value) in taken)
                price[key] = value?.DeepClone();
            price["displayed_as"] = list.Body.Text("name");
            price[kind.NameKey] = list.Body.Text("name");
            price[kind.ListKey] = Links.To(kind.Lists.Collection, list.Id, list.Body.Text("name"));
        }
        body[kind.PricesKey] = new JsonArray([.. prices.Values]);
    }

    /// <summary>The price list a price is for: by its id, else by its name.</summary>
    private StoredDocument? ListOf(Scope scope, JsonObject price) =>
        price.LinkId(kind.ListKey) is { } id ? scope.Documents.Find(kind.Lists, id)
        : price.Text(kind.NameKey) is { Length: > 0 } name
            ? scope.Documents.Of(kind.Lists, "reference", name) is [var first, ..] ? first
                : null
        : null;

    private JsonObject FreshPrice(Scope scope)
    {
        var price = kind.PriceShape.Blank();
        price["id"] = scope.Ids.Mint(IdKind.Price, scope.NextNumber("price"));
        price["created_at"] = SandboxClock.Text(scope.Now);
        return price;
    }

    private static JsonObject Reflection(JsonObject stockItem)
    {
        var product = ItemShapes.Products.Shape.Blank();
        foreach (var key in ItemShapes.Products.Shape.Keys.Where(stockItem.ContainsKey))
            product[key] = stockItem[key]?.DeepClone();
        product["$path"] = $"/products/{stockItem.Text("id")}";
        product["catalog_item_type"] = StaticLists.Link("catalog_item_types", Reflected);
        return product;
    }

    private static ApiAnswer NotHere() => ApiProblems.Of(422, "RecordInvalid", "Stock items are changed as stock items.", "base");
}

/// <summary>Price lists: named, in use or not.</summary>
internal sealed class NameListRules(ResourceType type) : ResourceRules(type)
{
    public override bool Creates => true;
    public override bool Updates => true;
    public override bool Deletes => true;

    public override ApiAnswer Create(Scope scope, JsonElement sent)
    {
        var violations = new Violations();
        var body = Blank(scope);
        Take(scope, sent, body, creating: true, violations);
        return violations.Any ? violations.Answer() : Shown(201, scope.Documents.Insert(Type, body, Columns(body)));
    }

    public override ApiAnswer Update(Scope scope, StoredDocument document, JsonElement sent)
    {
        var violations = new Violations();
        Take(scope, sent, document.Body, creating: false, violations);
        return violations.Any ? violations.Answer() : Shown(200, scope.Documents.Save(document, Columns(document.Body)));
    }

    public override ApiAnswer Delete(Scope scope, StoredDocument document, JsonElement? sent)
    {
        scope.Documents.Delete(document);
        return ApiAnswer.NoContent with { DocumentId = document.Id };
    }

    public override Columns Columns(JsonObject body) =>
        new() { Status = body.Flag("active") ? "ACTIVE" : "INACTIVE", Reference = body.Text("name") };

    private void Take(Scope scope, JsonElement sent, JsonObject body, bool creating, Violations violations)
    {
        new Intake(scope, violations, Type.Singular).Apply(Type.Fields, sent, body, creating);
        body["displayed_as"] = body.Text("name");
        if (body.Text("name") is { Length: > 0 } name && scope.Documents.CodeTaken(Type, name, body.Text("id")!))
            violations.Add("name", "has already been taken");
    }
}
