using System.Net;
using Ledgerbridge.IntegrationTests.Api;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Audit;

/// <summary>What somebody with access to the database could do to the log, and that verification finds it.</summary>
public sealed class TamperingTests(TamperingTests.WrittenLog log) : IClassFixture<TamperingTests.WrittenLog>
{
    /// <summary>For each column, what it may be changed to besides garbage: values that could have been written there.</summary>
    private static readonly Dictionary<string, string> Plausible = new()
    {
        ["actor_kind"] = "CASE actor_kind WHEN 'System' THEN 'Person' ELSE 'System' END",
        ["outcome"] = "CASE outcome WHEN 'Success' THEN 'Failure' ELSE 'Success' END",
        ["status"] = "CASE status WHEN 'Success' THEN 'Failure' ELSE 'Success' END",
        ["action"] = "'api_key.created'",
        ["at"] = "'2020-01-01 00:00:00'",
        ["seq"] = "seq + 1000",
        ["id"] = "substr(id, 1, length(id) - 4) || '0000'",
        ["workspace_id"] = "substr(workspace_id, 1, length(workspace_id) - 4) || '0000'",
        ["thread"] = "CASE thread WHEN '' THEN id ELSE '' END",
    };

    [Fact]
    public async Task A_change_of_any_column_of_any_entry_is_found()
    {
        var ct = TestContext.Current.CancellationToken;
        var columns = (await log.Server.RowsAsync("SELECT name FROM pragma_table_info('audit_entries')", ct))
            .Select(static row => row[0])
            .ToArray();
        Assert.Contains("status", columns);
        foreach (var column in columns)
        {
            foreach (var seq in log.Seqs)
            {
                await log.IsFoundAsync(
                    $"UPDATE audit_entries SET {column} = {Plausible.GetValueOrDefault(column, $"{column} || ' '")} WHERE seq = {seq}"
                );
                await log.IsFoundAsync($"UPDATE audit_entries SET {column} = 'garbage' WHERE seq = {seq}");
            }
        }
    }

    [Fact]
    public async Task Taking_away_the_first_the_last_or_any_other_entry_is_found()
    {
        foreach (var seq in log.Seqs)
            await log.IsFoundAsync($"DELETE FROM audit_entries WHERE seq = {seq}");
        await log.IsFoundAsync("DELETE FROM audit_entries");
        await log.IsFoundAsync("DELETE FROM audit_entries", "DELETE FROM audit_heads");
    }

    [Fact]
    public async Task Taking_entries_away_and_renumbering_the_rest_is_found()
    {
        foreach (var seq in log.Seqs)
        {
            await log.IsFoundAsync(
                $"DELETE FROM audit_entries WHERE seq = {seq}",
                $"UPDATE audit_entries SET seq = -seq WHERE seq > {seq}",
                "UPDATE audit_entries SET seq = -seq - 1 WHERE seq < 0",
                "UPDATE audit_heads SET seq = seq - 1"
            );
        }
    }

    [Fact]
    public async Task Putting_an_entry_in_is_found()
    {
        var last = log.Seqs[^1];
        await log.IsFoundAsync(Copy(last, last + 1));
        await log.IsFoundAsync(Copy(last, last + 2));
        await log.IsFoundAsync(Copy(last, 0));
        await log.IsFoundAsync(Copy(last, last + 1), "UPDATE audit_heads SET seq = seq + 1");
        await log.IsFoundAsync(
            "UPDATE audit_entries SET seq = -seq - 1 WHERE seq > 2",
            "UPDATE audit_entries SET seq = -seq WHERE seq < 0",
            Copy(2, 3),
            "UPDATE audit_heads SET seq = seq + 1"
        );
    }

    [Fact]
    public async Task Exchanging_two_entries_is_found()
    {
        await log.IsFoundAsync(
            "UPDATE audit_entries SET seq = -2 WHERE seq = 2",
            "UPDATE audit_entries SET seq = 2 WHERE seq = 3",
            "UPDATE audit_entries SET seq = 3 WHERE seq = -2"
        );
    }

    [Fact]
    public async Task A_changed_end_is_found()
    {
        await log.IsFoundAsync("UPDATE audit_heads SET seq = seq - 1");
        await log.IsFoundAsync("UPDATE audit_heads SET seq = seq + 1");
        await log.IsFoundAsync("UPDATE audit_heads SET seq = 0, hash = ''");
        await log.IsFoundAsync("UPDATE audit_heads SET hash = 'garbage'");
        await log.IsFoundAsync("DELETE FROM audit_heads");
        await log.IsFoundAsync($"DELETE FROM audit_entries WHERE seq = {log.Seqs[^1]}", "UPDATE audit_heads SET seq = seq - 1");
    }

    [Fact]
    public async Task A_preview_that_stands_elsewhere_than_its_story_is_found()
    {
        foreach (var status in new[] { "Preview", "Confirmed", "Failure" })
            await log.IsFoundAsync($"UPDATE audit_entries SET status = '{status}' WHERE outcome = 'Preview' AND status = 'Success'");
        foreach (var status in new[] { "Success", "Confirmed", "Failure" })
            await log.IsFoundAsync($"UPDATE audit_entries SET status = '{status}' WHERE outcome = 'Preview' AND status = 'Preview'");
    }

    private static string Copy(long from, long to) =>
        $"""
            INSERT INTO audit_entries (id, workspace_id, seq, at, actor_kind, actor_id, action, outcome, status,
                target_kind, target_id, thread, summary, request, response, previous_hash, hash)
            SELECT substr(id, 1, length(id) - 4) || '0000', workspace_id, {to}, at, actor_kind, actor_id, action, outcome, status,
                target_kind, target_id, thread, summary, request, response, hash, hash FROM audit_entries WHERE seq = {from}
            """;

    /// <summary>A log with a preview that was confirmed, one that was not, and a good deal besides.</summary>
    public sealed class WrittenLog : IAsyncLifetime
    {
        private ServerClient _owner = null!;

        /// <summary>The server.</summary>
        public ServerFixture Server { get; private set; } = null!;

        /// <summary>The first entry, one between, both previews, and the last.</summary>
        public long[] Seqs { get; private set; } = [];

        /// <summary>Carries statements out, expects verification to find it, and puts everything back.</summary>
        public async Task IsFoundAsync(params string[] statements)
        {
            var ct = TestContext.Current.CancellationToken;
            await Server.ExecuteAsync("DROP TABLE IF EXISTS kept_entries; CREATE TABLE kept_entries AS SELECT * FROM audit_entries", ct);
            await Server.ExecuteAsync("DROP TABLE IF EXISTS kept_heads; CREATE TABLE kept_heads AS SELECT * FROM audit_heads", ct);
            var changed = 0;
            foreach (var statement in statements)
                changed += await Server.ExecuteAsync(statement, ct);
            Assert.True(changed > 0, $"Nothing was changed by {string.Join("; ", statements)}");

            var verdict = await _owner.PostAsync("/api/audit/verify", null, ct);

            Assert.True(verdict.Status == HttpStatusCode.OK, $"{statements[0]} made it answer {verdict.Text}");
            Assert.True(verdict.Get("whole") == "false", $"Nothing was found after {string.Join("; ", statements)}");
            Assert.EndsWith(".", verdict.Get("problem"), StringComparison.Ordinal);
            await Server.ExecuteAsync("DELETE FROM audit_entries; INSERT INTO audit_entries SELECT * FROM kept_entries", ct);
            await Server.ExecuteAsync("DELETE FROM audit_heads; INSERT INTO audit_heads SELECT * FROM kept_heads", ct);
            Assert.Equal("true", (await _owner.PostAsync("/api/audit/verify", null, ct)).Get("whole"));
        }

        /// <inheritdoc />
        public async ValueTask InitializeAsync()
        {
            var ct = TestContext.Current.CancellationToken;
            Server = await ServerFixture.StartAsync(ct);
            _owner = await Server.ReadyAsync(ct);
            var customer = await _owner.CustomerAsync("Baobab Lodge", ct);
            var confirmed = await _owner.PreviewAsync(customer, "PO-1", ct);
            (await _owner.ConfirmAsync(confirmed, ct)).Expect(HttpStatusCode.Created);
            var open = await _owner.PreviewAsync(customer, "PO-2", ct);
            (await _owner.PutAsync("/api/settings/template/invoice_notes", new { value = "Thank you" }, ct)).Expect(HttpStatusCode.OK);
            Seqs =
            [
                1,
                3,
                await SeqAsync(confirmed, ct),
                await SeqAsync(open, ct),
                await Server.NumberAsync("SELECT MAX(seq) FROM audit_entries", ct),
            ];
        }

        /// <inheritdoc />
        public async ValueTask DisposeAsync()
        {
            _owner.Dispose();
            await Server.DisposeAsync();
        }

        private async Task<long> SeqAsync(string entry, CancellationToken ct) =>
            await Server.NumberAsync($"SELECT seq FROM audit_entries WHERE id = '{entry}'", ct);
    }
}
