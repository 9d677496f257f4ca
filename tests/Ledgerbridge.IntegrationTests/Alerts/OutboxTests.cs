using Ledgerbridge.IntegrationTests.Api;
using Ledgerbridge.IntegrationTests.BadInput;
using Ledgerbridge.Server.Alerts;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Testing;
using Microsoft.AspNetCore.Http;

namespace Ledgerbridge.IntegrationTests.Alerts;

/// <summary>Messages on their way: nothing is lost with a process, nothing is sent by two, nobody is woken for what can wait.</summary>
public sealed class OutboxTests
{
    private static readonly TimeSpan AMinute = TimeSpan.FromMinutes(1);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<DatabaseKind> Databases => new(DatabaseKind.Sqlite, DatabaseKind.Postgres);

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task What_one_process_stored_another_sends_under_the_same_id_and_never_both_at_once(DatabaseKind database)
    {
        await using var story = await AlertStory.StartAsync(database, Ct);
        story.Receiver.Status = StatusCodes.Status503ServiceUnavailable;
        await BreakLogAsync(story);
        Assert.Single(await story.RoundAsync(TimeSpan.FromMinutes(10), Ct));
        var refused = story.Receiver.Messages[^1];
        await using var another = await story.Server.StartAnotherAsync(AlertStory.NearTargets, Ct);
        story.Receiver.Status = StatusCodes.Status204NoContent;
        story.Server.Time.Advance(AMinute);

        var held = story.Receiver.Hold();
        var sending = another.Get<AlertRounds>().RunOnceAsync(Ct);
        await Eventually.TrueAsync(() => story.Receiver.Messages.Count == 2, "the other process sent it", Ct);
        Assert.False(await story.Server.Get<AlertRounds>().RunOnceAsync(Ct));
        held.SetResult();
        Assert.True(await sending);

        Assert.Empty(await story.RoundAsync(AMinute, Ct));
        var sent = story.Receiver.Messages[^1];
        Assert.Equal((refused.Id, refused.Text), (sent.Id, sent.Text));
        Assert.Equal(sent.Id, sent.Body["id"]!.ToString());
        var delivery = Assert.Single(await story.AlertsAsync(Ct))["deliveries"]![0]!;
        Assert.Equal(("delivered", 2), (delivery["state"]!.ToString(), (int)delivery["attempts"]!));
    }

    [Fact]
    public async Task A_message_nobody_takes_is_tried_by_the_schedule_and_then_given_up_with_a_sentence()
    {
        await using var story = await AlertStory.StartAsync(DatabaseKind.Sqlite, Ct);
        story.Receiver.Status = StatusCodes.Status500InternalServerError;
        await BreakLogAsync(story);
        Assert.Single(await story.RoundAsync(TimeSpan.FromMinutes(10), Ct));
        foreach (var wait in AlertSchedule.Waits)
        {
            Assert.Empty(await story.RoundAsync(wait - TimeSpan.FromSeconds(1), Ct));
            Assert.Single(await story.RoundAsync(TimeSpan.FromSeconds(1), Ct));
        }

        Assert.Empty(await story.RoundAsync(TimeSpan.FromDays(2), Ct));
        var delivery = Assert.Single(await story.AlertsAsync(Ct))["deliveries"]![0]!;
        Assert.Equal("given_up", delivery["state"]!.ToString());
        Assert.Equal("The webhook did not take it: it answered HTTP 500 (InternalServerError).", delivery["outcome"]!.ToString());
        Assert.Equal(AlertSchedule.Waits.Count + 1, (int)delivery["attempts"]!);
    }

    [Fact]
    public async Task In_quiet_hours_what_can_wait_waits_what_is_urgent_does_not_and_what_is_over_by_then_is_never_sent()
    {
        await using var story = await AlertStory.StartAsync(DatabaseKind.Sqlite, Ct);
        // It is 11:30 in Johannesburg.
        var quiet = story.Settings();
        (quiet["quiet_from"], quiet["quiet_until"]) = ("11:00", "13:00");
        await story.SaveAsync(quiet, Ct);
        var (shop, _) = await story.Server.PairedShopAsync(story.Owner, Ct);
        await using var closing = shop;
        await NotTakenAsync(story);
        Assert.Empty(await story.RoundAsync(Ct));
        var waiting = Assert.Single(await story.AlertsAsync(Ct))["deliveries"]![0]!;
        Assert.Equal("2026-03-16T11:00:00+00:00", waiting["next_at"]!.ToString());

        await BreakLogAsync(story);
        Assert.Equal(["alert.began The audit log is not as it was written"], await story.RoundAsync(TimeSpan.FromMinutes(10), Ct));
        await story.Server.ExecuteAsync("UPDATE stores SET status = 'Active'", Ct);
        Assert.Empty(await story.RoundAsync(TimeSpan.FromHours(2), Ct));
        var shops = (await story.AlertsAsync(Ct)).Single(static alert => alert["kind"]!.ToString() == "store");
        Assert.NotNull(shops["ended_at"]);
        Assert.Equal("withdrawn", Assert.Single(shops["deliveries"]!.AsArray())!["state"]!.ToString());

        // Of the next day's, the first ends with the hours, and the second with the hours being taken away.
        story.Server.Time.Advance(TimeSpan.FromHours(22));
        await NotTakenAsync(story);
        Assert.Empty(await story.RoundAsync(Ct));
        await story.SaveAsync(story.Settings(), Ct);
        Assert.Equal([$"alert.began {shop.Url} has to be paired again"], await story.RoundAsync(Ct));
    }

    [Fact]
    public async Task Rounds_come_by_themselves_every_minute_and_write_nothing_while_nothing_has_changed()
    {
        await using var story = await AlertStory.StartAsync(DatabaseKind.Sqlite, Ct);
        var (shop, _) = await story.Server.PairedShopAsync(story.Owner, Ct);
        await using var closing = shop;
        await BreakLogAsync(story);
        // By then the log was verified, the shop was asked, and somebody was told.
        Assert.Single(await story.RoundAsync(TimeSpan.FromMinutes(31), Ct));
        await using (var watch = await ChangeWatch.StartAsync(story.Server))
        {
            for (var round = 0; round < 3; round++)
                Assert.Empty(await story.RoundAsync(TimeSpan.FromMinutes(31), Ct));
            Assert.False(await watch.ChangedAsync());
        }

        await NotTakenAsync(story);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var going = story.Server.Get<AlertRounds>().RunAsync(stop.Token);
        story.Server.Time.Advance(AMinute);
        await Eventually.TrueAsync(() => story.Receiver.Messages.Count == 2, "the round came", Ct);
        await stop.CancelAsync();
        await going;
    }

    /// <summary>As after three refusals: the shop is not asked again for half an hour.</summary>
    private static Task<int> NotTakenAsync(AlertStory story) => story.Server.ExecuteAsync("UPDATE stores SET status = 'TokenRevoked'", Ct);

    private static Task<int> BreakLogAsync(AlertStory story) =>
        story.Server.ExecuteAsync("UPDATE audit_entries SET summary = 'Nothing happened.' WHERE seq = 2", Ct);
}
