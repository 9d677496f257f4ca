using Ledgerbridge.EndToEndTests.Browsing;
using Ledgerbridge.EndToEndTests.Product;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ledgerbridge.EndToEndTests;

/// <summary>The store ledger as a bookkeeper meets it: a sale appears, a payment fails, its cause is read and put right.</summary>
[Collection<ConnectedBooks>]
public sealed class StoreLedgerTests(ConnectedProduct product) : BrowserTest(product)
{
    private ILocator Rows => Page.GetByRole(AriaRole.Row);

    private ILocator Causes => Page.GetByRole(AriaRole.List, new() { Name = "Why documents failed" });

    [Fact]
    public async Task A_sale_appears_by_itself_and_its_payment_goes_through_once_somebody_has_said_where_the_money_goes()
    {
        using var shop = new DemoShop(App);
        await SayWhatHappensToCardsAsync("fail");
        await Navigation.GetByRole(AriaRole.Link, new() { Name = "Sync" }).ClickAsync();
        var raised = Rows.Filter(new() { HasText = "Invoice raised" });
        await Expect(raised.First).ToBeVisibleAsync();
        var before = await raised.CountAsync();

        await shop.SellAsync(Ct);
        await Expect(raised).ToHaveCountAsync(before + 1);
        await Expect(Causes).ToContainTextAsync("Nobody has said where the money of this way of paying goes.");

        await SayWhatHappensToCardsAsync("bank");
        await Navigation.GetByRole(AriaRole.Link, new() { Name = "Sync" }).ClickAsync();
        await Causes.GetByRole(AriaRole.Button, new() { Name = "Retry" }).First.ClickAsync();
        await Expect(Page.GetByTestId("notices")).ToContainTextAsync("being tried again");
        await Expect(Causes).ToHaveCountAsync(0);
        await Page.GotoAsync("/runs?event=invoice.paid&status=synced");
        await Page.GetByRole(AriaRole.Table).GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Region, new() { Name = "What went to Sage" })).ToContainTextAsync("Payment");
        await Page.GetByText("Show exactly what was sent").First.ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Region, new() { Name = "What was sent, exactly" }).First)
            .ToContainTextAsync("bank_account_id");
    }

    [Fact]
    public async Task A_shop_refuses_a_wrong_code_at_its_field_and_takes_a_fresh_one()
    {
        using var shop = new DemoShop(App);
        await Page.GotoAsync("/stores");
        await Page.GetByRole(AriaRole.Button, new() { Name = $"Actions for {shop.Name}" }).ClickAsync();
        await Page.GetByRole(AriaRole.Menuitem, new() { Name = "Pair again" }).ClickAsync();
        var dialog = Page.GetByRole(AriaRole.Dialog);
        Watch.MayBeRefused = true;
        await dialog.GetByLabel("Pairing code").FillAsync(new string('0', 32));
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Pair again" }).ClickAsync();
        await Expect(dialog).ToContainTextAsync("The shop did not take this code");

        await dialog.GetByLabel("Pairing code").FillAsync(await shop.NewCodeAsync(Ct));
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Pair again" }).ClickAsync();
        await Expect(dialog).ToBeHiddenAsync();
        await Expect(Page.GetByTestId("notices")).ToContainTextAsync($"{shop.Name} is connected");
        await Page.GetByRole(AriaRole.Button, new() { Name = $"Actions for {shop.Name}" }).ClickAsync();
        await Page.GetByRole(AriaRole.Menuitem, new() { Name = "Ping" }).ClickAsync();
        await Expect(Page.GetByTestId("notices")).ToContainTextAsync("The shop answers and takes our token.");
    }

    [Fact]
    public async Task A_Viewer_sees_stores_and_runs_and_is_offered_nothing_that_changes_anything()
    {
        using var shop = new DemoShop(App);
        var viewer = await OpenWindowAsync(await Product.JoinAsync("Lerato Looks", "viewer", Ct));
        await viewer.GotoAsync("/stores");
        await viewer.GetByRole(AriaRole.Button, new() { Name = $"Actions for {shop.Name}" }).ClickAsync();
        await Expect(viewer.GetByRole(AriaRole.Menuitem)).ToHaveTextAsync(["Settings", "Sync history", "Completeness", "Open the shop"]);
        await viewer.GetByRole(AriaRole.Menuitem, new() { Name = "Settings" }).ClickAsync();
        await Expect(viewer.GetByText("You are a Viewer here")).ToBeVisibleAsync();
        await Expect(viewer.GetByLabel("Days to pay")).ToBeDisabledAsync();
        await viewer.GotoAsync("/runs");
        await Expect(viewer.GetByRole(AriaRole.Table)).ToBeVisibleAsync();
        await Expect(viewer.GetByRole(AriaRole.Button, new() { Name = "Retry" })).ToHaveCountAsync(0);
    }

    private async Task SayWhatHappensToCardsAsync(string outcome)
    {
        await Page.GotoAsync($"/stores/{await Product.Api.ShopIdAsync(Ct)}");
        var choice = Page.GetByRole(AriaRole.Combobox, new() { Name = "What happens: PayFast" });
        await Expect(choice).ToBeVisibleAsync();
        if (await choice.InputValueAsync() == outcome)
            return;
        await choice.SelectOptionAsync(outcome);
        if (outcome == "bank")
            await Page.GetByLabel("Bank account: PayFast").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await Page.GetByTestId("save-settings").ClickAsync();
        await Expect(Page.GetByTestId("notices")).ToContainTextAsync("Saved as version");
    }
}
