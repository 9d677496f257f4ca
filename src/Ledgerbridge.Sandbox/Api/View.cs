using System.Text.Json;
using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox.Books;
using Ledgerbridge.Sandbox.Resources;

namespace Ledgerbridge.Sandbox.Api;

/// <summary>
/// How much of each document is shown: reduced, some attributes, all, with references expanded, with the extras that are only shown when
/// asked for.
/// </summary>
internal sealed class View
{
    private readonly HashSet<string>? _attributes;
    private readonly bool _full;
    private readonly bool _expand;
    private readonly bool _legacyId;
    private readonly bool _balance;
    private readonly bool _payments;

    private View(ApiQuery query, bool single, bool mayExpand)
    {
        var attributes = query.Text("attributes");
        _full = attributes is "all" || (single && attributes is null);
        if (!_full && attributes is not null)
        {
            _attributes = new HashSet<string>(
                attributes.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
                StringComparer.Ordinal
            );
            _full = _attributes.Contains("all");
        }
        _expand = mayExpand && query.Text("nested_attributes") is not null;
        _legacyId = query.Flag("show_legacy_id");
        _balance = query.Flag("show_balance");
        _payments = query.Flag("show_payments_allocations");
    }

    /// <summary>True when nothing but <c>id</c>, <c>displayed_as</c> and <c>$path</c> is shown, so that bodies need not be read.</summary>
    public bool Reduced => !_full && _attributes is null && !_legacyId && !_balance;

    public static View OfOne(ApiQuery query) => new(query, single: true, mayExpand: true);

    public static View OfList(ApiQuery query, bool mayExpand) => new(query, single: false, mayExpand);

    /// <summary>Writes the three keys every item has.</summary>
    public static void WriteReduced(Utf8JsonWriter writer, string collection, string id, string? displayedAs)
    {
        writer.WriteStartObject();
        writer.WriteString("id", id);
        writer.WriteString("displayed_as", displayedAs);
        writer.WriteString("$path", $"/{collection}/{id}");
        writer.WriteEndObject();
    }

    /// <summary>The document as this view shows it.</summary>
    public void Write(Utf8JsonWriter writer, Scope scope, StoredDocument document)
    {
        if (_expand || _legacyId || _payments || (_balance && document.Type == ContactShapes.Contacts))
            WriteTree(writer, Extended(scope, document));
        else if (_full)
            writer.WriteRawValue(document.Json, skipInputValidation: true);
        else
            WriteChosen(writer, document.Json);
    }

    /// <summary>A record that is not a document (a transaction, an entry, an entry of a fixed list) as this view shows it.</summary>
    public void WriteTree(Utf8JsonWriter writer, JsonObject tree)
    {
        writer.WriteStartObject();
        foreach (var (key, value) in tree)
        {
            if (!Shows(key))
                continue;
            writer.WritePropertyName(key);
            if (value is null)
                writer.WriteNullValue();
            else
                value.WriteTo(writer);
        }
        writer.WriteEndObject();
    }

    private bool Shows(string key) =>
        _full
        || key is "id" or "displayed_as" or "$path" or "legacy_id"
        || (key == "balance" && _balance)
        || _attributes?.Contains(key) == true;

    private void WriteChosen(Utf8JsonWriter writer, byte[] json)
    {
        writer.WriteStartObject();
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = reader.GetString()!;
            reader.Read();
            var from = (int)reader.TokenStartIndex;
            reader.Skip();
            if (!Shows(key))
                continue;
            writer.WritePropertyName(key);
            writer.WriteRawValue(json.AsSpan(from, (int)reader.BytesConsumed - from), skipInputValidation: true);
        }
        writer.WriteEndObject();
    }

    private JsonObject Extended(Scope scope, StoredDocument document)
    {
        var tree = JsonText.Object(document.Json);
        if (_expand)
            Expand(scope, tree, document.Type.Nested);
        if (_legacyId)
            tree.Insert(Math.Min(3, tree.Count), "legacy_id", JsonValue.Create(document.Seq));
        if (_balance && document.Type == ContactShapes.Contacts)
            tree["balance"] = Amounts.Text(Amounts.FromMinor(scope.Documents.Outstanding(document.Id)));
        if (_payments && document.Type.Area == Area.Sales)
            tree["payments_allocations"] = PaymentViews.Of(scope, document);
        return tree;
    }

    /// <summary>Replaces first-level references by what they point at.</summary>
    public static void Expand(Scope scope, JsonObject tree, IReadOnlyList<string> keys)
    {
        foreach (var key in keys)
        {
            if (tree[key] is JsonObject reference && Target(scope, reference) is { } target)
                tree[key] = target;
        }
    }

    private static JsonObject? Target(Scope scope, JsonObject reference)
    {
        if (reference.Text("$path")?.Split('/') is not ["", var collection, var id])
            return null;
        if (collection == "transactions")
            return LedgerViews.Transaction(scope, id);
        return Catalogue.Type(collection) is { } type && scope.Documents.FindAny(type, id) is { } document
            ? JsonText.Object(document.Json)
            : null;
    }
}
