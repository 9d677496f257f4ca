using System.Net;
using Ledgerbridge.Server.Audit;
using Ledgerbridge.Server.Connections;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Connections;

/// <summary>
/// A refresh token works once. Two real processes with sixteen callers each share one connection, for days of Sage's time.
/// </summary>
[Trait("Work", "Long")]
public sealed class RotationTests
{
    private const int Callers = 16;
    private const int Rotations = 1000;
    private const int Refusals = 50;

    /// <summary>After so long an access token of five minutes is within the minute in which it is renewed ahead.</summary>
    private static readonly TimeSpan UntilDue = TimeSpan.FromSeconds(241);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_thousand_rotations_by_the_clock_in_two_processes_are_a_thousand_refreshes_and_none_is_lost(DatabaseKind database)
    {
        await using var server = await ServerFixture.StartAsync(database, Ct);
        using var owner = await server.ReadyAsync(Ct);
        var connection = (await server.ConnectionsAsync(Ct)).Single().Id;
        using var one = await OtherProcess.StartAsync(server, Ct);
        using var two = await OtherProcess.StartAsync(server, Ct);
        var seen = new HashSet<string>(StringComparer.Ordinal);

        for (var rotation = 1; rotation <= Rotations; rotation++)
        {
            server.Time.Advance(UntilDue);
            var fingerprint = await SameAsync(one, two, connection, rejectLast: false);
            Assert.True(seen.Add(fingerprint), $"Rotation {rotation} gave out an old token.");
            Assert.Equal(rotation, (await server.Sandbox.Control.TokensAsync(Ct)).Refreshes);
        }
        for (var refusal = 1; refusal <= Refusals; refusal++)
        {
            Assert.True(seen.Add(await SameAsync(one, two, connection, rejectLast: true)), $"Refusal {refusal} gave out an old token.");
            Assert.Equal(Rotations + refusal, (await server.Sandbox.Control.TokensAsync(Ct)).Refreshes);
        }

        // The pair in the database is the living one: a process that has seen nothing of all this works with it.
        await using var third = await server.StartAnotherAsync(Ct);
        using var elsewhere = await third.SignInAsync(ServerSetUp.Email, ServerSetUp.Password, Ct);
        server.Time.Advance(UntilDue);
        Assert.NotEmpty((await elsewhere.GetAsync("/api/business/list", Ct)).Expect(HttpStatusCode.OK)["businesses"]!.AsArray());
        var row = Assert.Single(await server.ConnectionsAsync(Ct));
        Assert.Equal((ConnectionStatus.Active, null, 2L + Rotations + Refusals), (row.Status, row.RefreshIntentAt, row.Generation));
        Assert.Equal(Rotations + Refusals + 1, await server.AuditedAsync(AuditAction.ConnectionRefreshed, Ct));
        Assert.Equal(0, await server.AuditedAsync(AuditAction.ConnectionRefreshFailed, Ct));
        Assert.Equal("true", (await elsewhere.PostAsync("/api/audit/verify", null, Ct)).Get("whole"));
    }

    /// <summary>The fingerprint of the one token that all callers of both processes got at once.</summary>
    private static async Task<string> SameAsync(OtherProcess one, OtherProcess two, ConnectionId connection, bool rejectLast)
    {
        var answers = await Task.WhenAll(
            one.TokensAsync(connection, Callers, rejectLast, Ct),
            two.TokensAsync(connection, Callers, rejectLast, Ct)
        );
        Assert.Equal(answers[0], answers[1]);
        Assert.Equal(64, answers[0].Length);
        return answers[0];
    }
}
