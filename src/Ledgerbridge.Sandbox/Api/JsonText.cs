using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ledgerbridge.Sandbox.Api;

/// <summary>How the sandbox writes JSON: compact, in UTF-8, escaping only what JSON demands.</summary>
internal static class JsonText
{
    /// <summary>For JSON made of records: snake_case names, strict reading.</summary>
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DictionaryKeyPolicy = null,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    private static readonly JsonWriterOptions WriterOptions = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    /// <summary>Writes with a writer and returns a copy of the bytes.</summary>
    public static byte[] Write(Action<Utf8JsonWriter> write)
    {
        var buffer = _buffer ?? new ArrayBufferWriter<byte>(16 * 1024);
        _buffer = null;
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
            write(writer);
        var bytes = buffer.WrittenSpan.ToArray();
        buffer.ResetWrittenCount();
        _buffer = buffer;
        return bytes;
    }

    /// <summary>
    /// Writes an answer that may be long (a page of documents) into a rented buffer, which goes back once the answer is sent.
    /// </summary>
    public static ApiAnswer Answer(int status, Action<Utf8JsonWriter> write)
    {
        var buffer = new RentedBuffer();
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
            write(writer);
        return new ApiAnswer(status, buffer.Written) { Rented = buffer };
    }

    /// <summary>The bytes of a tree.</summary>
    public static byte[] Write(JsonNode node) => Write(writer => node.WriteTo(writer));

    /// <summary>Reads a tree of which the text is known to be an object.</summary>
    public static JsonObject Object(ReadOnlySpan<byte> json) =>
        JsonNode.Parse(json)?.AsObject() ?? throw new InvalidOperationException("A stored document is not a JSON object.");

    /// <summary>A property's text, or null when it is absent, null or something else.</summary>
    public static string? Text(this JsonObject node, string name) =>
        node[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>A property's truth; absent, null or something else is false.</summary>
    public static bool Flag(this JsonObject node, string name) =>
        node[name] is JsonValue value && value.TryGetValue<bool>(out var flag) && flag;

    /// <summary>A property's whole number, or null.</summary>
    public static long? Whole(this JsonObject node, string name) =>
        node[name] is JsonValue value && value.TryGetValue<long>(out var number) ? number : null;

    /// <summary>A property's amount as stored by the sandbox; absent or null is zero.</summary>
    public static decimal Amount(this JsonObject node, string name) => Books.Amounts.TryRead(node.Text(name), out var amount) ? amount : 0m;

    /// <summary>The id of the reference under a property, or null.</summary>
    public static string? LinkId(this JsonObject node, string name) => (node[name] as JsonObject)?.Text("id");
}
