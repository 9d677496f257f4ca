using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Sandbox;

/// <summary>Request bodies of credit notes, payments, allocations, items and stock that are right unless a test makes them wrong.</summary>
internal static class SentTrade
{
    /// <summary>A credit note of the given lines (or of <see cref="Sent.Line()"/>, 344.97 in all).</summary>
    public static JsonObject CreditNote(string contact, params JsonObject[] lines) =>
        new()
        {
            ["sales_credit_note"] = new JsonObject
            {
                ["contact_id"] = contact,
                ["date"] = "2026-03-12",
                ["credit_note_lines"] = new JsonArray([.. lines.Length == 0 ? [Sent.Line()] : lines]),
            },
        };

    public static JsonObject Receipt(string business, string contact, string amount, params (string Id, string Amount)[] parts) =>
        Payment(business, "CUSTOMER_RECEIPT", contact, amount, parts);

    public static JsonObject Refund(string business, string contact, string amount, params (string Id, string Amount)[] parts) =>
        Payment(business, "CUSTOMER_REFUND", contact, amount, parts);

    public static JsonObject Allocation(string contact, params (string Id, string Amount)[] parts) =>
        new()
        {
            ["contact_allocation"] = new JsonObject
            {
                ["transaction_type_id"] = "CUSTOMER_ALLOCATION",
                ["contact_id"] = contact,
                ["date"] = "2026-03-14",
                ["allocated_artefacts"] = Parts(parts),
            },
        };

    public static JsonArray Parts(params (string Id, string Amount)[] parts) =>
        [.. parts.Select(static part => new JsonObject { ["artefact_id"] = part.Id, ["amount"] = part.Amount })];

    /// <summary>A product, service or stock item by its singular name.</summary>
    public static JsonObject Item(string business, string singular, string code)
    {
        var item = new JsonObject
        {
            ["item_code"] = code,
            ["description"] = $"The {code}",
            ["sales_ledger_account_id"] = SandboxSeed.LedgerAccount(business, SandboxSeed.SalesCode),
        };
        if (singular != "service")
            item["purchase_ledger_account_id"] = SandboxSeed.LedgerAccount(business, 5000);
        return new JsonObject { [singular] = item };
    }

    public static JsonObject Movement(string item, string quantity, string cost = "10") =>
        new()
        {
            ["stock_movement"] = new JsonObject
            {
                ["stock_item_id"] = item,
                ["date"] = "2026-03-11",
                ["quantity"] = quantity,
                ["cost_price"] = cost,
                ["details"] = "Counted",
            },
        };

    /// <summary>Makes a stock item with so many in stock.</summary>
    public static async Task<string> StockAsync(SandboxClient client, string business, string code, string quantity, CancellationToken ct)
    {
        var made = await client.PostAsync("/stock_items", Item(business, "stock_item", code), ct);
        await client.PostAsync("/stock_movements", Movement(made.Id, quantity), ct);
        return made.Id;
    }

    private static JsonObject Payment(string business, string type, string contact, string amount, (string Id, string Amount)[] parts)
    {
        var payment = new JsonObject
        {
            ["transaction_type_id"] = type,
            ["payment_method_id"] = "CREDIT_DEBIT",
            ["contact_id"] = contact,
            ["bank_account_id"] = SandboxSeed.BankAccount(business, SandboxSeed.BankCode),
            ["date"] = "2026-03-13",
            ["total_amount"] = amount,
            ["reference"] = "PAY-77",
        };
        if (parts.Length > 0)
            payment["allocated_artefacts"] = Parts(parts);
        return new JsonObject { ["contact_payment"] = payment };
    }
}
