using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Ledgerbridge.Server.Audit.Internal;

/// <summary>
/// The last net before the log: whatever is called a secret or looks like a token is replaced before it is written. Nothing should ever
/// be caught
/// here; what is written is composed field by field where it happens.
/// </summary>
internal static partial class AuditSecrets
{
    private const string Hidden = "•••";

    private static readonly SearchValues<string> Suspicious = SearchValues.Create(
        ["password", "secret", "token", "authorization", "verifier", "api_key", "lbk_", "eyJ"],
        StringComparison.OrdinalIgnoreCase
    );

    /// <summary>The text as it may be stored; the same text when nothing about it is suspicious.</summary>
    public static string Hide(string json)
    {
        if (json.Length == 0 || !json.AsSpan().ContainsAny(Suspicious))
            return json;
        try
        {
            var node = JsonNode.Parse(json);
            return Clean(node, name: "")?.ToJsonString() ?? json;
        }
        catch (JsonException)
        {
            return Tokens().Replace(json, Hidden);
        }
    }

    private static JsonNode? Clean(JsonNode? node, string name)
    {
        switch (node)
        {
            case JsonObject properties:
                var clean = new JsonObject();
                foreach (var (key, value) in properties)
                    clean[key] = Clean(value, key);
                return clean;
            case JsonArray items:
                return new JsonArray([.. items.Select(item => Clean(item, name))]);
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                return SecretName().IsMatch(name) ? Hidden : Tokens().Replace(value.GetValue<string>(), Hidden);
            default:
                return node?.DeepClone();
        }
    }

    [GeneratedRegex("password|secret|token|authorization|verifier|api_key", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SecretName();

    [GeneratedRegex(@"lbk_[A-Za-z0-9_-]{8,}|eyJ[A-Za-z0-9_-]{8,}(\.[A-Za-z0-9_-]+){1,2}|Bearer\s+\S+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tokens();
}
