using System.Net;
using System.Text.Json.Nodes;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.World;

/// <summary>An event on its way from a shop.</summary>
/// <param name="Name">The event, in the wire's words.</param>
/// <param name="Id">The shop's number of what it is about.</param>
/// <param name="Number">The number people know it by; empty for customers and products.</param>
/// <param name="Website">The website.</param>
/// <param name="OccurredAt">When it was queued.</param>
/// <param name="DueRound">The round in which it arrives.</param>
internal sealed record ShopEvent(string Name, long Id, string Number, int Website, DateTimeOffset OccurredAt, int DueRound);

/// <summary>
/// A shop of the simulation: its documents are in a real demo shop, which fetches, tokens and reports go through; what it remembers of them
/// is its own, and is what the books are held against in the end.
/// </summary>
internal sealed class SimulatedShop : IAsyncDisposable
{
    private readonly SandboxTime _time;
    private readonly List<ShopEvent> _waiting = [];
    private string _tenant = "";

    private SimulatedShop(ShopSetUp setUp, DemoStoreFixture front, SandboxTime time) => (SetUp, Front, _time) = (setUp, front, time);

    public ShopSetUp SetUp { get; }

    /// <summary>The wire's end of it.</summary>
    public DemoStoreFixture Front { get; }

    /// <summary>Its id at the ledger.</summary>
    public string StoreId { get; private set; } = "";

    public List<SoldInvoice> Invoices { get; } = [];

    public List<SoldRefund> Refunds { get; } = [];

    public List<SoldProduct> Products { get; } = [];

    /// <summary>Registered customers as they are now, by id.</summary>
    public Dictionary<long, Shopper> Customers { get; } = [];

    /// <summary>The registered customers the shop told of.</summary>
    public HashSet<long> ToldCustomers { get; } = [];

    /// <summary>Documents whose true paper is put into the shop later: by the round it comes, or when everything is mended.</summary>
    public List<(int Round, string Kind, JsonObject Paper)> LatePapers { get; } = [];

    /// <summary>Events that have not arrived yet.</summary>
    public int Waiting => _waiting.Count;

    /// <summary>How many times an event was told, repeats included.</summary>
    public int Told { get; private set; }

    /// <summary>Answers that made the shop give an event up for ever: there may be none.</summary>
    public List<string> LostForEver { get; } = [];

    /// <summary>Starts a shop and pairs it through the server it will post to.</summary>
    public static async Task<SimulatedShop> StartAsync(ShopSetUp setUp, SandboxTime time, ServerClient ledger, CancellationToken ct)
    {
        var shop = new SimulatedShop(setUp, await DemoStoreFixture.StartAsync(time, ct), time);
        (await ledger.PostAsync("/api/business/select", new { business_id = setUp.Business }, ct)).Expect(HttpStatusCode.OK);
        shop.StoreId = await ledger.PairAsync(shop.Front, ct);
        shop._tenant = (string)(await shop.Front.StateAsync(ct))["tenant_id"]!;
        return shop;
    }

    /// <summary>Puts documents into the shop.</summary>
    public Task PutAsync(string kind, IEnumerable<JsonObject> papers, CancellationToken ct)
    {
        JsonNode[] all = [.. papers.Select(static paper => paper.DeepClone())];
        return all.Length == 0
            ? Task.CompletedTask
            : Front.ControlAsync(HttpMethod.Put, $"/documents/{kind}", new JsonArray(all).ToJsonString(), ct);
    }

    /// <summary>Queues an event.</summary>
    public void Tell(string name, long id, string number, int website, int dueRound) =>
        _waiting.Add(new ShopEvent(name, id, number, website, _time.GetUtcNow(), dueRound));

    /// <summary>Takes the events that arrive in a round, in an order of chance.</summary>
    public IReadOnlyList<ShopEvent> TakeDue(int round, Random random)
    {
        var due = _waiting.Where(one => one.DueRound <= round).ToArray();
        _waiting.RemoveAll(one => one.DueRound <= round);
        random.Shuffle(due);
        return due;
    }

    /// <summary>Tells the ledger of an event; one that was not taken is told again in the next round, as a shop's outbox does.</summary>
    public async Task DeliverAsync(ShopEvent told, int round, CancellationToken ct)
    {
        var payload = told.Name.EndsWith("upserted", StringComparison.Ordinal)
            ? new JsonObject()
            : new JsonObject { ["increment_id"] = told.Number };
        var body = new JsonObject
        {
            ["magento_entity_id"] = told.Id,
            ["website_id"] = told.Website,
            ["store_id"] = told.Website,
            ["occurred_at"] = ShopPaper.Moment(told.OccurredAt),
            ["payload"] = payload,
        };
        var call = new
        {
            method = "POST",
            path = $"/webhooks/magento/{_tenant}/{told.Name}",
            key = $"{told.Name}:{told.Id}",
            body = body.ToJsonString(),
        };
        var answer = await Front.ControlAsync(HttpMethod.Post, "/call", call, ct);
        var (status, text) = ((int)answer["status"]!, (string)answer["body"]!);
        lock (_waiting)
        {
            if (status is >= 200 and < 300)
                Told++;
            else if (status is >= 400 and < 500)
                LostForEver.Add($"{SetUp.Name}: {told.Name} {told.Id} was answered {status} {text}");
            else
                _waiting.Add(told with { DueRound = round + 1 });
        }
    }

    public ValueTask DisposeAsync() => Front.DisposeAsync();
}
