using FsCheck.Fluent;
using Ledgerbridge.Sage;
using Ledgerbridge.Sage.Http;
using Ledgerbridge.Testing;
using Ledgerbridge.Tests.Kernel;

namespace Ledgerbridge.Tests.Sage;

/// <summary>The allowance of one business, simulated: callers come and go by a seeded plan and the clock stands still in between.</summary>
public sealed class BusinessBudgetTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromSeconds(60);

    [Fact]
    public void No_sixty_seconds_ever_hold_more_calls_than_allowed() =>
        Law.Holds(
            from perMinute in Gen.Choose(1, 40)
            from atOnce in Gen.Choose(1, 6)
            from seed in Gen.Choose(1, int.MaxValue)
            select (perMinute, atOnce, seed),
            static plan =>
            {
                var line = new Line(plan.perMinute, plan.atOnce);
                var random = new Random(plan.seed);
                for (var step = 0; step < 400; step++)
                {
                    for (var arrivals = random.Next(4); arrivals > 0; arrivals--)
                        line.Arrive((CallPriority)random.Next(3));
                    line.LeaveSome(random);
                    line.Advance(TimeSpan.FromMilliseconds(random.Next(2500)));
                }
                return line.MostIn(Minute) <= plan.perMinute && line.MostAtOnce <= plan.atOnce && line.Starts.Count > plan.perMinute;
            }
        );

    [Fact]
    public void A_line_that_always_waits_uses_all_but_three_percent_of_the_allowance()
    {
        const int PerMinute = 100;
        const int Minutes = 20;
        var line = new Line(PerMinute, atOnce: 10);
        var end = line.Time.GetUtcNow() + (Minutes * Minute);
        while (line.Time.GetUtcNow() < end)
        {
            while (line.Waiting < 30)
                line.Arrive(CallPriority.Sync);
            line.Advance(TimeSpan.FromMilliseconds(150));
            line.LeaveAll();
        }
        Assert.InRange(line.Starts.Count(start => start < end), (int)(PerMinute * Minutes * 0.97), PerMinute * Minutes);
        Assert.True(line.MostIn(Minute) <= PerMinute);
    }

    [Fact]
    public void Those_for_whom_a_person_waits_go_first_and_inside_a_priority_the_first_come_are_first_served()
    {
        var line = new Line(perMinute: 1, atOnce: 1);
        line.Arrive(CallPriority.Sync);
        line.LeaveAll();
        string[] arrivals = ["sync 1", "posting 1", "sync 2", "interactive 1", "posting 2", "interactive 2"];
        foreach (var name in arrivals)
            line.Arrive(Enum.Parse<CallPriority>(name.Split(' ')[0], ignoreCase: true), name);
        for (var minute = 0; minute < arrivals.Length; minute++)
        {
            line.Advance(Minute);
            line.LeaveAll();
        }
        Assert.Equal(
            ["interactive 1", "interactive 2", "posting 1", "posting 2", "sync 1", "sync 2"],
            line.Served.Where(static name => name.Length > 0)
        );
    }

    [Fact]
    public void A_line_of_documents_leaves_two_percent_to_people_who_need_not_wait()
    {
        var line = new Line(perMinute: 100, atOnce: 10);
        for (var arrivals = 0; arrivals < 200; arrivals++)
        {
            line.Arrive(CallPriority.Posting);
            line.LeaveAll();
        }
        Assert.Equal(98, line.Starts.Count);
        Assert.Equal(Minute, line.Budget.UntilAllowed(CallPriority.Posting));
        Assert.Equal(TimeSpan.Zero, line.Budget.UntilAllowed(CallPriority.Interactive));
        line.Arrive(CallPriority.Interactive, "a person");
        line.Arrive(CallPriority.Interactive, "another person");
        line.LeaveAll();
        Assert.Equal(["a person", "another person"], line.Served.TakeLast(2));
        Assert.Equal(100, line.Starts.Count);
        line.Advance(Minute);
        line.LeaveAll();
        Assert.InRange(line.MostIn(Minute), 1, 100);
        Assert.True(line.Starts.Count > 100);
    }

    [Fact]
    public void A_day_has_its_own_limit_and_the_next_day_by_UTC_begins_afresh()
    {
        var line = new Line(perMinute: 0, atOnce: 1, perDay: 3);
        for (var call = 0; call < 5; call++)
        {
            line.Arrive(CallPriority.Posting);
            line.LeaveAll();
        }
        Assert.Equal(3, line.Starts.Count);
        var midnight = line.Time.GetUtcNow().UtcDateTime.Date.AddDays(1);
        Assert.Equal(midnight - line.Time.GetUtcNow().UtcDateTime, line.Budget.UntilAllowed(CallPriority.Posting));
        line.Advance(line.Budget.UntilAllowed(CallPriority.Posting) - TimeSpan.FromSeconds(1));
        Assert.Equal(3, line.Starts.Count);
        line.Advance(TimeSpan.FromSeconds(1));
        line.LeaveAll();
        Assert.Equal(5, line.Starts.Count);
    }

    [Fact]
    public void Who_gives_up_waiting_takes_nothing_from_the_allowance()
    {
        var line = new Line(perMinute: 2, atOnce: 1);
        line.Arrive(CallPriority.Posting, "first");
        line.Arrive(CallPriority.Posting, "impatient");
        line.Arrive(CallPriority.Posting, "patient");
        line.GiveUp("impatient");
        line.LeaveAll();
        Assert.Equal(["first", "patient"], line.Served);
        Assert.Equal(0, line.Budget.Left().LeftThisMinute);
    }

    [Fact]
    public void Leave_that_is_given_back_twice_counts_once()
    {
        var line = new Line(perMinute: 0, atOnce: 1);
        line.Arrive(CallPriority.Posting, "first");
        line.LeaveAll(times: 2);
        line.Arrive(CallPriority.Posting, "second");
        line.Arrive(CallPriority.Posting, "third");
        Assert.Equal(["first", "second"], line.Served);
    }

    /// <summary>Callers in front of one budget.</summary>
    private sealed class Line
    {
        private readonly List<(BusinessBudget.Waiter Waiter, string Name)> _callers = [];
        private readonly List<BusinessBudget.Waiter> _working = [];

        public Line(int perMinute, int atOnce, int perDay = 0)
        {
            var options = new SageOptions
            {
                CallsPerMinute = perMinute,
                CallsAtOnce = atOnce,
                CallsPerDay = perDay,
            };
            Budget = new BusinessBudget(options, Time);
        }

        public SandboxTime Time { get; } = new();

        public BusinessBudget Budget { get; }

        public List<DateTimeOffset> Starts { get; } = [];

        public List<string> Served { get; } = [];

        public int MostAtOnce { get; private set; }

        public int Waiting => _callers.Count;

        public void Arrive(CallPriority priority, string name = "")
        {
            _callers.Add((Budget.Enqueue(priority), name));
            Note();
        }

        public void GiveUp(string name)
        {
            var caller = _callers.Single(one => one.Name == name);
            _callers.Remove(caller);
            caller.Waiter.Dispose();
        }

        public void LeaveAll(int times = 1)
        {
            while (_working.Count > 0)
                Leave(_working[0], times);
        }

        public void LeaveSome(Random random)
        {
            foreach (var waiter in _working.Where(_ => random.Next(3) == 0).ToArray())
                Leave(waiter, times: 1);
        }

        /// <summary>Moves the clock in steps so small that every start is noted at its own time.</summary>
        public void Advance(TimeSpan by)
        {
            var target = Time.GetUtcNow() + by;
            while (Time.GetUtcNow() < target)
            {
                var left = target - Time.GetUtcNow();
                var next = Budget.UntilAllowed(CallPriority.Sync);
                Time.Advance(_callers.Count > 0 && next > TimeSpan.Zero && next < left ? next : left);
                Note();
            }
        }

        public int MostIn(TimeSpan window) =>
            Starts.Count == 0 ? 0 : Starts.Max(from => Starts.Count(start => start >= from && start < from + window));

        private void Leave(BusinessBudget.Waiter waiter, int times)
        {
            _working.Remove(waiter);
            for (var time = 0; time < times; time++)
                waiter.Dispose();
            Note();
        }

        private void Note()
        {
            var let = _callers.Where(static caller => caller.Waiter.Granted.Task.IsCompletedSuccessfully).ToArray();
            foreach (var caller in let)
            {
                _callers.Remove(caller);
                _working.Add(caller.Waiter);
                Starts.Add(Time.GetUtcNow());
            }
            // Several let through by one step are told apart by who stands first.
            Served.AddRange(let.Select(static caller => caller.Name));
            MostAtOnce = Math.Max(MostAtOnce, _working.Count);
        }
    }
}
