using Ledgerbridge.Sage;
using Ledgerbridge.Server.Mirror.Internal;

namespace Ledgerbridge.Tests.Mirror;

/// <summary>When copies are brought into step by themselves.</summary>
public sealed class SyncScheduleTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 16, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_was_never_read_is_due_at_once_unless_it_is_switched_off()
    {
        Assert.Equal(7, new SyncSchedule(15).DueAt(Noon, []).Resources.Count);
        Assert.Empty(new SyncSchedule(0).DueAt(Noon, []).Resources);
    }

    [Theory]
    [InlineData(15, 14.9, 0)]
    [InlineData(15, 15, 7)]
    [InlineData(60, 59, 0)]
    [InlineData(60, 60, 7)]
    [InlineData(5, 14, 0)]
    [InlineData(5, 15, 7)]
    [InlineData(0, 10_000, 0)]
    public void A_round_is_due_when_its_time_has_passed(int every, double minutes, int due)
    {
        var feeds = Feeds(Noon - TimeSpan.FromMinutes(minutes));

        Assert.Equal(due, new SyncSchedule(every).DueAt(Noon, feeds).Resources.Count);
    }

    [Theory]
    [InlineData(5, 4, false)]
    [InlineData(5, 5, true)]
    [InlineData(5, 16, false)]
    [InlineData(15, 14, false)]
    public void Every_five_minutes_the_ledger_is_asked_between_two_rounds(int every, double minutes, bool asks)
    {
        var due = new SyncSchedule(every).DueAt(Noon, Feeds(Noon - TimeSpan.FromMinutes(minutes)));

        Assert.Equal(asks, due.AskLedger);
        if (asks)
            Assert.Equal(Noon - TimeSpan.FromMinutes(minutes) - FeedPass.Overlap, due.LedgerSince);
    }

    [Fact]
    public void What_somebody_asked_for_or_a_stopped_process_left_is_due_even_when_it_is_switched_off()
    {
        var feeds = Feeds(Noon);
        feeds[1].RequestedAt = Noon;
        feeds[2].Stage = FeedStage.Listing;

        var due = new SyncSchedule(0).DueAt(Noon, feeds);

        Assert.Equal([feeds[1].Resource, feeds[2].Resource], due.Resources);
    }

    [Fact]
    public void What_failed_is_left_alone_until_its_time()
    {
        var feeds = Feeds(Noon - TimeSpan.FromHours(2));
        feeds[0].NotBefore = Noon + TimeSpan.FromMinutes(1);
        var schedule = new SyncSchedule(15);

        Assert.DoesNotContain(feeds[0].Resource, schedule.DueAt(Noon, feeds).Resources);
        Assert.Contains(feeds[0].Resource, schedule.DueAt(Noon + TimeSpan.FromMinutes(2), feeds).Resources);
    }

    [Theory]
    [InlineData(2, 21, 7)]
    [InlineData(2, 19, 0)]
    [InlineData(12, 21, 0)]
    [InlineData(12, 48, 7)]
    public void Everything_is_compared_at_night_or_when_that_was_missed_too_often(int hour, double hoursAgo, int full)
    {
        var now = new DateTimeOffset(2026, 3, 16, hour, 0, 0, TimeSpan.Zero);
        var feeds = Feeds(now);
        foreach (var feed in feeds)
            feed.FullAt = now - TimeSpan.FromHours(hoursAgo);

        var due = new SyncSchedule(15).DueAt(now, feeds);

        Assert.Equal(full, due.Full.Count);
        Assert.Equal(full, due.Resources.Count);
    }

    [Fact]
    public void Waits_grow_and_what_Sage_asks_for_is_kept()
    {
        var feed = Feeds(Noon)[0];
        var failure = new SageFailure(SageFailureKind.Unavailable, "Sage is being maintained.");

        foreach (var wait in SyncFailures.Waits.Append(SyncFailures.Waits[^1]))
        {
            SyncFailures.Note(feed, failure, Noon);
            Assert.Equal(Noon + wait, feed.NotBefore);
        }
        SyncFailures.Note(feed, failure with { RetryAfter = TimeSpan.FromHours(9) }, Noon);
        Assert.Equal(Noon + TimeSpan.FromHours(9), feed.NotBefore);
        Assert.Equal("Sage is being maintained.", feed.Problem);
    }

    [Fact]
    public void What_the_plan_does_not_have_is_asked_for_again_in_half_a_day_and_stops_nothing_else()
    {
        var feed = Feeds(Noon)[0];
        (feed.Stage, feed.RequestedAt) = (FeedStage.Listing, Noon);
        var failure = new SageFailure(SageFailureKind.NotPermitted, "Not in this plan.");

        SyncFailures.Note(feed, failure, Noon);

        Assert.False(SyncFailures.StopsAll(failure));
        Assert.Equal((FeedStage.Idle, null, Noon + TimeSpan.FromHours(12)), (feed.Stage, feed.RequestedAt, feed.NotBefore));
    }

    private static FeedRow[] Feeds(DateTimeOffset position) =>
        [
            .. Enum.GetValues<BooksResource>()
                .Select(resource => new FeedRow
                {
                    Resource = resource,
                    Position = position,
                    FullAt = position,
                }),
        ];
}
