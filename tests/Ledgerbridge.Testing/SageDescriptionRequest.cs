using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ledgerbridge.Testing;

/// <summary>Holds a request's body against its schema. Lengths stand only on Sage's answers, so they are taken from there.</summary>
internal sealed class SageDescriptionRequest(SageDescription description, List<string> wrong)
{
    /// <summary>Checks a whole body.</summary>
    /// <param name="schema">The request's schema: an object with the wrapper.</param>
    /// <param name="answer">The schema of the answer, which knows the lengths.</param>
    /// <param name="body">The body.</param>
    public void Check(JsonObject schema, JsonObject? answer, JsonNode body)
    {
        var resolved = description.Resolve(schema);
        foreach (var (wrapper, inner) in resolved["properties"]!.AsObject())
        {
            if (body is JsonObject sent && sent[wrapper] is { } content)
                CheckValue(inner!.AsObject(), answer is null ? null : description.Resolve(answer), content, wrapper);
            else
                wrong.Add($"{wrapper} is required");
        }
        foreach (var (key, _) in body as JsonObject ?? [])
        {
            if (!resolved["properties"]!.AsObject().ContainsKey(key))
                wrong.Add($"{key} is not described");
        }
    }

    private void CheckValue(JsonObject schema, JsonObject? answer, JsonNode? value, string where)
    {
        if (value is null)
            return;
        var resolved = description.Resolve(schema);
        switch (SageDescription.Text(resolved, "type"))
        {
            case "array" when value is JsonArray list:
                for (var at = 0; at < list.Count; at++)
                    CheckValue(resolved["items"]!.AsObject(), Items(answer), list[at], $"{where}[{at}]");
                break;
            case "object" or null when value is JsonObject inner:
                CheckObject(resolved, answer, inner, where);
                break;
            case "string" when value.GetValueKind() == JsonValueKind.String:
                CheckText(resolved, answer, value.GetValue<string>(), where);
                break;
            case "number" when value.GetValueKind() == JsonValueKind.Number || IsDecimal(value):
            case "integer" when value.GetValueKind() == JsonValueKind.Number:
            case "boolean" when value.GetValueKind() is JsonValueKind.True or JsonValueKind.False:
                break;
            default:
                wrong.Add($"{where} must be {SageDescription.Text(resolved, "type")}, not {value.ToJsonString()}");
                break;
        }
    }

    private void CheckObject(JsonObject schema, JsonObject? answer, JsonObject value, string where)
    {
        var properties = schema["properties"] as JsonObject ?? [];
        foreach (var name in (schema["required"] as JsonArray ?? []).Select(static one => one!.GetValue<string>()))
        {
            if (value[name] is null)
                wrong.Add($"{where}.{name} is required");
        }
        foreach (var (key, content) in value)
        {
            if (properties[key] is JsonObject property)
                CheckValue(
                    property,
                    answer?["properties"]?[key] as JsonObject is { } known ? description.Resolve(known) : null,
                    content,
                    $"{where}.{key}"
                );
            else if (!SageDescriptionDeviations.AllowsRequestKey(key, where))
                wrong.Add($"{where}.{key} is not described");
        }
    }

    private void CheckText(JsonObject schema, JsonObject? answer, string text, string where)
    {
        if (answer?["maxLength"]?.GetValue<int>() is { } max && text.Length > max)
            wrong.Add($"{where} is longer than {max} characters");
        if (
            SageDescription.Text(schema, "format") == "date"
            && !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        )
            wrong.Add($"{where} must be a date, not '{text}'");
        if (schema["enum"] is JsonArray allowed && allowed.All(one => one!.GetValue<string>() != text))
            wrong.Add($"{where} must not be '{text}'");
    }

    private JsonObject? Items(JsonObject? answer) => answer?["items"] is JsonObject items ? description.Resolve(items) : null;

    private static bool IsDecimal(JsonNode value) =>
        value.GetValueKind() == JsonValueKind.String
        && decimal.TryParse(
            value.GetValue<string>(),
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out _
        );
}
