using System.Net;
using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox.Store;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Stores;

/// <summary>The demo shop keeps to the wire contract by itself: its outbox, its tokens, its manners.</summary>
public sealed class DemoStoreTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_ledger_cannot_take_is_sent_again_by_the_ladder_and_given_up_at_the_tenth_failure()
    {
        var time = new SandboxTime();
        await using var shop = await DemoStoreFixture.StartAsync(time, Ct);
        await PairAsync(shop, ledger: "http://127.0.0.1:9");
        await shop.DoAsync("sell-on-account", Ct);
        TimeSpan[] ladder =
        [
            TimeSpan.FromSeconds(60),
            TimeSpan.FromMinutes(5),
            TimeSpan.FromMinutes(30),
            TimeSpan.FromHours(2),
            TimeSpan.FromHours(6),
            TimeSpan.FromHours(12),
            TimeSpan.FromHours(24),
            TimeSpan.FromHours(24),
            TimeSpan.FromHours(24),
        ];

        Assert.Equal(1, (int)(await shop.TickAsync(Ct))["sent"]!);
        foreach (var wait in ladder)
        {
            time.Advance(wait - TimeSpan.FromSeconds(1));
            Assert.Equal(0, (int)(await shop.TickAsync(Ct))["sent"]!);
            time.Advance(TimeSpan.FromSeconds(1));
            Assert.Equal(1, (int)(await shop.TickAsync(Ct))["sent"]!);
        }

        Assert.Equal("dead", (string)(await OutboxAsync(shop)).Single()!["state"]!);
        await shop.ControlAsync(HttpMethod.Post, "/requeue", null, Ct);
        Assert.Equal(1, (int)(await shop.TickAsync(Ct))["sent"]!);
    }

    [Fact]
    public async Task Any_refusal_of_the_four_hundreds_is_the_end_of_an_event_and_the_entity_is_mute()
    {
        await using var server = await ServerFixture.StartAsync(Ct);
        await using var shop = await DemoStoreFixture.StartAsync(server.Time, Ct);
        await PairAsync(shop, server.BaseAddress.AbsoluteUri);
        var invoice = await shop.DoAsync("sell-on-account", Ct);

        await shop.TickAsync(Ct);

        var row = (await OutboxAsync(shop)).Single()!;
        Assert.Equal("dead", (string)row["state"]!);
        Assert.StartsWith("HTTP 404: This Ledgerbridge does not know this shop.", (string)row["last_error"]!, StringComparison.Ordinal);
        Assert.False((bool)(await shop.ControlAsync(HttpMethod.Post, $"/announce/invoice.created/{invoice}", null, Ct))["queued"]!);
    }

    [Fact]
    public async Task A_customer_is_announced_once_in_thirty_days_however_often_he_is_saved()
    {
        await using var server = await ServerFixture.StartAsync(Ct);
        using var owner = await server.ReadyAsync(Ct);
        var (shop, _) = await server.PairedShopAsync(owner, Ct);
        await using var open = shop;
        Assert.True(await AnnounceAsync(shop));
        await shop.TickAsync(Ct);
        Assert.False(await AnnounceAsync(shop));
        server.Time.Advance(TimeSpan.FromDays(29));
        Assert.False(await AnnounceAsync(shop));
        server.Time.Advance(TimeSpan.FromDays(2));
        Assert.True(await AnnounceAsync(shop));
    }

    [Fact]
    public async Task Its_documents_add_up_whatever_kind_of_sale_it_was()
    {
        await using var shop = await DemoStoreFixture.StartAsync(new SandboxTime(), Ct);
        for (var i = 0; i < 30; i++)
            await shop.DoAsync(i % 2 == 0 ? "sell-oddly" : "sell", Ct);

        foreach (var invoice in (await shop.ControlAsync(HttpMethod.Get, "/documents/invoice", null, Ct)).AsArray())
        {
            decimal Of(string name) => invoice![name]!.GetValue<decimal>();
            var lines = invoice!["lines"]!.AsArray();
            decimal Sum(string name) => lines.Sum(line => line![name]!.GetValue<decimal>());
            Assert.Equal(Of("subtotal"), Sum("line_subtotal"));
            Assert.Equal(Of("tax_amount"), Sum("line_tax") + Of("shipping_tax_amount"));
            var other = Of("grand_total") - (Of("subtotal") + Of("shipping_amount") + Of("tax_amount") + Of("discount_amount"));
            Assert.True(other is 0m or -100m, invoice.ToJsonString());
            Assert.DoesNotContain("null", invoice.ToJsonString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task It_is_the_same_shop_after_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("ledgerbridge-shop-").FullName;
        try
        {
            var options = new DemoStoreOptions { Time = new SandboxTime(), DataDirectory = folder };
            await using (var shop = await DemoStoreFixture.StartAsync(options, Ct))
            {
                await PairAsync(shop, "http://127.0.0.1:9");
                await shop.DoAsync("sell", Ct);
                await shop.DoAsync("refund", Ct);
            }
            await using var again = await DemoStoreFixture.StartAsync(options, Ct);

            var state = await again.StateAsync(Ct);

            Assert.True((bool)state["paired"]!);
            Assert.Equal(
                ["invoice.created", "invoice.paid", "creditmemo.created"],
                state["outbox"]!.AsArray().Select(static row => (string)row!["event"]!)
            );
            Assert.Equal(2, state["mirror"]!.AsArray().Count);
            Assert.Equal(2, await again.DoAsync("sell", Ct));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("{}", "One or more input exceptions have occurred.")]
    [InlineData("not json", "Decoding error.")]
    [InlineData(
        """{"pairing_code":"x","tenant_id":" ","byte8_api_key":"k","ledger_base_url":"https://l.example"}""",
        "Pairing code, tenant ID, API key and ledger base URL are required."
    )]
    [InlineData(
        """{"pairing_code":"x","tenant_id":"t","byte8_api_key":"k","ledger_base_url":"HTTPS://l.example"}""",
        "The ledger base URL is not valid."
    )]
    public async Task It_says_what_is_wrong_with_a_pairing_as_Magento_does(string body, string message)
    {
        await using var shop = await DemoStoreFixture.StartAsync(new SandboxTime(), Ct);

        var (status, answer) = await shop.SendAsync(HttpMethod.Post, "/rest/V1/byte8/setup/pair", body, Ct);

        Assert.Equal((HttpStatusCode.BadRequest, message), (status, (string)answer!["message"]!));
    }

    [Fact]
    public async Task Its_page_has_a_button_for_everything_and_shows_what_was_reported()
    {
        await using var shop = await DemoStoreFixture.StartAsync(new SandboxTime(), Ct);
        await PairAsync(shop, "http://127.0.0.1:9");
        using var browser = new HttpClient { BaseAddress = shop.Server.BaseAddress };
        foreach (
            var action in new[]
            {
                "sell",
                "sell-on-account",
                "pay",
                "refund",
                "edit-customer",
                "edit-product",
                "sell-oddly",
                "pairing-code",
            }
        )
        {
            using var pressed = await browser.PostAsync(new Uri($"/actions/{action}", UriKind.Relative), null, Ct);
            Assert.Equal(HttpStatusCode.OK, pressed.StatusCode);
        }

        var page = await browser.GetStringAsync(new Uri("/", UriKind.Relative), Ct);

        Assert.Contains("invoice 1", page, StringComparison.Ordinal);
        Assert.Contains("creditmemo 1", page, StringComparison.Ordinal);
        Assert.Contains("pending", page, StringComparison.Ordinal);
    }

    private static async Task<bool> AnnounceAsync(DemoStoreFixture shop) =>
        (bool)(await shop.ControlAsync(HttpMethod.Post, "/announce/customer.upserted/1", null, Ct))["queued"]!;

    private static async Task<JsonArray> OutboxAsync(DemoStoreFixture shop) => (await shop.StateAsync(Ct))["outbox"]!.AsArray();

    private static async Task PairAsync(DemoStoreFixture shop, string ledger)
    {
        var body = new
        {
            pairing_code = await shop.CodeAsync(Ct),
            tenant_id = "tenant-1",
            byte8_api_key = "example-master-key-0001",
            ledger_base_url = ledger,
        };
        var (status, answer) = await shop.SendAsync(HttpMethod.Post, "/rest/V1/byte8/setup/pair", body, Ct);
        Assert.Equal((HttpStatusCode.OK, "[]"), (status, answer!.ToJsonString()));
    }
}
