using System.Net;
using Ledgerbridge.IntegrationTests.Api;
using Ledgerbridge.IntegrationTests.Runs;
using Ledgerbridge.Server.Connections.Internal;
using Ledgerbridge.Server.Mirror;
using Ledgerbridge.Server.Runs;
using Ledgerbridge.Server.Runs.Internal;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Testing;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.IntegrationTests.Alerts;

/// <summary>Each thing people are told about: it begins, is not told again while it lasts, and ends.</summary>
public sealed class AlertCauseTests
{
    private static readonly TimeSpan AMinute = TimeSpan.FromMinutes(1);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_connection_nobody_can_renew_is_told_14_7_and_2_days_ahead_once_it_is_dead_and_when_it_is_well_again()
    {
        await using var story = await AlertStory.StartAsync(DatabaseKind.Sqlite, Ct);
        Assert.Empty(await story.RoundAsync(TimeSpan.FromDays(16) - TimeSpan.FromHours(1), Ct));

        Assert.Equal(
            ["alert.began The connection to Sage (South Africa) ends in 14 days"],
            await story.RoundAsync(TimeSpan.FromDays(1), Ct)
        );
        Assert.Empty(await story.RoundAsync(AMinute, Ct));
        Assert.Empty(await story.RoundAsync(TimeSpan.FromDays(1), Ct));
        Assert.Equal(
            ["alert.worse The connection to Sage (South Africa) ends in 7 days"],
            await story.RoundAsync(TimeSpan.FromDays(6), Ct)
        );
        Assert.Equal(
            ["alert.worse The connection to Sage (South Africa) ends in 2 days"],
            await story.RoundAsync(TimeSpan.FromDays(5), Ct)
        );
        Assert.Empty(await story.RoundAsync(TimeSpan.FromDays(1), Ct));
        var lasting = Assert.Single(await story.AlertsAsync(Ct));
        Assert.Equal("The connection to Sage (South Africa) ends in 1 day", lasting["title"]!.ToString());

        story.Server.Time.Advance(TimeSpan.FromDays(3));
        await story.Server.Get<KeepAlive>().RunAsync(Ct);
        Assert.Equal(["alert.worse Sage (South Africa) has to be connected again"], await story.RoundAsync(Ct));
        Assert.Empty(await story.RoundAsync(TimeSpan.FromDays(1), Ct));

        using var browser = await story.Server.SignInAsync(ServerSetUp.Email, ServerSetUp.Password, Ct);
        await story.Server.ConnectAsync(browser, Ct);
        Assert.Equal(["alert.ended Sage (South Africa) is all right again"], await story.RoundAsync(Ct));
        Assert.Empty(await story.RoundAsync(AMinute, Ct));
        Assert.NotNull(Assert.Single(await story.AlertsAsync(Ct))["ended_at"]);
    }

    [Fact]
    public async Task Documents_that_fail_for_one_reason_are_told_together_again_when_there_are_ten_and_when_they_are_posted()
    {
        await using var story = await AlertStory.StartAsync(DatabaseKind.Sqlite, Ct);
        await using var shop = await DemoStoreFixture.StartAsync(story.Server.Time, Ct);
        var ledger = await ShopStory.WithAsync(story.Server, story.Owner, shop, Ct);
        await ledger.PaymentsGoAsync("fail", Ct);
        for (var sale = 0; sale < 2; sale++)
        {
            await shop.DoAsync("sell", Ct);
            await ledger.WorkAsync(Ct);
        }
        var failed = await ledger.RunsAsync("?status=failed", Ct);
        Assert.Equal(2, failed.Count);

        Assert.Equal([$"alert.began 2 documents of {shop.Url} were not posted"], await story.RoundAsync(Ct));
        Assert.Empty(await story.RoundAsync(AMinute, Ct));
        await AddFailedAsync(story, 7);
        Assert.Empty(await story.RoundAsync(AMinute, Ct));
        await AddFailedAsync(story, 1);
        Assert.Equal([$"alert.worse 10 documents of {shop.Url} were not posted"], await story.RoundAsync(Ct));

        await story.Server.ExecuteAsync($"DELETE FROM runs WHERE attempts = {Added}", Ct);
        await ledger.PaymentsGoAsync("bank", Ct);
        (await story.Owner.PostAsync($"/api/runs/retry?cause={failed[0]["cause"]}", null, Ct)).Expect(HttpStatusCode.OK);
        await ledger.WorkAsync(Ct);
        Assert.Equal([$"alert.ended Nothing of {shop.Url} fails for this reason any more"], await story.RoundAsync(Ct));
        Assert.Empty(await story.RoundAsync(AMinute, Ct));
        Assert.Single(await story.AlertsAsync(Ct));
    }

    [Fact]
    public async Task A_shop_is_told_when_it_was_away_for_an_hour_when_it_refuses_our_token_and_when_it_is_back()
    {
        await using var story = await AlertStory.StartAsync(DatabaseKind.Sqlite, Ct);
        var (shop, id) = await story.Server.PairedShopAsync(story.Owner, Ct);
        await using var closing = shop;
        Assert.Empty(await story.RoundAsync(TimeSpan.FromDays(1), Ct));
        await shop.FaultAsync(Ping(503, times: 100), Ct);
        // Nobody works with it: that it is gone is noticed by asking it now and then.
        Assert.Empty(await story.RoundAsync(TimeSpan.FromMinutes(30), Ct));
        Assert.Empty(await story.RoundAsync(TimeSpan.FromMinutes(59), Ct));

        Assert.Equal([$"alert.began {shop.Url} cannot be reached"], await story.RoundAsync(AMinute, Ct));
        Assert.Empty(await story.RoundAsync(TimeSpan.FromHours(3), Ct));
        await shop.ClearFaultsAsync(Ct);
        await shop.FaultAsync(Ping(401, times: 3), Ct);
        for (var refusal = 0; refusal < 3; refusal++)
            await story.Owner.PostAsync($"/api/stores/{id}/ping", null, Ct);
        Assert.Equal([$"alert.worse {shop.Url} has to be paired again"], await story.RoundAsync(Ct));
        Assert.Empty(await story.RoundAsync(AMinute, Ct));

        // The token is taken again when the shop is asked the next time.
        Assert.Equal([$"alert.ended {shop.Url} is all right again"], await story.RoundAsync(TimeSpan.FromMinutes(30), Ct));
        Assert.Empty(await story.RoundAsync(AMinute, Ct));
    }

    [Fact]
    public async Task Copies_that_miss_three_rounds_are_told_and_when_they_are_in_step_again()
    {
        await using var story = await AlertStory.StartAsync(DatabaseKind.Sqlite, Ct);
        (await story.Owner.PostAsync("/api/sync/all", null, Ct)).Expect(HttpStatusCode.Accepted);
        var sync = story.Server.Get<MirrorSync>();
        await sync.RunDueAsync(Ct);
        await story.Server.Sandbox.Control.AddFaultAsync(
            new SandboxFault
            {
                Kind = "instead",
                Path = "/v3.1/contacts",
                Status = 422,
                Times = 1000,
            },
            Ct
        );
        story.Server.Time.Advance(TimeSpan.FromMinutes(40));
        await sync.RunDueAsync(Ct);
        Assert.Empty(await story.RoundAsync(Ct));

        story.Server.Time.Advance(TimeSpan.FromMinutes(6));
        await sync.RunDueAsync(Ct);
        Assert.Equal(["alert.began The lists of Karoo Trading (Pty) Ltd are not up to date"], await story.RoundAsync(Ct));
        var sentence = Assert.Single(await story.AlertsAsync(Ct))["sentence"]!.ToString();
        Assert.StartsWith("Contacts could not be brought into step with Sage since 16 Mar 2026, 11:", sentence, StringComparison.Ordinal);
        Assert.Empty(await story.RoundAsync(AMinute, Ct));

        await story.Server.Sandbox.Control.ClearFaultsAsync(Ct);
        story.Server.Time.Advance(TimeSpan.FromHours(1));
        await sync.RunDueAsync(Ct);
        Assert.Equal(["alert.ended The lists of Karoo Trading (Pty) Ltd are up to date again"], await story.RoundAsync(Ct));
    }

    [Fact]
    public async Task A_broken_audit_log_is_told_within_a_day_and_once()
    {
        await using var story = await AlertStory.StartAsync(DatabaseKind.Sqlite, Ct);
        Assert.Empty(await story.RoundAsync(TimeSpan.FromMinutes(10), Ct));
        await story.Server.ExecuteAsync("UPDATE audit_entries SET summary = summary || '!' WHERE seq = 2", Ct);
        Assert.Empty(await story.RoundAsync(TimeSpan.FromHours(23), Ct));

        Assert.Equal(["alert.began The audit log is not as it was written"], await story.RoundAsync(TimeSpan.FromHours(1), Ct));
        Assert.StartsWith(
            "Entry 2 was changed",
            Assert.Single(await story.AlertsAsync(Ct))["sentence"]!.ToString(),
            StringComparison.Ordinal
        );
        Assert.Empty(await story.RoundAsync(TimeSpan.FromDays(1), Ct));

        await story.Server.ExecuteAsync("UPDATE audit_entries SET summary = rtrim(summary, '!') WHERE seq = 2", Ct);
        Assert.Equal(["alert.ended The audit log is whole again"], await story.RoundAsync(TimeSpan.FromDays(1), Ct));
    }

    /// <summary>How the rows are marked that only the test has put there.</summary>
    private const int Added = 77;

    private static object Ping(int status, int times) =>
        new
        {
            kind = "status",
            route = "ping",
            status,
            times,
        };

    /// <summary>More documents of the same shop fail for the same reason.</summary>
    private static Task AddFailedAsync(AlertStory story, int count) =>
        story
            .Server.Get<Database>()
            .WriteAllAsync(
                async db =>
                {
                    var one = await db.Rows<RunRow>().AsNoTracking().FirstAsync(row => row.State == RunState.Failed, Ct);
                    var ids = story.Server.Get<Server.Ids>();
                    for (var index = 0; index < count; index++)
                    {
                        db.Add(
                            new RunRow
                            {
                                Id = ids.New<Server.Ids.Run>(),
                                WorkspaceId = one.WorkspaceId,
                                StoreId = one.StoreId,
                                ConnectionId = one.ConnectionId,
                                BusinessId = one.BusinessId,
                                Event = one.Event,
                                EntityType = one.EntityType,
                                State = one.State,
                                Cause = one.Cause,
                                Attempts = Added,
                            }
                        );
                    }
                },
                Ct
            );
}
