using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Ledgerbridge.IntegrationTests.Api;
using Ledgerbridge.IntegrationTests.People;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Audit;

/// <summary>Reading the log: filters, pages, one entry, the export.</summary>
public sealed class AuditListTests(AuditListTests.Log log) : IClassFixture<AuditListTests.Log>
{
    private const string List = "/api/sage/audit-logs";

    [Fact]
    public async Task Fifty_entries_newest_first_when_nothing_is_asked_for()
    {
        var last = await log.Server.NumberAsync("SELECT MAX(seq) FROM audit_entries", TestContext.Current.CancellationToken);

        var logs = await log.ReadAsync("");

        Assert.Equal(50, logs.Count);
        Assert.Equal(Enumerable.Range(0, 50).Select(i => last - i), logs.Select(static entry => entry["seq"]!.GetValue<long>()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(500)]
    public async Task Pages_of_any_size_give_every_entry_once_and_end(int limit)
    {
        var ct = TestContext.Current.CancellationToken;
        var seen = new List<long>();
        string? next = null;
        do
        {
            var page = await log.Owner.GetAsync(
                $"{List}?action=setting.changed&limit={limit}{(next is null ? "" : $"&before={next}")}",
                ct
            );
            var logs = page.Expect(HttpStatusCode.OK)["logs"]!.AsArray();
            Assert.True(logs.Count <= limit);
            seen.AddRange(logs.Select(static entry => entry!["seq"]!.GetValue<long>()));
            next = page["next"]?.ToString();
        } while (next is not null);

        Assert.Equal(await log.Server.NumberAsync("SELECT COUNT(*) FROM audit_entries WHERE action = 'setting.changed'", ct), seen.Count);
        Assert.Equal(seen.OrderDescending(), seen);
        Assert.Equal(seen.Distinct(), seen);
    }

    [Fact]
    public async Task Entries_written_between_two_pages_neither_repeat_nor_hide_any()
    {
        var ct = TestContext.Current.CancellationToken;
        var first = await log.Owner.GetAsync($"{List}?limit=5", ct);
        await log.ChangeAsync("between", ct);

        var second = await log.ReadAsync($"?limit=5&before={first.Get("next")}");

        Assert.Equal(first["logs"]![4]!["seq"]!.GetValue<long>() - 1, second[0]["seq"]!.GetValue<long>());
    }

    [Fact]
    public async Task An_action_is_found_by_its_text_and_by_each_of_its_words()
    {
        foreach (var action in new[] { "api_key.created", "api_key", "created" })
        {
            var actions = (await log.ReadAsync($"?action={action}&limit=500"))
                .Select(static entry => entry["action"]!.ToString())
                .Distinct()
                .ToArray();

            Assert.Contains("api_key.created", actions);
            Assert.All(actions, found => Assert.Contains(action, found, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Status_actor_and_period_narrow_the_list_and_go_together()
    {
        var failed = await log.ReadAsync("?status=failure");
        Assert.Equal(["person.sign_in_failed"], failed.Select(static entry => entry["action"]!.ToString()).Distinct());

        var byKey = await log.ReadAsync($"?actor={log.KeyId}&limit=500");
        Assert.Equal(["A owner"], byKey.Select(static entry => entry["actor"]!["name"]!.ToString()).Distinct());
        Assert.Equal("api_key", byKey[0]["actor"]!["kind"]!.ToString());

        var (from, until) = (log.Moved.ToString("O"), log.Moved.AddDays(1).ToString("yyyy-MM-dd", null));
        Assert.All(await log.ReadAsync($"?from={Uri.EscapeDataString(from)}&limit=500"), entry => Assert.True(AtOf(entry) >= log.Moved));
        Assert.All(await log.ReadAsync($"?until={Uri.EscapeDataString(from)}&limit=500"), entry => Assert.True(AtOf(entry) < log.Moved));
        var together = await log.ReadAsync(
            $"?from={Uri.EscapeDataString(from)}&until={until}&action=setting&actor={log.KeyId}&status=success"
        );
        Assert.Single(together);
        Assert.Empty(await log.ReadAsync($"?from={until}"));
    }

    [Theory]
    [InlineData("limit", "0")]
    [InlineData("limit", "501")]
    [InlineData("limit", "-1")]
    [InlineData("limit", "ten")]
    [InlineData("limit", "1e2")]
    [InlineData("limit", "99999999999999999999")]
    [InlineData("before", "x")]
    [InlineData("before", "0")]
    [InlineData("action", "nothing.happened")]
    [InlineData("action", "inv")]
    [InlineData("status", "done")]
    [InlineData("status", "Success")]
    [InlineData("from", "yesterday")]
    [InlineData("until", "2026-02-30")]
    [InlineData("actor", "a\u0007b")]
    public async Task A_filter_that_makes_no_sense_is_named_in_list_and_export(string filter, string value)
    {
        var ct = TestContext.Current.CancellationToken;
        foreach (var path in new[] { List, $"{List}.csv" })
        {
            var answer = await log.Owner.GetAsync($"{path}?{filter}={Uri.EscapeDataString(value)}", ct);

            Assert.NotEmpty(answer.Expect(HttpStatusCode.BadRequest).ErrorsOf(filter));
            Assert.Equal("invalid", answer.Get("code"));
        }
    }

    [Fact]
    public async Task All_that_is_wrong_with_the_filters_is_told_at_once()
    {
        var ct = TestContext.Current.CancellationToken;

        var answer = await log.Owner.GetAsync($"{List}?limit=0&status=x&action=y&from=z", ct);

        Assert.Equal(["action", "from", "limit", "status"], answer["errors"]!.AsObject().Select(static pair => pair.Key).Order());
    }

    [Fact]
    public async Task One_entry_shows_what_was_asked_and_its_place_in_the_chain()
    {
        var ct = TestContext.Current.CancellationToken;
        var id = (await log.ReadAsync("?action=setting&limit=1"))[0]["id"]!.ToString();

        var entry = (await log.Owner.GetAsync($"{List}/{id}", ct)).Expect(HttpStatusCode.OK);

        Assert.Equal(id, entry["entry"]!["id"]!.ToString());
        Assert.Single(entry["request"]!.AsObject());
        Assert.Equal((64, 64), (entry.Get("hash").Length, entry.Get("previous_hash").Length));
    }

    [Fact]
    public async Task Names_are_looked_up_when_the_log_is_read_and_not_kept_in_it()
    {
        var ct = TestContext.Current.CancellationToken;
        var kept = await log.Server.EverythingAsync(ct, "audit_entries");

        Assert.Contains(await log.ReadAsync("?limit=500"), static entry => entry["actor"]!["name"]!.ToString() == "Thandi Nkosi");
        Assert.DoesNotContain("Thandi", kept, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_export_has_the_same_entries_as_the_list_under_the_same_filters()
    {
        var ct = TestContext.Current.CancellationToken;
        foreach (var filter in new[] { "", "?action=setting", $"?actor={log.KeyId}", "?status=failure", "?action=api_key&limit=2" })
        {
            var rows = await log.ExportAsync(filter, ct);
            var unlimited = filter.Split("&limit", StringSplitOptions.None)[0];
            var listed = await log.ReadAsync(unlimited + (unlimited.Length == 0 ? "?" : "&") + "limit=500");

            Assert.Equal("number,at_utc,who,action,status,target_kind,target_id,summary,entry_id", string.Join(',', rows[0]));
            Assert.Equal(listed.Select(static entry => entry["id"]!.ToString()), rows.Skip(1).Select(static row => row[8]));
            Assert.Equal(
                listed.Select(static entry => entry["actor"]!["name"]!.ToString()),
                rows.Skip(1).Select(static row => row[2].TrimStart('\''))
            );
        }
    }

    [Fact]
    public async Task A_name_that_begins_like_a_formula_is_shown_and_not_run_by_a_spreadsheet()
    {
        var ct = TestContext.Current.CancellationToken;
        foreach (
            var name in new[]
            {
                "=1+2",
                "+1",
                "-1",
                "@SUM(A1)",
                "=HYPERLINK(\"http://evil.example\",\"Click\")",
                "plain, with \"quotes\" and é",
            }
        )
        {
            var made = (await log.Owner.PostAsync("/api/keys", new { name, role = "owner" }, ct)).Expect(HttpStatusCode.Created);
            using var key = log.Server.Program(made.Get("api_key"));
            (await key.PutAsync("/api/settings/workspace/colour", new { value = name }, ct)).Expect(HttpStatusCode.OK);

            var rows = await log.ExportAsync($"?actor={made["key"]!["id"]}", ct);

            var who = Assert.Single(rows.Skip(1))[2];
            Assert.EndsWith(name, who, StringComparison.Ordinal);
            Assert.DoesNotContain(who[0], "=+-@\t\r");
        }
    }

    [Fact]
    public async Task The_export_is_a_file_in_UTF8_that_spreadsheets_recognise()
    {
        var ct = TestContext.Current.CancellationToken;
        using var http = new HttpClient { BaseAddress = log.Server.BaseAddress };
        http.DefaultRequestHeaders.Authorization = new("Bearer", log.Key);

        using var answer = await http.GetAsync($"{List}.csv", ct);
        var bytes = await answer.Content.ReadAsByteArrayAsync(ct);

        Assert.Equal("text/csv; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("attachment; filename=\"audit-log.csv\"", answer.Content.Headers.ContentDisposition!.ToString());
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
    }

    private static DateTimeOffset AtOf(JsonObject entry) => DateTimeOffset.Parse(entry["at"]!.ToString(), null);

    /// <summary>A log of a good deal more than a page.</summary>
    public sealed class Log : IAsyncLifetime
    {
        private const int Changes = 60;

        /// <summary>The server.</summary>
        public ServerFixture Server { get; private set; } = null!;

        /// <summary>The Owner's browser.</summary>
        public ServerClient Owner { get; private set; } = null!;

        /// <summary>An Owner's key.</summary>
        public string Key { get; private set; } = "";

        public string KeyId { get; private set; } = "";

        /// <summary>The moment that parts the older entries from the newer ones.</summary>
        public DateTimeOffset Moved { get; private set; }

        /// <summary>The entries of a query.</summary>
        public async Task<IReadOnlyList<JsonObject>> ReadAsync(string query)
        {
            var answer = await Owner.GetAsync(List + query, TestContext.Current.CancellationToken);
            return [.. answer.Expect(HttpStatusCode.OK)["logs"]!.AsArray().Select(static entry => entry!.AsObject())];
        }

        /// <summary>The rows of the export.</summary>
        public async Task<IReadOnlyList<string[]>> ExportAsync(string query, CancellationToken ct) =>
            CsvText.Read((await Owner.GetAsync($"{List}.csv{query}", ct)).Expect(HttpStatusCode.OK).Text.TrimStart('\uFEFF'));

        /// <summary>Changes a setting, which is one entry.</summary>
        public async Task ChangeAsync(string key, CancellationToken ct) =>
            (await Owner.PutAsync($"/api/settings/automation/{key}", new { value = key }, ct)).Expect(HttpStatusCode.OK);

        /// <inheritdoc />
        public async ValueTask InitializeAsync()
        {
            var ct = TestContext.Current.CancellationToken;
            Server = await ServerFixture.StartAsync(ct);
            Owner = await Server.FirstRunAsync(ct);
            await Server.TryToSignInAsync(ServerSetUp.Email, "wrong password", ct);
            for (var i = 0; i < Changes; i++)
                await ChangeAsync($"key{i}", ct);
            var made = (await Owner.PostAsync("/api/keys", new { name = "A owner", role = "owner" }, ct)).Expect(HttpStatusCode.Created);
            (Key, KeyId) = (made.Get("api_key"), made["key"]!["id"]!.ToString());
            Server.Time.Advance(TimeSpan.FromHours(2));
            Moved = Server.Time.GetUtcNow();
            using var program = Server.Program(Key);
            (await program.PutAsync("/api/settings/workspace/late", new { value = 1 }, ct)).Expect(HttpStatusCode.OK);
        }

        /// <inheritdoc />
        public async ValueTask DisposeAsync()
        {
            Owner.Dispose();
            await Server.DisposeAsync();
        }
    }
}
