using Ledgerbridge.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Ledgerbridge.Server.Stores.Internal;

/// <summary>Remembers which tokens were used, for every process that shares the database.</summary>
internal static class SeenTokenStore
{
    private const string Insert =
        $"INSERT INTO {StoreTables.SeenTokens} (store_id, token_id, workspace_id, expires_at) VALUES ({{0}}, {{1}}, {{2}}, {{3}}) "
        + "ON CONFLICT (store_id, token_id) DO NOTHING";

    /// <summary>Notes a token down in the caller's transaction; false when it was used before.</summary>
    public static async Task<bool> TryUseAsync(LedgerDb db, StoreKey store, string tokenId, DateTimeOffset forgottenAt) =>
        await db.Database.ExecuteSqlRawAsync(
            Insert,
            [store.Store.Text, tokenId, store.Workspace.Text, forgottenAt.UtcDateTime],
            CancellationToken.None
        ) == 1;
}

/// <summary>Forgets tokens that nobody would believe any more.</summary>
[DisallowConcurrentExecution]
internal sealed class SeenTokenSweep(Database database, TimeProvider time) : IJob
{
    /// <inheritdoc />
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await RunAsync(cancellationToken);

    /// <summary>One round; returns how many were forgotten.</summary>
    public Task<int> RunAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        return database.WriteAllAsync(
            db => db.Rows<SeenTokenRow>().Where(row => row.ExpiresAt < now).ExecuteDeleteAsync(CancellationToken.None),
            ct
        );
    }
}
