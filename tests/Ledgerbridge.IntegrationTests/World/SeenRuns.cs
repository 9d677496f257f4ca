using System.Net;
using System.Text.Json.Nodes;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.World;

/// <summary>The sync history as people see it.</summary>
internal sealed class SeenRuns
{
    private readonly IReadOnlyList<JsonNode> _all;
    private readonly ILookup<(string Store, string Event, long Id), JsonNode> _byThing;

    private SeenRuns(IReadOnlyList<JsonNode> all)
    {
        _all = all;
        _byThing = all.ToLookup(static run => ((string)run["store_id"]!, (string)run["event"]!, (long)run["entity_id"]!));
    }

    public int Count => _all.Count;

    public IReadOnlyList<JsonNode> All => _all;

    /// <summary>All of it, page by page.</summary>
    public static async Task<SeenRuns> ReadAsync(ServerClient person, CancellationToken ct)
    {
        var all = new List<JsonNode>();
        var next = default(string);
        do
        {
            var page = (await person.GetAsync($"/api/runs?limit=200{(next is null ? "" : $"&after={next}")}", ct)).Expect(
                HttpStatusCode.OK
            );
            all.AddRange(page["items"]!.AsArray().OfType<JsonNode>());
            next = (string?)page["next"];
        } while (next is not null);
        return new SeenRuns(all);
    }

    /// <summary>The newest run of a thing; null when there is none.</summary>
    public JsonNode? Of(SimulatedShop shop, string name, long id) => _byThing[(shop.StoreId, name, id)].FirstOrDefault();

    /// <summary>How many runs a thing has.</summary>
    public int CountOf(SimulatedShop shop, string name, long id) => _byThing[(shop.StoreId, name, id)].Count();

    /// <summary>A run in a line.</summary>
    public static string Say(JsonNode? run) =>
        run is null
            ? "no run"
            : $"{run["id"]} {run["event"]} {run["entity_id"]} {run["status"]} {run["cause"]}{run["skip_reason"]}: {run["sentence"]}";
}
