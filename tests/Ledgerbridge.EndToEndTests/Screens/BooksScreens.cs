using Ledgerbridge.EndToEndTests.Browsing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ledgerbridge.EndToEndTests.Screens;

/// <summary>What the books hold beside invoices: credit notes, payments, contacts; and how their copies stand.</summary>
internal static class BooksScreens
{
    private const string Customer = "Baobab Lodge";

    /// <summary>All of them.</summary>
    public static IEnumerable<Screen> All() =>
        [
            new("credit-notes", At("/invoices/credit-notes")),
            new("credit-note", OpenFirstAsync("sales_credit_notes", "/invoices/credit-notes", "Used for")),
            new("payments", At("/invoices/payments")),
            new("payment", OpenFirstAsync("contact_payments", "/invoices/payments", "What it was set against")),
            new("settings-copies", At("/settings?tab=copies")),
            new("contacts", At("/contacts")),
            new("new-contact", At("/contacts?create=true")),
            new("contact", OpenContactAsync),
            new("contact-change", ChangeContactAsync),
            new("contact-address", AddAddressAsync),
            new("contact-out-of-use", PutOutOfUseAsync),
            new("contact-statement", StatementAsync),
            new("results", ResultsAsync) { HasPopup = true },
        ];

    private static Func<IPage, RunningProduct, Task> At(string path) => (page, _) => page.GotoAsync(path);

    private static Func<IPage, RunningProduct, Task> OpenFirstAsync(string resource, string path, string panel) =>
        async (page, product) =>
        {
            var list = await product.Api.GetAsync($"/api/sage/{resource}?items_per_page=1", CancellationToken.None);
            await page.GotoAsync($"{path}/{list.GetProperty("items")[0].GetProperty("id").GetString()}");
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = panel })).ToBeVisibleAsync();
        };

    private static async Task OpenContactAsync(IPage page, RunningProduct product)
    {
        await page.GotoAsync("/contacts");
        await page.GetByRole(AriaRole.Link, new() { Name = Customer }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Details" })).ToBeVisibleAsync();
    }

    private static async Task ChangeContactAsync(IPage page, RunningProduct product)
    {
        await OpenContactAsync(page, product);
        await page.GetByRole(AriaRole.Button, new() { Name = "Edit", Exact = true }).ClickAsync();
        await Expect(page.GetByTestId("contact-name")).ToBeFocusedAsync();
    }

    private static async Task AddAddressAsync(IPage page, RunningProduct product)
    {
        await OpenContactAsync(page, product);
        var addresses = page.GetByRole(AriaRole.Region, new() { Name = "Addresses" });
        await addresses.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
        await Expect(page.GetByLabel("Name", new() { Exact = true })).ToBeFocusedAsync();
    }

    private static async Task PutOutOfUseAsync(IPage page, RunningProduct product)
    {
        await OpenContactAsync(page, product);
        await page.GetByRole(AriaRole.Button, new() { Name = "More" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Put out of use" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
    }

    private static async Task StatementAsync(IPage page, RunningProduct product)
    {
        await OpenContactAsync(page, product);
        await page.GetByRole(AriaRole.Link, new() { Name = "Statement" }).ClickAsync();
        await Expect(page.GetByText("Opening balance")).ToBeVisibleAsync();
    }

    private static async Task ResultsAsync(IPage page, RunningProduct product)
    {
        await page.GotoAsync("/contacts");
        await page.GetByRole(AriaRole.Button, new() { Name = "Results", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Results" })).ToBeVisibleAsync();
    }
}
