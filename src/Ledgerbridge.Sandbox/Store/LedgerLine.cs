using System.Net.Http.Headers;
using System.Text;

namespace Ledgerbridge.Sandbox.Store;

/// <summary>What the ledger answered.</summary>
/// <param name="Status">The HTTP status; 0 when there was no answer.</param>
/// <param name="Body">The body, or why there was no answer.</param>
internal sealed record LedgerReply(int Status, string Body);

/// <summary>The shop's calls to its ledger: a fresh token each, no name of its own, no redirects followed, 15 seconds in all.</summary>
internal sealed class LedgerLine : IDisposable
{
    private static readonly TimeSpan Whole = TimeSpan.FromSeconds(15);
    private readonly ShopWorld _world;
    private readonly HttpClient _http;

    public LedgerLine(ShopWorld world)
    {
        _world = world;
        _http = new HttpClient(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                ConnectTimeout = TimeSpan.FromSeconds(5),
            }
        )
        {
            Timeout = Whole,
        };
    }

    /// <summary>Posts an event.</summary>
    public Task<LedgerReply> PostEventAsync(string name, string key, string body, CancellationToken ct) =>
        SendAsync(
            HttpMethod.Post,
            $"/webhooks/magento/{Uri.EscapeDataString(_world.Pairing.TenantId)}/{Uri.EscapeDataString(name)}",
            key,
            body,
            ct
        );

    /// <summary>Sends any call.</summary>
    public async Task<LedgerReply> SendAsync(HttpMethod method, string path, string? key, string? body, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(method, new Uri(_world.Pairing.LedgerUrl + path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", ShopTokens.New(_world.Pairing, _world.Now));
        request.Headers.Accept.ParseAdd(body is null ? "application/json" : "*/*");
        if (key is not null)
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }
        try
        {
            using var response = await _http.SendAsync(request, ct);
            return new LedgerReply((int)response.StatusCode, await response.Content.ReadAsStringAsync(ct));
        }
        catch (Exception failure)
            when (failure is HttpRequestException or IOException || (failure is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return new LedgerReply(0, failure.Message);
        }
    }

    public void Dispose() => _http.Dispose();
}
