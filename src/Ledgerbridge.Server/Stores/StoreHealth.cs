using Ledgerbridge.Server.Connections;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Server.Stores.Internal;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.Server.Stores;

/// <summary>A shop as an operator sees it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Workspace">Whose it is.</param>
/// <param name="BaseUrl">Its address.</param>
/// <param name="Status">How it stands.</param>
/// <param name="ClockSkewSeconds">How far its clock is ahead; null while nobody knows.</param>
/// <param name="Counts">How its runs stand.</param>
internal sealed record StoreSummary(
    StoreId Id,
    WorkspaceId Workspace,
    string BaseUrl,
    StoreStatus Status,
    int? ClockSkewSeconds,
    StoreRunCounts Counts
);

/// <summary>Whether a shop can be worked with.</summary>
/// <param name="Store">The shop.</param>
/// <param name="Name">Its address, by which people know it.</param>
/// <param name="Status">How it stands.</param>
/// <param name="UnreachableSince">Since when it cannot be reached; null while it can, as far as anyone knows.</param>
internal sealed record StoreReach(StoreKey Store, string Name, StoreStatus Status, DateTimeOffset? UnreachableSince);

/// <summary>A shop as the people of its workspace see it at a glance.</summary>
/// <param name="Store">The shop.</param>
/// <param name="BaseUrl">Its address.</param>
/// <param name="Status">How it stands.</param>
/// <param name="Remark">What a person should know about it; empty when all is well.</param>
/// <param name="Books">The books it posts into.</param>
/// <param name="Counts">How its runs stand.</param>
internal sealed record StoreStanding(
    StoreKey Store,
    string BaseUrl,
    StoreStatus Status,
    string Remark,
    BooksKey Books,
    StoreRunCounts Counts
);

/// <summary>How the shops of all workspaces are doing. Nothing in it is secret.</summary>
internal sealed class StoreHealth(Database database, StoreCustody custody, IStoreRuns runs, TimeProvider time)
{
    private static readonly TimeSpan Lately = TimeSpan.FromHours(24);

    /// <summary>Whether each shop can be worked with, oldest first. Asks nobody.</summary>
    public Task<List<StoreReach>> ReachAsync(CancellationToken ct) =>
        database.ReadAllAsync(db =>
            db.Rows<StoreRow>()
                .OrderBy(static row => row.CreatedAt)
                .Select(static row => new StoreReach(new StoreKey(row.WorkspaceId, row.Id), row.BaseUrl, row.Status, row.UnreachableSince))
                .ToListAsync(ct)
        );

    /// <summary>Asks a shop whether it is there; what comes of it is in <see cref="ReachAsync"/> afterwards.</summary>
    public Task LookAsync(StoreKey store, CancellationToken ct) => custody.LookAsync(store, ct);

    /// <summary>Each shop, oldest first.</summary>
    public async Task<IReadOnlyList<StoreSummary>> ListAsync(CancellationToken ct)
    {
        var rows = await database.ReadAllAsync(db =>
            db.Rows<StoreRow>().AsNoTracking().OrderBy(static row => row.CreatedAt).ToListAsync(ct)
        );
        var since = time.GetUtcNow() - Lately;
        var summaries = new List<StoreSummary>(rows.Count);
        foreach (var row in rows)
        {
            var counts = await runs.CountAsync(new StoreKey(row.WorkspaceId, row.Id), since, ct);
            summaries.Add(new StoreSummary(row.Id, row.WorkspaceId, row.BaseUrl, row.Status, row.ClockSkewSeconds, counts));
        }
        return summaries;
    }

    /// <summary>Each shop of a workspace, by address.</summary>
    public async Task<IReadOnlyList<StoreStanding>> ListAsync(WorkspaceId workspace, CancellationToken ct)
    {
        var rows = await database.ReadAsync(
            workspace,
            db => db.Rows<StoreRow>().AsNoTracking().OrderBy(static row => row.BaseUrl).ToListAsync(ct)
        );
        var since = time.GetUtcNow() - Lately;
        var standings = new List<StoreStanding>(rows.Count);
        foreach (var row in rows)
        {
            var key = new StoreKey(workspace, row.Id);
            var books = new BooksKey(workspace, row.ConnectionId, row.BusinessId);
            var counts = await runs.CountAsync(key, since, ct);
            standings.Add(new StoreStanding(key, row.BaseUrl, row.Status, row.Remark, books, counts));
        }
        return standings;
    }
}
