using System.Collections.Frozen;

namespace Ledgerbridge.Sandbox.Resources;

/// <summary>What a field holds.</summary>
internal enum FieldKind
{
    Text,
    Amount,
    Whole,
    Flag,
    Date,

    /// <summary>An id sent as <c>x_id</c> and read back as a reference under <c>x</c>.</summary>
    Link,

    /// <summary>A list of ids sent as <c>x_ids</c> and read back as a list of references.</summary>
    Links,

    /// <summary>An object with fields of its own.</summary>
    Group,

    /// <summary>A list of objects, or an object stored as a record of its own; the resource's rules read it.</summary>
    Own,
}

/// <summary>One field a client may send: its name, what it holds, and where it lands in the stored document.</summary>
/// <param name="Name">The name in requests.</param>
/// <param name="Kind">What it holds.</param>
internal sealed record Field(string Name, FieldKind Kind)
{
    /// <summary>The key in answers.</summary>
    public string Output { get; init; } = Name;

    /// <summary>Sage's internal name of the field in errors.</summary>
    public string Source { get; init; } = Name;

    /// <summary>The longest text, in characters.</summary>
    public int LengthMax { get; init; } = 65_535;

    /// <summary>The smallest whole number.</summary>
    public long Min { get; init; }

    /// <summary>The largest whole number.</summary>
    public long Max { get; init; } = 99_999_999;

    /// <summary>Must be sent, and not blank, when the document is made.</summary>
    public bool Required { get; init; }

    /// <summary>The collection a link points into.</summary>
    public string Target { get; init; } = "";

    /// <summary>The only texts allowed; empty for any.</summary>
    public IReadOnlyList<string> OneOf { get; init; } = [];

    /// <summary>The fields of a group or of each line.</summary>
    public FieldTable? Inner { get; init; }

    /// <summary>Text of at most so many characters.</summary>
    public static Field Text(string name, int lengthMax = 65_535) => new(name, FieldKind.Text) { LengthMax = lengthMax };

    /// <summary>A decimal.</summary>
    public static Field Amount(string name) => new(name, FieldKind.Amount);

    /// <summary>A whole number.</summary>
    public static Field Whole(string name, long min = 0, long max = 99_999_999) => new(name, FieldKind.Whole) { Min = min, Max = max };

    /// <summary>True or false.</summary>
    public static Field Flag(string name) => new(name, FieldKind.Flag);

    /// <summary>A calendar date.</summary>
    public static Field Date(string name) => new(name, FieldKind.Date);

    /// <summary>A reference: <c>country_id</c> into <c>countries</c>, read back under <c>country</c>.</summary>
    public static Field Link(string name, string target) => new(name, FieldKind.Link) { Target = target, Output = name[..^"_id".Length] };

    /// <summary>References: <c>contact_type_ids</c> into <c>contact_types</c>, read back under <c>contact_types</c>.</summary>
    public static Field Links(string name, string target) =>
        new(name, FieldKind.Links) { Target = target, Output = name[..^"_ids".Length] + "s" };

    /// <summary>An object with fields of its own.</summary>
    public static Field Group(string name, FieldTable inner) => new(name, FieldKind.Group) { Inner = inner };

    /// <summary>Something with fields of its own that the resource's rules read.</summary>
    public static Field Own(string name, FieldTable inner) => new(name, FieldKind.Own) { Inner = inner };

    /// <summary>The same field, to be sent without fail.</summary>
    public Field Needed() => this with { Required = true };

    /// <summary>The same field under Sage's internal name in errors.</summary>
    public Field Called(string source) => this with { Source = source };

    /// <summary>The same field, only with one of these texts.</summary>
    public Field Among(params string[] texts) => this with { OneOf = texts };
}

/// <summary>The fields of a resource, found by the name they are sent under.</summary>
internal sealed class FieldTable
{
    private readonly FrozenDictionary<string, Field> _byName;

    public FieldTable(params Field[] fields)
    {
        All = fields;
        Needed = [.. fields.Where(static field => field.Required)];
        _byName = fields.ToFrozenDictionary(static field => field.Name, StringComparer.Ordinal);
    }

    /// <summary>Every field in the order written.</summary>
    public IReadOnlyList<Field> All { get; }

    /// <summary>The fields a new document must have.</summary>
    public IReadOnlyList<Field> Needed { get; }

    /// <summary>The field of this name, or null: the sandbox ignores keys it does not know.</summary>
    public Field? Find(string name) => _byName.GetValueOrDefault(name);
}
