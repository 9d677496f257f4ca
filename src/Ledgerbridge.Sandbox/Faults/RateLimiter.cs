using System.Collections.Concurrent;
using Ledgerbridge.Sandbox.Control;

namespace Ledgerbridge.Sandbox.Faults;

/// <summary>How often a business was called.</summary>
/// <param name="Minute">Calls in the present minute of the sandbox's clock.</param>
/// <param name="Day">Calls on the present day (UTC).</param>
/// <param name="Refused">Calls answered 429 since the start.</param>
/// <param name="ConcurrentMax">The most calls that were ever under way at once.</param>
internal sealed record Usage(int Minute, int Day, int Refused, int ConcurrentMax);

/// <summary>Counts calls per business by the sandbox's clock and, when limits are on, refuses those beyond them.</summary>
internal sealed class RateLimiter
{
    private sealed class Count
    {
        public long MinuteOf { get; set; }
        public long DayOf { get; set; }
        public int Minute { get; set; }
        public int Day { get; set; }
        public int UnderWay { get; set; }
        public int Refused { get; set; }
        public int UnderWayMax { get; set; }
    }

    private readonly ConcurrentDictionary<string, Count> _counts = new(StringComparer.Ordinal);

    /// <summary>Lets a call in, or says after how many seconds it may come again.</summary>
    /// <returns>Null when the call may go on; <see cref="Leave"/> must follow.</returns>
    public int? Enter(string business, RateLimits limits, long now)
    {
        var count = _counts.GetOrAdd(business, static _ => new Count());
        lock (count)
        {
            Roll(count, now);
            var wait = limits.Enabled ? Wait(count, limits, now) : null;
            if (wait is not null)
            {
                count.Refused++;
                return wait;
            }
            count.Minute++;
            count.Day++;
            count.UnderWay++;
            count.UnderWayMax = Math.Max(count.UnderWayMax, count.UnderWay);
            return null;
        }
    }

    /// <summary>A call that was let in is over.</summary>
    public void Leave(string business)
    {
        var count = _counts.GetOrAdd(business, static _ => new Count());
        lock (count)
            count.UnderWay--;
    }

    /// <summary>The counts of every business that was called.</summary>
    public IReadOnlyDictionary<string, Usage> All(long now)
    {
        var all = new SortedDictionary<string, Usage>(StringComparer.Ordinal);
        foreach (var (business, count) in _counts)
        {
            lock (count)
            {
                Roll(count, now);
                all[business] = new Usage(count.Minute, count.Day, count.Refused, count.UnderWayMax);
            }
        }
        return all;
    }

    private static int? Wait(Count count, RateLimits limits, long now) =>
        count.UnderWay >= limits.Concurrent ? 1
        : count.Day >= limits.PerDay ? (int)(86_400 - (now % 86_400))
        : count.Minute >= limits.PerMinute ? (int)(60 - (now % 60))
        : null;

    private static void Roll(Count count, long now)
    {
        if (count.MinuteOf != now / 60)
            (count.MinuteOf, count.Minute) = (now / 60, 0);
        if (count.DayOf != now / 86_400)
            (count.DayOf, count.Day) = (now / 86_400, 0);
    }
}
