using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Ledgerbridge.IntegrationTests.Mirror;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Api;

/// <summary>What the overview tells of a workspace.</summary>
public sealed class OverviewTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_empty_workspace_is_told_its_first_steps_and_each_is_done_once_it_is()
    {
        await using var server = await ServerFixture.StartAsync(Ct);
        using var owner = await server.FirstRunAsync(Ct);

        Assert.Equal(["connect_sage False", "choose_business False", "bring_documents False"], Steps(await ReadAsync(owner)));
        Assert.Empty((await ReadAsync(owner))["needs"]!.AsArray());
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task The_last_thirty_days_are_summed_by_day_and_currency_without_drafts_and_voided_ones(DatabaseKind database)
    {
        await using var story = await MirrorStory.StartAsync(database, Ct);
        Assert.Equal(["connect_sage True", "choose_business True", "bring_documents False"], Steps(await ReadAsync(story.Owner)));
        await story.Server.Sandbox.Control.SeedAsync(MirrorStory.Business, contacts: 20, invoices: 120, Ct);
        await story.SyncAsync(Ct);

        var overview = await ReadAsync(story.Owner);

        var today = DateOnly.Parse(overview["today"]!.ToString(), CultureInfo.InvariantCulture);
        var expected = new SortedDictionary<string, (int Documents, decimal Value)>(StringComparer.Ordinal);
        foreach (var (resource, sign) in new[] { (BooksResource.SalesInvoices, 1), (BooksResource.SalesCreditNotes, -1) })
        {
            var rows = (await story.RowsAsync(resource, Ct)).Where(row => row.Shown && row.State is not ("Draft" or "Void"));
            foreach (var row in rows.Where(row => row.DatedOn <= today && row.DatedOn > today.AddDays(-30)))
            {
                var key = $"{row.Currency} {row.DatedOn:yyyy-MM-dd}";
                var (documents, value) = expected.GetValueOrDefault(key);
                expected[key] = (documents + 1, value + (sign * row.Amount / 10_000m));
            }
        }
        var shown = overview["series"]!
            .AsArray()
            .SelectMany(static series =>
                series!["days"]!
                    .AsArray()
                    .Where(static day => (int)day!["documents"]! > 0)
                    .Select(day => ($"{series["currency"]} {day!["day"]}", (int)day["documents"]!, Amount(day["value"]!)))
            )
            .OrderBy(static day => day.Item1, StringComparer.Ordinal);
        Assert.NotEmpty(expected);
        Assert.Equal(expected.Select(static day => (day.Key, day.Value.Documents, day.Value.Value)), shown);
        Assert.All(overview["series"]!.AsArray(), static series => Assert.Equal(30, series!["days"]!.AsArray().Count));
        Assert.Equal("ZAR", overview["series"]![0]!["currency"]!.ToString());
        Assert.Empty(Steps(overview));
        Assert.All(overview["resources"]!.AsArray(), static one => Assert.Equal("idle", one!["state"]!.ToString()));
        var drafts = (await story.RowsAsync(BooksResource.SalesInvoices, Ct)).Count(row =>
            row is { Shown: true, State: "Draft" } && row.DatedOn < today.AddDays(-7)
        );
        Assert.Equal(
            drafts,
            overview["needs"]!
                .AsArray()
                .Where(static need => need!["kind"]!.ToString() == "old_drafts")
                .Sum(static need => (int)need!["count"]!)
        );
    }

    private static async Task<JsonNode> ReadAsync(ServerClient client) =>
        (await client.GetAsync("/api/overview", Ct)).Expect(HttpStatusCode.OK).Body!;

    private static string[] Steps(JsonNode overview) =>
        [.. overview["steps"]!.AsArray().Select(static step => $"{step!["kind"]} {(bool)step["done"]!}")];

    private static decimal Amount(JsonNode value) => decimal.Parse(value.ToString(), CultureInfo.InvariantCulture);
}
