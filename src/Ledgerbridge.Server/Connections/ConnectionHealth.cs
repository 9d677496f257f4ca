using Ledgerbridge.Server.Connections.Internal;
using Ledgerbridge.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.Server.Connections;

/// <summary>How the connections of all workspaces are doing, in numbers only.</summary>
internal sealed class ConnectionHealth(Database database)
{
    /// <summary>How many work and how many have to be connected again.</summary>
    public Task<(int Active, int Broken)> CountAsync(CancellationToken ct) =>
        database.ReadAllAsync(async db =>
        {
            var byStatus = await db.Set<ConnectionRow>()
                .GroupBy(static row => row.Status)
                .Select(static group => new { group.Key, Count = group.Count() })
                .ToDictionaryAsync(static pair => pair.Key, static pair => pair.Count, ct);
            return (byStatus.GetValueOrDefault(ConnectionStatus.Active), byStatus.GetValueOrDefault(ConnectionStatus.ReconnectNeeded));
        });
}
