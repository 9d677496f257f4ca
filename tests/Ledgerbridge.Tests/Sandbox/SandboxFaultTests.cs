using Ledgerbridge.Sandbox.Control;
using Ledgerbridge.Sandbox.Faults;
using Ledgerbridge.Testing;

namespace Ledgerbridge.Tests.Sandbox;

public sealed class SandboxFaultTests
{
    [Theory]
    [InlineData("/token", "/token", true)]
    [InlineData("/token", "/tokens", false)]
    [InlineData("/v3.1/*", "/v3.1/contacts/x", true)]
    [InlineData("/v3.1/*/release", "/v3.1/sales_invoices/x/release", true)]
    [InlineData("/v3.1/*/release", "/v3.1/sales_invoices/x", false)]
    [InlineData("*invoices*", "/v3.1/sales_invoices", true)]
    [InlineData("a*a", "a", false)]
    [InlineData("*", "", true)]
    public void A_star_stands_for_any_text(string pattern, string text, bool fits) => Assert.Equal(fits, FaultBoard.Fits(pattern, text));

    [Fact]
    public void The_first_fault_that_is_due_hits_and_the_next_takes_over_when_it_is_used_up()
    {
        var board = new FaultBoard();
        board.Add(
            new Fault
            {
                Kind = FaultKind.Cut,
                Times = 1,
                Skip = 1,
            }
        );
        board.Add(new Fault { Kind = FaultKind.Slow, Times = 1 });
        var hits = Enumerable.Range(0, 4).Select(_ => board.Pick("GET", "/x", null)?.Kind).ToList();
        Assert.Equal([FaultKind.Slow, FaultKind.Cut, null, null], hits);
        Assert.Equal([1, 1], board.All.Select(static fault => fault.Hits));
    }

    [Fact]
    public void Limits_roll_over_with_the_minute_and_the_day()
    {
        var limiter = new RateLimiter();
        var limits = new RateLimits
        {
            Enabled = true,
            PerMinute = 2,
            PerDay = 3,
            Concurrent = 5,
        };
        const long noon = 1_773_662_400;
        Assert.Null(Call(limiter, limits, noon + 50));
        Assert.Null(Call(limiter, limits, noon + 59));
        Assert.Equal(1, Call(limiter, limits, noon + 59));
        Assert.Null(Call(limiter, limits, noon + 60));
        Assert.Equal(43_200 - 61, Call(limiter, limits, noon + 61));
        Assert.Null(Call(limiter, limits, noon + 43_200));
        Assert.Equal(new Usage(1, 1, 2, 1), limiter.All(noon + 43_200)["b"]);
    }

    [Fact]
    public void Without_limits_calls_are_only_counted()
    {
        var limiter = new RateLimiter();
        for (var call = 0; call < 500; call++)
            Assert.Null(limiter.Enter("b", new RateLimits(), 1_773_662_400));
        Assert.Equal(new Usage(500, 500, 0, 500), limiter.All(1_773_662_400)["b"]);
    }

    [Fact]
    public async Task Manual_time_fires_timers_in_order_and_only_when_it_is_moved()
    {
        var time = new SandboxTime();
        var fired = new List<string>();
        await using var late = time.CreateTimer(
            _ => fired.Add($"late {time.GetUtcNow():ss}"),
            null,
            TimeSpan.FromSeconds(5),
            Timeout.InfiniteTimeSpan
        );
        await using var often = time.CreateTimer(
            _ => fired.Add($"often {time.GetUtcNow():ss}"),
            null,
            TimeSpan.FromSeconds(2),
            TimeSpan.FromSeconds(2)
        );
        var delay = Task.Delay(TimeSpan.FromSeconds(6), time, TestContext.Current.CancellationToken);
        Assert.Empty(fired);
        time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(["often 02", "often 04", "late 05"], fired);
        Assert.False(delay.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1));
        await delay;
        Assert.Equal(1, time.Waiting);
    }

    [Fact]
    public async Task A_timer_that_is_due_at_once_fires_without_moving_time_and_a_disposed_one_never()
    {
        var time = new SandboxTime();
        var fired = new TaskCompletionSource();
        await using var atOnce = time.CreateTimer(_ => fired.TrySetResult(), null, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        await fired.Task.WaitAsync(TestContext.Current.CancellationToken);
        var late = time.CreateTimer(static _ => Assert.Fail("It was disposed."), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        await late.DisposeAsync();
        Assert.False(late.Change(TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan));
        time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(0, time.Waiting);
    }

    private static int? Call(RateLimiter limiter, RateLimits limits, long now)
    {
        var wait = limiter.Enter("b", limits, now);
        if (wait is null)
            limiter.Leave("b");
        return wait;
    }
}
