using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ledgerbridge.Bench;

/// <summary>
/// A shop that costs as little as a shop may: it takes the key it is offered, has a document for every number, and believes what it is
/// told.
/// </summary>
internal sealed class BenchShop : IAsyncDisposable
{
    private const int KeyBytes = 32;
    private readonly HttpListener _listener = new();
    private readonly HttpClient _http;
    private readonly string _apiKey;
    private readonly Task _serving;
    private readonly string _url;
    private string _tenant = "";
    private byte[] _key = [];

    private BenchShop(Uri server, string apiKey, int port)
    {
        _http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { BaseAddress = server };
        (_apiKey, _url) = (apiKey, $"http://127.0.0.1:{port}");
        _listener.Prefixes.Add($"{_url}/");
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <summary>The shop's id in Ledgerbridge.</summary>
    public string Id { get; private set; } = "";

    /// <summary>An invoice as a shop sends it, whose numbers are replaced; empty while only events matter.</summary>
    public string Invoice { get; set; } = "";

    /// <summary>Connects a shop to a server.</summary>
    public static async Task<BenchShop> ConnectAsync(Uri server, string apiKey, int port)
    {
        var shop = new BenchShop(server, apiKey, port);
        var body = new { base_url = shop._url, pairing_code = new string('0', 32) };
        shop.Id = (string)(await shop.ApiAsync(HttpMethod.Post, "/api/stores", body))["id"]!;
        return shop;
    }

    /// <summary>Calls the server as a person's program does.</summary>
    public async Task<JsonNode> ApiAsync(HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _apiKey);
        if (body is not null)
            request.Content = JsonContent.Create(body);
        using var response = await _http.SendAsync(request);
        var answer = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode ? JsonNode.Parse(answer)! : throw new InvalidOperationException($"{path}: {answer}");
    }

    /// <summary>Tells an event; true when it was taken.</summary>
    public async Task<bool> TellAsync(string name, long id)
    {
        using var request = Event(name, id);
        using var response = await _http.SendAsync(request);
        return response.StatusCode == HttpStatusCode.Accepted;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving;
        _http.Dispose();
    }

    private HttpRequestMessage Event(string name, long id)
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
        var request = new HttpRequestMessage(HttpMethod.Post, $"/webhooks/magento/{_tenant}/{name}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", $"{signed}.{signature}");
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        return request;
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                var answer = await AnswerAsync(context.Request);
                context.Response.ContentType = "application/json";
                context.Response.Close(Encoding.UTF8.GetBytes(answer), willBlock: false);
            }
            catch (Exception stopped) when (stopped is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task<string> AnswerAsync(HttpListenerRequest request)
    {
        var words = request.Url!.AbsolutePath.Split('/');
        if (words[^1] == "pair")
        {
            using var pairing = await JsonDocument.ParseAsync(request.InputStream);
            _tenant = pairing.RootElement.GetProperty("tenant_id").GetString()!;
            _key = Derive(pairing.RootElement.GetProperty("byte8_api_key").GetString()!);
        }
        return words switch
        {
            [.., "payment-methods"] => """[{"code":"payfast","label":"PayFast","is_active":true}]""",
            [.., "invoice", var id] => Invoice.Replace("\"#\"", id, StringComparison.Ordinal).Replace("#", id, StringComparison.Ordinal),
            [.., "payment", var id] => $$"""
                {"magento_id":{{id}},"invoice_id":{{id}},"invoice_increment_id":"{{id}}","method":"payfast","currency":"ZAR","amount":115,
                 "captured_at":"{{TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}}",
                 "gateway_txn_id":"pf_{{id}}"}
                """,
            _ => "[]",
        };
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
}
