using System.Net;
using System.Security.Cryptography;
using System.Text;
using Ledgerbridge.Sandbox;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Sandbox;

public sealed class SignInTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static string Authorize(params (string, string?)[] more) => SandboxSignIn.AuthorizePath(SandboxFixture.RedirectUri, more);

    [Fact]
    [SandboxQuirk("SAGE-32")]
    public async Task The_code_carries_the_country_and_a_slash_and_the_state_is_echoed()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var back = await sandbox.SignIn.AllowAsync(Authorize(("state", "a b/ä&"), ("country", "za")), Ct);
        var query = SandboxSignIn.QueryOf(back);
        Assert.StartsWith(SandboxFixture.RedirectUri + "?code=ZA%2F", back.OriginalString, StringComparison.Ordinal);
        Assert.Equal("ZA", query["country"]);
        Assert.Equal("a b/ä&", query["state"]);
    }

    [Theory]
    [InlineData("GB")]
    [InlineData("IE")]
    [InlineData("CA")]
    [SandboxQuirk("SAGE-32")]
    public async Task The_code_carries_the_country_the_person_chose(string country)
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var back = await sandbox.SignIn.DecideAsync(Authorize(), new SandboxDecision { Country = country }, Ct);
        Assert.StartsWith(country + "/", SandboxSignIn.QueryOf(back)["code"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_says_who_asks_who_can_sign_in_and_which_businesses_are_given()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        using var answer = await sandbox.SignIn.GetAsync(Authorize(("country", "za")), Ct);
        var page = await answer.Content.ReadAsStringAsync(Ct);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        foreach (
            var text in new[]
            {
                "Ledgerbridge asks to connect",
                "Naledi Mokoena",
                "Pieter van Wyk",
                "Karoo Trading (Pty) Ltd",
                "Overberg Crafts",
            }
        )
            Assert.Contains(text, page, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }

    [Fact]
    [SandboxQuirk("SAGE-46")]
    public async Task Consent_is_asked_the_first_time_and_again_after_revocation()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        const string first = "Allowing lets it read and change the books of all these businesses";
        Assert.Equal(2, await CountAsync(sandbox, first));
        var tokens = await sandbox.SignIn.SignInAsync(SandboxFixture.RedirectUri, Ct);
        Assert.Equal(1, await CountAsync(sandbox, first));
        Assert.Equal(1, await CountAsync(sandbox, "You have allowed this before."));
        using var revoked = await sandbox.SignIn.RevokeAsync(tokens.RefreshToken, Ct);
        Assert.Equal(2, await CountAsync(sandbox, first));
    }

    [Fact]
    public async Task Refusing_sends_access_denied_back_with_the_state()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var back = await sandbox.SignIn.DecideAsync(Authorize(("state", "s1")), new SandboxDecision { Allow = false }, Ct);
        Assert.Equal("access_denied", SandboxSignIn.QueryOf(back)["error"]);
        Assert.Equal("s1", SandboxSignIn.QueryOf(back)["state"]);
    }

    [Theory]
    [InlineData("fr", SandboxSeed.OwnerId)]
    [InlineData("ca", SandboxSeed.AssistantId)]
    [SandboxQuirk("SAGE-35")]
    public async Task A_country_without_a_business_of_the_person_gives_the_odd_error(string country, string person)
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var back = await sandbox.SignIn.DecideAsync(Authorize(("country", country)), new SandboxDecision { Person = person }, Ct);
        Assert.Contains("error=Invalid+request&reason=Email+already+in+use", back.Query, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("response_type", "token", "unsupported_response_type")]
    [InlineData("scope", "everything", "invalid_scope")]
    [InlineData("code_challenge", "too-short", "invalid_request")]
    [InlineData("code_challenge_method", "S256", "invalid_request")]
    public async Task A_wrong_request_of_a_known_client_is_answered_at_its_callback(string parameter, string value, string error)
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        using var answer = await sandbox.SignIn.GetAsync(Authorize((parameter, value), ("state", "x")), Ct);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal(error, SandboxSignIn.QueryOf(answer.Headers.Location!)["error"]);
    }

    [Theory]
    [InlineData("client_id", "somebody/else")]
    [InlineData("redirect_uri", "http://localhost/auth/callback/")]
    [InlineData("redirect_uri", "http://LOCALHOST/auth/callback")]
    public async Task A_request_that_cannot_be_trusted_is_answered_with_a_page_and_no_redirect(string parameter, string value)
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        using var answer = await sandbox.SignIn.GetAsync(Authorize((parameter, value)), Ct);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("cannot be answered", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("S256")]
    [InlineData("plain")]
    public async Task A_challenge_demands_its_verifier(string method)
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var verifier = new string('v', 64);
        var challenge = method == "plain" ? verifier : Challenge(verifier);
        foreach (
            var (sent, status) in new (string?, HttpStatusCode)[]
            {
                (null, HttpStatusCode.BadRequest),
                (new string('w', 64), HttpStatusCode.BadRequest),
                (verifier, HttpStatusCode.OK),
            }
        )
        {
            var back = await sandbox.SignIn.AllowAsync(Authorize(("code_challenge", challenge), ("code_challenge_method", method)), Ct);
            using var answer = await ExchangeAsync(sandbox, SandboxSignIn.QueryOf(back)["code"], sent);
            Assert.Equal(status, answer.StatusCode);
        }
    }

    [Fact]
    [SandboxQuirk("SAGE-32")]
    public async Task A_code_works_once()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var code = SandboxSignIn.QueryOf(await sandbox.SignIn.AllowAsync(Authorize(), Ct))["code"];
        using var first = await ExchangeAsync(sandbox, code, null);
        using var second = await ExchangeAsync(sandbox, code, null);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, second.StatusCode);
        Assert.Equal("""{"error":"invalid_grant"}""", await second.Content.ReadAsStringAsync(Ct));
    }

    [Theory]
    [InlineData(59, HttpStatusCode.OK)]
    [InlineData(60, HttpStatusCode.BadRequest)]
    [SandboxQuirk("SAGE-32")]
    public async Task A_code_lives_sixty_seconds(int seconds, HttpStatusCode status)
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var code = SandboxSignIn.QueryOf(await sandbox.SignIn.AllowAsync(Authorize(), Ct))["code"];
        sandbox.Time.Advance(TimeSpan.FromSeconds(seconds));
        using var answer = await ExchangeAsync(sandbox, code, null);
        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Two_exchanges_at_once_make_one_grant()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var code = SandboxSignIn.QueryOf(await sandbox.SignIn.AllowAsync(Authorize(), Ct))["code"];
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => ExchangeAsync(sandbox, code, null)));
        Assert.Single(answers, static answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.Equal(1, (await sandbox.Control.TokensAsync(Ct)).Grants);
        foreach (var answer in answers)
            answer.Dispose();
    }

    private static async Task<int> CountAsync(SandboxFixture sandbox, string text)
    {
        using var answer = await sandbox.SignIn.GetAsync(Authorize(("country", "za")), Ct);
        return (await answer.Content.ReadAsStringAsync(Ct)).Split(text).Length - 1;
    }

    private static Task<HttpResponseMessage> ExchangeAsync(SandboxFixture sandbox, string code, string? verifier)
    {
        (string, string)[] fields = [("grant_type", "authorization_code"), ("code", code), ("redirect_uri", SandboxFixture.RedirectUri)];
        return sandbox.SignIn.TokenAsync(verifier is null ? fields : [.. fields, ("code_verifier", verifier)], Ct);
    }

    private static string Challenge(string verifier) =>
        Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
