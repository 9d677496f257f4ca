using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Ledgerbridge.Server.Audit.Internal;

/// <summary>
/// The last net before the log: whatever is called a secret or looks like a token is replaced before it is written. Nothing should ever
/// be caught here; what is written is composed field by field where it happens.
/// </summary>
internal static partial class AuditSecrets
{
    private const string Hidden = "•••";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly SearchValues<string> Suspicious = SearchValues.Create(
        ["password", "secret", "token", "authorization", "verifier", "api_key", "Bearer", "lbk_", "lbs_", "lbi_", "lbw_", "eyJ", "@"],
        StringComparison.OrdinalIgnoreCase
    );

    /// <summary>
    /// The text, JSON or plain, as it may be stored; the same text when nothing about it is suspicious. E-mail addresses go too: Sage's own
    /// sentences may repeat one.
    /// </summary>
    public static string Hide(string text)
    {
        if (text.Length == 0 || !text.AsSpan().ContainsAny(Suspicious))
            return text;
        try
        {
            return text[0] is '{' or '[' ? Clean(JsonNode.Parse(text), name: "")!.ToJsonString(Plain) : Cleaned(text);
        }
        catch (JsonException)
        {
            return Cleaned(text);
        }
        catch (ArgumentException)
        {
            // A name stands twice, so that nobody can say what the text means.
            return Hidden;
        }
    }

    private static JsonNode? Clean(JsonNode? node, string name)
    {
        if (node is not null && SecretName().IsMatch(name))
            return Hidden;
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
                return Cleaned(value.GetValue<string>());
            default:
                return node?.DeepClone();
        }
    }

    private static string Cleaned(string text) => Email().Replace(Tokens().Replace(text, Hidden), Hidden);

    [GeneratedRegex("password|secret|token|authorization|verifier|api_key", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SecretName();

    [GeneratedRegex(
        @"lb[kisw]_[A-Za-z0-9_-]{8,}|eyJ[A-Za-z0-9_-]{8,}(\.[A-Za-z0-9_-]+){1,2}|Bearer\s+\S+",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Tokens();

    [GeneratedRegex(@"[^\s@""'<>()]+@[^\s@""'<>()]+\.[A-Za-z]{2,}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Email();
}
