using System.Net;
using Ledgerbridge.Sandbox;
using Ledgerbridge.Server.Runs;
using Ledgerbridge.Server.Storage;

namespace Ledgerbridge.IntegrationTests.Runs;

/// <summary>What happens in a shop is in the books a moment later, and the shop is told.</summary>
public sealed class LivingShopTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_product_is_an_item_with_its_stock_and_a_change_of_it_changes_the_item()
    {
        await using var story = await ShopStory.StartAsync(DatabaseKind.Sqlite, Ct);
        var product = await story.Shop.DoAsync("edit-product", Ct);
        await story.WorkAsync(Ct);
        Assert.Equal("product.upserted synced", string.Join(';', await story.OutcomesAsync(Ct)));

        await story.RenameProductAsync(product, Ct);
        await story.WorkAsync(Ct);

        Assert.Equal(["product.upserted synced", "product.upserted synced"], await story.OutcomesAsync(Ct));
        Assert.Contains(
            await story.RunsAsync("", Ct),
            static run => run["sentence"]!.ToString().Contains("was changed in the books", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task What_was_posted_is_taken_back_and_the_same_can_be_posted_again()
    {
        await using var story = await ShopStory.StartAsync(DatabaseKind.Sqlite, Ct);
        await story.Shop.DoAsync("sell", Ct);
        await story.WorkAsync(Ct);
        foreach (var name in new[] { "invoice.paid", "invoice.created" })
        {
            var run = Assert.Single(await story.RunsAsync($"?event={name}", Ct));
            var undone = await story.Owner.PostAsync($"/api/runs/{run["id"]}/undo", new { reason = "Sold to the wrong customer" }, Ct);
            Assert.Equal("undone", undone.Expect(HttpStatusCode.OK).Get("skip_reason"));
        }
        await story.BooksAreInBalanceAsync(Ct);

        foreach (var run in await story.RunsAsync("", Ct))
            (await story.Owner.PostAsync($"/api/runs/{run["id"]}/retry", null, Ct)).Expect(HttpStatusCode.OK);
        await story.WorkAsync(Ct);

        Assert.Equal(["invoice.created synced", "invoice.paid synced"], await story.OutcomesAsync(Ct));
        await story.BooksAreInBalanceAsync(Ct);
    }

    [Fact]
    public async Task A_broken_mapping_is_explained_and_mended_for_all_with_the_same_cause_at_once()
    {
        await using var story = await ShopStory.StartAsync(DatabaseKind.Sqlite, Ct);
        await story.PaymentsGoAsync("fail", Ct);
        await story.Shop.DoAsync("sell", Ct);
        await story.Shop.DoAsync("sell", Ct);
        await story.WorkAsync(Ct);
        var failed = await story.RunsAsync("?status=failed&cause=payment_method_unmapped", Ct);
        Assert.Equal(2, failed.Count);
        Assert.Contains("payment-method map", failed[0]["next_step"]!.ToString(), StringComparison.Ordinal);

        await story.PaymentsGoAsync("bank", Ct);
        var retried = await story.Owner.PostAsync("/api/runs/retry?cause=payment_method_unmapped", null, Ct);
        Assert.Equal("2", retried.Expect(HttpStatusCode.OK).Get("retried"));
        await story.WorkAsync(Ct);

        Assert.Empty(await story.RunsAsync("?status=failed", Ct));
        await story.BooksAreInBalanceAsync(Ct);
    }

    [Fact]
    public async Task A_payment_that_comes_alone_asks_for_its_invoice()
    {
        await using var story = await ShopStory.StartAsync(DatabaseKind.Sqlite, Ct);
        var invoice = await story.Shop.DoAsync("sell", Ct);
        await story.Shop.SendNowAsync("invoice.paid", invoice, Ct);

        await story.Server.Get<RunLanes>().WorkOnDueAsync(Ct);

        Assert.Equal(["invoice.created synced", "invoice.paid synced"], await story.OutcomesAsync(Ct));
    }

    [Fact]
    public async Task A_refund_that_was_left_out_with_its_unpaid_invoice_follows_it_into_the_books()
    {
        await using var story = await ShopStory.StartAsync(DatabaseKind.Sqlite, Ct);
        await story.ChangePolicyAsync(static policy => policy["sync"]!["unpaid_invoices"] = "skip", Ct);
        await story.Shop.DoAsync("sell-on-account", Ct);
        await story.WorkAsync(Ct);
        await story.Shop.DoAsync("pay", Ct);
        await story.RefundBeforeThePaymentIsToldAsync(kept: 0, Ct);
        Assert.Contains(
            await story.OutcomesAsync(Ct),
            static outcome => outcome.StartsWith("creditmemo.created skipped invoice_left_out", StringComparison.Ordinal)
        );

        await story.WorkAsync(Ct);

        Assert.Contains("creditmemo.created synced", await story.OutcomesAsync(Ct));
        await story.BooksAreInBalanceAsync(Ct);
    }

    [Theory]
    [InlineData(25)]
    [InlineData(0)]
    public async Task A_payment_that_comes_after_a_refund_pays_what_is_still_owed_and_the_rest_is_on_account(int kept)
    {
        await using var story = await ShopStory.StartAsync(DatabaseKind.Sqlite, Ct);
        await story.Shop.DoAsync("sell-on-account", Ct);
        await story.WorkAsync(Ct);
        await story.Shop.DoAsync("pay", Ct);
        await story.RefundBeforeThePaymentIsToldAsync(kept, Ct);

        await story.WorkAsync(Ct);

        Assert.Equal(["creditmemo.created synced", "invoice.created synced", "invoice.paid synced"], await story.OutcomesAsync(Ct));
        var control = story.Server.Sandbox.Control;
        var invoice = Assert.Single(await control.DocumentsAsync(SandboxSeed.KarooTrading, "sales_invoices", Ct));
        var receipt = Assert.Single(await control.DocumentsAsync(SandboxSeed.KarooTrading, "contact_payments", Ct));
        Assert.Equal(invoice["total_amount"]!.ToString(), receipt["total_amount"]!.ToString());
        await story.BooksAreInBalanceAsync(Ct);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_sale_is_an_invoice_and_its_receipt_and_a_refund_its_credit_note(DatabaseKind database)
    {
        await using var story = await ShopStory.StartAsync(database, Ct);
        await story.Shop.DoAsync("sell", Ct);

        await story.WorkAsync(Ct);

        Assert.Equal(["invoice.created synced", "invoice.paid synced"], await story.OutcomesAsync(Ct));
        await story.BooksAreInBalanceAsync(Ct);

        await story.Shop.DoAsync("refund", Ct);
        await story.WorkAsync(Ct);

        Assert.Contains("creditmemo.created synced", await story.OutcomesAsync(Ct));
        await story.BooksAreInBalanceAsync(Ct);
    }
}
