using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Ledgerbridge.Server.Hosting;
using Microsoft.Extensions.Options;

namespace Ledgerbridge.Server.Stores.Internal;

/// <summary>Where a shop is, and what opens it.</summary>
/// <param name="BaseUrl">The storefront's address, without a trailing slash.</param>
/// <param name="RestRoot"><c>rest</c> or <c>index.php/rest</c>.</param>
/// <param name="Token">The token of this one request; null for pairing, which has none.</param>
internal sealed record StoreAccess(string BaseUrl, string RestRoot, string? Token)
{
    /// <summary>The address of a route of the extension.</summary>
    public Uri Route(string path) => new($"{BaseUrl}/{RestRoot}/V1/byte8/{path}");

    /// <summary>Not the token: what is printed may be logged.</summary>
    public override string ToString() => BaseUrl;
}

/// <summary>A shop's answer, and what time it says it is.</summary>
/// <param name="Answer">The body, or why there is none.</param>
/// <param name="ShopTime">From the answer's Date header; null when it has none.</param>
internal sealed record StoreReply(StoreAnswer<ReadOnlyMemory<byte>> Answer, DateTimeOffset? ShopTime);

/// <summary>
/// The one place that sends requests to shops. Their addresses come from people, so: http and https only, no redirects, no proxy that
/// would resolve names for us, no addresses the guard forbids, and never more bytes or more time than the options allow.
/// </summary>
internal sealed class StoreClient : IDisposable
{
    private const int HeaderKilobytesMax = 64;
    private const int ChunkBytes = 16 * 1024;
    private static readonly TimeSpan ConnectMax = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ConnectionLife = TimeSpan.FromMinutes(2);

    private readonly HttpClient _http;
    private readonly StoresOptions _options;
    private readonly TimeProvider _time;

    public StoreClient(IOptions<StoresOptions> options, TimeProvider time)
    {
        (_options, _time) = (options.Value, time);
        var guard = new TargetGuard(_options.AllowPrivateTargets);
        _http = new HttpClient(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                UseProxy = false,
                AutomaticDecompression = DecompressionMethods.None,
                ConnectTimeout = ConnectMax,
                PooledConnectionLifetime = ConnectionLife,
                MaxResponseHeadersLength = HeaderKilobytesMax,
                ConnectCallback = guard.ConnectAsync,
            }
        )
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        _http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("Ledgerbridge", "1"));
    }

    /// <summary>Asks for a route.</summary>
    public Task<StoreReply> GetAsync(StoreAccess access, string path, CancellationToken ct) =>
        SendAsync(access, new HttpRequestMessage(HttpMethod.Get, access.Route(path)), ct);

    /// <summary>Sends JSON to a route.</summary>
    public Task<StoreReply> PostAsync(StoreAccess access, string path, string json, CancellationToken ct)
    {
        // Magento reads this content type and refuses any with other parameters.
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(json));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return SendAsync(access, new HttpRequestMessage(HttpMethod.Post, access.Route(path)) { Content = content }, ct);
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private async Task<StoreReply> SendAsync(StoreAccess access, HttpRequestMessage request, CancellationToken ct)
    {
        using var asked = request;
        if (access.Token is not null)
            asked.Headers.Authorization = new AuthenticationHeaderValue("Bearer", access.Token);
        using var deadline = new CancellationTokenSource(_options.Timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, deadline.Token);
        try
        {
            using var response = await _http.SendAsync(asked, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var body = await ReadAsync(response, either.Token);
            return new StoreReply(StoreFailures.Of(response, body), response.Headers.Date);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // What ends without our deadline having come is the handler's own, shorter one for connecting.
            return new StoreReply(deadline.IsCancellationRequested ? StoreFailures.TimedOut : StoreFailures.NoConnection, ShopTime: null);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            return new StoreReply(StoreFailures.Of(failure), ShopTime: null);
        }
    }

    /// <summary>The body, or null when it is too large.</summary>
    private async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpResponseMessage response, CancellationToken ct)
    {
        if (response.Content.Headers.ContentLength > _options.AnswerBytesMax)
            return null;
        await using var stream = await response.Content.ReadAsStreamAsync(ct);
        using var all = new MemoryStream();
        var chunk = new byte[ChunkBytes];
        while (await stream.ReadAsync(chunk, ct) is var read and > 0)
        {
            if (all.Length + read > _options.AnswerBytesMax)
                return null;
            all.Write(chunk, 0, read);
        }
        return all.ToArray();
    }
}
