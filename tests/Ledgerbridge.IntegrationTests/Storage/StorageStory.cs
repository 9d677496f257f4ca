using Ledgerbridge.Server.Connections.Internal;
using Ledgerbridge.Server.People;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Testing;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.IntegrationTests.Storage;

/// <summary>What the tests of storage need of a server.</summary>
internal static class StorageStory
{
    /// <summary>The database and a workspace in it.</summary>
    public static async Task<(Database Database, WorkspaceId Workspace)> WorkspaceAsync(this ServerFixture server, CancellationToken ct)
    {
        using var browser = await server.FirstRunAsync(ct);
        return (server.Get<Database>(), (await server.Get<Workspaces>().ListAsync(ct)).Single().Id);
    }

    /// <summary>Any read.</summary>
    public static Task<List<ConnectionRow>> ConnectionRowsAsync(this ServerFixture server, CancellationToken ct) =>
        server.Get<Database>().ReadAllAsync(db => db.Rows<ConnectionRow>().ToListAsync(ct));
}
