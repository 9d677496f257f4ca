using System.Net.Http.Json;
using System.Text.Json;

namespace Ledgerbridge.EndToEndTests.Product;

/// <summary>The demo shop beside the product: what its customers and its admin do, without a screen.</summary>
public sealed class DemoShop(EmbeddedApp app) : IDisposable
{
    // The embedded default gives the app, the sandbox and the shop three ports in a row.
    private readonly HttpClient _http = new() { BaseAddress = new UriBuilder(app.Sandbox) { Port = app.Sandbox.Port + 1 }.Uri };

    /// <summary>Where the shop is, as a person enters it.</summary>
    public Uri Address => _http.BaseAddress!;

    /// <summary>The address as lists show it.</summary>
    public string Name => Address.Authority;

    /// <summary>Makes a pairing code, as its admin does; the one before is void.</summary>
    public async Task<string> NewCodeAsync(CancellationToken ct) =>
        (await SendAsync("pairing-code", new { }, ct)).GetProperty("pairing_code").GetString()!;

    /// <summary>Somebody buys something and pays at once.</summary>
    public Task SellAsync(CancellationToken ct) => SendAsync("sell", new { }, ct);

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private async Task<JsonElement> SendAsync(string what, object body, CancellationToken ct)
    {
        using var answer = await _http.PostAsJsonAsync($"/_store/{what}", body, ct);
        var text = await answer.Content.ReadAsStringAsync(ct);
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException($"The demo shop answered {what} with {(int)answer.StatusCode}: {text}");
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
