using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox.Store;

namespace Ledgerbridge.Testing;

/// <summary>A demo shop of a test's own, on a free port, with the test's time; nothing happens in it by itself.</summary>
public sealed class DemoStoreFixture : IAsyncDisposable
{
    private readonly HttpClient _http;

    private DemoStoreFixture(DemoStoreServer server)
    {
        Server = server;
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = server.BaseAddress };
    }

    /// <summary>The running shop.</summary>
    public DemoStoreServer Server { get; }

    /// <summary>Its address as a merchant types it.</summary>
    public string Url => Server.BaseAddress.GetLeftPart(UriPartial.Authority);

    /// <summary>Starts one that keeps nothing.</summary>
    public static Task<DemoStoreFixture> StartAsync(TimeProvider time, CancellationToken ct) =>
        StartAsync(new DemoStoreOptions { Time = time }, ct);

    /// <summary>Starts one with other options.</summary>
    public static async Task<DemoStoreFixture> StartAsync(DemoStoreOptions options, CancellationToken ct) =>
        new(await DemoStoreServer.StartAsync(options, ct));

    /// <summary>Sends any request to the shop.</summary>
    public async Task<(HttpStatusCode Status, JsonNode? Body)> SendAsync(HttpMethod method, string path, object? body, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = new StringContent(body as string ?? JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        using var response = await _http.SendAsync(request, ct);
        var text = await response.Content.ReadAsStringAsync(ct);
        var isJson = response.Content.Headers.ContentType?.MediaType == "application/json";
        return (response.StatusCode, isJson && text.Length > 0 ? JsonNode.Parse(text) : null);
    }

    /// <summary>A call of the control API that has to work.</summary>
    public async Task<JsonNode> ControlAsync(HttpMethod method, string path, object? body, CancellationToken ct)
    {
        var (status, answer) = await SendAsync(method, $"/_store{path}", body, ct);
        return status == HttpStatusCode.OK
            ? answer!
            : throw new InvalidOperationException($"The shop's control answered {(int)status}: {answer}");
    }

    /// <summary>A fresh pairing code.</summary>
    public async Task<string> CodeAsync(CancellationToken ct) =>
        (string)(await ControlAsync(HttpMethod.Post, "/pairing-code", null, ct))["pairing_code"]!;

    /// <summary>Everything a person could see in it.</summary>
    public Task<JsonNode> StateAsync(CancellationToken ct) => ControlAsync(HttpMethod.Get, "", null, ct);

    /// <summary>Sends all that is due.</summary>
    public Task<JsonNode> TickAsync(CancellationToken ct) => ControlAsync(HttpMethod.Post, "/tick?all=true", null, ct);

    /// <summary>Something happens in the shop, such as <c>sell</c> or <c>refund</c>; the id of what it made.</summary>
    public async Task<long> DoAsync(string what, CancellationToken ct) =>
        (long)(await ControlAsync(HttpMethod.Post, $"/{what}", null, ct))["id"]!;

    /// <summary>Plans a fault.</summary>
    public Task FaultAsync(object fault, CancellationToken ct) => ControlAsync(HttpMethod.Post, "/faults", fault, ct);

    /// <summary>Takes all planned faults away.</summary>
    public Task ClearFaultsAsync(CancellationToken ct) => ControlAsync(HttpMethod.Delete, "/faults", null, ct);

    /// <summary>Changes settings.</summary>
    public Task SetAsync(object settings, CancellationToken ct) => ControlAsync(HttpMethod.Put, "/settings", settings, ct);

    /// <summary>Any call to the ledger with a good token; status and body it was answered.</summary>
    public async Task<(int Status, string Body)> CallAsync(string method, string path, string? body, CancellationToken ct)
    {
        var answer = await ControlAsync(
            HttpMethod.Post,
            "/call",
            new
            {
                method,
                path,
                body,
            },
            ct
        );
        return ((int)answer["status"]!, (string)answer["body"]!);
    }

    /// <summary>Posts an event past the outbox, as the operator's command does; status and body it was answered.</summary>
    public async Task<(int Status, string Body)> SendNowAsync(string name, long id, CancellationToken ct)
    {
        var answer = await ControlAsync(HttpMethod.Post, $"/operator/{name}/{id}", null, ct);
        return ((int)answer["status"]!, (string)answer["body"]!);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Server.DisposeAsync();
    }
}

/// <summary>Shops in the stories of servers.</summary>
public static class DemoStoreSetUp
{
    /// <summary>A shop that goes by the server's time and is connected to it; and its id there.</summary>
    public static async Task<(DemoStoreFixture Shop, string StoreId)> PairedShopAsync(
        this ServerFixture server,
        ServerClient owner,
        CancellationToken ct
    )
    {
        var shop = await DemoStoreFixture.StartAsync(server.Time, ct);
        return (shop, await owner.PairAsync(shop, ct));
    }

    /// <summary>Connects a shop by a fresh code; its id.</summary>
    public static async Task<string> PairAsync(this ServerClient owner, DemoStoreFixture shop, CancellationToken ct)
    {
        var body = new { base_url = shop.Url, pairing_code = await shop.CodeAsync(ct) };
        return (await owner.PostAsync("/api/stores", body, ct)).Expect(HttpStatusCode.Created).Get("id");
    }
}
