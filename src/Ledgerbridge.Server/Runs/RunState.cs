namespace Ledgerbridge.Server.Runs;

/// <summary>Where a run stands.</summary>
internal enum RunState
{
    /// <summary>Nobody has begun it, or a person sent it round again.</summary>
    Queued = 1,

    /// <summary>A process works on it.</summary>
    Running,

    /// <summary>It was tried, or looked at, and goes on later: at its next attempt, or once a person has done something.</summary>
    Waiting,

    /// <summary>It is in the books as planned.</summary>
    Synced,

    /// <summary>Nothing was posted, on purpose, for a reason of the closed list.</summary>
    Skipped,

    /// <summary>It could not be posted and is not tried again by itself.</summary>
    Failed,
}

/// <summary>The legal moves, as one table. Everything else is a bug and throws.</summary>
internal static class RunMoves
{
    /// <summary>From each state, the states it may go to.</summary>
    public static IReadOnlyDictionary<RunState, RunState[]> Table { get; } =
        new Dictionary<RunState, RunState[]>
        {
            [RunState.Queued] = [RunState.Running],
            // To itself: another process takes it over from one that has died.
            [RunState.Running] = [RunState.Running, RunState.Queued, RunState.Waiting, RunState.Synced, RunState.Skipped, RunState.Failed],
            [RunState.Waiting] = [RunState.Running, RunState.Queued, RunState.Failed],
            // Undone: what was posted is voided, and the run says why nothing is in the books.
            [RunState.Synced] = [RunState.Skipped],
            [RunState.Skipped] = [RunState.Queued],
            // Undone: what Sage booked otherwise than planned is voided.
            [RunState.Failed] = [RunState.Queued, RunState.Skipped],
        };

    /// <summary>True for states that only a person, or the shop telling the event again, brings a run out of.</summary>
    public static bool IsEnd(this RunState state) => state is RunState.Synced or RunState.Skipped or RunState.Failed;

    /// <summary>The new state, when the move is legal.</summary>
    /// <exception cref="InvalidOperationException">It is not.</exception>
    public static RunState To(this RunState from, RunState to) =>
        Table[from].Contains(to) ? to : throw new InvalidOperationException($"A run cannot go from {from} to {to}.");
}
