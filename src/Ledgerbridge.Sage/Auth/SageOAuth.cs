using System.Buffers.Text;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ledgerbridge.Sage.Http;
using Ledgerbridge.Sage.V31;

namespace Ledgerbridge.Sage.Auth;

/// <summary>One walk through Sage's authorise page, begun and not yet ended. Whoever begins it keeps it until the callback comes.</summary>
/// <param name="State">Random text that comes back with the callback.</param>
/// <param name="CodeVerifier">The PKCE secret whose hash was sent.</param>
/// <param name="RedirectUri">The callback address, character for character as registered.</param>
/// <param name="Country">Two small letters, such as <c>za</c>.</param>
public sealed record AuthorizeRequest(string State, Secret CodeVerifier, Uri RedirectUri, string Country)
{
    private const int RandomBytes = 32;

    /// <summary>Begins a walk with fresh secrets.</summary>
    public static AuthorizeRequest Begin(Uri redirectUri, string country) =>
        new(RandomText(), new Secret(RandomText()), redirectUri, country);

    private static string RandomText() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));
}

/// <summary>Sage's OAuth 2.0: authorise address, code and refresh exchange, revocation.</summary>
public sealed class SageOAuth(HttpClient http, SageOptions options, TimeProvider time)
{
    private const int AccessSecondsDocumented = 300;
    private const int RefreshSecondsDocumented = 2_678_400;

    /// <summary>A pair of tokens is about 3 kB.</summary>
    private const int AnswerBytesMax = 256 * 1024;

    /// <summary>The address a person's browser is sent to.</summary>
    public Uri AuthorizeUrl(AuthorizeRequest request)
    {
        var challenge = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(request.CodeVerifier.Reveal())));
        (string Name, string Value)[] query =
        [
            ("filter", "apiv3.1"),
            ("response_type", "code"),
            ("client_id", options.ClientId),
            ("redirect_uri", request.RedirectUri.OriginalString),
            ("scope", "full_access"),
            ("state", request.State),
            ("country", request.Country),
            ("code_challenge", challenge),
            ("code_challenge_method", "S256"),
        ];
        var pairs = options
            .AuthorizeUrl.Query.TrimStart('?')
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(own => !Array.Exists(query, pair => own.StartsWith($"{pair.Name}=", StringComparison.Ordinal)))
            .Concat(query.Select(static pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value)}"));
        return new Uri($"{options.AuthorizeUrl.GetLeftPart(UriPartial.Path)}?{string.Join('&', pairs)}");
    }

    /// <summary>
    /// Exchanges the code of a callback. A code lives 60 seconds and works once; it has a country prefix and a slash, which belong to it.
    /// </summary>
    public Task<SageAnswer<SageTokens>> ExchangeAsync(string code, AuthorizeRequest request, CancellationToken ct) =>
        TokensAsync(
            [
                new("grant_type", "authorization_code"),
                new("code", code),
                new("redirect_uri", request.RedirectUri.OriginalString),
                new("code_verifier", request.CodeVerifier.Reveal()),
            ],
            ct
        );

    /// <summary>
    /// Exchanges a refresh token for a new pair; the old one is dead as soon as Sage has read it. When the answer is lost
    /// (<see cref="SageFailure.MayHaveHappened"/>) the new pair is lost too.
    /// </summary>
    public Task<SageAnswer<SageTokens>> RefreshAsync(Secret refreshToken, CancellationToken ct) =>
        TokensAsync([new("grant_type", "refresh_token"), new("refresh_token", refreshToken.Reveal())], ct);

    /// <summary>Revokes a refresh token and with it the grant. Access tokens live out their five minutes.</summary>
    public async Task<SageAnswer<bool>> RevokeAsync(Secret refreshToken, CancellationToken ct) =>
        await PostAsync(options.RevokeUrl, [new("token", refreshToken.Reveal())], static _ => true, ct);

    private Task<SageAnswer<SageTokens>> TokensAsync(KeyValuePair<string, string>[] form, CancellationToken ct) =>
        PostAsync(options.TokenUrl, form, ReadTokens, ct);

    private async Task<SageAnswer<T>> PostAsync<T>(Uri url, KeyValuePair<string, string>[] form, Func<byte[], T> read, CancellationToken ct)
    {
        using var deadline = new CancellationTokenSource(options.ReadTimeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct, deadline.Token);
        using var request = new HttpRequestMessage(HttpMethod.Post, url);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Content = new FormUrlEncodedContent([
            new("client_id", options.ClientId),
            new("client_secret", options.ClientSecret),
            .. form,
        ]);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, both.Token);
            if (await SageNetwork.ReadBoundedAsync(response, AnswerBytesMax, both.Token) is not { } body)
                return OAuthFailures.NoToken;
            return response.IsSuccessStatusCode ? read(body) : OAuthFailures.FromStatus(response.StatusCode, ErrorCode(body));
        }
        catch (OperationCanceledException failure) when (SageNetwork.NotConnectedInTime(failure))
        {
            return OAuthFailures.Unreachable(mayHaveHappened: false);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            return new SageFailure(SageFailureKind.TimedOut, "Sage's sign-in service did not answer in time.") { MayHaveHappened = true };
        }
        catch (HttpRequestException failure)
        {
            return OAuthFailures.Unreachable(mayHaveHappened: !SageNetwork.NeverConnected(failure));
        }
        catch (Exception failure) when (failure is JsonException or ArgumentException or InvalidDataException)
        {
            return OAuthFailures.NoToken;
        }
        catch (IOException)
        {
            return OAuthFailures.Unreachable(mayHaveHappened: true);
        }
    }

    private SageTokens ReadTokens(byte[] answer)
    {
        var body =
            JsonSerializer.Deserialize(answer, OAuthJson.Default.TokenBody) ?? throw new JsonException("The body is the literal null.");
        var now = time.GetUtcNow();
        return new SageTokens(
            new Secret(body.AccessToken),
            now.AddSeconds(body.ExpiresIn > 0 ? body.ExpiresIn : AccessSecondsDocumented),
            new Secret(body.RefreshToken),
            now.AddSeconds(body.RefreshTokenExpiresIn > 0 ? body.RefreshTokenExpiresIn : RefreshSecondsDocumented),
            body.Scope ?? "",
            body.RequestedById
        );
    }

    private static string? ErrorCode(byte[] answer)
    {
        try
        {
            return JsonSerializer.Deserialize(answer, OAuthJson.Default.ErrorBody)?.Error;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>Turns what the token service answers into failures. An error body is an object here, unlike the API's arrays.</summary>
internal static class OAuthFailures
{
    public static SageFailure FromStatus(HttpStatusCode status, string? error) =>
        (int)status switch
        {
            >= 500 => new SageFailure(SageFailureKind.Unavailable, "Sage's sign-in service has a fault of its own just now.")
            {
                Status = (int)status,
                MayHaveHappened = true,
            },
            429 => new SageFailure(SageFailureKind.TooManyCalls, "Sage's sign-in service asks us to call less often.") { Status = 429 },
            _ => new SageFailure(Kind(error), Sentence(error)) { Status = (int)status },
        };

    public static SageFailure Unreachable(bool mayHaveHappened) =>
        new(SageFailureKind.Unreachable, "Sage's sign-in service could not be reached.") { MayHaveHappened = mayHaveHappened };

    /// <summary>Something came, and it is not what was asked for: the tokens may have been replaced all the same.</summary>
    public static SageFailure NoToken { get; } =
        new(SageFailureKind.Unreadable, "Sage's sign-in service answered with something that is no token.") { MayHaveHappened = true };

    private static SageFailureKind Kind(string? error) => error == "invalid_grant" ? SageFailureKind.GrantLost : SageFailureKind.Refused;

    private static string Sentence(string? error) =>
        error switch
        {
            "invalid_grant" => "Sage no longer accepts this sign-in: it has been used, replaced, revoked, or has expired.",
            "invalid_client" => "Sage does not know this application: the client id or the client secret is wrong.",
            "unauthorized_client" => "Sage does not let this application sign in this way.",
            "unsupported_grant_type" or "invalid_request" => "Sage did not understand the sign-in request.",
            _ => "Sage refused the sign-in.",
        };
}

internal sealed record TokenBody(
    [property: JsonRequired] string AccessToken,
    [property: JsonRequired] string RefreshToken,
    int ExpiresIn,
    int RefreshTokenExpiresIn,
    string? Scope,
    string? RequestedById
);

internal sealed record ErrorBody(string? Error);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, Converters = [typeof(WireNumberConverter)])]
[JsonSerializable(typeof(TokenBody))]
[JsonSerializable(typeof(ErrorBody))]
internal sealed partial class OAuthJson : JsonSerializerContext;
