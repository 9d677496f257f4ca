using System.Text.Json;
using System.Text.Json.Serialization;
using Ledgerbridge.Kernel;

namespace Ledgerbridge.Server.Stores.Policies;

/// <summary>A policy as JSON with snake_case names, both ways. A key that is missing keeps its default.</summary>
internal static class PolicyJson
{
    /// <summary>How a policy is written, and read from people: a key nobody knows is a mistake worth telling.</summary>
    public static JsonSerializerOptions Options { get; } = MakeOptions(JsonUnmappedMemberHandling.Disallow);

    /// <summary>How a stored version is read: it may hold a key that a later release gave up.</summary>
    private static readonly JsonSerializerOptions Stored = MakeOptions(JsonUnmappedMemberHandling.Skip);

    /// <summary>The policy as stored and sent.</summary>
    public static string Write(StorePolicy policy) => JsonSerializer.Serialize(policy, Options);

    /// <summary>Reads a version that this system has stored.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static StorePolicy ReadStored(string json) =>
        JsonSerializer.Deserialize<StorePolicy>(json, Stored) ?? throw new JsonException("A stored policy is empty.");

    /// <summary>Reads a policy somebody sent; a problem names the field that cannot be read.</summary>
    public static Result<StorePolicy> Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<StorePolicy>(json, Options) is { } policy
                ? policy
                : Problem.Invalid("policy", "The settings are empty.");
        }
        catch (JsonException problem)
        {
            var field = problem.Path?.TrimStart('$', '.') is { Length: > 0 } path ? path : "policy";
            return Problem.Invalid(field, $"{field} cannot be read: it is missing its value, misspelt or of the wrong kind.");
        }
    }

    private static JsonSerializerOptions MakeOptions(JsonUnmappedMemberHandling unmapped)
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            UnmappedMemberHandling = unmapped,
            RespectNullableAnnotations = true,
            MaxDepth = 16,
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
