using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Connections;
using Ledgerbridge.Server.Mirror;
using Ledgerbridge.Server.Mirror.Internal;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Mirror;

/// <summary>Lists from the copies: what they find, in which order, page by page, and our own writes in them.</summary>
[Trait("Work", "Long")]
public sealed class MirrorListTests
{
    private const string Invoices = "/api/sage/sales_invoices";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Every_filter_in_every_order_shows_what_fits_once_and_in_order_page_by_page(DatabaseKind database)
    {
        await using var story = await MirrorStory.StartAsync(database, Ct);
        await story.Server.Sandbox.Control.SeedAsync(MirrorStory.Business, contacts: 40, invoices: 120, Ct);
        await story.SyncAsync(Ct);
        var rows = (await story.RowsAsync(BooksResource.SalesInvoices, Ct)).Where(static row => row.Shown).ToList();
        var customer = rows[5].ContactId;
        (string Query, Func<RecordRow, bool> Fits)[] filters =
        [
            ("", static _ => true),
            ("status=paid", static row => row.State == "Paid"),
            ("status=open", static row => row.State is "Unpaid" or "PartPaid"),
            ("status=overdue", static row => row.State is "Unpaid" or "PartPaid" && row.DueOn < new DateOnly(2026, 3, 16)),
            ($"contact_id={customer}", row => row.ContactId == customer),
            (
                "from_date=2026-01-01&to_date=2026-02-15",
                static row => row.DatedOn >= new DateOnly(2026, 1, 1) && row.DatedOn <= new DateOnly(2026, 2, 15)
            ),
            ("search=bulk", static row => row.SearchText.Split(' ').Any(static word => word.StartsWith("bulk", StringComparison.Ordinal))),
            ("search=BULK-1", static row => Has(row, "bulk") && Has(row, "1")),
            ("search=lodge&status=paid", static row => Has(row, "lodge") && row.State == "Paid"),
            ("search=nobody", static _ => false),
        ];
        foreach (var (query, fits) in filters)
        {
            foreach (var (sort, key) in Orders)
            {
                var expected = rows.Where(fits).Select(row => (row.RecordId, Key: key(row))).ToList();
                var shown = await WalkAsync(story, $"{query}&sort={sort}");

                Assert.Equal(expected.Select(static one => one.RecordId).Order(), shown.Order());
                var keys = shown.Select(id => expected.Single(one => one.RecordId == id).Key).ToList();
                Assert.Equal(keys.Order(StringComparer.Ordinal), keys);
            }
        }
    }

    [Fact]
    public async Task Numbered_pages_work_as_Sages_envelope_says()
    {
        await using var story = await MirrorStory.StartAsync(DatabaseKind.Sqlite, Ct);
        await story.SyncAsync(Ct);

        var first = await story.Owner.GetAsync($"{Invoices}?items_per_page=10", Ct);
        var second = await story.Owner.GetAsync(first.Get("$next"), Ct);

        Assert.Equal((1, 2), (first["$page"]!.GetValue<int>(), second["$page"]!.GetValue<int>()));
        Assert.Equal(first["$total"]!.GetValue<int>(), second["$total"]!.GetValue<int>());
        Assert.Empty(Ids(first).Intersect(Ids(second)));
        Assert.Null(first["$back"]);
        Assert.Equal(Ids(first), Ids(await story.Owner.GetAsync(second.Get("$back"), Ct)));
    }

    [Fact]
    public async Task A_list_asks_Sage_only_before_the_first_pass_or_when_the_present_state_is_wanted()
    {
        await using var story = await MirrorStory.StartAsync(DatabaseKind.Sqlite, Ct);
        foreach (var path in new[] { Invoices, "/api/sage/sales_credit_notes", "/api/sage/contact_payments", "/api/sage/contacts" })
        {
            Assert.NotEmpty(await story.CallsOfAsync(() => story.Owner.GetAsync(path, Ct), Ct));
            Assert.Empty(await story.CallsOfAsync(() => story.Owner.GetAsync(path, Ct), Ct));
            await story.WaitAsync(TimeSpan.FromMinutes(5), Ct);
            Assert.Single(await story.CallsOfAsync(() => story.Owner.GetAsync($"{path}?live=true", Ct), Ct));
            var list = (await story.Owner.GetAsync(path, Ct)).Expect(HttpStatusCode.OK);
            Assert.Equal(story.Server.Time.GetUtcNow(), DateTimeOffset.Parse(list.Get("fresh_at"), CultureInfo.InvariantCulture));
        }
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Our_own_writes_are_in_the_lists_at_once(DatabaseKind database)
    {
        await using var story = await MirrorStory.StartAsync(database, Ct);
        await story.SyncAsync(Ct);
        await story.WaitAsync(TimeSpan.FromMinutes(1), Ct);
        var customer = await story.Owner.CustomerAsync("Zebra Crossing CC", Ct);
        Assert.Single((await story.Owner.GetAsync("/api/sage/contacts?search=zebra", Ct))["contacts"]!.AsArray());

        var made = (await story.Owner.PostAsync(Invoices, ServerSetUp.Invoice(customer, "ZEB-1"), Ct)).Expect(HttpStatusCode.Created);
        Assert.Equal("draft", (await OneAsync(story, "search=zeb-1"))["status"]!.ToString());
        (await story.Owner.PostAsync($"{Invoices}/{made.Get("id")}/release", null, Ct)).Expect(HttpStatusCode.OK);
        Assert.Equal("unpaid", (await OneAsync(story, "search=zeb-1"))["status"]!.ToString());
        var key = (await story.Server.Get<Businesses>().ListReachableAsync(Ct)).Single(static one => one.IsCurrent).Key;
        story.Server.Get<MirrorWrites>().Keep(key, () => [new OwnWrite.Settled([new(made.Get("id"), new Money(15m, Currency.ZAR))])]);
        var partPaid = await OneAsync(story, "search=zeb-1");
        Assert.Equal(("part_paid", "100.00"), (partPaid["status"]!.ToString(), partPaid["outstanding_amount"]!.ToString()));

        // What was only worked out here gives way to what Sage says.
        await story.WaitAsync(TimeSpan.FromMinutes(1), Ct);
        (await story.Owner.PostAsync($"{Invoices}/{made.Get("id")}/void", new { reason = "Not wanted" }, Ct)).Expect(HttpStatusCode.OK);
        Assert.Equal("void", (await OneAsync(story, "search=zeb-1"))["status"]!.ToString());
        await story.SyncAsync(Ct);
        await story.SyncAsync(Ct);
        await story.EqualAsync(Ct);
    }

    [Fact]
    public async Task Lists_are_had_as_files_with_the_same_filters()
    {
        await using var story = await MirrorStory.StartAsync(DatabaseKind.Sqlite, Ct);
        await story.SyncAsync(Ct);
        foreach (
            var (path, list, items) in new[]
            {
                ("sales_invoices", "status=paid", "$items"),
                ("sales_credit_notes", "sort=largest", "items"),
                ("contact_payments", "direction=receipt", "items"),
                ("contacts", "kind=supplier", "contacts"),
            }
        )
        {
            var shown = (await story.Owner.GetAsync($"/api/sage/{path}?{list}", Ct)).Expect(HttpStatusCode.OK)[items]!.AsArray();
            var file = (await story.Owner.GetAsync($"/api/sage/{path}.csv?{list}", Ct)).Expect(HttpStatusCode.OK);

            Assert.Equal("text/csv; charset=utf-8", file.Headers["Content-Type"]);
            var lines = file.Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal(shown.Count + 1, lines.Length);
            foreach (var one in shown)
                Assert.Contains(lines, line => line.Contains(one!["id"]!.ToString(), StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_end_of_a_page_is_taken_by_its_own_order_only()
    {
        await using var story = await MirrorStory.StartAsync(DatabaseKind.Sqlite, Ct);
        await story.SyncAsync(Ct);
        var after = (await story.Owner.GetAsync($"{Invoices}?items_per_page=5&sort=largest", Ct)).Get("next");

        var other = await story.Owner.GetAsync($"{Invoices}?items_per_page=5&sort=newest&after={after}", Ct);

        Assert.NotEmpty(other.Expect(HttpStatusCode.BadRequest).ErrorsOf("after"));
    }

    private static (string Sort, Func<RecordRow, string> Key)[] Orders =>
        [
            ("newest", static row => Backwards(row.DatedOn.DayNumber)),
            ("oldest", static row => $"{row.DatedOn:yyyy-MM-dd}"),
            ("due", static row => $"{row.DueOn:yyyy-MM-dd}"),
            ("largest", static row => Backwards(row.Amount)),
            ("customer", static row => row.NameKey),
            ("changed", static row => Backwards(row.UpdatedAt!.Value.UtcTicks)),
        ];

    private static string Backwards(long value) => (long.MaxValue - value).ToString("D20", CultureInfo.InvariantCulture);

    private static bool Has(RecordRow row, string beginning) =>
        row.SearchText.Split(' ').Any(word => word.StartsWith(beginning, StringComparison.Ordinal));

    private static async Task<List<string>> WalkAsync(MirrorStory story, string query)
    {
        var shown = new List<string>();
        for (var after = ""; ; )
        {
            var page = (await story.Owner.GetAsync($"{Invoices}?{query}&items_per_page=37{after}", Ct)).Expect(HttpStatusCode.OK);
            shown.AddRange(Ids(page));
            if (page["next"] is not { } next)
                return shown;
            after = $"&after={next}";
        }
    }

    private static async Task<JsonNode> OneAsync(MirrorStory story, string query) =>
        Assert.Single((await story.Owner.GetAsync($"{Invoices}?{query}", Ct)).Expect(HttpStatusCode.OK)["$items"]!.AsArray())!;

    private static IEnumerable<string> Ids(ServerAnswer page) => page["$items"]!.AsArray().Select(static one => one!["id"]!.ToString());
}
