using System.Net;
using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox;
using Ledgerbridge.Server.Runs;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Runs;

/// <summary>A server, a connected business, and a shop that is paired with it. Lanes work when the test says so.</summary>
internal sealed class ShopStory : IAsyncDisposable
{
    private ShopStory(ServerFixture server, ServerClient owner, DemoStoreFixture shop, string storeId) =>
        (Server, Owner, Shop, StoreId) = (server, owner, shop, storeId);

    public ServerFixture Server { get; }

    public ServerClient Owner { get; }

    public DemoStoreFixture Shop { get; }

    public string StoreId { get; }

    /// <summary>Sage's id of the books it posts into.</summary>
    public required string Business { get; init; }

    public static async Task<ShopStory> StartAsync(DatabaseKind database, CancellationToken ct)
    {
        var server = await ServerFixture.StartAsync(database, ct);
        return await OnAsync(server, await server.ReadyAsync(ct), ct);
    }

    /// <summary>The same with a shop that posts into other books than Karoo Trading's.</summary>
    public static async Task<ShopStory> StartAsync(DatabaseKind database, string business, CancellationToken ct)
    {
        var server = await ServerFixture.StartAsync(database, ct);
        var owner = await server.ReadyAsync(ct);
        (await owner.PostAsync("/api/business/select", new { business_id = business }, ct)).Expect(HttpStatusCode.OK);
        return await OnAsync(server, owner, ct, business);
    }

    /// <summary>The same on a server that is there already; disposing the story ends that, too.</summary>
    public static async Task<ShopStory> OnAsync(
        ServerFixture server,
        ServerClient owner,
        CancellationToken ct,
        string business = SandboxSeed.KarooTrading
    ) => await WithAsync(server, owner, await DemoStoreFixture.StartAsync(server.Time, ct), ct, business);

    /// <summary>The same with a shop that is there already; disposing the story ends both.</summary>
    public static async Task<ShopStory> WithAsync(
        ServerFixture server,
        ServerClient owner,
        DemoStoreFixture shop,
        CancellationToken ct,
        string business = SandboxSeed.KarooTrading
    )
    {
        var story = new ShopStory(server, owner, shop, await owner.PairAsync(shop, ct)) { Business = business };
        await story.PaymentsGoAsync("bank", ct);
        return story;
    }

    /// <summary>Says what becomes of the money of every way of paying: <c>bank</c>, <c>unpaid</c>, <c>skip</c> or <c>fail</c>.</summary>
    public async Task PaymentsGoAsync(string outcome, CancellationToken ct)
    {
        var lists = (await Owner.GetAsync("/api/business/reference", ct)).Expect(HttpStatusCode.OK);
        var bank = lists["bank_accounts"]![0]!["id"]!.ToString();
        await ChangePolicyAsync(
            policy =>
            {
                foreach (var rule in policy["payments"]!["methods"]!.AsArray())
                    (rule!["outcome"], rule["bank_account_id"]) = (outcome, outcome == "bank" ? bank : "");
                policy["sync"]!["stock"] = true;
            },
            ct
        );
    }

    /// <summary>
    /// Gives a product another name, and tells of it past the outbox, which keeps a second change of a thing to itself.
    /// </summary>
    public async Task RenameProductAsync(long product, CancellationToken ct)
    {
        var document = await Shop.ControlAsync(HttpMethod.Get, $"/documents/product/{product}", body: null, ct);
        document["name"] = "Rooibos, freshly packed";
        await Shop.ControlAsync(HttpMethod.Put, "/documents/product", document.ToJsonString(), ct);
        await Shop.SendNowAsync("product.upserted", product, ct);
    }

    /// <summary>The shop has one of the documents in <c>contracts/store</c>, and tells of it.</summary>
    public async Task<JsonNode> TellAsync(string kind, string name, CancellationToken ct)
    {
        var document = await DocumentAsync(kind, name, ct);
        await TellAsync(kind, document, ct);
        return document;
    }

    /// <summary>The same under a number of its own, and changed as wished.</summary>
    public async Task TellAsync(string kind, string name, long id, Action<JsonNode> change, CancellationToken ct)
    {
        var document = await DocumentAsync(kind, name, ct);
        document["magento_id"] = id;
        if (kind == "payment")
            document["invoice_id"] = id;
        change(document);
        await TellAsync(kind, document, ct);
    }

    /// <summary>The shop's rules, to be changed and saved.</summary>
    public async Task<JsonNode> PolicyAsync(CancellationToken ct) =>
        (await Owner.GetAsync($"/api/stores/{StoreId}/policy", ct)).Expect(HttpStatusCode.OK)["policy"]!;

    /// <summary>The newest paid invoice is refunded, less what the shop keeps, and only the refund is told and worked on.</summary>
    public async Task RefundBeforeThePaymentIsToldAsync(int kept, CancellationToken ct)
    {
        var refund = await Shop.DoAsync("refund", ct);
        var memo = await Shop.ControlAsync(HttpMethod.Get, $"/documents/creditmemo/{refund}", body: null, ct);
        var whole = memo["grand_total"]!.GetValue<decimal>() + memo["adjustment_negative"]!.GetValue<decimal>();
        (memo["adjustment_negative"], memo["grand_total"]) = (kept, whole - kept);
        await Shop.ControlAsync(HttpMethod.Put, "/documents/creditmemo", memo.ToJsonString(), ct);
        await Shop.SendNowAsync("creditmemo.created", refund, ct);
        await Server.Get<RunLanes>().WorkOnDueAsync(ct);
    }

    /// <summary>Changes the shop's rules as a person does.</summary>
    public async Task ChangePolicyAsync(Action<JsonNode> change, CancellationToken ct)
    {
        var policy = await PolicyAsync(ct);
        change(policy);
        (await Owner.PutAsync($"/api/stores/{StoreId}/policy", policy, ct)).Expect(HttpStatusCode.OK);
    }

    /// <summary>The shop tells its events, and the lanes work on all that is due; how many attempts were made.</summary>
    public async Task<int> WorkAsync(CancellationToken ct)
    {
        await Shop.TickAsync(ct);
        return await Server.Get<RunLanes>().WorkOnDueAsync(ct);
    }

    /// <summary>The sync history.</summary>
    public async Task<IReadOnlyList<JsonNode>> RunsAsync(string query, CancellationToken ct) =>
        [.. (await Owner.GetAsync($"/api/runs{query}", ct)).Expect(HttpStatusCode.OK)["items"]!.AsArray().Select(static run => run!)];

    /// <summary>The run of an event about a thing of the shop.</summary>
    public async Task<JsonNode> RunOfAsync(string name, long id, CancellationToken ct) =>
        Assert.Single(await RunsAsync($"?event={name}&search={id}", ct), run => (long)run["entity_id"]! == id);

    /// <summary>How that run ended: state, stable word and sentence.</summary>
    public async Task<string> EndOfAsync(string name, long id, CancellationToken ct)
    {
        var run = await RunOfAsync(name, id, ct);
        return $"{run["status"]} {run["cause"]}{run["skip_reason"]}: {run["sentence"]}";
    }

    /// <summary>What that run decided, sentence after sentence.</summary>
    public async Task<string> DecisionsAsync(string name, long id, CancellationToken ct)
    {
        var run = await RunOfAsync(name, id, ct);
        var detail = (await Owner.GetAsync($"/api/runs/{run["id"]}", ct)).Expect(HttpStatusCode.OK);
        return string.Join(" ", detail["decisions"]!.AsArray().Select(static decision => decision!["sentence"]!.ToString()));
    }

    /// <summary>What the sandbox's books have of the run's outcome.</summary>
    public async Task<JsonNode> BookedAsync(string resource, string name, long id, CancellationToken ct)
    {
        var outcome = (await RunOfAsync(name, id, ct))["outcome_id"]?.ToString();
        var documents = await Server.Sandbox.Control.DocumentsAsync(Business, resource, ct);
        return documents.SingleOrDefault(document => document["id"]!.ToString() == outcome)
            ?? throw new InvalidOperationException($"{name} {id} is not among the {resource}: {await EndOfAsync(name, id, ct)}");
    }

    /// <summary>How all runs stand; with its sentence and cause what is not in the books.</summary>
    public async Task<IReadOnlyList<string>> OutcomesAsync(CancellationToken ct) =>
        [
            .. (await RunsAsync("?limit=200", ct))
                .Select(static run =>
                    run["status"]!.ToString() == "synced"
                        ? $"{run["event"]} synced"
                        : $"{run["event"]} {run["status"]} {run["cause"]}{run["skip_reason"]}: {run["sentence"]}"
                )
                .Order(StringComparer.Ordinal),
        ];

    private static async Task<JsonNode> DocumentAsync(string kind, string name, CancellationToken ct) =>
        JsonNode.Parse(await File.ReadAllTextAsync(RepositoryFiles.At("contracts", "store", kind, $"{name}.json"), ct))!;

    private async Task TellAsync(string kind, JsonNode document, CancellationToken ct)
    {
        await Shop.ControlAsync(HttpMethod.Put, $"/documents/{kind}", document.ToJsonString(), ct);
        var tells = kind switch
        {
            "payment" => "invoice.paid",
            "invoice" or "creditmemo" => $"{kind}.created",
            _ => $"{kind}.upserted",
        };
        var (status, answer) = await Shop.SendNowAsync(tells, (long)document["magento_id"]!, ct);
        if (status != (int)HttpStatusCode.Accepted)
            throw new InvalidOperationException($"{tells} was answered {status}: {answer}");
    }

    /// <summary>Debits and credits of the books come to the same.</summary>
    public async Task BooksAreInBalanceAsync(CancellationToken ct)
    {
        var balance = await Server.Sandbox.Control.TrialBalanceAsync(Business, ct);
        Assert.Equal(0m, balance.Difference);
    }

    public async ValueTask DisposeAsync()
    {
        Owner.Dispose();
        await Shop.DisposeAsync();
        await Server.DisposeAsync();
    }
}
