using System.Text.Json.Nodes;
using Ledgerbridge.IntegrationTests.World;
using Ledgerbridge.Sandbox;
using Ledgerbridge.Server.Posting.Internal;
using Ledgerbridge.Server.Runs;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Testing;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.IntegrationTests.Runs;

/// <summary>
/// The database fails once, at each moment of a posting in turn: before each command, before each commit, and after it, when all is kept
/// and the server believes that nothing was. At the same time Sage makes every document and answers that it could not.
/// </summary>
[Trait("Work", "Long")]
public sealed class FailingDatabaseTests
{
    /// <summary>Not every moment at every run of the tests: each line of the table begins at another one.</summary>
    private const int Stride = 4;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite, 1, "sell", "contacts", "sales_invoices", "contact_payments")]
    [InlineData(DatabaseKind.Postgres, 3, "sell", "contacts", "sales_invoices", "contact_payments")]
    [InlineData(DatabaseKind.Sqlite, 2, "edit-product", "stock_items", "stock_movements")]
    public async Task Wherever_the_database_fails_each_document_is_made_once_and_nobody_has_to_help(
        DatabaseKind database,
        int first,
        string deed,
        params string[] made
    )
    {
        var mishaps = new Mishaps();
        var server = await ServerFixture.StartAsync(await ServerPlace.NewAsync(database, Ct), mishaps.Join, Ct);
        await using var story = await ShopStory.OnAsync(server, await server.ReadyAsync(Ct), Ct);
        var before = await CountsAsync(server, made);
        var reached = true;
        for (var (moment, deeds) = (first, 1); reached; moment += Stride, deeds++)
        {
            await story.Server.Sandbox.Control.ClearFaultsAsync(Ct);
            foreach (var collection in made)
                await story.Server.Sandbox.Control.AddFaultAsync(MadeButDenied(collection), Ct);
            var thing = await story.Shop.DoAsync(deed, Ct);
            // A shop's outbox tells of a thing once in thirty days; its operator can tell of it again.
            if (deed == "edit-product")
                await story.Shop.SendNowAsync("product.upserted", thing, Ct);
            mishaps.Arm(kill: 0, [moment]);

            await WorkUntilNothingIsDueAsync(story);

            reached = mishaps.Passed >= moment;
            mishaps.Arm(kill: 0, []);
            Assert.DoesNotContain(
                await story.RunsAsync("?limit=200", Ct),
                static run => run["status"]!.ToString() is not ("synced" or "skipped")
            );
            await OnceEachAsync(server, made, before, deed == "sell" ? deeds : 0);
        }
    }

    /// <summary>Sage makes it, forgets under which id, and answers that something went wrong.</summary>
    private static SandboxFault MadeButDenied(string collection) =>
        new()
        {
            Kind = "created_but_500",
            Method = "POST",
            Path = $"/v3.1/{collection}",
            Times = 1,
        };

    private static async Task WorkUntilNothingIsDueAsync(ShopStory story)
    {
        var (server, isDone) = (story.Server, false);
        while (!isDone)
        {
            try
            {
                // An event that was not taken is told again a minute later.
                var pending = (int)(await story.Shop.TickAsync(Ct))["pending"]!;
                await server.Get<RunLanes>().WorkOnDueAsync(Ct);
                await server.Get<PostingSweep>().RunAsync(Ct);
                var next = pending > 0 ? server.Time.GetUtcNow().AddMinutes(1) : await NextDue.AtAsync(server, Ct);
                isDone = next is null;
                if (next > server.Time.GetUtcNow())
                    server.Time.Advance(next.Value - server.Time.GetUtcNow());
            }
            catch (Exception failure) when (failure is PlannedDatabaseException or DbUpdateException)
            {
                // The lanes' service looks again a second later, and the sweep does.
                server.Time.Advance(TimeSpan.FromSeconds(1));
            }
        }
    }

    private static async Task<IReadOnlyDictionary<string, long>> CountsAsync(ServerFixture server, IReadOnlyList<string> made)
    {
        var counts = await server.Sandbox.Control.CountsAsync(SandboxSeed.KarooTrading, Ct);
        return made.ToDictionary(static collection => collection, collection => counts.GetValueOrDefault(collection));
    }

    /// <summary>
    /// As many invoices and payments as sales; no two contacts of a reference, no two items of a code, no two equal movements.
    /// </summary>
    private static async Task OnceEachAsync(
        ServerFixture server,
        IReadOnlyList<string> made,
        IReadOnlyDictionary<string, long> before,
        int sales
    )
    {
        var counts = await CountsAsync(server, made);
        foreach (var collection in made)
        {
            if (collection is "sales_invoices" or "contact_payments")
                Assert.Equal(before[collection] + sales, counts[collection]);
            var documents = await server.Sandbox.Control.DocumentsAsync(SandboxSeed.KarooTrading, collection, Ct);
            var names = documents.Select(NameOf).Where(static name => name.Length > 0).ToArray();
            Assert.Equal(names.Distinct().Count(), names.Length);
        }
    }

    private static string NameOf(JsonObject document) =>
        (document["item_code"] ?? document["reference"] ?? document["details"])?.ToString() ?? "";
}
