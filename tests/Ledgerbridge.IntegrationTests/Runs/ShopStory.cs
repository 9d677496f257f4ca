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

    public static async Task<ShopStory> StartAsync(DatabaseKind database, CancellationToken ct)
    {
        var server = await ServerFixture.StartAsync(database, ct);
        return await OnAsync(server, await server.ReadyAsync(ct), ct);
    }

    /// <summary>The same on a server that is there already; disposing the story ends that, too.</summary>
    public static async Task<ShopStory> OnAsync(ServerFixture server, ServerClient owner, CancellationToken ct) =>
        await WithAsync(server, owner, await DemoStoreFixture.StartAsync(server.Time, ct), ct);

    /// <summary>The same with a shop that is there already; disposing the story ends both.</summary>
    public static async Task<ShopStory> WithAsync(ServerFixture server, ServerClient owner, DemoStoreFixture shop, CancellationToken ct)
    {
        var story = new ShopStory(server, owner, shop, await owner.PairAsync(shop, ct));
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
        var policy = (await Owner.GetAsync($"/api/stores/{StoreId}/policy", ct)).Expect(HttpStatusCode.OK)["policy"]!;
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

    /// <summary>Debits and credits of the books come to the same.</summary>
    public async Task BooksAreInBalanceAsync(CancellationToken ct)
    {
        var balance = await Server.Sandbox.Control.TrialBalanceAsync(SandboxSeed.KarooTrading, ct);
        Assert.Equal(0m, balance.Difference);
    }

    public async ValueTask DisposeAsync()
    {
        Owner.Dispose();
        await Shop.DisposeAsync();
        await Server.DisposeAsync();
    }
}
