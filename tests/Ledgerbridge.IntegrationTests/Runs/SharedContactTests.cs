using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox;
using Ledgerbridge.Server.Runs;
using Ledgerbridge.Server.Storage;

namespace Ledgerbridge.IntegrationTests.Runs;

/// <summary>One contact for many small buyers: who shares it, who does not, and why each is told.</summary>
public sealed class SharedContactTests
{
    private const string Shared = "Web shop customers";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Small_guests_share_a_contact_in_each_currency_and_nobody_else_does(DatabaseKind database)
    {
        await using var story = await ShopStory.StartAsync(database, SandboxSeed.PennineSupplies, Ct);
        await story.ChangePolicyAsync(
            static policy =>
            {
                policy["sync"]!["since"] = null;
                (policy["consolidation"]!["enabled"], policy["consolidation"]!["up_to"]) = (true, "100");
            },
            Ct
        );
        await SellAsync(story, 1, "first@example.org", 50m);
        await SellAsync(story, 2, "second@example.org", 60m);
        await SellAsync(story, 3, "second@example.org", 60m, static sale => Euro(sale));
        await SellAsync(story, 4, "large@example.org", 150m);
        await SellAsync(story, 5, "large@example.org", 20m);
        await SellAsync(story, 6, "office@example.org", 20m, static sale => sale["customer"]!["company"] = "Dales Ltd");
        await SellAsync(story, 7, "member@example.org", 20m, static sale => sale["customer"]!["magento_id"] = 77);
        await SellAsync(story, 8, "abroad@example.org", 20m, static sale => At(sale, "US"));
        await story.TellAsync(
            "creditmemo",
            "full",
            9,
            static memo =>
            {
                (memo["invoice_id"], memo["customer"]!["email"]) = (1, "first@example.org");
                Money(memo, 50m);
            },
            Ct
        );
        await story.Server.Get<RunLanes>().WorkOnDueAsync(Ct);

        Assert.Equal(
            [
                $"1 {Shared}",
                $"2 {Shared}",
                $"3 {Shared} (EUR)",
                "4 Thandi Mokoena",
                "5 Thandi Mokoena",
                "6 Dales Ltd",
                "7 Thandi Mokoena",
                "8 Thandi Mokoena",
            ],
            await ContactsAsync(story, 8)
        );
        await ToldAsync(story, 1, $"A small sale to a guest: it goes to '{Shared}'.");
        await ToldAsync(story, 4, "because the total of £ 150.00 is above 100");
        await ToldAsync(story, 5, "because the buyer came back and has a contact");
        await ToldAsync(story, 6, "because the buyer is a business");
        await ToldAsync(story, 7, "because the buyer has an account");
        await ToldAsync(story, 8, "because a sale abroad has to name its buyer");
        var note = await story.BookedAsync("sales_credit_notes", "creditmemo.created", 9, Ct);
        var invoice = await story.BookedAsync("sales_invoices", "invoice.created", 1, Ct);
        Assert.Equal(Contact(invoice), Contact(note));
        Assert.Contains("Buyer: Thandi Mokoena, first@example.org", invoice["notes"]!.ToString(), StringComparison.Ordinal);
        await story.BooksAreInBalanceAsync(Ct);
    }

    private static async Task SellAsync(ShopStory story, long id, string email, decimal total, Action<JsonNode>? change = null)
    {
        await story.TellAsync(
            "invoice",
            "guest-taxed-delivery",
            id,
            sale =>
            {
                sale["increment_id"] = $"WEB{id:D6}";
                sale["customer"]!["email"] = email;
                At(sale, "GB");
                Money(sale, total);
                change?.Invoke(sale);
            },
            Ct
        );
        await story.Server.Get<RunLanes>().WorkOnDueAsync(Ct);
    }

    /// <summary>One untaxed row, so that only the total matters.</summary>
    private static void Money(JsonNode document, decimal total)
    {
        var row = document["lines"]![0]!;
        (row["qty"], row["unit_price"], row["line_subtotal"], row["line_tax"], row["line_total"]) = (1, total, total, 0, total);
        row.AsObject().Remove("tax_rate");
        (document["shipping_amount"], document["shipping_tax_amount"], document["grand_total"]) = (0, 0, total);
        (document["subtotal"], document["tax_amount"], document["currency"]) = (total, 0, "GBP");
    }

    private static void At(JsonNode sale, string country)
    {
        var addresses = sale["customer"]!["addresses"]!.AsArray().Append(sale["billing_address"]).Append(sale["shipping_address"]);
        foreach (var address in addresses)
            address!["country_id"] = country;
    }

    private static void Euro(JsonNode sale) => (sale["currency"], sale["base_to_order_rate"]) = ("EUR", 1.15m);

    private static async Task<IReadOnlyList<string>> ContactsAsync(ShopStory story, int sales)
    {
        var contacts = (await story.Server.Sandbox.Control.DocumentsAsync(story.Business, "contacts", Ct)).ToDictionary(
            static contact => contact["id"]!.ToString(),
            static contact => contact["name"]!.ToString()
        );
        var names = new List<string>();
        for (var id = 1; id <= sales; id++)
            names.Add($"{id} {contacts[Contact(await story.BookedAsync("sales_invoices", "invoice.created", id, Ct))]}");
        return names;
    }

    private static async Task ToldAsync(ShopStory story, long id, string sentence) =>
        Assert.Contains(sentence, await story.DecisionsAsync("invoice.created", id, Ct), StringComparison.Ordinal);

    private static string Contact(JsonNode document) => document["contact"]!["id"]?.ToString() ?? document["contact"]!.ToString();
}
