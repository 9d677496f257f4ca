using System.Net;
using System.Text.Json.Nodes;
using Ledgerbridge.IntegrationTests.Connections;
using Ledgerbridge.Sandbox;
using Ledgerbridge.Server.Audit;
using Ledgerbridge.Server.Stores;
using Ledgerbridge.Testing;
using static Ledgerbridge.IntegrationTests.Stores.StoreStory;

namespace Ledgerbridge.IntegrationTests.Stores;

/// <summary>A shop's posting rules over the API: versions, checks at the field, and what events keep.</summary>
public sealed class StorePolicyTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_shop_begins_with_rules_for_the_ways_to_be_paid_it_has()
    {
        await using var server = await ServerFixture.StartAsync(Ct);
        using var owner = await server.ReadyAsync(Ct);
        var (shop, id) = await server.PairedShopAsync(owner, Ct);
        await using var _ = shop;

        var found = (await owner.GetAsync($"/api/stores/{id}/policy", Ct)).Expect(HttpStatusCode.OK);

        Assert.Equal("2", found.Get("version"));
        Assert.Equal("Africa/Johannesburg", (string)found["policy"]!["sync"]!["time_zone"]!);
        Assert.Contains(found["policy"]!["payments"]!["methods"]!.AsArray(), static rule => (string)rule!["method"]! == "banktransfer");
        var methods = (await owner.GetAsync($"/api/stores/{id}/payment-methods", Ct)).Expect(HttpStatusCode.OK);
        Assert.Equal(5, methods["payment_methods"]!.AsArray().Count);
    }

    [Fact]
    public async Task What_is_read_can_be_saved_as_it_is_and_each_save_is_a_version_that_only_later_events_keep()
    {
        await using var server = await ServerFixture.StartAsync(Ct);
        using var owner = await server.ReadyAsync(Ct);
        var (shop, id) = await server.PairedShopAsync(owner, Ct);
        await using var _ = shop;
        RunOf(await server.GoodEventAsync("invoice.created", 1, Ct));
        var policy = (await owner.GetAsync($"/api/stores/{id}/policy", Ct))["policy"]!.DeepClone();
        policy["sync"]!["websites"] = new JsonArray(1, 2);
        policy["commercial"]!["invoice_prefix"] = "KO-";
        policy["consolidation"]!["up_to"] = "1250.50";

        var saved = (await owner.PutAsync($"/api/stores/{id}/policy", policy.ToJsonString(), Ct)).Expect(HttpStatusCode.OK);

        Assert.Equal("3", saved.Get("version"));
        var read = (await owner.GetAsync($"/api/stores/{id}/policy", Ct))["policy"]!;
        Assert.Equal("KO-", (string)read["commercial"]!["invoice_prefix"]!);
        Assert.Equal("[1,2]", read["sync"]!["websites"]!.ToJsonString());
        Assert.Equal("1250.50", (string)read["consolidation"]!["up_to"]!);
        RunOf(await server.GoodEventAsync("invoice.created", 2, Ct));
        Assert.Equal([2, 3], (await server.RunsAsync(Ct)).OrderBy(static run => run.EntityId).Select(static run => run.PolicyVersion));
        Assert.Equal(2, await server.AuditedAsync(AuditAction.StorePolicyChanged, Ct));
        var store = (await server.StoresAsync(Ct)).Single();
        var old = await server.Get<StorePolicies>().FindAsync(new StoreKey(store.WorkspaceId, store.Id), 2, Ct);
        Assert.Equal("", old!.Policy.Commercial.InvoicePrefix);
    }

    [Fact]
    public async Task Settings_somebody_else_saved_meanwhile_are_not_overwritten()
    {
        await using var server = await ServerFixture.StartAsync(Ct);
        using var owner = await server.ReadyAsync(Ct);
        var (shop, id) = await server.PairedShopAsync(owner, Ct);
        await using var _ = shop;
        var policy = (await owner.GetAsync($"/api/stores/{id}/policy", Ct))["policy"]!.ToJsonString();
        (await owner.PutAsync($"/api/stores/{id}/policy?expected_version=2", policy, Ct)).Expect(HttpStatusCode.OK);

        var late = (await owner.PutAsync($"/api/stores/{id}/policy?expected_version=2", policy, Ct)).Expect(HttpStatusCode.Conflict);

        Assert.StartsWith("Somebody saved these settings meanwhile: you began with version 2, and version 3", late.Get("detail"));
        Assert.Equal("3", (await owner.GetAsync($"/api/stores/{id}/policy", Ct)).Get("version"));
        (await owner.PutAsync($"/api/stores/{id}/policy", policy, Ct)).Expect(HttpStatusCode.OK);
        var unread = (await owner.PutAsync($"/api/stores/{id}/policy?expected_version=two", policy, Ct)).Expect(HttpStatusCode.BadRequest);
        Assert.NotEmpty(unread.ErrorsOf("expected_version"));
    }

    [Fact]
    public async Task The_lists_to_choose_from_are_those_of_the_business_the_shop_posts_into()
    {
        await using var server = await ServerFixture.StartAsync(Ct);
        using var owner = await server.ReadyAsync(Ct);
        var own = (await owner.GetAsync("/api/business/reference", Ct)).Expect(HttpStatusCode.OK);
        (await owner.PostAsync("/api/business/select", new { business_id = SandboxSeed.PennineSupplies }, Ct)).Expect(HttpStatusCode.OK);

        var named = await owner.GetAsync($"/api/business/reference?business={SandboxSeed.KarooTrading}", Ct);

        Assert.Equal(own["ledger_accounts"]!.ToJsonString(), named.Expect(HttpStatusCode.OK)["ledger_accounts"]!.ToJsonString());
        Assert.False((bool)named["business"]!["current"]!);
        var connection = named["business"]!["connection_id"]!.ToString();
        var both = $"business={SandboxSeed.KarooTrading}&connection_id={connection}";
        (await owner.GetAsync($"/api/business/reference?{both}", Ct)).Expect(HttpStatusCode.OK);
        (await owner.GetAsync("/api/business/reference?business=nobody", Ct)).Expect(HttpStatusCode.NotFound);
        (await owner.GetAsync($"/api/business/reference?business={SandboxSeed.KarooTrading}&connection_id=x", Ct)).Expect(
            HttpStatusCode.NotFound
        );
    }

    [Fact]
    public async Task What_is_wrong_is_told_at_its_field_and_nothing_is_saved()
    {
        await using var server = await ServerFixture.StartAsync(Ct);
        using var owner = await server.ReadyAsync(Ct);
        var (shop, id) = await server.PairedShopAsync(owner, Ct);
        await using var _ = shop;
        var policy = (await owner.GetAsync($"/api/stores/{id}/policy", Ct))["policy"]!.DeepClone();
        policy["sync"]!["time_zone"] = "Karoo/Nowhere";
        policy["mappings"]!["sales_account_id"] = "no-such-account";

        var refused = (await owner.PutAsync($"/api/stores/{id}/policy", policy.ToJsonString(), Ct)).Expect(HttpStatusCode.BadRequest);

        Assert.NotEmpty(refused.ErrorsOf("sync.time_zone"));
        Assert.NotEmpty(refused.ErrorsOf("mappings.sales_account_id"));
        policy["sync"]!["websites"] = new JsonArray("one");
        refused = (await owner.PutAsync($"/api/stores/{id}/policy", policy.ToJsonString(), Ct)).Expect(HttpStatusCode.BadRequest);
        Assert.NotEmpty(refused.ErrorsOf("sync.websites[0]"));
        Assert.Equal("2", (await owner.GetAsync($"/api/stores/{id}/policy", Ct)).Get("version"));
    }

    [Fact]
    public async Task A_shop_that_does_not_answer_keeps_nobody_from_changing_its_rules()
    {
        await using var server = await ServerFixture.StartAsync(Ct);
        using var owner = await server.ReadyAsync(Ct);
        var (shop, id) = await server.PairedShopAsync(owner, Ct);
        await using var _ = shop;
        await shop.SetAsync(new { maintenance = true }, Ct);
        var policy = (await owner.GetAsync($"/api/stores/{id}/policy", Ct))["policy"]!;

        (await owner.PutAsync($"/api/stores/{id}/policy", policy.ToJsonString(), Ct)).Expect(HttpStatusCode.OK);

        var unknown = await owner.GetAsync($"/api/stores/{id}/payment-methods", Ct);
        Assert.Equal("store_unavailable", unknown.Expect(HttpStatusCode.ServiceUnavailable).Get("code"));
    }
}
