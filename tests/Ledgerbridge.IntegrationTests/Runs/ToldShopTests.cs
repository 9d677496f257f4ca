using Ledgerbridge.Server.Runs;
using Ledgerbridge.Server.Runs.Internal;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Runs;

/// <summary>A shop's grid shows the truth in the end, however the shop behaves, and posting never waits for it.</summary>
public sealed class ToldShopTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_shop_that_cannot_be_told_is_asked_once_and_told_everything_when_it_answers(DatabaseKind database)
    {
        await using var story = await ShopStory.StartAsync(database, Ct);
        await story.Shop.FaultAsync(
            new
            {
                kind = "status",
                route = "sync-state",
                status = 503,
                times = 2,
            },
            Ct
        );
        await story.Shop.DoAsync("sell", Ct);
        await story.Shop.DoAsync("sell", Ct);
        await story.Shop.DoAsync("edit-product", Ct);

        await story.WorkAsync(Ct);
        Assert.All(await story.OutcomesAsync(Ct), static outcome => Assert.EndsWith("synced", outcome, StringComparison.Ordinal));
        Assert.Empty(await ToldAsync(story));

        foreach (var wait in new[] { RunSchedule.Waits[0] - TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1) })
        {
            story.Server.Time.Advance(wait);
            await story.Server.Get<RunTelling>().TellDueAsync(Ct);
            Assert.Empty(await ToldAsync(story));
        }

        story.Server.Time.Advance(RunSchedule.Waits[1]);
        await story.Server.Get<RunTelling>().TellDueAsync(Ct);
        Assert.Equal(["synced", "synced", "synced"], await ToldAsync(story));
    }

    [Fact]
    public async Task A_shop_that_sends_us_to_another_address_for_a_while_is_told_afterwards()
    {
        await using var story = await ShopStory.StartAsync(DatabaseKind.Sqlite, Ct);
        await story.Shop.FaultAsync(
            new
            {
                kind = "redirect",
                route = "sync-state",
                times = 1,
            },
            Ct
        );
        await story.Shop.DoAsync("edit-product", Ct);
        await story.WorkAsync(Ct);
        Assert.Empty(await ToldAsync(story));

        story.Server.Time.Advance(RunSchedule.Waits[0]);
        await story.Server.Get<RunTelling>().TellDueAsync(Ct);

        Assert.Equal(["synced"], await ToldAsync(story));
    }

    [Fact]
    public async Task A_run_that_is_sent_round_again_does_not_tell_of_its_former_end()
    {
        await using var story = await ShopStory.StartAsync(DatabaseKind.Sqlite, Ct);
        await story.PaymentsGoAsync("fail", Ct);
        await story.Shop.FaultAsync(
            new
            {
                kind = "status",
                route = "sync-state",
                status = 503,
                times = 1,
            },
            Ct
        );
        await story.Shop.DoAsync("sell", Ct);
        await story.WorkAsync(Ct);
        await story.PaymentsGoAsync("bank", Ct);
        await story.Owner.PostAsync("/api/runs/retry?cause=payment_method_unmapped", null, Ct);

        story.Server.Time.Advance(RunSchedule.Waits[0]);
        await story.Server.Get<RunTelling>().TellDueAsync(Ct);
        await story.WorkAsync(Ct);

        Assert.Equal(["synced"], await ToldAsync(story));
    }

    [Fact]
    public async Task The_grid_shows_the_invoice_although_the_run_of_its_payment_was_interrupted_after_making_it()
    {
        await using var story = await ShopStory.StartAsync(DatabaseKind.Sqlite, Ct);
        await story.ChangePolicyAsync(static policy => policy["sync"]!["unpaid_invoices"] = "skip", Ct);
        await story.Shop.DoAsync("sell-on-account", Ct);
        await story.WorkAsync(Ct);
        await story.Server.Sandbox.Control.AddFaultAsync(
            new SandboxFault
            {
                Method = "POST",
                Path = "/v3.1/contact_payments",
                Kind = "instead",
                Status = 503,
                Times = 1,
            },
            Ct
        );
        await story.Shop.DoAsync("pay", Ct);
        await story.WorkAsync(Ct);
        story.Server.Time.Advance(TimeSpan.FromMinutes(1));
        await story.Server.Get<RunLanes>().WorkOnDueAsync(Ct);

        Assert.Contains("invoice.paid synced", await story.OutcomesAsync(Ct));
        var row = Assert.Single((await story.Shop.StateAsync(Ct))["mirror"]!.AsArray());
        Assert.StartsWith("SI-", row!["provider_reference"]!.ToString(), StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<string>> ToldAsync(ShopStory story)
    {
        var state = await story.Shop.StateAsync(Ct);
        return [.. state["mirror"]!.AsArray().Select(static row => row!["status"]!.ToString()).Where(static status => status != "pending")];
    }
}
