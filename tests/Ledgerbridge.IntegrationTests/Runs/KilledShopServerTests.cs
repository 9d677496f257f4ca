using Ledgerbridge.Sandbox;
using Ledgerbridge.Server.Storage;

namespace Ledgerbridge.IntegrationTests.Runs;

/// <summary>
/// The process that posts for a shop is killed, as by a power cut, while Sage works on each document of a sale, a refund and a product in
/// turn. Started again it finds what Sage made, sends nothing twice, and goes on with what comes next.
/// </summary>
public sealed class KilledShopServerTests
{
    private static readonly TimeSpan Held = TimeSpan.FromSeconds(1);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite, "sell", "contacts", "sales_invoices", "contact_payments")]
    [InlineData(DatabaseKind.Sqlite, "edit-product", "stock_items", "stock_movements")]
    [InlineData(DatabaseKind.Postgres, "refund", "sales_credit_notes", "contact_allocations")]
    public async Task Killed_while_Sage_makes_any_document_of_a_run_it_is_made_once(
        DatabaseKind database,
        string deed,
        params string[] made
    )
    {
        await using var story = await KilledShopStory.StartAsync(database, Ct);
        if (deed == "refund")
            await story.OweAnInvoiceAsync(Ct);
        var before = await story.CountsAsync(Ct);
        await story.HoldAsync(made[0], Held, Ct);
        await story.TellAsync(deed, Ct);
        for (var at = 0; at < made.Length; at++)
        {
            await story.KillWhileHeldAsync(Held, Ct);
            await story.UntilMadeAsync(made[at], before[made[at]] + 1, Ct);
            if (at + 1 < made.Length)
                await story.HoldAsync(made[at + 1], Held, Ct);
            await story.StartAgainAsync(Ct);
        }

        await story.UntilEveryRunIsInTheBooksAsync(Ct);

        foreach (var collection in made)
            Assert.Equal(before[collection] + 1, (await story.CountsAsync(Ct))[collection]);
        var balance = await story.Sandbox.Control.TrialBalanceAsync(SandboxSeed.KarooTrading, Ct);
        Assert.Equal(0m, balance.Difference);
        var requests = await story.Sandbox.Control.RequestsAsync(Ct);
        Assert.All(made, collection => Assert.Equal(1, requests.Of("POST", $"/v3.1/{collection}")));
    }
}
