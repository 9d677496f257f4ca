using System.Text.Json.Nodes;

namespace Ledgerbridge.Sandbox.Resources;

/// <summary>
/// The keys of an answer in Sage's order with what an untouched document has in them, written as a line of text:
/// <c>name</c> (null), <c>sent=false</c>, <c>net_amount=0.0</c> (text), <c>credit_days=0</c> (number), <c>links=[]</c>, <c>settings={}</c>.
/// </summary>
internal sealed class Shape
{
    private readonly (string Key, string? Start)[] _keys;

    private Shape(string keys)
    {
        _keys =
        [
            .. keys.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                .Select(static word =>
                {
                    var at = word.IndexOf('=', StringComparison.Ordinal);
                    return at < 0 ? (word, (string?)null) : (word[..at], word[(at + 1)..]);
                }),
        ];
    }

    /// <summary>A shape from its line of keys.</summary>
    public static Shape Of(string keys) => new(keys);

    /// <summary>The names of the keys.</summary>
    public IEnumerable<string> Keys => _keys.Select(static key => key.Key);

    /// <summary>A new tree with every key present.</summary>
    public JsonObject Blank()
    {
        var blank = new JsonObject();
        foreach (var (key, start) in _keys)
            blank.Add(key, Value(start));
        return blank;
    }

    private static JsonNode? Value(string? start) =>
        start switch
        {
            null => null,
            "true" => JsonValue.Create(true),
            "false" => JsonValue.Create(false),
            "[]" => new JsonArray(),
            "{}" => new JsonObject(),
            "0" => JsonValue.Create(0L),
            _ => JsonValue.Create(start),
        };
}
