using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Sandbox;

/// <summary>Nothing a client can send makes the sandbox answer 500 by itself.</summary>
[Trait("Work", "Long")]
public sealed class AbsurdInputTests
{
    private static readonly string[] Absurd =
    [
        "null",
        "true",
        "0",
        "-1",
        "1e400",
        "99999999999.99",
        "-99999999999.99",
        "123456789012345678901234567890",
        "0.00000000000000000000000001",
        "\"\"",
        "\" \"",
        "\"99999999999.99\"",
        "\"0.0000000001\"",
        "\"1e5\"",
        "\"2999-12-31\"",
        "\"9999-12-31\"",
        "\"0001-01-01\"",
        "\"\\u0000\"",
        "\"\\ud800\"",
        "\"🍷 ‮ e\\u0301 <script>\"",
        "\"'; drop table documents; --\"",
        "[]",
        "[null]",
        "[1, [2, {}]]",
        "{}",
        "{\"id\": {}}",
    ];

    private static readonly string[] Collections = Words(
        "sales_invoices contacts ledger_accounts transactions ledger_entries countries tax_rates exchange_rates businesses "
            + "contact_payments products stock_items stock_movements business_exchange_rates product_sales_price_types"
    );

    private static readonly string[] Parameters = Words(
        "page items_per_page attributes nested_attributes search sort from_date to_date updated_or_created_since deleted_since contact_id "
            + "status_id email visible_in show_balance show_legacy_id contact_type_id address_region_id transaction_id ledger_account_id "
            + "expand_origin void_reason bank_account_id transaction_type_id active out_of_stock stock_item_id"
    );

    private static readonly string[] Values = Words(
        " 0 -1 99999999999999999999 %00 %F0%9F%8D%B7 ' true all ,,, created_at:up:down 2026-99-99 a%20b"
    );

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("POST", "/sales_invoices", "sales_invoice")]
    [InlineData("PUT", "/sales_invoices/{invoice}", "sales_invoice")]
    [InlineData("POST", "/contacts", "contact")]
    [InlineData("PUT", "/contacts/{contact}", "contact")]
    [InlineData("POST", "/addresses", "address")]
    [InlineData("POST", "/contact_persons", "contact_person")]
    [InlineData("POST", "/ledger_accounts", "ledger_account")]
    [InlineData("POST", "/bank_accounts", "bank_account")]
    [InlineData("PUT", "/financial_settings", "financial_settings")]
    [InlineData("PUT", "/invoice_settings", "invoice_settings")]
    public async Task Every_field_with_every_absurd_value_is_answered_in_words(string method, string path, string wrapper)
    {
        var failures = new ConcurrentQueue<string>();
        await using var sandbox = await SandboxFixture.StartAsync(options => options with { OnFailure = failures.Enqueue }, Ct);
        var client = (await sandbox.ClientAsync(SandboxSeed.PennineSupplies, Ct)).Unchecked;
        var contact = SandboxSeed.Contact(SandboxSeed.PennineSupplies, 1);
        var invoice = await client.PostAsync("/sales_invoices", Right("sales_invoice", contact), Ct);
        path = path.Replace("{invoice}", invoice.Id, StringComparison.Ordinal).Replace("{contact}", contact, StringComparison.Ordinal);
        foreach (var field in Fields(wrapper))
        {
            foreach (var value in Absurd)
            {
                var body = Planted(Right(wrapper, contact), wrapper, field, value);
                using var content = new StringContent(body, Encoding.UTF8, "application/json");
                var answer = await client.SendAsync(new HttpMethod(method), path, content, null, Ct);
                Assert.True((int)answer.Status < 500, $"{field} = {value} answered {answer.Status}");
            }
        }
        Assert.Empty(failures);
        Assert.Equal(0m, (await sandbox.Control.TrialBalanceAsync(SandboxSeed.PennineSupplies, Ct)).Difference);
    }

    [Fact]
    public async Task Every_query_with_every_absurd_value_is_answered_in_words()
    {
        var failures = new ConcurrentQueue<string>();
        await using var sandbox = await SandboxFixture.StartAsync(options => options with { OnFailure = failures.Enqueue }, Ct);
        var client = (await sandbox.ClientAsync(Ct)).Unchecked;
        foreach (var collection in Collections)
        {
            foreach (var path in Parameters.SelectMany(name => Values.Select(value => $"/{collection}?{name}={value}")))
                Assert.True((int)(await client.GetAsync(path, Ct)).Status < 500, path);
        }
        Assert.Empty(failures);
    }

    private static string[] Fields(string wrapper)
    {
        var fields = wrapper switch
        {
            "sales_invoice" => "contact_id date due_date invoice_number invoice_number_prefix reference notes shipping_net_amount "
                + "shipping_tax_rate_id currency_id exchange_rate inverse_exchange_rate status_id sent main_address delivery_address "
                + "invoice_lines idempotency_id net_amount total_amount contact_name line.id line.description line.ledger_account_id "
                + "line.quantity line.unit_price line.tax_rate_id line.tax_amount line.discount_amount line.discount_percentage "
                + "line.unit_price_includes_tax line.eu_goods_services_type_id",
            "contact" => "name contact_type_ids reference tax_number credit_days credit_limit currency_id main_address delivery_address "
                + "main_contact_person bank_account_details tax_treatment is_active idempotency_id",
            "address" => "contact_id bank_account_id name address_type_id is_main_address country_id postal_code",
            "contact_person" => "address_id name contact_person_type_ids email is_main_contact",
            "ledger_account" => "ledger_account_type_id name nominal_code visible_in_sales tax_rate_id included_in_chart",
            "bank_account" => "bank_account_type_id nominal_code ledger_account_id bank_account_details",
            "financial_settings" => "year_end_date multi_currency_enabled tax_number sales_tax_calculation",
            _ => "next_invoice_number sales_invoice_number_prefix customer_credit_days document_headings",
        };
        return Words(fields);
    }

    private static string[] Words(string words) => words.Split(' ');

    private static JsonObject Right(string wrapper, string contact) =>
        wrapper switch
        {
            "sales_invoice" => Sent.Invoice(contact, Sent.Line(SandboxSeed.PennineSupplies, "GB_STANDARD", "1", "10", "2")),
            "contact" => Sent.Contact("Someone"),
            "address" => new()
            {
                ["address"] = new JsonObject
                {
                    ["contact_id"] = contact,
                    ["name"] = "x",
                    ["address_type_id"] = "SALES",
                    ["is_main_address"] = false,
                },
            },
            "contact_person" => new()
            {
                ["contact_person"] = new JsonObject
                {
                    ["name"] = "x",
                    ["contact_person_type_ids"] = new JsonArray("SALES"),
                    ["address_id"] = "x",
                },
            },
            "ledger_account" => new()
            {
                ["ledger_account"] = new JsonObject
                {
                    ["ledger_account_type_id"] = "SALES",
                    ["included_in_chart"] = true,
                    ["name"] = "x",
                    ["display_name"] = "x",
                    ["nominal_code"] = 4040,
                },
            },
            "bank_account" => new()
            {
                ["bank_account"] = new JsonObject
                {
                    ["bank_account_type_id"] = "SAVINGS",
                    ["bank_account_details"] = new JsonObject { ["account_name"] = "x" },
                },
            },
            _ => new() { [wrapper] = new JsonObject() },
        };

    /// <summary>The body's text with the value put in raw, so that it may be something no JSON library would write.</summary>
    private static string Planted(JsonObject body, string wrapper, string field, string value)
    {
        const string place = "@@@";
        var into = body[wrapper]!.AsObject();
        if (field.StartsWith("line.", StringComparison.Ordinal))
            (into, field) = (into["invoice_lines"]![0]!.AsObject(), field["line.".Length..]);
        into[field] = place;
        return body.ToJsonString().Replace($"\"{place}\"", value, StringComparison.Ordinal);
    }
}
