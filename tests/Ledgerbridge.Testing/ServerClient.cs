using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ledgerbridge.Testing;

/// <summary>What the server answered.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The JSON body; null when there is none or it is no JSON.</param>
/// <param name="Text">The body as text.</param>
/// <param name="Location">Where a redirect leads.</param>
/// <param name="Headers">All headers.</param>
public sealed record ServerAnswer(
    HttpStatusCode Status,
    JsonNode? Body,
    string Text,
    Uri? Location,
    IReadOnlyDictionary<string, string> Headers
)
{
    /// <summary>A property of the body, by its path.</summary>
    public JsonNode? this[string property] => Body?[property];

    /// <summary>A text of the body.</summary>
    public string Get(string property) =>
        Body?[property]?.ToString() ?? throw new InvalidOperationException($"There is no {property} in {(int)Status} {Text}");

    /// <summary>The sentences about a field of problem details; empty when there are none.</summary>
    public IReadOnlyList<string> ErrorsOf(string field) =>
        Body?["errors"]?[field] is JsonArray errors ? [.. errors.Select(static e => e!.ToString())] : [];

    /// <summary>Fails the test with the whole answer unless it has this status.</summary>
    public ServerAnswer Expect(HttpStatusCode status) =>
        Status == status
            ? this
            : throw new InvalidOperationException($"Expected {(int)status}, but the server answered {(int)Status}: {Text}");
}

/// <summary>A browser (with cookies, redirects not followed) or a program with an API key.</summary>
public sealed class ServerClient : IDisposable
{
    private readonly HttpClient _http;

    /// <summary>A client of a server anywhere: a program with its API key, or a browser without one.</summary>
    public ServerClient(Uri server, string? apiKey)
    {
        Server = server;
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = apiKey is null };
        _http = new HttpClient(handler) { BaseAddress = server };
        if (apiKey is not null)
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", apiKey);
    }

    /// <summary>The server it talks to.</summary>
    public Uri Server { get; }

    /// <summary>Gets an address.</summary>
    public Task<ServerAnswer> GetAsync(string path, CancellationToken ct) => SendAsync(HttpMethod.Get, path, null, ct);

    /// <summary>Posts an object, or text that is sent as it is.</summary>
    public Task<ServerAnswer> PostAsync(string path, object? body, CancellationToken ct) => SendAsync(HttpMethod.Post, path, body, ct);

    /// <summary>Puts an object, or text that is sent as it is.</summary>
    public Task<ServerAnswer> PutAsync(string path, object? body, CancellationToken ct) => SendAsync(HttpMethod.Put, path, body, ct);

    /// <summary>Deletes.</summary>
    public Task<ServerAnswer> DeleteAsync(string path, CancellationToken ct) => SendAsync(HttpMethod.Delete, path, null, ct);

    /// <summary>Sends any request, with headers of the test's own.</summary>
    public async Task<ServerAnswer> SendAsync(
        HttpMethod method,
        string path,
        object? body,
        CancellationToken ct,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            var json = body as string ?? JsonSerializer.Serialize(body);
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        }
        foreach (var (name, value) in headers)
        {
            if (name == "Content-Type")
                request.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse(value);
            else
                request.Headers.TryAddWithoutValidation(name, value);
        }
        using var response = await _http.SendAsync(request, ct);
        var text = await response.Content.ReadAsStringAsync(ct);
        var isJson = response.Content.Headers.ContentType?.MediaType is "application/json" or "application/problem+json";
        return new ServerAnswer(
            response.StatusCode,
            isJson ? JsonNode.Parse(text) : null,
            text,
            response.Headers.Location,
            response
                .Headers.Concat(response.Content.Headers)
                .ToDictionary(static h => h.Key, static h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase)
        );
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();
}
