using System.Collections;
using System.Collections.Concurrent;
using System.Text.Json;
using Ledgerbridge.Kernel;

namespace Ledgerbridge.Server.Hosting.Internal;

/// <summary>
/// Reads a JSON object into a request type property by property and holds each to its annotations. Texts are trimmed, may not hold
/// control characters, and are counted in characters as people see them on a keyboard (Unicode scalars).
/// </summary>
internal static class BodyReader
{
    private const int DepthMax = 16;

    private static readonly ConcurrentDictionary<Type, BodyField[]> FieldsOf = new();

    /// <summary>How bodies are parsed: a name that stands twice says two things, and deep nesting says nothing.</summary>
    public static JsonDocumentOptions Strict { get; } = new() { MaxDepth = DepthMax, AllowDuplicateProperties = false };

    /// <summary>The answer to a body that cannot be parsed.</summary>
    public static Problem NotJson { get; } =
        new(
            ProblemCode.Invalid,
            "The body is not valid JSON. Look at brackets, quotes and commas; at names that stand twice; and at nesting, which may go "
                + $"{DepthMax} levels deep. Nothing was changed."
        );

    /// <summary>Reads the object; what is wrong is added to <paramref name="errors"/>.</summary>
    public static object? Read(JsonElement element, Type type, List<FieldError> errors) => ReadObject(element, type, "", errors);

    private static object? ReadObject(JsonElement element, Type type, string path, List<FieldError> errors)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            errors.Add(new FieldError(path, path.Length == 0 ? "The body must be a JSON object." : "This must be a JSON object."));
            return null;
        }
        var target = Activator.CreateInstance(type)!;
        foreach (var field in FieldsToRead(element, type))
        {
            var fieldPath = path.Length == 0 ? field.Name : $"{path}.{field.Name}";
            var present = element.TryGetProperty(field.Name, out var value) && value.ValueKind != JsonValueKind.Null;
            if (!present)
            {
                if (field.Required)
                    errors.Add(new FieldError(fieldPath, $"{field.Label} is missing."));
                continue;
            }
            var before = errors.Count;
            var read = ReadValue(value, field, fieldPath, errors);
            if (errors.Count == before)
                field.Check(read, fieldPath, errors);
            if (read is not null)
                field.Set(target, read);
        }
        return target;
    }

    private static BodyField[] FieldsToRead(JsonElement element, Type type)
    {
        var fields = FieldsOf.GetOrAdd(type, static t => BodyField.Of(t));
        var alone = Array.Find(
            fields,
            field => field.Alone && element.TryGetProperty(field.Name, out var v) && v.ValueKind != JsonValueKind.Null
        );
        return alone is null ? fields : [alone];
    }

    private static object? ReadValue(JsonElement value, BodyField field, string path, List<FieldError> errors)
    {
        if (field.ItemType is { } itemType)
            return ReadList(value, itemType, field, path, errors);
        if (field.IsObject)
            return ReadObject(value, field.ValueType, path, errors);
        if (field.ValueType == typeof(JsonElement))
            return field.AnyValue(value, path, errors);
        if (field.ValueType.IsEnum)
            return field.Choice(value, path, errors);
        try
        {
            return field.ValueType == typeof(string)
                ? field.CleanText(value, path, errors)
                : value.Deserialize(field.ValueType, ApiJson.Options);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or FormatException)
        {
            errors.Add(new FieldError(path, $"{field.Label} must be {field.Expected}."));
            return null;
        }
    }

    private static IList? ReadList(JsonElement value, Type itemType, BodyField field, string path, List<FieldError> errors)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            errors.Add(new FieldError(path, $"{field.Label} must be a list."));
            return null;
        }
        if (field.ItemsMax is { } most && value.GetArrayLength() > most)
        {
            errors.Add(new FieldError(path, $"{field.Label} may have at most {most} entries; this has {value.GetArrayLength()}."));
            return null;
        }
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(itemType))!;
        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            var itemPath = $"{path}[{index++}]";
            var read =
                itemType == typeof(string) ? field.CleanText(item, itemPath, errors)
                : itemType == typeof(int) ? field.Whole(item, itemPath, errors)
                : ReadObject(item, itemType, itemPath, errors);
            if (read is not null)
                list.Add(read);
        }
        return list;
    }
}
