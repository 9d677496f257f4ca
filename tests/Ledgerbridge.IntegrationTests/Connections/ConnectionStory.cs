using Ledgerbridge.Server.Audit;
using Ledgerbridge.Server.Audit.Internal;
using Ledgerbridge.Server.Connections.Internal;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Testing;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.IntegrationTests.Connections;

/// <summary>What the tests of connections ask again and again.</summary>
internal static class ConnectionStory
{
    /// <summary>The rows of all connections, oldest first.</summary>
    public static Task<List<ConnectionRow>> ConnectionsAsync(this ServerFixture server, CancellationToken ct) =>
        server
            .Get<Database>()
            .ReadAllAsync(db => db.Rows<ConnectionRow>().AsNoTracking().OrderBy(static row => row.ConnectedAt).ToListAsync(ct));

    /// <summary>How often something stands in the audit log.</summary>
    public static Task<int> AuditedAsync(this ServerFixture server, AuditAction action, CancellationToken ct)
    {
        var text = action.Text();
        return server.Get<Database>().ReadAllAsync(db => db.Rows<AuditEntryRow>().CountAsync(row => row.Action == text, ct));
    }
}
