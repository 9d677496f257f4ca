using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox;

namespace Ledgerbridge.IntegrationTests.Sandbox;

/// <summary>Request bodies that are right unless a test makes them wrong.</summary>
internal static class Sent
{
    public static readonly string Customer = SandboxSeed.Contact(SandboxSeed.KarooTrading, 1);
    public static readonly string Supplier = SandboxSeed.Contact(SandboxSeed.KarooTrading, 13);

    /// <summary>One line of 3 × 99.99 at 15 %: net 299.97, tax 45.00, total 344.97.</summary>
    public static JsonObject Line() => Line(SandboxSeed.KarooTrading, SandboxSeed.ZaStandard, "3", "99.99", "45.00");

    public static JsonObject Line(string business, string? rate, string quantity, string price, string? tax)
    {
        var line = new JsonObject
        {
            ["description"] = "Rooibos tea",
            ["ledger_account_id"] = SandboxSeed.LedgerAccount(business, SandboxSeed.SalesCode),
            ["quantity"] = quantity,
            ["unit_price"] = price,
        };
        if (rate is not null)
            line["tax_rate_id"] = rate;
        if (tax is not null)
            line["tax_amount"] = tax;
        return line;
    }

    /// <summary>
    /// An invoice of the given lines (or of <see cref="Line()"/>) for the first customer of Karoo Trading, in its wrapper.
    /// </summary>
    public static JsonObject Invoice(params JsonObject[] lines) => Invoice(Customer, lines);

    public static JsonObject Invoice(string contact, params JsonObject[] lines) =>
        new()
        {
            ["sales_invoice"] = new JsonObject
            {
                ["contact_id"] = contact,
                ["date"] = "2026-03-10",
                ["invoice_lines"] = new JsonArray([.. lines.Length == 0 ? [Line()] : lines]),
            },
        };

    public static JsonObject Contact(string name, string type = "CUSTOMER") =>
        new()
        {
            ["contact"] = new JsonObject { ["name"] = name, ["contact_type_ids"] = new JsonArray(type) },
        };

    /// <summary>The same body with more keys inside the wrapper.</summary>
    public static JsonObject And(this JsonObject body, params (string Key, JsonNode? Value)[] more)
    {
        var inner = body.First().Value!.AsObject();
        foreach (var (key, value) in more)
            inner[key] = value;
        return body;
    }

    /// <summary>The same body without a key inside the wrapper.</summary>
    public static JsonObject Without(this JsonObject body, string key)
    {
        body.First().Value!.AsObject().Remove(key);
        return body;
    }

    /// <summary>The same line with other keys.</summary>
    public static JsonObject With(this JsonObject line, params (string Key, JsonNode? Value)[] more)
    {
        foreach (var (key, value) in more)
            line[key] = value;
        return line;
    }

    /// <summary>The same line without a key.</summary>
    public static JsonObject Lacking(this JsonObject line, string key)
    {
        line.Remove(key);
        return line;
    }
}
