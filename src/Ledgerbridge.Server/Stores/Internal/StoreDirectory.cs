using System.Collections.Concurrent;
using Ledgerbridge.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.Server.Stores.Internal;

/// <summary>A shop as requests need it: a copy of its row, good until the row changes.</summary>
internal sealed record KnownStore
{
    public required StoreKey Key { get; init; }

    public required string TenantId { get; init; }

    public required string BaseUrl { get; init; }

    public required string RestRoot { get; init; }

    public required ConnectionId Connection { get; init; }

    public required string BusinessId { get; init; }

    public required StoreStatus Status { get; init; }

    public required string KeySealed { get; init; }

    public required string NextKeySealed { get; init; }

    public required string PreviousKeySealed { get; init; }

    public required DateTimeOffset? PreviousKeyUntil { get; init; }

    public required int PolicyVersion { get; init; }

    public required int Refusals { get; init; }

    /// <summary>False since a request last got no answer that could be worked with.</summary>
    public required bool IsReachable { get; init; }

    /// <summary>How far its clock is ahead, as last measured; zero while nobody knows.</summary>
    public required TimeSpan Skew { get; init; }

    /// <summary>True when there is a key to speak with.</summary>
    public bool HasKey => KeySealed.Length > 0 || NextKeySealed.Length > 0;

    public static KnownStore Of(StoreRow row) =>
        new()
        {
            Key = new StoreKey(row.WorkspaceId, row.Id),
            TenantId = row.TenantId,
            BaseUrl = row.BaseUrl,
            RestRoot = row.RestRoot,
            Connection = row.ConnectionId,
            BusinessId = row.BusinessId,
            Status = row.Status,
            KeySealed = row.KeySealed,
            NextKeySealed = row.NextKeySealed,
            PreviousKeySealed = row.PreviousKeySealed,
            PreviousKeyUntil = row.PreviousKeyUntil,
            PolicyVersion = row.PolicyVersion,
            Refusals = row.Refusals,
            IsReachable = row.UnreachableSince is null,
            Skew = TimeSpan.FromSeconds(row.ClockSkewSeconds ?? 0),
        };
}

/// <summary>Finds shops, by their tenant id or their own. A shop keeps both for ever, so only the rest of its row can grow stale.</summary>
internal sealed class StoreDirectory(Database database, Remembered<StoreId, KnownStore?> remembered)
{
    private readonly ConcurrentDictionary<string, StoreKey> _tenants = new(StringComparer.Ordinal);

    /// <summary>The shop of a tenant id; null when there never was one.</summary>
    public async Task<KnownStore?> FindTenantAsync(string tenant, CancellationToken ct)
    {
        if (!_tenants.TryGetValue(tenant, out var key))
        {
            key = await database.ReadAllAsync(db =>
                db.Rows<StoreRow>()
                    .Where(row => row.TenantId == tenant)
                    .Select(static row => new StoreKey(row.WorkspaceId, row.Id))
                    .FirstOrDefaultAsync(ct)
            );
            if (key is null)
                return null;
            _tenants[tenant] = key;
        }
        var store = await FindAsync(key, ct);
        if (store is null)
            _tenants.TryRemove(tenant, out _);
        return store;
    }

    /// <summary>A shop by its id; null when the workspace has none of it.</summary>
    public Task<KnownStore?> FindAsync(StoreKey key, CancellationToken ct) =>
        remembered.GetAsync(
            key.Workspace,
            key.Store,
            () =>
                database.ReadAsync(
                    key.Workspace,
                    async db =>
                        await db.Rows<StoreRow>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == key.Store, ct) is { } row
                            ? KnownStore.Of(row)
                            : null
                ),
            ct
        );

    /// <summary>Changes a shop's row in a transaction; false when there is none.</summary>
    public Task<bool> ChangeAsync(StoreKey key, Func<LedgerDb, StoreRow, Task> change) =>
        database.WriteAsync(
            key.Workspace,
            async db =>
            {
                if (await db.Rows<StoreRow>().FirstOrDefaultAsync(row => row.Id == key.Store, CancellationToken.None) is not { } row)
                    return false;
                await change(db, row);
                return true;
            },
            CancellationToken.None
        );
}
