using System.Net;
using System.Text.Json.Nodes;
using Ledgerbridge.IntegrationTests.Audit;
using Ledgerbridge.IntegrationTests.Runs;
using Ledgerbridge.IntegrationTests.Sandbox;
using Ledgerbridge.Server.Mirror;
using Ledgerbridge.Server.Runs;
using Ledgerbridge.Server.Runs.Internal;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Completeness;

/// <summary>A shop's documents held against Sage's, and what the overview says of it.</summary>
public sealed class CompletenessTests
{
    private const string June = "from=2026-06-01&to=2026-06-30";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Both_sides_agree_by_day_currency_and_treatment_and_stay_so_when_the_documents_are_forgotten(DatabaseKind database)
    {
        await using var story = await StartAsync(database);
        await story.TellAsync("invoice", "guest-taxed-delivery", Ct);
        await story.TellAsync("invoice", "mixed-rates", Ct);
        await story.TellAsync("invoice", "cancelled", Ct);
        await story.TellAsync("invoice", "everything-free", Ct);
        await WorkAsync(story);
        await story.TellAsync("creditmemo", "full", Ct);
        await WorkAsync(story);
        await story.Server.Sandbox.Control.ClearRequestsAsync(Ct);

        var compared = await CompareAsync(story);

        Assert.Equal(
            "All 3 documents dated 1 Jun 2026 to 30 Jun 2026 are in Sage to the cent. 2 were left out on purpose.",
            compared["sentence"]!.ToString()
        );
        Assert.True((bool)compared["complete"]!);
        Assert.Equal(
            [
                "2026-06-20 ZAR standard: 1 -187.50 -28.13 -215.63 = 1 -187.50 -28.13 -215.63",
                "2026-06-02 ZAR standard: 2 312.50 46.88 359.38 = 2 312.50 46.88 359.38",
                "2026-06-02 ZAR zero_rated: 1 37.98 0.00 37.98 = 1 37.98 0.00 37.98",
            ],
            Rows(compared)
        );
        Assert.Equal("3 162.98 18.75 181.73", Sums(Assert.Single(compared["totals"]!.AsArray())!["store"]!));
        Assert.Equal(
            ["cancelled: 1 99.00 14.85 113.85", "zero_value: 1 0.00 0.00 0.00"],
            compared["left_out"]!.AsArray().Select(static one => $"{one!["reason"]}: {Sums(one["store"]!)}")
        );
        var file = (await story.Owner.GetAsync($"{Address(story)}.csv?{June}", Ct)).Expect(HttpStatusCode.OK);
        Assert.Equal(
            ["day", "2026-06-20", "2026-06-02", "2026-06-02"],
            CsvText.Read(file.Text.TrimStart('\uFEFF')).Select(static row => row[0])
        );
        Assert.Empty((await story.Server.Sandbox.Control.RequestsAsync(Ct)).Requests);

        using var viewer = await story.Server.KeyAsync(story.Owner, "viewer", Ct);
        story.Server.Time.Advance(RunDocuments.KeptFor + TimeSpan.FromMinutes(1));
        Assert.NotEqual(0, await story.Server.Get<RunDocuments>().ForgetAsync(Ct));
        Assert.Equal(Rows(compared), Rows((await viewer.GetAsync($"{Address(story)}?{June}", Ct)).Expect(HttpStatusCode.OK).Body!));
    }

    [Fact]
    public async Task A_document_that_differs_is_named_with_its_cause_and_the_overview_says_what_a_person_has_to_do()
    {
        await using var story = await StartAsync(DatabaseKind.Sqlite);
        foreach (var name in new[] { "guest-taxed-delivery", "mixed-rates", "binary-noise", "odd-percentage" })
            await story.TellAsync("invoice", name, Ct);
        await WorkAsync(story);
        (await story.Owner.PostAsync("/api/sync/all", null, Ct)).Expect(HttpStatusCode.Accepted);
        await story.Server.Get<MirrorSync>().RunDueAsync(Ct);
        await ChangeInSageAsync(story);
        await story.Shop.SetAsync(new { maintenance = true }, Ct);
        await story.TellAsync("invoice", "guest-taxed-delivery", 9001, static invoice => invoice["increment_id"] = "WEB009001", Ct);
        await WorkAsync(story);

        var compared = await CompareAsync(story, "from=2026-01-01&to=2026-12-31");

        Assert.False((bool)compared["complete"]!);
        Assert.Equal("4 of 5 documents dated 1 Jan 2026 to 31 Dec 2026 differ.", compared["sentence"]!.ToString());
        Assert.Equal(
            ["9001 waiting   ", "561 voided 181.73 0.00 181.73", "533 failed 37.07 0.00 37.07", "501 changed 215.63 413.97 -198.34"],
            compared["differences"]!
                .AsArray()
                .Select(static one => $"{one!["entity_id"]} {one["cause"]} {one["store_gross"]} {one["sage_gross"]} {one["difference"]}")
                .OrderByDescending(static text => text == "9001 waiting   ")
                .ThenByDescending(static text => text, StringComparer.Ordinal)
        );
        Assert.All(compared["differences"]!.AsArray(), static one => Assert.StartsWith("run_", one!["run_id"]!.ToString()));
        Assert.Equal("currency_not_supported", (await story.RunOfAsync("invoice.created", 533, Ct))["cause"]!.ToString());
        Assert.Contains("2026-06-02 USD : 1 34.05 3.02 37.07 = 0 0.00 0.00 0.00", Rows(compared));

        var overview = (await story.Owner.GetAsync("/api/overview", Ct)).Expect(HttpStatusCode.OK);
        Assert.Equal(
            ["store_unreachable 1", "runs_failed 1"],
            overview["needs"]!.AsArray().Select(static need => $"{need!["kind"]} {need["count"]}")
        );
        Assert.Equal(["3", "1", "1"], new[] { "synced_today", "waiting", "failed" }.Select(key => overview["figures"]![key]!.ToString()));
    }

    [Fact]
    public async Task A_period_that_makes_no_sense_is_told_at_its_field()
    {
        await using var story = await ShopStory.StartAsync(DatabaseKind.Sqlite, Ct);
        (string Query, string Field)[] wrong =
        [
            ("from=2026-13-01", "from"),
            ("to=soon", "to"),
            ("from=2026-06-02&to=2026-06-01", "to"),
            ("from=2024-01-01&to=2026-01-01", "from"),
            ("from=0001-01-01", "from"),
            ("to=9999-12-31", "to"),
        ];
        foreach (var (query, field) in wrong)
        {
            var refused = (await story.Owner.GetAsync($"{Address(story)}?{query}", Ct)).Expect(HttpStatusCode.BadRequest);
            Assert.NotEmpty(refused.ErrorsOf(field));
        }
        var usual = (await story.Owner.GetAsync(Address(story), Ct)).Expect(HttpStatusCode.OK);
        Assert.Equal(29, DateOnly.Parse(usual.Get("to")).DayNumber - DateOnly.Parse(usual.Get("from")).DayNumber);
        Assert.StartsWith("The shop told of no invoice", usual.Get("sentence"));
    }

    /// <summary>A shop whose documents of every day are wanted, and whose money is booked by hand.</summary>
    private static async Task<ShopStory> StartAsync(DatabaseKind database)
    {
        var story = await ShopStory.StartAsync(database, Ct);
        await story.PaymentsGoAsync("unpaid", Ct);
        await story.ChangePolicyAsync(static policy => policy["sync"]!["since"] = null, Ct);
        return story;
    }

    private static Task<int> WorkAsync(ShopStory story) => story.Server.Get<RunLanes>().WorkOnDueAsync(Ct);

    /// <summary>One invoice gets another line, one is voided, and a pass brings both.</summary>
    private static async Task ChangeInSageAsync(ShopStory story)
    {
        story.Server.Time.Advance(TimeSpan.FromMinutes(20));
        var sage = await story.Server.Sandbox.ClientAsync(story.Business, Ct);
        var changed = (await story.BookedAsync("sales_invoices", "invoice.created", 501, Ct))["id"]!;
        var voided = (await story.BookedAsync("sales_invoices", "invoice.created", 561, Ct))["id"]!;
        var lines = new JsonObject { ["sales_invoice"] = new JsonObject { ["invoice_lines"] = new JsonArray(Sent.Line()) } };
        Assert.Equal(HttpStatusCode.OK, (await sage.PutAsync($"/sales_invoices/{changed}", lines, Ct)).Status);
        Assert.Equal(HttpStatusCode.OK, (await sage.DeleteAsync($"/sales_invoices/{voided}?void_reason=Wrong", Ct)).Status);
        (await story.Owner.PostAsync("/api/sync/all", null, Ct)).Expect(HttpStatusCode.Accepted);
        await story.Server.Get<MirrorSync>().RunDueAsync(Ct);
    }

    private static string Address(ShopStory story) => $"/api/stores/{story.StoreId}/completeness";

    private static async Task<JsonNode> CompareAsync(ShopStory story, string period = June) =>
        (await story.Owner.GetAsync($"{Address(story)}?{period}", Ct)).Expect(HttpStatusCode.OK).Body!;

    private static string[] Rows(JsonNode compared) =>
        [
            .. compared["rows"]!
                .AsArray()
                .Select(static row => $"{row!["day"]} {row["currency"]} {row["treatment"]}: {Sums(row["store"]!)} = {Sums(row["sage"]!)}"),
        ];

    private static string Sums(JsonNode sums) => $"{sums["count"]} {sums["net"]} {sums["vat"]} {sums["gross"]}";
}
