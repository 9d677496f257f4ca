using System.Net;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Audit;

/// <summary>What the tests of the log share.</summary>
internal static class AuditStory
{
    /// <summary>The workspace a browser is in.</summary>
    public static async Task<WorkspaceId> WorkspaceOfAsync(this ServerFixture server, ServerClient client, CancellationToken ct)
    {
        Assert.Equal(server.BaseAddress, client.Server);
        var session = (await client.GetAsync("/api/session", ct)).Expect(HttpStatusCode.OK);
        return WorkspaceId.Parse(session["workspace"]!["id"]!.ToString());
    }
}
