using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Ledgerbridge.Sage.V31.Models;

namespace Ledgerbridge.Sage.V31;

/// <summary>What to read from a collection. Everything that is null is left out of the request.</summary>
public sealed record SageQuery
{
    /// <summary>The most items Sage puts on a page.</summary>
    public const int ItemsPerPageMax = 200;

    /// <summary>The page, from 1; anything below counts as 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Items on a page, 1 to 200; anything beyond counts as the nearest.</summary>
    public int ItemsPerPage { get; init; } = ItemsPerPageMax;

    /// <summary>The attributes to show beside id, name and path; <c>all</c> for all.</summary>
    public string? Attributes { get; init; }

    /// <summary><c>all</c> shows the records inside a record in full; otherwise they are references.</summary>
    public string? NestedAttributes { get; init; }

    /// <summary>Changed at this moment or later (inclusive, to the second).</summary>
    public DateTimeOffset? UpdatedOrCreatedSince { get; init; }

    /// <summary>Deleted after this moment (exclusive, to the second).</summary>
    public DateTimeOffset? DeletedSince { get; init; }

    /// <summary>Dated on this day or later.</summary>
    public DateOnly? FromDate { get; init; }

    /// <summary>Dated on this day or earlier.</summary>
    public DateOnly? ToDate { get; init; }

    /// <summary>Words to look for.</summary>
    public string? Search { get; init; }

    /// <summary>Key and direction, such as <c>date:desc</c>.</summary>
    public string? Sort { get; init; }

    /// <summary>Filters that only this collection has, such as <c>visible_in</c>.</summary>
    public IReadOnlyDictionary<string, string> Filters { get; init; } = new Dictionary<string, string>();

    internal string ToQueryString()
    {
        var pairs = new List<(string Name, string? Value)>
        {
            ("page", Math.Max(1, Page).ToString(CultureInfo.InvariantCulture)),
            ("items_per_page", Math.Clamp(ItemsPerPage, 1, ItemsPerPageMax).ToString(CultureInfo.InvariantCulture)),
            ("attributes", Attributes),
            ("nested_attributes", NestedAttributes),
            ("updated_or_created_since", Second(UpdatedOrCreatedSince)),
            ("deleted_since", Second(DeletedSince)),
            ("from_date", FromDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("to_date", ToDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("search", Search),
            ("sort", Sort),
        };
        pairs.AddRange(Filters.Select(static filter => (filter.Key, (string?)filter.Value)));
        return string.Join(
            '&',
            pairs.Where(static pair => pair.Value is not null).Select(static pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value!)}")
        );
    }

    private static string? Second(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}

/// <summary>A collection of a business that can be read.</summary>
public class SageCollection<T>
    where T : class
{
    private readonly JsonTypeInfo<T> _itemType;
    private readonly JsonTypeInfo<SagePage<T>> _pageType;

    internal SageCollection(BusinessCalls calls, string name, JsonTypeInfo<T> itemType, JsonTypeInfo<SagePage<T>> pageType)
    {
        Calls = calls;
        Name = name;
        _itemType = itemType;
        _pageType = pageType;
    }

    internal BusinessCalls Calls { get; }

    internal string Name { get; }

    /// <summary>What is added to the path whenever one record is read.</summary>
    internal string ItemQuery { get; init; } = "";

    /// <summary>Reads one page.</summary>
    public Task<SageAnswer<SagePage<T>>> ListAsync(SageQuery query, CancellationToken ct) =>
        Calls.ReadAsync($"/{Name}?{query.ToQueryString()}", _pageType, ct);

    /// <summary>
    /// Reads all pages from the query's own on. Ends on the last page by Sage's own count, because a page beyond the end answers the last
    /// one again.
    /// </summary>
    public async Task<SageAnswer<IReadOnlyList<T>>> ListAllAsync(SageQuery query, CancellationToken ct)
    {
        var items = new List<T>();
        var size = Math.Clamp(query.ItemsPerPage, 1, SageQuery.ItemsPerPageMax);
        for (var page = Math.Max(1, query.Page); ; page++)
        {
            var answer = await ListAsync(query with { Page = page }, ct);
            if (!answer.Succeeded(out var envelope, out var failure))
                return failure;
            items.AddRange(envelope.Items);
            if (envelope.Next is null || envelope.Items.Count == 0 || (long)page * size >= envelope.Total)
                return items;
        }
    }

    /// <summary>Reads one page without reading its items, so that one that cannot be read does not spoil the others.</summary>
    internal Task<SageAnswer<SagePage<JsonElement>>> ListUnreadAsync(SageQuery query, CancellationToken ct) =>
        Calls.ReadAsync($"/{Name}?{query.ToQueryString()}", WireJson.Default.SagePageJsonElement, ct);

    /// <summary>Reads an item of such a page.</summary>
    /// <exception cref="JsonException">It is not what Sage's description promises.</exception>
    internal T? Read(JsonElement item) => item.Deserialize(_itemType);

    /// <summary>Reads one record in full.</summary>
    public Task<SageAnswer<T>> GetAsync(string id, CancellationToken ct) => Calls.ReadAsync(ItemPath(id) + ItemQuery, _itemType, ct);

    internal string ItemPath(string id)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        return $"/{Name}/{Uri.EscapeDataString(id)}";
    }
}
