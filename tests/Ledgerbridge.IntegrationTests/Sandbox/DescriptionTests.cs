using System.Net;
using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Sandbox;

/// <summary>The validator against Sage's description can say no, and the sandbox passes it in every state.</summary>
public sealed class DescriptionTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_right_answer_passes_and_each_planted_wrong_one_is_rejected()
    {
        var description = Described();
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var made = await (await sandbox.ClientAsync(Ct)).PostAsync("/sales_invoices", Sent.Invoice(), Ct);
        Assert.Empty(description.CheckAnswer("POST", "/sales_invoices", 201, made.Text));
        foreach (
            var (plant, complaint) in new (Action<JsonObject> Plant, string Complaint)[]
            {
                (static one => one["total_amount"] = 344.97m, "sales_invoices.total_amount must be number"),
                (static one => one["total_amount"] = "344.970", "sales_invoices.total_amount must be number"),
                (static one => one["total_amount"] = "344", "sales_invoices.total_amount must be number"),
                (static one => one["surprise"] = "x", "sales_invoices.surprise is not described"),
                (static one => one["sent"] = "false", "sales_invoices.sent must be boolean"),
                (static one => one["date"] = "10/03/2026", "sales_invoices.date must be string"),
                (static one => one["created_at"] = "2026-03-10T00:00:00.000Z", "sales_invoices.created_at must be string"),
                (static one => one["reference"] = new string('r', 26), "sales_invoices.reference is longer than 25"),
                (static one => one["status"] = "UNPAID", "sales_invoices.status must be object"),
                (static one => one["invoice_lines"]![0]!["colour"] = "red", "invoice_lines[0].colour is not described"),
                (static one => one["tax_analysis"] = new JsonObject(), "sales_invoices.tax_analysis must be array"),
                (static one => one["contact"]!["credit_days"] = "30", "contact.credit_days must be integer"),
            }
        )
        {
            var wrong = JsonNode.Parse(made.Text)!.AsObject();
            plant(wrong);
            Assert.Contains(
                description.CheckAnswer("POST", "/sales_invoices", 201, wrong.ToJsonString()),
                one => one.Contains(complaint, StringComparison.Ordinal)
            );
        }
        Assert.NotEmpty(description.CheckAnswer("POST", "/sales_invoices", 200, made.Text));
        Assert.NotEmpty(description.CheckAnswer("GET", "/sales_invoices", 200, $"[{made.Text}]"));
        Assert.NotEmpty(description.CheckAnswer("GET", "/no_such_thing", 200, "{}"));
        Assert.NotEmpty(description.CheckAnswer("GET", "/sales_invoices", 422, """{"error":"x"}"""));
        Assert.NotEmpty(description.CheckAnswer("GET", "/sales_invoices", 422, """[{"$message":"x"}]"""));
        Assert.NotEmpty(description.CheckAnswer("GET", "/sales_invoices", 200, "not json"));
    }

    [Fact]
    public void A_right_request_passes_and_each_planted_wrong_one_is_rejected()
    {
        var description = Described();
        var right = Sent.Invoice().And(("idempotency_id", new string('a', 32)));
        Assert.Empty(description.CheckRequest("POST", "/sales_invoices", right.ToJsonString()));
        Assert.Empty(description.CheckRequest("GET", "/sales_invoices?page=2&items_per_page=200&sort=date:desc&status_id=UNPAID", null));
        foreach (
            var (body, complaint) in new[]
            {
                (Sent.Invoice().Without("date"), "sales_invoice.date is required"),
                (Sent.Invoice(Sent.Line().Lacking("unit_price")), "invoice_lines[0].unit_price is required"),
                (Sent.Invoice().And(("colour", "red")), "sales_invoice.colour is not described"),
                (Sent.Invoice(Sent.Line().With(("idempotency_id", "x"))), "invoice_lines[0].idempotency_id is not described"),
                (Sent.Invoice().And(("contact_id", 7)), "sales_invoice.contact_id must be string"),
                (Sent.Invoice().And(("sent", "yes")), "sales_invoice.sent must be boolean"),
                (Sent.Invoice(Sent.Line().With(("quantity", "three"))), "invoice_lines[0].quantity must be number"),
                (Sent.Invoice().And(("date", "2026-02-30")), "sales_invoice.date must be a date"),
                (Sent.Invoice().And(("reference", new string('r', 26))), "sales_invoice.reference is longer than 25"),
                (Sent.Contact("x").And(("reference", "eleven-char")), "sales_invoice is required"),
            }
        )
            Assert.Contains(
                description.CheckRequest("POST", "/sales_invoices", body.ToJsonString()),
                one => one.Contains(complaint, StringComparison.Ordinal)
            );
        Assert.Contains(
            "contact.reference is longer than 10 characters",
            description.CheckRequest("POST", "/contacts", Sent.Contact("x").And(("reference", "eleven-char")).ToJsonString())
        );
        foreach (
            var (method, path, body) in new (string, string, string?)[]
            {
                ("GET", "/sales_invoices?colour=red", null),
                ("GET", "/sales_invoices?items_per_page=201", null),
                ("GET", "/sales_invoices?has_attachments=maybe", null),
                ("GET", "/ledger_accounts?visible_in=heaven", null),
                ("POST", "/sales_invoices/x/release", "{}"),
                ("POST", "/sales_invoices", null),
                ("PATCH", "/sales_invoices/x", "{}"),
                ("GET", "/invoices", null),
            }
        )
            Assert.NotEmpty(description.CheckRequest(method, path, body));
    }

    [Fact]
    public async Task A_handler_notes_what_a_client_does_wrong_and_which_kinds_of_calls_it_makes()
    {
        Described();
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var pair = await sandbox.Control.IssueTokensAsync(SandboxSeed.OwnerId, "full_access", Ct);
        using var handler = new SageDescriptionHandler(new SocketsHttpHandler());
        using var http = new HttpClient(handler, disposeHandler: false) { BaseAddress = sandbox.BaseAddress };
        http.DefaultRequestHeaders.Authorization = new("Bearer", pair.AccessToken);
        using var good = await http.GetAsync("/v3.1/contacts?page=1", Ct);
        Assert.Equal(HttpStatusCode.OK, good.StatusCode);
        Assert.NotEmpty(await good.Content.ReadAsStringAsync(Ct));
        Assert.Empty(handler.Deviations);
        using var bad = await http.GetAsync("/v3.1/contacts?colour=red", Ct);
        Assert.Equal("GET /contacts?colour=red, request: query parameter colour is not described", handler.Deviations.Single());
        Assert.Equal(["GET /contacts"], handler.Kinds);
    }

    [Fact]
    public async Task Every_resource_passes_in_every_state_with_everything_shown()
    {
        Described();
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var ids = new List<string>();
        foreach (var status in new[] { "DRAFT", "PRO_FORMA", "UNPAID", "UNPAID", "UNPAID", "UNPAID" })
            ids.Add(
                (
                    await client.PostAsync(
                        "/sales_invoices",
                        Sent.Invoice().And(("status_id", status), ("shipping_net_amount", "5"), ("shipping_tax_rate_id", "ZA_STANDARD")),
                        Ct
                    )
                ).Id
            );
        await client.DeleteAsync($"/sales_invoices/{ids[3]}?void_reason=x", Ct);
        await sandbox.Control.PayAsync(SandboxSeed.KarooTrading, ids[4], 1m, Ct);
        await sandbox.Control.PayAsync(SandboxSeed.KarooTrading, ids[5], null, Ct);
        var statuses = new List<string?>();
        foreach (var id in ids)
            statuses.Add(
                (
                    await client.GetAsync(
                        $"/sales_invoices/{id}?nested_attributes=all&show_payments_allocations=true&show_legacy_id=true&attributes=all",
                        Ct
                    )
                ).LinkId("status")
            );
        Assert.Equal(["DRAFT", "PRO_FORMA", "UNPAID", "VOID", "PART_PAID", "PAID"], statuses);
        await client.DeleteAsync($"/sales_invoices/{ids[0]}", Ct);
        await client.GetAsync("/sales_invoices?deleted_since=2026-01-01&attributes=all", Ct);
        await TradeAsync(client);
        await ReadEverythingAsync(client);
    }

    private static async Task ReadEverythingAsync(SandboxClient client)
    {
        foreach (
            var path in new[]
            {
                "/sales_credit_notes",
                "/contact_payments",
                "/contact_allocations",
                "/products",
                "/services",
                "/stock_items",
                "/stock_movements",
                "/product_sales_price_types",
                "/service_rate_types",
                "/exchange_rates",
                "/live_exchange_rates",
                "/contacts",
                "/addresses",
                "/contact_persons",
                "/bank_accounts",
                "/ledger_accounts",
                "/transactions",
                "/ledger_entries",
                "/tax_rates",
            }
        )
        {
            var first = (await client.GetAsync($"{path}?attributes=all&items_per_page=200&show_legacy_id=true", Ct)).Items[^1]["$path"];
            Assert.Equal(HttpStatusCode.OK, (await client.Unchecked.GetAsync($"{first}?nested_attributes=all", Ct)).Status);
        }
        await client.GetAsync("/contacts?show_balance=true&attributes=all&nested_attributes=all", Ct);
    }

    /// <summary>What a payment, an allocation and a movement look like once something was done with them.</summary>
    private static async Task TradeAsync(SandboxClient client)
    {
        var item = await SentTrade.StockAsync(client, SandboxSeed.KarooTrading, "S-9", "5", Ct);
        var line = Sent.Line().With(("product_id", item));
        var invoice = await client.PostAsync("/sales_invoices", Sent.Invoice(line), Ct);
        var note = await client.PostAsync("/sales_credit_notes", SentTrade.CreditNote(Sent.Customer), Ct);
        var receipt = SentTrade.Receipt(SandboxSeed.KarooTrading, Sent.Customer, "500", (invoice.Id, "100"));
        Assert.NotNull((await client.PostAsync("/contact_payments", receipt, Ct)).Object["payment_on_account"]);
        await client.PostAsync("/contact_allocations", SentTrade.Allocation(Sent.Customer, (invoice.Id, "5"), (note.Id, "-5")), Ct);
        foreach (var path in new[] { $"/sales_invoices/{invoice.Id}", $"/sales_credit_notes/{note.Id}" })
            await client.GetAsync($"{path}?show_payments_allocations=true&nested_attributes=all&show_legacy_id=true", Ct);
    }

    private static SageDescription Described()
    {
        Assert.SkipWhen(SageDescription.Current is null, SageDescription.Missing);
        return SageDescription.Current!;
    }
}
