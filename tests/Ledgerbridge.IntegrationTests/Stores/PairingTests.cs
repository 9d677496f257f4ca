using System.Net;
using Ledgerbridge.IntegrationTests.Connections;
using Ledgerbridge.Server.Audit;
using Ledgerbridge.Server.Stores;
using Ledgerbridge.Testing;
using static Ledgerbridge.IntegrationTests.Stores.StoreStory;

namespace Ledgerbridge.IntegrationTests.Stores;

/// <summary>Connecting shops, by the real path and by all the ways it goes wrong.</summary>
public sealed class PairingTests
{
    private const string SomeCode = "0123456789abcdef0123456789abcdef";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_shop_is_connected_by_its_code_and_both_directions_work()
    {
        await using var server = await ServerFixture.StartAsync(Ct);
        using var owner = await server.ReadyAsync(Ct);
        await using var shop = await DemoStoreFixture.StartAsync(server.Time, Ct);

        var connected = (
            await owner.PostAsync("/api/stores", new { base_url = shop.Url + "/", pairing_code = $" {await shop.CodeAsync(Ct)} " }, Ct)
        ).Expect(HttpStatusCode.Created);

        Assert.Equal(
            ("active", shop.Url, "Karoo Trading (Pty) Ltd"[..5]),
            (connected.Get("status"), connected.Get("base_url"), connected.Get("business_name")[..5])
        );
        Assert.Equal("0", connected.Get("clock_skew_seconds"));
        var state = await shop.StateAsync(Ct);
        Assert.True((bool)state["paired"]!);
        Assert.Equal(server.BaseAddress.AbsoluteUri.TrimEnd('/'), (string)state["ledger_url"]!);
        Assert.Empty(state["refusals"]!.AsArray());
        var ping = (await owner.PostAsync($"/api/stores/{connected.Get("id")}/ping", null, Ct)).Expect(HttpStatusCode.OK);
        Assert.Equal("true", ping.Get("answered"));
        RunOf(await server.GoodEventAsync("invoice.created", 1, Ct));
        Assert.Equal(1, await server.AuditedAsync(AuditAction.StoreConnected, Ct));
    }

    [Fact]
    public async Task No_answer_and_no_row_shows_the_key()
    {
        await using var server = await ServerFixture.StartAsync(Ct);
        using var owner = await server.ReadyAsync(Ct);
        var (shop, id) = await server.PairedShopAsync(owner, Ct);
        await using var _ = shop;
        var row = (await server.StoresAsync(Ct)).Single();
        var key = server.Get<Ledgerbridge.Server.Storage.KeyRing>().Open(row.KeySealed, $"store_key:{row.Id}");

        Assert.Equal(64, key.Length);
        Assert.DoesNotContain(key, row.KeySealed, StringComparison.Ordinal);
        Assert.DoesNotContain(key, (await owner.GetAsync($"/api/stores/{id}", Ct)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(key, (await owner.GetAsync("/api/sage/audit-logs?limit=500", Ct)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(key, string.Join('\n', server.Log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_that_is_wrong_old_or_used_is_told_at_its_field_and_leaves_nothing()
    {
        await using var server = await ServerFixture.StartAsync(Ct);
        using var owner = await server.ReadyAsync(Ct);
        await using var shop = await DemoStoreFixture.StartAsync(server.Time, Ct);
        await shop.CodeAsync(Ct);
        Assert.NotEmpty((await ConnectAsync(owner, shop.Url, SomeCode)).Expect(HttpStatusCode.BadRequest).ErrorsOf("pairing_code"));

        var old = await shop.CodeAsync(Ct);
        server.Time.Advance(TimeSpan.FromSeconds(1801));
        Assert.NotEmpty((await ConnectAsync(owner, shop.Url, old)).Expect(HttpStatusCode.BadRequest).ErrorsOf("pairing_code"));
        Assert.Empty(await server.StoresAsync(Ct));

        var used = await shop.CodeAsync(Ct);
        (await ConnectAsync(owner, shop.Url, used)).Expect(HttpStatusCode.Created);
        Assert.NotEmpty((await ConnectAsync(owner, shop.Url, used)).Expect(HttpStatusCode.BadRequest).ErrorsOf("pairing_code"));

        // The pairing that was there holds.
        Assert.Equal(StoreStatus.Active, (await server.StoresAsync(Ct)).Single().Status);
        RunOf(await server.GoodEventAsync("invoice.created", 1, Ct));
        Assert.Equal(3, await server.AuditedAsync(AuditAction.StorePairingFailed, Ct));
    }

    [Theory]
    [InlineData("html", 404, "There is no Ledgerbridge extension")]
    [InlineData("status", 404, "There is no Ledgerbridge extension")]
    [InlineData("html", 403, "firewall")]
    [InlineData("redirect", 301, "leads on to https://elsewhere.example")]
    public async Task What_stands_in_the_shops_place_is_told_at_the_address(string kind, int status, string says)
    {
        await using var server = await ServerFixture.StartAsync(Ct);
        using var owner = await server.ReadyAsync(Ct);
        await using var shop = await DemoStoreFixture.StartAsync(server.Time, Ct);
        await shop.FaultAsync(
            new
            {
                kind,
                status,
                times = 0,
                route = "setup/pair",
            },
            Ct
        );

        var refused = (await ConnectAsync(owner, shop.Url, await shop.CodeAsync(Ct))).Expect(HttpStatusCode.BadRequest);

        Assert.Contains(says, Assert.Single(refused.ErrorsOf("base_url")), StringComparison.Ordinal);
        Assert.Empty(await server.StoresAsync(Ct));
    }

    [Fact]
    public async Task A_shop_that_is_being_looked_after_is_asked_again_later()
    {
        await using var server = await ServerFixture.StartAsync(Ct);
        using var owner = await server.ReadyAsync(Ct);
        await using var shop = await DemoStoreFixture.StartAsync(server.Time, Ct);
        var code = await shop.CodeAsync(Ct);
        await shop.SetAsync(new { maintenance = true }, Ct);
        Assert.Contains(
            "looked after",
            (await ConnectAsync(owner, shop.Url, code)).Expect(HttpStatusCode.Conflict).Get("detail"),
            StringComparison.Ordinal
        );

        await shop.SetAsync(new { maintenance = false }, Ct);

        (await ConnectAsync(owner, shop.Url, code)).Expect(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Where_addresses_are_not_rewritten_the_shop_is_found_behind_its_front_controller()
    {
        await using var server = await ServerFixture.StartAsync(Ct);
        using var owner = await server.ReadyAsync(Ct);
        await using var shop = await DemoStoreFixture.StartAsync(server.Time, Ct);
        await shop.SetAsync(new { rewrites = false }, Ct);

        var id = await owner.PairAsync(shop, Ct);

        Assert.Equal("true", (await owner.PostAsync($"/api/stores/{id}/ping", null, Ct)).Get("answered"));
    }

    [Theory]
    [InlineData("lost", "active")]
    [InlineData("cut", "")]
    public async Task An_answer_that_is_lost_is_made_up_for_by_asking_the_shop(string kind, string status)
    {
        await using var server = await ServerFixture.StartAsync(Ct);
        using var owner = await server.ReadyAsync(Ct);
        await using var shop = await DemoStoreFixture.StartAsync(server.Time, Ct);
        await shop.FaultAsync(new { kind, route = "setup/pair" }, Ct);

        var answer = await ConnectAsync(owner, shop.Url, await shop.CodeAsync(Ct));

        if (status.Length == 0)
        {
            answer.Expect(HttpStatusCode.BadRequest);
            Assert.Empty(await server.StoresAsync(Ct));
            return;
        }
        Assert.Equal(status, answer.Expect(HttpStatusCode.Created).Get("status"));
        RunOf(await server.GoodEventAsync("invoice.created", 1, Ct));
    }

    [Theory]
    [InlineData("event")]
    [InlineData("ping")]
    public async Task A_pairing_nobody_knows_the_outcome_of_is_settled_by_the_first_event_or_a_ping(string by)
    {
        await using var server = await ServerFixture.StartAsync(Ct);
        using var owner = await server.ReadyAsync(Ct);
        await using var shop = await DemoStoreFixture.StartAsync(server.Time, Ct);
        await shop.FaultAsync(new { kind = "lost", route = "setup/pair" }, Ct);
        await shop.FaultAsync(
            new
            {
                kind = "cut",
                route = "ping",
                times = 0,
            },
            Ct
        );
        var pending = (await ConnectAsync(owner, shop.Url, await shop.CodeAsync(Ct))).Expect(HttpStatusCode.Created);
        Assert.Equal("pending", pending.Get("status"));
        Assert.Contains("not known yet", pending.Get("remark"), StringComparison.Ordinal);
        await shop.ClearFaultsAsync(Ct);

        if (by == "event")
        {
            await shop.DoAsync("sell", Ct);
            Assert.Equal(2, (int)(await shop.TickAsync(Ct))["taken"]!);
        }
        else
        {
            (await owner.PostAsync($"/api/stores/{pending.Get("id")}/ping", null, Ct)).Expect(HttpStatusCode.OK);
        }

        var found = (await owner.GetAsync($"/api/stores/{pending.Get("id")}", Ct)).Expect(HttpStatusCode.OK);
        Assert.Equal(("active", ""), (found.Get("status"), found.Get("remark")));
    }

    [Fact]
    public async Task Pairing_again_changes_the_key_keeps_the_shop_and_takes_what_was_on_its_way()
    {
        await using var server = await ServerFixture.StartAsync(Ct);
        using var owner = await server.ReadyAsync(Ct);
        var (shop, id) = await server.PairedShopAsync(owner, Ct);
        await using var _ = shop;
        var (tenant, old) = await server.KeysAsync(Ct);
        var before = RunOf(await server.GoodEventAsync("invoice.created", 1, Ct));

        var again = await owner.PostAsync($"/api/stores/{id}/pair", new { pairing_code = await shop.CodeAsync(Ct) }, Ct);

        Assert.Equal("active", again.Expect(HttpStatusCode.OK).Get("status"));
        var (sameTenant, now) = await server.KeysAsync(Ct);
        Assert.Equal(tenant, sameTenant);
        Assert.NotEqual(Convert.ToHexString(old.Outbound), Convert.ToHexString(now.Outbound));
        Assert.Equal(before, RunOf(await server.GoodEventAsync("invoice.created", 1, Ct)));
        RunOf(await server.EventAsync(tenant, "invoice.created", Sign(server.Claims(tenant), old.Outbound), Body(2), Ct));
        server.Time.Advance(TimeSpan.FromMinutes(11));
        var late = await server.EventAsync(tenant, "invoice.created", Sign(server.Claims(tenant), old.Outbound), Body(3), Ct);
        Assert.Equal(HttpStatusCode.Unauthorized, late.Status);
    }

    [Fact]
    public async Task Pairing_again_that_fails_leaves_the_old_key_good()
    {
        await using var server = await ServerFixture.StartAsync(Ct);
        using var owner = await server.ReadyAsync(Ct);
        var (shop, id) = await server.PairedShopAsync(owner, Ct);
        await using var _ = shop;

        (await owner.PostAsync($"/api/stores/{id}/pair", new { pairing_code = SomeCode }, Ct)).Expect(HttpStatusCode.BadRequest);

        RunOf(await server.GoodEventAsync("invoice.created", 1, Ct));
        Assert.Equal("true", (await owner.PostAsync($"/api/stores/{id}/ping", null, Ct)).Get("answered"));
    }

    [Fact]
    public async Task A_shop_disconnected_here_is_told_to_come_again_later_and_can_be_connected_again()
    {
        await using var server = await ServerFixture.StartAsync(Ct);
        using var owner = await server.ReadyAsync(Ct);
        var (shop, id) = await server.PairedShopAsync(owner, Ct);
        await using var _ = shop;
        await shop.DoAsync("sell", Ct);

        Assert.Equal(
            "disconnected",
            (await owner.PostAsync($"/api/stores/{id}/disconnect", null, Ct)).Expect(HttpStatusCode.OK).Get("status")
        );

        var row = (await server.StoresAsync(Ct)).Single();
        Assert.Equal(("", "", ""), (row.KeySealed, row.NextKeySealed, row.PreviousKeySealed));
        Assert.Equal(2, (int)(await shop.TickAsync(Ct))["pending"]!);
        Assert.Equal("false", (await owner.PostAsync($"/api/stores/{id}/ping", null, Ct)).Get("answered"));
        (await ConnectAsync(owner, shop.Url, SomeCode)).Expect(HttpStatusCode.BadRequest);
        Assert.Equal(StoreStatus.Disconnected, (await server.StoresAsync(Ct)).Single().Status);
        Assert.Equal(id, await owner.PairAsync(shop, Ct));
        server.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(2, (int)(await shop.TickAsync(Ct))["taken"]!);
    }

    [Fact]
    public async Task Disconnecting_in_the_shop_works_the_second_time_too()
    {
        await using var server = await ServerFixture.StartAsync(Ct);
        using var owner = await server.ReadyAsync(Ct);
        var (shop, _) = await server.PairedShopAsync(owner, Ct);
        await using var open = shop;
        for (var time = 1; time <= 2; time++)
        {
            var reply = await shop.ControlAsync(HttpMethod.Post, "/disconnect", null, Ct);

            Assert.Equal(200, (int)reply["status"]!);
            Assert.Equal(StoreStatus.Disconnected, (await server.StoresAsync(Ct)).Single().Status);
            Assert.Equal(time, await server.AuditedAsync(AuditAction.StoreDisconnected, Ct));
            await owner.PairAsync(shop, Ct);
        }
    }

    [Fact]
    public async Task A_private_address_is_refused_unless_the_operator_allows_it()
    {
        await using var server = await ServerFixture.StartAsync(
            new Dictionary<string, string?> { ["Ledgerbridge:Stores:AllowPrivateTargets"] = "false" },
            Ct
        );
        using var owner = await server.ReadyAsync(Ct);
        await using var shop = await DemoStoreFixture.StartAsync(server.Time, Ct);
        var code = await shop.CodeAsync(Ct);

        foreach (
            var url in new[]
            {
                shop.Url,
                $"http://localhost:{shop.Server.BaseAddress.Port}",
                $"http://[::ffff:127.0.0.1]:{shop.Server.BaseAddress.Port}",
            }
        )
        {
            var refused = (await ConnectAsync(owner, url, code)).Expect(HttpStatusCode.BadRequest);
            Assert.Contains("private network", Assert.Single(refused.ErrorsOf("base_url")), StringComparison.Ordinal);
        }
        Assert.False((bool)(await shop.StateAsync(Ct))["paired"]!);
    }

    [Theory]
    [InlineData("http://127.0.0.1:9", "Nobody answers")]
    [InlineData("http://no-such-shop.invalid", "not known to the network")]
    public async Task A_shop_nobody_reaches_leaves_nothing(string url, string says)
    {
        await using var server = await ServerFixture.StartAsync(Ct);
        using var owner = await server.ReadyAsync(Ct);

        var refused = (await ConnectAsync(owner, url, SomeCode)).Expect(HttpStatusCode.BadRequest);

        Assert.Contains(says, Assert.Single(refused.ErrorsOf("base_url")), StringComparison.Ordinal);
        Assert.Empty(await server.StoresAsync(Ct));
    }

    [Fact]
    public async Task Without_a_business_there_is_nothing_to_connect_a_shop_to()
    {
        await using var server = await ServerFixture.StartAsync(Ct);
        using var owner = await server.FirstRunAsync(Ct);

        Assert.Equal(
            "no_business",
            (await ConnectAsync(owner, "https://shop.example", SomeCode)).Expect(HttpStatusCode.Conflict).Get("code")
        );
    }

    private static Task<ServerAnswer> ConnectAsync(ServerClient owner, string url, string code) =>
        owner.PostAsync("/api/stores", new { base_url = url, pairing_code = code }, Ct);
}
