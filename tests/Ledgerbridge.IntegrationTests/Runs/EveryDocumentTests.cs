using System.Globalization;
using System.Text.Json.Nodes;
using Ledgerbridge.Kernel;
using Ledgerbridge.Sandbox;
using Ledgerbridge.Server.Runs;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Runs;

/// <summary>Every odd document of <c>contracts/store</c> on its whole way: told by a shop, posted into the books, and explained.</summary>
[Trait("Work", "Long")]
public sealed class EveryDocumentTests
{
    /// <summary>An invoice comes before its payment, and that before its refund.</summary>
    private static readonly string[] Kinds = ["customer", "product", "invoice", "payment", "creditmemo"];

    /// <summary>What does not go into books in rand without anybody having decided about it, and how the sentence of it begins.</summary>
    private static readonly Dictionary<string, string> Elsewhere = new()
    {
        ["product/configurable"] = "skipped product_type: The books have no word for a product of the kind 'configurable'.",
        ["product/third-party-kind"] = "skipped product_type: The books have no word for a product of the kind 'subscription_plan'.",
        ["invoice/cancelled"] = "skipped cancelled: The shop cancelled it.",
        ["invoice/everything-free"] = "skipped zero_value: Its total is nothing, so there is nothing to book.",
        ["invoice/european-services"] = "failed currency_not_supported: The document is in EUR, and these books hold ZAR only.",
        ["invoice/export-in-dollars"] = "failed currency_not_supported: The document is in USD, and these books hold ZAR only.",
        ["invoice/odd-percentage"] = "failed currency_not_supported: The document is in USD, and these books hold ZAR only.",
        ["invoice/yen"] = "failed currency_not_supported: The document is in JPY, and these books hold ZAR only.",
        ["invoice/store-credit"] =
            "failed sum_unexplained: The invoice comes to R 5,900.00, which is R 1,000.00 less than all of its parts.",
        ["invoice/surcharge"] = "failed sum_unexplained: The invoice comes to R 707.50, which is R 17.50 more than all of its parts.",
        ["payment/unlisted-method"] =
            "failed payment_method_unmapped: It was paid by 'voucher_x', and nobody has said where that money goes.",
        ["creditmemo/dollars"] = "waiting : The refund waits until invoice WEB000529 is in the books.",
        ["creditmemo/store-credit-back"] = "waiting : The refund waits until invoice WEB000553 is in the books.",
        ["creditmemo/zero"] = "skipped zero_value: Its total is nothing, so there is nothing to book.",
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Each_document_is_in_the_books_at_its_own_total_or_says_why_it_is_not(DatabaseKind database)
    {
        await using var story = await ShopStory.StartAsync(database, Ct);
        await story.ChangePolicyAsync(static policy => policy["sync"]!["since"] = null, Ct);
        var booked = 0;
        foreach (var (kind, name) in Kinds.SelectMany(static kind => Names(kind).Select(name => (kind, name))))
        {
            var document = await story.TellAsync(kind, name, Ct);
            await story.Server.Get<RunLanes>().WorkOnDueAsync(Ct);
            var run = await RunOfAsync(story, kind, (long)document["magento_id"]!);
            if (Elsewhere.TryGetValue($"{kind}/{name}", out var expected))
            {
                Assert.StartsWith(expected, $"{run["status"]} {run["cause"]}{run["skip_reason"]}: {run["sentence"]}");
                continue;
            }
            Assert.Equal($"{kind}/{name} synced", $"{kind}/{name} {run["status"]}");
            Assert.EndsWith(".", run["sentence"]!.ToString());
            if (document["grand_total"] is not { } total)
                continue;
            Assert.Contains($" for {MoneyText.Screen(Rand(total))} was made.", run["sentence"]!.ToString(), StringComparison.Ordinal);
            Assert.Equal((name, Rand(total)), (name, await BookedAsync(story, kind, run["outcome_id"]!.ToString())));
            booked++;
        }
        Assert.Equal(45, booked);
        await story.BooksAreInBalanceAsync(Ct);
    }

    private static async Task<JsonNode> RunOfAsync(ShopStory story, string kind, long id)
    {
        var name = kind switch
        {
            "payment" => "invoice.paid",
            "invoice" or "creditmemo" => $"{kind}.created",
            _ => $"{kind}.upserted",
        };
        return Assert.Single(await story.RunsAsync($"?event={name}&search={id}", Ct), run => (long)run["entity_id"]! == id);
    }

    private static async Task<Money> BookedAsync(ShopStory story, string kind, string id)
    {
        var resource = kind == "invoice" ? "sales_invoices" : "sales_credit_notes";
        var documents = await story.Server.Sandbox.Control.DocumentsAsync(SandboxSeed.KarooTrading, resource, Ct);
        var total = documents.Single(document => document["id"]!.ToString() == id)["total_amount"]!;
        return new Money(decimal.Parse(total.ToString(), CultureInfo.InvariantCulture), Currency.ZAR);
    }

    private static Money Rand(JsonNode total) => new ExactAmount(total.GetValue<decimal>(), Currency.ZAR).Round(Rounding.HalfAwayFromZero);

    private static IEnumerable<string> Names(string kind) =>
        Directory
            .EnumerateFiles(RepositoryFiles.At("contracts", "store", kind), "*.json")
            .Select(static path => Path.GetFileNameWithoutExtension(path)!)
            .Order(StringComparer.Ordinal);
}
