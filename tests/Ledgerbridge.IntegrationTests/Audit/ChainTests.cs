using System.Globalization;
using Ledgerbridge.IntegrationTests.Api;
using Ledgerbridge.Server.Audit;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Audit;

/// <summary>The chain under many writers, on both databases.</summary>
public sealed class ChainTests
{
    private const int Writers = 16;
    private const int EntriesEach = 8;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Sixteen_writers_in_two_servers_make_one_chain_without_gaps_which_is_whole_whenever_it_is_verified(
        DatabaseKind database
    )
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(database, ct);
        await using var other = await server.StartAnotherAsync(ct);
        using var owner = await server.FirstRunAsync(ct);
        var workspace = await server.WorkspaceOfAsync(owner, ct);
        var done = false;

        var verifying = Task.Run(
            async () =>
            {
                var verdicts = new List<string?>();
                while (!Volatile.Read(ref done))
                    verdicts.Add((await other.Get<AuditVerifier>().VerifyAsync(workspace, ct)).Problem);
                return verdicts;
            },
            ct
        );
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(i => WriteAsync(i % 2 == 0 ? server : other, workspace, i, ct)));
        Volatile.Write(ref done, true);

        Assert.All(await verifying, Assert.Null);
        var seqs = await server.RowsAsync("SELECT seq FROM audit_entries ORDER BY seq", ct);
        var expected = Enumerable.Range(1, Writers * EntriesEach + 1).Select(static n => n.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(expected, seqs.Select(static row => row[0]));
        Assert.Equal(new AuditVerdict(Writers * EntriesEach + 1, null), await server.Get<AuditVerifier>().VerifyAsync(workspace, ct));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_log_is_whole_while_previews_move_on_under_the_reading(DatabaseKind database)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(database, ct);
        using var owner = await server.ReadyAsync(ct);
        var workspace = await server.WorkspaceOfAsync(owner, ct);
        var customer = await owner.CustomerAsync("Baobab Lodge", ct);
        var creating = Task.WhenAll(
            Enumerable.Range(0, 6).Select(i => owner.PostAsync("/api/sage/sales_invoices", ServerSetUp.Invoice(customer, $"PO-{i}"), ct))
        );
        var verdicts = new List<AuditVerdict>();
        while (!creating.IsCompleted)
            verdicts.Add(await server.Get<AuditVerifier>().VerifyAsync(workspace, ct));

        Assert.All(await creating, static answer => Assert.Equal("success", answer.Get("status")));
        Assert.All(verdicts, static verdict => Assert.Null(verdict.Problem));
        Assert.Null((await server.Get<AuditVerifier>().VerifyAsync(workspace, ct)).Problem);
    }

    private static async Task WriteAsync(ServerFixture server, WorkspaceId workspace, int writer, CancellationToken ct)
    {
        for (var i = 0; i < EntriesEach; i++)
        {
            var entry = new AuditEvent(AuditAction.SettingChanged, AuditStatus.Success, Actor.System, $"Entry {i} of writer {writer}.")
            {
                Target = new AuditTarget("setting", $"workspace/key{i}"),
                Request = """{"value":"é — R 115,00"}""",
            };
            await server.Get<AuditLog>().AppendAsync(workspace, entry, ct);
        }
    }
}
