using System.Text.Json;
using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox.Api;
using Ledgerbridge.Sandbox.Books;

namespace Ledgerbridge.Sandbox.Resources;

/// <summary>
/// Reads what a client sent by a table of fields into a stored document: checks types, lengths and references, and notes every violation
/// under Sage's internal name. Keys the table does not have are ignored.
/// </summary>
/// <param name="scope">Where references are looked up.</param>
/// <param name="violations">Takes what is wrong.</param>
/// <param name="wrapper">The resource's singular key, for structural errors.</param>
internal sealed class Intake(Scope scope, Violations violations, string wrapper)
{
    /// <summary>Copies the sent fields into the document.</summary>
    /// <param name="table">The fields known here.</param>
    /// <param name="sent">The object sent.</param>
    /// <param name="into">The document, or the part of it, that takes the values.</param>
    /// <param name="creating">True to also demand the needed fields.</param>
    /// <param name="prefix">What stands before the field's name in errors, such as <c>line_items.</c></param>
    public void Apply(FieldTable table, JsonElement sent, JsonObject into, bool creating, string prefix = "")
    {
        foreach (var property in sent.EnumerateObject())
        {
            if (table.Find(property.Name) is { Kind: not FieldKind.Own } field)
                Take(field, property.Value, into, creating, prefix);
        }
        if (!creating)
            return;
        foreach (var field in table.Needed)
        {
            if (field.Kind != FieldKind.Own && !sent.TryGetProperty(field.Name, out _))
                violations.Required(prefix + field.Source);
        }
    }

    private void Take(Field field, JsonElement value, JsonObject into, bool creating, string prefix)
    {
        var source = prefix + field.Source;
        if (value.ValueKind == JsonValueKind.Null)
        {
            if (field.Required)
                violations.Required(source);
            else if (field.Kind is not (FieldKind.Group or FieldKind.Flag))
                into[field.Output] = field.Kind == FieldKind.Links ? new JsonArray() : null;
            return;
        }
        switch (field.Kind)
        {
            case FieldKind.Text:
                TakeText(field, value, into, source);
                break;
            case FieldKind.Amount:
                TakeAmount(field, value, into, source);
                break;
            case FieldKind.Whole:
                TakeWhole(field, value, into, source);
                break;
            case FieldKind.Flag:
                TakeFlag(field, value, into, source);
                break;
            case FieldKind.Date:
                TakeDate(field, value, into, source);
                break;
            case FieldKind.Link:
                TakeLink(field, value, into, source);
                break;
            case FieldKind.Links:
                TakeLinks(field, value, into, source);
                break;
            default:
                TakeGroup(field, value, into, creating, prefix);
                break;
        }
    }

    private void TakeText(Field field, JsonElement value, JsonObject into, string source)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            WrongType(field, "a text");
            return;
        }
        var text = value.GetString()!;
        if (field.Required && string.IsNullOrWhiteSpace(text))
            violations.Required(source);
        else if (text.Length > field.LengthMax)
            violations.Add(source, $"is too long (maximum is {field.LengthMax} characters)");
        else if (field.OneOf.Count > 0 && !field.OneOf.Contains(text, StringComparer.Ordinal))
            violations.Add(source, "is not included in the list");
        else
            into[field.Output] = text;
    }

    private void TakeAmount(Field field, JsonElement value, JsonObject into, string source)
    {
        decimal amount;
        if (value.ValueKind == JsonValueKind.String)
        {
            if (!Amounts.TryRead(value.GetString(), out amount))
            {
                violations.Add(source, "is not a number");
                return;
            }
        }
        else if (value.ValueKind != JsonValueKind.Number || !value.TryGetDecimal(out amount))
        {
            violations.Add(source, "is not a number");
            return;
        }
        if (Math.Abs(amount) > Amounts.Limit)
            violations.Add(source, "is too large");
        else
            into[field.Output] = Amounts.Text(Amounts.Rate(amount));
    }

    private void TakeWhole(Field field, JsonElement value, JsonObject into, string source)
    {
        var read =
            value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number)
            || long.TryParse(value.ValueKind == JsonValueKind.String ? value.GetString() : null, out number);
        if (!read)
            violations.Add(source, "is not a number");
        else if (number < field.Min || number > field.Max)
            violations.Add(source, $"must be between {field.Min} and {field.Max}");
        else
            into[field.Output] = number;
    }

    private void TakeFlag(Field field, JsonElement value, JsonObject into, string source)
    {
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
            into[field.Output] = value.GetBoolean();
        else
            violations.Add(source, "is not included in the list");
    }

    private void TakeDate(Field field, JsonElement value, JsonObject into, string source)
    {
        if (value.ValueKind == JsonValueKind.String && SandboxClock.TryDate(value.GetString(), out var date))
            into[field.Output] = SandboxClock.Text(date);
        else
            violations.Add(source, "is not a valid date");
    }

    private void TakeLink(Field field, JsonElement value, JsonObject into, string source)
    {
        if (value.ValueKind != JsonValueKind.String)
            WrongType(field, "an id");
        else if (value.GetString() is { Length: > 0 } id)
            Point(field, id, into);
        else if (field.Required)
            violations.Required(source);
        else
            into[field.Output] = null;
    }

    private void TakeLinks(Field field, JsonElement value, JsonObject into, string source)
    {
        if (value.ValueKind != JsonValueKind.Array || value.EnumerateArray().Any(static id => id.ValueKind != JsonValueKind.String))
        {
            WrongType(field, "a list of ids");
            return;
        }
        if (field.Required && value.GetArrayLength() == 0)
            violations.Required(source);
        var links = new JsonArray();
        foreach (var id in value.EnumerateArray())
        {
            if (scope.Link(field.Target, id.GetString()!) is { } link)
                links.Add(link);
            else
                violations.RecordMissing();
        }
        into[field.Output] = links;
    }

    private void TakeGroup(Field field, JsonElement value, JsonObject into, bool creating, string prefix)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            WrongType(field, "an object");
            return;
        }
        if (into[field.Output] is not JsonObject group)
            into[field.Output] = group = [];
        Apply(field.Inner!, value, group, creating, prefix + field.Source + ".");
    }

    private void Point(Field field, string id, JsonObject into)
    {
        if (scope.Link(field.Target, id) is { } link)
            into[field.Output] = link;
        else
            violations.RecordMissing();
    }

    private void WrongType(Field field, string expected) =>
        violations.Structure($"{wrapper}[{field.Name}]", $"The value must be {expected}.");
}
