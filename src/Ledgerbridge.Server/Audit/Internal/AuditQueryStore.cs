using Ledgerbridge.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.Server.Audit.Internal;

/// <summary>Which entries to read, newest first.</summary>
internal sealed record AuditQuery
{
    /// <summary>At most so many.</summary>
    public int Limit { get; init; } = 50;

    /// <summary>Only older ones than this sequence number.</summary>
    public long? Before { get; init; }

    /// <summary>Only these actions; null for all.</summary>
    public IReadOnlyList<string>? Actions { get; init; }

    /// <summary>Only those that stand so.</summary>
    public AuditStatus? Status { get; init; }

    /// <summary>Only those of this person or key.</summary>
    public string? ActorId { get; init; }

    /// <summary>From this moment on.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Before this moment.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>True for the newest entries of all.</summary>
    public bool IsFirstPage => (Before, Actions, Status, ActorId, From, Until) is (null, null, null, null, null, null);
}

/// <summary>An entry as lists show it.</summary>
internal sealed record AuditLine(
    AuditEntryId Id,
    long Seq,
    DateTimeOffset At,
    ActorKind ActorKind,
    string ActorId,
    string Action,
    AuditStatus Status,
    string TargetKind,
    string TargetId,
    string Thread,
    string Summary
);

/// <summary>Reads the log.</summary>
internal sealed class AuditQueryStore(Database database)
{
    /// <summary>One page of entries.</summary>
    public Task<List<AuditLine>> ListAsync(WorkspaceId workspace, AuditQuery query, CancellationToken ct) =>
        database.ReadAsync(workspace, db => Lines(db, query).Take(query.Limit).ToListAsync(ct));

    /// <summary>All entries of a query, one after another, however many they are.</summary>
    public async IAsyncEnumerable<AuditLine> AllAsync(
        WorkspaceId workspace,
        AuditQuery query,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct
    )
    {
        for (var page = query; ; )
        {
            var lines = await ListAsync(workspace, page, ct);
            foreach (var line in lines)
                yield return line;
            if (lines.Count < page.Limit)
                yield break;
            page = page with { Before = lines[^1].Seq };
        }
    }

    /// <summary>One entry in full; null when the workspace has none of that id.</summary>
    public Task<AuditEntryRow?> FindAsync(WorkspaceId workspace, AuditEntryId id, CancellationToken ct) =>
        database.ReadAsync(workspace, db => db.Rows<AuditEntryRow>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, ct));

    private static IQueryable<AuditLine> Lines(LedgerDb db, AuditQuery query)
    {
        var rows = db.Rows<AuditEntryRow>().AsNoTracking();
        if (query.Before is { } before)
            rows = rows.Where(row => row.Seq < before);
        if (query.Actions is { } actions)
            rows = rows.Where(row => actions.Contains(row.Action));
        if (query.Status is { } status)
            rows = rows.Where(row => row.Status == status);
        if (query.ActorId is { } actor)
            rows = rows.Where(row => row.ActorId == actor);
        if (query.From is { } from)
            rows = rows.Where(row => row.At >= from);
        if (query.Until is { } until)
            rows = rows.Where(row => row.At < until);
        return rows.OrderByDescending(static row => row.Seq)
            .Select(static row => new AuditLine(
                row.Id,
                row.Seq,
                row.At,
                row.ActorKind,
                row.ActorId,
                row.Action,
                row.Status,
                row.TargetKind,
                row.TargetId,
                row.Thread,
                row.Summary
            ));
    }
}
