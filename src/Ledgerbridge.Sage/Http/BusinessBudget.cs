namespace Ledgerbridge.Sage.Http;

/// <summary>One business's share of <see cref="CallBudget"/>: the windows, the calls in flight and those who wait.</summary>
internal sealed class BusinessBudget
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(60);

    private readonly SageOptions _options;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private readonly Queue<DateTimeOffset> _lastMinute = new();
    private readonly LinkedList<Waiter>[] _waiting = [new(), new(), new()];
    private readonly ITimer _wakeUp;
    private DateOnly _day;
    private int _today;
    private int _inFlight;

    public BusinessBudget(SageOptions options, TimeProvider time)
    {
        _options = options;
        _time = time;
        _wakeUp = time.CreateTimer(_ => GrantWaiting(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public Waiter Enqueue(CallPriority priority)
    {
        var waiter = new Waiter(this, priority, _waiting[(int)priority]);
        lock (_gate)
            waiter.Node = waiter.Line.AddLast(waiter);
        GrantWaiting();
        return waiter;
    }

    public BudgetState Left()
    {
        lock (_gate)
        {
            ForgetThePast(_time.GetUtcNow());
            return new BudgetState(
                _options.CallsPerMinute > 0 ? Math.Max(0, _options.CallsPerMinute - _lastMinute.Count) : null,
                _options.CallsPerDay > 0 ? Math.Max(0, _options.CallsPerDay - _today) : null
            );
        }
    }

    /// <summary>
    /// How long until the windows allow another call of a priority; zero when only the calls in flight are in the way.
    /// </summary>
    public TimeSpan UntilAllowed(CallPriority priority)
    {
        lock (_gate)
        {
            var now = _time.GetUtcNow();
            ForgetThePast(now);
            return UntilAllowed(now, priority);
        }
    }

    private void Leave(Waiter waiter)
    {
        lock (_gate)
        {
            if (waiter.Node is { } node)
            {
                waiter.Line.Remove(node);
                waiter.Node = null;
            }
            else if (!waiter.Left)
            {
                _inFlight--;
            }
            waiter.Left = true;
        }
        GrantWaiting();
    }

    private void GrantWaiting()
    {
        lock (_gate)
        {
            var now = _time.GetUtcNow();
            ForgetThePast(now);
            while (Next() is { } waiter && _inFlight < _options.CallsAtOnce)
            {
                var wait = UntilAllowed(now, waiter.Priority);
                if (wait > TimeSpan.Zero)
                {
                    _wakeUp.Change(wait, Timeout.InfiniteTimeSpan);
                    return;
                }
                Grant(waiter, now);
            }
        }
    }

    private Waiter? Next() => Array.Find(_waiting, static line => line.Count > 0)?.First?.Value;

    private void Grant(Waiter waiter, DateTimeOffset now)
    {
        waiter.Line.RemoveFirst();
        waiter.Node = null;
        _inFlight++;
        if (_options.CallsPerMinute > 0)
            _lastMinute.Enqueue(now);
        _today++;
        waiter.Granted.TrySetResult();
    }

    private void ForgetThePast(DateTimeOffset now)
    {
        while (_lastMinute.TryPeek(out var oldest) && now - oldest >= Window)
            _lastMinute.Dequeue();
        var day = DateOnly.FromDateTime(now.UtcDateTime);
        if (day != _day)
            (_day, _today) = (day, 0);
    }

    private TimeSpan UntilAllowed(DateTimeOffset now, CallPriority priority)
    {
        if (_options.CallsPerDay > 0 && _today >= Share(_options.CallsPerDay, priority))
            return now.UtcDateTime.Date.AddDays(1) - now.UtcDateTime;
        // So many of the last minute's calls have to be more than a minute ago.
        var over = _lastMinute.Count - Share(_options.CallsPerMinute, priority);
        return _options.CallsPerMinute > 0 && over >= 0 ? _lastMinute.ElementAt(over) + Window - now : TimeSpan.Zero;
    }

    /// <summary>What of a limit a priority may use: all of it for people, at least one call for everybody.</summary>
    private int Share(int limit, CallPriority priority) =>
        priority == CallPriority.Interactive ? limit : Math.Max(1, limit - (limit * _options.KeptForPeoplePercent / 100));

    /// <summary>One call that waits for leave, has it, or has given it back.</summary>
    internal sealed class Waiter(BusinessBudget budget, CallPriority priority, LinkedList<Waiter> line) : IDisposable
    {
        public CallPriority Priority { get; } = priority;

        public LinkedList<Waiter> Line { get; } = line;

        public LinkedListNode<Waiter>? Node { get; set; }

        public bool Left { get; set; }

        public TaskCompletionSource Granted { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Dispose() => budget.Leave(this);
    }
}
