using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Sandbox;

public sealed class TokenTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_pair_has_the_documented_keys_and_lifetimes()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var back = await sandbox.SignIn.AllowAsync(SandboxSignIn.AuthorizePath(SandboxFixture.RedirectUri, ("scope", "full_access")), Ct);
        using var answer = await sandbox.SignIn.TokenAsync(
            [
                ("grant_type", "authorization_code"),
                ("code", SandboxSignIn.QueryOf(back)["code"]),
                ("redirect_uri", SandboxFixture.RedirectUri),
            ],
            Ct
        );
        var pair = (await answer.Content.ReadFromJsonAsync<JsonObject>(Ct))!;
        Assert.Equal(
            ["access_token", "scope", "token_type", "expires_in", "refresh_token", "refresh_token_expires_in", "requested_by_id"],
            pair.Select(static key => key.Key)
        );
        Assert.Equal(300, pair["expires_in"]!.GetValue<int>());
        Assert.Equal(2_678_400, pair["refresh_token_expires_in"]!.GetValue<int>());
        Assert.Equal(SandboxSeed.OwnerId, pair["requested_by_id"]!.GetValue<string>());
        Assert.Equal("bearer", pair["token_type"]!.GetValue<string>());
    }

    [Fact]
    public async Task Tokens_are_signed_and_about_thirteen_hundred_characters_long()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var pair = await sandbox.SignIn.SignInAsync(SandboxFixture.RedirectUri, Ct);
        foreach (var token in new[] { pair.AccessToken, pair.RefreshToken })
        {
            Assert.InRange(token.Length, 1_200, 1_400);
            var header = JsonNode.Parse(Convert.FromBase64String(Padded(token.Split('.')[0])))!;
            Assert.Equal("RS512", header["alg"]!.GetValue<string>());
            Assert.Equal(342, token.Split('.')[2].Length);
        }
    }

    [Fact]
    [SandboxQuirk("SAGE-33")]
    public async Task A_refresh_kills_the_token_it_used_at_once()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var first = await sandbox.SignIn.SignInAsync(SandboxFixture.RedirectUri, Ct);
        var second = await RefreshedAsync(sandbox, first.RefreshToken);
        Assert.NotEqual(first.RefreshToken, second.RefreshToken);
        Assert.Equal("invalid_grant", await ErrorAsync(sandbox, first.RefreshToken));
        var third = await RefreshedAsync(sandbox, second.RefreshToken);
        Assert.Equal("invalid_grant", await ErrorAsync(sandbox, second.RefreshToken));
        Assert.Equal(HttpStatusCode.OK, (await sandbox.ClientWith(third.AccessToken).GetAsync("/user", Ct)).Status);
        Assert.Equal(2, (await sandbox.Control.TokensAsync(Ct)).Refreshes);
    }

    [Fact]
    [SandboxQuirk("SAGE-33")]
    public async Task Of_many_refreshes_at_once_one_wins()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var pair = await sandbox.SignIn.SignInAsync(SandboxFixture.RedirectUri, Ct);
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => RefreshAsync(sandbox, pair.RefreshToken)));
        Assert.Single(answers, static answer => answer.StatusCode == HttpStatusCode.OK);
        foreach (var answer in answers)
            answer.Dispose();
    }

    [Theory]
    [InlineData(299, HttpStatusCode.OK)]
    [InlineData(300, HttpStatusCode.Unauthorized)]
    public async Task An_access_token_lives_five_minutes_of_the_sandboxs_clock(int seconds, HttpStatusCode status)
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        await sandbox.Control.AdvanceClockAsync(TimeSpan.FromSeconds(seconds), Ct);
        Assert.Equal(status, (await client.GetAsync("/user", Ct)).Status);
    }

    [Theory]
    [InlineData(-1, HttpStatusCode.OK)]
    [InlineData(0, HttpStatusCode.BadRequest)]
    [SandboxQuirk("SAGE-33")]
    public async Task A_refresh_token_lives_thirty_one_days(int seconds, HttpStatusCode status)
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var pair = await sandbox.SignIn.SignInAsync(SandboxFixture.RedirectUri, Ct);
        sandbox.Time.Advance(TimeSpan.FromDays(31) + TimeSpan.FromSeconds(seconds));
        using var answer = await RefreshAsync(sandbox, pair.RefreshToken);
        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task A_month_of_rotations_keeps_one_grant_alive()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var pair = await sandbox.SignIn.SignInAsync(SandboxFixture.RedirectUri, Ct);
        for (var round = 0; round < 12; round++)
        {
            sandbox.Time.Advance(TimeSpan.FromDays(30));
            pair = await RefreshedAsync(sandbox, pair.RefreshToken);
        }
        var tokens = await sandbox.Control.TokensAsync(Ct);
        Assert.Equal((1, 12), (tokens.Grants, tokens.Refreshes));
    }

    [Fact]
    [SandboxQuirk("SAGE-47")]
    public async Task Revoking_kills_the_refresh_token_but_lets_the_access_token_run_out()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var pair = await sandbox.SignIn.SignInAsync(SandboxFixture.RedirectUri, Ct);
        using var revoked = await sandbox.SignIn.RevokeAsync(pair.RefreshToken, Ct);
        Assert.Equal(HttpStatusCode.OK, revoked.StatusCode);
        Assert.Equal("""{"success":"ok"}""", await revoked.Content.ReadAsStringAsync(Ct));
        Assert.Equal("invalid_grant", await ErrorAsync(sandbox, pair.RefreshToken));
        Assert.Equal(HttpStatusCode.OK, (await sandbox.ClientWith(pair.AccessToken).GetAsync("/user", Ct)).Status);
        await sandbox.Control.AdvanceClockAsync(TimeSpan.FromMinutes(5), Ct);
        Assert.Equal(HttpStatusCode.Unauthorized, (await sandbox.ClientWith(pair.AccessToken).GetAsync("/user", Ct)).Status);
    }

    [Fact]
    public async Task Revoking_an_unknown_token_is_no_error_and_changes_nothing()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var pair = await sandbox.SignIn.SignInAsync(SandboxFixture.RedirectUri, Ct);
        using var answer = await sandbox.SignIn.RevokeAsync("nonsense", Ct);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await RefreshedAsync(sandbox, pair.RefreshToken);
    }

    [Theory]
    [InlineData("client_secret", "wrong", "invalid_client")]
    [InlineData("client_id", "wrong", "invalid_client")]
    [InlineData("grant_type", "client_credentials", "invalid_grant")]
    [InlineData("grant_type", "", "invalid_request")]
    [InlineData("refresh_token", "", "invalid_request")]
    [InlineData("refresh_token", "nonsense", "invalid_grant")]
    [SandboxQuirk("SAGE-34")]
    public async Task Every_refusal_is_400_with_an_error_object(string field, string value, string error)
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var pair = await sandbox.SignIn.SignInAsync(SandboxFixture.RedirectUri, Ct);
        var fields = new Dictionary<string, string>
        {
            ["grant_type"] = "refresh_token",
            ["refresh_token"] = pair.RefreshToken,
            [field] = value,
        };
        using var answer = await sandbox.SignIn.TokenAsync([.. fields.Select(static one => (one.Key, one.Value))], Ct);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(error, (await answer.Content.ReadFromJsonAsync<JsonObject>(Ct))!["error"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_redirect_uri_of_the_exchange_must_be_the_one_of_the_request()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        await sandbox.Control.SaveClientAsync(SandboxSeed.ClientId, ["http://localhost/a", "http://localhost/b"], null, Ct);
        var back = await sandbox.SignIn.AllowAsync(SandboxSignIn.AuthorizePath("http://localhost/a"), Ct);
        using var answer = await sandbox.SignIn.TokenAsync(
            [("grant_type", "authorization_code"), ("code", SandboxSignIn.QueryOf(back)["code"]), ("redirect_uri", "http://localhost/b")],
            Ct
        );
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Client_credentials_may_come_in_a_basic_header()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var pair = await sandbox.SignIn.SignInAsync(SandboxFixture.RedirectUri, Ct);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/token")
        {
            Content = new FormUrlEncodedContent([
                KeyValuePair.Create("grant_type", "refresh_token"),
                KeyValuePair.Create("refresh_token", pair.RefreshToken),
            ]),
        };
        var credentials = Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(SandboxSeed.ClientId)}:{SandboxSeed.ClientSecret}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(credentials));
        using var answer = await sandbox.SignIn.SendAsync(request, Ct);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task The_token_endpoint_takes_forms_only()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/token")
        {
            Content = JsonContent.Create(new { grant_type = "refresh_token" }),
        };
        using var answer = await sandbox.SignIn.SendAsync(request, Ct);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        using var get = await sandbox.SignIn.GetAsync("/token", Ct);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, get.StatusCode);
    }

    [Fact]
    public async Task Another_client_cannot_use_a_refresh_token()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        await sandbox.Control.SaveClientAsync("other/app", [SandboxFixture.RedirectUri], "other-secret", Ct);
        var pair = await sandbox.SignIn.SignInAsync(SandboxFixture.RedirectUri, Ct);
        using var answer = await sandbox.SignIn.TokenAsync(
            [
                ("client_id", "other/app"),
                ("client_secret", "other-secret"),
                ("grant_type", "refresh_token"),
                ("refresh_token", pair.RefreshToken),
            ],
            Ct
        );
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        await RefreshedAsync(sandbox, pair.RefreshToken);
    }

    [Fact]
    public async Task A_lost_answer_to_a_refresh_leaves_the_old_token_dead()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var pair = await sandbox.SignIn.SignInAsync(SandboxFixture.RedirectUri, Ct);
        await sandbox.Control.AddFaultAsync(
            new SandboxFault
            {
                Kind = "after",
                Path = "/token",
                Times = 1,
            },
            Ct
        );
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => RefreshAsync(sandbox, pair.RefreshToken));
        Assert.Equal("invalid_grant", await ErrorAsync(sandbox, pair.RefreshToken));
    }

    [Fact]
    public async Task Tokens_survive_a_restart_of_the_sandbox()
    {
        var folder = Directory.CreateTempSubdirectory("sandbox-test-").FullName;
        try
        {
            SandboxTokenPair pair;
            await using (var sandbox = await SandboxFixture.StartAsync(options => options with { DataDirectory = folder }, Ct))
                pair = await sandbox.SignIn.SignInAsync(SandboxFixture.RedirectUri, Ct);
            await using var again = await SandboxFixture.StartAsync(options => options with { DataDirectory = folder }, Ct);
            Assert.Equal(HttpStatusCode.OK, (await again.ClientWith(pair.AccessToken).GetAsync("/user", Ct)).Status);
            await RefreshedAsync(again, pair.RefreshToken);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Task<HttpResponseMessage> RefreshAsync(SandboxFixture sandbox, string token) =>
        sandbox.SignIn.TokenAsync([("grant_type", "refresh_token"), ("refresh_token", token)], Ct);

    private static async Task<SandboxTokenPair> RefreshedAsync(SandboxFixture sandbox, string token)
    {
        using var answer = await RefreshAsync(sandbox, token);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<SandboxTokenPair>(SandboxControl.Json, Ct))!;
    }

    private static async Task<string> ErrorAsync(SandboxFixture sandbox, string token)
    {
        using var answer = await RefreshAsync(sandbox, token);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonObject>(Ct))!["error"]!.GetValue<string>();
    }

    private static string Padded(string part) => part.Replace('-', '+').Replace('_', '/') + new string('=', (4 - (part.Length % 4)) % 4);
}
