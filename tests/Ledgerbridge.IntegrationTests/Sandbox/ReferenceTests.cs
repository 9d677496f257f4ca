using System.Net;
using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Sandbox;

public sealed class ReferenceTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_resource_of_every_business_is_listed_and_each_item_read_as_Sage_describes_it()
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var names = (await sandbox.Control.HandshakeAsync(Ct))["resources"]!
            .AsArray()
            .Select(static one => one!.GetValue<string>())
            .ToList();
        Assert.True(names.Count >= 30);
        foreach (var business in SandboxSeed.Businesses)
        {
            foreach (
                var name in names.Where(static name =>
                    name is not ("user" or "businesses") && !name.EndsWith("_settings", StringComparison.Ordinal)
                )
            )
            {
                var list = await client.For(business).GetAsync($"/{name}?items_per_page=200&attributes=all", Ct);
                Assert.Equal(HttpStatusCode.OK, list.Status);
                foreach (var item in list.Items.Take(business == SandboxSeed.KarooTrading ? 200 : 3))
                {
                    var path = item["$path"]!.GetValue<string>();
                    Assert.Equal(HttpStatusCode.OK, (await client.For(business).GetAsync(path, Ct)).Status);
                }
            }
            foreach (var name in names.Where(static name => name.EndsWith("_settings", StringComparison.Ordinal)))
                Assert.Equal(HttpStatusCode.OK, (await client.For(business).GetAsync("/" + name, Ct)).Status);
        }
    }

    [Theory]
    [InlineData(SandboxSeed.KarooTrading, "ZA", "ZAR", "4220122222", "Standard 15.00%")]
    [InlineData(SandboxSeed.PennineSupplies, "GB", "GBP", "GB123456789", "Standard 20.00%")]
    [InlineData(SandboxSeed.LiffeyGoods, "IE", "EUR", "IE1234567T", "Standard 23.00%")]
    [InlineData(SandboxSeed.MapleRidge, "CA", "CAD", "123456789RT0001", "GST 5.00%")]
    [InlineData(SandboxSeed.OverbergCrafts, "ZA", "ZAR", null, "No VAT")]
    public async Task Each_business_keeps_its_books_its_own_way(
        string business,
        string country,
        string currency,
        string? taxNumber,
        string rate
    )
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var client = await sandbox.ClientAsync(business, Ct);
        Assert.Equal(country, (await client.GetAsync($"/businesses/{business}", Ct)).LinkId("country"));
        var settings = await client.GetAsync("/financial_settings", Ct);
        Assert.Equal(currency, settings.LinkId("base_currency"));
        Assert.Equal(taxNumber, settings.Object["tax_number"]?.GetValue<string>());
        Assert.Equal(taxNumber is null ? "NOT_REGISTERED" : "STANDARD", settings.LinkId("tax_scheme"));
        var rates = await client.GetAsync("/tax_rates?items_per_page=200", Ct);
        Assert.Contains(rates.Items, one => one["displayed_as"]!.GetValue<string>() == rate);
        var sales = await client.GetAsync($"/ledger_accounts/{SandboxSeed.LedgerAccount(business, SandboxSeed.SalesCode)}", Ct);
        Assert.Equal("Sales - Products (4000)", sales.Object["displayed_as"]!.GetValue<string>());
        Assert.Equal("INCOME", sales.LinkId("ledger_account_group"));
        var banks = await client.GetAsync("/bank_accounts?attributes=ledger_account", Ct);
        Assert.Equal(["Bank Account (1200)", "Cash (1210)"], banks.Items.Select(static one => one["displayed_as"]!.GetValue<string>()));
    }

    [Fact]
    [SandboxQuirk("SAGE-49")]
    public async Task Ids_are_codes_in_some_countries_and_hexadecimal_in_others()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var southAfrican = (await client.GetAsync("/tax_rates", Ct)).Items.Select(static one => one["id"]!.GetValue<string>());
        Assert.Equal(["ZA_STANDARD", "ZA_ZERO", "ZA_EXEMPT", "ZA_NO_TAX"], southAfrican);
        foreach (var business in new[] { SandboxSeed.LiffeyGoods, SandboxSeed.MapleRidge })
        {
            var ids = (await client.For(business).GetAsync("/tax_rates", Ct)).Items.Select(static one => one["id"]!.GetValue<string>());
            Assert.All(ids, static id => Assert.Matches("^[0-9a-f]{32}$", id));
        }
        var made = await client.PostAsync("/contacts", Sent.Contact("Someone"), Ct);
        Assert.Matches("^[0-9a-f]{32}$", made.Id);
    }

    [Fact]
    public async Task The_history_of_the_South_African_rate_is_shown()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var rate = await (await sandbox.ClientAsync(Ct)).GetAsync("/tax_rates/ZA_STANDARD", Ct);
        Assert.Equal("15.0", rate.Object["percentage"]!.GetValue<string>());
        Assert.Equal(["14.0", "15.0"], rate.Object["percentages"]!.AsArray().Select(static one => one!["percentage"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_ledger_account_is_made_and_changed_and_then_used()
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var body = new JsonObject
        {
            ["ledger_account"] = new JsonObject
            {
                ["ledger_account_type_id"] = "SALES",
                ["included_in_chart"] = true,
                ["name"] = "Sales - Hides",
                ["display_name"] = "Sales - Hides",
                ["nominal_code"] = 4030,
            },
        };
        var made = await client.PostAsync("/ledger_accounts", body, Ct);
        Assert.Equal(HttpStatusCode.Created, made.Status);
        Assert.Equal("Sales - Hides (4030)", made.Object["displayed_as"]!.GetValue<string>());
        Assert.Equal(
            "RecordInvalid | has already been taken | nominal_code",
            (await client.PostAsync("/ledger_accounts", body, Ct)).Problems.Single()
        );
        var line = Sent.Line().With(("ledger_account_id", made.Id));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.PostAsync("/sales_invoices", Sent.Invoice(line), Ct)).Status);
        await client.PutAsync(
            $"/ledger_accounts/{made.Id}",
            new JsonObject { ["ledger_account"] = new JsonObject { ["visible_in_sales"] = true } },
            Ct
        );
        Assert.Equal(
            HttpStatusCode.Created,
            (await client.PostAsync("/sales_invoices", Sent.Invoice(line.DeepClone().AsObject()), Ct)).Status
        );
        Assert.Equal(-299.97m, (await sandbox.Control.TrialBalanceAsync(SandboxSeed.KarooTrading, Ct)).Of(4030));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await client.Unchecked.DeleteAsync($"/ledger_accounts/{made.Id}", Ct)).Status);
    }

    [Fact]
    public async Task A_bank_account_gets_a_ledger_account_of_its_own()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var body = new JsonObject
        {
            ["bank_account"] = new JsonObject
            {
                ["bank_account_type_id"] = "SAVINGS",
                ["bank_account_details"] = new JsonObject { ["account_name"] = "Rainy days", ["account_number"] = "62007788990" },
            },
        };
        var made = await client.PostAsync("/bank_accounts", body, Ct);
        Assert.Equal("Rainy days (1230)", made.Object["displayed_as"]!.GetValue<string>());
        Assert.Equal(
            "BANK",
            (await client.GetAsync($"/ledger_accounts/{made.LinkId("ledger_account")}", Ct)).LinkId("ledger_account_type")
        );
        var renamed = await client.PutAsync(
            $"/bank_accounts/{made.Id}",
            new JsonObject
            {
                ["bank_account"] = new JsonObject { ["bank_account_details"] = new JsonObject { ["account_name"] = "Sunny days" } },
            },
            Ct
        );
        Assert.Equal("Sunny days (1230)", renamed.Object["displayed_as"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync($"/bank_accounts/{made.Id}", Ct)).Status);
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await client.DeleteAsync($"/bank_accounts/{SandboxSeed.BankAccount(SandboxSeed.KarooTrading, 1200)}", Ct)).Status
        );
        var nameless = await client.Unchecked.PostAsync("/bank_accounts", body.Without("bank_account_details"), Ct);
        Assert.Equal("RecordInvalid | This field is required. | bank_account_details.account_name", nameless.Problems.Single());
    }

    [Fact]
    public async Task Settings_are_changed_key_by_key_and_take_effect()
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var changed = await client.PutAsync(
            "/financial_settings",
            new JsonObject { ["financial_settings"] = new JsonObject { ["year_end_lockdown_date"] = "2026-03-10" } },
            Ct
        );
        Assert.Equal("2026-03-10", changed.Object["year_end_lockdown_date"]!.GetValue<string>());
        Assert.Equal("ZAR", changed.LinkId("base_currency"));
        var locked = await client.PostAsync("/sales_invoices", Sent.Invoice(), Ct);
        Assert.Equal("RecordInvalid | must be after the year end lockdown date | date", locked.Problems.Single());
        Assert.Equal(
            HttpStatusCode.Created,
            (await client.PostAsync("/sales_invoices", Sent.Invoice().And(("date", "2026-03-11")), Ct)).Status
        );
        var accounts = (await client.GetAsync("/business_settings", Ct)).Object["default_ledger_accounts"]!;
        Assert.Equal(
            SandboxSeed.LedgerAccount(SandboxSeed.KarooTrading, 4000),
            accounts["sales_ledger_account"]!["id"]!.GetValue<string>()
        );
    }

    [Fact]
    public async Task Static_lists_have_every_country_and_the_regions_of_one()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        Assert.Equal(249, (await client.GetAsync("/countries", Ct)).Object["$total"]!.GetValue<int>());
        Assert.Equal("South Africa (ZA)", (await client.GetAsync("/countries/ZA", Ct)).Object["displayed_as"]!.GetValue<string>());
        Assert.Equal(13, (await client.GetAsync("/address_regions?country_id=CA", Ct)).Items.Count);
        Assert.Empty((await client.GetAsync("/address_regions?country_id=ZA", Ct)).Items);
        Assert.Equal("ON", (await client.GetAsync("/address_regions/CA-ON", Ct)).Object["code"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/countries/XX", Ct)).Status);
    }
}
