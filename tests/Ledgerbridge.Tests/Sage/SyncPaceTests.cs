using Ledgerbridge.Sage;
using Ledgerbridge.Testing;

namespace Ledgerbridge.Tests.Sage;

/// <summary>How calls for copies share the allowance with people and postings.</summary>
public sealed class SyncPaceTests
{
    private readonly SandboxTime _time = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Calls_for_copies_use_the_whole_allowance_of_a_minute_and_no_more()
    {
        var budget = Budget(perDay: 0);
        var began = _time.GetUtcNow();

        for (var call = 0; call < 500; call++)
            await MakeAsync(budget, CallPriority.Sync);

        // 500 calls at 100 a minute are five minutes, less the few that may run ahead.
        Assert.InRange((_time.GetUtcNow() - began).TotalMinutes, 4.9, 5.1);
    }

    [Fact]
    public async Task A_person_waits_for_seconds_at_most_while_copies_use_all_there_is()
    {
        var budget = Budget(perDay: 0);
        for (var call = 0; call < 300; call++)
            await MakeAsync(budget, CallPriority.Sync);

        for (var person = 0; person < 20; person++)
        {
            var began = _time.GetUtcNow();
            await MakeAsync(budget, CallPriority.Interactive);
            Assert.InRange((_time.GetUtcNow() - began).TotalSeconds, 0, 3.1);
            for (var call = 0; call < 5; call++)
                await MakeAsync(budget, CallPriority.Sync);
        }
    }

    [Fact]
    public async Task A_part_of_the_day_is_left_to_people_and_postings()
    {
        var budget = Budget(perDay: 2500);
        for (var call = 0; call < 2000; call++)
            await MakeAsync(budget, CallPriority.Sync);

        var refused = await budget.EnterAsync("a", CallPriority.Sync, TimeSpan.Zero, Ct);
        _time.Advance(TimeSpan.FromMinutes(2));
        var posting = await budget.EnterAsync("a", CallPriority.Posting, TimeSpan.Zero, Ct);

        Assert.False(refused.Succeeded(out _, out var failure));
        Assert.Equal(SageFailureKind.AllowanceSpent, failure.Kind);
        Assert.True(failure.RetryAfter > TimeSpan.FromHours(1), $"{failure.RetryAfter}");
        Assert.True(posting.Succeeded(out var leave, out _));
        leave.Dispose();
        Assert.Equal(499, budget.Left("a").LeftToday);
    }

    [Fact]
    public async Task Copies_never_get_less_than_half_of_the_day()
    {
        var budget = new CallBudget(new SageOptions { CallsPerDay = 10, CallsPerDayNotForSync = 500 }, _time);
        for (var call = 0; call < 5; call++)
            await MakeAsync(budget, CallPriority.Sync);

        Assert.False((await budget.EnterAsync("a", CallPriority.Sync, TimeSpan.Zero, Ct)).Succeeded(out _, out _));
    }

    private CallBudget Budget(int perDay) => new(new SageOptions { CallsPerMinute = 100, CallsPerDay = perDay }, _time);

    private async Task MakeAsync(CallBudget budget, CallPriority priority)
    {
        var entering = budget.EnterAsync("a", priority, null, Ct).AsTask();
        while (!entering.IsCompleted)
        {
            // Only while it waits: what goes on after a wait does so on a thread that may be late.
            if (_time.Waiting > 0)
                _time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }
        Assert.True((await entering).Succeeded(out var leave, out _));
        leave!.Dispose();
    }
}
