using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Ledgerbridge.Testing;

/// <summary>Holds an answer against its schema: every key described, every value of its type, in the form Sage really sends.</summary>
internal sealed partial class SageDescriptionAnswer(SageDescription description, List<string> wrong)
{
    private static readonly string[] EnvelopeKeys = ["$total", "$page", "$next", "$back", "$itemsPerPage", "$items"];
    private static readonly string[] UserServiceKeys = ["$total", "$page", "$next", "$back", "$items_per_page", "$items"];
    private static readonly string[] ProblemKeys = ["$severity", "$dataCode", "$message", "$source"];
    private string[] _words = [];

    /// <summary>Checks a success.</summary>
    /// <param name="schema">The described schema.</param>
    /// <param name="body">The body.</param>
    /// <param name="words">The words of the path.</param>
    public void Check(JsonObject schema, JsonNode body, string[] words)
    {
        _words = words;
        if (SageDescription.Text(schema, "type") == "array")
            CheckEnvelope(schema["items"]!.AsObject(), body);
        else
            CheckValue(schema, body, words[0], "");
    }

    /// <summary>Checks a refusal: the array of problems, or the object of a request without a token.</summary>
    public static void CheckProblems(int status, JsonNode? body, List<string> wrong)
    {
        if (status == 401 && body is JsonObject { Count: 1 } one && one.ContainsKey("error"))
            return;
        if (body is not JsonArray { Count: > 0 } problems)
        {
            wrong.Add("an error must be a list of problems");
            return;
        }
        foreach (var problem in problems)
        {
            if (
                problem is not JsonObject entry
                || !entry.Select(static pair => pair.Key).SequenceEqual(ProblemKeys, StringComparer.Ordinal)
                || entry.Any(static pair => pair.Value?.GetValueKind() != JsonValueKind.String)
            )
                wrong.Add($"a problem must have {string.Join(", ", ProblemKeys)}, not {problem?.ToJsonString()}");
        }
    }

    private void CheckEnvelope(JsonObject item, JsonNode body)
    {
        var keys = _words[0] == "businesses" ? UserServiceKeys : EnvelopeKeys;
        if (body is not JsonObject envelope || !envelope.Select(static pair => pair.Key).SequenceEqual(keys, StringComparer.Ordinal))
        {
            wrong.Add($"a list must be an envelope of {string.Join(", ", keys)}");
            return;
        }
        foreach (var link in new[] { "$next", "$back" })
        {
            if (envelope[link] is { } value && !value.GetValue<string>().StartsWith($"/{_words[0]}?page=", StringComparison.Ordinal))
                wrong.Add($"{link} must be relative to the version");
        }
        var items = envelope["$items"]!.AsArray();
        for (var at = 0; at < items.Count; at++)
        {
            CheckValue(item, items[at], $"$items[{at}]", "");
            if (items[at]?["displayed_as"] is null && items[at]?["$path"] is null)
                wrong.Add($"$items[{at}] must have displayed_as and $path");
        }
    }

    private void CheckValue(JsonObject schema, JsonNode? value, string where, string key)
    {
        if (value is null)
            return;
        var resolved = description.Resolve(schema);
        var type = SageDescription.Text(resolved, "type");
        var fits = type switch
        {
            "array" => CheckList(resolved, value, where),
            "string" => CheckText(resolved, value, where, key),
            "number" => value.GetValueKind() == JsonValueKind.String && SageDecimal().IsMatch(value.GetValue<string>()),
            "integer" => value is JsonValue number && number.TryGetValue<long>(out _),
            "boolean" => value.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
            _ => CheckObject(resolved, value, where),
        };
        if (!fits)
            wrong.Add($"{where} must be {type}, not {value.ToJsonString()}");
    }

    private bool CheckList(JsonObject schema, JsonNode value, string where)
    {
        if (value is not JsonArray list)
            return false;
        for (var at = 0; at < list.Count; at++)
            CheckValue(schema["items"]!.AsObject(), list[at], $"{where}[{at}]", "");
        return true;
    }

    private bool CheckObject(JsonObject schema, JsonNode value, string where)
    {
        if (value is not JsonObject entity)
            return false;
        var properties = schema["properties"] as JsonObject ?? [];
        foreach (var (key, content) in entity)
        {
            if (properties[key] is JsonObject property)
                CheckValue(property, content, $"{where}.{key}", key);
            else if (!SageDescriptionDeviations.AllowsAnswerKey(key, _words))
                wrong.Add($"{where}.{key} is not described");
        }
        return true;
    }

    private bool CheckText(JsonObject schema, JsonNode value, string where, string key)
    {
        if (value.GetValueKind() == JsonValueKind.Number)
            return SageDescriptionDeviations.AllowsWhole(key);
        if (value.GetValueKind() != JsonValueKind.String)
            return false;
        var text = value.GetValue<string>();
        if (schema["maxLength"]?.GetValue<int>() is { } max && text.Length > max)
            wrong.Add($"{where} is longer than {max} characters");
        return SageDescription.Text(schema, "format") switch
        {
            "date" when key == "last_paid" => DateOnly.TryParseExact(
                text,
                "dd/MM/yyyy",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out _
            ),
            "date" when SageDescriptionDeviations.AllowsThousandths(key, _words) => DateTime.TryParseExact(
                text,
                "yyyy-MM-dd'T'HH:mm:ss.fff'Z'",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out _
            ),
            "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            "date-time" => DateTime.TryParseExact(
                text,
                "yyyy-MM-dd'T'HH:mm:ss'Z'",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out _
            ),
            _ => true,
        };
    }

    /// <summary>At least one decimal, and no zero at the end beyond it.</summary>
    [GeneratedRegex("^-?[0-9]+\\.([0-9]|[0-9]*[1-9])$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SageDecimal();
}
