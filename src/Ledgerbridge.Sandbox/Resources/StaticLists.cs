using System.Collections.Frozen;
using System.Text.Json.Nodes;

namespace Ledgerbridge.Sandbox.Resources;

/// <summary>An entry of a list that is the same for every business.</summary>
/// <param name="Collection">The list.</param>
/// <param name="Id">Its code.</param>
/// <param name="DisplayedAs">What people read.</param>
internal sealed record StaticItem(string Collection, string Id, string DisplayedAs)
{
    /// <summary>What <c>contains</c>-filters of the list look at, such as the country of a region.</summary>
    public string? Group { get; init; }

    /// <summary>Keys beyond the three every reference has.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> More { get; init; } = [];

    /// <summary>The reference to it.</summary>
    public JsonObject Link() => Links.To(Collection, Id, DisplayedAs);

    /// <summary>Everything of it.</summary>
    public JsonObject Full()
    {
        var full = Link();
        foreach (var (key, value) in More)
            full[key] = value;
        return full;
    }
}

/// <summary>A list that is the same for every business and never changes.</summary>
internal sealed class StaticList
{
    private readonly FrozenDictionary<string, StaticItem> _byId;

    public StaticList(string collection, IEnumerable<StaticItem> items)
    {
        Collection = collection;
        Items = [.. items];
        _byId = Items.ToFrozenDictionary(static item => item.Id, StringComparer.Ordinal);
    }

    public string Collection { get; }
    public IReadOnlyList<StaticItem> Items { get; }

    public StaticItem? Find(string id) => _byId.GetValueOrDefault(id);
}

/// <summary>Sage's fixed vocabularies.</summary>
internal static class StaticLists
{
    private const string EuropeanUnion = "AT BE BG HR CY CZ DK EE FI FR DE GR HU IT LV LT LU MT NL PL PT RO SK SI ES SE";

    private static readonly FrozenDictionary<string, StaticList> Lists = All()
        .ToFrozenDictionary(static list => list.Collection, StringComparer.Ordinal);

    /// <summary>The list of this name, or null.</summary>
    public static StaticList? Find(string collection) => Lists.GetValueOrDefault(collection);

    /// <summary>The names of all lists.</summary>
    public static IEnumerable<string> Names => Lists.Keys;

    /// <summary>The reference to an entry that is known to exist.</summary>
    public static JsonObject Link(string collection, string id) =>
        Lists[collection].Find(id)?.Link() ?? throw new InvalidOperationException($"{collection} has no {id}.");

    /// <summary>The group Sage puts a country in.</summary>
    public static string CountryGroup(string country) =>
        country switch
        {
            "GB" or "IE" => "GBIE",
            "CA" or "US" => country,
            _ when EuropeanUnion.Contains(country, StringComparison.Ordinal) => "EU",
            _ => "ALL",
        };

    /// <summary>True for the member states of the European Union.</summary>
    public static bool InEuropeanUnion(string country) => country == "IE" || CountryGroup(country) == "EU";

    private static IEnumerable<StaticList> All()
    {
        foreach (var list in Vocabularies())
            yield return list;
        yield return Named("countries", "countries.txt");
        yield return Named("currencies", "currencies.txt");
        yield return new StaticList("address_regions", Rows("regions.txt").Select(Region));
    }

    /// <summary>The short lists, which share a file: a name in brackets, then a code and its text on each line.</summary>
    private static IEnumerable<StaticList> Vocabularies()
    {
        var lists = new List<(string Name, List<StaticItem> Items)>();
        foreach (var line in Lines("vocabularies.txt"))
        {
            if (line[0] == '[')
                lists.Add((line.Trim('[', ']'), []));
            else
                lists[^1].Items.Add(new StaticItem(lists[^1].Name, Row(line).Code, Row(line).Name));
        }
        return lists.Select(static list => new StaticList(list.Name, list.Items));
    }

    private static StaticList Named(string collection, string file) =>
        new(collection, Rows(file).Select(row => new StaticItem(collection, row.Code, $"{row.Name} ({row.Code})")));

    private static StaticItem Region((string Code, string Name) row) =>
        new("address_regions", row.Code, row.Name)
        {
            Group = row.Code[..2],
            More = [KeyValuePair.Create("code", row.Code[3..]), KeyValuePair.Create("name", row.Name)],
        };

    private static IEnumerable<(string Code, string Name)> Rows(string file) => Lines(file).Select(Row);

    private static (string Code, string Name) Row(string line)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        return (line[..space], line[(space + 1)..]);
    }

    private static List<string> Lines(string file)
    {
        using var stream = typeof(StaticLists).Assembly.GetManifestResourceStream("Ledgerbridge.Sandbox.Resources.Lists." + file)!;
        using var reader = new StreamReader(stream);
        var lines = new List<string>();
        while (reader.ReadLine() is { Length: > 0 } line)
            lines.Add(line);
        return lines;
    }
}
