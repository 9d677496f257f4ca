using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox.Api;
using Ledgerbridge.Sandbox.Control;

namespace Ledgerbridge.Sandbox.Store;

/// <summary>The control API under <c>/_store</c>: everything a test or a person does to the shop that no ledger could.</summary>
internal sealed class ShopControl(ShopWorld world)
{
    private static readonly Dictionary<string, string> FirstEvents = new(StringComparer.Ordinal)
    {
        ["invoice"] = "invoice.created",
        ["creditmemo"] = "creditmemo.created",
        ["customer"] = "customer.upserted",
        ["product"] = "product.upserted",
    };

    /// <summary>Answers one control request.</summary>
    public async Task<ApiAnswer> AnswerAsync(HttpRequest request, string path, CancellationToken ct)
    {
        var words = path.TrimEnd('/').Split('/')[2..];
        try
        {
            if (request.Method == "POST" && words is ["tick"])
                return await TickAsync(request.Query, ct);
            if (request.Method == "POST" && words is ["operator", var name, var entity])
                return await SendNowAsync(name, Id(entity), ct);
            if (request.Method == "POST" && words is ["call"])
                return await CallAsync(await ReadAsync(request, ct), ct);
            if (request.Method == "POST" && words is ["disconnect"])
                return await DisconnectAsync(ct);
            var body = request.Method is "POST" or "PUT" ? await ReadAsync(request, ct) : null;
            lock (world.Gate)
                return Route(request, words, body);
        }
        catch (Exception refused) when (refused is ControlException or ArgumentException or JsonException)
        {
            return ControlFace.Json(refused is ControlException known ? known.Status : 400, new { error = refused.Message });
        }
    }

    private ApiAnswer Route(HttpRequest request, string[] words, JsonNode? body) =>
        (request.Method, words) switch
        {
            ("GET", []) => State(),
            ("POST", ["pairing-code"]) => ControlFace.Json(200, new { pairing_code = world.NewCode() }),
            ("POST", ["unpair"]) => Done(world.Unpair),
            ("PUT", ["settings"]) => Done(() => world.Change(Merged(body))),
            ("POST", ["faults"]) => Done(() => world.Faults.Add(Read<ShopFault>(body))),
            ("DELETE", ["faults"]) => Done(world.Faults.Clear),
            ("POST", ["sell"]) => Sold(world.Till.Sell()),
            ("POST", ["sell-on-account"]) => Sold(world.Till.SellOnAccount()),
            ("POST", ["sell-oddly"]) => Sold(world.Till.SellOddly()),
            ("POST", ["pay"]) => Sold(world.Till.Pay()),
            ("POST", ["refund"]) => Sold(world.Till.Refund()),
            ("POST", ["edit-customer"]) => Sold(world.Till.EditCustomer()),
            ("POST", ["edit-product"]) => Sold(world.Till.EditProduct()),
            ("POST", ["requeue"]) => ControlFace.Json(200, new { requeued = world.Outbox.Requeue() }),
            ("PUT", ["documents", var kind]) when ShopWorld.DocumentKinds.Contains(kind) => Write(request, kind, body),
            ("GET", ["documents", var kind, var id]) when ShopWorld.DocumentKinds.Contains(kind) => Show(world.Find(kind, Id(id))),
            ("GET", ["documents", var kind]) when ShopWorld.DocumentKinds.Contains(kind) => Show(
                new JsonArray([.. world.All(kind).Select(static document => document.DeepClone())])
            ),
            ("DELETE", ["documents", var kind, var id]) when ShopWorld.DocumentKinds.Contains(kind) => Done(() =>
                world.Remove(kind, Id(id))
            ),
            ("POST", ["announce", var name, var id]) => Announce(name, Id(id)),
            _ => throw new ControlException(404, $"There is no {request.Method} /_store/{string.Join('/', words)}."),
        };

    private ApiAnswer State() =>
        ControlFace.Json(
            200,
            new
            {
                paired = world.IsPaired,
                tenant_id = world.Pairing.TenantId,
                ledger_url = world.Pairing.LedgerUrl,
                now = ShopTime.Text(world.Now),
                settings = world.Settings,
                refusals = world.Refusals,
                outbox = world.Outbox.Rows,
                mirror = world.Mirror,
            }
        );

    /// <summary>One run of the cron, or runs until nothing is due.</summary>
    private async Task<ApiAnswer> TickAsync(IQueryCollection query, CancellationToken ct)
    {
        var (sent, taken) = await world.Outbox.RunAsync(ct);
        while (query["all"] == "true" && await world.Outbox.RunAsync(ct) is (> 0, _) more)
            (sent, taken) = (sent + more.Sent, taken + more.Taken);
        return ControlFace.Json(
            200,
            new
            {
                sent,
                taken,
                pending = world.Outbox.Pending,
            }
        );
    }

    private async Task<ApiAnswer> SendNowAsync(string name, long id, CancellationToken ct)
    {
        JsonObject payload;
        lock (world.Gate)
            payload = new JsonObject { ["increment_id"] = world.Find(KindOf(name), id)?["increment_id"]?.DeepClone() };
        return Reply(await world.Outbox.SendNowAsync(name, id, 1, 1, payload, ct));
    }

    private async Task<ApiAnswer> CallAsync(JsonNode? body, CancellationToken ct)
    {
        var call = Read<CallRequest>(body);
        return Reply(await world.Outbox.CallAsync(new HttpMethod(call.Method), call.Path, call.Key, call.Body, ct));
    }

    /// <summary>The admin presses Disconnect: the ledger is told once, and whatever it says the shop is disconnected.</summary>
    private async Task<ApiAnswer> DisconnectAsync(CancellationToken ct)
    {
        var reply = await world.Outbox.CallAsync(HttpMethod.Post, "/v1/tenant/disconnect", "disconnect:demo", "{}", ct);
        lock (world.Gate)
            world.Unpair();
        return Reply(reply);
    }

    private ApiAnswer Write(HttpRequest request, string kind, JsonNode? body)
    {
        IEnumerable<JsonNode?> all = body is JsonArray several ? [.. several] : [body];
        var queued = 0;
        foreach (var document in all.OfType<JsonObject>())
        {
            if (document["magento_id"] is not JsonValue id || !id.TryGetValue<long>(out _))
                throw new ControlException(400, "A document needs its magento_id.");
            world.Put(kind, document.DeepClone().AsObject());
            if (request.Query["announce"] == "true" && FirstEvents.TryGetValue(kind, out var name))
                queued += Told(document, name);
        }
        return ControlFace.Json(200, new { queued });
    }

    private int Told(JsonObject document, string name)
    {
        var queued = world.Till.Announce(document, name) ? 1 : 0;
        if (name == "invoice.created" && (string?)document["state"] == "paid")
            queued += world.Till.Announce(document, "invoice.paid") ? 1 : 0;
        return queued;
    }

    private ApiAnswer Announce(string name, long id)
    {
        var document = world.Find(KindOf(name), id) ?? throw new ControlException(404, "There is no such document.");
        return ControlFace.Json(200, new { queued = world.Till.Announce(document, name) });
    }

    private ShopSettings Merged(JsonNode? body)
    {
        var merged = ShopFile.ToNode(world.Settings).AsObject();
        foreach (var (name, value) in (body as JsonObject) ?? throw new ControlException(400, "Settings are a JSON object."))
        {
            if (!merged.ContainsKey(name))
                throw new ControlException(400, $"There is no setting {name}.");
            merged[name] = value?.DeepClone();
        }
        return ShopFile.Read<ShopSettings>(merged);
    }

    private static string KindOf(string name)
    {
        var kind = name.Split('.')[0];
        return ShopWorld.DocumentKinds.Contains(kind) ? kind : throw new ControlException(400, $"There is no event {name}.");
    }

    private static long Id(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : throw new ControlException(400, $"'{text}' is no id.");

    private static T Read<T>(JsonNode? body)
        where T : class => body.Deserialize<T>(JsonText.Options) ?? throw new ControlException(400, "The body is empty.");

    private static ApiAnswer Show(JsonNode? body) =>
        body is null ? throw new ControlException(404, "There is no such document.") : new ApiAnswer(200, JsonText.Write(body));

    private static ApiAnswer Sold(long? id) => ControlFace.Json(200, new { id });

    private static ApiAnswer Reply(LedgerReply reply) => ControlFace.Json(200, new { status = reply.Status, body = reply.Body });

    private static ApiAnswer Done(Action act)
    {
        act();
        return ControlFace.Json(200, new { done = true });
    }

    private static async Task<JsonNode?> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        using var reader = new StreamReader(request.Body);
        var text = await reader.ReadToEndAsync(ct);
        return text.Length == 0 ? null : JsonNode.Parse(text);
    }

    /// <summary>Body of <c>POST /_store/call</c>: any call to the ledger, with a good token.</summary>
    private sealed record CallRequest
    {
        public string Method { get; init; } = "GET";

        public required string Path { get; init; }

        public string? Key { get; init; }

        public string? Body { get; init; }
    }
}
