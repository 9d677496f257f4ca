using System.Globalization;
using System.Text.Json.Nodes;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.World;

/// <summary>What stands in one business's books, read past every API: as it is kept, without what was deleted.</summary>
internal sealed class BookedThings
{
    public required ILookup<string, JsonObject> Invoices { get; init; }

    public required ILookup<string, JsonObject> CreditNotes { get; init; }

    public required ILookup<string, JsonObject> Payments { get; init; }

    public required IReadOnlyDictionary<string, JsonObject> Contacts { get; init; }

    public required ILookup<string, JsonObject> Items { get; init; }

    /// <summary>Debits less credits: nothing, always.</summary>
    public required decimal Imbalance { get; init; }

    public static async Task<BookedThings> ReadAsync(SandboxControl control, string business, CancellationToken ct)
    {
        var items = new List<JsonObject>();
        foreach (var collection in new[] { "products", "services", "stock_items" })
            items.AddRange(await LivingAsync(control, business, collection, ct));
        return new BookedThings
        {
            Invoices = ByReference(await LivingAsync(control, business, "sales_invoices", ct)),
            CreditNotes = ByReference(await LivingAsync(control, business, "sales_credit_notes", ct)),
            Payments = ByReference(await LivingAsync(control, business, "contact_payments", ct)),
            Contacts = (await LivingAsync(control, business, "contacts", ct)).ToDictionary(static one => Text(one, "id")),
            // The list of products has stock items, too, with less of them.
            Items = items
                .GroupBy(static item => Text(item, "id"))
                .Select(static same => same.MaxBy(static item => item.Count)!)
                .ToLookup(static item => Text(item, "item_code")),
            Imbalance = (await control.TrialBalanceAsync(business, ct)).Difference,
        };
    }

    /// <summary>An amount of a document.</summary>
    public static decimal Amount(JsonObject document, string name) =>
        decimal.Parse(document[name]?.ToString() is { Length: > 0 } text ? text : "0", CultureInfo.InvariantCulture);

    /// <summary>A text of a document; empty when it has none.</summary>
    public static string Text(JsonObject document, string name) => document[name]?.ToString() ?? "";

    /// <summary>The id of what a document points to; empty when to nothing.</summary>
    public static string Link(JsonObject document, string name) => document[name]?["id"]?.ToString() ?? "";

    private static ILookup<string, JsonObject> ByReference(IEnumerable<JsonObject> documents) =>
        documents.ToLookup(static document => Text(document, "reference"));

    private static async Task<IReadOnlyList<JsonObject>> LivingAsync(
        SandboxControl control,
        string business,
        string collection,
        CancellationToken ct
    ) => [.. (await control.DocumentsAsync(business, collection, ct)).Where(static one => Text(one, "deleted_at").Length == 0)];
}
