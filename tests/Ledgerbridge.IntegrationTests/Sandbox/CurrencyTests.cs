using System.Net;
using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Sandbox;

public sealed class CurrencyTests
{
    private const string Pennine = SandboxSeed.PennineSupplies;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("foreign_per_base", "30.0", "4.0", "0.25")]
    [InlineData("base_per_foreign", "480.0", "4.0", "0.25")]
    [SandboxQuirk("SAGE-39")]
    public async Task The_direction_of_the_rate_is_a_switch(string direction, string baseTotal, string rate, string inverse)
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        await sandbox.Control.ChangeSettingsAsync(new { fx_direction = direction }, Ct);
        var client = await sandbox.ClientAsync(Pennine, Ct);
        var customer = await CustomerAsync(client, "EUR", "GB");
        var made = await client.PostAsync(
            "/sales_invoices",
            Invoice(customer, "GB_STANDARD", "100", "20").And(("currency_id", "EUR"), ("exchange_rate", "4.0")),
            Ct
        );
        Assert.Equal(HttpStatusCode.Created, made.Status);
        Assert.Equal("120.0", made.Object["total_amount"]!.GetValue<string>());
        Assert.Equal(baseTotal, made.Object["base_currency_total_amount"]!.GetValue<string>());
        Assert.Equal(
            (rate, inverse),
            (made.Object["exchange_rate"]!.GetValue<string>(), made.Object["inverse_exchange_rate"]!.GetValue<string>())
        );
        var balance = await sandbox.Control.TrialBalanceAsync(Pennine, Ct);
        Assert.Equal(made.Amount("base_currency_total_amount"), balance.Of(1100));
        Assert.Equal(0m, balance.Difference);
    }

    [Fact]
    [SandboxQuirk("SAGE-39")]
    public async Task A_rate_may_be_sent_as_its_inverse_and_defaults_to_the_list()
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(Pennine, Ct);
        var customer = await CustomerAsync(client, "USD", "GB");
        var inverse = await client.PostAsync(
            "/sales_invoices",
            Invoice(customer, "GB_ZERO", "100", null).And(("inverse_exchange_rate", "0.8")),
            Ct
        );
        Assert.Equal("1.25", inverse.Object["exchange_rate"]!.GetValue<string>());
        Assert.Equal("80.0", inverse.Object["base_currency_total_amount"]!.GetValue<string>());
        var listed = await client.PostAsync("/sales_invoices", Invoice(customer, "GB_ZERO", "100", null), Ct);
        var rate = await client.GetAsync("/exchange_rates/USD", Ct);
        Assert.Equal(rate.Object["rate"]!.GetValue<string>(), listed.Object["exchange_rate"]!.GetValue<string>());
        foreach (var wrong in new[] { "0", "-1" })
        {
            var refused = await client.PostAsync(
                "/sales_invoices",
                Invoice(customer, "GB_ZERO", "100", null).And(("exchange_rate", wrong)),
                Ct
            );
            Assert.Equal("RecordInvalid | must be greater than 0 | exchange_rate", refused.Problems.Single());
        }
    }

    [Fact]
    public async Task Base_totals_are_sums_of_rounded_parts_so_that_the_entries_balance()
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(Pennine, Ct);
        var customer = await CustomerAsync(client, "EUR", "GB");
        var lines = Enumerable
            .Range(1, 7)
            .Select(static n => Sent.Line(Pennine, "GB_STANDARD", "1", $"{n}.07", $"{n * 0.2m + 0.01m:0.00}"))
            .ToArray();
        var made = await client.PostAsync("/sales_invoices", Sent.Invoice(customer, lines).And(("exchange_rate", "1.1367")), Ct);
        var sum = made.Object["invoice_lines"]!
            .AsArray()
            .Sum(static line => decimal.Parse(line!["base_currency_total_amount"]!.GetValue<string>()));
        Assert.Equal(sum, made.Amount("base_currency_total_amount"));
        Assert.Equal(sum, (await sandbox.Control.TrialBalanceAsync(Pennine, Ct)).Of(1100));
    }

    [Fact]
    public async Task A_document_is_in_the_currency_of_its_contact()
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(Pennine, Ct);
        var customer = await CustomerAsync(client, "EUR", "GB");
        var made = await client.PostAsync("/sales_invoices", Invoice(customer, "GB_ZERO", "10", null), Ct);
        Assert.Equal("EUR", made.LinkId("currency"));
        var refused = await client.PostAsync("/sales_invoices", Invoice(customer, "GB_ZERO", "10", null).And(("currency_id", "USD")), Ct);
        Assert.Equal("RecordInvalid | must be the currency of the contact | currency_id", refused.Problems.Single());
        var single = await sandbox.ClientAsync(Ct);
        var karoo = await single.PostAsync("/sales_invoices", Sent.Invoice().And(("currency_id", "EUR")), Ct);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, karoo.Status);
    }

    [Theory]
    [InlineData("DE")]
    [InlineData("US")]
    [InlineData("IE")]
    [SandboxQuirk("SAGE-40")]
    public async Task British_sales_abroad_are_zero_rated_and_all_goods_or_all_services(string country)
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(Pennine, Ct);
        var customer = await CustomerAsync(client, "GBP", country);
        var goods = Sent.Line(Pennine, "GB_ZERO", "1", "10", null).With(("eu_goods_services_type_id", "GOODS"));
        var services = Sent.Line(Pennine, "GB_ZERO", "1", "5", null).With(("eu_goods_services_type_id", "SERVICES"));
        var neither = await client.PostAsync("/sales_invoices", Invoice(customer, "GB_ZERO", "10", null), Ct);
        Assert.Equal("RecordInvalid | This field is required. | line_items.eu_goods_services_type_id", neither.Problems.Single());
        var mixed = await client.PostAsync("/sales_invoices", Sent.Invoice(customer, Copy(goods), services), Ct);
        Assert.Equal("RecordInvalid | must be the same | line_items.eu_goods_services_type", mixed.Problems.Single());
        var taxed = await client.PostAsync("/sales_invoices", Sent.Invoice(customer, Copy(goods).With(("tax_rate_id", "GB_EXEMPT"))), Ct);
        Assert.Equal("RecordInvalid | must be 'Zero Rated' for Customers outside the EU | line_items.tax_rate", taxed.Problems.Single());
        var made = await client.PostAsync("/sales_invoices", Sent.Invoice(customer, goods), Ct);
        Assert.Equal(HttpStatusCode.Created, made.Status);
        Assert.Equal("10.0", made.Object["tax_analysis"]![0]!["goods_amount"]!.GetValue<string>());
    }

    [Fact]
    [SandboxQuirk("SAGE-40")]
    public async Task Irish_sales_inside_the_union_may_carry_tax_and_South_African_ones_know_no_such_rule()
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var irish = await sandbox.ClientAsync(SandboxSeed.LiffeyGoods, Ct);
        var german = await CustomerAsync(irish, "EUR", "DE");
        var line = Sent.Line(SandboxSeed.LiffeyGoods, SandboxSeed.IeStandard, "1", "10", "2.30")
            .With(("eu_goods_services_type_id", "GOODS"));
        Assert.Equal(HttpStatusCode.Created, (await irish.PostAsync("/sales_invoices", Sent.Invoice(german, line), Ct)).Status);
        var southAfrican = await sandbox.ClientAsync(Ct);
        var namibian = await CustomerAsync(southAfrican, "ZAR", "NA");
        Assert.Equal(HttpStatusCode.Created, (await southAfrican.PostAsync("/sales_invoices", Sent.Invoice(namibian), Ct)).Status);
    }

    [Fact]
    [SandboxQuirk("SAGE-45")]
    public async Task Exchange_rates_have_no_id_and_are_kept_under_their_currency()
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(Pennine, Ct);
        var list = await client.GetAsync("/exchange_rates?attributes=all&items_per_page=200", Ct);
        Assert.All(list.Items, static one => Assert.False(one.ContainsKey("id")));
        var euro = list.Items.Single(static one => one["currency"]!["id"]!.GetValue<string>() == "EUR");
        Assert.Equal("GBP -> EUR", euro["displayed_as"]!.GetValue<string>());
        Assert.Equal("/exchange_rates/EUR", euro["$path"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/exchange_rates/GBP", Ct)).Status);
    }

    private static JsonObject Invoice(string customer, string rate, string price, string? tax) =>
        Sent.Invoice(customer, Sent.Line(Pennine, rate, "1", price, tax));

    private static JsonObject Copy(JsonObject line) => line.DeepClone().AsObject();

    private static async Task<string> CustomerAsync(SandboxClient client, string currency, string country) =>
        (
            await client.PostAsync(
                "/contacts",
                Sent.Contact($"{country} {currency}")
                    .And(("currency_id", currency), ("main_address", new JsonObject { ["country_id"] = country })),
                Ct
            )
        ).Id;
}
