using System.Text.Json;
using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox.Api;
using Ledgerbridge.Sandbox.Books;
using Ledgerbridge.Sandbox.Resources;
using Ledgerbridge.Sandbox.Storage;

namespace Ledgerbridge.Sandbox.Seeds;

/// <summary>
/// Plants businesses into an empty file. All dates are relative to the sandbox's clock; all ids are those of <see cref="SandboxSeed"/>.
/// </summary>
internal sealed class Seeder(SandboxWorld world, Sqlite db)
{
    /// <summary>The profiles there are.</summary>
    public static readonly IReadOnlyList<string> Profiles = ["demo", "empty"];

    private static readonly string[] PriceLists = ["Sales Price", "Trade", "Wholesale"];

    /// <summary>
    /// Plants a profile: every business with its chart, rates, bank and settings, and for <c>demo</c> a life in the books.
    /// </summary>
    /// <exception cref="ArgumentException">There is no such profile.</exception>
    public void Plant(string profile)
    {
        if (!Profiles.Contains(profile, StringComparer.Ordinal))
            throw new ArgumentException(
                $"There is no seed profile '{profile}'. There are: {string.Join(", ", Profiles)}.",
                nameof(profile)
            );
        // Two whole financial years back, so that documents of the last months never fall before the accounts' start.
        var start = new DateOnly(world.Clock.Today.Year - 2, 3, 1);
        foreach (var seed in BusinessSeed.All)
        {
            // One second apart: the first made is the lead business.
            var createdAt = new DateTimeOffset(start, new TimeOnly(7, 0), TimeSpan.Zero).ToUnixTimeSeconds() + seed.Business.Number;
            var business = seed.Business with { CreatedAt = createdAt };
            world.SaveBusiness(db, business);
            PlantBusiness(seed, business, start);
        }
        world.Shelves.Forget();
        if (profile == "demo")
        {
            new DemoLife(world, db).Plant();
            new DemoShelf(world, db).Plant();
        }
    }

    private void PlantBusiness(BusinessSeed seed, Business business, DateOnly start)
    {
        var scope = new Scope(db, business, world.Shelves, world.Ids, world.Settings, business.CreatedAt);
        foreach (var rate in seed.Rates)
            PlantRate(scope, rate);
        PlantSettings(scope, seed, start);
        foreach (var account in Chart.For(seed.TaxName))
            PlantAccount(scope, seed, account);
        scope.Documents.Insert(SettingsShapes.BusinessSettings, DefaultAccounts(scope), new Columns());
        for (var number = 1; number <= PriceLists.Length; number++)
            PlantList(scope, ItemShapes.PriceTypes, SandboxSeed.PriceType(business.Id, number), PriceLists[number - 1]);
        PlantList(scope, ItemShapes.RateTypes, SandboxSeed.RateType(business.Id), "Rate");
        PlantBank(scope, 1200, "CHECKING", "Bank Account");
        PlantBank(scope, 1210, "CASH_IN_HAND", "Cash");
        PlantSystemContact(scope, 901, "VENDOR", seed.TaxOffice + " Payments");
        PlantSystemContact(scope, 902, "CUSTOMER", seed.TaxOffice + " Reclaimed");
    }

    private static void PlantRate(Scope scope, RateSeed rate)
    {
        var body = Body(LedgerShapes.TaxRates, rate.Id);
        body["displayed_as"] = rate.DisplayedAs;
        body["name"] = rate.Name;
        body["percentage"] = Amounts.Text(rate.Percentage);
        body["percentages"] =
            rate.Id == SandboxSeed.ZaStandard
                ? new JsonArray(Period(14m, "1993-04-01", "2018-03-31"), Period(15m, "2018-04-01", null))
                : new JsonArray(Period(rate.Percentage, "1900-01-01", null));
        scope.Documents.Insert(LedgerShapes.TaxRates, body, new Columns { Kind = rate.Region });
    }

    private static JsonObject Period(decimal percentage, string from, string? to) =>
        new()
        {
            ["percentage"] = Amounts.Text(percentage),
            ["from_date"] = from,
            ["to_date"] = to,
        };

    private static void PlantSettings(Scope scope, BusinessSeed seed, DateOnly start)
    {
        var financial = SettingsShapes.Financial.Shape.Blank();
        financial["$path"] = "/financial_settings";
        financial["year_end_date"] = SandboxClock.Text(new DateOnly(scope.Today.Year, 2, 28));
        financial["accounts_start_date"] = SandboxClock.Text(start);
        financial["base_currency"] = StaticLists.Link("currencies", seed.Business.Currency);
        financial["multi_currency_enabled"] = seed.MultiCurrency;
        financial["tax_scheme"] = StaticLists.Link("tax_schemes", seed.TaxNumber is null ? "NOT_REGISTERED" : "STANDARD");
        financial["tax_number"] = seed.TaxNumber;
        scope.Documents.Insert(SettingsShapes.Financial, financial, new Columns());
        var invoicing = SettingsShapes.Invoicing.Shape.Blank();
        invoicing["$path"] = "/invoice_settings";
        invoicing["customer_credit_days"] = 30L;
        invoicing["vendor_credit_days"] = 30L;
        invoicing["document_headings"] = new JsonObject
        {
            ["sales_invoice"] = seed.TaxNumber is null ? "Invoice" : "Tax Invoice",
            ["sales_credit_note"] = "Credit Note",
            ["statement"] = "Statement",
        };
        scope.Documents.Insert(SettingsShapes.Invoicing, invoicing, new Columns());
    }

    private static void PlantAccount(Scope scope, BusinessSeed seed, ChartAccount account)
    {
        var rules = new LedgerAccountRules();
        var body = rules.Fresh(scope, SandboxSeed.LedgerAccount(seed.Business.Id, account.Code));
        body["name"] = account.Name;
        body["display_name"] = account.Name;
        body["nominal_code"] = (long)account.Code;
        body["ledger_account_type"] = StaticLists.Link("ledger_account_types", account.Type);
        body["control_name"] = account.Control;
        body["is_control_account"] = account.Control is not null;
        body["visible_scopes"] = new JsonArray([.. account.VisibleIn.Select(static area => JsonValue.Create(area))]);
        foreach (var area in account.VisibleIn)
            body["visible_in_" + area] = true;
        if (account.VisibleIn.Contains("sales", StringComparer.Ordinal))
            body["tax_rate"] = Links.To("tax_rates", Default(seed).Id, Default(seed).DisplayedAs);
        rules.Put(scope, null, body);
    }

    private static RateSeed Default(BusinessSeed seed) => seed.TaxNumber is null ? seed.Rates[^1] : seed.Rates[0];

    private static JsonObject DefaultAccounts(Scope scope)
    {
        var body = SettingsShapes.BusinessSettings.Shape.Blank();
        body["$path"] = "/business_settings";
        body["business_created_at"] = SandboxClock.Text(scope.Business.CreatedAt);
        body["country_of_registration"] = StaticLists.Link("countries", scope.Business.Country);
        var accounts = (JsonObject)body["default_ledger_accounts"]!;
        foreach (
            var (name, control) in new[]
            {
                ("bank_charges", "BANK_CHARGES"),
                ("exchange_rate_gains", "EXCHANGE"),
                ("exchange_rate_losses", "EXCHANGE"),
                ("sales", "SALES"),
                ("sales_discount", "SALES_DISCOUNT"),
                ("purchase", "PURCHASES"),
                ("product_sales", "SALES"),
                ("product_purchase", "PURCHASES"),
                ("service_sales", "SERVICE_SALES"),
                ("other_receipt", "OTHER_INCOME"),
                ("carriage", "CARRIAGE"),
            }
        )
        {
            var account = scope.Shelf.Control(control);
            accounts[name + "_ledger_account"] = Links.To("ledger_accounts", account.Id, account.DisplayedAs);
        }
        return body;
    }

    private static void PlantBank(Scope scope, int code, string type, string name)
    {
        var rules = new BankAccountRules();
        var body = Body(LedgerShapes.BankAccounts, SandboxSeed.BankAccount(scope.Business.Id, code));
        body["bank_account_details"] = new JsonObject { ["account_name"] = name };
        body["bank_account_type"] = StaticLists.Link("bank_account_types", type);
        body["nominal_code"] = (long)code;
        body["ledger_account"] = scope.Link("ledger_accounts", SandboxSeed.LedgerAccount(scope.Business.Id, code));
        body["default_payment_method"] = StaticLists.Link("payment_methods", code == SandboxSeed.BankCode ? "ELECTRONIC" : "CASH");
        rules.Put(scope, null, body);
    }

    private static void PlantList(Scope scope, ResourceType type, string id, string name)
    {
        var body = Body(type, id);
        body["displayed_as"] = name;
        body["name"] = name;
        scope.Documents.Insert(type, body, new NameListRules(type).Columns(body));
    }

    private static void PlantSystemContact(Scope scope, int number, string type, string name)
    {
        var rules = new ContactRules();
        var body = Body(ContactShapes.Contacts, SandboxSeed.Contact(scope.Business.Id, number));
        body["displayed_as"] = name;
        body["name"] = name;
        body["contact_types"] = new JsonArray(StaticLists.Link("contact_types", type));
        body["currency"] = StaticLists.Link("currencies", scope.Business.Currency);
        body["system"] = true;
        body["deletable"] = false;
        scope.Documents.Insert(ContactShapes.Contacts, body, rules.Columns(body));
    }

    private static JsonObject Body(ResourceType type, string id)
    {
        var body = type.Shape.Blank();
        body["id"] = id;
        body["$path"] = $"/{type.Collection}/{id}";
        return body;
    }

    /// <summary>Text as the JSON a client would send.</summary>
    public static JsonElement Sent(JsonObject body) => JsonSerializer.Deserialize<JsonElement>(body);

    /// <summary>What a rule answered, which must be a success: a seed that Sage's rules refuse is a bug.</summary>
    public static ApiAnswer Accepted(ApiAnswer answer) =>
        answer.Succeeded
            ? answer
            : throw new InvalidOperationException("A seed was refused: " + System.Text.Encoding.UTF8.GetString(answer.Body.Span));
}
