using System.Net;
using System.Text.Json.Nodes;
using Ledgerbridge.Server.Runs.Internal;
using Ledgerbridge.Server.Storage;

namespace Ledgerbridge.IntegrationTests.Runs;

/// <summary>What a change of a shop's rules would have made of its last 90 days, before anybody saves it.</summary>
public sealed class PolicyPreviewTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task The_same_rules_change_nothing_and_other_rules_tell_each_run_they_concern(DatabaseKind database)
    {
        await using var story = await ShopStory.StartAsync(database, Ct);
        await story.Shop.DoAsync("edit-product", Ct);
        await story.Shop.DoAsync("sell", Ct);
        await story.Shop.DoAsync("sell", Ct);
        await story.WorkAsync(Ct);
        await story.Shop.DoAsync("refund", Ct);
        await story.WorkAsync(Ct);
        Assert.All(await story.OutcomesAsync(Ct), static outcome => Assert.EndsWith("synced", outcome));
        // From here on nobody outside may be asked.
        await story.Shop.SetAsync(new { maintenance = true }, Ct);
        await story.Server.Sandbox.Control.ClearRequestsAsync(Ct);

        var same = await PreviewAsync(story, static _ => { });
        Assert.Equal("0", same["changed"]!.ToString());
        Assert.Equal("6", same["looked_at"]!.ToString());
        Assert.Equal("All 6 documents of the last 90 days were planned anew.", same["sentence"]!.ToString());
        Assert.Empty(same["items"]!.AsArray());

        var accounts = (await story.Owner.GetAsync("/api/business/reference", Ct))["ledger_accounts"]!.AsArray();
        var sales = (await story.PolicyAsync(Ct))["mappings"]!["sales_account_id"]!.ToString();
        var other = accounts.First(account => (bool)account!["for_sales"]! && account["id"]!.ToString() != sales)!;
        var moved = await PreviewAsync(story, policy => policy["mappings"]!["sales_account_id"] = other["id"]!.ToString());
        // Two invoices, one credit note and the product.
        Assert.Equal("account 4", Counts(moved));
        Assert.All(
            moved["items"]!.AsArray(),
            change => Assert.Contains($"'{other["name"]}' instead of", change!["sentence"]!.ToString(), StringComparison.Ordinal)
        );

        var unpaid = await PreviewAsync(story, static policy => Payments(policy, "unpaid"));
        Assert.Equal("2 invoice.paid", Concerned(unpaid, "skipped"));

        var failing = await PreviewAsync(story, static policy => Payments(policy, "fail"));
        Assert.Equal("2 invoice.paid", Concerned(failing, "failed"));

        var nothing = await PreviewAsync(story, static policy => policy["sync"]!["websites"] = new JsonArray(77));
        Assert.Equal("skipped 6", Counts(nothing));

        var shared = await PreviewAsync(
            story,
            static policy =>
            {
                policy["commercial"]!["contact_naming"] = "email_first";
                policy["commercial"]!["invoice_prefix"] = "KO-";
            }
        );
        Assert.Contains("contact", Counts(shared), StringComparison.Ordinal);
        Assert.Contains("other 2", Counts(shared), StringComparison.Ordinal);

        Assert.Empty((await story.Server.Sandbox.Control.RequestsAsync(Ct)).Requests);
        Assert.Equal(0, await story.Server.Get<Server.Runs.RunLanes>().WorkOnDueAsync(Ct));
    }

    [Fact]
    public async Task What_failed_and_would_go_into_the_books_now_is_told()
    {
        await using var story = await ShopStory.StartAsync(DatabaseKind.Sqlite, Ct);
        await story.PaymentsGoAsync("fail", Ct);
        await story.Shop.DoAsync("sell", Ct);
        await story.WorkAsync(Ct);
        var bank = (await story.Owner.GetAsync("/api/business/reference", Ct))["bank_accounts"]![0]!["id"]!.ToString();

        var mended = await PreviewAsync(story, policy => Payments(policy, "bank", bank));

        var change = Assert.Single(mended["items"]!.AsArray(), static item => item!["event"]!.ToString() == "invoice.paid")!;
        Assert.Equal("posted", Assert.Single(change["kinds"]!.AsArray())!.ToString());
        Assert.StartsWith("It failed; it would go into the books. ", change["sentence"]!.ToString());
        Assert.Contains("are booked as paid", change["sentence"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal("failed", change["status"]!.ToString());
    }

    [Fact]
    public async Task Small_guests_would_share_a_contact_from_the_first_one_on()
    {
        await using var story = await ShopStory.StartAsync(DatabaseKind.Sqlite, Ct);
        await story.ChangePolicyAsync(static policy => policy["sync"]!["since"] = null, Ct);
        for (var sale = 0; sale < 2; sale++)
            await story.TellAsync("invoice", "guest-taxed-delivery", 7001 + sale, static _ => { }, Ct);
        await story.WorkAsync(Ct);

        var shared = await PreviewAsync(
            story,
            static policy => (policy["consolidation"]!["enabled"], policy["consolidation"]!["up_to"]) = (true, "100000")
        );

        // The second would not keep a contact of its own because the first one made it: under these rules nobody would have made it.
        Assert.Equal("contact 2", Counts(shared));
        Assert.Contains(
            "to the contact 'Web shop customers' instead of",
            shared["items"]![0]!["sentence"]!.ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Changes_come_in_pages_and_by_kind_and_what_cannot_be_saved_is_told_at_its_field()
    {
        await using var story = await ShopStory.StartAsync(DatabaseKind.Sqlite, Ct);
        await story.Shop.DoAsync("sell", Ct);
        await story.Shop.DoAsync("sell", Ct);
        await story.WorkAsync(Ct);
        var policy = await story.PolicyAsync(Ct);
        policy["commercial"]!["invoice_prefix"] = "KO-";
        policy["sync"]!["payments"] = false;

        var first = (await story.Owner.PostAsync($"{Address(story)}?limit=3", policy, Ct)).Expect(HttpStatusCode.OK);
        var second = (await story.Owner.PostAsync($"{Address(story)}?limit=3&after={first.Get("next")}", policy, Ct)).Expect(
            HttpStatusCode.OK
        );
        string[] all =
        [
            .. new[] { first, second }
                .SelectMany(static page => page["items"]!.AsArray())
                .Select(static item => item!["run_id"]!.ToString()),
        ];
        Assert.Equal(4, all.Distinct().Count());
        Assert.Equal(all.OrderDescending(StringComparer.Ordinal), all);
        Assert.Null(second["next"]);
        var skipped = (await story.Owner.PostAsync($"{Address(story)}?kind=skipped", policy, Ct)).Expect(HttpStatusCode.OK);
        Assert.All(skipped["items"]!.AsArray(), static item => Assert.Equal("invoice.paid", item!["event"]!.ToString()));

        var wrong = (await story.Owner.PostAsync($"{Address(story)}?kind=odd&limit=0&after=x", policy, Ct)).Expect(
            HttpStatusCode.BadRequest
        );
        Assert.All(new[] { "kind", "limit", "after" }, field => Assert.NotEmpty(wrong.ErrorsOf(field)));
        policy["mappings"]!["sales_account_id"] = "no-such-account";
        var refused = (await story.Owner.PostAsync(Address(story), policy, Ct)).Expect(HttpStatusCode.BadRequest);
        Assert.NotEmpty(refused.ErrorsOf("mappings.sales_account_id"));
        (await story.Owner.PostAsync("/api/stores/sto_nobody/policy/preview", policy, Ct)).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Documents_are_forgotten_once_nobody_can_look_back_on_them()
    {
        await using var story = await ShopStory.StartAsync(DatabaseKind.Sqlite, Ct);
        await story.Shop.DoAsync("sell", Ct);
        await story.WorkAsync(Ct);
        var documents = story.Server.Get<RunDocuments>();
        Assert.Equal(0, await documents.ForgetAsync(Ct));

        story.Server.Time.Advance(RunDocuments.KeptFor + TimeSpan.FromMinutes(1));

        Assert.Equal(2, await documents.ForgetAsync(Ct));
    }

    private static string Address(ShopStory story) => $"/api/stores/{story.StoreId}/policy/preview";

    private static async Task<JsonNode> PreviewAsync(ShopStory story, Action<JsonNode> change)
    {
        var policy = await story.PolicyAsync(Ct);
        change(policy);
        return (await story.Owner.PostAsync(Address(story), policy, Ct)).Expect(HttpStatusCode.OK).Body!;
    }

    private static void Payments(JsonNode policy, string outcome, string bank = "")
    {
        foreach (var rule in policy["payments"]!["methods"]!.AsArray())
            (rule!["outcome"], rule["bank_account_id"]) = (outcome, bank);
    }

    private static string Counts(JsonNode preview) =>
        string.Join(", ", preview["counts"]!.AsArray().Select(static count => $"{count!["kind"]} {count["runs"]}"));

    private static string Concerned(JsonNode preview, string kind) =>
        string.Join(
            ", ",
            preview["items"]!
                .AsArray()
                .Where(item => item!["kinds"]!.AsArray().Any(word => word!.ToString() == kind))
                .CountBy(static item => item!["event"]!.ToString())
                .Select(static count => $"{count.Value} {count.Key}")
        );
}
