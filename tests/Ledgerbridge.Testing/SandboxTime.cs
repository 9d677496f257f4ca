namespace Ledgerbridge.Testing;

/// <summary>
/// Time that stands still until a test moves it. Timers (and so delays made with this provider) fire while it is advanced, in order,
/// each at its own instant.
/// </summary>
public sealed class SandboxTime : TimeProvider
{
    private const int FiredMax = 1_000_000;
    private readonly Lock _lock = new();
    private readonly List<ManualTimer> _timers = [];
    private DateTimeOffset _now;

    /// <summary>Starts at a fixed instant, so that tests are the same on every day.</summary>
    public SandboxTime()
        : this(new DateTimeOffset(2026, 3, 16, 9, 30, 0, TimeSpan.Zero)) { }

    /// <summary>Starts at an instant of the test's choice.</summary>
    public SandboxTime(DateTimeOffset start) => _now = start.ToUniversalTime();

    /// <summary>How many timers are waiting: lets a test see that something has begun to wait.</summary>
    public int Waiting
    {
        get
        {
            lock (_lock)
                return _timers.Count;
        }
    }

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
            return _now;
    }

    /// <inheritdoc />
    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    /// <inheritdoc />
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Moves time on and fires every timer that is due on the way.</summary>
    /// <exception cref="InvalidOperationException">A timer was set again and again on the way without end.</exception>
    public void Advance(TimeSpan by)
    {
        var target = GetUtcNow() + by;
        for (var fired = 0; TakeDue(target) is { } due; fired++)
        {
            if (fired == FiredMax)
                throw new InvalidOperationException($"More than {FiredMax} timers fired within {by}: one of them never lets time pass.");
            due.Fire();
        }
        lock (_lock)
            _now = target > _now ? target : _now;
    }

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private ManualTimer? TakeDue(DateTimeOffset target)
    {
        lock (_lock)
        {
            var due = _timers.Where(timer => timer.DueAt <= target).MinBy(static timer => timer.DueAt);
            if (due is null)
                return null;
            _now = due.DueAt > _now ? due.DueAt : _now;
            if (due.Period > TimeSpan.Zero)
                due.DueAt += due.Period;
            else
                _timers.Remove(due);
            return due;
        }
    }

    private sealed class ManualTimer(SandboxTime time, TimerCallback callback, object? state) : ITimer
    {
        private bool _disposed;

        public DateTimeOffset DueAt { get; set; }

        public TimeSpan Period { get; private set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._lock)
            {
                time._timers.Remove(this);
                if (_disposed)
                    return false;
                Period = period;
                if (dueTime == Timeout.InfiniteTimeSpan)
                    return true;
                var first = dueTime > TimeSpan.Zero ? dueTime : period;
                if (first > TimeSpan.Zero)
                {
                    DueAt = time._now + first;
                    time._timers.Add(this);
                }
            }
            // What is due at once does not wait for time to move; like any timer it fires on another thread.
            if (dueTime <= TimeSpan.Zero)
                ThreadPool.QueueUserWorkItem(static timer => timer.Fire(), this, preferLocal: false);
            return true;
        }

        public void Dispose()
        {
            lock (time._lock)
            {
                _disposed = true;
                time._timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
