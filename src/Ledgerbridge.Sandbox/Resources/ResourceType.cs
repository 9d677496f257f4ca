namespace Ledgerbridge.Sandbox.Resources;

/// <summary>
/// The areas of Sage's access rights. <see cref="Open"/> is readable by everyone and written by those who may write settings.
/// </summary>
internal enum Area
{
    Open,
    Sales,
    Contacts,
    Bank,
    Settings,
    Items,
}

/// <summary>Which of the two since-filters a collection has.</summary>
internal enum Since
{
    None,
    UpdatedOnly,
    UpdatedAndDeleted,
}

/// <summary>How a query parameter's text becomes a condition.</summary>
internal enum FilterKind
{
    /// <summary>Bound as it is.</summary>
    Text,

    /// <summary>Bound in lower case.</summary>
    Folded,

    /// <summary>Bound when it is made of lower-case letters and underscores; anything else matches nothing.</summary>
    Word,

    /// <summary>The date part is bound.</summary>
    Date,

    /// <summary>The condition holds when the parameter is <c>true</c>; nothing is bound.</summary>
    WhenTrue,

    /// <summary><c>true</c> binds 1, <c>false</c> 0; anything else counts as not sent.</summary>
    Either,
}

/// <summary>A query parameter of a collection and the condition it puts on a row.</summary>
/// <param name="Parameter">The parameter's name.</param>
/// <param name="Kind">How its value is bound.</param>
/// <param name="Sql">The condition, over <c>documents d</c>, with one placeholder unless <see cref="FilterKind.WhenTrue"/>.</param>
internal sealed record Filter(string Parameter, FilterKind Kind, string Sql)
{
    /// <summary>A condition no row fulfils; a plain false would keep SQLite from using the index it is told to.</summary>
    public const string Nothing = "d.seq < 0";

    public static readonly Filter Search = new("search", FilterKind.Folded, "instr(d.search, ?) > 0");
    public static readonly Filter FromDate = new("from_date", FilterKind.Date, "d.date >= ?");
    public static readonly Filter ToDate = new("to_date", FilterKind.Date, "d.date <= ?");
    public static readonly Filter Contact = new("contact_id", FilterKind.Text, "d.contact = ?");
    public static readonly Filter Status = new("status_id", FilterKind.Text, "d.status = ?");
    public static readonly Filter TransactionType = new("transaction_type_id", FilterKind.Text, "d.kind = ?");

    /// <summary>In use, or put out of use; the row's status says which.</summary>
    public static readonly Filter Active = new("active", FilterKind.Either, "(d.status = 'ACTIVE') = ?");

    /// <summary>What hangs on a record.</summary>
    public static Filter Parent(string parameter) => new(parameter, FilterKind.Text, OnParent);

    /// <summary>The condition of <see cref="Parent"/>, for which there is an index.</summary>
    public const string OnParent = "d.parent = ?";

    /// <summary>The sandbox has no attachments, so nothing has any.</summary>
    public static readonly Filter HasAttachments = new("has_attachments", FilterKind.WhenTrue, Nothing);
}

/// <summary>
/// A resource as data: its names, the shape of its answers, the fields it takes and the ways its list is filtered and sorted.
/// </summary>
internal sealed record ResourceType
{
    /// <summary>Resources numbered from here on are artefacts: what is written to a contact's account.</summary>
    public const int FirstArtefact = 20;

    /// <summary>What its rows carry; never reused.</summary>
    public required int Number { get; init; }

    /// <summary>The path and the key of references, such as <c>sales_invoices</c>.</summary>
    public required string Collection { get; init; }

    /// <summary>The wrapper in requests, such as <c>sales_invoice</c>.</summary>
    public required string Singular { get; init; }

    public required Area Area { get; init; }
    public required Shape Shape { get; init; }
    public required FieldTable Fields { get; init; }
    public IReadOnlyList<Filter> Filters { get; init; } = [];
    public Since Since { get; init; } = Since.UpdatedAndDeleted;

    /// <summary>The keys of <c>sort</c>; empty when the list has no such parameter.</summary>
    public IReadOnlyList<string> Sorts { get; init; } = [];

    /// <summary>Kept parsed on the business's shelf, which is renewed when one is written.</summary>
    public bool OnShelf { get; init; }

    /// <summary>True when Sage lists the resource as taking <c>idempotency_id</c>.</summary>
    public bool Idempotent { get; init; } = true;

    /// <summary>The references that <c>nested_attributes</c> expands; the description knows the others by their three keys only.</summary>
    public IReadOnlyList<string> Nested { get; init; } = [];

    /// <summary>True when Sage's description has <c>nested_attributes</c> on the list too.</summary>
    public bool NestedOnLists { get; init; }
}
