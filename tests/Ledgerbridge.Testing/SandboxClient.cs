using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Ledgerbridge.Testing;

/// <summary>An answer of the sandbox's API, as it came.</summary>
public sealed record SandboxAnswer(HttpStatusCode Status, string Text, HttpResponseHeaders Headers, byte[] Bytes, string? MediaType)
{
    /// <summary>The body as JSON.</summary>
    public JsonNode Json => JsonNode.Parse(Text)!;

    /// <summary>The body as a JSON object.</summary>
    public JsonObject Object => Json.AsObject();

    /// <summary>The body's <c>id</c>.</summary>
    public string Id => Object["id"]!.GetValue<string>();

    /// <summary>The items of a list.</summary>
    public IReadOnlyList<JsonObject> Items => [.. Object["$items"]!.AsArray().Select(static item => item!.AsObject())];

    /// <summary>The entries of an error answer, as <c>dataCode | message | source</c>.</summary>
    public IReadOnlyList<string> Problems =>
        [.. Json.AsArray().Select(static one => $"{one!["$dataCode"]} | {one["$message"]} | {one["$source"]}")];

    /// <summary>A decimal of the body, which Sage sends as text.</summary>
    public decimal Amount(string key) => decimal.Parse(Object[key]!.GetValue<string>(), CultureInfo.InvariantCulture);

    /// <summary>The id of a reference in the body.</summary>
    public string? LinkId(string key) => Object[key]?["id"]?.GetValue<string>();
}

/// <summary>
/// A raw client of the sandbox's API for tests: sends what it is told and returns what came. Every exchange is held against Sage's
/// description when there is one; <see cref="Unchecked"/> leaves that out for requests that are wrong on purpose.
/// </summary>
public sealed class SandboxClient(HttpClient http, string accessToken, string? business)
{
    private bool _checked = true;

    /// <summary>The token it calls with.</summary>
    public string AccessToken { get; } = accessToken;

    /// <summary>The same client for another business; null sends no <c>X-Business</c>.</summary>
    public SandboxClient For(string? other) => new(http, AccessToken, other) { _checked = _checked };

    /// <summary>The same client with another token.</summary>
    public SandboxClient With(string token) => new(http, token, business) { _checked = _checked };

    /// <summary>
    /// The same client for requests that are wrong on purpose: their bodies are not held against the description, answers still are.
    /// </summary>
    public SandboxClient Unchecked => new(http, AccessToken, business) { _checked = false };

    /// <summary>Reads.</summary>
    public Task<SandboxAnswer> GetAsync(string path, CancellationToken ct) => SendAsync(HttpMethod.Get, path, null, ct);

    /// <summary>Creates, or acts when <paramref name="body"/> is null.</summary>
    public Task<SandboxAnswer> PostAsync(string path, JsonNode? body, CancellationToken ct) => SendAsync(HttpMethod.Post, path, body, ct);

    /// <summary>Updates.</summary>
    public Task<SandboxAnswer> PutAsync(string path, JsonNode body, CancellationToken ct) => SendAsync(HttpMethod.Put, path, body, ct);

    /// <summary>Deletes or voids.</summary>
    public Task<SandboxAnswer> DeleteAsync(string path, CancellationToken ct) => SendAsync(HttpMethod.Delete, path, null, ct);

    /// <summary>Sends JSON, or nothing.</summary>
    public Task<SandboxAnswer> SendAsync(HttpMethod method, string path, JsonNode? body, CancellationToken ct) =>
        SendAsync(method, path, body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"), null, ct);

    /// <summary>Sends anything.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">The path after the version, with its query: <c>/contacts?page=2</c>.</param>
    /// <param name="content">The body.</param>
    /// <param name="accept">What is accepted, when it is not JSON.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<SandboxAnswer> SendAsync(HttpMethod method, string path, HttpContent? content, string? accept, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(method, "/v3.1" + path) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", AccessToken);
        request.Headers.Accept.ParseAdd(accept ?? "application/json");
        if (business is not null)
            request.Headers.Add("X-Business", business);
        var sent = content is null ? null : await content.ReadAsStringAsync(ct);
        using var response = await http.SendAsync(request, ct);
        var bytes = await response.Content.ReadAsByteArrayAsync(ct);
        var answer = new SandboxAnswer(
            response.StatusCode,
            Encoding.UTF8.GetString(bytes),
            response.Headers,
            bytes,
            response.Content.Headers.ContentType?.MediaType
        );
        Check(method, path, sent, answer);
        return answer;
    }

    private void Check(HttpMethod method, string path, string? sent, SandboxAnswer answer)
    {
        if (SageDescription.Current is not { } description)
            return;
        var wrong = new List<string>();
        if (_checked)
            wrong.AddRange(description.CheckRequest(method.Method, path, sent));
        if (answer.MediaType == "application/json" && answer.Text.Length > 0)
            wrong.AddRange(description.CheckAnswer(method.Method, path, (int)answer.Status, answer.Text));
        if (wrong.Count > 0)
            throw new InvalidOperationException(
                $"{method} {path} does not follow Sage's description:\n{string.Join('\n', wrong)}\n{answer.Text}"
            );
    }
}
