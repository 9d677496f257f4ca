using System.Text.Json.Nodes;

namespace Ledgerbridge.IntegrationTests.BadInput;

/// <summary>A parameter of an operation.</summary>
/// <param name="Name">Its name.</param>
/// <param name="In"><c>path</c> or <c>query</c>.</param>
internal sealed record Parameter(string Name, string In);

/// <summary>An operation, as the server describes it.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The address with its parameters.</param>
/// <param name="Parameters">What stands in the address.</param>
/// <param name="HasBody">Whether it takes JSON.</param>
/// <param name="Fields">Every property of the body, such as <c>line_items[0].quantity</c>.</param>
internal sealed record Operation(
    string Id,
    HttpMethod Method,
    string Path,
    IReadOnlyList<Parameter> Parameters,
    bool HasBody,
    IReadOnlyList<string> Fields
)
{
    /// <summary>All of a description.</summary>
    public static IReadOnlyList<Operation> AllOf(JsonObject document) =>
        [
            .. from path in document["paths"]!.AsObject()
            from method in path.Value!.AsObject()
            select Read(document, path.Key, method.Key, method.Value!.AsObject()),
        ];

    private static Operation Read(JsonObject document, string path, string method, JsonObject operation)
    {
        var schema = operation["requestBody"]?["content"]?["application/json"]?["schema"]?.AsObject();
        return new Operation(
            operation["operationId"]!.ToString(),
            new HttpMethod(method.ToUpperInvariant()),
            path,
            [.. (operation["parameters"]?.AsArray() ?? []).Select(static p => new Parameter(p!["name"]!.ToString(), p["in"]!.ToString()))],
            schema is not null,
            schema is null ? [] : [.. FieldsOf(document, schema, "")]
        );
    }

    private static IEnumerable<string> FieldsOf(JsonObject document, JsonObject schema, string prefix)
    {
        foreach (var (name, described) in Resolve(document, schema)["properties"]?.AsObject() ?? [])
        {
            var path = prefix + name;
            yield return path;
            var property = Resolve(document, described!.AsObject());
            foreach (
                var inner in property["items"] is JsonObject items
                    ? FieldsOf(document, items, $"{path}[0].")
                    : FieldsOf(document, property, $"{path}.")
            )
                yield return inner;
        }
    }

    private static JsonObject Resolve(JsonObject document, JsonObject schema)
    {
        if (schema["$ref"] is { } reference)
            return document["components"]!["schemas"]![reference.ToString().Split('/')[^1]]!.AsObject();
        var choice = schema["oneOf"]?.AsArray().Select(static one => one!.AsObject()).FirstOrDefault(static one => one["$ref"] is not null);
        return choice is null ? schema : Resolve(document, choice);
    }
}
