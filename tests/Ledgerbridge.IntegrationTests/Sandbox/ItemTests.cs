using System.Net;
using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Sandbox;

public sealed class ItemTests
{
    private const string Karoo = SandboxSeed.KarooTrading;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("products", "product", "sales_prices", "price", "product_sales_price_type")]
    [InlineData("stock_items", "stock_item", "sales_prices", "price", "product_sales_price_type")]
    [InlineData("services", "service", "sales_rates", "rate", "service_rate_type")]
    public async Task An_item_has_a_code_of_its_own_and_a_price_in_each_list(
        string path,
        string singular,
        string prices,
        string price,
        string listKey
    )
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var list = singular == "service" ? SandboxSeed.RateType(Karoo) : SandboxSeed.PriceType(Karoo, 1);
        var made = await client.PostAsync($"/{path}", SentTrade.Item(Karoo, singular, "SKU-1").And((prices, Prices("12.5", list))), Ct);
        Assert.Equal(HttpStatusCode.Created, made.Status);
        Assert.Equal("12.5", made.Object[prices]![0]![price]!.GetValue<string>());
        Assert.Equal(list, made.Object[prices]![0]![listKey]!["id"]!.GetValue<string>());
        var taken = await client.PostAsync($"/{path}", SentTrade.Item(Karoo, singular, "SKU-1"), Ct);
        Assert.Equal("RecordInvalid | has already been taken | item_code", taken.Problems.Single());
        var change = new JsonObject
        {
            [singular] = new JsonObject { ["description"] = "Renamed", [prices] = Prices("14", list) },
        };
        var changed = await client.PutAsync($"/{path}/{made.Id}", change, Ct);
        Assert.Equal(
            ("Renamed", "14.0"),
            (changed.Object["displayed_as"]!.GetValue<string>(), changed.Object[prices]![0]![price]!.GetValue<string>())
        );
        Assert.Single(changed.Object[prices]!.AsArray());
        Assert.Equal(made.Id, (await client.GetAsync($"/{path}?search=sku-1&active=true", Ct)).Items.Single()["id"]!.GetValue<string>());
        await client.PutAsync($"/{path}/{made.Id}", new JsonObject { [singular] = new JsonObject { ["active"] = false } }, Ct);
        Assert.Empty((await client.GetAsync($"/{path}?active=true", Ct)).Items);
        Assert.Single((await client.GetAsync($"/{path}?active=false", Ct)).Items);
        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync($"/{path}/{made.Id}", Ct)).Status);
        Assert.Single((await client.GetAsync($"/{path}?deleted_since=2026-01-01", Ct)).Items);

        JsonArray Prices(string amount, string id) => [new JsonObject { [price] = amount, [listKey + "_id"] = id }];
    }

    [Fact]
    [SandboxQuirk("SAGE-56")]
    public async Task The_list_of_products_has_the_stock_items_too()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var product = await client.PostAsync("/products", SentTrade.Item(Karoo, "product", "P-1"), Ct);
        var stocked = await client.PostAsync("/stock_items", SentTrade.Item(Karoo, "stock_item", "S-1"), Ct);
        var listed = await client.GetAsync("/products?attributes=all", Ct);
        Assert.Equal(
            [(product.Id, "PRODUCT"), (stocked.Id, "STOCK_ITEM")],
            listed.Items.Select(static one => (one["id"]!.GetValue<string>(), one["catalog_item_type"]!["id"]!.GetValue<string>()))
        );
        Assert.Single((await client.GetAsync("/stock_items", Ct)).Items);
        await client.PutAsync($"/stock_items/{stocked.Id}", Described("stock_item", "New"), Ct);
        Assert.Equal("New", (await client.GetAsync($"/products/{stocked.Id}", Ct)).Object["description"]!.GetValue<string>());
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await client.PutAsync($"/products/{stocked.Id}", Described("product", "x"), Ct)).Status
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.DeleteAsync($"/products/{stocked.Id}", Ct)).Status);
        var taken = await client.PostAsync("/stock_items", SentTrade.Item(Karoo, "stock_item", "P-1"), Ct);
        Assert.Equal("RecordInvalid | has already been taken | item_code", taken.Problems.Single());
    }

    [Fact]
    public async Task What_is_on_a_document_cannot_be_deleted()
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var product = await client.PostAsync("/products", SentTrade.Item(Karoo, "product", "P-1"), Ct);
        var service = await client.PostAsync("/services", SentTrade.Item(Karoo, "service", "W-1"), Ct);
        var invoice = await client.PostAsync(
            "/sales_invoices",
            Sent.Invoice(Sent.Line().With(("product_id", product.Id)), Sent.Line().With(("service_id", service.Id))),
            Ct
        );
        Assert.Equal(product.Id, invoice.Object["invoice_lines"]![0]!["product"]!["id"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.DeleteAsync($"/products/{product.Id}", Ct)).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.DeleteAsync($"/services/{service.Id}", Ct)).Status);
        var unknown = await client.PostAsync("/sales_invoices", Sent.Invoice(Sent.Line().With(("product_id", service.Id))), Ct);
        Assert.Equal(HttpStatusCode.NotFound, unknown.Status);
    }

    [Fact]
    [SandboxQuirk("SAGE-05")]
    [SandboxQuirk("SAGE-52")]
    [SandboxQuirk("SAGE-62")]
    public async Task Movements_change_the_stock_and_its_cost()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var item = await SentTrade.StockAsync(client, Karoo, "S-1", "10", Ct);
        var more = await client.PostAsync("/stock_movements", SentTrade.Movement(item, "30", "14"), Ct);
        Assert.Equal(2, more.Object["movement_number"]!.GetValue<int>());
        Assert.Equal("2026-03-11T00:00:00.000Z", more.Object["date"]!.GetValue<string>());
        var after = await client.GetAsync($"/stock_items/{item}", Ct);
        Assert.Equal(
            ("40.0", "13.0", "14.0", "520.0"),
            (
                Text(after, "quantity_in_stock"),
                Text(after, "average_cost_price"),
                Text(after, "last_cost_price"),
                Text(after, "average_cost_price_stock_value")
            )
        );
        var moved = await client.GetAsync(
            $"/stock_movements?stock_item_id={item}&from_date=2026-03-11&to_date=2026-03-11&attributes=all",
            Ct
        );
        Assert.Equal(["10.0", "30.0"], moved.Items.Select(static one => one["quantity"]!.GetValue<string>()));
        Assert.Equal(2, (await client.Unchecked.GetAsync("/stock_movements?updated_or_created_since=2030-01-01", Ct)).Items.Count);
        var change = new JsonObject { ["stock_movement"] = new JsonObject { ["quantity"] = "20" } };
        Assert.Equal(HttpStatusCode.OK, (await client.PutAsync($"/stock_movements/{more.Id}", change, Ct)).Status);
        Assert.Equal("30.0", Text(await client.GetAsync($"/stock_items/{item}", Ct), "quantity_in_stock"));
        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync($"/stock_movements/{more.Id}", Ct)).Status);
        Assert.Equal("10.0", Text(await client.GetAsync($"/stock_items/{item}", Ct), "quantity_in_stock"));
        Assert.Equal(0m, (await sandbox.Control.TrialBalanceAsync(Karoo, Ct)).Debit);
    }

    [Fact]
    [SandboxQuirk("SAGE-57")]
    public async Task Documents_move_stock_and_never_below_nothing()
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var item = await SentTrade.StockAsync(client, Karoo, "S-1", "10", Ct);
        var tooMany = await client.PostAsync("/stock_movements", SentTrade.Movement(item, "-10.5"), Ct);
        Assert.Equal("RecordInvalid | The quantity in stock cannot fall below zero. | quantity", tooMany.Problems.Single());
        var sold = await client.PostAsync("/sales_invoices", Sold("4"), Ct);
        await AssertStockAsync("6.0");
        var unfilled = await client.PostAsync("/sales_invoices", Sold("7"), Ct);
        Assert.Equal("RecordInvalid | You cannot fulfil this invoice as you do not have enough stock. | base", unfilled.Problems.Single());
        var draft = await client.PostAsync("/sales_invoices", Sold("7").And(("status_id", "DRAFT")), Ct);
        await AssertStockAsync("6.0");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.PostAsync($"/sales_invoices/{draft.Id}/release", null, Ct)).Status);
        Assert.Equal("DRAFT", (await client.GetAsync($"/sales_invoices/{draft.Id}", Ct)).LinkId("status"));
        var note = await client.PostAsync("/sales_credit_notes", SentTrade.CreditNote(Sent.Customer, Line("1")), Ct);
        await AssertStockAsync("7.0");
        await client.PostAsync($"/sales_invoices/{draft.Id}/release", null, Ct);
        await AssertStockAsync("0.0");
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await client.DeleteAsync($"/sales_credit_notes/{note.Id}?void_reason=x", Ct)).Status
        );
        var lines = new JsonObject { ["sales_invoice"] = new JsonObject { ["invoice_lines"] = new JsonArray(Line("2.5")) } };
        Assert.Equal(HttpStatusCode.OK, (await client.PutAsync($"/sales_invoices/{sold.Id}", lines, Ct)).Status);
        await AssertStockAsync("1.5");
        await client.DeleteAsync($"/sales_invoices/{sold.Id}?void_reason=x", Ct);
        await AssertStockAsync("4.0");
        var movements = (await client.GetAsync($"/stock_movements?stock_item_id={item}&attributes=all", Ct)).Items;
        Assert.Equal(["10.0", "-4.0", "1.0", "-7.0", "1.5", "2.5"], movements.Select(static one => one["quantity"]!.GetValue<string>()));
        var invoiced = movements[1];
        Assert.Equal(sold.Object["invoice_number"]!.GetValue<string>(), invoiced["reference"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.DeleteAsync($"/stock_movements/{invoiced["id"]}", Ct)).Status);

        JsonObject Sold(string quantity) => Sent.Invoice(Line(quantity));
        JsonObject Line(string quantity) => Sent.Line(Karoo, "ZA_ZERO", quantity, "10", null).With(("product_id", item));
        async Task AssertStockAsync(string quantity) =>
            Assert.Equal(quantity, Text(await client.GetAsync($"/stock_items/{item}", Ct), "quantity_in_stock"));
    }

    [Fact]
    public async Task Price_lists_are_named_once_and_can_be_added_and_renamed()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        foreach (
            var (path, singular, names) in new[]
            {
                ("product_sales_price_types", "product_sales_price_type", new[] { "Sales Price", "Trade", "Wholesale" }),
                ("service_rate_types", "service_rate_type", ["Rate"]),
            }
        )
        {
            Assert.Equal(
                names,
                (await client.GetAsync($"/{path}", Ct)).Items.Select(static one => one["displayed_as"]!.GetValue<string>())
            );
            var made = await client.PostAsync($"/{path}", Named(singular, "Online"), Ct);
            var taken = await client.PostAsync($"/{path}", Named(singular, "Online"), Ct);
            Assert.Equal("RecordInvalid | has already been taken | name", taken.Problems.Single());
            Assert.Equal(
                "Web",
                (await client.PutAsync($"/{path}/{made.Id}", Named(singular, "Web"), Ct)).Object["name"]!.GetValue<string>()
            );
            Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync($"/{path}/{made.Id}", Ct)).Status);
        }
    }

    [Fact]
    [SandboxQuirk("SAGE-45")]
    public async Task A_business_may_set_its_own_rates_of_exchange()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var client = await sandbox.ClientAsync(SandboxSeed.PennineSupplies, Ct);
        Assert.Empty((await client.GetAsync("/business_exchange_rates", Ct)).Items);
        var made = await client.PostAsync("/business_exchange_rates", Rate("1.25"), Ct);
        Assert.Equal((HttpStatusCode.Created, "0.8"), (made.Status, Text(made, "inverse_rate")));
        Assert.Equal(
            "has already been taken",
            (await client.PostAsync("/business_exchange_rates", Rate("2"), Ct)).Problems.Single().Split(" | ")[1]
        );
        Assert.Equal("1.25", Text(await client.GetAsync("/exchange_rates/EUR", Ct), "rate"));
        Assert.NotEqual("1.25", Text(await client.GetAsync("/live_exchange_rates/EUR", Ct), "rate"));
        await client.PutAsync("/business_exchange_rates/EUR", Rate("1.6"), Ct);
        Assert.Equal(
            "/business_exchange_rates/EUR",
            (await client.GetAsync("/business_exchange_rates", Ct)).Items.Single()["$path"]!.GetValue<string>()
        );
        var customer = (await client.PostAsync("/contacts", Sent.Contact("Rhein").And(("currency_id", "EUR")), Ct)).Id;
        var line = Sent.Line(SandboxSeed.PennineSupplies, "GB_ZERO", "1", "100", null);
        Assert.Equal("1.6", Text(await client.PostAsync("/sales_invoices", Sent.Invoice(customer, line), Ct), "exchange_rate"));
        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync("/business_exchange_rates/EUR", Ct)).Status);
        Assert.Equal(HttpStatusCode.Created, (await client.PostAsync("/business_exchange_rates", Rate("2"), Ct)).Status);

        static JsonObject Rate(string rate) =>
            new()
            {
                ["business_exchange_rate"] = new JsonObject { ["currency_id"] = "EUR", ["rate"] = rate },
            };
    }

    private static JsonObject Described(string singular, string text) => new() { [singular] = new JsonObject { ["description"] = text } };

    private static JsonObject Named(string singular, string name) =>
        new()
        {
            [singular] = new JsonObject { ["name"] = name, ["active"] = true },
        };

    private static string? Text(SandboxAnswer answer, string key) => answer.Object[key]?.GetValue<string>();
}
