using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Sandbox;

/// <summary>
/// Nothing a client can send for credit notes, payments, allocations, items and stock makes the sandbox answer 500 by itself.
/// </summary>
[Trait("Work", "Long")]
public sealed class AbsurdTradeTests
{
    private const string Business = SandboxSeed.PennineSupplies;

    private static readonly string Customer = SandboxSeed.Contact(Business, 1);

    private static readonly string[] Absurd =
    [
        "null",
        "true",
        "-1",
        "1e400",
        "99999999999.99",
        "-99999999999.99",
        "\"\"",
        "\" \"",
        "\"99999999999.99\"",
        "\"0.0000000001\"",
        "\"2999-12-31\"",
        "\"9999-12-31\"",
        "\"\\u0000\"",
        "\"\\ud800\"",
        "\"🍷 e\\u0301 <script>\"",
        "\"'; drop table settlements; --\"",
        "[]",
        "[null]",
        "[1, [2, {}]]",
        "{}",
        "{\"id\": {}}",
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(
        "POST",
        "/sales_credit_notes",
        "sales_credit_note",
        "contact_id date original_invoice_date credit_note_number reference exchange_rate status_id " + "main_address credit_note_lines"
    )]
    [InlineData(
        "PUT",
        "/sales_credit_notes/{note}",
        "sales_credit_note",
        "contact_id date original_invoice_date credit_note_lines status_id"
    )]
    [InlineData(
        "POST",
        "/contact_payments",
        "contact_payment",
        "transaction_type_id contact_id bank_account_id date total_amount payment_method_id currency_id "
            + "exchange_rate reference allocated_artefacts part.artefact_id part.amount part.discount "
            + "idempotency_id"
    )]
    [InlineData(
        "PUT",
        "/contact_payments/{payment}",
        "contact_payment",
        "transaction_type_id contact_id bank_account_id date total_amount exchange_rate allocated_artefacts "
            + "part.artefact_id part.amount part.discount"
    )]
    [InlineData(
        "POST",
        "/contact_allocations",
        "contact_allocation",
        "transaction_type_id contact_id date allocated_artefacts part.artefact_id part.amount part.discount"
    )]
    [InlineData(
        "POST",
        "/products",
        "product",
        "item_code description sales_ledger_account_id purchase_ledger_account_id sales_prices cost_price " + "active usual_supplier_id"
    )]
    [InlineData("POST", "/services", "service", "item_code description sales_ledger_account_id sales_rates")]
    [InlineData(
        "PUT",
        "/stock_items/{item}",
        "stock_item",
        "item_code description sales_prices reorder_level quantity_in_stock cost_price active"
    )]
    [InlineData("POST", "/stock_movements", "stock_movement", "stock_item_id date quantity cost_price details reference movement_number")]
    [InlineData("POST", "/product_sales_price_types", "product_sales_price_type", "name active")]
    [InlineData("POST", "/business_exchange_rates", "business_exchange_rate", "currency_id rate inverse_rate")]
    public async Task Every_field_with_every_absurd_value_is_answered_in_words(string method, string path, string wrapper, string fields)
    {
        var failures = new ConcurrentQueue<string>();
        await using var sandbox = await SandboxFixture.StartAsync(options => options with { OnFailure = failures.Enqueue }, Ct);
        var client = (await sandbox.ClientAsync(Business, Ct)).Unchecked;
        var ids = await IdsAsync(client);
        foreach (var (name, id) in ids)
            path = path.Replace($"{{{name}}}", id, StringComparison.Ordinal);
        foreach (var field in fields.Split(' '))
        {
            foreach (var value in Absurd)
            {
                using var content = new StringContent(Planted(Right(wrapper, ids), field, value), Encoding.UTF8, "application/json");
                var answer = await client.SendAsync(new HttpMethod(method), path, content, null, Ct);
                Assert.True((int)answer.Status < 500, $"{field} = {value} answered {answer.Status}");
            }
        }
        Assert.Empty(failures);
        Assert.Equal(0m, (await sandbox.Control.TrialBalanceAsync(Business, Ct)).Difference);
    }

    private static async Task<Dictionary<string, string>> IdsAsync(SandboxClient client)
    {
        var invoice = await client.PostAsync("/sales_invoices", Sent.Invoice(Customer, Line()), Ct);
        var note = await client.PostAsync("/sales_credit_notes", SentTrade.CreditNote(Customer, Line()), Ct);
        var payment = await client.PostAsync("/contact_payments", SentTrade.Receipt(Business, Customer, "1", (invoice.Id, "0.5")), Ct);
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["invoice"] = invoice.Id,
            ["note"] = note.Id,
            ["payment"] = payment.Id,
            ["item"] = await SentTrade.StockAsync(client, Business, "S-1", "10", Ct),
        };
    }

    private static JsonObject Right(string wrapper, Dictionary<string, string> ids) =>
        wrapper switch
        {
            "sales_credit_note" => SentTrade.CreditNote(Customer, Line()),
            "contact_payment" => SentTrade.Receipt(Business, Customer, "1", (ids["invoice"], "0.5")),
            "contact_allocation" => SentTrade.Allocation(Customer, (ids["invoice"], "0.5"), (ids["note"], "-0.5")),
            "stock_movement" => SentTrade.Movement(ids["item"], "1"),
            "product" or "service" or "stock_item" => SentTrade.Item(Business, wrapper, "X-1"),
            "business_exchange_rate" => new()
            {
                [wrapper] = new JsonObject { ["currency_id"] = "EUR", ["rate"] = "1.2" },
            },
            _ => new()
            {
                [wrapper] = new JsonObject { ["name"] = "x", ["active"] = true },
            },
        };

    /// <summary>The body's text with the value put in raw, so that it may be something no JSON library would write.</summary>
    private static string Planted(JsonObject body, string field, string value)
    {
        const string place = "@@@";
        var into = body.Single().Value!.AsObject();
        if (field.StartsWith("part.", StringComparison.Ordinal))
            (into, field) = (into["allocated_artefacts"]![0]!.AsObject(), field["part.".Length..]);
        into[field] = place;
        return body.ToJsonString().Replace($"\"{place}\"", value, StringComparison.Ordinal);
    }

    private static JsonObject Line() => Sent.Line(Business, "GB_STANDARD", "1", "10", "2");
}
