using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Ledgerbridge.Server.Runs;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Runs;

/// <summary>What becomes of money, of what nothing explains, of names that are taken, and of counts.</summary>
public sealed class SettlingTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Each_way_of_paying_goes_where_the_map_says_and_what_nothing_explains_gets_its_line(DatabaseKind database)
    {
        await using var story = await ShopStory.StartAsync(database, Ct);
        await story.ChangePolicyAsync(Decide, Ct);
        foreach (var (id, method) in new[] { (1, "to_bank"), (2, "left_open"), (3, "left_out"), (4, "nobody_knows") })
            await SellAsync(story, id, method);
        await story.TellAsync("invoice", "store-credit", Ct);
        await story.TellAsync("invoice", "surcharge", Ct);
        await WorkAsync(story);

        Assert.Equal("synced : The receipt of R 215.63 was booked.", await story.EndOfAsync("invoice.paid", 1, Ct));
        Assert.StartsWith("skipped payment_left_open: Paid by 'left_open'", await story.EndOfAsync("invoice.paid", 2, Ct));
        Assert.StartsWith("skipped payment_method: It was paid by 'left_out'", await story.EndOfAsync("invoice.created", 3, Ct));
        Assert.StartsWith("failed payment_method_unmapped: It was paid by 'nobody_knows'", await story.EndOfAsync("invoice.paid", 4, Ct));
        Assert.Equal(("PAID", 0m), await OwedAsync(story, 1));
        Assert.Equal(("UNPAID", 215.63m), await OwedAsync(story, 2));
        Assert.Equal(("UNPAID", 215.63m), await OwedAsync(story, 4));
        await HasLineAsync(story, 553, "Paid with store credit", -1000m, 5900m);
        await HasLineAsync(story, 555, "Recycling fee", 17.50m, 707.50m);
        await story.BooksAreInBalanceAsync(Ct);
    }

    [Fact]
    public async Task A_reference_that_a_deleted_contact_keeps_leads_to_the_next_one_and_that_is_said()
    {
        await using var story = await ShopStory.StartAsync(DatabaseKind.Sqlite, Ct);
        var sage = await story.Server.Sandbox.ClientAsync(story.Business, Ct);
        var body = new JsonObject
        {
            ["contact"] = new JsonObject
            {
                ["name"] = "Made by hand",
                ["reference"] = "C31",
                ["contact_type_ids"] = new JsonArray("CUSTOMER"),
            },
        };
        var made = await sage.PostAsync("/contacts", body, Ct);
        Assert.Equal("", made.Status == HttpStatusCode.Created ? "" : made.Text);
        Assert.Equal(HttpStatusCode.NoContent, (await sage.DeleteAsync($"/contacts/{made.Id}", Ct)).Status);

        await story.TellAsync("customer", "complete", Ct);
        await WorkAsync(story);

        var end = await story.EndOfAsync("customer.upserted", 31, Ct);
        Assert.StartsWith("synced : The contact was made as ", end);
        Assert.EndsWith("because Sage keeps the reference of a deleted contact reserved.", end);
        var reference = (await story.RunOfAsync("customer.upserted", 31, Ct))["outcome_reference"]!.ToString();
        Assert.NotEqual("C31", reference);
        Assert.InRange(reference.Length, 1, 10);
    }

    [Fact]
    public async Task Changes_of_one_thing_are_one_run_while_they_wait_and_stock_never_falls_below_nothing()
    {
        await using var story = await ShopStory.StartAsync(DatabaseKind.Sqlite, Ct);
        await CountAsync(story, 12);
        await CountAsync(story, 5);
        await WorkAsync(story);
        Assert.Equal(5m, await StockAsync(story));
        Assert.EndsWith("5 were added to stock.", (await story.RunOfAsync("product.upserted", 801, Ct))["sentence"]!.ToString());

        await CountAsync(story, -4);
        await WorkAsync(story);

        Assert.Equal(0m, await StockAsync(story));
        var runs = await story.RunsAsync("?event=product.upserted", Ct);
        Assert.Equal(2, runs.Count);
        Assert.Equal("5 were taken from stock.", runs[0]["sentence"]!.ToString());
        await story.BooksAreInBalanceAsync(Ct);
    }

    [Fact]
    public async Task A_later_count_waits_for_an_earlier_one_that_is_still_on_its_way()
    {
        await using var story = await ShopStory.StartAsync(DatabaseKind.Sqlite, Ct);
        await CountAsync(story, 12);
        await WorkAsync(story);
        await story.Server.Sandbox.Control.AddFaultAsync(
            new SandboxFault
            {
                Kind = "instead",
                Method = "POST",
                Path = "/v3.1/stock_movements",
                Status = 503,
                Times = 1,
            },
            Ct
        );
        await CountAsync(story, 20);
        await WorkAsync(story);
        story.Server.Time.Advance(TimeSpan.FromMilliseconds(500));
        await CountAsync(story, 15);
        await WorkAsync(story);
        Assert.Equal(12m, await StockAsync(story));

        foreach (var wait in RunSchedule.Waits.Take(3))
        {
            story.Server.Time.Advance(wait);
            await WorkAsync(story);
        }

        Assert.Equal(15m, await StockAsync(story));
        Assert.All(await story.OutcomesAsync(Ct), static outcome => Assert.Equal("product.upserted synced", outcome));
    }

    private static void Decide(JsonNode policy)
    {
        policy["sync"]!["since"] = null;
        var rules = policy["payments"]!["methods"]!.AsArray();
        var bank = rules.Select(static rule => rule!["bank_account_id"]!.ToString()).First(static id => id.Length > 0);
        rules.Clear();
        policy["payments"]!["others"] = Rule("", "fail");
        foreach (var (method, outcome) in new[] { ("left_open", "unpaid"), ("left_out", "skip"), ("nobody_knows", "fail") })
            rules.Add(Rule(method, outcome));
        policy["payments"]!["others"] = Rule("", "bank", bank);
        foreach (var (side, text) in new[] { ("deduction", "Paid with store credit"), ("charge", "Recycling fee") })
            (policy["commercial"]![$"{side}s"], policy["commercial"]![$"{side}_text"]) = ("line", text);
    }

    private static JsonObject Rule(string method, string outcome, string bank = "") =>
        new()
        {
            ["method"] = method,
            ["outcome"] = outcome,
            ["bank_account_id"] = bank,
            ["sage_method_id"] = "",
        };

    private static async Task SellAsync(ShopStory story, long id, string method)
    {
        await story.TellAsync(
            "invoice",
            "guest-taxed-delivery",
            id,
            sale => (sale["increment_id"], sale["payment_method"]) = ($"WEB{id:D6}", method),
            Ct
        );
        await story.TellAsync("payment", "card", id, payment => payment["method"] = method, Ct);
    }

    private static async Task CountAsync(ShopStory story, decimal quantity)
    {
        await story.TellAsync("product", "simple", 801, product => product["stock_qty"] = quantity, Ct);
    }

    private static async Task WorkAsync(ShopStory story)
    {
        while (await story.Server.Get<RunLanes>().WorkOnDueAsync(Ct) > 0) { }
    }

    private static async Task<(string Status, decimal Owed)> OwedAsync(ShopStory story, long id)
    {
        var booked = await story.BookedAsync("sales_invoices", "invoice.created", id, Ct);
        return (booked["status"]!["id"]?.ToString() ?? "", Amount(booked, "outstanding_amount"));
    }

    private static async Task HasLineAsync(ShopStory story, long id, string text, decimal amount, decimal total)
    {
        var booked = await story.BookedAsync("sales_invoices", "invoice.created", id, Ct);
        var line = Assert.Single(booked["invoice_lines"]!.AsArray(), line => line!["description"]!.ToString() == text)!;
        Assert.Equal((amount, total), (Amount(line, "total_amount"), Amount(booked, "total_amount")));
    }

    private static async Task<decimal> StockAsync(ShopStory story)
    {
        var items = await story.Server.Sandbox.Control.DocumentsAsync(story.Business, "stock_items", Ct);
        return Amount(Assert.Single(items, static item => item["item_code"]!.ToString() == "KAROO-801"), "quantity_in_stock");
    }

    private static decimal Amount(JsonNode node, string key) => decimal.Parse(node[key]!.ToString(), CultureInfo.InvariantCulture);
}
