using System.Buffers.Text;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Ledgerbridge.Bench;

/// <summary>
/// A shop that tells so many events a second, whether or not the earlier ones have been answered. An answer's time counts from the moment
/// its event was due, so that a slow moment is not hidden by events that were then not sent.
/// </summary>
internal sealed class IntakeLoad : IAsyncDisposable
{
    private const int ListenPort = 28_787;
    private const int KeyBytes = 32;
    private readonly HttpListener _shop = new();
    private readonly HttpClient _http;
    private readonly Task _serving;
    private string _tenant = "";
    private byte[] _key = [];
    private long _sent;

    private IntakeLoad(Uri server)
    {
        _http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { BaseAddress = server };
        _shop.Prefixes.Add($"http://127.0.0.1:{ListenPort}/");
        _shop.Start();
        _serving = ServeAsync();
    }

    /// <summary>Connects the shop to a server.</summary>
    public static async Task<IntakeLoad> ConnectAsync(Uri server, string apiKey)
    {
        var load = new IntakeLoad(server);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/stores");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", apiKey);
        request.Content = JsonContent.Create(new { base_url = $"http://127.0.0.1:{ListenPort}", pairing_code = new string('0', 32) });
        using var response = await load._http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return load;
    }

    /// <summary>Tells events at a rate, and says what came of it.</summary>
    public async Task<LoadResult> RunAsync(int perSecond, TimeSpan time)
    {
        var (began, count) = (Stopwatch.GetTimestamp(), (int)(perSecond * time.TotalSeconds));
        var (times, wrong) = (new long[count], 0);
        var open = new List<Task>(count);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(1), TimeProvider.System);
        for (var next = 0; next < count; )
        {
            await timer.WaitForNextTickAsync();
            for (; next < count && DueAt(next) <= Stopwatch.GetTimestamp(); next++)
                open.Add(OneAsync(next));
        }
        await Task.WhenAll(open);
        Array.Sort(times);
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        return new LoadResult(count, wrong, count / seconds, At(times, 0.5), At(times, 0.95), At(times, 0.99));

        long DueAt(int index) => began + (long)((double)index / perSecond * Stopwatch.Frequency);

        async Task OneAsync(int index)
        {
            using var request = Event(Interlocked.Increment(ref _sent));
            using var response = await _http.SendAsync(request);
            if (response.StatusCode != HttpStatusCode.Accepted)
                Interlocked.Increment(ref wrong);
            times[index] = Stopwatch.GetTimestamp() - DueAt(index);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _shop.Stop();
        await _serving;
        _http.Dispose();
    }

    private HttpRequestMessage Event(long id)
    {
        var now = TimeProvider.System.GetUtcNow();
        var seconds = now.ToUnixTimeSeconds();
        var claims = $$"""
            {"iss":"magento","aud":"byte8-ledger","sub":"{{_tenant}}","iat":{{seconds}},"nbf":{{seconds}},"exp":{{seconds + 60}},
             "jti":"{{Guid.CreateVersion7(now)}}"}
            """;
        var signed = $"{Encode("""{"alg":"HS256","typ":"JWT"}""")}.{Encode(claims)}";
        var signature = Base64Url.EncodeToString(HMACSHA256.HashData(_key, Encoding.ASCII.GetBytes(signed)));
        var body = $$$"""{"magento_entity_id":{{{id}}},"website_id":1,"store_id":1,"payload":{"increment_id":"{{{id}}}","paid":true}}""";
        var request = new HttpRequestMessage(HttpMethod.Post, $"/webhooks/magento/{_tenant}/invoice.created");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", $"{signed}.{signature}");
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        return request;
    }

    /// <summary>Takes the key it is offered, and answers as little as a shop may.</summary>
    private async Task ServeAsync()
    {
        while (_shop.IsListening)
        {
            try
            {
                var context = await _shop.GetContextAsync();
                if (context.Request.Url!.AbsolutePath.EndsWith("/setup/pair", StringComparison.Ordinal))
                {
                    using var pairing = await JsonDocument.ParseAsync(context.Request.InputStream);
                    _tenant = pairing.RootElement.GetProperty("tenant_id").GetString()!;
                    _key = Derive(pairing.RootElement.GetProperty("byte8_api_key").GetString()!);
                }
                context.Response.ContentType = "application/json";
                context.Response.Close("[]"u8.ToArray(), willBlock: false);
            }
            catch (Exception stopped) when (stopped is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private static byte[] Derive(string master) =>
        HKDF.DeriveKey(
            HashAlgorithmName.SHA256,
            Encoding.UTF8.GetBytes(master),
            KeyBytes,
            salt: [],
            "byte8-magento-outbound-v1"u8.ToArray()
        );

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    private static TimeSpan At(long[] sorted, double share) =>
        Stopwatch.GetElapsedTime(0, sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))]);
}
