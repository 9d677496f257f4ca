using System.Net;
using Ledgerbridge.Sandbox;
using Ledgerbridge.Server.Audit;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Connections;

/// <summary>The way to Sage's authorise page and back, by those who walk it rightly and by those who do not.</summary>
public sealed class OAuthWalkTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_way_to_Sage_asks_for_everything_by_its_documented_name_and_binds_the_answer_to_this_browser()
    {
        await using var server = await ServerFixture.StartAsync(Ct);
        using var owner = await server.FirstRunAsync(Ct);

        var address = await AuthorizeAddressAsync(owner);
        var asked = SandboxSignIn.QueryOf(address);

        Assert.EndsWith("/oauth2/auth/central", address.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(
            (SandboxSeed.ClientId, "code", "full_access", "za", "S256", "apiv3.1"),
            (asked["client_id"], asked["response_type"], asked["scope"], asked["country"], asked["code_challenge_method"], asked["filter"])
        );
        Assert.Equal(new Uri(server.BaseAddress, "/auth/callback").AbsoluteUri, asked["redirect_uri"]);
        Assert.True(asked["state"].Length >= 32 && asked["code_challenge"].Length == 43);
        Assert.NotEqual(asked["state"], SandboxSignIn.QueryOf(await AuthorizeAddressAsync(owner))["state"]);
    }

    [Fact]
    public async Task A_callback_works_once_and_only_for_ten_minutes()
    {
        await using var server = await ServerFixture.StartAsync(Ct);
        using var owner = await server.FirstRunAsync(Ct);
        var late = await server.Sandbox.SignIn.AllowAsync((await AuthorizeAddressAsync(owner)).AbsoluteUri, Ct);
        server.Time.Advance(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(1));
        await RefusedAsync(server, owner, late.PathAndQuery, "This sign-in can no longer be used");

        var callback = await server.Sandbox.SignIn.AllowAsync((await AuthorizeAddressAsync(owner)).AbsoluteUri, Ct);
        (await owner.GetAsync(callback.PathAndQuery, Ct)).Expect(HttpStatusCode.Found);
        var replayed = await owner.GetAsync(callback.PathAndQuery, Ct);

        Assert.Equal(HttpStatusCode.BadRequest, replayed.Status);
        Assert.Contains("This sign-in can no longer be used", replayed.Text, StringComparison.Ordinal);
        Assert.Single(await server.ConnectionsAsync(Ct));
        Assert.Equal(1, await server.AuditedAsync(AuditAction.ConnectionConnected, Ct));
    }

    [Theory]
    [InlineData("/auth/callback")]
    [InlineData("/auth/callback?code=GB/abc")]
    [InlineData("/auth/callback?code=GB/abc&state=")]
    [InlineData("/auth/callback?code=GB/abc&state=forged")]
    [InlineData("/auth/callback?error=access_denied&state=%00%F0%9F%98%80")]
    [InlineData("/auth/callback?error=access_denied")]
    public async Task A_callback_that_belongs_to_no_walk_of_this_browser_changes_nothing(string path)
    {
        await using var server = await ServerFixture.StartAsync(Ct);
        using var owner = await server.FirstRunAsync(Ct);
        await RefusedAsync(server, owner, path, "This sign-in can no longer be used");
    }

    [Fact]
    public async Task Another_browser_and_nobody_at_all_cannot_use_somebodys_callback_and_its_owner_still_can()
    {
        await using var server = await ServerFixture.StartAsync(Ct);
        using var owner = await server.FirstRunAsync(Ct);
        var callback = await server.Sandbox.SignIn.AllowAsync((await AuthorizeAddressAsync(owner)).AbsoluteUri, Ct);
        using var other = await server.SignInAsync(ServerSetUp.Email, ServerSetUp.Password, Ct);
        using var nobody = server.Browser();

        await RefusedAsync(server, other, callback.PathAndQuery, "It was begun in another browser");
        await RefusedAsync(server, nobody, callback.PathAndQuery, "It was begun in another browser");

        (await owner.GetAsync(callback.PathAndQuery, Ct)).Expect(HttpStatusCode.Found);
        Assert.Single(await server.ConnectionsAsync(Ct));
    }

    [Theory]
    [InlineData("error=access_denied", "The connection was not allowed")]
    [InlineData("error=temporarily_unavailable", "Sage cannot connect just now")]
    [InlineData("error=server_error", "Sage cannot connect just now")]
    [InlineData("error=unauthorized_client", "Sage does not accept this application")]
    [InlineData("error=invalid_scope", "Sage does not accept this application")]
    [InlineData("error=unsupported_response_type", "Sage does not accept this application")]
    [InlineData("error=invalid_request", "The country does not fit")]
    [InlineData("error=Invalid%20request&reason=1", "The country does not fit")]
    [InlineData("error=%3Cscript%3Ealert(1)%3C/script%3E", "Sage was not connected")]
    [InlineData("", "Sage was not connected")]
    public async Task Every_error_that_Sage_sends_back_is_a_page_that_says_what_to_do(string query, string heading)
    {
        await using var server = await ServerFixture.StartAsync(Ct);
        using var owner = await server.FirstRunAsync(Ct);
        var state = SandboxSignIn.QueryOf(await AuthorizeAddressAsync(owner))["state"];

        var page = await owner.GetAsync($"/auth/callback?{query}&state={Uri.EscapeDataString(state)}", Ct);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.StartsWith("text/html", page.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Contains($"<h1>{heading}</h1>", page.Text, StringComparison.Ordinal);
        Assert.Contains("/connect", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page.Text, StringComparison.Ordinal);
        Assert.Empty(await server.ConnectionsAsync(Ct));
        Assert.Equal(1, await server.AuditedAsync(AuditAction.ConnectionRefused, Ct));
    }

    [Theory]
    [InlineData("instead", 500)]
    [InlineData("instead", 503)]
    [InlineData("cut", null)]
    public async Task A_code_that_cannot_be_exchanged_is_told_and_leaves_no_half_connection(string kind, int? status)
    {
        await using var server = await ServerFixture.StartAsync(Ct);
        using var owner = await server.FirstRunAsync(Ct);
        var callback = await server.Sandbox.SignIn.AllowAsync((await AuthorizeAddressAsync(owner)).AbsoluteUri, Ct);
        await server.Sandbox.Control.AddFaultAsync(
            new SandboxFault
            {
                Kind = kind,
                Method = "POST",
                Path = "/token",
                Status = status,
            },
            Ct
        );

        await RefusedAsync(server, owner, callback.PathAndQuery, "Sage was not connected");

        await server.Sandbox.Control.ClearFaultsAsync(Ct);
        await server.ConnectAsync(owner, Ct);
        Assert.Single(await server.ConnectionsAsync(Ct));
    }

    [Fact]
    public async Task The_same_person_of_Sage_connecting_again_keeps_the_connection_and_the_chosen_business()
    {
        await using var server = await ServerFixture.StartAsync(Ct);
        using var owner = await server.ReadyAsync(Ct);
        var before = Assert.Single(await server.ConnectionsAsync(Ct));

        var again = await server.ConnectAsync(owner, Ct);

        Assert.Equal(before.Id.Text, again);
        var after = Assert.Single(await server.ConnectionsAsync(Ct));
        Assert.NotEqual(before.RefreshTokenSealed, after.RefreshTokenSealed);
        await owner.CustomerAsync("Baobab Lodge", Ct);
    }

    [Fact]
    public async Task Only_a_signed_in_Accountant_or_Owner_goes_to_Sage()
    {
        await using var server = await ServerFixture.StartAsync(Ct);
        using var owner = await server.FirstRunAsync(Ct);
        using var key = await server.KeyAsync(owner, "owner", Ct);
        using var nobody = server.Browser();

        Assert.Equal("/sign-in?then=/connect", (await nobody.GetAsync("/auth/start", Ct)).Location!.OriginalString);
        Assert.Equal("/sign-in?then=/connect", (await key.GetAsync("/auth/start", Ct)).Location!.OriginalString);
        var nowhere = await owner.GetAsync("/auth/start?country=zz", Ct);
        Assert.Equal(HttpStatusCode.BadRequest, nowhere.Status);
        Assert.Contains("Unknown country", nowhere.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_grant_that_was_revoked_in_Sage_is_told_as_reconnect_needed_and_connecting_again_mends_it()
    {
        await using var server = await ServerFixture.StartAsync(Ct);
        using var owner = await server.ReadyAsync(Ct);
        await server.Sandbox.Control.RevokeTokensAsync(Ct);
        server.Time.Advance(TimeSpan.FromMinutes(6));

        var refused = await owner.PostAsync("/api/sage/contacts", new { name = "Baobab Lodge" }, Ct);

        Assert.Equal((HttpStatusCode.Conflict, "reconnect_needed"), (refused.Status, refused.Get("code")));
        Assert.Contains("Connect", refused.Get("detail"), StringComparison.Ordinal);
        await server.ConnectAsync(owner, Ct);
        await owner.CustomerAsync("Baobab Lodge", Ct);
    }

    private static async Task<Uri> AuthorizeAddressAsync(ServerClient browser) =>
        (await browser.GetAsync("/auth/start?country=za", Ct)).Expect(HttpStatusCode.Found).Location!;

    private static async Task RefusedAsync(ServerFixture server, ServerClient browser, string path, string words)
    {
        var page = await browser.GetAsync(path, Ct);
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains(words, page.Text, StringComparison.Ordinal);
        Assert.Empty(await server.ConnectionsAsync(Ct));
    }
}
