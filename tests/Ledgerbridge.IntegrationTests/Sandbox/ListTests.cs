using System.Net;
using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Sandbox;

public sealed class ListTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    [SandboxQuirk("SAGE-01")]
    public async Task A_list_is_an_envelope_of_reduced_items()
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var answer = await (await sandbox.ClientAsync(Ct)).GetAsync("/sales_invoices", Ct);
        Assert.Equal(["$total", "$page", "$next", "$back", "$itemsPerPage", "$items"], answer.Object.Select(static key => key.Key));
        Assert.Equal(20, answer.Object["$itemsPerPage"]!.GetValue<int>());
        Assert.Equal(20, answer.Items.Count);
        Assert.All(answer.Items, static item => Assert.Equal(["id", "displayed_as", "$path"], item.Select(static key => key.Key)));
    }

    [Fact]
    [SandboxQuirk("SAGE-07")]
    public async Task Next_and_back_are_relative_null_at_the_ends_and_lose_the_filters()
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var first = await client.GetAsync("/sales_invoices?status_id=UNPAID&items_per_page=5&attributes=date", Ct);
        Assert.Equal("/sales_invoices?page=2&items_per_page=5", first.Object["$next"]!.GetValue<string>());
        Assert.Null(first.Object["$back"]);
        var last = await client.GetAsync("/sales_invoices?items_per_page=20&page=2", Ct);
        Assert.Null(last.Object["$next"]);
        Assert.Equal("/sales_invoices?page=1&items_per_page=20", last.Object["$back"]!.GetValue<string>());
        await sandbox.Control.ChangeSettingsAsync(new { next_keeps_filters = true }, Ct);
        var kept = await client.GetAsync("/sales_invoices?status_id=UNPAID&items_per_page=5", Ct);
        Assert.Equal("/sales_invoices?page=2&items_per_page=5&status_id=UNPAID", kept.Object["$next"]!.GetValue<string>());
    }

    [Fact]
    [SandboxQuirk("SAGE-08")]
    public async Task A_page_beyond_the_end_is_the_last_page_again()
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var last = await client.GetAsync("/sales_invoices?items_per_page=10&page=4", Ct);
        var beyond = await client.GetAsync("/sales_invoices?items_per_page=10&page=99", Ct);
        Assert.Equal(last.Text, beyond.Text);
        Assert.Equal(4, beyond.Object["$page"]!.GetValue<int>());
        var empty = await client.For(SandboxSeed.LiffeyGoods).GetAsync("/sales_invoices?page=7", Ct);
        Assert.Equal(1, empty.Object["$page"]!.GetValue<int>());
        Assert.Empty(empty.Items);
    }

    [Theory]
    [InlineData("items_per_page=200", 200)]
    [InlineData("items_per_page=1", 1)]
    [InlineData("items_per_page=201", 200)]
    [InlineData("items_per_page=0", 1)]
    [InlineData("items_per_page=many", 20)]
    [InlineData("page=0", 20)]
    [SandboxQuirk("SAGE-09")]
    public async Task A_page_has_1_to_200_items_and_20_by_default(string query, int size)
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var answer = await (await sandbox.ClientAsync(Ct)).Unchecked.GetAsync("/countries?" + query, Ct);
        Assert.Equal(size, answer.Object["$itemsPerPage"]!.GetValue<int>());
        Assert.Equal(size, answer.Items.Count);
    }

    [Fact]
    [SandboxQuirk("SAGE-01")]
    public async Task Attributes_choose_what_items_show()
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var some = (await client.GetAsync("/sales_invoices?items_per_page=1&attributes=date,total_amount,contact", Ct)).Items[0];
        Assert.Equal(["id", "displayed_as", "$path", "contact", "date", "total_amount"], some.Select(static key => key.Key));
        Assert.Equal(["id", "displayed_as", "$path"], some["contact"]!.AsObject().Select(static key => key.Key));
        var all = (await client.GetAsync("/sales_invoices?items_per_page=1&attributes=all", Ct)).Items[0];
        var one = await client.GetAsync($"/sales_invoices/{all["id"]}?mark_as_sent=false", Ct);
        Assert.Equal(
            one.Text,
            all.ToJsonString(
                new System.Text.Json.JsonSerializerOptions
                {
                    Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                }
            )
        );
        var chosen = await client.GetAsync($"/sales_invoices/{all["id"]}?mark_as_sent=false&attributes=reference", Ct);
        Assert.Equal(["id", "displayed_as", "$path", "reference"], chosen.Object.Select(static key => key.Key));
    }

    [Fact]
    public async Task Nested_attributes_expand_the_first_level_of_references()
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var id = (await client.GetAsync("/sales_invoices?items_per_page=1", Ct)).Items[0]["id"];
        var invoice = await client.GetAsync($"/sales_invoices/{id}?nested_attributes=all&mark_as_sent=false", Ct);
        Assert.Equal("BAO001", invoice.Object["contact"]!["reference"]!.GetValue<string>());
        Assert.False(invoice.Object["transaction"]!["deleted"]!.GetValue<bool>());
        Assert.Null(invoice.Object["contact"]!["main_address"]!["city"]);
        Assert.Null(invoice.Object["main_address"]!["is_main_address"]);
        var contacts = await client.GetAsync("/contacts?nested_attributes=all&attributes=all&items_per_page=1&exclude_system=true", Ct);
        Assert.Equal("Hoedspruit", contacts.Items[0]["main_address"]!["city"]!.GetValue<string>());
        Assert.Equal("accounts@baobablodge.example", contacts.Items[0]["main_contact_person"]!["email"]!.GetValue<string>());
    }

    [Fact]
    [SandboxQuirk("SAGE-38")]
    public async Task The_legacy_id_is_shown_when_asked_for()
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var item = (await client.GetAsync("/contacts?items_per_page=1&show_legacy_id=true", Ct)).Items[0];
        Assert.Equal(["id", "displayed_as", "$path", "legacy_id"], item.Select(static key => key.Key));
        Assert.True(item["legacy_id"]!.GetValue<long>() > 0);
    }

    [Fact]
    [SandboxQuirk("SAGE-10")]
    public async Task Updated_since_is_inclusive_to_the_second()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var made = await client.PostAsync("/contacts", Sent.Contact("On the second"), Ct);
        var at = made.Object["updated_at"]!.GetValue<string>();
        Assert.Equal("2026-03-16T09:30:00Z", at);
        foreach (
            var (since, found) in new[]
            {
                (at, 1),
                ("2026-03-16T09:30:01Z", 0),
                ("2026-03-16T11:30:00%2B02:00", 1),
                ("2026-03-16T11:30:01%2B02:00", 0),
                ("2026-03-16", 1),
                ("2026-03-17", 0),
            }
        )
        {
            var list = await client.GetAsync($"/contacts?updated_or_created_since={since}&exclude_system=true", Ct);
            Assert.True(found == list.Items.Count, $"{since} found {list.Items.Count}");
        }
        sandbox.Time.Advance(TimeSpan.FromSeconds(5));
        await client.PutAsync($"/contacts/{made.Id}", new JsonObject { ["contact"] = new JsonObject { ["notes"] = "changed" } }, Ct);
        Assert.Single((await client.GetAsync("/contacts?updated_or_created_since=2026-03-16T09:30:05Z&exclude_system=true", Ct)).Items);
    }

    [Fact]
    [SandboxQuirk("SAGE-10")]
    public async Task Deleted_since_is_exclusive_and_shows_only_what_was_deleted()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var made = await client.PostAsync("/contacts", Sent.Contact("Short life"), Ct);
        await client.DeleteAsync($"/contacts/{made.Id}", Ct);
        Assert.Empty((await client.GetAsync("/contacts?deleted_since=2026-03-16T09:30:00Z", Ct)).Items);
        var before = await client.GetAsync("/contacts?deleted_since=2026-03-16T09:29:59Z&attributes=deleted_at", Ct);
        Assert.Equal(made.Id, before.Items.Single()["id"]!.GetValue<string>());
        Assert.Equal("2026-03-16T09:30:00Z", before.Items.Single()["deleted_at"]!.GetValue<string>());
        Assert.Empty((await client.GetAsync("/contacts?updated_or_created_since=2026-03-16&exclude_system=true", Ct)).Items);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/contacts/{made.Id}", Ct)).Status);
    }

    [Theory]
    [InlineData("2026-03-16T11:30:00+02:00")]
    [InlineData("yesterday")]
    [InlineData("2026-02-30")]
    [SandboxQuirk("SAGE-44")]
    public async Task A_since_that_cannot_be_read_is_refused_also_when_its_plus_was_not_encoded(string since)
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var answer = await (await sandbox.ClientAsync(Ct)).GetAsync($"/contacts?updated_or_created_since={since}", Ct);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal("RecordInvalid | is not a valid date | updated_or_created_since", answer.Problems.Single());
    }

    [Fact]
    [SandboxQuirk("SAGE-44")]
    public async Task Fractions_of_a_second_are_cut_off()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        await client.PostAsync("/contacts", Sent.Contact("On the second"), Ct);
        Assert.Single((await client.GetAsync("/contacts?updated_or_created_since=2026-03-16T09:30:00.999Z&exclude_system=true", Ct)).Items);
    }

    [Fact]
    public async Task Invoices_are_filtered_by_contact_status_date_and_text()
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var all = await AllAsync(client, "");
        foreach (
            var (query, keep) in new (string, Func<JsonObject, bool>)[]
            {
                ($"&contact_id={Sent.Customer}", static one => one["contact"]!["id"]!.GetValue<string>() == Sent.Customer),
                ("&status_id=DRAFT", static one => one["status"]!["id"]!.GetValue<string>() == "DRAFT"),
                ("&status_id=VOID", static one => one["status"]!["id"]!.GetValue<string>() == "VOID"),
                ("&status_id=PAID", static one => one["status"]!["id"]!.GetValue<string>() == "PAID"),
                ("&from_date=2026-02-01", static one => string.CompareOrdinal(one["date"]!.GetValue<string>(), "2026-02-01") >= 0),
                (
                    "&from_date=2026-01-15&to_date=2026-02-10",
                    static one =>
                        string.CompareOrdinal(one["date"]!.GetValue<string>(), "2026-01-15") >= 0
                        && string.CompareOrdinal(one["date"]!.GetValue<string>(), "2026-02-10") <= 0
                ),
                ("&search=web-1045", static one => one["reference"]!.GetValue<string>() == "WEB-1045"),
                ("&search=cheese", static one => one["contact_name"]!.GetValue<string>().Contains("Cheese", StringComparison.Ordinal)),
                ("&has_attachments=true", static _ => false),
                ("&has_attachments=false", static _ => true),
            }
        )
        {
            var found = await AllAsync(client, query);
            Assert.Equal(
                all.Where(keep).Select(static one => one["id"]!.GetValue<string>()).Order(),
                found.Select(static one => one["id"]!.GetValue<string>()).Order()
            );
            Assert.True(query.Contains("attachments", StringComparison.Ordinal) || found.Count > 0, $"{query} found nothing to compare");
        }
    }

    [Theory]
    [InlineData("date")]
    [InlineData("due_date")]
    [InlineData("created_at")]
    [InlineData("updated_at")]
    public async Task Invoices_are_sorted_by_the_documented_keys_both_ways(string key)
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var up = (await AllAsync(client, $"&sort={key}")).Select(one => one[key]!.GetValue<string>()).ToList();
        var down = (await AllAsync(client, $"&sort={key}:desc")).Select(one => one[key]!.GetValue<string>()).ToList();
        Assert.Equal(32, up.Count);
        Assert.Equal(up.Order(StringComparer.Ordinal), up);
        Assert.Equal(down.OrderDescending(StringComparer.Ordinal), down);
    }

    [Fact]
    public async Task Contacts_are_filtered_by_type_email_text_and_system()
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        Assert.Equal(16, (await client.GetAsync("/contacts?items_per_page=200", Ct)).Items.Count);
        Assert.Equal(14, (await client.GetAsync("/contacts?items_per_page=200&exclude_system=true", Ct)).Items.Count);
        Assert.Equal(2, (await client.GetAsync("/contacts?contact_type_id=VENDOR&exclude_system=true", Ct)).Items.Count);
        Assert.Equal("Fatima Ismail (FAT001)", Only(await client.GetAsync("/contacts?email=FATIMA.ismail@example.org", Ct)));
        Assert.Equal("Table Bay Deli CC (TBD001)", Only(await client.GetAsync("/contacts?search=tbd001", Ct)));
        Assert.Empty((await client.GetAsync("/contacts?search=%25", Ct)).Items);
    }

    [Fact]
    public async Task Ledger_accounts_are_filtered_by_where_they_are_visible_and_by_type()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var sales = await client.GetAsync(
            "/ledger_accounts?visible_in=sales&attributes=visible_in_sales,nominal_code&items_per_page=200",
            Ct
        );
        Assert.NotEmpty(sales.Items);
        Assert.All(sales.Items, static one => Assert.True(one["visible_in_sales"]!.GetValue<bool>()));
        var others = await client.GetAsync("/ledger_accounts?not_visible_in=sales&items_per_page=200", Ct);
        var all = await client.GetAsync("/ledger_accounts?items_per_page=200", Ct);
        Assert.Equal(all.Items.Count, sales.Items.Count + others.Items.Count);
        Assert.Equal(2, (await client.GetAsync("/ledger_accounts?ledger_account_type_id=BANK", Ct)).Items.Count);
        Assert.Empty((await client.Unchecked.GetAsync("/ledger_accounts?visible_in=x'%20or%201=1", Ct)).Items);
    }

    [Fact]
    public async Task Tax_rates_of_canada_are_filtered_by_region()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var client = await sandbox.ClientAsync(SandboxSeed.MapleRidge, Ct);
        var ontario = await client.GetAsync("/tax_rates?address_region_id=CA-ON&attributes=name,percentage", Ct);
        Assert.Contains(
            ontario.Items,
            static one => one["id"]!.GetValue<string>() == SandboxSeed.CaHstOntario && one["percentage"]!.GetValue<string>() == "13.0"
        );
        Assert.DoesNotContain(ontario.Items, static one => one["name"]!.GetValue<string>() is "HST_NB" or "GST_QST");
    }

    [Fact]
    public async Task Pages_cover_each_item_exactly_once_in_every_order()
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        await sandbox.Control.SeedAsync(SandboxSeed.KarooTrading, 0, 230, Ct);
        var client = await sandbox.ClientAsync(Ct);
        foreach (
            var query in new[]
            {
                "",
                "&sort=date:desc",
                "&sort=due_date",
                "&sort=updated_at",
                "&updated_or_created_since=1990-01-01",
                "&from_date=1990-01-01",
            }
        )
        {
            var seen = new List<string>();
            for (var page = 1; ; page++)
            {
                var answer = await client.GetAsync($"/sales_invoices?items_per_page=17&page={page}{query}", Ct);
                seen.AddRange(answer.Items.Select(static item => item["id"]!.GetValue<string>()));
                if (answer.Object["$next"] is null)
                    break;
            }
            Assert.Equal(262, seen.Count);
            Assert.Equal(262, seen.Distinct().Count());
        }
    }

    private static async Task<IReadOnlyList<JsonObject>> AllAsync(SandboxClient client, string query) =>
        (await client.GetAsync($"/sales_invoices?items_per_page=200&attributes=all{query}", Ct)).Items;

    private static string Only(SandboxAnswer answer) => answer.Items.Single()["displayed_as"]!.GetValue<string>();
}
