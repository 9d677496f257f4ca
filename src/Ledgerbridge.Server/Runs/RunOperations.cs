using Ledgerbridge.Kernel;
using Ledgerbridge.Server.Audit;
using Ledgerbridge.Server.Connections;
using Ledgerbridge.Server.Posting.Plans;
using Ledgerbridge.Server.Runs.Internal;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Server.Stores;
using Ledgerbridge.Server.Stores.Documents;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.Server.Runs;

/// <summary>What people do with runs: send them round again, take back what they posted, ask for documents, wonder about them.</summary>
internal sealed class RunOperations(
    Database database,
    StorePolicies policies,
    StorePlaces places,
    ProcessLocks locks,
    IStoreRuns runs,
    IRunSignal signal,
    RunUndoing undoing,
    RunPlanning planning,
    AuditLog audit,
    Ids ids,
    TimeProvider time
)
{
    /// <summary>A backfill covers at most so many documents.</summary>
    public const int BackfillMax = 10_000;

    private static readonly Problem NoSuchRun = new(ProblemCode.NotFound, "There is no such run in this workspace.");
    private static readonly Problem NoSuchStore = new(ProblemCode.NotFound, "There is no such shop in this workspace.");

    /// <summary>Sends a run that failed, was left out or waits round again, under the shop's present rules.</summary>
    public async Task<Result<RunId>> RetryAsync(WorkspaceId workspace, Actor actor, RunId id, CancellationToken ct)
    {
        if (await FindAsync(workspace, id, ct) is not { } seen)
            return NoSuchRun;
        await using var alone = await RunUndoing.AloneAsync(locks, workspace, ct);
        if (alone is null)
            return RunUndoing.Busy;
        var version = await VersionAsync(seen, ct);
        var retried = await database.WriteAsync<Result<RunId>>(
            workspace,
            async db =>
            {
                var run = await db.Rows<RunRow>().SingleAsync(row => row.Id == id);
                if (!CanRetry(run))
                    return new Problem(ProblemCode.Conflict, $"A run that is {run.State.Text()} cannot be sent round again.");
                Requeue(run, version);
                await audit.AppendAsync(db, workspace, Event(AuditAction.RunRetried, actor, run, $"The run {NameOf(run)} is tried again."));
                return run.Id;
            },
            ct
        );
        signal.Raise(BooksOf(seen));
        return retried;
    }

    /// <summary>Sends all failed runs of one cause round again; how many there were.</summary>
    public async Task<Result<int>> RetryCauseAsync(WorkspaceId workspace, Actor actor, string cause, StoreId? store, CancellationToken ct)
    {
        if (RunWords.CauseOf(cause) is null)
            return Problem.Invalid("cause", $"'{cause}' is no cause. The sync history lists those there are.");
        await using var alone = await RunUndoing.AloneAsync(locks, workspace, ct);
        if (alone is null)
            return RunUndoing.Busy;
        var failed = await database.ReadAsync(
            workspace,
            db =>
                db.Rows<RunRow>()
                    .AsNoTracking()
                    .Where(row => row.Cause == cause && row.State == RunState.Failed && (store == null || row.StoreId == store))
                    .OrderBy(static row => row.Id)
                    .ToListAsync(ct)
        );
        var versions = new Dictionary<StoreId, int>();
        foreach (var run in failed.DistinctBy(static run => run.StoreId))
            versions[run.StoreId] = await VersionAsync(run, ct);
        var retried = await database.WriteAsync(
            workspace,
            async db =>
            {
                RunId[] wanted = [.. failed.Select(static run => run.Id)];
                var rows = await db.Rows<RunRow>().Where(row => wanted.Contains(row.Id) && row.State == RunState.Failed).ToListAsync();
                foreach (var run in rows)
                    Requeue(run, versions[run.StoreId]);
                if (rows.Count > 0)
                {
                    var sentence = $"{rows.Count} failed runs with the cause {cause} are tried again.";
                    await audit.AppendAsync(db, workspace, new AuditEvent(AuditAction.RunRetried, AuditStatus.Success, actor, sentence));
                }
                return rows.Count;
            },
            ct
        );
        foreach (var books in failed.Select(BooksOf).Distinct())
            signal.Raise(books);
        return retried;
    }

    /// <summary>Takes back what a run posted, last first, and says why in the audit log.</summary>
    public async Task<Result<RunId>> UndoAsync(WorkspaceId workspace, Actor actor, RunId id, string reason, CancellationToken ct)
    {
        if (await FindAsync(workspace, id, ct) is not { } run)
            return NoSuchRun;
        return await undoing.UndoAsync(run, actor, reason, ct);
    }

    /// <summary>Asks a shop for documents by their numbers; how many runs there are for them now.</summary>
    public async Task<Result<int>> BackfillAsync(StoreKey store, Actor actor, EventName name, long from, long to, CancellationToken ct)
    {
        if (await places.FindAsync(store, ct) is not { } place)
            return NoSuchStore;
        if (from < 1)
            return Problem.Invalid("from_id", "The shop's numbers begin with 1.");
        if (to < from || to - from >= BackfillMax)
        {
            var sentence = $"From the first number to the last there have to be 1 to {BackfillMax} documents.";
            return Problem.Invalid([new FieldError("from_id", sentence), new FieldError("to_id", sentence)]);
        }
        var accepted = 0;
        for (var start = from; start <= to; start += BatchMax)
        {
            var (first, last) = (start, Math.Min(to, start + BatchMax - 1));
            accepted += await database.WriteAsync(
                store.Workspace,
                async db =>
                {
                    for (var number = first; number <= last; number++)
                        await runs.AcceptAsync(db, EventOf(place, name, number));
                    return (int)(last - first + 1);
                },
                ct
            );
        }
        var told = new AuditEvent(
            AuditAction.RunBackfilled,
            AuditStatus.Success,
            actor,
            $"{accepted} documents were asked of {place.Name}: {name.Text()} {from} to {to}."
        )
        {
            Target = new AuditTarget("store", store.Store.Text),
        };
        await audit.AppendAsync(store.Workspace, told, ct);
        signal.Raise(place.Books);
        return accepted;
    }

    /// <summary>Plans an event without posting anything.</summary>
    public async Task<Result<PlanResult>> WonderAsync(StoreKey store, EventName name, long entityId, CancellationToken ct)
    {
        if (await places.FindAsync(store, ct) is not { } place)
            return NoSuchStore;
        if (entityId < 1)
            return Problem.Invalid("entity_id", "The shop's number of the document is 1 or more.");
        var task = new PlanTask(ids.New<Ids.Run>(), store, place.Books, name, entityId, place.PolicyVersion, OccurredAt: null);
        return await planning.PlanAsync(task, ct);
    }

    /// <summary>True for a run that a person may send round again.</summary>
    public static bool CanRetry(RunRow run) => run.State is RunState.Failed or RunState.Skipped or RunState.Waiting;

    private const int BatchMax = 100;

    private void Requeue(RunRow run, int policyVersion)
    {
        var now = time.GetUtcNow();
        run.MoveTo(RunState.Queued, now);
        (run.Attempts, run.NextAttemptAt, run.PolicyVersion, run.WaitsFor) = (0, now, policyVersion, "");
    }

    private async Task<int> VersionAsync(RunRow run, CancellationToken ct) =>
        (await policies.CurrentAsync(new StoreKey(run.WorkspaceId, run.StoreId), ct))?.Version ?? run.PolicyVersion;

    private StoreEvent EventOf(StorePlace place, EventName name, long number) =>
        new()
        {
            Workspace = place.Store.Workspace,
            Store = place.Store.Store,
            Connection = place.Books.Connection,
            BusinessId = place.Books.BusinessId,
            PolicyVersion = place.PolicyVersion,
            Name = name,
            EntityId = number,
            OccurredAt = time.GetUtcNow(),
            IsBackfill = true,
        };

    private Task<RunRow?> FindAsync(WorkspaceId workspace, RunId id, CancellationToken ct) =>
        database.ReadAsync(workspace, db => db.Rows<RunRow>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, ct));

    private static BooksKey BooksOf(RunRow run) => new(run.WorkspaceId, run.ConnectionId, run.BusinessId);

    internal static string NameOf(RunRow run) => run.Number.Length > 0 ? $"{run.Event.Text()} {run.Number}" : run.IdempotencyKey;

    internal static AuditEvent Event(AuditAction action, Actor actor, RunRow run, string sentence) =>
        new(action, AuditStatus.Success, actor, sentence) { Target = new AuditTarget("run", run.Id.Text) };
}
