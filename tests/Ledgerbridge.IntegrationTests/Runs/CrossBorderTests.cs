using System.Globalization;
using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox;
using Ledgerbridge.Server.Runs;
using Ledgerbridge.Server.Storage;

namespace Ledgerbridge.IntegrationTests.Runs;

/// <summary>Sales in other currencies and to other countries, in British books that hold several currencies.</summary>
public sealed class CrossBorderTests
{
    private const string Invoice = "invoice.created";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Sales_abroad_are_booked_in_their_currency_with_kind_rate_and_contact_told(DatabaseKind database)
    {
        await using var story = await ShopStory.StartAsync(database, SandboxSeed.PennineSupplies, Ct);
        await story.ChangePolicyAsync(static policy => policy["sync"]!["since"] = null, Ct);
        await story.TellAsync("product", "virtual", 9001, static product => product["sku"] = "COURSE", Ct);
        await story.TellAsync("product", "simple", 9002, static product => product["sku"] = "BOOK", Ct);
        await story.Server.Get<RunLanes>().WorkOnDueAsync(Ct);
        await story.TellAsync("invoice", "european-services", Ct);
        await story.TellAsync("invoice", "export-in-dollars", Ct);
        await story.Server.Get<RunLanes>().WorkOnDueAsync(Ct);
        await story.TellAsync("creditmemo", "dollars", Ct);
        await story.Server.Get<RunLanes>().WorkOnDueAsync(Ct);

        await GoodsAndServicesAreOneKindAsync(story);
        await DollarsAreTurnedOverAsync(story);
        await TheRefundGoesWhereItsInvoiceWentAsync(story);
        await story.BooksAreInBalanceAsync(Ct);
    }

    private static async Task GoodsAndServicesAreOneKindAsync(ShopStory story)
    {
        var booked = await story.BookedAsync("sales_invoices", Invoice, 531, Ct);
        Assert.Equal(
            ["SERVICES"],
            booked["invoice_lines"]!.AsArray().Select(static line => line!["eu_goods_services_type"]!["id"]!.ToString()).Distinct()
        );
        Assert.Contains(
            "Sage takes one kind for a document, and most of the value is services.",
            await story.DecisionsAsync(Invoice, 531, Ct),
            StringComparison.Ordinal
        );
        // The shop says 1.1512 euro for a pound.
        Assert.Equal(("EUR", 150m, 0m), (Id(booked, "currency"), Amount(booked, "total_amount"), Amount(booked, "tax_amount")));
        Assert.Equal(130.30m, Amount(booked, "base_currency_total_amount"));
        Assert.EndsWith("E", await ReferenceAsync(story, booked));
    }

    private static async Task DollarsAreTurnedOverAsync(ShopStory story)
    {
        var booked = await story.BookedAsync("sales_invoices", Invoice, 529, Ct);
        Assert.Equal(("USD", 113.50m, 0m), (Id(booked, "currency"), Amount(booked, "total_amount"), Amount(booked, "tax_amount")));
        Assert.Equal(["GB_ZERO"], booked["invoice_lines"]!.AsArray().Select(static line => Id(line!, "tax_rate")).Distinct());
        // 0.0541 turned over to ten decimals is 18.4842883549. Sage turns the row (1 678.37) and the carriage (419.59), not the total.
        Assert.Equal(2097.96m, Amount(booked, "base_currency_total_amount"));
        Assert.EndsWith("U", await ReferenceAsync(story, booked));
        Assert.Equal("USD", Id(await ContactAsync(story, booked), "currency"));
    }

    private static async Task TheRefundGoesWhereItsInvoiceWentAsync(ShopStory story)
    {
        var invoice = await story.BookedAsync("sales_invoices", Invoice, 529, Ct);
        var note = await story.BookedAsync("sales_credit_notes", "creditmemo.created", 723, Ct);
        Assert.Equal(Id(invoice, "contact"), Id(note, "contact"));
        Assert.Equal(invoice["exchange_rate"]!.ToString(), note["exchange_rate"]!.ToString());
        Assert.Equal(45.40m, Amount(note, "total_amount"));
        Assert.Equal(113.50m - 45.40m, Amount(invoice, "outstanding_amount"));
    }

    private static async Task<string> ReferenceAsync(ShopStory story, JsonNode document) =>
        (await ContactAsync(story, document))["reference"]!.ToString();

    private static async Task<JsonNode> ContactAsync(ShopStory story, JsonNode document) =>
        (await story.Server.Sandbox.Control.DocumentsAsync(story.Business, "contacts", Ct)).Single(contact =>
            contact["id"]!.ToString() == Id(document, "contact")
        );

    private static string Id(JsonNode node, string key) => node[key]?["id"]?.ToString() ?? node[key]?.ToString() ?? "";

    private static decimal Amount(JsonNode node, string key) => decimal.Parse(node[key]!.ToString(), CultureInfo.InvariantCulture);
}
