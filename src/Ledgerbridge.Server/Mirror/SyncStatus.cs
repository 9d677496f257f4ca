using Ledgerbridge.Sage;
using Ledgerbridge.Server.Connections;
using Ledgerbridge.Server.Mirror.Internal;
using Ledgerbridge.Server.Settings;
using Ledgerbridge.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.Server.Mirror;

/// <summary>How the copies of a business stand, for people.</summary>
internal sealed class SyncStatus(Database database, SettingsStore settings)
{
    private const int UnreadableMax = 50;

    /// <summary>How they stand now.</summary>
    public async Task<SyncStatusResponse> ReadAsync(BooksKey key, CancellationToken ct)
    {
        var values = await settings.ReadAsync(key.Workspace, ct);
        var every = values.Get(KnownSetting.SyncEveryMinutes, SyncSchedule.UsualMinutes);
        var (feeds, counts, unreadable) = await database.ReadAsync(
            key.Workspace,
            async db =>
            {
                var rows = await db.Rows<FeedRow>().AsNoTracking().Where(row => row.BusinessId == key.BusinessId).ToListAsync(ct);
                var shown = new Dictionary<int, int>();
                foreach (var feed in rows)
                    shown[feed.Id] = await MirrorStore.CountShownAsync(db, feed.Id, ct);
                return (rows, shown, await UnreadableAsync(db, key, ct));
            }
        );
        SyncResourceResponse[] resources =
        [
            .. MirrorSync.Resources.Select(resource =>
                ToResponse(resource, feeds.Find(feed => feed.Resource == resource), counts, unreadable, every)
            ),
        ];
        return new SyncStatusResponse(
            key.BusinessId,
            every,
            Array.Exists(resources, static one => one.State == SyncState.Running) ? SyncState.Running
                : Array.Exists(resources, static one => one.State == SyncState.Failing) ? SyncState.Failing
                : Array.Exists(resources, static one => one.State == SyncState.Waiting) ? SyncState.Waiting
                : Array.TrueForAll(resources, static one => one.State == SyncState.Never) ? SyncState.Never
                : SyncState.Idle,
            resources.Any(static one => one.FreshAt is null) ? null : resources.Min(static one => one.FreshAt),
            resources,
            unreadable
        );
    }

    /// <summary>How a feed stands; null is one that was never read or asked for.</summary>
    public static SyncState StateOf(FeedRow? feed) =>
        feed is null ? SyncState.Never
        : feed.Failures > 0 || (feed.NotBefore is not null && feed.Problem.Length > 0) ? SyncState.Failing
        : feed.Stage != FeedStage.Idle ? SyncState.Running
        : feed.RequestedAt is not null ? SyncState.Waiting
        : feed.Position is null ? SyncState.Never
        : SyncState.Idle;

    private static Task<List<UnreadableResponse>> UnreadableAsync(LedgerDb db, BooksKey key, CancellationToken ct) =>
        (
            from record in db.Rows<RecordRow>()
            join feed in db.Rows<FeedRow>() on record.FeedId equals feed.Id
            where feed.BusinessId == key.BusinessId && record.ProblemAt != null
            orderby record.ProblemAt
            select new UnreadableResponse(
                feed.Resource,
                record.RecordId,
                record.Code,
                record.Problem,
                record.ProblemAt!.Value,
                record.Content != ""
            )
        )
            .Take(UnreadableMax)
            .ToListAsync(ct);

    private static SyncResourceResponse ToResponse(
        BooksResource resource,
        FeedRow? feed,
        Dictionary<int, int> counts,
        List<UnreadableResponse> unreadable,
        int every
    )
    {
        if (feed is null)
            return new SyncResourceResponse { Resource = resource, State = SyncState.Never };
        var isRunning = feed.Stage != FeedStage.Idle;
        return new SyncResourceResponse
        {
            Resource = resource,
            State = StateOf(feed),
            Comparing = isRunning && feed.IsFull && feed.Position is not null,
            BeganAt = isRunning ? feed.BeganAt : null,
            Read = isRunning ? feed.Read : null,
            Expected = isRunning && feed.Stage is FeedStage.Listing or FeedStage.Changes ? feed.Total : null,
            FreshAt = feed.Position,
            FinishedAt = feed.FinishedAt,
            LastChanged = feed.LastChanged,
            ComparedAt = feed.FullAt,
            Records = counts[feed.Id],
            Unreadable = unreadable.Count(one => one.Resource == resource),
            NextAt =
                feed.NotBefore ?? (every > 0 ? feed.Position + TimeSpan.FromMinutes(Math.Max(every, SyncSchedule.UsualMinutes)) : null),
            Problem = feed.Problem.Length > 0 ? feed.Problem : null,
            Drift = feed.DriftAt is { } at ? new DriftResponse(at, feed.DriftMissing, feed.DriftChanged, feed.DriftGone) : null,
        };
    }
}

/// <summary>How a resource stands.</summary>
internal enum SyncState
{
    /// <summary>Nothing was ever read.</summary>
    Never = 1,

    /// <summary>In step as of its last pass.</summary>
    Idle,

    /// <summary>Asked for; begins in a moment.</summary>
    Waiting,

    /// <summary>A pass is under way.</summary>
    Running,

    /// <summary>Sage did not answer; it is tried again by itself.</summary>
    Failing,
}

/// <summary>What was found to differ although Sage had not told of a change; it has been put right.</summary>
/// <param name="At">When it was found.</param>
/// <param name="Missing">Records that were not here.</param>
/// <param name="Changed">Records that were different.</param>
/// <param name="Gone">Records that were gone from Sage.</param>
internal sealed record DriftResponse(DateTimeOffset At, int Missing, int Changed, int Gone);

/// <summary>A record that Sage shows in a form that cannot be read.</summary>
/// <param name="Resource">Of what.</param>
/// <param name="Id">Sage's id.</param>
/// <param name="Reference">Its reference as last read; may be empty.</param>
/// <param name="Problem">Why it cannot be read.</param>
/// <param name="Since">Since when.</param>
/// <param name="HasCopy">True when an older copy of it is kept and shown.</param>
internal sealed record UnreadableResponse(
    BooksResource Resource,
    string Id,
    string Reference,
    string Problem,
    DateTimeOffset Since,
    bool HasCopy
);

/// <summary>One resource.</summary>
internal sealed record SyncResourceResponse
{
    public required BooksResource Resource { get; init; }

    public required SyncState State { get; init; }

    /// <summary>True while everything is compared, not only what changed.</summary>
    public bool Comparing { get; init; }

    /// <summary>When the pass under way began; null while none is.</summary>
    public DateTimeOffset? BeganAt { get; init; }

    /// <summary>How many entries it has read.</summary>
    public int? Read { get; init; }

    /// <summary>How many entries its present part has in all.</summary>
    public int? Expected { get; init; }

    /// <summary>Everything that changed in Sage before this moment is in the copies; null until the first pass has ended.</summary>
    public DateTimeOffset? FreshAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>How many copies the last pass changed.</summary>
    public int LastChanged { get; init; }

    /// <summary>When everything was last compared.</summary>
    public DateTimeOffset? ComparedAt { get; init; }

    /// <summary>How many records lists show.</summary>
    public int Records { get; init; }

    /// <summary>How many of the 50 listed records that cannot be read are of this resource.</summary>
    public int Unreadable { get; init; }

    /// <summary>When it is asked for again by itself; null when it never is.</summary>
    public DateTimeOffset? NextAt { get; init; }

    /// <summary>What went wrong last, in a sentence; null when nothing did.</summary>
    public string? Problem { get; init; }

    public DriftResponse? Drift { get; init; }
}

/// <summary>How the copies of the current business stand.</summary>
/// <param name="BusinessId">The business.</param>
/// <param name="EveryMinutes">How often they are brought into step by themselves; 0 for never.</param>
/// <param name="State">The most noteworthy of the resources' states.</param>
/// <param name="FreshAt">The oldest of the resources' moments; null while one was never read to its end.</param>
/// <param name="Resources">Each resource.</param>
/// <param name="Unreadable">Records that cannot be read, at most 50, the oldest first.</param>
internal sealed record SyncStatusResponse(
    string BusinessId,
    int EveryMinutes,
    SyncState State,
    DateTimeOffset? FreshAt,
    IReadOnlyList<SyncResourceResponse> Resources,
    IReadOnlyList<UnreadableResponse> Unreadable
);
