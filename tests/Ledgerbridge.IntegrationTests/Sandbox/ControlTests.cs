using System.Net;
using System.Text;
using Ledgerbridge.Sandbox;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Sandbox;

public sealed class ControlTests
{
    private const string Karoo = SandboxSeed.KarooTrading;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_handshake_says_what_runs_here()
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var hello = await sandbox.Control.HandshakeAsync(Ct);
        Assert.Equal("ledgerbridge-sandbox", hello["name"]!.GetValue<string>());
        Assert.Equal(1, hello["protocol"]!.GetValue<int>());
        Assert.Equal("demo", hello["profile"]!.GetValue<string>());
        Assert.Contains("sales_invoices", hello["resources"]!.AsArray().Select(static one => one!.GetValue<string>()));
    }

    [Fact]
    public async Task A_reset_seeds_anew_and_never_reuses_an_id()
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var first = await client.PostAsync("/sales_invoices", Sent.Invoice(), Ct);
        await sandbox.Control.AddFaultAsync(new SandboxFault { Kind = "cut" }, Ct);
        await sandbox.Control.AdvanceClockAsync(TimeSpan.FromHours(1), Ct);
        await sandbox.Control.ChangeSettingsAsync(new { latency_ms = 1 }, Ct);
        await sandbox.Control.ResetAsync("empty", Ct);
        Assert.Empty(await sandbox.Control.FaultsAsync(Ct));
        Assert.Equal(0, (await sandbox.Control.SettingsAsync(Ct))["latency_ms"]!.GetValue<int>());
        Assert.Equal(sandbox.Time.GetUtcNow(), await sandbox.Control.ClockAsync(Ct));
        Assert.Empty((await client.GetAsync("/sales_invoices", Ct)).Items);
        await sandbox.Control.ResetAsync("demo", Ct);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/sales_invoices/{first.Id}", Ct)).Status);
        var again = await client.PostAsync("/sales_invoices", Sent.Invoice(), Ct);
        Assert.Equal(first.Object["invoice_number"]!.GetValue<string>(), again.Object["invoice_number"]!.GetValue<string>());
        Assert.NotEqual(first.Id, again.Id);
    }

    [Fact]
    public async Task The_clock_is_read_set_and_moved_and_survives_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("sandbox-test-").FullName;
        try
        {
            await using (var sandbox = await SandboxFixture.StartAsync(options => options with { DataDirectory = folder }, Ct))
            {
                await sandbox.Control.SetClockAsync(new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero), Ct);
                var moved = await sandbox.Control.AdvanceClockAsync(TimeSpan.FromMinutes(90), Ct);
                Assert.Equal(new DateTimeOffset(2027, 1, 1, 1, 30, 0, TimeSpan.Zero), moved);
                var made = await (await sandbox.ClientAsync(Ct)).PostAsync("/contacts", Sent.Contact("Later"), Ct);
                Assert.Equal("2027-01-01T01:30:00Z", made.Object["created_at"]!.GetValue<string>());
            }
            await using var again = await SandboxFixture.StartAsync(options => options with { DataDirectory = folder }, Ct);
            Assert.Equal(new DateTimeOffset(2027, 1, 1, 1, 30, 0, TimeSpan.Zero), await again.Control.ClockAsync(Ct));
            Assert.Single((await (await again.ClientAsync(Ct)).GetAsync("/contacts?search=later", Ct)).Items);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task The_log_counts_by_route_and_never_holds_authorization()
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        await sandbox.Control.ChangeSettingsAsync(new { log_bodies = true }, Ct);
        var pair = await sandbox.SignIn.SignInAsync(SandboxFixture.RedirectUri, Ct);
        var client = sandbox.ClientWith(pair.AccessToken);
        await sandbox.Control.ClearRequestsAsync(Ct);
        await client.PostAsync("/contacts", Sent.Contact("Logged"), Ct);
        await client.GetAsync($"/contacts/{Sent.Customer}", Ct);
        await client.GetAsync($"/contacts/{SandboxSeed.Contact(Karoo, 2)}?attributes=name", Ct);
        using var refresh = await sandbox.SignIn.TokenAsync([("grant_type", "refresh_token"), ("refresh_token", pair.RefreshToken)], Ct);
        var log = await sandbox.Control.RequestsAsync(Ct);
        Assert.Equal(2, log.Of("GET", "/v3.1/contacts/{key}"));
        Assert.Equal(1, log.Of("POST", "/token"));
        var post = log.Requests[0];
        Assert.Equal(("POST", "/v3.1/contacts", Karoo, 201), (post.Method, post.Path, post.Business, post.Status));
        Assert.Contains("Logged", post.Body, StringComparison.Ordinal);
        Assert.Contains("Logged", post.Answer, StringComparison.Ordinal);
        Assert.Equal("?attributes=name", log.Requests[2].Query);
        using var raw = await sandbox.Control.SendRawAsync(HttpMethod.Get, "/requests", null, Ct);
        var text = await raw.Content.ReadAsStringAsync(Ct);
        foreach (var secret in new[] { pair.AccessToken, pair.RefreshToken, SandboxSeed.ClientSecret })
            Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bodies_are_logged_only_when_asked_and_only_so_many_calls_are_kept()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        await sandbox.Control.ChangeSettingsAsync(new { requests_kept = 3 }, Ct);
        var client = await sandbox.ClientAsync(Ct);
        for (var call = 0; call < 5; call++)
            await client.PostAsync("/contacts", Sent.Contact($"Contact {call}"), Ct);
        var log = await sandbox.Control.RequestsAsync(Ct);
        Assert.Equal([3, 4, 5], log.Requests.Select(static one => one.Number));
        Assert.All(log.Requests, static one => Assert.Null(one.Body));
        Assert.Equal(5, log.Of("POST", "/v3.1/contacts"));
    }

    [Theory]
    [InlineData("PUT", "/settings", """{"latency_ms":-1}""")]
    [InlineData("PUT", "/settings", """{"latency":5}""")]
    [InlineData("PUT", "/settings", """{"void_status":500}""")]
    [InlineData("PUT", "/settings", """{"rate_limits":{"per_minute":0}}""")]
    [InlineData("PUT", "/settings", """{"fx_direction":"sideways"}""")]
    [InlineData("POST", "/faults", """{"kind":"explode"}""")]
    [InlineData("POST", "/faults", """{"kind":"cut","probability":2}""")]
    [InlineData("POST", "/faults", """{}""")]
    [InlineData("POST", "/faults", """not json""")]
    [InlineData("POST", "/reset", """{"profile":"paradise"}""")]
    [InlineData("POST", "/clock/advance", """{}""")]
    [InlineData("PUT", "/clients", """{"id":"x"}""")]
    [InlineData("POST", "/tokens", """{"scope":"everything"}""")]
    public async Task A_control_request_that_makes_no_sense_is_400_with_a_sentence(string method, string path, string body)
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await sandbox.Control.SendRawAsync(new HttpMethod(method), path, content, Ct);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("\"error\":", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "/nothing")]
    [InlineData("DELETE", "/faults/99")]
    [InlineData("GET", "/businesses/nobody")]
    [InlineData("GET", "/businesses/5a0e0000000000000000000000000001/documents/nothing")]
    [InlineData("GET", "/businesses/5a0e0000000000000000000000000001/nothing")]
    public async Task What_is_not_there_is_not_found(string method, string path)
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        using var answer = await sandbox.Control.SendRawAsync(new HttpMethod(method), path, null, Ct);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Bulk_invoices_are_posted_by_the_same_rules()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        foreach (var business in SandboxSeed.Businesses)
        {
            await sandbox.Control.SeedAsync(business, 5, 50, Ct);
            var counts = await sandbox.Control.CountsAsync(business, Ct);
            Assert.Equal((50, 50), (counts["sales_invoices"], counts["transactions"]));
            Assert.Equal(7, counts["contacts"]);
            var balance = await sandbox.Control.TrialBalanceAsync(business, Ct);
            Assert.Equal(0m, balance.Difference);
            var documents = await sandbox.Control.DocumentsAsync(business, "sales_invoices", Ct);
            Assert.Equal(documents.Sum(static one => decimal.Parse(one["total_amount"]!.GetValue<string>())), balance.Of(1100));
        }
    }

    [Fact]
    public async Task Two_sandboxes_cannot_share_a_folder()
    {
        var folder = Directory.CreateTempSubdirectory("sandbox-test-").FullName;
        try
        {
            await using var sandbox = await SandboxFixture.StartAsync(options => options with { DataDirectory = folder }, Ct);
            var refused = await Assert.ThrowsAsync<IOException>(() =>
                SandboxFixture.StartAsync(options => options with { DataDirectory = folder }, Ct)
            );
            Assert.Contains("Another sandbox is using", refused.Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_temporary_folder_is_gone_afterwards()
    {
        var before = Directory.GetDirectories(Path.GetTempPath(), "ledgerbridge-sandbox-*");
        string[] during;
        await using (await SandboxFixture.StartEmptyAsync(Ct))
            during = [.. Directory.GetDirectories(Path.GetTempPath(), "ledgerbridge-sandbox-*").Except(before)];
        Assert.NotEmpty(during);
        Assert.Contains(during, static folder => !Directory.Exists(folder));
    }

    [Fact]
    public async Task An_unknown_profile_or_host_does_not_start()
    {
        await Assert.ThrowsAsync<ArgumentException>(() =>
            SandboxFixture.StartAsync(static options => options with { Profile = "paradise" }, Ct)
        );
        await Assert.ThrowsAsync<ArgumentException>(() =>
            SandboxFixture.StartAsync(static options => options with { Host = "my-machine" }, Ct)
        );
    }
}
