using Ledgerbridge.Server.Stores.Documents;

namespace Ledgerbridge.Server.Stores;

/// <summary>What a shop is told about one of its documents. The shop keeps nothing of what it was told before.</summary>
internal enum SyncStatus
{
    /// <summary>It is in the books.</summary>
    Synced = 1,

    /// <summary>Nothing was posted, on purpose.</summary>
    Skipped,

    /// <summary>It could not be posted.</summary>
    Failed,
}

/// <summary>The whole truth about one document, as the shop shows it from then on: what is left out is wiped there.</summary>
/// <param name="Entity">What kind of document; payments are reported under their invoice.</param>
/// <param name="EntityId">The shop's own number of it.</param>
/// <param name="Status">How it stands.</param>
/// <param name="At">When that was.</param>
internal sealed record SyncReport(StoreEntity Entity, long EntityId, SyncStatus Status, DateTimeOffset At)
{
    /// <summary>Sage's id; null when there is none.</summary>
    public string? SageId { get; init; }

    /// <summary>What Sage calls it; null when it has no name there.</summary>
    public string? Reference { get; init; }

    /// <summary>The stable word of why it was skipped; null when it was not.</summary>
    public string? SkipReason { get; init; }

    /// <summary>The stable word of what it failed of; null when it did not.</summary>
    public string? ErrorCode { get; init; }
}
