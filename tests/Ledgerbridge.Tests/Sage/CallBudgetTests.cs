using Ledgerbridge.Sage;
using Ledgerbridge.Testing;

namespace Ledgerbridge.Tests.Sage;

public sealed class CallBudgetTests
{
    private readonly SandboxTime _time = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_waits_only_so_long_and_is_told_when_to_come_back()
    {
        var budget = Budget(perMinute: 1);
        using var first = Given(await budget.EnterAsync("a", CallPriority.Interactive, null, Ct));
        _time.Advance(TimeSpan.FromSeconds(20));
        var second = budget.EnterAsync("a", CallPriority.Interactive, TimeSpan.FromSeconds(5), Ct).AsTask();
        Assert.False(second.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.False((await second).Succeeded(out _, out var failure));
        Assert.Equal(SageFailureKind.AllowanceSpent, failure.Kind);
        Assert.Equal(TimeSpan.FromSeconds(35), failure.RetryAfter);
        Assert.False(failure.MayHaveHappened);
        Assert.Contains("Nothing was sent", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_waits_without_limit_is_let_in_when_the_window_moves_on()
    {
        var budget = Budget(perMinute: 1);
        Given(await budget.EnterAsync("a", CallPriority.Sync, null, Ct)).Dispose();
        var second = budget.EnterAsync("a", CallPriority.Sync, null, Ct).AsTask();
        _time.Advance(TimeSpan.FromSeconds(59.999));
        Assert.False(second.IsCompleted);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Given(await second).Dispose();
    }

    [Fact]
    public async Task Businesses_do_not_draw_from_each_other()
    {
        var budget = Budget(perMinute: 1);
        Given(await budget.EnterAsync("a", CallPriority.Sync, null, Ct)).Dispose();
        Given(await budget.EnterAsync("b", CallPriority.Sync, TimeSpan.Zero, Ct)).Dispose();
        Assert.Equal(new BudgetState(0, 9), budget.Left("a"));
        Assert.Equal(new BudgetState(0, 9), budget.Left("b"));
        Assert.Equal(new BudgetState(1, 10), budget.Left("never called"));
    }

    [Fact]
    public async Task Cancelling_ends_the_wait_and_takes_nothing()
    {
        var budget = Budget(perMinute: 2, atOnce: 1);
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var first = Given(await budget.EnterAsync("a", CallPriority.Sync, null, Ct));
        var second = budget.EnterAsync("a", CallPriority.Sync, null, caller.Token).AsTask();
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        first.Dispose();
        Assert.Equal(1, budget.Left("a").LeftThisMinute);
        Given(await budget.EnterAsync("a", CallPriority.Sync, TimeSpan.Zero, Ct)).Dispose();
    }

    [Fact]
    public async Task Without_limits_only_the_number_at_once_counts()
    {
        var budget = new CallBudget(
            new SageOptions
            {
                CallsPerMinute = 0,
                CallsPerDay = 0,
                CallsAtOnce = 2,
            },
            _time
        );
        for (var call = 0; call < 5000; call++)
            Given(await budget.EnterAsync("a", CallPriority.Sync, TimeSpan.Zero, Ct)).Dispose();
        Assert.Equal(new BudgetState(null, null), budget.Left("a"));
        using var one = Given(await budget.EnterAsync("a", CallPriority.Sync, null, Ct));
        using var two = Given(await budget.EnterAsync("a", CallPriority.Sync, null, Ct));
        var third = budget.EnterAsync("a", CallPriority.Sync, null, Ct).AsTask();
        Assert.False(third.IsCompleted);
        two.Dispose();
        Given(await third).Dispose();
    }

    [Theory]
    [InlineData(0, 1, 1, 1)]
    [InlineData(-1, 1, 1, 1)]
    [InlineData(1, 0, 1, 1)]
    [InlineData(1, 1, 0, 1)]
    [InlineData(1, 1, 1, 0)]
    public void Limits_that_would_let_nothing_through_are_refused_when_the_gateway_is_made(int atOnce, int bytes, int read, int write)
    {
        var options = new SageOptions
        {
            CallsAtOnce = atOnce,
            AnswerBytesMax = bytes,
            ReadTimeout = TimeSpan.FromSeconds(read),
            WriteTimeout = TimeSpan.FromSeconds(write),
        };
        Assert.Throws<ArgumentOutOfRangeException>(() => new SageGateway(options, _time));
    }

    private CallBudget Budget(int perMinute, int atOnce = 10) =>
        new(
            new SageOptions
            {
                CallsPerMinute = perMinute,
                CallsPerDay = 10,
                CallsAtOnce = atOnce,
            },
            _time
        );

    private static IDisposable Given(SageAnswer<IDisposable> answer) =>
        answer.Succeeded(out var leave, out var failure) ? leave : throw new InvalidOperationException(failure.Message);
}
