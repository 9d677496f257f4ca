using Ledgerbridge.Server.Storage;
using Ledgerbridge.Server.Stores.Documents;

namespace Ledgerbridge.Server.Stores;

/// <summary>Which shop.</summary>
/// <param name="Workspace">Whose it is.</param>
/// <param name="Store">The shop.</param>
internal sealed record StoreKey(WorkspaceId Workspace, StoreId Store);

/// <summary>How a shop's runs stand, as its own dashboard shows it.</summary>
/// <param name="Open">Runs that are not at their end.</param>
/// <param name="FailedLately">Runs that failed since the moment asked for.</param>
/// <param name="LastFinishedAt">When a run last came to its end; null when none has.</param>
internal sealed record StoreRunCounts(int Open, int FailedLately, DateTimeOffset? LastFinishedAt);

/// <summary>How the newest run of one entity stands.</summary>
/// <param name="Run">The run.</param>
/// <param name="State">Its state as a word: <c>queued</c>, <c>running</c>, <c>waiting</c>, <c>synced</c>, <c>skipped</c>,
/// <c>failed</c>.</param>
/// <param name="Reference">What the document is called in Sage; empty while it has no name there.</param>
/// <param name="Sentence">What came of it, for people; empty while nothing did.</param>
/// <param name="At">When that was.</param>
internal sealed record StoreRunFacts(RunId Run, string State, string Reference, string Sentence, DateTimeOffset At);

/// <summary>
/// Where the events of shops go. The runs are another feature's, which reads shops through this one; so what the intake needs of them is
/// named here and done there.
/// </summary>
internal interface IStoreRuns
{
    /// <summary>
    /// Keeps an event as a run, in the caller's transaction, and answers the run's id: the one that is there already when the event was
    /// told before.
    /// </summary>
    Task<RunId> AcceptAsync(LedgerDb db, StoreEvent happened);

    /// <summary>Tells, once the event is durable, that the business's lane has work.</summary>
    void Wake(StoreEvent happened);

    /// <summary>How a shop's runs stand.</summary>
    Task<StoreRunCounts> CountAsync(StoreKey store, DateTimeOffset failedSince, CancellationToken ct);

    /// <summary>The newest run of an entity; null when there is none.</summary>
    Task<StoreRunFacts?> FindAsync(StoreKey store, StoreEntity entity, long entityId, CancellationToken ct);
}
