using System.Text.Json.Nodes;

namespace Ledgerbridge.Testing;

/// <summary>
/// Sage's official description of its API (Swagger 2.0), and a validator of the subset it uses. It holds requests and answers against the
/// description, strictly, except for the deviations listed in <see cref="SageDescriptionDeviations"/>, each of which is a quirk with an id.
/// </summary>
public sealed class SageDescription
{
    private static readonly Lazy<SageDescription?> LazyCurrent = new(Load);

    private readonly List<(string[] Words, JsonObject Operations)> _paths = [];
    private readonly Dictionary<string, JsonObject> _definitions = new(StringComparer.Ordinal);

    private SageDescription(IEnumerable<JsonObject> files)
    {
        foreach (var file in files)
        {
            foreach (var (path, operations) in file["paths"]!.AsObject())
                _paths.Add((path.Split('/'), operations!.AsObject()));
            // Base and Link are in both files and the same.
            foreach (var (name, definition) in file["definitions"]!.AsObject())
                _definitions[name] = definition!.AsObject();
        }
    }

    /// <summary>The description beside the checkout, or null on a machine that has none.</summary>
    public static SageDescription? Current => LazyCurrent.Value;

    /// <summary>Why tests that need it are skipped.</summary>
    public const string Missing =
        "Sage's official description (../shared/sage/openapi.json) is not beside this checkout, so nothing can be held against it.";

    /// <summary>The definition of this name.</summary>
    public JsonObject Definition(string name) => _definitions[name];

    /// <summary>What is wrong with a request; empty when it follows the description.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path after the version, with its query.</param>
    /// <param name="body">The body, or null.</param>
    public IReadOnlyList<string> CheckRequest(string method, string path, string? body)
    {
        var wrong = new List<string>();
        var (words, query) = Split(path);
        if (Operation(method, words, wrong) is not { } operation)
            return wrong;
        CheckQuery(operation, query, wrong);
        var schema = Parameters(operation).FirstOrDefault(static parameter => Text(parameter, "in") == "body")?["schema"]?.AsObject();
        if (schema is null)
        {
            if (!string.IsNullOrEmpty(body) && !SageDescriptionDeviations.AllowsBody(method, words))
                wrong.Add("a body was sent, but this operation has none");
        }
        else if (string.IsNullOrEmpty(body))
            wrong.Add("a body is required");
        else if (TryParse(body, wrong) is { } json)
            new SageDescriptionRequest(this, wrong).Check(schema, AnswerSchema(operation), json);
        return wrong;
    }

    /// <summary>What is wrong with an answer; empty when it follows the description.</summary>
    /// <param name="method">The request's method.</param>
    /// <param name="path">The request's path after the version, with its query.</param>
    /// <param name="status">The answer's status.</param>
    /// <param name="body">The answer's body; empty for none.</param>
    public IReadOnlyList<string> CheckAnswer(string method, string path, int status, string body)
    {
        var wrong = new List<string>();
        if (status >= 400)
        {
            SageDescriptionAnswer.CheckProblems(status, TryParse(body, wrong), wrong);
            return wrong;
        }
        var (words, _) = Split(path);
        if (Operation(method, words, wrong) is not { } operation)
            return wrong;
        if (operation["responses"]![status.ToString(System.Globalization.CultureInfo.InvariantCulture)] is not JsonObject response)
        {
            if (!SageDescriptionDeviations.AllowsStatus(method, words, status))
                wrong.Add($"status {status} is not described for {method} /{string.Join('/', words)}");
            return wrong;
        }
        if (response["schema"] is JsonObject schema && TryParse(body, wrong) is { } json)
            new SageDescriptionAnswer(this, wrong).Check(schema, json, words);
        return wrong;
    }

    /// <summary>Follows a reference; a schema that is none is itself.</summary>
    internal JsonObject Resolve(JsonObject schema) =>
        Text(schema, "$ref") is { } reference ? _definitions[reference["#/definitions/".Length..]] : schema;

    /// <summary>A property's text, or null.</summary>
    internal static string? Text(JsonObject node, string key) =>
        (node[key] as JsonValue)?.TryGetValue<string>(out var text) == true ? text : null;

    private static JsonObject? AnswerSchema(JsonObject operation) =>
        operation["responses"]!
            .AsObject()
            .Where(static response => response.Key.StartsWith('2'))
            .Select(static response => response.Value!["schema"] as JsonObject)
            .FirstOrDefault();

    private JsonObject? Operation(string method, string[] words, List<string> wrong)
    {
        var found = _paths.Where(path => Fits(path.Words, words)).Select(static path => path.Operations).FirstOrDefault();
        if (found is null)
            wrong.Add($"/{string.Join('/', words)} is not described");
        else if (found[method.ToLowerInvariant()] is JsonObject operation)
            return operation;
        else
            wrong.Add($"{method} is not described for /{string.Join('/', words)}");
        return null;
    }

    private static bool Fits(string[] template, string[] words) =>
        template.Length == words.Length + 1
        && words.Select((word, at) => template[at + 1] == word || template[at + 1].StartsWith('{')).All(static fits => fits);

    private static void CheckQuery(JsonObject operation, IEnumerable<(string Name, string Value)> query, List<string> wrong)
    {
        foreach (var (name, value) in query)
        {
            var parameter = Parameters(operation).FirstOrDefault(one => Text(one, "in") == "query" && Text(one, "name") == name);
            if (parameter is null)
            {
                if (!SageDescriptionDeviations.AllowsParameter(name))
                    wrong.Add($"query parameter {name} is not described");
                continue;
            }
            var fits = Text(parameter, "type") switch
            {
                "integer" => int.TryParse(value, out var number)
                    && number >= 1
                    && number <= (parameter["maximum"]?.GetValue<int>() ?? int.MaxValue),
                "boolean" => value is "true" or "false",
                _ => parameter["enum"] is not JsonArray allowed || allowed.Any(one => one!.GetValue<string>() == value),
            };
            if (!fits)
                wrong.Add($"query parameter {name} must not be '{value}'");
        }
    }

    private static IEnumerable<JsonObject> Parameters(JsonObject operation) =>
        (operation["parameters"] as JsonArray ?? []).OfType<JsonObject>();

    private static (string[] Words, IReadOnlyList<(string, string)> Query) Split(string path)
    {
        var parts = path.Split('?', 2);
        var query = parts.Length == 1 ? [] : parts[1].Split('&', StringSplitOptions.RemoveEmptyEntries);
        return (
            parts[0].Trim('/').Split('/'),
            [
                .. query.Select(static pair =>
                {
                    var sides = pair.Split('=', 2);
                    return (sides[0], sides.Length == 2 ? Uri.UnescapeDataString(sides[1]) : "");
                }),
            ]
        );
    }

    private static JsonNode? TryParse(string body, List<string> wrong)
    {
        try
        {
            return JsonNode.Parse(body);
        }
        catch (System.Text.Json.JsonException)
        {
            wrong.Add("the body is not JSON");
            return null;
        }
    }

    private static SageDescription? Load()
    {
        var files = new[] { "openapi.json", "openapi.user_business.json" }
            .Select(RepositoryFiles.SageDescription)
            .OfType<string>()
            .Select(static file => JsonNode.Parse(File.ReadAllText(file))!.AsObject())
            .ToList();
        return files.Count == 2 ? new SageDescription(files) : null;
    }
}
