using System.Net;
using System.Text.Json.Nodes;
using Ledgerbridge.IntegrationTests.Sandbox;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Mirror.Internal;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Mirror;

/// <summary>Answers of Sage's that no description promises: the copies stay right, or say what could not be read.</summary>
[Trait("Work", "Long")]
public sealed class MirrorInputTests
{
    private const string Page = "/sales_invoices?page=1&items_per_page=200&attributes=all&sort=created_at%3Aasc";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_record_that_cannot_be_read_stops_nothing_is_named_and_comes_as_soon_as_it_can_be_read()
    {
        await using var story = await MirrorStory.StartAsync(DatabaseKind.Sqlite, Ct);
        var ids = await TellAsync(
            story,
            static items =>
            {
                items[0]!["date"] = "the day before yesterday";
                items[1]!["due_date"] = "31/31/2026";
                items[2]!["total_amount"] = new JsonArray(1, 2);
                items[3]!["currency"] = null;
                items[4]!["updated_at"] = "now";
                items[5]!["invoice_lines"] = "none";
            }
        );

        Assert.Equal(7, await story.SyncAsync(Ct));

        var status = await story.Owner.GetAsync("/api/sync/status", Ct);
        var named = status["unreadable"]!.AsArray().Select(static one => one!["id"]!.ToString()).Order();
        Assert.Equal(ids.Take(6).Order(), named);
        Assert.All(status["unreadable"]!.AsArray(), static one => Assert.False(one!["has_copy"]!.GetValue<bool>()));
        Assert.Equal(ids.Count - 6, (await ListAsync(story)).Count);
        await story.WaitAsync(TimeSpan.FromHours(2), Ct);
        await story.SyncAsync(Ct);
        await story.EqualAsync(Ct);
        Assert.Empty((await story.Owner.GetAsync("/api/sync/status", Ct))["unreadable"]!.AsArray());
    }

    [Fact]
    public async Task A_record_that_becomes_unreadable_keeps_its_last_copy_and_says_so()
    {
        await using var story = await MirrorStory.StartAsync(DatabaseKind.Sqlite, Ct);
        await story.SyncAsync(Ct);
        await story.WaitAsync(TimeSpan.FromHours(1), Ct);
        var ids = await TellAsync(story, static items => items[0]!["date"] = "soon");

        await story.SyncAsync(Ct, "sales_invoices", full: true);

        var shown = (await ListAsync(story)).Single(one => one["id"]!.ToString() == ids[0]);
        Assert.Contains("date", shown["unread_problem"]!.ToString(), StringComparison.Ordinal);
        await story.EqualAsync(Ct);
    }

    [Fact]
    public async Task Unknown_fields_nulls_new_statuses_and_the_word_null_are_taken_for_what_they_are()
    {
        await using var story = await MirrorStory.StartAsync(DatabaseKind.Sqlite, Ct);
        var ids = await TellAsync(
            story,
            static items =>
            {
                items[0]!["brand_new_field"] = new JsonObject { ["deep"] = new JsonArray(1, null, "x") };
                items[1]!["status"]!["id"] = "HAUNTED";
                foreach (var key in new[] { "reference", "notes", "due_date", "links", "contact_name", "sent", "void_reason" })
                    items[2]![key] = null;
                items[3]!["notes"] = "null";
                items[3]!["reference"] = "null";
                items[4]!["total_amount"] = 12.5;
                items[4]!["tax_amount"] = 0;
            }
        );

        await story.SyncAsync(Ct);

        var rows = (await story.RowsAsync(BooksResource.SalesInvoices, Ct)).ToDictionary(static row => row.RecordId);
        Assert.All(rows.Values, static row => Assert.Null(row.ProblemAt));
        Assert.Equal(InvoiceState.Other, rows[ids[1]].Read<BooksInvoice>().State);
        Assert.Equal(("", null), (rows[ids[2]].Read<BooksInvoice>().Reference, rows[ids[2]].Read<BooksInvoice>().DueOn));
        Assert.Equal(("", ""), (rows[ids[3]].Read<BooksInvoice>().Notes, rows[ids[3]].Read<BooksInvoice>().Reference));
        Assert.Equal(12.5m, rows[ids[4]].Read<BooksInvoice>().Gross.Amount);
    }

    [Fact]
    public async Task A_page_that_repeats_one_record_in_place_of_another_is_read_again()
    {
        await using var story = await MirrorStory.StartAsync(DatabaseKind.Sqlite, Ct);
        await TellAsync(
            story,
            static items =>
            {
                items[3] = items[2]!.DeepClone();
                items.RemoveAt(items.Count - 1);
            }
        );

        await story.SyncAsync(Ct);

        await story.EqualAsync(Ct);
    }

    [Fact]
    public async Task An_answer_that_goes_back_in_time_changes_nothing()
    {
        await using var story = await MirrorStory.StartAsync(DatabaseKind.Sqlite, Ct);
        await story.SyncAsync(Ct);
        await story.WaitAsync(TimeSpan.FromHours(1), Ct);
        var before = (await story.Sage.GetAsync(Page, Ct)).Text;
        var contact = (await story.RowsAsync(BooksResource.SalesInvoices, Ct)).First(static row => row.State == "Unpaid");
        var change = JsonNode.Parse("""{"sales_invoice":{"notes":"Changed since"}}""")!;
        Assert.Equal(HttpStatusCode.OK, (await story.Sage.PutAsync($"/sales_invoices/{contact.RecordId}", change, Ct)).Status);
        await story.SyncAsync(Ct);
        await story.EqualAsync(Ct);
        await story.WaitAsync(TimeSpan.FromMinutes(1), Ct);
        await AnswerAsync(story, before);

        await story.SyncAsync(Ct, "sales_invoices", full: true);

        await story.EqualAsync(Ct);
    }

    [Theory]
    [InlineData("""{"$total":5,"$page":1,"$next":null,"$back":null,"$itemsPerPage":200,"$items":null}""")]
    [InlineData("""{"$total":1000000,"$page":1,"$itemsPerPage":200,"$items":[]}""")]
    [InlineData("""{"$total":"many","$items":[]}""")]
    [InlineData("""{"$total":0,"$page":1,"$itemsPerPage":200,"$items":[]}""")]
    [InlineData("""{"$total":3,"$page":1,"$itemsPerPage":200,"$items":[null,7,{"id":null},{"id":12},"x"]}""")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("<html>")]
    public async Task An_envelope_that_makes_no_sense_loses_nothing(string envelope)
    {
        await using var story = await MirrorStory.StartAsync(DatabaseKind.Sqlite, Ct);
        await story.SyncAsync(Ct);
        await story.WaitAsync(TimeSpan.FromHours(1), Ct);
        await story.Server.Sandbox.Control.AddFaultAsync(
            new SandboxFault
            {
                Kind = "instead",
                Path = "/v3.1/sales_invoices",
                Status = 200,
                Body = envelope,
            },
            Ct
        );

        await story.SyncAsync(Ct, "sales_invoices", full: true);
        await story.EqualAsync(Ct);
        await story.Server.Sandbox.Control.ClearFaultsAsync(Ct);
        await story.WaitAsync(TimeSpan.FromHours(13), Ct);
        await story.Sage.PostAsync("/sales_invoices", Sent.Invoice(), Ct);
        // The first goes on with the pass that had begun, the second is the one that was asked for after it had.
        await story.SyncAsync(Ct);
        await story.SyncAsync(Ct);

        await story.EqualAsync(Ct);
        Assert.Equal("idle", (await story.ResourceAsync("sales_invoices", Ct))["state"]!.ToString());
    }

    private static async Task<List<JsonObject>> ListAsync(MirrorStory story)
    {
        var list = (await story.Owner.GetAsync("/api/sage/sales_invoices?items_per_page=200", Ct)).Expect(HttpStatusCode.OK);
        return [.. list["$items"]!.AsArray().Select(static one => one!.AsObject())];
    }

    /// <summary>Lets Sage answer its list of invoices once with something changed; returns the ids in the list's order.</summary>
    private static async Task<IReadOnlyList<string>> TellAsync(MirrorStory story, Action<JsonArray> change)
    {
        var page = (await story.Sage.GetAsync(Page, Ct)).Object;
        var items = page["$items"]!.AsArray();
        string[] ids = [.. items.Select(static item => item!["id"]!.ToString())];
        change(items);
        await AnswerAsync(story, page.ToJsonString());
        return ids;
    }

    private static Task<int> AnswerAsync(MirrorStory story, string body) =>
        story.Server.Sandbox.Control.AddFaultAsync(
            new SandboxFault
            {
                Kind = "instead",
                Path = "/v3.1/sales_invoices",
                Status = 200,
                Times = 1,
                Body = body,
            },
            Ct
        );
}
