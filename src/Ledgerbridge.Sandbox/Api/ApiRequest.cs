using System.Text.Json;
using Ledgerbridge.Sandbox.Books;
using Ledgerbridge.Sandbox.OAuth;

namespace Ledgerbridge.Sandbox.Api;

/// <summary>One call to the API, taken apart; what it turns out to be is noted on it for the log.</summary>
internal sealed class ApiRequest(HttpRequest http, string[] segments)
{
    /// <summary>The HTTP method.</summary>
    public string Method { get; } = http.Method;

    /// <summary>The first word after the version.</summary>
    public string Name { get; } = segments[0];

    public string? Key { get; } = segments.Length > 1 ? segments[1] : null;

    public string? Action { get; } = segments.Length > 2 ? segments[2] : null;

    public bool TooDeep { get; } = segments.Length > 3 || segments.Contains("", StringComparer.Ordinal);

    public ApiQuery Query { get; } = new(http.Query);

    public bool WantsPdf { get; } = http.Headers.Accept.ToString().Contains("application/pdf", StringComparison.OrdinalIgnoreCase);

    public bool IsJson { get; } = http.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>The body's bytes; empty for none.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>What the token gives.</summary>
    public Access? Access { get; set; }

    /// <summary>The businesses the token's person may open.</summary>
    public IReadOnlyList<Business> Businesses { get; set; } = [];

    /// <summary>The business it works in.</summary>
    public Business? Business { get; set; }

    /// <summary>The idempotency id it carries.</summary>
    public string? IdempotencyId { get; set; }

    /// <summary>True when its answer was replayed.</summary>
    public bool Replayed { get; set; }

    /// <summary>False when a fault wants the work done without its idempotency id being remembered.</summary>
    public bool RegistersIdempotency { get; set; } = true;

    /// <summary>What is wanted of a collection; null when no verb fits the path.</summary>
    public Verb? VerbOn(Collection collection) =>
        (Method, Key, Action) switch
        {
            ("GET", null, null) => collection.Single ? Verb.Get : Verb.List,
            ("PUT", null, null) => collection.Single ? Verb.Update : null,
            ("POST", null, null) => collection.Single ? null : Verb.Create,
            ("GET", not null, null) => Verb.Get,
            ("PUT", not null, null) => Verb.Update,
            ("DELETE", not null, null) => Verb.Delete,
            ("POST", not null, not null) => Verb.Act,
            _ => null,
        };

    /// <summary>The object inside the wrapper, or null after noting what is wrong.</summary>
    public static JsonElement? Unwrap(JsonElement root, string wrapper, Violations violations)
    {
        if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty(wrapper, out var sent) && sent.ValueKind == JsonValueKind.Object)
            return sent;
        violations.Structure(wrapper, "This field is required.");
        return null;
    }
}
