using System.Net;
using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Sandbox;

public sealed class InvoiceTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    [SandboxQuirk("SAGE-03")]
    [SandboxQuirk("SAGE-14")]
    public async Task An_invoice_is_answered_in_full_with_decimals_as_text()
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var made = await client.PostAsync(
            "/sales_invoices",
            Sent.Invoice(Sent.Line(), Sent.Line(SandboxSeed.KarooTrading, SandboxSeed.ZaZero, "2", "118.9", null))
                .And(("reference", "ORD-1001"), ("shipping_net_amount", "5.00"), ("shipping_tax_rate_id", SandboxSeed.ZaStandard)),
            Ct
        );
        Assert.Equal(HttpStatusCode.Created, made.Status);
        foreach (
            var (key, text) in new[]
            {
                ("net_amount", "542.77"),
                ("tax_amount", "45.75"),
                ("total_amount", "588.52"),
                ("outstanding_amount", "588.52"),
                ("total_quantity", "5.0"),
                ("shipping_net_amount", "5.0"),
                ("shipping_tax_amount", "0.75"),
                ("base_currency_total_amount", "588.52"),
                ("exchange_rate", "1.0"),
                ("total_paid", "0.0"),
            }
        )
            Assert.Equal((key, text), (key, made.Object[key]!.GetValue<string>()));
        var line = made.Object["invoice_lines"]![0]!;
        Assert.Equal("299.97", line["net_amount"]!.GetValue<string>());
        Assert.Equal("15.0", line["tax_breakdown"]![0]!["percentage"]!.GetValue<string>());
        Assert.Equal("237.8", made.Object["invoice_lines"]![1]!["net_amount"]!.GetValue<string>());
        Assert.Empty(made.Object["invoice_lines"]![1]!["tax_breakdown"]!.AsArray());
        Assert.Equal(
            [SandboxSeed.ZaStandard, SandboxSeed.ZaZero],
            made.Object["tax_analysis"]!.AsArray().Select(static one => one!["tax_rate"]!["id"]!.GetValue<string>())
        );
        Assert.Equal("304.97", made.Object["tax_analysis"]![0]!["net_amount"]!.GetValue<string>());
        Assert.Equal(made.Text, (await client.GetAsync($"/sales_invoices/{made.Id}?mark_as_sent=false", Ct)).Text);
    }

    [Fact]
    [SandboxQuirk("SAGE-18")]
    public async Task Without_a_status_an_invoice_is_live_and_posted_at_once()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var customer = (await client.PostAsync("/contacts", Sent.Contact("Buyer"), Ct)).Id;
        var made = await client.PostAsync("/sales_invoices", Sent.Invoice(customer), Ct);
        Assert.Equal("UNPAID", made.LinkId("status"));
        Assert.Equal("SI-1", made.Object["displayed_as"]!.GetValue<string>());
        var balance = await sandbox.Control.TrialBalanceAsync(SandboxSeed.KarooTrading, Ct);
        Assert.Equal((344.97m, -299.97m, -45.00m, 0m), (balance.Of(1100), balance.Of(4000), balance.Of(2200), balance.Difference));
    }

    [Theory]
    [InlineData("DRAFT")]
    [InlineData("PRO_FORMA")]
    [SandboxQuirk("SAGE-19")]
    public async Task A_draft_has_no_number_and_no_entries_until_it_is_released(string status)
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var customer = (await client.PostAsync("/contacts", Sent.Contact("Buyer"), Ct)).Id;
        var draft = await client.PostAsync("/sales_invoices", Sent.Invoice(customer).And(("status_id", status)), Ct);
        Assert.Equal("SI-DRAFT", draft.Object["displayed_as"]!.GetValue<string>());
        Assert.Equal("SI-DRAFT", draft.Object["invoice_number"]!.GetValue<string>());
        Assert.Null(draft.Object["transaction"]);
        Assert.Equal("0.0", draft.Object["outstanding_amount"]!.GetValue<string>());
        Assert.Empty((await sandbox.Control.TrialBalanceAsync(SandboxSeed.KarooTrading, Ct)).Accounts);
        var released = await client.PostAsync($"/sales_invoices/{draft.Id}/release", null, Ct);
        Assert.Equal(HttpStatusCode.Created, released.Status);
        Assert.Equal("UNPAID", released.LinkId("status"));
        Assert.Equal("SI-1", released.Object["invoice_number"]!.GetValue<string>());
        Assert.Equal("344.97", released.Object["outstanding_amount"]!.GetValue<string>());
        Assert.Equal(344.97m, (await sandbox.Control.TrialBalanceAsync(SandboxSeed.KarooTrading, Ct)).Of(1100));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.PostAsync($"/sales_invoices/{draft.Id}/release", null, Ct)).Status);
    }

    [Theory]
    [InlineData("PAID")]
    [InlineData("VOID")]
    [InlineData("PART_PAID")]
    [InlineData("DISPUTED")]
    public async Task No_other_status_can_be_asked_for(string status)
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var answer = await client.PostAsync("/sales_invoices", Sent.Invoice().And(("status_id", status)), Ct);
        Assert.Equal("RecordInvalid | is not included in the list | status_id", answer.Problems.Single());
        var made = await client.PostAsync("/sales_invoices", Sent.Invoice(), Ct);
        var changed = await client.PutAsync($"/sales_invoices/{made.Id}", Change(("status_id", status)), Ct);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, changed.Status);
    }

    [Fact]
    [SandboxQuirk("SAGE-17")]
    [SandboxQuirk("SAGE-11")]
    public async Task A_delivery_address_that_is_not_sent_is_the_billing_address()
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var contact = Sent.Contact("Two places")
            .And(
                ("main_address", new JsonObject { ["address_line_1"] = "Billing Road", ["city"] = "George" }),
                ("delivery_address", new JsonObject { ["address_line_1"] = "Delivery Road", ["city"] = "Knysna" })
            );
        var customer = (await client.PostAsync("/contacts", contact, Ct)).Id;
        var made = await client.PostAsync("/sales_invoices", Sent.Invoice(customer), Ct);
        Assert.Equal("Billing Road\nGeorge", made.Object["delivery_address_free_form"]!.GetValue<string>());
        Assert.Equal("DELIVERY", made.Object["delivery_address"]!["address_type"]!["id"]!.GetValue<string>());
        Assert.StartsWith("/contacts/", made.Object["main_address"]!["$path"]!.GetValue<string>(), StringComparison.Ordinal);
        var path = made.Object["main_address"]!["$path"]!.GetValue<string>();
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(path, Ct)).Status);
        var both = await client.PostAsync(
            "/sales_invoices",
            Sent.Invoice(customer).And(("delivery_address", new JsonObject { ["address_line_1"] = "Harbour 4", ["country_id"] = "ZA" })),
            Ct
        );
        Assert.Equal("Billing Road\nGeorge", both.Object["main_address_free_form"]!.GetValue<string>());
        Assert.Equal("Harbour 4", both.Object["delivery_address_free_form"]!.GetValue<string>());
    }

    [Fact]
    [SandboxQuirk("SAGE-42")]
    public async Task Name_reference_and_addresses_are_copies_but_the_reference_to_the_contact_is_not()
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var made = await client.PostAsync("/sales_invoices", Sent.Invoice(), Ct);
        await client.PutAsync(
            $"/contacts/{Sent.Customer}",
            new JsonObject
            {
                ["contact"] = new JsonObject { ["name"] = "Marula Lodge", ["reference"] = "MAR001" },
            },
            Ct
        );
        var seen = await client.GetAsync($"/sales_invoices/{made.Id}?mark_as_sent=false", Ct);
        Assert.Equal("Baobab Lodge (Pty) Ltd", seen.Object["contact_name"]!.GetValue<string>());
        Assert.Equal("BAO001", seen.Object["contact_reference"]!.GetValue<string>());
        Assert.Equal("Marula Lodge (MAR001)", seen.Object["contact"]!["displayed_as"]!.GetValue<string>());
        Assert.Equal(made.Object["updated_at"]!.GetValue<string>(), seen.Object["updated_at"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(1, "2026-04-09")]
    [InlineData(2, "2026-03-17")]
    [InlineData(6, "2026-03-10")]
    public async Task The_due_date_follows_the_contacts_terms(int customer, string due)
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var made = await client.PostAsync("/sales_invoices", Sent.Invoice(SandboxSeed.Contact(SandboxSeed.KarooTrading, customer)), Ct);
        Assert.Equal(due, made.Object["due_date"]!.GetValue<string>());
    }

    [Fact]
    public async Task Without_terms_of_the_contact_the_business_decides_the_due_date()
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        await client.PutAsync(
            "/invoice_settings",
            new JsonObject { ["invoice_settings"] = new JsonObject { ["customer_credit_days"] = 10 } },
            Ct
        );
        var customer = (await client.PostAsync("/contacts", Sent.Contact("No terms"), Ct)).Id;
        Assert.Equal(
            "2026-03-20",
            (await client.PostAsync("/sales_invoices", Sent.Invoice(customer), Ct)).Object["due_date"]!.GetValue<string>()
        );
    }

    [Theory]
    [InlineData("contact_id", null, "This field is required. | contact_id")]
    [InlineData("date", null, "This field is required. | date")]
    [InlineData("date", "2026-02-30", "is not a valid date | date")]
    [InlineData("date", "2023-12-31", "must be on or after the accounts start date | date")]
    [InlineData("due_date", "2026-03-09", "must be on or after the date | due_date")]
    [InlineData("reference", "twenty-six characters long", "is too long (maximum is 25 characters) | reference")]
    [InlineData("invoice_number_prefix", "TOOLONG", "is too long (maximum is 6 characters) | invoice_number_prefix")]
    [InlineData("shipping_net_amount", "-1", "must not be less than 0 | shipping_net_amount")]
    [InlineData("shipping_net_amount", "10", "This field is required. | shipping_tax_rate_id")]
    [InlineData("shipping_net_amount", "1e9", "is not a number | shipping_net_amount")]
    [InlineData("shipping_net_amount", "100000000000", "is too large | shipping_net_amount")]
    public async Task A_header_that_breaks_a_rule_is_named(string field, string? value, string problem)
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var body = Sent.Invoice()
            .And(("shipping_tax_rate_id", field == "shipping_net_amount" && value == "-1" ? SandboxSeed.ZaZero : null));
        var answer = await (await sandbox.ClientAsync(Ct)).Unchecked.PostAsync("/sales_invoices", body.And((field, value)), Ct);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains($"RecordInvalid | {problem}", answer.Problems);
    }

    [Fact]
    public async Task Bad_structure_is_named_in_brackets()
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = (await sandbox.ClientAsync(Ct)).Unchecked;
        var lines = await client.PostAsync("/sales_invoices", Sent.Invoice().And(("invoice_lines", "none")), Ct);
        Assert.StartsWith("Validation | ", lines.Problems.Single(), StringComparison.Ordinal);
        Assert.EndsWith(" | sales_invoice[invoice_lines]", lines.Problems.Single(), StringComparison.Ordinal);
        var none = await client.PostAsync("/sales_invoices", Sent.Invoice().And(("invoice_lines", new JsonArray())), Ct);
        Assert.Equal("RecordInvalid | This field is required. | line_items", none.Problems.Single());
    }

    [Fact]
    [SandboxQuirk("SAGE-22")]
    public async Task A_supplier_is_no_customer()
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var answer = await (await sandbox.ClientAsync(Ct)).PostAsync("/sales_invoices", Sent.Invoice(Sent.Supplier), Ct);
        Assert.Equal("RecordInvalid | can't find customer | contact_id", answer.Problems.Single());
    }

    [Theory]
    [InlineData("contact_id")]
    [InlineData("ledger_account_id")]
    [InlineData("tax_rate_id")]
    [InlineData("product_id")]
    [SandboxQuirk("SAGE-29")]
    public async Task A_reference_to_nothing_is_404_on_a_post(string field)
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var id = "0123456789abcdef0123456789abcdef";
        var body = field == "contact_id" ? Sent.Invoice(id) : Sent.Invoice(Sent.Line().With((field, id)));
        var answer = await (await sandbox.ClientAsync(Ct)).PostAsync("/sales_invoices", body, Ct);
        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal("RecordNotFound | Couldn't find record. | ", answer.Problems.Single());
    }

    [Fact]
    public async Task Nothing_of_a_refused_invoice_remains()
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var before = await sandbox.Control.CountsAsync(SandboxSeed.KarooTrading, Ct);
        await client.PostAsync("/sales_invoices", Sent.Invoice(Sent.Line(), Sent.Line().Lacking("tax_amount")), Ct);
        Assert.Equal(before, await sandbox.Control.CountsAsync(SandboxSeed.KarooTrading, Ct));
        var next = (await client.GetAsync("/invoice_settings", Ct)).Object["next_invoice_number"]!.GetValue<int>();
        var made = await client.PostAsync("/sales_invoices", Sent.Invoice(), Ct);
        Assert.Equal($"SI-{next}", made.Object["invoice_number"]!.GetValue<string>());
    }

    [Fact]
    public async Task Numbers_count_up_and_a_number_that_was_sent_moves_the_count()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var customer = (await client.PostAsync("/contacts", Sent.Contact("Buyer"), Ct)).Id;
        Assert.Equal("SI-1", await NumberAsync(client, Sent.Invoice(customer)));
        Assert.Equal(
            "INV-7000",
            await NumberAsync(client, Sent.Invoice(customer).And(("invoice_number_prefix", "INV-"), ("invoice_number", "7000")))
        );
        Assert.Equal("SI-7001", await NumberAsync(client, Sent.Invoice(customer)));
        var again = await client.PostAsync("/sales_invoices", Sent.Invoice(customer).And(("invoice_number", "SI-7001")), Ct);
        Assert.Equal("RecordInvalid | has already been taken | invoice_number", again.Problems.Single());
        await client.PutAsync(
            "/invoice_settings",
            new JsonObject
            {
                ["invoice_settings"] = new JsonObject { ["next_invoice_number"] = 9000, ["sales_invoice_number_prefix"] = "KT" },
            },
            Ct
        );
        Assert.Equal("KT9000", await NumberAsync(client, Sent.Invoice(customer)));
    }

    [Fact]
    public async Task The_same_reference_twice_is_accepted()
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        await client.PostAsync("/sales_invoices", Sent.Invoice().And(("reference", "SAME")), Ct);
        Assert.Equal(
            HttpStatusCode.Created,
            (await client.PostAsync("/sales_invoices", Sent.Invoice().And(("reference", "SAME")), Ct)).Status
        );
        Assert.Equal(2, (await client.GetAsync("/sales_invoices?search=same", Ct)).Items.Count);
    }

    [Fact]
    [SandboxQuirk("SAGE-04")]
    public async Task Notes_and_terms_default_to_the_settings_and_absent_things_are_null()
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var bare = await client.PostAsync("/sales_invoices", Sent.Invoice(), Ct);
        Assert.Null(bare.Object["notes"]);
        Assert.Null(bare.Object["shipping_tax_rate"]);
        Assert.Null(bare.Object["transaction"]!["displayed_as"]);
        await client.PutAsync(
            "/invoice_settings",
            new JsonObject
            {
                ["invoice_settings"] = new JsonObject
                {
                    ["default_note_on_invoice"] = "Thank you",
                    ["invoice_terms_and_conditions"] = "E&OE",
                },
            },
            Ct
        );
        var filled = await client.PostAsync("/sales_invoices", Sent.Invoice(), Ct);
        Assert.Equal("Thank you", filled.Object["notes"]!.GetValue<string>());
        Assert.Equal("E&OE", filled.Object["terms_and_conditions"]!.GetValue<string>());
    }

    private static JsonObject Change(params (string, JsonNode?)[] values) =>
        new JsonObject { ["sales_invoice"] = new JsonObject() }.And(values);

    private static async Task<string> NumberAsync(SandboxClient client, JsonObject body) =>
        (await client.PostAsync("/sales_invoices", body, Ct)).Object["invoice_number"]!.GetValue<string>();
}
