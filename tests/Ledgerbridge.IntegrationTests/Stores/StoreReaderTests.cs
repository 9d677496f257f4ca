using System.Text;
using System.Text.Json.Nodes;
using Ledgerbridge.IntegrationTests.Connections;
using Ledgerbridge.Server.Audit;
using Ledgerbridge.Server.Stores;
using Ledgerbridge.Server.Stores.Documents;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Stores;

/// <summary>What shops are asked, and every way in which they do not answer.</summary>
public sealed class StoreReaderTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Documents_arrive_byte_for_byte_and_each_request_has_a_token_of_its_own()
    {
        await using var story = await Story.BeginAsync();
        var invoice = await story.Shop.DoAsync("sell", Ct);
        var memo = await story.Shop.DoAsync("refund", Ct);

        Assert.Equal(invoice, (long)await ReadAsync(story.Reader.InvoiceAsync(story.Key, invoice, Ct), "magento_id"));
        Assert.Equal(invoice, (long)await ReadAsync(story.Reader.PaymentAsync(story.Key, invoice, Ct), "invoice_id"));
        Assert.Equal(invoice, (long)await ReadAsync(story.Reader.CreditMemoAsync(story.Key, memo, Ct), "invoice_id"));
        Assert.Equal("lerato@example.co.za", (string?)await ReadAsync(story.Reader.CustomerAsync(story.Key, 1, Ct), "email"));
        Assert.Equal("HAT-KALAHARI", (string?)await ReadAsync(story.Reader.ProductAsync(story.Key, 1, Ct), "sku"));
        Assert.True((await story.Reader.PaymentMethodsAsync(story.Key, Ct)).Succeeded(out var methods, out _));
        Assert.Contains(methods, static method => method is { Code: "purchaseorder", Label: "", IsActive: false });
        Assert.Empty((await story.Shop.StateAsync(Ct))["refusals"]!.AsArray());
    }

    [Fact]
    public async Task A_report_is_what_the_shop_shows_and_the_next_one_overwrites_all_of_it()
    {
        await using var story = await Story.BeginAsync();
        var report = new SyncReport(StoreEntity.Invoice, 42, SyncStatus.Synced, story.Server.Time.GetUtcNow())
        {
            SageId = "df6b",
            Reference = new string('R', 80),
        };

        Assert.True((await story.Reader.ReportAsync(story.Key, report, Ct)).Succeeded(out _, out _));
        var shown = (await story.Shop.StateAsync(Ct))["mirror"]!.AsArray().Single()!;
        Assert.Equal(
            ("synced", "df6b", new string('R', 64)),
            ((string)shown["status"]!, (string)shown["provider_entity_id"]!, (string)shown["provider_reference"]!)
        );

        await story.Reader.ReportAsync(
            story.Key,
            report with
            {
                Status = SyncStatus.Failed,
                SageId = null,
                Reference = null,
                ErrorCode = "unmapped",
            },
            Ct
        );
        shown = (await story.Shop.StateAsync(Ct))["mirror"]!.AsArray().Single()!;
        Assert.Equal(
            ("failed", null, "unmapped"),
            ((string)shown["status"]!, (string?)shown["provider_entity_id"], (string)shown["error_code"]!)
        );
    }

    [Theory]
    [InlineData("status", 404, StoreFailureKind.NotFound)]
    [InlineData("html", 404, StoreFailureKind.Unreadable)]
    [InlineData("status", 500, StoreFailureKind.Failing)]
    [InlineData("html", 503, StoreFailureKind.Maintenance)]
    [InlineData("html", 200, StoreFailureKind.Unreadable)]
    [InlineData("garbage", 200, StoreFailureKind.Unreadable)]
    [InlineData("huge", 200, StoreFailureKind.TooLarge)]
    [InlineData("redirect", 301, StoreFailureKind.Moved)]
    [InlineData("cut", 0, StoreFailureKind.Unreachable)]
    [InlineData("lost", 0, StoreFailureKind.Unreachable)]
    public async Task Every_way_not_to_answer_is_a_failure_of_the_closed_list_with_a_sentence(string kind, int status, object expected)
    {
        await using var story = await Story.BeginAsync();
        var invoice = await story.Shop.DoAsync("sell", Ct);
        await story.Shop.FaultAsync(
            new
            {
                kind,
                status,
                route = "invoice/",
            },
            Ct
        );

        var answer = await story.Reader.InvoiceAsync(story.Key, invoice, Ct);

        Assert.False(answer.Succeeded(out _, out var failure));
        Assert.Equal(expected, failure!.Kind);
        Assert.EndsWith(".", failure.Message, StringComparison.Ordinal);
        // The next one is served: nothing of the failure stays behind.
        Assert.True((await story.Reader.InvoiceAsync(story.Key, invoice, Ct)).Succeeded(out _, out _));
    }

    [Fact]
    public async Task A_shop_that_says_nothing_is_given_up_after_our_own_time()
    {
        await using var story = await Story.BeginAsync();
        await story.Shop.FaultAsync(new { kind = "silence", route = "invoice/" }, Ct);
        var waiting = story.Server.Time.Waiting;

        var asked = story.Reader.InvoiceAsync(story.Key, 1, Ct);
        await Eventually.TrueAsync(() => story.Server.Time.Waiting > waiting, "the request waits on its deadline", Ct);
        story.Server.Time.Advance(TimeSpan.FromSeconds(21));

        Assert.False((await asked).Succeeded(out _, out var failure));
        Assert.Equal(StoreFailureKind.Unreachable, failure!.Kind);
    }

    [Fact]
    public async Task A_shop_that_is_gone_is_unreachable()
    {
        var story = await Story.BeginAsync();
        await using var server = story.Server;
        await story.Shop.DisposeAsync();

        Assert.False((await story.Reader.PingAsync(story.Key, Ct)).Succeeded(out _, out var failure));
        Assert.Equal(StoreFailureKind.Unreachable, failure!.Kind);
        story.Owner.Dispose();
    }

    [Fact]
    public async Task Three_fresh_tokens_refused_in_a_row_make_the_shop_revoked_and_one_taken_makes_it_active()
    {
        await using var story = await Story.BeginAsync();
        await story.Shop.FaultAsync(
            new
            {
                kind = "status",
                status = 401,
                times = 5,
                route = "ping",
            },
            Ct
        );
        for (var refused = 1; refused <= 5; refused++)
        {
            Assert.False((await story.Reader.PingAsync(story.Key, Ct)).Succeeded(out _, out var failure));
            Assert.Equal(StoreFailureKind.Refused, failure!.Kind);
            var row = (await story.Server.StoresAsync(Ct)).Single();
            Assert.Equal(refused < 3 ? StoreStatus.Active : StoreStatus.TokenRevoked, row.Status);
        }
        Assert.Equal(1, await story.Server.AuditedAsync(AuditAction.StoreTokenRefused, Ct));
        // Its own events still come in.
        StoreStory.RunOf(await story.Server.GoodEventAsync("invoice.created", 1, Ct));

        Assert.True((await story.Reader.PingAsync(story.Key, Ct)).Succeeded(out _, out _));

        var again = (await story.Server.StoresAsync(Ct)).Single();
        Assert.Equal((StoreStatus.Active, 0, ""), (again.Status, again.Refusals, again.Remark));
        Assert.Equal(1, await story.Server.AuditedAsync(AuditAction.StoreTokenTaken, Ct));
    }

    [Fact]
    public async Task A_refusal_between_good_answers_does_not_add_up()
    {
        await using var story = await Story.BeginAsync();
        for (var round = 0; round < 4; round++)
        {
            await story.Shop.FaultAsync(
                new
                {
                    kind = "status",
                    status = 401,
                    route = "ping",
                },
                Ct
            );
            Assert.False((await story.Reader.PingAsync(story.Key, Ct)).Succeeded(out _, out _));
            Assert.True((await story.Reader.PingAsync(story.Key, Ct)).Succeeded(out _, out _));
        }
        Assert.Equal(StoreStatus.Active, (await story.Server.StoresAsync(Ct)).Single().Status);
    }

    [Theory]
    [InlineData(-900)]
    [InlineData(-61)]
    [InlineData(3)]
    [InlineData(900)]
    public async Task A_shop_whose_clock_is_off_is_asked_by_its_own_clock_and_its_events_are_taken(int seconds)
    {
        await using var story = await Story.BeginAsync();
        await story.Shop.SetAsync(new { clock_skew_seconds = seconds }, Ct);

        Assert.True((await story.Reader.PingAsync(story.Key, Ct)).Succeeded(out var ping, out _));

        Assert.Equal(seconds, (int)ping!.Skew.TotalSeconds);
        Assert.Equal(seconds, (await story.Server.StoresAsync(Ct)).Single().ClockSkewSeconds);
        Assert.Equal(StoreStatus.Active, (await story.Server.StoresAsync(Ct)).Single().Status);
        await story.Shop.DoAsync("sell", Ct);
        Assert.Equal(2, (int)(await story.Shop.TickAsync(Ct))["taken"]!);
        Assert.True((await story.Reader.InvoiceAsync(story.Key, 1, Ct)).Succeeded(out _, out _));
    }

    [Fact]
    public async Task Nobody_asks_for_customer_zero()
    {
        await using var story = await Story.BeginAsync();

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => story.Reader.CustomerAsync(story.Key, 0, Ct));
    }

    [Fact]
    public async Task Keys_are_sealed_again_with_a_new_key_and_still_work()
    {
        await using var story = await Story.BeginAsync();
        var rotation = story.Server.Get<Ledgerbridge.Server.Storage.KeyRotation>();
        var before = (await story.Server.StoresAsync(Ct)).Single().KeySealed;
        var name = rotation.AddKey();

        Assert.True(await rotation.ResealAsync(Ct) > 0);

        var after = (await story.Server.StoresAsync(Ct)).Single().KeySealed;
        Assert.NotEqual(before, after);
        Assert.Contains(name!, after, StringComparison.Ordinal);
        Assert.True((await story.Reader.PingAsync(story.Key, Ct)).Succeeded(out _, out _));
        StoreStory.RunOf(await story.Server.GoodEventAsync("invoice.created", 1, Ct));
    }

    private static async Task<JsonNode> ReadAsync(Task<StoreAnswer<ReadOnlyMemory<byte>>> asked, string property)
    {
        Assert.True((await asked).Succeeded(out var body, out var failure), failure?.Message);
        return JsonNode.Parse(Encoding.UTF8.GetString(body.Span))![property]!;
    }

    private sealed class Story(ServerFixture server, ServerClient owner, DemoStoreFixture shop, StoreKey key) : IAsyncDisposable
    {
        public ServerFixture Server => server;

        public ServerClient Owner => owner;

        public DemoStoreFixture Shop => shop;

        public StoreKey Key => key;

        public StoreReader Reader => server.Get<StoreReader>();

        public static async Task<Story> BeginAsync()
        {
            var server = await ServerFixture.StartAsync(Ct);
            var owner = await server.ReadyAsync(Ct);
            var (shop, _) = await server.PairedShopAsync(owner, Ct);
            var row = (await server.StoresAsync(Ct)).Single();
            return new Story(server, owner, shop, new StoreKey(row.WorkspaceId, row.Id));
        }

        public async ValueTask DisposeAsync()
        {
            owner.Dispose();
            await shop.DisposeAsync();
            await server.DisposeAsync();
        }
    }
}
