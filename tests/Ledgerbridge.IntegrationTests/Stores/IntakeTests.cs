using System.Net;
using System.Text.Json.Nodes;
using Ledgerbridge.IntegrationTests.Api;
using Ledgerbridge.Server.Runs;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Server.Stores.Documents;
using Ledgerbridge.Testing;
using static Ledgerbridge.IntegrationTests.Stores.StoreStory;

namespace Ledgerbridge.IntegrationTests.Stores;

/// <summary>Events come in, are kept before they are answered, and become one run each.</summary>
public sealed class IntakeTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_sale_in_the_shop_becomes_a_run_for_each_of_its_events(DatabaseKind database)
    {
        await using var server = await ServerFixture.StartAsync(database, Ct);
        using var owner = await server.ReadyAsync(Ct);
        var (shop, store) = await server.PairedShopAsync(owner, Ct);
        await using var _ = shop;

        var invoice = await shop.DoAsync("sell", Ct);
        var sent = await shop.TickAsync(Ct);

        Assert.Equal((2, 2, 0), ((int)sent["sent"]!, (int)sent["taken"]!, (int)sent["pending"]!));
        var runs = await server.RunsAsync(Ct);
        Assert.Equal([EventName.InvoiceCreated, EventName.InvoicePaid], runs.Select(static run => run.Event).Order());
        Assert.All(
            runs,
            run =>
            {
                Assert.Equal((store, invoice, RunState.Queued, 0), (run.StoreId.Text, run.EntityId, run.State, run.Attempts));
                Assert.Equal((StoreEntity.Invoice, $"{invoice:000000000}", 2), (run.EntityType, run.Number, run.PolicyVersion));
                Assert.Equal(server.Time.GetUtcNow(), run.NextAttemptAt);
            }
        );
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task An_event_that_is_told_again_answers_the_run_it_made_whatever_its_body(DatabaseKind database)
    {
        await using var server = await ServerFixture.StartAsync(database, Ct);
        using var owner = await server.ReadyAsync(Ct);
        var (shop, _) = await server.PairedShopAsync(owner, Ct);
        await using var open = shop;

        foreach (var name in new[] { "invoice.created", "invoice.paid", "creditmemo.created" })
        {
            var first = RunOf(await server.GoodEventAsync(name, 42, Ct));
            await server.MoveAsync(first, static run => run.MoveTo(RunState.Running, run.CreatedAt), Ct);
            Assert.Equal(first, RunOf(await server.GoodEventAsync(name, 42, Ct)));
            await server.MoveAsync(first, static run => run.MoveTo(RunState.Synced, run.CreatedAt), Ct);
            Assert.Equal(first, RunOf(await server.GoodEventAsync(name, 42, Ct)));
            Assert.NotEqual(first, RunOf(await server.GoodEventAsync(name, 43, Ct)));
        }
        Assert.Equal(6, (await server.RunsAsync(Ct)).Count);
    }

    [Fact]
    public async Task A_failed_document_goes_round_again_when_its_event_is_told_again()
    {
        await using var server = await ServerFixture.StartAsync(Ct);
        using var owner = await server.ReadyAsync(Ct);
        var (shop, _) = await server.PairedShopAsync(owner, Ct);
        await using var open = shop;
        var run = RunOf(await server.GoodEventAsync("invoice.created", 42, Ct));
        await server.MoveAsync(run, static row => row.MoveTo(RunState.Running, row.CreatedAt), Ct);
        await server.MoveAsync(run, static row => row.MoveTo(RunState.Failed, row.CreatedAt), Ct);

        Assert.Equal(run, RunOf(await server.GoodEventAsync("invoice.created", 42, Ct)));

        var row = Assert.Single(await server.RunsAsync(Ct));
        Assert.Equal((RunState.Queued, 0, null), (row.State, row.Attempts, row.FinishedAt));
        Assert.NotNull(row.NextAttemptAt);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Changes_are_one_run_while_it_waits_and_another_once_it_has_begun(DatabaseKind database)
    {
        await using var server = await ServerFixture.StartAsync(database, Ct);
        using var owner = await server.ReadyAsync(Ct);
        var (shop, _) = await server.PairedShopAsync(owner, Ct);
        await using var open = shop;

        foreach (var name in new[] { "customer.upserted", "product.upserted" })
        {
            var first = RunOf(await server.GoodEventAsync(name, 7, Ct));
            Assert.Equal(first, RunOf(await server.GoodEventAsync(name, 7, Ct)));
            await server.MoveAsync(first, static run => run.MoveTo(RunState.Running, run.CreatedAt), Ct);
            var second = RunOf(await server.GoodEventAsync(name, 7, Ct));
            Assert.NotEqual(first, second);
            await server.MoveAsync(first, static run => run.MoveTo(RunState.Synced, run.CreatedAt), Ct);
            Assert.Equal(second, RunOf(await server.GoodEventAsync(name, 7, Ct)));
        }
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task The_same_event_told_fifty_times_at_once_to_two_servers_is_one_run(DatabaseKind database)
    {
        await using var server = await ServerFixture.StartAsync(database, Ct);
        using var owner = await server.ReadyAsync(Ct);
        var (shop, _) = await server.PairedShopAsync(owner, Ct);
        await using var open = shop;
        await using var other = await server.StartAnotherAsync(Ct);

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(i => (i % 2 == 0 ? server : other).GoodEventAsync("invoice.created", 42, Ct))
        );

        Assert.Single(answers.Select(RunOf).Distinct());
        Assert.Single(await server.RunsAsync(Ct));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_token_works_once_in_all_processes_and_is_forgotten_when_it_is_too_old_anyway(DatabaseKind database)
    {
        await using var server = await ServerFixture.StartAsync(database, Ct);
        using var owner = await server.ReadyAsync(Ct);
        var (shop, _) = await server.PairedShopAsync(owner, Ct);
        await using var open = shop;
        await using var other = await server.StartAnotherAsync(Ct);
        var (tenant, keys) = await server.KeysAsync(Ct);
        var token = Sign(server.Claims(tenant), keys.Outbound);

        (await server.EventAsync(tenant, "invoice.created", token, Body(1), Ct)).Expect(HttpStatusCode.Accepted);
        (await server.EventAsync(tenant, "invoice.created", token, Body(2), Ct)).Expect(HttpStatusCode.Unauthorized);
        (await other.EventAsync(tenant, "invoice.created", token, Body(3), Ct)).Expect(HttpStatusCode.Unauthorized);
        Assert.Single(await server.RunsAsync(Ct));

        var sweep = server.Get<Ledgerbridge.Server.Stores.Internal.SeenTokenSweep>();
        server.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(0, await sweep.RunAsync(Ct));
        server.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(1, await sweep.RunAsync(Ct));
        (await server.EventAsync(tenant, "invoice.created", token, Body(4), Ct)).Expect(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Tokens_that_are_not_the_shops_are_refused_in_one_line_and_leave_nothing()
    {
        await using var server = await ServerFixture.StartAsync(Ct);
        using var owner = await server.ReadyAsync(Ct);
        var (shop, _) = await server.PairedShopAsync(owner, Ct);
        await using var open = shop;
        var (tenant, keys) = await server.KeysAsync(Ct);

        foreach (var (what, token) in WrongTokens(server, tenant, keys))
        {
            var answer = await server.EventAsync(tenant, "invoice.created", token, Body(1), Ct);

            Assert.True(answer.Status == HttpStatusCode.Unauthorized, $"{what}: {(int)answer.Status} {answer.Text}");
            Assert.DoesNotContain('\n', answer.Text);
            Assert.InRange(answer.Text.Length, 10, 200);
        }
        Assert.Empty(await server.RunsAsync(Ct));
        // The same events with good tokens would have been taken.
        RunOf(await server.GoodEventAsync("invoice.created", 1, Ct));
    }

    [Theory]
    [InlineData("order.created", """{"magento_entity_id":1}""")]
    [InlineData("invoice.CREATED", """{"magento_entity_id":1}""")]
    [InlineData("invoice.created", "")]
    [InlineData("invoice.created", "not json")]
    [InlineData("invoice.created", "[1]")]
    [InlineData("invoice.created", """{"magento_entity_id":-1}""")]
    [InlineData("invoice.created", """{"magento_entity_id":1e30}""")]
    [InlineData("invoice.created", """{"magento_entity_id":1,"website_id":"one"}""")]
    public async Task What_can_never_be_worked_on_is_refused_for_good(string name, string body)
    {
        await using var server = await ServerFixture.StartAsync(Ct);
        using var owner = await server.ReadyAsync(Ct);
        var (shop, _) = await server.PairedShopAsync(owner, Ct);
        await using var open = shop;
        var (tenant, keys) = await server.KeysAsync(Ct);

        var answer = await server.EventAsync(tenant, name, Sign(server.Claims(tenant), keys.Outbound), body, Ct);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.StartsWith("text/plain", answer.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.DoesNotContain('\n', answer.Text);
    }

    [Fact]
    public async Task A_tenant_that_never_existed_is_not_found_and_an_address_that_is_nearly_right_is_not_taken_for_kept()
    {
        await using var server = await ServerFixture.StartAsync(Ct);
        using var owner = await server.ReadyAsync(Ct);
        var (shop, _) = await server.PairedShopAsync(owner, Ct);
        await using var open = shop;
        var (tenant, keys) = await server.KeysAsync(Ct);
        var token = Sign(server.Claims("nobody"), keys.Outbound);

        Assert.Equal(HttpStatusCode.NotFound, (await server.EventAsync("nobody", "invoice.created", token, Body(1), Ct)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await server.EventAsync("0", "invoice.created", null, Body(1), Ct)).Status);
        using var somebody = server.Browser();
        foreach (
            var path in new[]
            {
                "/webhooks/magento",
                $"/webhooks/magento/{tenant}/invoice.created/",
                "/webhooks/shopify/x/y",
                $"/books/webhooks/magento/{tenant}/invoice.created",
            }
        )
            Assert.NotEqual(HttpStatusCode.OK, (await somebody.PostAsync(path, Body(1), Ct)).Status);
    }

    [Fact]
    public async Task While_the_database_does_not_work_the_shop_is_told_to_come_again()
    {
        await using var server = await ServerFixture.StartAsync(Ct);
        using var owner = await server.ReadyAsync(Ct);
        var (shop, _) = await server.PairedShopAsync(owner, Ct);
        await using var open = shop;
        await server.ExecuteAsync("ALTER TABLE runs RENAME TO runs_away", Ct);

        await shop.DoAsync("sell", Ct);
        var sent = await shop.TickAsync(Ct);
        Assert.Equal((0, 2), ((int)sent["taken"]!, (int)sent["pending"]!));

        await server.ExecuteAsync("ALTER TABLE runs_away RENAME TO runs", Ct);
        server.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(2, (int)(await shop.TickAsync(Ct))["taken"]!);
        Assert.Equal(2, (await server.RunsAsync(Ct)).Count);
    }

    [Fact]
    public async Task Events_need_no_sign_in_and_are_never_held_back()
    {
        await using var server = await ServerFixture.StartAsync(
            new Dictionary<string, string?>
            {
                ["Ledgerbridge:Hosting:RequestsPerMinute"] = "1",
                ["Ledgerbridge:Hosting:RequestBurst"] = "40",
            },
            Ct
        );
        using var owner = await server.ReadyAsync(Ct);
        var (shop, _) = await server.PairedShopAsync(owner, Ct);
        await using var open = shop;

        for (var id = 1; id <= 60; id++)
            RunOf(await server.GoodEventAsync("invoice.created", id, Ct));
    }

    private static IEnumerable<(string What, string? Token)> WrongTokens(
        ServerFixture server,
        string tenant,
        Ledgerbridge.Server.Stores.Internal.DerivedKeys keys
    )
    {
        var good = server.Claims(tenant);
        var now = (long)good["iat"]!;
        JsonObject With(string claim, JsonNode? value)
        {
            var claims = server.Claims(tenant);
            claims[claim] = value;
            return claims;
        }
        yield return ("none at all", null);
        yield return ("no algorithm", Sign(good, keys.Outbound, """{"alg":"none","typ":"JWT"}"""));
        yield return (
            "no algorithm and no signature",
            Sign(good, keys.Outbound, """{"alg":"none","typ":"JWT"}""").Split('.') is var p ? $"{p[0]}.{p[1]}." : ""
        );
        yield return ("another key", Sign(server.Claims(tenant), new byte[32]));
        yield return ("an empty key", Sign(server.Claims(tenant), []));
        yield return ("the other direction's key", Sign(server.Claims(tenant), keys.Inbound));
        yield return ("our own token", Ledgerbridge.Server.Stores.Internal.LedgerToken.New(keys.Inbound, tenant, server.Time.GetUtcNow()));
        yield return ("another tenant", Sign(With("sub", "tenant-2"), keys.Outbound));
        yield return ("a list of audiences", Sign(With("aud", new JsonArray("byte8-ledger")), keys.Outbound));
        yield return ("our own audience", Sign(With("aud", "magento"), keys.Outbound));
        yield return ("a fraction", Sign(With("iat", JsonNode.Parse($"{now}.0")), keys.Outbound));
        yield return ("text for a number", Sign(With("exp", $"{now + 60}"), keys.Outbound));
        yield return ("expired", Sign(Shifted(server, tenant, -3600), keys.Outbound));
        yield return ("far future", Sign(Shifted(server, tenant, 3600), keys.Outbound));
        yield return ("a life of a year", Sign(With("exp", now + 31_536_000), keys.Outbound));
        yield return ("no number", Sign(With("jti", ""), keys.Outbound));
        foreach (var claim in good.Select(static pair => pair.Key).ToArray())
        {
            var claims = server.Claims(tenant);
            claims.Remove(claim);
            yield return ($"no {claim}", Sign(claims, keys.Outbound));
        }
        yield return ("a person's key", "lbk_" + new string('A', 43));
    }

    private static JsonObject Shifted(ServerFixture server, string tenant, long seconds)
    {
        var claims = server.Claims(tenant);
        foreach (var claim in new[] { "iat", "nbf", "exp" })
            claims[claim] = (long)claims[claim]! + seconds;
        return claims;
    }
}
