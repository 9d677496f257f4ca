using System.Net;
using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Sandbox;

public sealed class ContactTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    [SandboxQuirk("SAGE-14")]
    public async Task A_contact_is_sent_wrapped_with_ids_and_read_unwrapped_with_references()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var made = await client.PostAsync("/contacts", Full(), Ct);
        Assert.Equal(HttpStatusCode.Created, made.Status);
        Assert.Equal("Vlei Vineyards (Pty) Ltd (VLE001)", made.Object["displayed_as"]!.GetValue<string>());
        Assert.Equal(["CUSTOMER"], made.Object["contact_types"]!.AsArray().Select(static type => type!["id"]!.GetValue<string>()));
        Assert.Equal("pay@vlei.example", made.Object["email"]!.GetValue<string>());
        Assert.Equal("ZAR", made.LinkId("currency"));
        Assert.Equal(45, made.Object["credit_days"]!.GetValue<int>());
        Assert.Equal("20000.0", made.Object["credit_limit"]!.GetValue<string>());
        Assert.True(made.Object["deletable"]!.GetValue<bool>());
        Assert.Equal(SandboxSeed.LedgerAccount(SandboxSeed.KarooTrading, 4000), made.LinkId("default_sales_ledger_account"));
        var address = await client.GetAsync($"/addresses/{made.LinkId("main_address")}", Ct);
        Assert.Equal("Paarl", address.Object["city"]!.GetValue<string>());
        Assert.Equal(made.Id, address.LinkId("contact"));
        var delivery = await client.GetAsync($"/addresses/{made.LinkId("delivery_address")}", Ct);
        Assert.Equal("DELIVERY", delivery.LinkId("address_type"));
        var person = await client.GetAsync($"/contact_persons/{made.LinkId("main_contact_person")}", Ct);
        Assert.Equal("Karin Rossouw", person.Object["name"]!.GetValue<string>());
        Assert.Equal(made.LinkId("main_address"), person.LinkId("address"));
    }

    [Fact]
    public async Task An_update_changes_only_what_was_sent()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var made = await client.PostAsync("/contacts", Full(), Ct);
        sandbox.Time.Advance(TimeSpan.FromMinutes(1));
        var changed = await client.PutAsync(
            $"/contacts/{made.Id}",
            new JsonObject
            {
                ["contact"] = new JsonObject { ["name"] = "Vlei Estate", ["is_active"] = false },
            },
            Ct
        );
        Assert.Equal(HttpStatusCode.OK, changed.Status);
        Assert.Equal("Vlei Estate (VLE001)", changed.Object["displayed_as"]!.GetValue<string>());
        Assert.Equal("4247191465", changed.Object["tax_number"]!.GetValue<string>());
        Assert.False(changed.Object["is_active"]!.GetValue<bool>());
        Assert.Equal("2026-03-16T09:31:00Z", changed.Object["updated_at"]!.GetValue<string>());
        Assert.Equal("2026-03-16T09:30:00Z", changed.Object["created_at"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("name", null, "RecordInvalid | This field is required. | name")]
    [InlineData("name", "   ", "RecordInvalid | This field is required. | name")]
    [InlineData("reference", "TOO-LONG-11", "RecordInvalid | is too long (maximum is 10 characters) | reference")]
    [InlineData("tax_number", "123", "RecordInvalid | is invalid | tax_number")]
    [InlineData("tax_number", "5220122222", "RecordInvalid | is invalid | tax_number")]
    [InlineData("credit_terms", "some_day", "RecordInvalid | is not included in the list | credit_terms")]
    [InlineData(
        "currency_id",
        "EUR",
        "RecordInvalid | must be the currency of the business, because multi-currency is not enabled | currency_id"
    )]
    [InlineData("credit_limit", "lots", "RecordInvalid | is not a number | credit_limit")]
    public async Task A_field_that_breaks_a_rule_is_named(string field, string? value, string problem)
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var answer = await (await sandbox.ClientAsync(Ct)).Unchecked.PostAsync("/contacts", Full().And((field, value)), Ct);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(problem, answer.Problems.Single());
    }

    [Theory]
    [InlineData(0, "This field is required.")]
    [InlineData(366, "must be between 0 and 365")]
    public async Task Everything_wrong_is_answered_at_once(int days, string about)
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var body = Full().Without("name").And(("credit_days", days), ("notes", new string('n', 4001)));
        var answer = await (await sandbox.ClientAsync(Ct)).Unchecked.PostAsync("/contacts", body, Ct);
        Assert.Equal(days == 0 ? 2 : 3, answer.Problems.Count);
        Assert.Contains(answer.Problems, one => one.Contains(about, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("CUSTOMER", "VENDOR")]
    [InlineData]
    [SandboxQuirk("SAGE-22")]
    public async Task A_contact_has_exactly_one_type(params string[] types)
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var body = Full().And(("contact_type_ids", new JsonArray([.. types.Select(static type => JsonValue.Create(type))])));
        var answer = await (await sandbox.ClientAsync(Ct)).PostAsync("/contacts", body, Ct);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
    }

    [Fact]
    public async Task A_supplier_has_no_delivery_address()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var answer = await (await sandbox.ClientAsync(Ct)).PostAsync(
            "/contacts",
            Full().And(("contact_type_ids", new JsonArray("VENDOR"))),
            Ct
        );
        Assert.Equal("RecordInvalid | is only available for customers | delivery_address", answer.Problems.Single());
    }

    [Fact]
    [SandboxQuirk("SAGE-21")]
    public async Task A_reference_stays_reserved_after_its_contact_is_deleted()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var made = await client.PostAsync("/contacts", Full(), Ct);
        Assert.Equal(
            "RecordInvalid | has already been taken | reference",
            (await client.PostAsync("/contacts", Full(), Ct)).Problems.Single()
        );
        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync($"/contacts/{made.Id}", Ct)).Status);
        Assert.Equal(
            "RecordInvalid | has already been taken | reference",
            (await client.PostAsync("/contacts", Full(), Ct)).Problems.Single()
        );
        Assert.Equal(HttpStatusCode.NotFound, (await client.PutAsync($"/contacts/{made.Id}", Sent.Contact("Back again"), Ct)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await client.DeleteAsync($"/contacts/{made.Id}", Ct)).Status);
    }

    [Fact]
    [SandboxQuirk("SAGE-21")]
    public async Task References_are_unique_per_business()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        await client.PostAsync("/contacts", Full(), Ct);
        var elsewhere = await client
            .For(SandboxSeed.OverbergCrafts)
            .PostAsync("/contacts", Full().Without("default_sales_tax_rate_id"), Ct);
        Assert.Equal(HttpStatusCode.Created, elsewhere.Status);
    }

    [Fact]
    public async Task A_used_contact_and_a_system_contact_cannot_be_deleted()
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        Assert.False((await client.GetAsync($"/contacts/{Sent.Customer}", Ct)).Object["deletable"]!.GetValue<bool>());
        foreach (var id in new[] { Sent.Customer, SandboxSeed.Contact(SandboxSeed.KarooTrading, 901) })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.DeleteAsync($"/contacts/{id}", Ct)).Status);
        var unused = await client.PostAsync("/contacts", Sent.Contact("Never used"), Ct);
        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync($"/contacts/{unused.Id}", Ct)).Status);
        Assert.Empty((await client.GetAsync($"/addresses?contact_id={unused.Id}", Ct)).Items);
    }

    [Fact]
    public async Task A_used_contact_keeps_its_type_and_currency()
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(SandboxSeed.PennineSupplies, Ct);
        var contact = SandboxSeed.Contact(SandboxSeed.PennineSupplies, 1);
        await client.PostAsync(
            "/sales_invoices",
            Sent.Invoice(contact, Sent.Line(SandboxSeed.PennineSupplies, "GB_STANDARD", "1", "10", "2")),
            Ct
        );
        var answer = await client.PutAsync(
            $"/contacts/{contact}",
            new JsonObject
            {
                ["contact"] = new JsonObject { ["currency_id"] = "EUR", ["contact_type_ids"] = new JsonArray("VENDOR") },
            },
            Ct
        );
        Assert.Equal(2, answer.Problems.Count);
    }

    [Fact]
    [SandboxQuirk("SAGE-43")]
    public async Task The_balance_is_shown_when_asked_for_and_is_what_is_outstanding()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var made = await client.PostAsync("/contacts", Full(), Ct);
        var first = await client.PostAsync("/sales_invoices", Sent.Invoice(made.Id), Ct);
        await client.PostAsync("/sales_invoices", Sent.Invoice(made.Id), Ct);
        await client.PostAsync("/sales_invoices", Sent.Invoice(made.Id).And(("status_id", "DRAFT")), Ct);
        Assert.False((await client.GetAsync($"/contacts/{made.Id}", Ct)).Object.ContainsKey("balance"));
        Assert.Equal(689.94m, (await client.GetAsync($"/contacts/{made.Id}?show_balance=true", Ct)).Amount("balance"));
        await client.DeleteAsync($"/sales_invoices/{first.Id}?void_reason=mistake", Ct);
        var list = await client.GetAsync("/contacts?show_balance=true&search=VLE001", Ct);
        Assert.Equal("344.97", list.Items.Single()["balance"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_contact_has_one_main_address_and_one_main_person()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var made = await client.PostAsync("/contacts", Full(), Ct);
        var address = await client.PostAsync("/addresses", Address(made.Id, main: true), Ct);
        Assert.Equal(HttpStatusCode.Created, address.Status);
        var contact = await client.GetAsync($"/contacts/{made.Id}", Ct);
        Assert.Equal(address.Id, contact.LinkId("main_address"));
        var old = await client.GetAsync($"/addresses/{made.LinkId("main_address")}", Ct);
        Assert.False(old.Object["is_main_address"]!.GetValue<bool>());
        var person = await client.PostAsync("/contact_persons", Person(address.Id), Ct);
        Assert.Equal(HttpStatusCode.Created, person.Status);
        contact = await client.GetAsync($"/contacts/{made.Id}", Ct);
        Assert.Equal("new@vlei.example", contact.Object["email"]!.GetValue<string>());
        Assert.Equal(2, (await client.GetAsync($"/contact_persons?contact_id={made.Id}", Ct)).Items.Count);
        Assert.Single((await client.GetAsync($"/contact_persons?address_id={address.Id}", Ct)).Items);
        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync($"/contact_persons/{person.Id}", Ct)).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.DeleteAsync($"/addresses/{address.Id}", Ct)).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync($"/addresses/{old.Id}", Ct)).Status);
    }

    [Theory]
    [InlineData(false, "2026-03-16T09:30:00Z")]
    [InlineData(true, "2026-03-16T09:31:00Z")]
    public async Task A_changed_address_moves_its_contact_only_when_the_switch_says_so(bool touches, string updatedAt)
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        await sandbox.Control.ChangeSettingsAsync(new { address_touches_contact = touches }, Ct);
        var client = await sandbox.ClientAsync(Ct);
        var made = await client.PostAsync("/contacts", Full(), Ct);
        sandbox.Time.Advance(TimeSpan.FromMinutes(1));
        var changed = await client.PutAsync(
            $"/addresses/{made.LinkId("main_address")}",
            new JsonObject { ["address"] = new JsonObject { ["city"] = "Wellington" } },
            Ct
        );
        Assert.Equal("2026-03-16T09:31:00Z", changed.Object["updated_at"]!.GetValue<string>());
        Assert.Equal(updatedAt, (await client.GetAsync($"/contacts/{made.Id}", Ct)).Object["updated_at"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("address_type_id")]
    [InlineData("name")]
    [InlineData("is_main_address")]
    [InlineData("contact_id")]
    public async Task An_address_needs_a_type_a_name_an_owner_and_whether_it_is_the_main_one(string missing)
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var answer = await (await sandbox.ClientAsync(Ct)).Unchecked.PostAsync(
            "/addresses",
            Address(Sent.Customer, main: false).Without(missing),
            Ct
        );
        Assert.Equal($"RecordInvalid | This field is required. | {missing}", answer.Problems.Single());
    }

    [Fact]
    [SandboxQuirk("SAGE-29")]
    public async Task A_reference_to_nothing_is_404_without_a_source()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        foreach (
            var body in new[]
            {
                Full().And(("default_sales_tax_rate_id", "GB_STANDARD")),
                Full().And(("main_address", new JsonObject { ["country_id"] = "XX" })),
            }
        )
        {
            var answer = await client.PostAsync("/contacts", body, Ct);
            Assert.Equal(HttpStatusCode.NotFound, answer.Status);
            Assert.Equal("RecordNotFound | Couldn't find record. | ", answer.Problems.Single());
        }
    }

    [Theory]
    [InlineData("🍷 Wyn & Druiwe <b>\"Œ\"</b>")]
    [InlineData("tab\tand\nline")]
    public async Task Odd_characters_come_back_as_they_were_sent(string name)
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var made = await client.PostAsync("/contacts", Sent.Contact(name), Ct);
        Assert.Equal(name, (await client.GetAsync($"/contacts/{made.Id}", Ct)).Object["name"]!.GetValue<string>());
    }

    private static JsonObject Full() =>
        Sent.Contact("Vlei Vineyards (Pty) Ltd")
            .And(
                ("reference", "VLE001"),
                ("tax_number", "4247191465"),
                ("credit_days", 45),
                ("credit_limit", "20000.00"),
                ("credit_terms", "date_from_invoice"),
                ("default_sales_tax_rate_id", SandboxSeed.ZaStandard),
                ("bank_account_details", new JsonObject { ["account_name"] = "Vlei", ["account_number"] = "62001122334" }),
                (
                    "main_address",
                    new JsonObject
                    {
                        ["address_line_1"] = "R44",
                        ["city"] = "Paarl",
                        ["region"] = "Western Cape",
                        ["postal_code"] = "7646",
                        ["country_id"] = "ZA",
                    }
                ),
                (
                    "delivery_address",
                    new JsonObject
                    {
                        ["address_line_1"] = "Cellar 2",
                        ["city"] = "Paarl",
                        ["country_id"] = "ZA",
                    }
                ),
                ("main_contact_person", new JsonObject { ["name"] = "Karin Rossouw", ["email"] = "pay@vlei.example" })
            );

    private static JsonObject Address(string contact, bool main) =>
        new()
        {
            ["address"] = new JsonObject
            {
                ["contact_id"] = contact,
                ["name"] = "New office",
                ["address_type_id"] = "SALES",
                ["is_main_address"] = main,
                ["city"] = "Franschhoek",
            },
        };

    private static JsonObject Person(string address) =>
        new()
        {
            ["contact_person"] = new JsonObject
            {
                ["address_id"] = address,
                ["name"] = "Anton du Toit",
                ["contact_person_type_ids"] = new JsonArray("SALES", "ACCOUNTS"),
                ["email"] = "new@vlei.example",
                ["is_main_contact"] = true,
            },
        };
}
