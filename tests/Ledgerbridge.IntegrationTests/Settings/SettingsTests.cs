using System.Net;
using Ledgerbridge.IntegrationTests.Api;
using Ledgerbridge.IntegrationTests.People;
using Ledgerbridge.Server.Settings;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Settings;

/// <summary>Settings: scopes, known keys, whose they are, and South Africa's defaults.</summary>
public sealed class SettingsTests(SettingsTests.Workspace workspace) : IClassFixture<SettingsTests.Workspace>
{
    [Theory]
    [InlineData("workspace")]
    [InlineData("personal")]
    [InlineData("automation")]
    [InlineData("template")]
    [InlineData("security")]
    public async Task Each_scope_keeps_its_own_values_of_any_JSON_kind(string scope)
    {
        var ct = TestContext.Current.CancellationToken;
        foreach (var value in new object[] { "text", 1.50m, true, new[] { 1, 2 }, new { a = new { b = scope } } })
            (await workspace.Owner.PutAsync($"/api/settings/{scope}/any.key-1_x", new { value }, ct)).Expect(HttpStatusCode.OK);

        var kept = (await workspace.Owner.GetAsync($"/api/settings/{scope}", ct)).Expect(HttpStatusCode.OK);

        Assert.Equal(scope, kept.Get("scope"));
        Assert.Equal(scope, kept["settings"]!["any.key-1_x"]!["a"]!["b"]!.ToString());
    }

    [Theory]
    [InlineData("everything")]
    [InlineData("1")]
    [InlineData("workspace,personal")]
    [InlineData("personal%20")]
    public async Task A_scope_that_does_not_exist_is_not_found(string scope)
    {
        var ct = TestContext.Current.CancellationToken;

        Assert.Equal(HttpStatusCode.NotFound, (await workspace.Owner.GetAsync($"/api/settings/{scope}", ct)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await workspace.Owner.PutAsync($"/api/settings/{scope}/a", new { value = 1 }, ct)).Status);
    }

    [Theory]
    [InlineData("workspace/default_currency", "\"ZAR\"", true)]
    [InlineData("workspace/default_currency", "\"zar\"", true)]
    [InlineData("workspace/default_currency", "\"XXQ\"", false)]
    [InlineData("workspace/default_currency", "5", false)]
    [InlineData("workspace/standard_vat_percentage", "15", true)]
    [InlineData("workspace/standard_vat_percentage", "15.5", true)]
    [InlineData("workspace/standard_vat_percentage", "0", true)]
    [InlineData("workspace/standard_vat_percentage", "100.01", false)]
    [InlineData("workspace/standard_vat_percentage", "-1", false)]
    [InlineData("workspace/standard_vat_percentage", "\"15\"", false)]
    [InlineData("workspace/standard_vat_percentage", "1e400", false)]
    [InlineData("workspace/payment_terms_days", "0", true)]
    [InlineData("workspace/payment_terms_days", "365", true)]
    [InlineData("workspace/payment_terms_days", "366", false)]
    [InlineData("workspace/payment_terms_days", "1.5", false)]
    [InlineData("workspace/vat_rates", """[{"treatment":"standard","percentage":15,"name":"Standard"}]""", true)]
    [InlineData("workspace/vat_rates", """[{"treatment":"invented","percentage":15,"name":"Standard"}]""", false)]
    [InlineData("workspace/vat_rates", """[{"treatment":"standard","percentage":101,"name":"Standard"}]""", false)]
    [InlineData("workspace/vat_rates", """[{"treatment":"standard","percentage":15,"name":""}]""", false)]
    [InlineData("workspace/vat_rates", "[]", false)]
    [InlineData("workspace/vat_rates", "[null]", false)]
    [InlineData("workspace/vat_rates", "{}", false)]
    [InlineData("workspace/payment_terms", """[{"days":0,"name":"On receipt"},{"days":45,"name":"45 days"}]""", true)]
    [InlineData("workspace/payment_terms", """[{"days":-1,"name":"x"}]""", false)]
    [InlineData("workspace/payment_terms", """[{"days":1.5,"name":"x"}]""", false)]
    [InlineData("workspace/payment_terms", """[{"days":7}]""", false)]
    [InlineData("workspace/default_tax_rate_id", "\"ZA_STANDARD\"", true)]
    [InlineData("workspace/default_tax_rate_id", "\"\"", false)]
    [InlineData("workspace/default_ledger_account_id", "[]", false)]
    [InlineData("template/invoice_notes", "\"\"", true)]
    [InlineData("template/invoice_notes", "5", false)]
    [InlineData("automation/default_currency", "5", true)]
    public async Task A_key_that_Ledgerbridge_reads_is_held_to_its_rule_in_its_own_scope(string path, string value, bool taken)
    {
        var ct = TestContext.Current.CancellationToken;
        var before = await workspace.Server.HashesAsync(ct);

        var answer = await workspace.Owner.PutAsync($"/api/settings/{path}", $"{{\"value\":{value}}}", ct);

        if (taken)
        {
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            return;
        }
        Assert.NotEmpty(answer.Expect(HttpStatusCode.BadRequest).ErrorsOf("value"));
        Assert.Equal(before, await workspace.Server.HashesAsync(ct));
    }

    [Fact]
    public async Task Notes_may_have_two_thousand_characters_and_any_value_sixteen_thousand()
    {
        var ct = TestContext.Current.CancellationToken;
        foreach (
            var (path, length, taken) in new[]
            {
                ("template/invoice_notes", 2000, true),
                ("template/invoice_notes", 2001, false),
                ("automation/long", 16 * 1024 - 2, true),
                ("automation/long", 16 * 1024 - 1, false),
            }
        )
        {
            var answer = await workspace.Owner.PutAsync($"/api/settings/{path}", new { value = new string('x', length) }, ct);

            Assert.Equal(taken ? HttpStatusCode.OK : HttpStatusCode.BadRequest, answer.Status);
        }
    }

    [Theory]
    [InlineData("A")]
    [InlineData("1a")]
    [InlineData("_a")]
    [InlineData("a%20b")]
    [InlineData("a%0A")]
    [InlineData("\u00e9")]
    public async Task A_key_has_the_shape_of_a_name(string key)
    {
        var ct = TestContext.Current.CancellationToken;
        foreach (var tried in new[] { key, "a" + new string('b', 64) })
        {
            var answer = await workspace.Owner.PutAsync($"/api/settings/automation/{tried}", new { value = 1 }, ct);

            Assert.NotEmpty(answer.Expect(HttpStatusCode.BadRequest).ErrorsOf("key"));
        }
    }

    [Fact]
    public async Task Personal_values_are_each_persons_and_each_keys_own()
    {
        var ct = TestContext.Current.CancellationToken;
        using var key = await workspace.Server.KeyAsync(workspace.Owner, "viewer", ct);
        var callers = new[] { workspace.Owner, workspace.Viewer, key };
        for (var i = 0; i < callers.Length; i++)
            (await callers[i].PutAsync("/api/settings/personal/number", new { value = i }, ct)).Expect(HttpStatusCode.OK);

        for (var i = 0; i < callers.Length; i++)
            Assert.Equal(i, (await callers[i].GetAsync("/api/settings/personal", ct))["settings"]!["number"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_personal_value_is_not_told_in_the_log_and_others_are()
    {
        var ct = TestContext.Current.CancellationToken;
        (await workspace.Owner.PutAsync("/api/settings/personal/diary", new { value = "a private thought" }, ct)).Expect(HttpStatusCode.OK);
        (await workspace.Owner.PutAsync("/api/settings/automation/diary", new { value = "an open word" }, ct)).Expect(HttpStatusCode.OK);

        var kept = await workspace.Server.EverythingAsync(ct, "audit_entries");

        Assert.DoesNotContain("a private thought", kept, StringComparison.Ordinal);
        Assert.Contains("an open word", kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Setting_what_already_holds_changes_nothing_and_is_not_logged()
    {
        var ct = TestContext.Current.CancellationToken;
        (await workspace.Owner.PutAsync("/api/settings/automation/same", new { value = new[] { 1, 2 } }, ct)).Expect(HttpStatusCode.OK);
        var before = await workspace.Server.HashesAsync(ct);

        (await workspace.Owner.PutAsync("/api/settings/automation/same", new { value = new[] { 1, 2 } }, ct)).Expect(HttpStatusCode.OK);

        Assert.Equal(before, await workspace.Server.HashesAsync(ct));
    }

    [Fact]
    public async Task The_South_African_defaults_are_these_and_a_second_call_changes_nothing()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var owner = await server.FirstRunAsync(ct);

        var first = await owner.PostAsync("/api/settings/initialize-za-defaults", null, ct);
        var settings = (await owner.GetAsync("/api/settings/workspace", ct)).Expect(HttpStatusCode.OK)["settings"]!;
        var before = await server.HashesAsync(ct);
        var second = await owner.PostAsync("/api/settings/initialize-za-defaults", null, ct);

        Assert.Equal(("true", "false"), (first.Get("changed"), second.Get("changed")));
        Assert.Equal(before, await server.HashesAsync(ct));
        Assert.Equal(
            ("ZAR", "15", "30"),
            (
                settings["default_currency"]!.ToString(),
                settings["standard_vat_percentage"]!.ToString(),
                settings["payment_terms_days"]!.ToString()
            )
        );
        Assert.Equal(
            ["standard 15 Standard rate 15 %", "zero_rated 0 Zero-rated", "exempt 0 Exempt", "out_of_scope 0 Outside VAT"],
            settings["vat_rates"]!.AsArray().Select(static row => $"{row!["treatment"]} {row["percentage"]} {row["name"]}")
        );
        Assert.Equal(
            ["0 On receipt", "7 7 days", "30 30 days", "60 60 days", "90 90 days"],
            settings["payment_terms"]!.AsArray().Select(static row => $"{row!["days"]} {row["name"]}")
        );
        Assert.Equal(5, settings.AsObject().Count);
        Assert.Equal(["settings.za_defaults", "workspace.created"], await owner.ActionsAsync(ct));
    }

    [Fact]
    public async Task The_defaults_leave_alone_what_is_set_and_keep_their_own_rules()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var owner = await server.FirstRunAsync(ct);
        (await owner.PutAsync("/api/settings/workspace/payment_terms_days", new { value = 14 }, ct)).Expect(HttpStatusCode.OK);

        (await owner.PostAsync("/api/settings/initialize-za-defaults", null, ct)).Expect(HttpStatusCode.OK);

        var settings = (await owner.GetAsync("/api/settings/workspace", ct))["settings"]!.AsObject();
        Assert.Equal("14", settings["payment_terms_days"]!.ToString());
        foreach (var known in KnownSetting.All.Where(known => settings.ContainsKey(known.Key)))
            Assert.Null(known.Check(System.Text.Json.JsonSerializer.SerializeToElement(settings[known.Key])));
    }

    /// <summary>A workspace with an Owner and a Viewer.</summary>
    public sealed class Workspace : IAsyncLifetime
    {
        /// <summary>The server.</summary>
        public ServerFixture Server { get; private set; } = null!;

        /// <summary>The Owner's browser.</summary>
        public ServerClient Owner { get; private set; } = null!;

        /// <summary>The Viewer's browser.</summary>
        public ServerClient Viewer { get; private set; } = null!;

        /// <inheritdoc />
        public async ValueTask InitializeAsync()
        {
            var ct = TestContext.Current.CancellationToken;
            Server = await ServerFixture.StartAsync(ct);
            Owner = await Server.FirstRunAsync(ct);
            Viewer = await Server.JoinedAsync(Owner, "viewer@example.co.za", "viewer", ct);
        }

        /// <inheritdoc />
        public async ValueTask DisposeAsync()
        {
            Owner.Dispose();
            Viewer.Dispose();
            await Server.DisposeAsync();
        }
    }
}
