using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Ledgerbridge.EndToEndTests.Product;

/// <summary>The REST API, for arranging what a test begins with and for looking behind the screen. An answer that is a refusal throws.</summary>
public sealed class AppApi : IDisposable
{
    private readonly HttpClient _http;

    /// <summary>Speaks with an API key.</summary>
    public AppApi(EmbeddedApp app)
    {
        ArgumentNullException.ThrowIfNull(app);
        _http = new HttpClient { BaseAddress = app.Address };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", app.Demo.ApiKey);
    }

    /// <summary>Reads.</summary>
    public Task<JsonElement> GetAsync(string path, CancellationToken ct) => SendAsync(HttpMethod.Get, path, null, ct);

    /// <summary>Writes.</summary>
    public Task<JsonElement> PostAsync(string path, object body, CancellationToken ct) => SendAsync(HttpMethod.Post, path, body, ct);

    /// <summary>Replaces.</summary>
    public Task<JsonElement> PutAsync(string path, object body, CancellationToken ct) => SendAsync(HttpMethod.Put, path, body, ct);

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private async Task<JsonElement> SendAsync(HttpMethod method, string path, object? body, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        using var response = await _http.SendAsync(request, ct);
        var answer = await response.Content.ReadAsStringAsync(ct);
        if (!response.IsSuccessStatusCode)
            throw new InvalidOperationException($"{method} {path} answered {(int)response.StatusCode}: {answer}");
        using var document = JsonDocument.Parse(answer);
        return document.RootElement.Clone();
    }
}
