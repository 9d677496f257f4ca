namespace Ledgerbridge.Sage.Http;

/// <summary>One business's share of <see cref="CallBudget"/>: the windows, the calls in flight and those who wait.</summary>
internal sealed class BusinessBudget
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(60);

    /// <summary>
    /// How many calls for copies may run ahead of the even pace. A full minute is then given back a little every moment, so that a person
    /// waits for seconds at most and not until the end of a minute that copies used up at its beginning.
    /// </summary>
    private const int AheadOfPace = 4;

    private readonly SageOptions _options;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private readonly Queue<DateTimeOffset> _lastMinute = new();
    private readonly LinkedList<Waiter>[] _waiting = [new(), new(), new()];
    private readonly ITimer _wakeUp;
    private DateOnly _day;
    private int _today;
    private int _inFlight;
    private DateTimeOffset _nextInPace;

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
        if (waiter.Priority == CallPriority.Sync && _options.CallsPerMinute > 0)
            _nextInPace = (now > _nextInPace ? now : _nextInPace) + Pace;
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

    private TimeSpan Pace => Window / _options.CallsPerMinute;

    private TimeSpan UntilAllowed(DateTimeOffset now, CallPriority priority)
    {
        if (_options.CallsPerDay > 0 && _today >= DayLimit(priority))
            return now.UtcDateTime.Date.AddDays(1) - now.UtcDateTime;
        if (_options.CallsPerMinute <= 0)
            return TimeSpan.Zero;
        // So many of the last minute's calls have to be more than a minute ago.
        var over = _lastMinute.Count - MinuteLimit(priority);
        var untilWindow = over >= 0 ? _lastMinute.ElementAt(over) + Window - now : TimeSpan.Zero;
        var untilPace = priority == CallPriority.Sync ? (_nextInPace - now) - (AheadOfPace * Pace) : TimeSpan.Zero;
        return untilWindow > untilPace ? untilWindow : untilPace;
    }

    /// <summary>Documents leave a part of every window to people; copies need not, because they keep to an even pace.</summary>
    private int MinuteLimit(CallPriority priority) =>
        priority == CallPriority.Posting ? WithoutPeoplesShare(_options.CallsPerMinute) : _options.CallsPerMinute;

    /// <summary>Copies leave a part of the day to people and postings, but never take less than half of it themselves.</summary>
    private int DayLimit(CallPriority priority) =>
        priority switch
        {
            CallPriority.Sync => _options.CallsPerDay - Math.Clamp(_options.CallsPerDayNotForSync, 0, _options.CallsPerDay / 2),
            CallPriority.Posting => WithoutPeoplesShare(_options.CallsPerDay),
            _ => _options.CallsPerDay,
        };

    private int WithoutPeoplesShare(int limit) => Math.Max(1, limit - (limit * _options.KeptForPeoplePercent / 100));

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
