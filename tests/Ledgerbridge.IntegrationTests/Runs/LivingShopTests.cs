using Ledgerbridge.Server.Storage;

namespace Ledgerbridge.IntegrationTests.Runs;

/// <summary>What happens in a shop is in the books a moment later, and the shop is told.</summary>
public sealed class LivingShopTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

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
