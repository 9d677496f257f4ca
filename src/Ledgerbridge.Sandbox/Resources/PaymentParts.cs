using System.Text.Json;
using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox.Api;
using Ledgerbridge.Sandbox.Books;

namespace Ledgerbridge.Sandbox.Resources;

/// <summary>A document a payment or allocation touches.</summary>
/// <param name="Item">The id of the open item.</param>
/// <param name="Sign">1 when the customer owes the item, -1 when it is owed to the customer.</param>
/// <param name="Amount">How much, above zero.</param>
/// <param name="Discount">How much is let off beside it, zero or more.</param>
internal sealed record Part(string Item, int Sign, decimal Amount, decimal Discount);

/// <summary>Reads and checks the <c>allocated_artefacts</c> of payments and allocations, and settles them.</summary>
/// <param name="scope">The request's scope.</param>
/// <param name="type">The resource they belong to.</param>
/// <param name="violations">Takes what is wrong.</param>
internal sealed class PaymentParts(Scope scope, ResourceType type, Violations violations)
{
    private const string Key = "allocated_artefacts";
    private readonly Settlements _settlements = new(scope);

    /// <summary>The parts of a request.</summary>
    /// <param name="sent">The request inside its wrapper.</param>
    /// <param name="body">The payment or allocation, with its contact.</param>
    /// <param name="signOf">
    /// The sign that the amount of an item has to have, by the item's own: a receipt takes items owed by the customer with amounts above
    /// zero, an allocation both with opposite amounts. Zero for an item that does not belong there.
    /// </param>
    public List<Part> Read(JsonElement sent, JsonObject body, Func<int, int> signOf)
    {
        var parts = new List<Part>();
        if (!sent.TryGetProperty(Key, out var list) || list.ValueKind == JsonValueKind.Null)
            return parts;
        if (list.ValueKind != JsonValueKind.Array || list.EnumerateArray().Any(static part => part.ValueKind != JsonValueKind.Object))
        {
            violations.Structure($"{type.Singular}[{Key}]", "The value must be a list of allocated artefacts.");
            return parts;
        }
        foreach (var element in list.EnumerateArray())
        {
            if (Take(element, body, signOf) is { } part)
                parts.Add(part);
        }
        foreach (var twice in parts.GroupBy(static part => part.Item, StringComparer.Ordinal).Where(static group => group.Skip(1).Any()))
            violations.Add(Key, $"must not name {_settlements.Find(twice.Key)?.Body.Text("displayed_as")} twice");
        return parts;
    }

    /// <summary>
    /// Settles the parts and returns them as answers show them, with the base cents that left the items, by the items' sign.
    /// </summary>
    public (JsonArray Shown, long Owed, long Owing) Settle(JsonObject body, IEnumerable<Part> parts)
    {
        var shown = new JsonArray();
        var (owed, owing) = (0L, 0L);
        var id = body.Text("id")!;
        var allocation = type == PaymentShapes.Allocations;
        foreach (var part in parts)
        {
            var item = _settlements.Find(part.Item)!;
            var (seq, settled) = _settlements.Settle(item, (type, id), body.Text("date")!, part.Amount, part.Discount);
            owed += part.Sign > 0 ? settled : 0;
            owing += part.Sign < 0 ? settled : 0;
            var entry = new JsonObject
            {
                ["id"] = scope.Ids.Mint(IdKind.Part, seq),
                ["artefact"] = Artefact(item),
                ["amount"] = Amounts.Text(allocation ? part.Sign * part.Amount : part.Amount),
            };
            if (!allocation)
                entry["discount"] = Amounts.Text(part.Discount);
            shown.Add(entry);
        }
        return (shown, owed, owing);
    }

    private Part? Take(JsonElement sent, JsonObject body, Func<int, int> signOf)
    {
        var id = sent.TryGetProperty("artefact_id", out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
        if (id.Length == 0)
        {
            violations.Required($"{Key}.artefact_id");
            return null;
        }
        if (_settlements.Find(id) is not { } item)
        {
            violations.RecordMissing();
            return null;
        }
        var (amount, discount) = (Amount(sent, "amount"), Amount(sent, "discount") ?? 0m);
        if (amount is null)
        {
            violations.Required($"{Key}.amount");
            return null;
        }
        var asked = amount.Value * signOf(item.Sign);
        if (item.Body.LinkId("contact") != body.LinkId("contact"))
            violations.Add($"{Key}.artefact_id", "must belong to the contact");
        else if (!item.IsOpen)
            violations.Add("base", "You can only pay unpaid or part-paid invoices.");
        else if (asked <= 0m || discount < 0m)
            violations.Add($"{Key}.amount", "is invalid");
        else if (asked + discount > item.Outstanding)
            violations.Add($"{Key}.amount", "must not be more than the outstanding amount");
        else
            return new Part(id, item.Sign, asked, discount);
        return null;
    }

    private decimal? Amount(JsonElement sent, string key)
    {
        if (!sent.TryGetProperty(key, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        var text = value.ValueKind is JsonValueKind.String ? value.GetString() : value.GetRawText();
        if (Amounts.TryRead(text, out var amount) && Math.Abs(amount) <= Amounts.Limit)
            return Amounts.Cents(amount);
        violations.Add($"{Key}.{key}", "is not a number");
        return 0m;
    }

    /// <summary>The reference to an item. What is left of a payment points at the payment.</summary>
    public static JsonObject Artefact(OpenItem item)
    {
        var link = Links.To(item.Document.Type.Collection, item.Document.Id, item.Body.Text("displayed_as"));
        link["$path"] = item.Body.Text("$path");
        return link;
    }
}
