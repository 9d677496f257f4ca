namespace Ledgerbridge.Sandbox.Faults;

/// <summary>
/// The planned faults, in the order they were added. At most one hits a call: the first that matches and is due. They live in memory.
/// </summary>
internal sealed class FaultBoard
{
    private sealed class Plan(Fault fault)
    {
        public Fault Fault { get; } = fault;
        public Random Draws { get; } = new(fault.Seed);
        public int Seen { get; set; }
        public int Hits { get; set; }
    }

    private readonly Lock _lock = new();
    private readonly List<Plan> _plans = [];
    private int _lastId;
    private volatile bool _any;

    /// <summary>The faults with their hits so far.</summary>
    public IReadOnlyList<Fault> All
    {
        get
        {
            lock (_lock)
                return [.. _plans.Select(static plan => plan.Fault with { Hits = plan.Hits })];
        }
    }

    /// <summary>Plans a fault and returns it with its id.</summary>
    public Fault Add(Fault fault)
    {
        lock (_lock)
        {
            var added = fault with { Id = ++_lastId, Hits = 0 };
            _plans.Add(new Plan(added));
            _any = true;
            return added;
        }
    }

    /// <summary>Removes one fault; false when there is none of this id.</summary>
    public bool Remove(int id)
    {
        lock (_lock)
        {
            var removed = _plans.RemoveAll(plan => plan.Fault.Id == id) > 0;
            _any = _plans.Count > 0;
            return removed;
        }
    }

    /// <summary>Removes every fault.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _plans.Clear();
            _any = false;
        }
    }

    /// <summary>The fault that hits this call, or null.</summary>
    public Fault? Pick(string method, string path, string? business)
    {
        if (!_any)
            return null;
        lock (_lock)
        {
            foreach (var plan in _plans)
            {
                if (Matches(plan.Fault, method, path, business) && Due(plan))
                    return plan.Fault;
            }
            return null;
        }
    }

    /// <summary>Whether a text is of a pattern in which <c>*</c> stands for any text.</summary>
    public static bool Fits(string pattern, string text)
    {
        var parts = pattern.Split('*');
        if (!text.StartsWith(parts[0], StringComparison.Ordinal))
            return false;
        if (parts.Length == 1)
            return text.Length == pattern.Length;
        var at = parts[0].Length;
        foreach (var part in parts[1..^1])
        {
            var found = text.IndexOf(part, at, StringComparison.Ordinal);
            if (found < 0)
                return false;
            at = found + part.Length;
        }
        return text.Length - at >= parts[^1].Length && text.EndsWith(parts[^1], StringComparison.Ordinal);
    }

    private static bool Matches(Fault fault, string method, string path, string? business) =>
        (fault.Method is null || string.Equals(fault.Method, method, StringComparison.OrdinalIgnoreCase))
        && (fault.Path is null || Fits(fault.Path, path))
        && (fault.Business is null || fault.Business == business);

    private static bool Due(Plan plan)
    {
        if (plan.Hits >= plan.Fault.Times)
            return false;
        plan.Seen++;
        if (plan.Seen <= plan.Fault.Skip)
            return false;
        // Drawn even when certain, so that changing the probability does not shift later draws.
        if (plan.Draws.NextDouble() >= plan.Fault.Probability)
            return false;
        plan.Hits++;
        return true;
    }
}
