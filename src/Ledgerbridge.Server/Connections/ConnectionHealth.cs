using Ledgerbridge.Server.Connections.Internal;
using Ledgerbridge.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.Server.Connections;

/// <summary>A connection as an operator sees it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Workspace">Whose it is.</param>
/// <param name="Country">The country that was chosen.</param>
/// <param name="Status">How it stands.</param>
/// <param name="Problem">Why it broke; null while it works.</param>
/// <param name="RenewedAt">When its tokens were last renewed.</param>
/// <param name="DaysLeft">Whole days until it ends if nobody renews it.</param>
internal sealed record ConnectionSummary(
    ConnectionId Id,
    WorkspaceId Workspace,
    string Country,
    ConnectionStatus Status,
    string? Problem,
    DateTimeOffset RenewedAt,
    int DaysLeft
);

/// <summary>How the connections of all workspaces are doing. Nothing in it is secret.</summary>
internal sealed class ConnectionHealth(Database database, TokenCustody custody, Grants grants)
{
    /// <summary>Each connection, oldest first.</summary>
    public async Task<IReadOnlyList<ConnectionSummary>> ListAsync(CancellationToken ct)
    {
        var rows = await database.ReadAllAsync(db =>
            db.Rows<ConnectionRow>().AsNoTracking().OrderBy(static row => row.ConnectedAt).ToListAsync(ct)
        );
        return [.. rows.Select(ToSummary)];
    }

    /// <summary>Each connection of a workspace, oldest first.</summary>
    public async Task<IReadOnlyList<ConnectionSummary>> ListAsync(WorkspaceId workspace, CancellationToken ct)
    {
        var rows = await database.ReadAsync(
            workspace,
            db => db.Rows<ConnectionRow>().AsNoTracking().OrderBy(static row => row.ConnectedAt).ToListAsync(ct)
        );
        return [.. rows.Select(ToSummary)];
    }

    /// <summary>Renews a connection's tokens now; what went wrong, or null.</summary>
    public async Task<string?> RenewAsync(ConnectionId connection, CancellationToken ct) =>
        (await custody.RenewAsync(connection, ct)).Succeeded(out _, out var failure) ? null : failure.Message;

    /// <summary>How many work and how many have to be connected again.</summary>
    public Task<(int Active, int Broken)> CountAsync(CancellationToken ct) =>
        database.ReadAllAsync(async db =>
        {
            var byStatus = await db.Rows<ConnectionRow>()
                .GroupBy(static row => row.Status)
                .Select(static group => new { group.Key, Count = group.Count() })
                .ToDictionaryAsync(static pair => pair.Key, static pair => pair.Count, ct);
            return (byStatus.GetValueOrDefault(ConnectionStatus.Active), byStatus.GetValueOrDefault(ConnectionStatus.ReconnectNeeded));
        });

    private ConnectionSummary ToSummary(ConnectionRow row) =>
        new(row.Id, row.WorkspaceId, row.Country, row.Status, row.BrokenReason?.Sentence(), row.RefreshedAt, grants.DaysLeft(row));
}
