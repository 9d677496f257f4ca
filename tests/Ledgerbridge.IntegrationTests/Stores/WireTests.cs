using System.Net;
using System.Text.Json.Nodes;
using Ledgerbridge.IntegrationTests.Connections;
using Ledgerbridge.IntegrationTests.People;
using Ledgerbridge.Server.Runs;
using Ledgerbridge.Server.Stores;
using Ledgerbridge.Testing;
using static Ledgerbridge.IntegrationTests.Stores.StoreStory;

namespace Ledgerbridge.IntegrationTests.Stores;

/// <summary>What shops and their admins ask, apart from events.</summary>
public sealed class WireTests
{
    private const string Health = "/v1/tile/health";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_shops_dashboard_is_told_how_everything_stands()
    {
        await using var server = await ServerFixture.StartAsync(Ct);
        using var owner = await server.ReadyAsync(Ct);
        var (shop, _) = await server.PairedShopAsync(owner, Ct);
        await using var open = shop;

        Assert.Equal(
            "{\"tenant\":{\"magento_connection_status\":\"active\"},\"binding\":{\"status\":\"active\",\"region\":\"za\"},"
                + "\"sync\":{\"last_run_at\":null,\"pending_count\":0,\"failed_24h\":0}}",
            await HealthAsync(shop)
        );
        var runs = new List<string>();
        for (var id = 1; id <= 4; id++)
            runs.Add(RunOf(await server.GoodEventAsync("invoice.created", id, Ct)));
        foreach (var run in runs[..3])
            await server.MoveAsync(run, static row => row.MoveTo(RunState.Running, row.CreatedAt), Ct);
        server.Time.Advance(TimeSpan.FromMinutes(1));
        var now = server.Time.GetUtcNow();
        await server.MoveAsync(runs[0], row => row.MoveTo(RunState.Failed, now), Ct);
        await server.MoveAsync(runs[1], row => row.MoveTo(RunState.Failed, now - TimeSpan.FromHours(25)), Ct);

        var told = JsonNode.Parse(await HealthAsync(shop))!["sync"]!;

        Assert.Equal(("2026-03-16T09:31:00Z", 2, 1), ((string)told["last_run_at"]!, (int)told["pending_count"]!, (int)told["failed_24h"]!));
    }

    [Fact]
    public async Task A_shop_that_refuses_us_or_whose_books_are_gone_is_told_so()
    {
        await using var server = await ServerFixture.StartAsync(Ct);
        using var owner = await server.ReadyAsync(Ct);
        var (shop, id) = await server.PairedShopAsync(owner, Ct);
        await using var open = shop;
        await shop.FaultAsync(
            new
            {
                kind = "status",
                status = 401,
                times = 0,
            },
            Ct
        );
        for (var i = 0; i < 3; i++)
            await owner.PostAsync($"/api/stores/{id}/ping", null, Ct);
        Assert.Contains("\"token_revoked\"", await HealthAsync(shop), StringComparison.Ordinal);

        var connection = (await server.ConnectionsAsync(Ct)).Single().Id;
        (await owner.DeleteAsync($"/api/connections/{connection}", Ct)).Expect(HttpStatusCode.OK);
        Assert.Contains("\"status\":\"reconnect_needed\"", await HealthAsync(shop), StringComparison.Ordinal);
        // Events go on coming in; their runs wait for a person.
        RunOf(await server.GoodEventAsync("invoice.created", 1, Ct));
    }

    [Fact]
    public async Task The_state_of_one_document_can_be_asked_for()
    {
        await using var server = await ServerFixture.StartAsync(Ct);
        using var owner = await server.ReadyAsync(Ct);
        var (shop, _) = await server.PairedShopAsync(owner, Ct);
        await using var open = shop;
        var run = RunOf(await server.GoodEventAsync("invoice.created", 42, Ct));

        var (status, body) = await shop.CallAsync("GET", "/v1/status?entity_type=invoice&entity_id=42", null, Ct);

        Assert.Equal(200, status);
        Assert.Equal(("queued", run), ((string)JsonNode.Parse(body)!["status"]!, (string)JsonNode.Parse(body)!["sync_run_id"]!));
        Assert.Equal(404, (await shop.CallAsync("GET", "/v1/status?entity_type=invoice&entity_id=43", null, Ct)).Status);
        Assert.Equal(404, (await shop.CallAsync("GET", "/v1/status?entity_type=creditmemo&entity_id=42", null, Ct)).Status);
        Assert.Equal(422, (await shop.CallAsync("GET", "/v1/status?entity_type=order&entity_id=42", null, Ct)).Status);
        Assert.Equal(422, (await shop.CallAsync("GET", "/v1/status", null, Ct)).Status);
    }

    [Fact]
    public async Task Nobody_without_the_shops_token_is_told_anything_or_disconnects_it()
    {
        await using var server = await ServerFixture.StartAsync(Ct);
        using var owner = await server.ReadyAsync(Ct);
        var (shop, _) = await server.PairedShopAsync(owner, Ct);
        await using var open = shop;
        var (tenant, keys) = await server.KeysAsync(Ct);
        using var somebody = server.Browser();
        string[] tokens =
        [
            "",
            "Bearer x",
            "Bearer " + Sign(server.Claims(tenant), keys.Inbound),
            "Bearer " + Sign(server.Claims(tenant), new byte[32]),
        ];
        foreach (var token in tokens)
        {
            foreach (var (method, path) in new[] { ("GET", Health), ("GET", "/v1/status"), ("POST", "/v1/tenant/disconnect") })
            {
                var body = method == "POST" ? "{}" : null;
                var answer = await somebody.SendAsync(new HttpMethod(method), path, body, Ct, ("Authorization", token));

                Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
            }
        }
        var stranger = "Bearer " + Sign(server.Claims("nobody"), keys.Outbound);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await somebody.SendAsync(HttpMethod.Get, Health, null, Ct, ("Authorization", stranger))).Status
        );
        Assert.Equal(StoreStatus.Active, (await server.StoresAsync(Ct)).Single().Status);
    }

    [Fact]
    public async Task The_frame_in_the_shops_admin_shows_a_person_of_the_workspace_how_it_stands_and_others_where_to_sign_in()
    {
        await using var server = await ServerFixture.StartAsync(Ct);
        using var owner = await server.ReadyAsync(Ct);
        var (shop, _) = await server.PairedShopAsync(owner, Ct);
        await using var open = shop;
        var tenant = (await server.StoresAsync(Ct)).Single().TenantId;
        using var nobody = server.Browser();
        using var stranger = await server.JoinedAsync(owner, "stranger@example.co.za", "owner", Ct);
        var elsewhere = (await stranger.PostAsync("/api/account/workspaces", new { name = "Elsewhere" }, Ct)).Expect(
            HttpStatusCode.Created
        );
        (await stranger.PutAsync("/api/session/workspace", new { workspace_id = elsewhere.Get("id") }, Ct)).Expect(HttpStatusCode.OK);

        var shown = (await owner.GetAsync($"/embed/{tenant}", Ct)).Expect(HttpStatusCode.OK);

        Assert.Contains("The shop is connected.", shown.Text, StringComparison.Ordinal);
        foreach (
            var page in new[] { shown, await nobody.GetAsync($"/embed/{tenant}", Ct), await stranger.GetAsync($"/embed/{tenant}", Ct) }
        )
        {
            Assert.Contains($"frame-ancestors {shop.Url};", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
            Assert.False(page.Headers.ContainsKey("X-Frame-Options"));
            Assert.Contains("target=\"_blank\"", page.Text, StringComparison.Ordinal);
            if (page != shown)
                Assert.Contains("Sign in to Ledgerbridge", page.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Every_other_page_and_the_frame_of_an_unknown_shop_stay_out_of_all_frames()
    {
        await using var server = await ServerFixture.StartAsync(Ct);
        using var owner = await server.ReadyAsync(Ct);

        foreach (var path in new[] { "/embed/nobody", "/", "/api/session", "/dashboard" })
        {
            var answer = await owner.GetAsync(path, Ct);

            Assert.Contains("frame-ancestors 'none';", answer.Headers["Content-Security-Policy"], StringComparison.Ordinal);
            Assert.Equal("DENY", answer.Headers["X-Frame-Options"]);
        }
    }

    [Fact]
    public async Task The_link_in_the_shops_admin_opens_the_app()
    {
        await using var server = await ServerFixture.StartAsync(Ct);
        using var somebody = server.Browser();

        Assert.Equal("/", (await somebody.GetAsync("/dashboard", Ct)).Expect(HttpStatusCode.Found).Location!.OriginalString);
    }

    private static async Task<string> HealthAsync(DemoStoreFixture shop)
    {
        var (status, body) = await shop.CallAsync("GET", Health, null, Ct);
        Assert.Equal(200, status);
        return body;
    }
}
