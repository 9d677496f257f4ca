using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Ledgerbridge.EndToEndTests.Product;

/// <summary>
/// The API as the screens use it, signed in: for arranging what a test begins with and for looking behind the screen. An answer that is a
/// refusal throws.
/// </summary>
public sealed class AppApi(EmbeddedApp app) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { CookieContainer = new CookieContainer() })
    {
        BaseAddress = app.Address,
    };

    /// <summary>Signs in.</summary>
    public Task SignInAsync(PersonSignIn person, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(person);
        return PostAsync("/api/session", new { email = person.Email, password = person.Password }, ct);
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
