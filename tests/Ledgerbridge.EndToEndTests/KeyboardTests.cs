using Ledgerbridge.EndToEndTests.Browsing;
using Ledgerbridge.EndToEndTests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ledgerbridge.EndToEndTests;

/// <summary>Work without a mouse.</summary>
[Collection<ConnectedBooks>]
public sealed class KeyboardTests(ConnectedProduct product) : BrowserTest(product)
{
    private InvoiceForm Form => new(Page);

    [Fact]
    public async Task An_invoice_is_written_and_confirmed_with_the_keyboard_alone()
    {
        await Page.GotoAsync("/invoices");
        await Expect(Page.GetByRole(AriaRole.Table)).ToBeVisibleAsync();
        await Page.Keyboard.PressAsync("Control+k");
        await Expect(Page.GetByRole(AriaRole.Combobox, new() { Name = "Screen or action" })).ToBeFocusedAsync();
        await TypeAsync("new inv");
        await PressAsync("Enter");
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "New invoice" })).ToBeFocusedAsync();
        await TabToAsync(Form.Customer);
        await TypeAsync("Table Bay");
        await Expect(Form.Customers).ToHaveCountAsync(1);
        await Expect(Form.Customers).ToHaveAttributeAsync("data-combobox-selected", "true");
        await PressAsync("Enter");
        await Expect(Form.Customer).ToHaveValueAsync("Table Bay Deli CC");
        await TabToAsync(Form.Reference);
        await Page.Keyboard.PressAsync("Control+a");
        await TypeAsync("KEYS-1");
        await WriteLinesAsync();
        await TabToAsync(Form.PreviewButton);
        await PressAsync("Enter");
        await Expect(Form.ConfirmButton).ToBeFocusedAsync();
        await Expect(Form.ConfirmButton).ToHaveTextAsync("Create draft for R 345.00");
        await PressAsync("Enter");
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Invoice created successfully" })).ToBeFocusedAsync();
        await PressAsync("Tab");
        await PressAsync("Enter");
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Draft KEYS-1");
    }

    [Fact]
    public async Task The_first_stop_leads_past_the_navigation_and_a_slash_to_the_search()
    {
        await Page.GotoAsync("/contacts");
        await Expect(Page.GetByRole(AriaRole.Table)).ToBeVisibleAsync();
        await PressAsync("/");
        await Expect(Page.GetByLabel("Search", new() { Exact = true })).ToBeFocusedAsync();
        await Page.ReloadAsync();
        await Expect(Page.GetByRole(AriaRole.Table)).ToBeVisibleAsync();
        await PressAsync("Tab");
        var skip = Page.GetByRole(AriaRole.Link, new() { Name = "Skip to the content" });
        await Expect(skip).ToBeFocusedAsync();
        await Expect(skip).ToBeInViewportAsync();
        await PressAsync("Enter");
        await PressAsync("Tab");
        await Expect(Main.GetByRole(AriaRole.Link, new() { Name = "Export CSV" })).ToBeFocusedAsync();
    }

    /// <summary>Three lines as in a spreadsheet: Enter below the last one makes a new one; one of them is taken away again.</summary>
    private async Task WriteLinesAsync()
    {
        await TabToAsync(Form.Descriptions.First);
        await TypeAsync("Menu design");
        await PressAsync("Tab");
        await TypeAsync("2");
        await PressAsync("Tab");
        await TypeAsync("100");
        await PressAsync("Enter");
        await Expect(Form.Descriptions.Nth(1)).ToBeFocusedAsync();
        await TypeAsync("Printing");
        await PressAsync("Tab");
        await PressAsync("Tab");
        await TypeAsync("100");
        await PressAsync("Enter");
        await Expect(Form.Descriptions.Nth(2)).ToBeFocusedAsync();
        await TypeAsync("A mistake");
        await PressAsync("Alt+Delete");
        await Expect(Form.Descriptions).ToHaveCountAsync(2);
    }

    private Task TypeAsync(string text) => Page.Keyboard.TypeAsync(text);

    private Task PressAsync(string key) => Page.Keyboard.PressAsync(key);

    /// <summary>Tabs on until the focus is there; fails when it never comes there.</summary>
    private async Task TabToAsync(ILocator target)
    {
        const int stopsMax = 30;
        for (var stop = 0; stop < stopsMax; stop++)
        {
            await PressAsync("Tab");
            if (await target.EvaluateAsync<bool>("(element) => element === document.activeElement"))
                return;
        }
        Assert.Fail($"The Tab key does not lead to {target}.");
    }
}
