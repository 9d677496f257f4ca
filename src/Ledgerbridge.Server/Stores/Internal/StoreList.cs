using Ledgerbridge.Server.Connections;
using Ledgerbridge.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.Server.Stores.Internal;

/// <summary>The shops of a workspace, as people see them.</summary>
internal sealed class StoreList(Database database, Businesses businesses, IStoreRuns runs, TimeProvider time)
{
    private static readonly TimeSpan Lately = TimeSpan.FromHours(24);

    /// <summary>All, by address.</summary>
    public async Task<StoresResponse> ListAsync(WorkspaceId workspace, CancellationToken ct)
    {
        var rows = await database.ReadAsync(
            workspace,
            db => db.Rows<StoreRow>().AsNoTracking().OrderBy(static row => row.BaseUrl).ToListAsync(ct)
        );
        var stores = new List<StoreResponse>(rows.Count);
        foreach (var row in rows)
            stores.Add(await ToResponseAsync(row, ct));
        return new StoresResponse(stores);
    }

    /// <summary>One; null when the workspace has none of that id.</summary>
    public async Task<StoreResponse?> FindAsync(StoreKey store, CancellationToken ct) =>
        await database.ReadAsync(
            store.Workspace,
            db => db.Rows<StoreRow>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == store.Store, ct)
        )
            is { } row
            ? await ToResponseAsync(row, ct)
            : null;

    private async Task<StoreResponse> ToResponseAsync(StoreRow row, CancellationToken ct)
    {
        var standing = await businesses.StandingAsync(new BooksKey(row.WorkspaceId, row.ConnectionId, row.BusinessId), ct);
        var counts = await runs.CountAsync(new StoreKey(row.WorkspaceId, row.Id), time.GetUtcNow() - Lately, ct);
        return new StoreResponse
        {
            Id = row.Id.Text,
            BaseUrl = row.BaseUrl,
            Status = row.Status,
            Remark = row.Remark,
            ConnectionId = row.ConnectionId.Text,
            BusinessId = row.BusinessId,
            BusinessName = standing.Name,
            Connected = standing.Connected,
            PolicyVersion = row.PolicyVersion,
            ClockSkewSeconds = row.ClockSkewSeconds,
            AnsweredAt = row.AnsweredAt,
            PairedAt = row.PairedAt,
            CreatedAt = row.CreatedAt,
            PendingCount = counts.Open,
            FailedLately = counts.FailedLately,
            LastRunAt = counts.LastFinishedAt,
        };
    }
}
