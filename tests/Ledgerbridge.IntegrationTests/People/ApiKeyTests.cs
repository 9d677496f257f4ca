using System.Net;
using Ledgerbridge.IntegrationTests.Api;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.People;

/// <summary>Keys with which programs sign in.</summary>
public sealed class ApiKeyTests
{
    [Fact]
    public async Task A_key_is_shown_once_and_kept_as_a_hash()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var owner = await server.FirstRunAsync(ct);

        var made = (await owner.PostAsync("/api/keys", new { name = "Reports", role = "viewer" }, ct)).Expect(HttpStatusCode.Created);

        var text = made.Get("api_key");
        Assert.Matches("^lbk_[A-Za-z0-9_-]{43}$", text);
        Assert.Equal(text[^4..], made["key"]!["ending"]!.ToString());
        var listed = await owner.GetAsync("/api/keys", ct);
        Assert.Equal("Reports", Assert.Single(listed["keys"]!.AsArray())!["name"]!.ToString());
        Assert.DoesNotContain(text, listed.Text + await server.EverythingAsync(ct) + server.Log.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("viewer", HttpStatusCode.Forbidden, HttpStatusCode.Forbidden)]
    [InlineData("accountant", HttpStatusCode.OK, HttpStatusCode.Forbidden)]
    [InlineData("owner", HttpStatusCode.OK, HttpStatusCode.OK)]
    public async Task A_key_may_do_what_its_role_may(string role, HttpStatusCode verify, HttpStatusCode defaults)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var owner = await server.FirstRunAsync(ct);
        using var key = await server.KeyAsync(owner, role, ct);

        Assert.Equal(HttpStatusCode.OK, (await key.GetAsync("/api/sage/audit-logs", ct)).Status);
        Assert.Equal(verify, (await key.PostAsync("/api/audit/verify", null, ct)).Status);
        Assert.Equal(defaults, (await key.PostAsync("/api/settings/initialize-za-defaults", null, ct)).Status);
    }

    [Fact]
    public async Task A_key_never_reaches_what_is_for_people_whatever_its_role()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var owner = await server.FirstRunAsync(ct);
        using var key = await server.KeyAsync(owner, "owner", ct);

        var answer = await key.PostAsync("/api/keys", new { name = "Offspring", role = "owner" }, ct);

        Assert.Contains("sign in as a person", answer.Expect(HttpStatusCode.Forbidden).Get("detail"), StringComparison.Ordinal);
        Assert.Equal(1, await server.NumberAsync("SELECT COUNT(*) FROM people_api_keys", ct));
    }

    [Fact]
    public async Task Nobody_makes_a_key_that_may_do_more_than_its_maker()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var owner = await server.FirstRunAsync(ct);
        using var accountant = await server.JoinedAsync(owner, "sipho@example.co.za", "accountant", ct);

        var answer = await accountant.PostAsync("/api/keys", new { name = "More", role = "owner" }, ct);

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Equal(0, await server.NumberAsync("SELECT COUNT(*) FROM people_api_keys", ct));
    }

    [Fact]
    public async Task A_key_ends_on_its_day()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var owner = await server.FirstRunAsync(ct);
        var body = new
        {
            name = "A day",
            role = "viewer",
            expires_in_days = 1,
        };
        using var key = server.Program((await owner.PostAsync("/api/keys", body, ct)).Get("api_key"));

        server.Time.Advance(TimeSpan.FromDays(1) - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await key.GetAsync("/api/connections", ct)).Status);
        server.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Unauthorized, (await key.GetAsync("/api/connections", ct)).Status);
    }

    [Fact]
    public async Task A_revoked_key_is_out_at_once_and_stays_out()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var owner = await server.FirstRunAsync(ct);
        using var key = await server.KeyAsync(owner, "owner", ct);
        var id = Assert.Single((await owner.GetAsync("/api/keys", ct))["keys"]!.AsArray())!["id"]!.ToString();
        Assert.Equal(HttpStatusCode.OK, (await key.GetAsync("/api/connections", ct)).Status);

        (await owner.DeleteAsync($"/api/keys/{id}", ct)).Expect(HttpStatusCode.OK);

        Assert.Equal(HttpStatusCode.Unauthorized, (await key.GetAsync("/api/connections", ct)).Status);
        Assert.Empty((await owner.GetAsync("/api/keys", ct))["keys"]!.AsArray());
        Assert.Equal(HttpStatusCode.NotFound, (await owner.DeleteAsync($"/api/keys/{id}", ct)).Status);
        Assert.Equal(["api_key.revoked", "api_key.created", "workspace.created"], await owner.ActionsAsync(ct));
    }

    [Fact]
    public async Task The_last_use_is_shown_to_the_minute()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var owner = await server.FirstRunAsync(ct);
        using var key = await server.KeyAsync(owner, "viewer", ct);
        Assert.Null(await LastUseAsync(owner, ct));

        await key.GetAsync("/api/connections", ct);
        var first = await LastUseAsync(owner, ct);
        server.Time.Advance(TimeSpan.FromSeconds(61));
        await key.GetAsync("/api/connections", ct);

        Assert.Equal(server.Time.GetUtcNow() - TimeSpan.FromSeconds(61), DateTimeOffset.Parse(first!));
        Assert.Equal(server.Time.GetUtcNow(), DateTimeOffset.Parse((await LastUseAsync(owner, ct))!));
    }

    [Fact]
    public async Task Texts_that_are_no_key_sign_nobody_in()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var owner = await server.FirstRunAsync(ct);
        var made = (await owner.PostAsync("/api/keys", new { name = "Reports", role = "owner" }, ct)).Get("api_key");
        using var program = server.Browser();
        string[] wrong =
        [
            "Bearer",
            "Bearer ",
            "Bearer lbk_",
            $"Bearer {made[..^1]}",
            $"Bearer {made}x",
            $"Bearer {made.ToUpperInvariant()}",
            $"Basic {made}",
            made,
        ];

        foreach (var header in wrong)
        {
            var answer = await program.SendAsync(HttpMethod.Get, "/api/connections", null, ct, ("Authorization", header));
            Assert.True(answer.Status == HttpStatusCode.Unauthorized, $"'{header}' answered {answer.Text}");
        }
        var right = await program.SendAsync(HttpMethod.Get, "/api/connections", null, ct, ("Authorization", $"bearer  {made} "));
        Assert.Equal(HttpStatusCode.OK, right.Status);
    }

    [Fact]
    public async Task A_wrong_key_does_not_fall_back_on_the_cookie()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var owner = await server.FirstRunAsync(ct);

        var answer = await owner.SendAsync(HttpMethod.Get, "/api/connections", null, ct, ("Authorization", "Bearer lbk_wrong"));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
    }

    private static async Task<string?> LastUseAsync(ServerClient owner, CancellationToken ct) =>
        Assert.Single((await owner.GetAsync("/api/keys", ct))["keys"]!.AsArray())!["last_used_at"]?.ToString();
}
