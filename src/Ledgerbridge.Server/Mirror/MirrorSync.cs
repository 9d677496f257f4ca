using System.Collections.Concurrent;
using System.Threading.Channels;
using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Connections;
using Ledgerbridge.Server.Mirror.Internal;
using Ledgerbridge.Server.Settings;
using Ledgerbridge.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.Server.Mirror;

/// <summary>
/// Keeps the copies of every business in step with Sage. A business is brought into step by one process of all at a time, one resource
/// after another; how far it came is in the database, so that whoever goes on after an interruption goes on there.
/// </summary>
internal sealed partial class MirrorSync(
    Database database,
    ProcessLocks locks,
    Businesses businesses,
    SettingsStore settings,
    MirrorTouchUps touchUps,
    TimeProvider time,
    ILogger<MirrorSync> log
)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LivePatience = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<(WorkspaceId, string), bool> _busy = new();
    private readonly Channel<bool> _raised = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    /// <summary>Every resource in the order of a pass: contacts last, whose balances hang on the others.</summary>
    public static IReadOnlyList<BooksResource> Resources { get; } = Enum.GetValues<BooksResource>();

    /// <summary>Asks for a pass over some resources, in the background. Asking again before it has begun changes nothing.</summary>
    /// <param name="key">The books.</param>
    /// <param name="resources">Which.</param>
    /// <param name="isFull">True to compare everything, and not only ask what changed.</param>
    /// <param name="ct">Gives up.</param>
    public async Task RequestAsync(BooksKey key, IReadOnlyCollection<BooksResource> resources, bool isFull, CancellationToken ct)
    {
        await database.WriteAsync(
            key.Workspace,
            async db =>
            {
                foreach (var resource in resources)
                {
                    var feed = await MirrorStore.FeedAsync(db, key, resource);
                    (feed.RequestedAt, feed.NotBefore, feed.Failures) = (time.GetUtcNow(), null, 0);
                    feed.FullWanted |= isFull;
                }
            },
            ct
        );
        _raised.Writer.TryWrite(true);
    }

    /// <summary>
    /// Brings one resource into step while somebody waits, for ten seconds at most: what is left then goes on in the background. The
    /// problem, or null.
    /// </summary>
    public async Task<Problem?> RefreshAsync(BooksKey key, BooksResource resource, CancellationToken ct)
    {
        var opened = await businesses.OpenForPostingAsync(key, CallPriority.Interactive, ct);
        if (!opened.Succeeded(out var books, out var closed))
            return closed.ToProblem();
        var askedAt = time.GetUtcNow();
        await using var held = await locks.TakeAsync(LockOf(key), LivePatience, ct);
        // Somebody else may just have done it, or be at it for longer than anybody wants to wait.
        if (held is null || await PositionAsync(key, resource, ct) > askedAt)
            return null;
        var pass = new FeedPass(database, key, resource, books.Feed, time);
        while (true)
        {
            var step = await pass.StepAsync(ct);
            if (!step.Succeeded(out var isOver, out var failure))
                return failure.ToProblem();
            if (isOver)
                return null;
            if (time.GetUtcNow() - askedAt < LivePatience)
                continue;
            _raised.Writer.TryWrite(true);
            return null;
        }
    }

    /// <summary>Does everything that is due now; returns how many passes came to their end.</summary>
    public async Task<int> RunDueAsync(CancellationToken ct)
    {
        var ended = 0;
        foreach (var lane in await DueLanesAsync(ct))
            ended += await RunAsync(lane, ct);
        return ended;
    }

    /// <summary>Works until told to stop: at once when somebody asks, and every few seconds on what is due.</summary>
    internal async Task RunAsync(CancellationToken ct)
    {
        var lanes = new List<Task>();
        while (!ct.IsCancellationRequested)
        {
            try
            {
                var due = await DueLanesAsync(ct);
                lanes.RemoveAll(static lane => lane.IsCompleted);
                lanes.AddRange(due.Where(lane => !_busy.ContainsKey(lane.Id)).Select(lane => Task.Run(() => GuardedAsync(lane, ct), ct)));
                await WaitAsync(ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                break;
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                LogFault(fault);
                await Task.Delay(LookEvery, time, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        await Task.WhenAll(lanes);
    }

    private async Task WaitAsync(CancellationToken ct)
    {
        using var round = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var raised = _raised.Reader.WaitToReadAsync(round.Token).AsTask();
        await Task.WhenAny(raised, Task.Delay(LookEvery, time, round.Token));
        await round.CancelAsync();
        ct.ThrowIfCancellationRequested();
        while (_raised.Reader.TryRead(out _)) { }
    }

    private async Task GuardedAsync(DueLane lane, CancellationToken ct)
    {
        try
        {
            await RunAsync(lane, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // How far it came is in the database.
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            LogFault(fault);
        }
    }

    private async Task<IReadOnlyList<DueLane>> DueLanesAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var reachable = await businesses.ListReachableAsync(ct);
        var feeds = await database.ReadAllAsync(db => db.Rows<FeedRow>().AsNoTracking().ToListAsync(ct));
        var known = feeds.ToLookup(static feed => (feed.WorkspaceId, feed.BusinessId));
        var lanes = new List<DueLane>();
        foreach (var books in reachable.DistinctBy(static one => (one.Key.Workspace, one.Key.BusinessId)))
        {
            FeedRow[] own = [.. known[(books.Key.Workspace, books.Key.BusinessId)]];
            if (!books.IsCurrent && own.Length == 0)
                continue;
            var values = await settings.ReadAsync(books.Key.Workspace, ct);
            var schedule = new SyncSchedule(values.Get(KnownSetting.SyncEveryMinutes, SyncSchedule.UsualMinutes));
            var due = schedule.DueAt(now, own);
            if (due.Resources.Count > 0 || due.AskLedger)
                lanes.Add(new DueLane(books.Key, due));
        }
        return lanes;
    }

    private async Task<int> RunAsync(DueLane lane, CancellationToken ct)
    {
        if (!_busy.TryAdd(lane.Id, true))
            return 0;
        try
        {
            await using var held = await locks.TryTakeAsync(LockOf(lane.Key), ct);
            return held is null ? 0 : await RunHeldAsync(lane, ct);
        }
        finally
        {
            _busy.TryRemove(lane.Id, out _);
        }
    }

    private async Task<int> RunHeldAsync(DueLane lane, CancellationToken ct)
    {
        var opened = await businesses.OpenForPostingAsync(lane.Key, CallPriority.Sync, ct);
        if (!opened.Succeeded(out var books, out _))
            return 0;
        HashSet<BooksResource> resources = [.. lane.Due.Resources];
        if (lane.Due.AskLedger && !await AskLedgerAsync(lane, books.Feed, resources, ct))
            return 0;
        if (lane.Due.Full.Count > 0)
            await WantFullAsync(lane, ct);
        var ended = 0;
        foreach (var resource in Resources.Where(resources.Contains))
        {
            var failure = await PassAsync(lane.Key, resource, books.Feed, ct);
            ended += failure is null ? 1 : 0;
            if (failure is not null && SyncFailures.StopsAll(failure))
                return ended;
        }
        await touchUps.RunAsync(lane.Key, books.Feed, ct);
        return ended;
    }

    private async Task<DateTimeOffset?> PositionAsync(BooksKey key, BooksResource resource, CancellationToken ct) =>
        (await database.ReadAsync(key.Workspace, db => MirrorStore.FindFeedAsync(db, key, resource, ct)))?.Position;

    private async Task<SageFailure?> PassAsync(BooksKey key, BooksResource resource, IBooksFeed feed, CancellationToken ct)
    {
        var pass = new FeedPass(database, key, resource, feed, time);
        while (true)
        {
            ct.ThrowIfCancellationRequested();
            var step = await pass.StepAsync(ct);
            if (!step.Succeeded(out var isOver, out var failure))
            {
                LogFailed(resource, key.BusinessId, failure.Message);
                await NoteAsync(key, resource, failure);
                return failure;
            }
            if (isOver)
                break;
        }
        await TellAsync(key, resource, ct);
        return null;
    }

    private Task NoteAsync(BooksKey key, BooksResource resource, SageFailure failure) =>
        database.WriteAsync(
            key.Workspace,
            async db => SyncFailures.Note(await MirrorStore.FeedAsync(db, key, resource), failure, time.GetUtcNow()),
            CancellationToken.None
        );

    private async Task TellAsync(BooksKey key, BooksResource resource, CancellationToken ct)
    {
        var feed = await database.ReadAsync(key.Workspace, db => MirrorStore.FindFeedAsync(db, key, resource, ct));
        if (feed is null)
            return;
        MirrorMetrics.PassEnded(feed);
        LogEnded(resource, key.BusinessId, feed.Read, feed.LastChanged);
        if (feed.DriftAt >= feed.BeganAt)
            LogDrift(resource, key.BusinessId, feed.DriftMissing, feed.DriftChanged, feed.DriftGone);
    }

    private Task WantFullAsync(DueLane lane, CancellationToken ct) =>
        database.WriteAsync(
            lane.Key.Workspace,
            async db =>
            {
                foreach (var resource in lane.Due.Full)
                    (await MirrorStore.FeedAsync(db, lane.Key, resource)).FullWanted = true;
            },
            ct
        );

    /// <summary>One cheap call between two rounds: the documents that were touched are asked for. False when Sage did not answer.</summary>
    private async Task<bool> AskLedgerAsync(DueLane lane, IBooksFeed feed, HashSet<BooksResource> resources, CancellationToken ct)
    {
        var askedAt = time.GetUtcNow();
        var answer = await feed.ReadLedgerChangesAsync(lane.Due.LedgerSince, ct);
        if (!answer.Succeeded(out var changes, out var failure))
        {
            await NoteAsync(lane.Key, BooksResource.SalesInvoices, failure);
            return false;
        }
        resources.UnionWith(changes.Touched);
        await database.WriteAsync(
            lane.Key.Workspace,
            async db => (await MirrorStore.FeedAsync(db, lane.Key, BooksResource.SalesInvoices)).LedgerAskedAt = askedAt,
            ct
        );
        return true;
    }

    private static string LockOf(BooksKey key) => $"sync:{key.Workspace}:{key.BusinessId}";

    private sealed record DueLane(BooksKey Key, SyncDue Due)
    {
        public (WorkspaceId, string) Id => (Key.Workspace, Key.BusinessId);
    }

    [LoggerMessage(1401, LogLevel.Error, "A lane of the mirror stopped for a reason of Ledgerbridge's own; it goes on within a minute")]
    private partial void LogFault(Exception fault);

    [LoggerMessage(1402, LogLevel.Warning, "{Resource} of {Business} could not be read further: {Reason}")]
    private partial void LogFailed(BooksResource resource, string business, string reason);

    [LoggerMessage(1403, LogLevel.Debug, "{Resource} of {Business} is in step: {Read} entries read, {Changed} copies changed")]
    private partial void LogEnded(BooksResource resource, string business, int read, int changed);

    [LoggerMessage(
        1404,
        LogLevel.Warning,
        "{Resource} of {Business} had drifted from Sage and was healed: {Missing} were missing, {Different} different, {Gone} gone"
    )]
    private partial void LogDrift(BooksResource resource, string business, int missing, int different, int gone);
}

/// <summary>Keeps the copies in step while the process runs.</summary>
internal sealed class MirrorSyncService(MirrorSync sync) : BackgroundService
{
    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => sync.RunAsync(stoppingToken);
}
