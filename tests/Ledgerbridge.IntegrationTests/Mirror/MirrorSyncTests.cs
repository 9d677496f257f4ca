using System.Net;
using System.Text.Json.Nodes;
using Ledgerbridge.IntegrationTests.Sandbox;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Mirror;
using Ledgerbridge.Server.Mirror.Internal;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Testing;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.IntegrationTests.Mirror;

/// <summary>What passes bring, and what they cost.</summary>
[Trait("Work", "Long")]
public sealed class MirrorSyncTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task The_first_pass_copies_everything_and_the_next_one_asks_one_question_for_each_resource(DatabaseKind database)
    {
        await using var story = await MirrorStory.StartAsync(database, Ct);

        Assert.Equal(7, await story.SyncAsync(Ct));
        await story.EqualAsync(Ct);
        await story.WaitAsync(TimeSpan.FromMinutes(10), Ct);
        var calls = await story.CallsOfAsync(() => story.SyncAsync(Ct), Ct);

        Assert.True(calls.Count == 7, string.Join('\n', calls));
        Assert.Equal(7, calls.Select(static call => call.Split('?')[0]).Distinct().Count());
        await story.EqualAsync(Ct);
        Assert.Equal("idle", (await story.Owner.GetAsync("/api/sync/status", Ct)).Get("state"));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Whatever_is_made_changed_paid_voided_or_deleted_in_Sage_is_in_the_copies_after_one_pass(DatabaseKind database)
    {
        await using var story = await MirrorStory.StartAsync(database, Ct);
        await story.SyncAsync(Ct);
        await story.WaitAsync(TimeSpan.FromMinutes(20), Ct);
        var sage = story.Sage;

        var made = await sage.PostAsync("/contacts", Sent.Contact("Made in Sage"), Ct);
        var doomed = await sage.PostAsync("/contacts", Sent.Contact("Soon gone"), Ct);
        var paid = await sage.PostAsync("/sales_invoices", Sent.Invoice(made.Id), Ct);
        var voided = await sage.PostAsync("/sales_invoices", Sent.Invoice(made.Id), Ct);
        var draft = await sage.PostAsync("/sales_invoices", Sent.Invoice(made.Id).And(("status_id", "DRAFT")), Ct);
        var product = await sage.PostAsync("/products", SentTrade.Item(MirrorStory.Business, "product", "P-1"), Ct);
        await SentTrade.StockAsync(sage, MirrorStory.Business, "S-1", "7", Ct);
        var note = await sage.PostAsync("/sales_credit_notes", SentTrade.CreditNote(made.Id), Ct);
        var money = await sage.PostAsync("/contact_payments", SentTrade.Receipt(MirrorStory.Business, made.Id, "100"), Ct);
        await story.SyncAsync(Ct);
        await story.EqualAsync(Ct);

        await story.WaitAsync(TimeSpan.FromMinutes(20), Ct);
        sage = story.Sage;
        await sage.PutAsync($"/contacts/{made.Id}", JsonNode.Parse("""{"contact":{"name":"Renamed in Sage"}}""")!, Ct);
        await sage.DeleteAsync($"/contacts/{doomed.Id}", Ct);
        var receipt = SentTrade.Receipt(MirrorStory.Business, made.Id, "344.97", (paid.Id, "344.97"));
        Assert.Equal(HttpStatusCode.Created, (await sage.PostAsync("/contact_payments", receipt, Ct)).Status);
        Assert.Equal(HttpStatusCode.OK, (await sage.DeleteAsync($"/sales_invoices/{voided.Id}?void_reason=Wrong", Ct)).Status);
        await sage.DeleteAsync($"/sales_invoices/{draft.Id}", Ct);
        await sage.DeleteAsync($"/products/{product.Id}", Ct);
        await sage.DeleteAsync($"/contact_payments/{money.Id}", Ct);
        await sage.DeleteAsync($"/sales_credit_notes/{note.Id}?void_reason=Wrong", Ct);

        await story.SyncAsync(Ct);

        await story.EqualAsync(Ct);
    }

    [Theory]
    [InlineData("cut", null, false)]
    [InlineData("instead", 500, false)]
    [InlineData("instead", 429, false)]
    [InlineData("instead", 200, true)]
    [InlineData("before", 404, false)]
    public async Task Whichever_answers_are_lost_the_copies_end_equal_to_Sage(string kind, int? status, bool malformed)
    {
        await using var story = await MirrorStory.StartAsync(DatabaseKind.Sqlite, Ct);
        await story.Server.Sandbox.Control.SeedAsync(MirrorStory.Business, contacts: 450, invoices: 450, Ct);
        var fault = new SandboxFault
        {
            Kind = kind,
            Path = "/v3.1/*",
            Status = status,
            Malformed = malformed ? true : null,
            Probability = 0.4,
            Seed = 20_261_121,
        };
        var id = await story.Server.Sandbox.Control.AddFaultAsync(fault, Ct);
        for (var round = 0; round < 6; round++)
        {
            var sync = story.SyncAsync(Ct);
            await Eventually.TrueAsync(
                () =>
                {
                    story.Server.Time.Advance(TimeSpan.FromMilliseconds(500));
                    return sync.IsCompleted;
                },
                "the round is over",
                Ct
            );
            await sync;
            await story.WaitAsync(TimeSpan.FromMinutes(20), Ct);
            await story.Sage.PostAsync("/sales_invoices", Sent.Invoice(), Ct).ContinueWith(static _ => { }, TaskScheduler.Default);
        }
        await story.Server.Sandbox.Control.RemoveFaultAsync(id, Ct);

        await story.WaitAsync(TimeSpan.FromHours(13), Ct);
        await story.SyncAsync(Ct);
        await story.SyncAsync(Ct);

        await story.EqualAsync(Ct);
    }

    [Fact]
    public async Task A_pass_that_is_interrupted_goes_on_at_the_page_where_it_stood()
    {
        await using var story = await MirrorStory.StartAsync(DatabaseKind.Sqlite, Ct, "empty");
        await story.Server.Sandbox.Control.SeedAsync(MirrorStory.Business, contacts: 650, invoices: 0, Ct);
        await story.Server.Sandbox.Control.AddFaultAsync(Refusal("/v3.1/contacts", skip: 2), Ct);

        await story.SyncAsync(Ct, "contacts");
        var stopped = await story.ResourceAsync("contacts", Ct);
        await story.Server.Sandbox.Control.ClearFaultsAsync(Ct);
        await story.WaitAsync(TimeSpan.FromHours(13), Ct);
        var calls = await story.CallsOfAsync(() => story.Server.Get<MirrorSync>().RunDueAsync(Ct), Ct);

        Assert.Equal(("failing", 400), (stopped["state"]!.ToString(), stopped["records"]!.GetValue<int>()));
        Assert.NotEqual("", stopped["problem"]!.ToString());
        var pages = calls.Where(static call => call.StartsWith("/v3.1/contacts", StringComparison.Ordinal)).ToList();
        Assert.Contains("page=3", pages[0], StringComparison.Ordinal);
        Assert.Contains("page=4", pages[1], StringComparison.Ordinal);
        await story.EqualAsync(Ct);
    }

    [Fact]
    public async Task The_first_pull_makes_no_more_calls_than_there_are_pages_but_for_one_that_asks_what_was_deleted()
    {
        await using var story = await MirrorStory.StartAsync(DatabaseKind.Sqlite, Ct, "empty");
        await story.Server.Sandbox.Control.SeedAsync(MirrorStory.Business, contacts: 1000, invoices: 1000, Ct);

        var calls = await story.CallsOfAsync(() => story.SyncAsync(Ct), Ct);

        Assert.Equal(6, calls.Count(static call => call.StartsWith("/v3.1/sales_invoices", StringComparison.Ordinal)));
        Assert.Equal(6, calls.Count(static call => call.StartsWith("/v3.1/contacts", StringComparison.Ordinal)));
        Assert.True(calls.Count == 17, string.Join('\n', calls));
        await story.EqualAsync(Ct);
    }

    [Fact]
    public async Task A_long_list_in_which_nothing_changed_costs_one_question_where_it_can_be_sorted_and_two_where_it_cannot()
    {
        await using var story = await MirrorStory.StartAsync(DatabaseKind.Sqlite, Ct, "empty");
        await story.Server.Sandbox.Control.SeedAsync(MirrorStory.Business, contacts: 300, invoices: 300, Ct);
        // What changed shortly before a pass began is asked for once more by the next.
        await story.WaitAsync(TimeSpan.FromMinutes(5), Ct);
        await story.SyncAsync(Ct);
        await story.WaitAsync(TimeSpan.FromMinutes(20), Ct);

        var calls = await story.CallsOfAsync(() => story.SyncAsync(Ct), Ct);

        Assert.True(calls.Count == 8, string.Join('\n', calls));
        Assert.Single(calls, static call => call.Contains("deleted_since", StringComparison.Ordinal));
        await story.EqualAsync(Ct);
    }

    [Fact]
    public async Task A_record_deleted_between_two_pages_does_not_hide_the_one_that_moved_up()
    {
        await using var story = await MirrorStory.StartAsync(DatabaseKind.Sqlite, Ct, "empty");
        await story.Server.Sandbox.Control.SeedAsync(MirrorStory.Business, contacts: 450, invoices: 0, Ct);
        await story.Server.Sandbox.Control.AddFaultAsync(Refusal("/v3.1/contacts", skip: 1), Ct);
        await story.SyncAsync(Ct, "contacts");
        await story.Server.Sandbox.Control.ClearFaultsAsync(Ct);
        await story.WaitAsync(TimeSpan.FromHours(13), Ct);

        var first = (await story.RowsAsync(BooksResource.Contacts, Ct))[0];
        Assert.Equal(HttpStatusCode.NoContent, (await story.Sage.DeleteAsync($"/contacts/{first.RecordId}", Ct)).Status);
        await story.SyncAsync(Ct);

        await story.EqualAsync(Ct);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_comparison_of_everything_finds_and_heals_what_had_drifted_and_says_so(DatabaseKind database)
    {
        await using var story = await MirrorStory.StartAsync(database, Ct);
        await story.Server.Sandbox.Control.SeedAsync(MirrorStory.Business, contacts: 0, invoices: 250, Ct);
        await story.SyncAsync(Ct);
        await story.WaitAsync(TimeSpan.FromHours(1), Ct);
        var rows = await story.RowsAsync(BooksResource.SalesInvoices, Ct);
        await story.ChangeRowsAsync(
            async db =>
            {
                var kept = await db.Rows<RecordRow>()
                    .Where(row => row.FeedId == rows[0].FeedId)
                    .OrderBy(static row => row.Number)
                    .ToListAsync(Ct);
                db.Remove(kept[0]);
                kept[1].Content = kept[2].Content;
                kept[3].RecordId = "0123456789abcdef0123456789abcdef";
            },
            Ct
        );
        Assert.False(await story.IsEqualAsync(Ct));

        await story.SyncAsync(Ct, "sales_invoices", full: true);

        await story.EqualAsync(Ct);
        var drift = (await story.ResourceAsync("sales_invoices", Ct))["drift"]!;
        Assert.Equal((2, 1, 1), (drift["missing"]!.GetValue<int>(), drift["changed"]!.GetValue<int>(), drift["gone"]!.GetValue<int>()));
    }

    [Fact]
    public async Task A_copy_that_is_missing_is_noticed_by_the_count_of_the_next_pass()
    {
        await using var story = await MirrorStory.StartAsync(DatabaseKind.Sqlite, Ct);
        await story.SyncAsync(Ct);
        await story.WaitAsync(TimeSpan.FromHours(1), Ct);
        await story.ChangeRowsAsync(
            async db =>
            {
                var feed = await db.Rows<FeedRow>().SingleAsync(static row => row.Resource == BooksResource.SalesInvoices, Ct);
                db.Remove(await db.Rows<RecordRow>().OrderBy(static row => row.Number).FirstAsync(row => row.FeedId == feed.Id, Ct));
            },
            Ct
        );

        await story.SyncAsync(Ct);

        await story.EqualAsync(Ct);
    }

    private static SandboxFault Refusal(string path, int skip) =>
        new()
        {
            Kind = "instead",
            Path = path,
            Status = 400,
            Skip = skip,
        };
}
