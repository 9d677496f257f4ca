using Ledgerbridge.Server.Audit.Internal;
using Ledgerbridge.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.Server.Audit;

/// <summary>What verification found.</summary>
/// <param name="Entries">How many entries were read.</param>
/// <param name="Problem">The first thing that is wrong, in words; null when the chain is whole.</param>
internal sealed record AuditVerdict(long Entries, string? Problem);

/// <summary>
/// Works the whole chain of a workspace out again: numbers without gaps, each hash over its entry and the hash before it, the end where
/// the head says, and
/// every preview standing where the entries of its thread put it.
/// </summary>
internal sealed class AuditVerifier(Database database)
{
    private const int PageSize = 1000;

    /// <summary>Verifies one workspace's log.</summary>
    public async Task<AuditVerdict> VerifyAsync(WorkspaceId workspace, CancellationToken ct)
    {
        var (seq, hash) = (0L, AuditChain.Beginning);
        var threads = new Dictionary<string, AuditStatus>(StringComparer.Ordinal);
        var previews = new Dictionary<string, AuditStatus>(StringComparer.Ordinal);
        while (true)
        {
            var after = seq;
            var rows = await database.ReadAsync(
                workspace,
                db =>
                    db.Rows<AuditEntryRow>()
                        .AsNoTracking()
                        .Where(row => row.Seq > after)
                        .OrderBy(static row => row.Seq)
                        .Take(PageSize)
                        .ToListAsync(ct)
            );
            foreach (var row in rows)
            {
                if (FaultOf(row, seq, hash) is { } fault)
                    return new AuditVerdict(seq, fault);
                (seq, hash) = (row.Seq, row.Hash);
                Follow(row, threads, previews);
            }
            if (rows.Count < PageSize)
                break;
        }
        return new AuditVerdict(seq, await FaultOfHeadAsync(workspace, seq, hash, ct) ?? FaultOfPreviews(threads, previews));
    }

    private static string? FaultOf(AuditEntryRow row, long lastSeq, string lastHash) =>
        row.Seq != lastSeq + 1 ? $"Entry {lastSeq + 1} is missing: after {lastSeq} comes {row.Seq}."
        : row.PreviousHash != lastHash ? $"Entry {row.Seq} does not continue the entry before it; one of the two was changed."
        : row.Hash != AuditChain.HashOf(row) ? $"Entry {row.Seq} was changed after it was written."
        : null;

    private static void Follow(AuditEntryRow row, Dictionary<string, AuditStatus> threads, Dictionary<string, AuditStatus> previews)
    {
        if (row.Outcome == AuditStatus.Preview)
        {
            previews[row.Id.Text] = row.Status;
            threads[row.Id.Text] = AuditStatus.Preview;
        }
        else if (row.Thread.Length > 0)
        {
            threads[row.Thread] = row.Outcome;
        }
        else if (row.Status != row.Outcome)
        {
            // Told by the caller, who compares every preview and finds that this entry is none.
            previews[row.Id.Text] = row.Status;
            threads[row.Id.Text] = row.Outcome;
        }
    }

    private async Task<string?> FaultOfHeadAsync(WorkspaceId workspace, long seq, string hash, CancellationToken ct)
    {
        var head = await database.ReadAsync(workspace, db => db.Rows<AuditHeadRow>().AsNoTracking().FirstOrDefaultAsync(ct));
        return head is null && seq == 0 ? null
            : head is null || head.Seq != seq || head.Hash != hash
                ? $"The log ends at entry {seq}, but {head?.Seq ?? 0} entries were written."
            : null;
    }

    private static string? FaultOfPreviews(Dictionary<string, AuditStatus> threads, Dictionary<string, AuditStatus> previews)
    {
        var wrong = previews.Where(pair => threads[pair.Key] != pair.Value).Select(static pair => pair.Key).FirstOrDefault();
        return wrong is null ? null : $"The entry {wrong} does not stand where its later entries put it.";
    }
}
