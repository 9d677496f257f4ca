using Ledgerbridge.Server.Audit.Internal;
using Ledgerbridge.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.Server.Audit;

/// <summary>An entry as other features may see it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Action">What happened.</param>
/// <param name="Status">How it stands now.</param>
/// <param name="At">When it was written.</param>
/// <param name="Request">What was asked, as JSON.</param>
/// <param name="Response">What came of it, as JSON.</param>
internal sealed record AuditRecord(AuditEntryId Id, string Action, AuditStatus Status, DateTimeOffset At, string Request, string Response);

/// <summary>
/// The log of everything that was ever done in a workspace: append-only, each entry chained to the one before. Entries are written in the
/// transaction of what they tell, so that neither exists without the other.
/// </summary>
internal sealed class AuditLog(Database database, Ids ids, TimeProvider time)
{
    /// <summary>Every entry begins with it, so it is translated once and not looked up each time.</summary>
    private readonly Func<LedgerDb, WorkspaceId, Task<AuditHeadRow?>> _headOf = EF.CompileAsyncQuery(
        static (LedgerDb db, WorkspaceId workspace) =>
            db.Set<AuditHeadRow>().IgnoreQueryFilters().FirstOrDefault(row => row.WorkspaceId == workspace)
    );

    /// <summary>Writes an entry in the caller's transaction and returns its id.</summary>
    public async Task<AuditEntryId> AppendAsync(LedgerDb db, WorkspaceId workspace, AuditEvent entry)
    {
        var head = await HeadAsync(db, workspace);
        var row = new AuditEntryRow
        {
            Id = ids.New<Ids.AuditEntry>(),
            WorkspaceId = workspace,
            Seq = head.Seq + 1,
            At = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds()),
            ActorKind = entry.Actor.Kind,
            ActorId = entry.Actor.Id,
            Action = entry.Action.Text(),
            Outcome = entry.Outcome,
            Status = entry.Standing ?? entry.Outcome,
            TargetKind = entry.Target?.Kind ?? "",
            TargetId = entry.Target?.Id ?? "",
            Thread = entry.Thread?.Text ?? "",
            Summary = AuditSecrets.Hide(entry.Summary),
            Request = entry.Exact ? entry.Request : AuditSecrets.Hide(entry.Request),
            Response = entry.Exact ? entry.Response : AuditSecrets.Hide(entry.Response),
            PreviousHash = head.Hash,
        };
        row.Hash = AuditChain.HashOf(row);
        (head.Seq, head.Hash) = (row.Seq, row.Hash);
        db.Add(row);
        return row.Id;
    }

    /// <summary>Writes an entry in a transaction of its own.</summary>
    public Task<AuditEntryId> AppendAsync(WorkspaceId workspace, AuditEvent entry, CancellationToken ct) =>
        database.WriteAsync(workspace, db => AppendAsync(db, workspace, entry), ct);

    /// <summary>
    /// Moves a preview's entry on, in the caller's transaction. False, and nothing changed, when it does not stand at
    /// <paramref name="from"/>: somebody else
    /// was first.
    /// </summary>
    public static async Task<bool> MoveAsync(LedgerDb db, AuditEntryId id, AuditStatus from, AuditStatus to) =>
        await db.Rows<AuditEntryRow>()
            .Where(row => row.Id == id && row.Status == from)
            .ExecuteUpdateAsync(update => update.SetProperty(static row => row.Status, to)) == 1;

    /// <summary>Reads one entry; null when the workspace has none of that id.</summary>
    public Task<AuditRecord?> FindAsync(WorkspaceId workspace, AuditEntryId id, CancellationToken ct) =>
        database.ReadAsync(
            workspace,
            db =>
                db.Rows<AuditEntryRow>()
                    .AsNoTracking()
                    .Where(row => row.Id == id)
                    .Select(static row => new AuditRecord(row.Id, row.Action, row.Status, row.At, row.Request, row.Response))
                    .FirstOrDefaultAsync(ct)
        );

    private async Task<AuditHeadRow> HeadAsync(LedgerDb db, WorkspaceId workspace)
    {
        var head =
            db.Set<AuditHeadRow>().Local.FindEntry(workspace)?.Entity
            ?? (
                db.WritesAlone()
                    ? await _headOf(db, workspace)
                    : await db.Locked<AuditHeadRow>(AuditTables.Heads, "workspace_id", workspace.Text).SingleOrDefaultAsync()
            );
        if (head is not null)
            return head;
        head = new AuditHeadRow { WorkspaceId = workspace, Hash = AuditChain.Beginning };
        db.Add(head);
        return head;
    }
}
