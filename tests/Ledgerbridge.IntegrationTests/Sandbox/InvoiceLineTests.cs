using System.Net;
using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Sandbox;

public sealed class InvoiceLineTests
{
    private const string Karoo = SandboxSeed.KarooTrading;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("description", "line_items.description")]
    [InlineData("ledger_account_id", "line_items.ledger_account_id")]
    [InlineData("quantity", "line_items.quantity")]
    [InlineData("unit_price", "line_items.unit_price")]
    [InlineData("tax_rate_id", "line_items.tax_rate_id")]
    [InlineData("tax_amount", "line_items.currency_tax_amount")]
    [SandboxQuirk("SAGE-15")]
    [SandboxQuirk("SAGE-28")]
    public async Task A_missing_part_of_a_line_is_named_as_Sage_names_it_inside(string missing, string source)
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var answer = await (await sandbox.ClientAsync(Ct)).Unchecked.PostAsync(
            "/sales_invoices",
            Sent.Invoice(Sent.Line().Lacking(missing)),
            Ct
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal($"RecordInvalid | This field is required. | {source}", answer.Problems.Single());
    }

    [Fact]
    [SandboxQuirk("SAGE-15")]
    public async Task A_tax_amount_that_differs_from_the_rate_is_booked_as_sent()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var customer = (await client.PostAsync("/contacts", Sent.Contact("Buyer"), Ct)).Id;
        var made = await client.PostAsync(
            "/sales_invoices",
            Sent.Invoice(customer, Sent.Line(Karoo, SandboxSeed.ZaStandard, "1", "100", "12.34")),
            Ct
        );
        Assert.Equal(112.34m, made.Amount("total_amount"));
        Assert.Equal(-12.34m, (await sandbox.Control.TrialBalanceAsync(Karoo, Ct)).Of(2200));
    }

    [Theory]
    [InlineData(SandboxSeed.ZaZero, null)]
    [InlineData(SandboxSeed.ZaExempt, null)]
    [InlineData(SandboxSeed.ZaNoTax, null)]
    [InlineData(SandboxSeed.ZaZero, "7.00")]
    [SandboxQuirk("SAGE-15")]
    public async Task Zero_rates_need_no_tax_amount_and_book_none(string rate, string? tax)
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var made = await (await sandbox.ClientAsync(Ct)).PostAsync(
            "/sales_invoices",
            Sent.Invoice(Sent.Line(Karoo, rate, "1", "100", tax)),
            Ct
        );
        Assert.Equal(100m, made.Amount("total_amount"));
        Assert.Equal("0.0", made.Object["tax_amount"]!.GetValue<string>());
    }

    [Fact]
    [SandboxQuirk("SAGE-16")]
    public async Task Shipping_tax_is_worked_out_whatever_was_sent()
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var body = Sent.Invoice()
            .And(
                ("shipping_net_amount", "100.10"),
                ("shipping_tax_rate_id", SandboxSeed.ZaStandard),
                ("shipping_tax_amount", "0.00"),
                ("shipping_total_amount", "100.10")
            );
        var made = await (await sandbox.ClientAsync(Ct)).PostAsync("/sales_invoices", body, Ct);
        Assert.Equal(15.02m, made.Amount("shipping_tax_amount"));
        Assert.Equal(344.97m + 115.12m, made.Amount("total_amount"));
    }

    [Theory]
    [InlineData("3", "33.335", null, null, "100.01")]
    [InlineData("1", "0.125", null, null, "0.13")]
    [InlineData("10", "10", "5.5", null, "94.5")]
    [InlineData("10", "10", null, "12.5", "87.5")]
    [InlineData("1.5", "19.99", null, null, "29.99")]
    [InlineData("-1", "10", null, null, "-10.0")]
    public async Task Net_is_quantity_times_price_less_discount_to_the_cent(
        string quantity,
        string price,
        string? amount,
        string? percentage,
        string net
    )
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var line = Sent.Line(Karoo, SandboxSeed.ZaZero, quantity, price, null);
        if (amount is not null)
            line["discount_amount"] = amount;
        if (percentage is not null)
            line["discount_percentage"] = percentage;
        var made = await (await sandbox.ClientAsync(Ct)).PostAsync("/sales_invoices", Sent.Invoice(Sent.Line(), line), Ct);
        Assert.Equal(net, made.Object["invoice_lines"]![1]!["net_amount"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_discount_shows_both_its_amount_and_its_percentage()
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var line = Sent.Line(Karoo, SandboxSeed.ZaZero, "4", "25", null);
        var made = await client.PostAsync("/sales_invoices", Sent.Invoice(line.With(("discount_amount", "10"))), Ct);
        Assert.Equal("10.0", made.Object["invoice_lines"]![0]!["discount_percentage"]!.GetValue<string>());
        Assert.Equal("10.0", made.Object["total_discount_amount"]!.GetValue<string>());
        foreach (var too in new[] { ("discount_amount", "100.01"), ("discount_percentage", "101") })
        {
            var refused = await client.PostAsync(
                "/sales_invoices",
                Sent.Invoice(Sent.Line(Karoo, SandboxSeed.ZaZero, "4", "25", null).With((too.Item1, too.Item2))),
                Ct
            );
            Assert.Contains("RecordInvalid | must not be more than the line amount | line_items.discount_amount", refused.Problems);
        }
    }

    [Fact]
    public async Task A_price_that_includes_tax_leaves_the_rest_as_net()
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var line = Sent.Line(Karoo, SandboxSeed.ZaStandard, "1", "115.00", "15.00").With(("unit_price_includes_tax", true));
        var made = await (await sandbox.ClientAsync(Ct)).PostAsync("/sales_invoices", Sent.Invoice(line), Ct);
        Assert.Equal((100m, 15m, 115m), (made.Amount("net_amount"), made.Amount("tax_amount"), made.Amount("total_amount")));
    }

    [Theory]
    [InlineData(1100)]
    [InlineData(7100)]
    public async Task A_line_needs_an_account_that_is_visible_in_sales(int code)
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var line = Sent.Line().With(("ledger_account_id", SandboxSeed.LedgerAccount(Karoo, code)));
        var answer = await (await sandbox.ClientAsync(Ct)).PostAsync("/sales_invoices", Sent.Invoice(line), Ct);
        Assert.Equal("RecordInvalid | is invalid | line_items.ledger_account", answer.Problems.Single());
    }

    [Theory]
    [InlineData("Tea &amp; biscuits")]
    [InlineData("Mug &#39;blue&#39;")]
    [SandboxQuirk("SAGE-30")]
    public async Task Html_entities_are_refused_with_a_misleading_message(string description)
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var answer = await client.PostAsync("/sales_invoices", Sent.Invoice(Sent.Line().With(("description", description))), Ct);
        Assert.Equal("RecordInvalid | This field is required. | line_items.description", answer.Problems.Single());
        Assert.Equal(
            HttpStatusCode.Created,
            (
                await client.PostAsync(
                    "/sales_invoices",
                    Sent.Invoice(Sent.Line().With(("description", "Tea & biscuits; fish & chips"))),
                    Ct
                )
            ).Status
        );
    }

    [Theory]
    [InlineData("344.97", HttpStatusCode.Created)]
    [InlineData("344.98", HttpStatusCode.UnprocessableEntity)]
    [SandboxQuirk("SAGE-30")]
    public async Task Header_totals_that_contradict_each_other_are_blamed_on_the_lines(string total, HttpStatusCode status)
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var body = Sent.Invoice().And(("net_amount", "299.97"), ("tax_amount", "45.00"), ("total_amount", total));
        var answer = await (await sandbox.ClientAsync(Ct)).PostAsync("/sales_invoices", body, Ct);
        Assert.Equal(status, answer.Status);
        if (status == HttpStatusCode.UnprocessableEntity)
            Assert.EndsWith("line_items.description", answer.Problems.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_are_taken_as_well_as_text()
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var line = Sent.Line().With(("quantity", 3), ("unit_price", 99.99m), ("tax_amount", 45.00m));
        Assert.Equal(
            344.97m,
            (await (await sandbox.ClientAsync(Ct)).PostAsync("/sales_invoices", Sent.Invoice(line), Ct)).Amount("total_amount")
        );
    }

    [Fact]
    public async Task A_total_below_zero_is_refused()
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var answer = await (await sandbox.ClientAsync(Ct)).PostAsync(
            "/sales_invoices",
            Sent.Invoice(Sent.Line(Karoo, SandboxSeed.ZaZero, "-1", "10", null)),
            Ct
        );
        Assert.EndsWith("| base", answer.Problems.Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SandboxSeed.ZaStandard, "15")]
    [InlineData(SandboxSeed.ZaNoTax, "15")]
    [InlineData(null, "15")]
    [SandboxQuirk("SAGE-41")]
    public async Task A_business_that_is_not_registered_cannot_add_tax(string? rate, string tax)
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(SandboxSeed.OverbergCrafts, Ct);
        var contact = SandboxSeed.Contact(SandboxSeed.OverbergCrafts, 1);
        var refused = await client.PostAsync(
            "/sales_invoices",
            Sent.Invoice(contact, Sent.Line(SandboxSeed.OverbergCrafts, rate, "1", "100", tax)),
            Ct
        );
        Assert.Equal("RecordInvalid | You cannot add tax, your business is not registered for tax | base", refused.Problems.Single());
    }

    [Theory]
    [InlineData(SandboxSeed.ZaNoTax)]
    [InlineData(null)]
    [SandboxQuirk("SAGE-41")]
    public async Task A_business_that_is_not_registered_invoices_without_tax(string? rate)
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(SandboxSeed.OverbergCrafts, Ct);
        var contact = SandboxSeed.Contact(SandboxSeed.OverbergCrafts, 1);
        var made = await client.PostAsync(
            "/sales_invoices",
            Sent.Invoice(contact, Sent.Line(SandboxSeed.OverbergCrafts, rate, "1", "100", null)),
            Ct
        );
        Assert.Equal(100m, made.Amount("total_amount"));
    }

    [Fact]
    [SandboxQuirk("SAGE-23")]
    public async Task Lines_with_an_id_are_changed_without_one_added_and_others_dropped()
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var made = await client.PostAsync(
            "/sales_invoices",
            Sent.Invoice(Sent.Line().With(("description", "first")), Sent.Line().With(("description", "second"))),
            Ct
        );
        var second = made.Object["invoice_lines"]![1]!["id"]!.GetValue<string>();
        var change = new JsonObject
        {
            ["sales_invoice"] = new JsonObject
            {
                ["invoice_lines"] = new JsonArray(
                    new JsonObject
                    {
                        ["id"] = second,
                        ["quantity"] = "1",
                        ["tax_amount"] = "15.00",
                    },
                    Sent.Line().With(("description", "third"))
                ),
            },
        };
        var changed = await client.Unchecked.PutAsync($"/sales_invoices/{made.Id}", change, Ct);
        Assert.Equal(HttpStatusCode.OK, changed.Status);
        var lines = changed.Object["invoice_lines"]!.AsArray();
        Assert.Equal(["second", "third"], lines.Select(static line => line!["description"]!.GetValue<string>()));
        Assert.Equal(second, lines[0]!["id"]!.GetValue<string>());
        Assert.DoesNotContain(lines[1]!["id"]!.GetValue<string>(), made.Text, StringComparison.Ordinal);
        Assert.Equal(99.99m + 15m + 344.97m, changed.Amount("total_amount"));
        var unknown = new JsonObject
        {
            ["sales_invoice"] = new JsonObject { ["invoice_lines"] = new JsonArray(Sent.Line().With(("id", made.Id))) },
        };
        Assert.Equal(HttpStatusCode.NotFound, (await client.Unchecked.PutAsync($"/sales_invoices/{made.Id}", unknown, Ct)).Status);
    }
}
