using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Ledgerbridge.Sage;
using Ledgerbridge.Sage.Auth;
using Ledgerbridge.Testing;

namespace Ledgerbridge.Tests.Sage;

/// <summary>Signing in to Sage: what is sent, what is read, and every way in which it fails.</summary>
public sealed class OAuthTests
{
    private const string Pair =
        """{"access_token":"A","scope":"full_access","token_type":"bearer","expires_in":300,"refresh_token":"R","""
        + "\"refresh_token_expires_in\":2678400,\"requested_by_id\":\"u1\"}";

    private static readonly Uri Callback = new("https://books.example/auth/callback");

    private readonly ScriptedSage _sage = new();
    private readonly SandboxTime _time = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private SageOAuth OAuth => _sage.Gateway(_time).OAuth;

    [Fact]
    public void The_authorize_address_carries_every_parameter_Sage_documents()
    {
        var walk = AuthorizeRequest.Begin(Callback, "za");
        var address = OAuth.AuthorizeUrl(walk);
        var challenge = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(walk.CodeVerifier.Reveal())));
        Assert.Equal("http://sage.test/oauth2/auth/central", address.GetLeftPart(UriPartial.Path));
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["filter"] = "apiv3.1",
                ["response_type"] = "code",
                ["client_id"] = "client/id",
                ["redirect_uri"] = Callback.OriginalString,
                ["scope"] = "full_access",
                ["state"] = walk.State,
                ["country"] = "za",
                ["code_challenge"] = challenge,
                ["code_challenge_method"] = "S256",
            },
            SandboxSignIn.QueryOf(address)
        );
        Assert.Contains("client_id=client%2Fid&", address.Query, StringComparison.Ordinal);
    }

    [Fact]
    public void An_authorize_address_that_has_a_query_of_its_own_keeps_it_once()
    {
        var gateway = _sage.Gateway(
            _time,
            static options => options.AuthorizeUrl = new Uri("https://www.sageone.com/oauth2/auth/central?filter=apiv3.1")
        );
        var query = SandboxSignIn.QueryOf(gateway.OAuth.AuthorizeUrl(AuthorizeRequest.Begin(Callback, "gb")));
        Assert.Equal(("apiv3.1", "code"), (query["filter"], query["response_type"]));
    }

    [Fact]
    public void No_two_walks_share_their_state_or_their_verifier_and_both_are_long_enough_for_PKCE()
    {
        var walks = Enumerable.Range(0, 200).Select(_ => AuthorizeRequest.Begin(Callback, "za")).ToArray();
        Assert.Equal(200, walks.Select(static walk => walk.State).Distinct().Count());
        Assert.Equal(200, walks.Select(static walk => walk.CodeVerifier.Reveal()).Distinct().Count());
        Assert.All(walks, static walk => Assert.Matches("^[A-Za-z0-9_-]{43,128}$", walk.CodeVerifier.Reveal()));
        Assert.All(walks, static walk => Assert.True(walk.State.Length >= 43));
    }

    [Fact]
    public async Task A_code_is_exchanged_with_its_prefix_and_slash_and_the_lifetimes_are_read()
    {
        _sage.Then(Pair);
        var walk = AuthorizeRequest.Begin(Callback, "za");
        var tokens = Books.Given(await OAuth.ExchangeAsync("GB/0123", walk, Ct));
        var sent = _sage.Sent.Single();
        Assert.Equal(("POST", "http://sage.test/token"), (sent.Method, sent.Address.OriginalString));
        Assert.Equal("application/x-www-form-urlencoded", sent.Headers["Content-Type"]);
        Assert.Equal("application/json", sent.Headers["Accept"]);
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["client_id"] = "client/id",
                ["client_secret"] = "the client's own secret",
                ["grant_type"] = "authorization_code",
                ["code"] = "GB/0123",
                ["redirect_uri"] = Callback.OriginalString,
                ["code_verifier"] = walk.CodeVerifier.Reveal(),
            },
            FormOf(sent)
        );
        Assert.Equal(
            ("A", "R", "full_access", "u1"),
            (tokens.AccessToken.Reveal(), tokens.RefreshToken.Reveal(), tokens.Scope, tokens.SageUserId)
        );
        Assert.Equal(_time.GetUtcNow() + TimeSpan.FromMinutes(5), tokens.AccessExpiresAt);
        Assert.Equal(_time.GetUtcNow() + TimeSpan.FromDays(31), tokens.RefreshExpiresAt);
    }

    [Fact]
    public async Task A_refresh_sends_the_refresh_token_and_no_redirect_address()
    {
        _sage.Then(Pair);
        Books.Given(await OAuth.RefreshAsync(new Secret("old"), Ct));
        var form = FormOf(_sage.Sent.Single());
        Assert.Equal(["client_id", "client_secret", "grant_type", "refresh_token"], form.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(("refresh_token", "old"), (form["grant_type"], form["refresh_token"]));
    }

    [Fact]
    public async Task Revoking_names_the_refresh_token()
    {
        _sage.Then("""{"success":"ok"}""");
        Assert.True(Books.Given(await OAuth.RevokeAsync(new Secret("old"), Ct)));
        var sent = _sage.Sent.Single();
        Assert.Equal(("http://sage.test/revoke", "old"), (sent.Address.OriginalString, FormOf(sent)["token"]));
    }

    [Theory]
    [InlineData("""{"access_token":"A","refresh_token":"R"}""", 300, 2678400)]
    [InlineData("""{"access_token":"A","refresh_token":"R","expires_in":"600","refresh_token_expires_in":"86400","new":[]}""", 600, 86400)]
    [InlineData("""{"access_token":"A","refresh_token":"R","expires_in":0,"refresh_token_expires_in":-1,"scope":null}""", 300, 2678400)]
    [InlineData("""{"access_token":"A","refresh_token":"R","expires_in":null,"refresh_token_expires_in":null}""", 300, 2678400)]
    public async Task A_new_pair_is_never_lost_for_the_sake_of_a_lifetime(string body, int access, int refresh)
    {
        _sage.Then(body);
        var tokens = Books.Given(await OAuth.RefreshAsync(new Secret("old"), Ct));
        Assert.Equal(_time.GetUtcNow().AddSeconds(access), tokens.AccessExpiresAt);
        Assert.Equal(_time.GetUtcNow().AddSeconds(refresh), tokens.RefreshExpiresAt);
    }

    [Theory]
    [InlineData("""{"error":"invalid_grant"}""", SageFailureKind.GrantLost)]
    [InlineData("""{"error":"invalid_grant","error_description":"superseded"}""", SageFailureKind.GrantLost)]
    [InlineData("""{"error":"invalid_client"}""", SageFailureKind.Refused)]
    [InlineData("""{"error":"unauthorized_client"}""", SageFailureKind.Refused)]
    [InlineData("""{"error":"unsupported_grant_type"}""", SageFailureKind.Refused)]
    [InlineData("""{"error":"invalid_request"}""", SageFailureKind.Refused)]
    [InlineData("""{"error":"new_one"}""", SageFailureKind.Refused)]
    [InlineData("""{"error":null}""", SageFailureKind.Refused)]
    [InlineData("""[{"$message":"x"}]""", SageFailureKind.Refused)]
    [InlineData("<html>", SageFailureKind.Refused)]
    [InlineData("", SageFailureKind.Refused)]
    public async Task A_refusal_is_told_by_its_error_and_means_that_nothing_was_replaced(string body, SageFailureKind kind)
    {
        _sage.Then(HttpStatusCode.BadRequest, body);
        var failure = Books.Failed(await OAuth.RefreshAsync(new Secret("old"), Ct));
        Assert.Equal((kind, false, (int?)400), (failure.Kind, failure.MayHaveHappened, failure.Status));
    }

    [Theory]
    [InlineData(500, SageFailureKind.Unavailable, true)]
    [InlineData(503, SageFailureKind.Unavailable, true)]
    [InlineData(429, SageFailureKind.TooManyCalls, false)]
    public async Task A_fault_of_Sages_own_leaves_open_whether_the_tokens_were_replaced(int status, SageFailureKind kind, bool open)
    {
        _sage.Then((HttpStatusCode)status, "");
        var failure = Books.Failed(await OAuth.RefreshAsync(new Secret("old"), Ct));
        Assert.Equal((kind, open), (failure.Kind, failure.MayHaveHappened));
    }

    [Theory]
    [InlineData("""{"access_token":"A"}""")]
    [InlineData("""{"access_token":"","refresh_token":"R"}""")]
    [InlineData("""{"access_token":null,"refresh_token":"R"}""")]
    [InlineData("""{"access_token":"A","refresh_token":"R","expires_in":"soon"}""")]
    [InlineData("null")]
    [InlineData("<html>")]
    [InlineData("")]
    public async Task An_answer_that_is_no_pair_leaves_it_open_too(string body)
    {
        _sage.Then(body);
        var failure = Books.Failed(await OAuth.RefreshAsync(new Secret("old"), Ct));
        Assert.Equal((SageFailureKind.Unreadable, true), (failure.Kind, failure.MayHaveHappened));
        Assert.DoesNotContain("old", failure.ToString(), StringComparison.Ordinal);
    }

    public static TheoryData<Exception, bool> BrokenLines => TransportTests.BrokenLines;

    [Theory]
    [MemberData(nameof(BrokenLines), DisableDiscoveryEnumeration = true)]
    public async Task A_broken_line_leaves_it_open_unless_there_never_was_one(Exception broken, bool open)
    {
        _sage.ThenFails(broken);
        var failure = Books.Failed(await OAuth.RefreshAsync(new Secret("old"), Ct));
        Assert.Equal((SageFailureKind.Unreachable, open), (failure.Kind, failure.MayHaveHappened));
    }

    [Fact]
    public async Task Silence_ends_at_the_deadline_and_leaves_it_open()
    {
        _sage.ThenSilence();
        var refresh = OAuth.RefreshAsync(new Secret("old"), Ct);
        await Eventually.TrueAsync(() => _sage.Sent.Count == 1, "the call", Ct);
        _time.Advance(TimeSpan.FromSeconds(30));
        var failure = Books.Failed(await refresh);
        Assert.Equal((SageFailureKind.TimedOut, true), (failure.Kind, failure.MayHaveHappened));
    }

    [Fact]
    public async Task An_answer_without_end_is_not_read_to_its_end()
    {
        _sage.Then(
            (_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new EndlessStream()) })
        );
        var failure = Books.Failed(await OAuth.RefreshAsync(new Secret("old"), Ct));
        Assert.Equal((SageFailureKind.Unreadable, true), (failure.Kind, failure.MayHaveHappened));
    }

    [Fact]
    public async Task The_caller_may_leave()
    {
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        _sage.ThenSilence();
        var refresh = OAuth.RefreshAsync(new Secret("old"), caller.Token);
        await Eventually.TrueAsync(() => _sage.Sent.Count == 1, "the call", Ct);
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => refresh);
    }

    private static Dictionary<string, string> FormOf(SentToSage sent) =>
        sent.Body!.Split('&')
            .Select(static pair => pair.Split('='))
            .ToDictionary(static pair => WebUtility.UrlDecode(pair[0]), static pair => WebUtility.UrlDecode(pair[1]));

    /// <summary>Spaces without end.</summary>
    private sealed class EndlessStream : MemoryStream
    {
        private long _given;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            _given += buffer.Length;
            if (_given > 100_000_000)
                throw new InvalidOperationException("Far too much was read.");
            buffer.Span.Fill((byte)' ');
            return ValueTask.FromResult(buffer.Length);
        }

        public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
        {
            var chunk = new byte[64 * 1024];
            while (await ReadAsync(chunk.AsMemory(), cancellationToken) > 0)
                await destination.WriteAsync(chunk, cancellationToken);
        }
    }
}
