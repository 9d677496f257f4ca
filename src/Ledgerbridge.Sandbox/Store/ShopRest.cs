using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox.Api;

namespace Ledgerbridge.Sandbox.Store;

/// <summary>The routes of the extension, with Magento's manners.</summary>
internal sealed class ShopRest(ShopWorld world)
{
    /// <summary>What every refused token is told, whatever the reason.</summary>
    public const string NotAuthorized = "The consumer isn't authorized to access %resources.";

    private const int TextMax = 64;
    private static readonly ApiAnswer Nothing = new(200, "[]"u8.ToArray());
    private static readonly ApiAnswer NoRoute = Error(404, "Request does not match any route.");
    private static readonly string[] PairFields = ["pairingCode", "tenantId", "byte8ApiKey", "ledgerBaseUrl"];

    /// <summary>Answers a call of a route below the extension's root.</summary>
    public ApiAnswer Answer(HttpRequest request, string route, string body)
    {
        lock (world.Gate)
        {
            var (method, words) = (request.Method, route.Split('/'));
            if (method == "POST" && words is ["setup", "pair"])
                return ReadBody(request, body, out var pairing) ?? Pair(pairing!);
            if (Refuse(request) is { } refusal)
                return refusal;
            return (method, words) switch
            {
                ("GET", ["ping"]) => Ping(),
                ("GET", ["payment-methods"]) => Json(Catalogue.PaymentMethods()),
                ("GET", [var kind, var id]) when ShopWorld.DocumentKinds.Contains(kind) => Document(kind, id),
                ("POST", ["sync-state"]) => ReadBody(request, body, out var report) ?? SyncState(report!),
                _ => NoRoute,
            };
        }
    }

    /// <summary>An error as Magento words it.</summary>
    public static ApiAnswer Error(int status, string message, JsonNode? parameters = null)
    {
        var body = new JsonObject { ["message"] = message };
        if (message == NotAuthorized)
            parameters = new JsonObject { ["resources"] = "Byte8_Client::byte8_webapi" };
        if (parameters is not null)
            body["parameters"] = parameters;
        return Json(body) with { Status = status };
    }

    private ApiAnswer? Refuse(HttpRequest request)
    {
        if (ShopTokens.Refusal(world, request) is not { } reason)
            return null;
        world.Refusals.Add(reason);
        return Error(401, NotAuthorized);
    }

    private ApiAnswer Ping() =>
        Json(
            new JsonArray(
                true,
                world.Pairing.TenantId,
                world.Now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture) + "+00:00"
            )
        );

    private ApiAnswer Document(string kind, string idText)
    {
        if (!long.TryParse(idText, NumberStyles.None, CultureInfo.InvariantCulture, out var id) || id == 0)
            return Error(
                400,
                "The \"%value\" value's type is invalid. The \"int\" type was expected.",
                new JsonObject { ["value"] = idText }
            );
        return world.Find(kind, id) is { } document
            ? Json(document)
            : Error(404, "The entity that was requested doesn't exist. Verify the entity and try again.");
    }

    private ApiAnswer Pair(JsonObject body)
    {
        var values = PairFields.Select(name => TextOf(body, name)).ToArray();
        var absent = PairFields.Where((_, at) => values[at] is null).ToArray();
        const string Required = "\"%fieldName\" is required. Enter and try again.";
        if (absent.Length == 1)
            return Error(400, Required, new JsonObject { ["fieldName"] = absent[0] });
        if (absent.Length > 1)
        {
            var errors = absent.Select(static name =>
                (JsonNode)
                    new JsonObject
                    {
                        ["message"] = Required,
                        ["parameters"] = new JsonObject { ["fieldName"] = name },
                    }
            );
            var several = new JsonObject
            {
                ["message"] = "One or more input exceptions have occurred.",
                ["errors"] = new JsonArray([.. errors]),
            };
            return Json(several) with { Status = 400 };
        }
        if (values.Any(string.IsNullOrWhiteSpace))
            return Error(400, "Pairing code, tenant ID, API key and ledger base URL are required.");
        var (code, tenant, key, ledger) = (values[0]!, values[1]!, values[2]!, values[3]!);
        var isAddress =
            (ledger.StartsWith("http://", StringComparison.Ordinal) || ledger.StartsWith("https://", StringComparison.Ordinal))
            && Uri.TryCreate(ledger, UriKind.Absolute, out _);
        if (!isAddress)
            return Error(400, "The ledger base URL is not valid.");
        if (!world.TakesCode(code))
            return Error(401, "Invalid or expired pairing code.");
        world.Pair(
            new Pairing
            {
                TenantId = tenant,
                ApiKey = key,
                LedgerUrl = ledger,
            }
        );
        return Nothing;
    }

    private ApiAnswer SyncState(JsonObject body)
    {
        var (type, provider, status) = (TextOf(body, "entityType"), TextOf(body, "provider"), TextOf(body, "syncStatus"));
        if (type is not ("invoice" or "creditmemo" or "customer" or "product"))
            return Error(400, "Unknown entity type.");
        if (string.IsNullOrEmpty(provider) || status is not ("synced" or "skipped" or "failed"))
            return Error(400, "Unknown provider or sync status.");
        if (Value(body, "magentoEntityId") is not { } number || !long.TryParse(number.ToString(), out var id) || id <= 0)
            return Error(400, "The entity ID must be positive.");
        world.Report(
            new MirrorRow
            {
                EntityType = type,
                EntityId = id,
                Status = status,
                ProviderEntityId = Cut(TextOf(body, "providerEntityId")),
                ProviderReference = Cut(TextOf(body, "providerReference")),
                SkipReason = Cut(TextOf(body, "skipReason")),
                ErrorCode = Cut(TextOf(body, "errorCode")),
                LastSyncAt = TextOf(body, "lastSyncAt") ?? ShopTime.Text(world.Now),
            }
        );
        return Nothing;
    }

    private static string? Cut(string? text) => text is { Length: > TextMax } ? text[..TextMax] : text;

    /// <summary>A field by its camelCase name or, when that is absent or null, its snake_case one.</summary>
    private static JsonNode? Value(JsonObject body, string camel) =>
        body[camel] ?? body[JsonNamingPolicy.SnakeCaseLower.ConvertName(camel)];

    private static string? TextOf(JsonObject body, string camel) =>
        Value(body, camel) is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static ApiAnswer? ReadBody(HttpRequest request, string text, out JsonObject? body)
    {
        body = null;
        if (request.ContentType is not ("application/json" or "application/json; charset=utf-8"))
            return Error(400, "Request content type is not supported.");
        try
        {
            body = JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            // Told below.
        }
        return body is null ? Error(400, "Decoding error.") : null;
    }

    /// <summary>JSON with the escapes of PHP, which any reader undoes.</summary>
    private static ApiAnswer Json(JsonNode body) =>
        new(200, Encoding.ASCII.GetBytes(body.ToJsonString().Replace("/", "\\/", StringComparison.Ordinal)));
}

/// <summary>Times as the extension writes them.</summary>
internal static class ShopTime
{
    /// <summary>To the second, in UTC.</summary>
    public static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
