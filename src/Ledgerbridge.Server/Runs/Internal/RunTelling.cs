using System.Collections.Concurrent;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Server.Stores;
using Ledgerbridge.Server.Stores.Documents;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.Server.Runs.Internal;

/// <summary>
/// Tells shops how their documents stand, apart from the lanes, so that a shop which answers slowly or not at all holds nobody up. One
/// process at a time tells a shop. What a shop cannot be told now is told it later, and the rest of what it has to know waits with it;
/// once it takes one report again, it is told all the others.
/// </summary>
internal sealed partial class RunTelling(
    Database database,
    ProcessLocks locks,
    RunReports reports,
    RunSignals signals,
    TimeProvider time,
    ILogger<RunTelling> log
)
{
    private const int BatchMax = 50;
    private const int AtOnce = 4;
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<StoreKey, bool> _busy = new();

    /// <summary>Tells every shop all that is due for it now.</summary>
    public async Task TellDueAsync(CancellationToken ct) =>
        await Task.WhenAll((await DueStoresAsync(ct)).Select(store => TellStoreAsync(store, ct)));

    /// <summary>Tells until told to stop: as soon as a run has ended, and every second whatever is due.</summary>
    internal async Task RunAsync(CancellationToken ct)
    {
        using var seconds = new PeriodicTimer(LookEvery, time);
        var second = seconds.WaitForNextTickAsync(ct).AsTask();
        var telling = new List<Task>();
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await Task.WhenAny(signals.Ended.WaitToReadAsync(ct).AsTask(), second);
                ct.ThrowIfCancellationRequested();
                if (second.IsCompleted)
                    second = seconds.WaitForNextTickAsync(ct).AsTask();
                signals.Ended.TryRead(out _);
                telling.RemoveAll(static task => task.IsCompleted);
                var due = await DueStoresAsync(ct);
                telling.AddRange(
                    due.Where(store => !_busy.ContainsKey(store)).Select(store => Task.Run(() => GuardedAsync(store, ct), ct))
                );
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
        await Task.WhenAll(telling);
    }

    private async Task GuardedAsync(StoreKey store, CancellationToken ct)
    {
        try
        {
            await TellStoreAsync(store, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // What was not told is due still.
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            LogFault(fault);
        }
    }

    private async Task TellStoreAsync(StoreKey store, CancellationToken ct)
    {
        if (!_busy.TryAdd(store, true))
            return;
        try
        {
            // Each telling overwrites a whole row of the shop's grid, so two processes must not tell side by side.
            await using var held = await locks.TryTakeAsync($"reports:{store.Store}", ct);
            if (held is null)
                return;
            while (await DueRunsAsync(store, ct) is { Count: > 0 } due)
                await TellBatchAsync(store, due, ct);
        }
        finally
        {
            _busy.TryRemove(store, out _);
        }
    }

    private async Task TellBatchAsync(StoreKey store, List<RunRow> due, CancellationToken ct)
    {
        var told = new ConcurrentBag<RunRow>();
        var untold = new ConcurrentBag<RunRow>();
        var documents = due.GroupBy(static run => (run.EntityType, run.EntityId)).ToList();
        // A shop that does not answer is asked with one document, not with every one.
        await TellOneAsync(documents[0], ct);
        await Parallel.ForEachAsync(
            documents.Skip(1),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct },
            async (runs, token) => await TellOneAsync(runs, token)
        );
        await database.WriteAsync(store.Workspace, db => NoteAsync(db, store, told, untold), CancellationToken.None);

        async Task TellOneAsync(IGrouping<(StoreEntity, long), RunRow> runs, CancellationToken token)
        {
            var newest = runs.MaxBy(static run => run.FinishedAt)!;
            var isTold = untold.IsEmpty && await reports.TellAsync(newest, token);
            foreach (var run in runs)
                (isTold ? told : untold).Add(run);
        }
    }

    private async Task NoteAsync(LedgerDb db, StoreKey store, IReadOnlyCollection<RunRow> told, ConcurrentBag<RunRow> untold)
    {
        var now = time.GetUtcNow();
        foreach (var row in await PresentAsync(db, told))
            row.ReportDueAt = null;
        if (untold.IsEmpty)
        {
            if (await Postponed(db, store, now).AnyAsync())
                await Postponed(db, store, now).ExecuteUpdateAsync(update => update.SetProperty(static row => row.ReportDueAt, now));
            return;
        }
        var rows = await PresentAsync(db, untold);
        var attempts = untold.Max(static row => row.ReportAttempts) + 1;
        var wait = RunSchedule.After(attempts, asked: null);
        foreach (var row in rows)
            (row.ReportAttempts, row.ReportDueAt) = (attempts, wait is { } later ? now + later : null);
        if (wait is { } until)
        {
            await db.Rows<RunRow>()
                .Where(row => row.StoreId == store.Store && row.ReportDueAt <= now)
                .ExecuteUpdateAsync(update => update.SetProperty(static row => row.ReportDueAt, now + until));
        }
    }

    private static IQueryable<RunRow> Postponed(LedgerDb db, StoreKey store, DateTimeOffset now) =>
        db.Rows<RunRow>().Where(row => row.StoreId == store.Store && row.ReportDueAt > now);

    /// <summary>The rows of these runs, without those that came to another end while the shop was told: they are told anew.</summary>
    private static async Task<IReadOnlyList<RunRow>> PresentAsync(LedgerDb db, IReadOnlyCollection<RunRow> seen)
    {
        if (seen.Count == 0)
            return [];
        RunId[] ids = [.. seen.Select(static run => run.Id)];
        var ends = seen.ToDictionary(static run => run.Id, static run => (run.State, run.FinishedAt));
        var rows = await db.Rows<RunRow>().Where(row => ids.Contains(row.Id)).ToListAsync();
        return [.. rows.Where(row => (row.State, row.FinishedAt) == ends[row.Id])];
    }

    private async Task<IReadOnlyList<StoreKey>> DueStoresAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        return await database.ReadAllAsync(db =>
            db.Rows<RunRow>()
                .Where(row => row.ReportDueAt <= now)
                .Select(static row => new StoreKey(row.WorkspaceId, row.StoreId))
                .Distinct()
                .ToListAsync(ct)
        );
    }

    private Task<List<RunRow>> DueRunsAsync(StoreKey store, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        return database.ReadAsync(
            store.Workspace,
            db =>
                db.Rows<RunRow>()
                    .AsNoTracking()
                    .Where(row => row.StoreId == store.Store && row.ReportDueAt <= now)
                    .OrderBy(static row => row.ReportDueAt)
                    .ThenBy(static row => row.Id)
                    .Take(BatchMax)
                    .ToListAsync(ct)
        );
    }

    [LoggerMessage(1303, LogLevel.Error, "Telling shops stopped for a reason of Ledgerbridge's own; it is taken up again within a second")]
    private partial void LogFault(Exception fault);
}

/// <summary>Keeps shops told while the process runs.</summary>
internal sealed class RunTellingService(RunTelling telling) : BackgroundService
{
    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => telling.RunAsync(stoppingToken);
}
