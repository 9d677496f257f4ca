using System.Text.Json;
using Ledgerbridge.EndToEndTests.Browsing;
using Ledgerbridge.Sandbox;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ledgerbridge.EndToEndTests;

/// <summary>One connection may give access to several businesses; one works in one of them at a time.</summary>
[Collection<ConnectedBooks>]
public sealed class BusinessSwitchTests(ConnectedProduct product) : BrowserTest(product)
{
    private const string First = "Karoo Trading (Pty) Ltd";
    private const string Second = "Pennine Supplies Ltd";
    private const string Customer = "Dales Joinery";
    private const string Reference = "DALES-1";

    [Fact]
    public async Task Choosing_another_business_changes_what_the_lists_show_and_choosing_the_first_brings_its_own_back()
    {
        var karoo = await FirstReferenceAsync();
        try
        {
            await Page.GotoAsync("/invoices");
            await Expect(Main).ToContainTextAsync($"Sales invoices of {First}, in ZAR.");
            await Expect(Page.GetByRole(AriaRole.Table)).ToContainTextAsync(karoo);

            await ChooseAsync(Second);
            await Expect(Main).ToContainTextAsync($"Sales invoices of {Second}, in GBP.");
            await Expect(Main).Not.ToContainTextAsync(karoo);
            await WriteInvoiceAsync();
            await Page.ReloadAsync();
            await Expect(Page.GetByRole(AriaRole.Table)).ToContainTextAsync(Reference);
            await Expect(Page.GetByRole(AriaRole.Table)).ToContainTextAsync("120.00");
            await Navigation.GetByRole(AriaRole.Link, new() { Name = "Contacts" }).ClickAsync();
            await Expect(Main).ToContainTextAsync(Customer);
            await Expect(Main).Not.ToContainTextAsync("Baobab Lodge");

            await ChooseAsync(First);
            await Expect(Main).ToContainTextAsync("Baobab Lodge");
            await Expect(Main).Not.ToContainTextAsync(Customer);
            await Navigation.GetByRole(AriaRole.Link, new() { Name = "Invoices" }).ClickAsync();
            await Expect(Page.GetByRole(AriaRole.Table)).ToContainTextAsync(karoo);
            await Expect(Main).Not.ToContainTextAsync(Reference);
        }
        finally
        {
            // The other tests work in the first business, whatever became of this one.
            await Product.Api.PostAsync("/api/business/select", new { business_id = SandboxSeed.KarooTrading }, CancellationToken.None);
        }
    }

    private async Task ChooseAsync(string business)
    {
        await Page.GetByTestId("business-switcher").ClickAsync();
        await Page.GetByRole(AriaRole.Menuitem, new() { Name = business }).ClickAsync();
        await Expect(Page.GetByText($"You work in {business} now.")).ToBeVisibleAsync();
        await Expect(Page.GetByTestId("business-switcher")).ToContainTextAsync(business);
    }

    private async Task<string> FirstReferenceAsync()
    {
        var list = await Product.Api.GetAsync("/api/sage/sales_invoices?items_per_page=1", Ct);
        return list.GetProperty("$items")[0].GetProperty("reference").GetString()!;
    }

    private async Task WriteInvoiceAsync()
    {
        var made = await Product.Api.PostAsync("/api/sage/contacts", new { name = Customer }, Ct);
        object[] lines =
        [
            new
            {
                description = "Consulting",
                quantity = 1,
                unit_price = "100.00",
            },
        ];
        var invoice = new
        {
            contact_id = Text(made.GetProperty("contact"), "id"),
            reference = Reference,
            line_items = lines,
        };
        Assert.Equal("success", Text(await Product.Api.PostAsync("/api/sage/sales_invoices", invoice, Ct), "status"));
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
