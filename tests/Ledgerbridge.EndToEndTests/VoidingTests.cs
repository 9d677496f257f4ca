using Ledgerbridge.EndToEndTests.Browsing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ledgerbridge.EndToEndTests;

/// <summary>Voiding a draft, which Sage deletes: nobody is left on the page of something that is no more.</summary>
[Collection<ConnectedBooks>]
public sealed class VoidingTests(ConnectedProduct product) : BrowserTest(product)
{
    [Fact]
    public async Task A_voided_draft_is_told_on_the_list_and_stands_there_no_more()
    {
        var contacts = await Product.Api.GetAsync("/api/sage/contacts?kind=customer&limit=1", Ct);
        var draft = await Product.Api.PostAsync(
            "/api/sage/sales_invoices",
            new
            {
                contact_id = contacts.GetProperty("contacts")[0].GetProperty("id").GetString(),
                reference = "VOID-1",
                line_items = new[]
                {
                    new
                    {
                        description = "Consulting",
                        quantity = 1,
                        unit_price = "100.00",
                    },
                },
            },
            Ct
        );
        await Page.GotoAsync($"/invoices/{draft.GetProperty("id").GetString()}");
        await Page.GetByRole(AriaRole.Button, new() { Name = "More" }).ClickAsync();
        await Page.GetByRole(AriaRole.Menuitem, new() { Name = "Void" }).ClickAsync();
        await Page.GetByTestId("void-reason").FillAsync("Written twice");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Void it" }).ClickAsync();

        await Expect(Page.GetByText("Draft voided. Nothing had been booked.")).ToBeVisibleAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Invoices");
        await Page.GetByLabel("Search", new() { Exact = true }).FillAsync("VOID-1");
        await Expect(Page).ToHaveURLAsync("/invoices?search=VOID-1");
        await Expect(Page.GetByText("No invoice fits these filters.")).ToBeVisibleAsync();
    }
}
