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
/// the head says, every preview standing where the entries of its thread put it, and every other entry standing as it was written. May run
/// while entries are written: it goes as far as the head stood when it began.
/// </summary>
internal sealed class AuditVerifier(Database database)
{
    private const int PageSize = 1000;

    /// <summary>Verifies one workspace's log.</summary>
    public async Task<AuditVerdict> VerifyAsync(WorkspaceId workspace, CancellationToken ct)
    {
        AuditHeadRow? head;
        try
        {
            head = await database.ReadAsync(workspace, db => db.Rows<AuditHeadRow>().AsNoTracking().SingleOrDefaultAsync(ct));
        }
        catch (Exception failure) when (IsUnreadable(failure))
        {
            return new AuditVerdict(0, "The row that says where the log ends cannot be read; it was changed.");
        }
        if (head is null)
            return new AuditVerdict(0, "The row that says where the log ends is missing; a workspace has one from its beginning.");
        var walk = new Walk(head.Seq);
        while (await PageAsync(workspace, walk, ct) is { Count: > 0 } rows)
        {
            foreach (var row in rows)
                walk.Take(row);
        }
        walk.Problem ??= walk.FaultAtEnd(head) ?? await FaultBeyondAsync(workspace, ct);
        foreach (var preview in walk.Doubtful)
            walk.Problem ??= await FaultOfPreviewAsync(workspace, preview, ct);
        return new AuditVerdict(walk.Seq, walk.Problem);
    }

    /// <summary>The next entries; none at the end, or once something is wrong.</summary>
    private async Task<List<AuditEntryRow>> PageAsync(WorkspaceId workspace, Walk walk, CancellationToken ct)
    {
        if (walk.Problem is not null)
            return [];
        var (after, end) = (walk.Seq, walk.End);
        try
        {
            return await database.ReadAsync(
                workspace,
                db =>
                    db.Rows<AuditEntryRow>()
                        .AsNoTracking()
                        .Where(row => row.Seq > after && row.Seq <= end)
                        .OrderBy(static row => row.Seq)
                        .Take(PageSize)
                        .ToListAsync(ct)
            );
        }
        catch (Exception failure) when (IsUnreadable(failure))
        {
            walk.Problem = $"An entry after {after} cannot be read; it was changed after it was written.";
            return [];
        }
    }

    /// <summary>Whether a row holds something that was never written there, such as a status that does not exist.</summary>
    private static bool IsUnreadable(Exception failure) =>
        failure is FormatException or InvalidOperationException or InvalidCastException or ArgumentException or OverflowException;

    private async Task<string?> FaultBeyondAsync(WorkspaceId workspace, CancellationToken ct)
    {
        // One statement, so that an entry which is being written does not look like one that was put in.
        var beyond = await database.ReadAsync(
            workspace,
            db =>
                db.Rows<AuditEntryRow>().AnyAsync(row => row.Seq < 1 || row.Seq > db.Rows<AuditHeadRow>().Max(static head => head.Seq), ct)
        );
        return beyond ? "There are entries outside the numbers that were written; they were put in." : null;
    }

    private async Task<string?> FaultOfPreviewAsync(WorkspaceId workspace, AuditEntryId id, CancellationToken ct)
    {
        // Status and thread in one statement: the preview may be moving on while its log is verified.
        var thread = id.Text;
        var stands = await database.ReadAsync(
            workspace,
            db =>
                db.Rows<AuditEntryRow>()
                    .Where(row => row.Id == id)
                    .Select(row => new
                    {
                        row.Status,
                        Last = db.Rows<AuditEntryRow>()
                            .Where(later => later.Thread == thread)
                            .OrderByDescending(static later => later.Seq)
                            .Select(static later => (AuditStatus?)later.Outcome)
                            .FirstOrDefault(),
                    })
                    .SingleAsync(ct)
        );
        return stands.Status == (stands.Last ?? AuditStatus.Preview)
            ? null
            : $"The entry {id} does not stand where its later entries put it.";
    }

    /// <summary>How far the reading has come, and what it has seen.</summary>
    private sealed class Walk(long end)
    {
        private readonly Dictionary<string, (AuditEntryId Id, AuditStatus Stands, AuditStatus Put)> _previews = new(StringComparer.Ordinal);
        private string _hash = AuditChain.Beginning;

        /// <summary>The number to read up to.</summary>
        public long End { get; } = end;

        /// <summary>The last number that was read and is right.</summary>
        public long Seq { get; private set; }

        /// <summary>The first thing that is wrong.</summary>
        public string? Problem { get; set; }

        /// <summary>Previews that seem to stand elsewhere than their threads put them.</summary>
        public IEnumerable<AuditEntryId> Doubtful =>
            _previews.Values.Where(static seen => seen.Stands != seen.Put).Select(static seen => seen.Id);

        public void Take(AuditEntryRow row)
        {
            Problem ??=
                row.Seq != Seq + 1 ? $"Entry {Seq + 1} is missing: after {Seq} comes {row.Seq}."
                : row.PreviousHash != _hash ? $"Entry {row.Seq} does not continue the entry before it; one of the two was changed."
                : row.Hash != AuditChain.HashOf(row) ? $"Entry {row.Seq} was changed after it was written."
                : row.Outcome != AuditStatus.Preview && row.Status != row.Outcome ? $"Entry {row.Seq} no longer stands as it was written."
                : null;
            if (Problem is not null)
                return;
            (Seq, _hash) = (row.Seq, row.Hash);
            if (row.Outcome == AuditStatus.Preview)
                _previews[row.Id.Text] = (row.Id, row.Status, AuditStatus.Preview);
            else if (_previews.TryGetValue(row.Thread, out var preview))
                _previews[row.Thread] = preview with { Put = row.Outcome };
        }

        public string? FaultAtEnd(AuditHeadRow head) =>
            Seq != head.Seq ? $"The log ends at entry {Seq}, but {head.Seq} entries were written."
            : _hash != head.Hash ? "The last entry is not the one that was written last."
            : null;
    }
}
