using System.Text.Json;
using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox.Api;
using Ledgerbridge.Sandbox.Books;

namespace Ledgerbridge.Sandbox.Resources;

/// <summary>Movements of stock: in above zero, out below, and never so far out that less than nothing is left.</summary>
internal sealed class StockRules() : ResourceRules(ItemShapes.Movements)
{
    private const string Adjustment = "ADJUSTMENT";
    private const string OfDocument = "DOCUMENT";

    public override bool Creates => true;
    public override bool Updates => true;
    public override bool Deletes => true;

    public override ApiAnswer Create(Scope scope, JsonElement sent)
    {
        var violations = new Violations();
        var body = Blank(scope);
        new Intake(scope, violations, Type.Singular).Apply(Type.Fields, sent, body, creating: true);
        Check(scope, body, 0m, violations);
        if (violations.Any)
            return violations.Answer();
        return Shown(201, Store(scope, body, Adjustment));
    }

    public override ApiAnswer Update(Scope scope, StoredDocument document, JsonElement sent)
    {
        var body = document.Body;
        if (Kind(scope, document) == OfDocument)
            return OfADocument();
        var violations = new Violations();
        var (item, quantity) = (body.LinkId("stock_item"), body.Amount("quantity"));
        body["date"] = body.Text("date")![..10];
        new Intake(scope, violations, Type.Singular).Apply(Type.Fields, sent, body, creating: false);
        if (body.LinkId("stock_item") != item)
            violations.Add("stock_item_id", "cannot be changed");
        else
            Check(scope, body, -quantity, violations);
        if (violations.Any)
            return violations.Answer();
        Change(scope, item!, body.Amount("quantity") - quantity, body.Amount("cost_price"));
        Finish(body);
        return Shown(200, scope.Documents.Save(document, Columns(body) with { Kind = Adjustment }));
    }

    public override ApiAnswer Delete(Scope scope, StoredDocument document, JsonElement? sent)
    {
        if (Kind(scope, document) == OfDocument)
            return OfADocument();
        var (item, quantity) = (document.Body.LinkId("stock_item")!, document.Body.Amount("quantity"));
        if (InStock(scope, item) < quantity)
            return ApiProblems.Of(422, "RecordInvalid", "The quantity in stock cannot fall below zero.", "quantity");
        Change(scope, item, -quantity, document.Body.Amount("cost_price"));
        scope.Documents.Delete(document);
        return ApiAnswer.NoContent with { DocumentId = document.Id };
    }

    public override Columns Columns(JsonObject body) =>
        new()
        {
            Date = body.Text("date")![..10],
            Parent = body.LinkId("stock_item"),
            Search = $"{body.Text("details")} {body.Text("reference")}".ToLowerInvariant(),
        };

    /// <summary>Moves stock for a document.</summary>
    public void Move(Scope scope, StoredDocument item, decimal quantity, JsonObject document)
    {
        var body = Blank(scope);
        body["stock_item"] = Links.To(ItemShapes.StockItems.Collection, item.Id, item.Body.Text("displayed_as"));
        body["date"] = document.Text("date");
        body["quantity"] = Amounts.Text(quantity);
        body["cost_price"] = item.Body.Text("average_cost_price");
        body["details"] = (document["transaction_type"] as JsonObject)?.Text("displayed_as");
        body["reference"] = document.Text("displayed_as");
        Store(scope, body, OfDocument);
    }

    private StoredDocument Store(Scope scope, JsonObject body, string kind)
    {
        body["movement_number"] = scope.NextNumber("stock_movement");
        body["displayed_as"] = body.Text("details");
        body["links"] = Links.Web($"/products/stock_movements/{body.Text("id")}");
        Change(scope, body.LinkId("stock_item")!, body.Amount("quantity"), body.Amount("cost_price"));
        Finish(body);
        return scope.Documents.Insert(Type, body, Columns(body) with { Kind = kind });
    }

    /// <summary>Sage shows the day of a movement as an instant with thousandths.</summary>
    private static void Finish(JsonObject body)
    {
        body["displayed_as"] = body.Text("details");
        body["date"] = body.Text("date") + "T00:00:00.000Z";
    }

    private static void Check(Scope scope, JsonObject body, decimal undone, Violations violations)
    {
        SalesChecks.Dates(scope, body, violations);
        var quantity = body.Amount("quantity");
        if (quantity == 0m && !violations.Any)
            violations.Add("quantity", "must be other than 0");
        if (body.Amount("cost_price") < 0m)
            violations.Add("cost_price", "must not be less than 0");
        if (body.LinkId("stock_item") is { } item && InStock(scope, item) + undone + quantity < 0m)
            violations.Add("quantity", "The quantity in stock cannot fall below zero.");
    }

    private static decimal InStock(Scope scope, string item) =>
        scope.Documents.Find(ItemShapes.StockItems, item)!.Body.Amount("quantity_in_stock");

    private static void Change(Scope scope, string id, decimal quantity, decimal cost)
    {
        var item = scope.Documents.Find(ItemShapes.StockItems, id)!;
        var body = item.Body;
        var (before, average) = (body.Amount("quantity_in_stock"), body.Amount("average_cost_price"));
        var now = before + quantity;
        if (quantity > 0m)
        {
            average = Amounts.Cents(((before * average) + (quantity * cost)) / now);
            body["last_cost_price"] = Amounts.Text(cost);
            body["cost_price_last_updated"] = SandboxClock.Text(scope.Today) + "T00:00:00.000Z";
        }
        body["quantity_in_stock"] = Amounts.Text(now);
        body["average_cost_price"] = Amounts.Text(average);
        body["average_cost_price_stock_value"] = Amounts.Text(Amounts.Cents(now * average));
        body["last_cost_price_stock_value"] = Amounts.Text(Amounts.Cents(now * body.Amount("last_cost_price")));
        body["deletable"] = false;
        new ItemRules(ItemKind.StockItem).Save(scope, item);
    }

    private static string? Kind(Scope scope, StoredDocument movement)
    {
        using var row = scope.Db.Use("select kind from documents where seq=?").With(movement.Seq);
        return row.Step() ? row.MaybeText(0) : null;
    }

    private static ApiAnswer OfADocument() =>
        ApiProblems.Of(422, "RecordInvalid", "This movement belongs to a document and changes with it.", "base");
}
