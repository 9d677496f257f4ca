using Ledgerbridge.Kernel;
using Ledgerbridge.Server.Audit;
using Ledgerbridge.Server.Connections;
using Ledgerbridge.Server.Hosting;
using Ledgerbridge.Server.Posting;
using Ledgerbridge.Server.Posting.Plans;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Server.Stores.Documents;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.Server.Runs.Internal;

/// <summary>
/// Takes back what a run posted: payments and allocations are deleted, documents voided, in the reverse of the order in which they were
/// made. Contacts and items stay: others may use them. Each step goes through the journal, so an undo that is interrupted is carried on by
/// asking for it again.
/// </summary>
internal sealed class RunUndoing(PostingJournal journal, Database database, ProcessLocks locks, AuditLog audit, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly Dictionary<PostingKind, PostingKind> Opposites = new()
    {
        [PostingKind.InvoiceCreate] = PostingKind.InvoiceVoid,
        [PostingKind.CreditNoteCreate] = PostingKind.CreditNoteVoid,
        [PostingKind.PaymentCreate] = PostingKind.PaymentDelete,
        [PostingKind.AllocationCreate] = PostingKind.AllocationDelete,
    };

    /// <summary>Told when somebody else holds <see cref="AloneAsync"/> for longer than anybody should wait.</summary>
    public static readonly Problem Busy = new(ProblemCode.Conflict, "Another run is being taken back just now. Ask again in a moment.");

    /// <summary>
    /// Taking back and sending round again keep out of each other's way in a workspace; null when the other takes too long.
    /// </summary>
    public static Task<IAsyncDisposable?> AloneAsync(ProcessLocks locks, WorkspaceId workspace, CancellationToken ct) =>
        locks.TakeAsync($"undo:{workspace}", Patience, ct);

    /// <summary>True when there is anything in the books that could be taken back.</summary>
    public static bool CanUndo(RunRow run) =>
        run.State is RunState.Synced or RunState.Failed
        && run.OutcomeId.Length > 0
        && run.EntityType is StoreEntity.Invoice or StoreEntity.CreditMemo;

    /// <summary>Takes everything back; the problem of the first step that could not be.</summary>
    public async Task<Result<RunId>> UndoAsync(RunRow run, Actor actor, string reason, CancellationToken ct)
    {
        // Sent round again meanwhile, it would take what is just being voided for posted.
        await using var alone = await AloneAsync(locks, run.WorkspaceId, ct);
        if (alone is null)
            return Busy;
        var present = await database.ReadAsync(
            run.WorkspaceId,
            db => db.Rows<RunRow>().AsNoTracking().SingleAsync(row => row.Id == run.Id, ct)
        );
        if (!CanUndo(present))
            return new Problem(ProblemCode.Conflict, "This run left nothing in the books that could be taken back.");
        var postings = await journal.OfRunAsync(run.WorkspaceId, run.Id, ct);
        var posted = postings.Where(static p => p.State is PostingState.Posted or PostingState.Differs).ToList();
        foreach (var posting in posted.Where(p => Opposites.ContainsKey(p.Kind) && !IsUndone(p, posted)).Reverse())
        {
            var intent = OppositeOf(run, posting, actor, reason);
            var id = await journal.StoreOnceAsync(intent, ct);
            var status = await journal.CarryOutAsync(run.WorkspaceId, id, Patience, ct);
            if (status.State != PostingState.Posted)
                return status.Problem ?? new Problem(ProblemCode.SageUnavailable, "Sage has not taken it back yet. Ask again in a while.");
            await database.WriteAsync(run.WorkspaceId, db => PostingJournal.FreeKeyAsync(db, posting.Id), CancellationToken.None);
        }
        return await FinishAsync(run, actor, reason);
    }

    private Task<Result<RunId>> FinishAsync(RunRow seen, Actor actor, string reason) =>
        database.WriteAsync<Result<RunId>>(
            seen.WorkspaceId,
            async db =>
            {
                var now = time.GetUtcNow();
                var run = await db.Rows<RunRow>().SingleAsync(row => row.Id == seen.Id);
                run.MoveTo(RunState.Skipped, now);
                (run.SkipReason, run.FailureClass, run.Cause, run.NextStep) = (SkipReason.Undone.Code(), "", null, "");
                (run.OutcomeId, run.OutcomeReference) = ("", "");
                run.Sentence = $"What it posted was taken back: {reason}";
                (run.ReportDueAt, run.ReportAttempts) = (now, 0);
                var sentence = $"The run {RunOperations.NameOf(run)} was undone: {reason.TrimEnd('.')}.";
                await audit.AppendAsync(db, run.WorkspaceId, RunOperations.Event(AuditAction.RunUndone, actor, run, sentence));
                return run.Id;
            },
            CancellationToken.None
        );

    private static bool IsUndone(PostingRecord posting, IEnumerable<PostingRecord> posted) =>
        posted.Any(other => other.Kind == Opposites[posting.Kind] && other.Key == KeyOf(posting));

    private static string KeyOf(PostingRecord posting) => $"undo:{posting.Id.Text}";

    private static PostingIntent OppositeOf(RunRow run, PostingRecord posting, Actor actor, string reason)
    {
        var document = Opposites[posting.Kind] switch
        {
            PostingKind.InvoiceVoid => ApiJson.Text(new VoidDocument(posting.SageId, reason, Draft: null)),
            PostingKind.CreditNoteVoid => ApiJson.Text(new CreditNoteVoidDocument(posting.SageId, reason)),
            PostingKind.PaymentDelete => ApiJson.Text(new PaymentDeleteDocument(posting.SageId)),
            _ => ApiJson.Text(new AllocationDeleteDocument(posting.SageId)),
        };
        var books = new BooksKey(run.WorkspaceId, run.ConnectionId, run.BusinessId);
        return new PostingIntent(Opposites[posting.Kind], KeyOf(posting), books, actor, document) { Run = run.Id };
    }
}
