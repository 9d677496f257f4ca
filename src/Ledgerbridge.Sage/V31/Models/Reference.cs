using System.Text.Json.Serialization;

namespace Ledgerbridge.Sage.V31.Models;

/// <summary>A reference to another record, as every answer carries them.</summary>
public sealed record SageReference
{
    /// <summary>32 hexadecimal digits, or a code such as <c>GB_STANDARD</c>; empty when Sage gives none.</summary>
    public string Id
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>What Sage shows for it; may be null.</summary>
    public string? DisplayedAs { get; init; }

    /// <summary>
    /// Path below the version root. Not always the collection that was asked (SAGE quirk: never derive the type from the question).
    /// </summary>
    [JsonPropertyName("$path")]
    public string? Path { get; init; }
}

/// <summary>A link to a page in Sage's own web application.</summary>
public sealed record SageLink
{
    /// <summary>The address.</summary>
    public string? Href { get; init; }

    /// <summary>How it relates, such as <c>alternate</c>.</summary>
    public string? Rel { get; init; }

    /// <summary>Media type, such as <c>text/html</c>.</summary>
    public string? Type { get; init; }
}

/// <summary>One page of any collection: Sage's envelope. <c>/businesses</c> alone spells its page size with underscores.</summary>
public sealed record SagePage<T>
{
    /// <summary>How many items there are in all.</summary>
    [JsonPropertyName("$total")]
    public int Total { get; init; }

    /// <summary>The page this is, from 1. A page beyond the end answers the last one again.</summary>
    [JsonPropertyName("$page")]
    public int Page { get; init; }

    /// <summary>The next page, relative to the version root; null on the last.</summary>
    [JsonPropertyName("$next")]
    public string? Next { get; init; }

    /// <summary>The page before, relative to the version root; null on the first.</summary>
    [JsonPropertyName("$back")]
    public string? Back { get; init; }

    /// <summary>Items on a page: 1 to 200, 20 unless asked otherwise.</summary>
    [JsonPropertyName("$itemsPerPage")]
    public int ItemsPerPage { get; init; }

    /// <summary>The items; reduced to id, name and path unless attributes were asked for.</summary>
    [JsonPropertyName("$items")]
    public IReadOnlyList<T> Items
    {
        get;
        init => field = WireLists.WithoutHoles(value);
    } = [];
}

/// <summary>What every stored record carries.</summary>
public abstract record SageRecord
{
    /// <summary>The id; empty when Sage gives none.</summary>
    public string Id
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>What Sage shows for it.</summary>
    public string? DisplayedAs { get; init; }

    /// <summary>Path below the version root.</summary>
    [JsonPropertyName("$path")]
    public string? Path { get; init; }

    /// <summary>When it was made, to the second.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was last changed, to the second.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>When it was deleted; null while it is not.</summary>
    public DateTimeOffset? DeletedAt { get; init; }
}
