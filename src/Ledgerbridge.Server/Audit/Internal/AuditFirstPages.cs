using System.Collections.Concurrent;
using System.Data.Common;
using Ledgerbridge.Server.Storage;

namespace Ledgerbridge.Server.Audit.Internal;

/// <summary>
/// The newest page of each workspace's log, remembered until the log has grown. Nothing on it changes without an entry being appended: a
/// preview moves on together with the entry that says why; and the names on it belong to what the workspace's stamp covers.
/// </summary>
internal sealed class AuditFirstPages(DbDataSource database, Stamps stamps)
{
    private const string ReadEnd = $"SELECT seq FROM {AuditTables.Heads} WHERE workspace_id = @workspace";

    private readonly ConcurrentDictionary<WorkspaceId, Page> _pages = new();

    /// <summary>The newest entries of a workspace: the remembered page while it is good, otherwise what is read now.</summary>
    public async Task<AuditLogsResponse> GetAsync(
        WorkspaceId workspace,
        int limit,
        Func<Task<AuditLogsResponse>> read,
        CancellationToken ct
    )
    {
        // Both numbers first: what is appended between them and the reading makes the page stale, never wrong for longer.
        var (end, stamp) = (await ReadEndAsync(workspace, ct), await stamps.ReadAsync(workspace, ct));
        if (_pages.TryGetValue(workspace, out var page) && page.IsGood(end, stamp, limit))
            return page.Logs;
        var logs = await read();
        _pages[workspace] = new Page(end, stamp, limit, logs);
        return logs;
    }

    private async Task<long> ReadEndAsync(WorkspaceId workspace, CancellationToken ct)
    {
        await using var command = database.CreateCommand(ReadEnd);
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("workspace", workspace.Text);
        command.Parameters.Add(parameter);
        return await command.ExecuteScalarAsync(ct) is long end ? end : 0;
    }

    private sealed record Page(long End, long Stamp, int Limit, AuditLogsResponse Logs)
    {
        public bool IsGood(long end, long stamp, int limit) => (End, Stamp, Limit) == (end, stamp, limit);
    }
}
