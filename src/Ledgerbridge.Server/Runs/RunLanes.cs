using System.Collections.Concurrent;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Connections;
using Ledgerbridge.Server.Runs.Internal;
using Ledgerbridge.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.Server.Runs;

/// <summary>
/// Works on runs: one lane for each business, each in order of what is due, different ones side by side. A lane is held by one process of
/// all through a lock that dies with it; the work is in the database, so whoever holds the lane next goes on.
/// </summary>
internal sealed partial class RunLanes(
    Database database,
    ProcessLocks locks,
    Businesses businesses,
    RunWorker worker,
    RunTelling telling,
    RunSignals signals,
    SageGateway gateway,
    TimeProvider time,
    ILogger<RunLanes> log
)
{
    private const int BatchMax = 25;
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait for the allowance that a lane sits out; after that it is looked at again like all others.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<BooksKey, bool> _busy = new();

    /// <summary>
    /// Works on everything that is due now, in all lanes, tells the shops, and returns how many attempts were made.
    /// </summary>
    public async Task<int> WorkOnDueAsync(CancellationToken ct)
    {
        var attempts = await Task.WhenAll((await DueLanesAsync(ct)).Select(lane => WorkAsync(lane, ct)));
        await telling.TellDueAsync(ct);
        return attempts.Sum();
    }

    /// <summary>Works until told to stop: at once when a lane is raised, and every second on whatever is due.</summary>
    internal async Task RunAsync(CancellationToken ct)
    {
        using var seconds = new PeriodicTimer(LookEvery, time);
        var second = seconds.WaitForNextTickAsync(ct).AsTask();
        var lanes = new List<Task>();
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await Task.WhenAny(signals.Raised.WaitToReadAsync(ct).AsTask(), second);
                ct.ThrowIfCancellationRequested();
                var due = new HashSet<BooksKey>();
                while (signals.Raised.TryRead(out var raised))
                    due.Add(raised);
                // However many lanes are raised, nobody else's are forgotten.
                if (second.IsCompleted)
                {
                    second = seconds.WaitForNextTickAsync(ct).AsTask();
                    due.UnionWith(await DueLanesAsync(ct));
                }
                lanes.RemoveAll(static lane => lane.IsCompleted);
                lanes.AddRange(due.Where(lane => !_busy.ContainsKey(lane)).Select(lane => Task.Run(() => GuardedAsync(lane, ct), ct)));
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                break;
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                LogFault(fault);
                await Task.WhenAny(second);
            }
        }
        await Task.WhenAll(lanes);
    }

    private async Task GuardedAsync(BooksKey lane, CancellationToken ct)
    {
        try
        {
            await WorkAsync(lane, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // What was begun is in the database.
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            LogFault(fault);
        }
    }

    private async Task<int> WorkAsync(BooksKey lane, CancellationToken ct)
    {
        if (!_busy.TryAdd(lane, true))
            return 0;
        try
        {
            await using var held = await locks.TryTakeAsync($"runs:{lane.Connection}:{lane.BusinessId}", ct);
            // While Sage is not connected nothing is attempted and nothing given up: the lane goes on once it is.
            if (held is null || !await businesses.IsConnectedAsync(lane, ct))
                return 0;
            var attempts = 0;
            while (await DueRunsAsync(lane, ct) is { Count: > 0 } due)
            {
                foreach (var run in due)
                {
                    if (!await MayCallAsync(lane, ct))
                        return attempts;
                    ct.ThrowIfCancellationRequested();
                    var ended = await worker.WorkAsync(run, ct);
                    attempts++;
                    if (ended.ReportDueAt is not null)
                        signals.End();
                }
            }
            return attempts;
        }
        finally
        {
            _busy.TryRemove(lane, out _);
        }
    }

    /// <summary>
    /// Waits until Sage's limits let the lane make a call, while others may use the business: nothing is in hand yet. False when that
    /// takes long, as at the end of a day's allowance.
    /// </summary>
    private async Task<bool> MayCallAsync(BooksKey lane, CancellationToken ct)
    {
        while (gateway.Budget.UntilAllowed(lane.BusinessId, CallPriority.Posting) is { Ticks: > 0 } wait)
        {
            if (wait > LongestPause)
                return false;
            await Task.Delay(wait, time, ct);
        }
        return true;
    }

    private async Task<IReadOnlyCollection<BooksKey>> DueLanesAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var due = await database.ReadAllAsync(db =>
            db.Rows<RunRow>()
                .Where(row => row.NextAttemptAt <= now || row.HeldBy != null)
                .Select(static row => new BooksKey(row.WorkspaceId, row.ConnectionId, row.BusinessId))
                .Distinct()
                .ToListAsync(ct)
        );
        return due;
    }

    /// <summary>
    /// What is due in a lane, in the order it became so; first of all what a process that died was at, which nobody else can be while the
    /// lane is held.
    /// </summary>
    private Task<List<RunRow>> DueRunsAsync(BooksKey lane, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        return database.ReadAsync(
            lane.Workspace,
            async db =>
            {
                var rows = db.Rows<RunRow>()
                    .AsNoTracking()
                    .Where(row => row.ConnectionId == lane.Connection && row.BusinessId == lane.BusinessId);
                var left = await rows.Where(static row => row.HeldBy != null).OrderBy(static row => row.Id).Take(BatchMax).ToListAsync(ct);
                if (left.Count > 0)
                    return left;
                return await rows.Where(row => row.NextAttemptAt <= now)
                    .OrderBy(static row => row.NextAttemptAt)
                    .ThenBy(static row => row.Id)
                    .Take(BatchMax)
                    .ToListAsync(ct);
            }
        );
    }

    [LoggerMessage(1302, LogLevel.Error, "A lane stopped for a reason of Ledgerbridge's own; it is taken up again within a second")]
    private partial void LogFault(Exception fault);
}

/// <summary>Keeps the lanes running while the process does.</summary>
internal sealed class RunLanesService(RunLanes lanes) : BackgroundService
{
    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => lanes.RunAsync(stoppingToken);
}
