using System.Threading.Channels;
using Ledgerbridge.Server.Connections;
using Ledgerbridge.Server.Runs.Internal;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Server.Stores;
using Ledgerbridge.Server.Stores.Documents;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.Server.Runs;

/// <summary>
/// Is told that a business's lane has work. What it does about it is its own affair; the work is in the database already.
/// </summary>
internal interface IRunSignal
{
    /// <summary>The lane of these books has work. Returns at once and never fails: lanes also look by themselves.</summary>
    void Raise(BooksKey books);
}

/// <summary>Hands raised lanes to whoever runs them in this process; in a process that runs none, others find the work.</summary>
internal sealed class RunSignals : IRunSignal
{
    private const int KeptMax = 1_000;

    private readonly Channel<BooksKey> _raised = Channel.CreateBounded<BooksKey>(
        new BoundedChannelOptions(KeptMax) { FullMode = BoundedChannelFullMode.DropOldest }
    );

    private readonly Channel<bool> _ended = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    /// <summary>Has something to read when runs have ended since it was last read.</summary>
    public ChannelReader<bool> Ended => _ended.Reader;

    /// <summary>Says that a run has come to its end.</summary>
    public void End() => _ended.Writer.TryWrite(true);

    /// <summary>The lanes that were raised, oldest first.</summary>
    public ChannelReader<BooksKey> Raised => _raised.Reader;

    /// <inheritdoc />
    public void Raise(BooksKey books) => _raised.Writer.TryWrite(books);
}

/// <summary>Keeps the events of shops as runs, each document once.</summary>
internal sealed class RunIntake(Database database, IRunSignal signal, Ids ids, TimeProvider time) : IStoreRuns
{
    private const int InsertAttemptsMax = 3;

    /// <summary>Translated once for this server's database.</summary>
    private readonly Func<LedgerDb, StoreId, string, Task<RunRow?>> _slotHolder = EF.CompileAsyncQuery(
        static (LedgerDb db, StoreId store, string slot) =>
            db.Set<RunRow>().IgnoreQueryFilters().FirstOrDefault(row => row.StoreId == store && row.Slot == slot)
    );

    /// <inheritdoc />
    public async Task<RunId> AcceptAsync(LedgerDb db, StoreEvent happened)
    {
        for (var attempt = 0; attempt < InsertAttemptsMax; attempt++)
        {
            var id = ids.New<Ids.Run>();
            if (await RunStore.InsertAsync(db, id, happened, time.GetUtcNow()))
                return id;
            if (await _slotHolder(db, happened.Store, happened.Key) is not { } told)
                continue;
            // The shop's operator sends a failed document again by telling its event again.
            if (told.State == RunState.Failed)
                Requeue(told, happened.PolicyVersion);
            return told.Id;
        }
        throw new InvalidOperationException("A run's slot was taken and free at the same time, again and again.");
    }

    /// <inheritdoc />
    public void Wake(StoreEvent happened) => signal.Raise(new BooksKey(happened.Workspace, happened.Connection, happened.BusinessId));

    /// <inheritdoc />
    public Task<StoreRunCounts> CountAsync(StoreKey store, DateTimeOffset failedSince, CancellationToken ct) =>
        database.ReadAsync(
            store.Workspace,
            async db =>
            {
                var rows = db.Rows<RunRow>().Where(row => row.StoreId == store.Store);
                RunState[] open = [RunState.Queued, RunState.Running, RunState.Waiting];
                var last = default(DateTimeOffset?);
                foreach (var end in Enum.GetValues<RunState>().Where(static state => state.IsEnd()))
                {
                    var at = await rows.Where(row => row.State == end)
                        .OrderByDescending(static row => row.FinishedAt)
                        .Select(static row => row.FinishedAt)
                        .FirstOrDefaultAsync(ct);
                    last = last is null || at > last ? at : last;
                }
                return new StoreRunCounts(
                    await rows.CountAsync(row => open.Contains(row.State), ct),
                    await rows.CountAsync(row => row.State == RunState.Failed && row.FinishedAt >= failedSince, ct),
                    last
                );
            }
        );

    /// <inheritdoc />
    public Task<StoreRunFacts?> FindAsync(StoreKey store, StoreEntity entity, long entityId, CancellationToken ct) =>
        database.ReadAsync(
            store.Workspace,
            async db =>
                await db.Rows<RunRow>()
                    .AsNoTracking()
                    .Where(row => row.StoreId == store.Store && row.EntityType == entity && row.EntityId == entityId)
                    .OrderByDescending(static row => row.Id)
                    .FirstOrDefaultAsync(ct)
                    is { } row
                    ? new StoreRunFacts(
                        row.Id,
                        row.State.ToString().ToLowerInvariant(),
                        row.OutcomeReference,
                        row.Sentence,
                        row.FinishedAt ?? row.StartedAt ?? row.CreatedAt
                    )
                    : null
        );

    private void Requeue(RunRow run, int policyVersion)
    {
        var now = time.GetUtcNow();
        run.MoveTo(RunState.Queued, now);
        (run.Attempts, run.NextAttemptAt, run.PolicyVersion) = (0, now, policyVersion);
    }
}
