using System.Text.Json;
using Ledgerbridge.EndToEndTests.Browsing;
using Ledgerbridge.EndToEndTests.Product;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ledgerbridge.EndToEndTests.Screens;

/// <summary>
/// The screens of the store ledger. The embedded default has paired its demo shop, in which somebody has bought something.
/// </summary>
internal static class StoreScreens
{
    /// <summary>All of them.</summary>
    public static IEnumerable<Screen> All() =>
        [
            new("stores", StoresAsync),
            new("stores-empty", NoStoresAsync) { SignedIn = false, SignsIn = true },
            new("overview", OverviewAsync),
            new("overview-empty", EmptyOverviewAsync) { SignedIn = false, SignsIn = true },
            new("store-completeness", CompletenessAsync),
            new("store-menu", StoreMenuAsync) { HasPopup = true },
            new("store-pair", PairAsync),
            new("store-connect", static (page, _) => page.GotoAsync("/stores/connect")),
            new("store-connect-refused", RefuseCodeAsync) { ShowsRefusal = true },
            new("store-settings", SettingsAsync),
            new("store-settings-payments", PaymentsCardAsync),
            new("store-settings-with-errors", SettingsWithErrorsAsync),
            new("store-settings-leaving", LeaveSettingsAsync),
            new("store-settings-what-would-change", WhatWouldChangeAsync),
            new("runs", RunsAsync),
            new("runs-nothing-fits", static (page, _) => page.GotoAsync("/runs?search=nobody-sold-this")),
            new("run", OpenRunAsync("synced")),
            new("run-failed", OpenRunAsync("failed")),
            new("run-undo", UndoAsync),
            new("run-dry", DryRunAsync),
            new("runs-backfill", BackfillAsync),
        ];

    private static async Task StoresAsync(IPage page, RunningProduct product)
    {
        using var shop = new DemoShop(product.App);
        await page.GotoAsync("/stores");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = shop.Name, Exact = true })).ToBeVisibleAsync();
    }

    /// <summary>With something that needs a person: a payment whose money nobody has given a place.</summary>
    private static async Task OverviewAsync(IPage page, RunningProduct product)
    {
        await FailAsync(page, product);
        await page.GotoAsync("/");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Needs you" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Group, new() { Name = "Day by day in ZAR" })).ToBeVisibleAsync();
    }

    private static async Task EmptyOverviewAsync(IPage page, RunningProduct product)
    {
        await BeginAsync(page, product, "Bongani Begins");
        await page.GotoAsync("/");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "First steps" })).ToBeVisibleAsync();
    }

    private static async Task CompletenessAsync(IPage page, RunningProduct product)
    {
        await OpenRunAsync("synced")(page, product);
        await page.GotoAsync($"/stores/{await product.Api.ShopIdAsync(CancellationToken.None)}/completeness");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Day by day" })).ToBeVisibleAsync();
    }

    private static async Task NoStoresAsync(IPage page, RunningProduct product)
    {
        await BeginAsync(page, product, "Nomsa New");
        await page.GotoAsync("/stores");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "No store is connected yet" })).ToBeVisibleAsync();
    }

    /// <summary>Signs somebody new in, into a workspace of their own.</summary>
    private static async Task BeginAsync(IPage page, RunningProduct product, string name)
    {
        var person = await product.JoinAsync(name, "owner", CancellationToken.None);
        await SendAsync(page, "POST", "/api/session", new { email = person.Email, password = person.Password });
        var made = await SendAsync(page, "POST", "/api/account/workspaces", new { name = "Just begun" });
        await SendAsync(page, "PUT", "/api/session/workspace", new { workspace_id = made.GetProperty("id").GetString() });
    }

    private static async Task<JsonElement> SendAsync(IPage page, string method, string path, object body)
    {
        var answer = await page.Context.APIRequest.FetchAsync(path, new() { Method = method, DataObject = body });
        if (!answer.Ok)
            throw new InvalidOperationException($"{method} {path} answered {answer.Status}: {await answer.TextAsync()}");
        return (await answer.JsonAsync())!.Value;
    }

    private static async Task StoreMenuAsync(IPage page, RunningProduct product)
    {
        await StoresAsync(page, product);
        await page.GetByRole(AriaRole.Button, new() { Name = "Actions for" }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Menu)).ToBeVisibleAsync();
    }

    private static async Task PairAsync(IPage page, RunningProduct product)
    {
        await StoreMenuAsync(page, product);
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Pair again" }).ClickAsync();
        await Expect(page.GetByLabel("Pairing code")).ToBeFocusedAsync();
    }

    private static async Task RefuseCodeAsync(IPage page, RunningProduct product)
    {
        using var shop = new DemoShop(product.App);
        await page.GotoAsync("/stores/connect");
        await page.GetByTestId("store-address").FillAsync(shop.Address.AbsoluteUri);
        await page.GetByTestId("pairing-code").FillAsync(new string('0', 32));
        await page.GetByTestId("connect-store").ClickAsync();
        await Expect(page.GetByTestId("error-summary")).ToContainTextAsync("The shop did not take this code");
    }

    private static async Task SettingsAsync(IPage page, RunningProduct product)
    {
        await page.GotoAsync($"/stores/{await product.Api.ShopIdAsync(CancellationToken.None)}");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "B2C consolidation" })).ToBeVisibleAsync();
    }

    private static async Task PaymentsCardAsync(IPage page, RunningProduct product)
    {
        await SettingsAsync(page, product);
        await page.GetByLabel("What happens: PayFast").SelectOptionAsync("bank");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Payment-method map" }).ScrollIntoViewIfNeededAsync();
        await Expect(page.GetByLabel("Bank account: PayFast")).ToBeVisibleAsync();
    }

    private static async Task SettingsWithErrorsAsync(IPage page, RunningProduct product)
    {
        await SettingsAsync(page, product);
        await page.GetByLabel("Days to pay").FillAsync("soon");
        await page.GetByLabel("Only these currencies").FillAsync("EURO");
        await page.GetByTestId("save-settings").ClickAsync();
        await Expect(page.GetByTestId("error-summary")).ToBeVisibleAsync();
    }

    private static async Task LeaveSettingsAsync(IPage page, RunningProduct product)
    {
        await SettingsAsync(page, product);
        await page.GetByLabel("Days to pay").FillAsync("14");
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Main" }).GetByRole(AriaRole.Link, new() { Name = "Audit" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Leave without saving?" })).ToBeVisibleAsync();
    }

    private static async Task WhatWouldChangeAsync(IPage page, RunningProduct product)
    {
        await OpenRunAsync("synced")(page, product);
        await SettingsAsync(page, product);
        await page.GetByLabel("Before invoice numbers").FillAsync("KO-");
        await page.GetByTestId("what-would-change").ClickAsync();
        await Expect(page.GetByRole(AriaRole.List, new() { Name = "The documents concerned" }).GetByRole(AriaRole.Link).First)
            .ToBeVisibleAsync();
    }

    private static async Task RunsAsync(IPage page, RunningProduct product)
    {
        await FailAsync(page, product);
        await page.GotoAsync("/runs");
        await Expect(page.GetByRole(AriaRole.Table).GetByText("Synced", new() { Exact = true }).First).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.List, new() { Name = "Why documents failed" })).ToBeVisibleAsync();
    }

    /// <summary>A sale whose payment could not be posted, because nobody has said where its money goes.</summary>
    private static async Task FailAsync(IPage page, RunningProduct product)
    {
        var failed = await product.Api.GetAsync("/api/runs?status=failed&event=invoice.paid&limit=1", CancellationToken.None);
        if (failed.GetProperty("items").GetArrayLength() > 0)
            return;
        await product.Api.AskAboutCardsAsync(CancellationToken.None);
        using var shop = new DemoShop(product.App);
        await shop.SellAsync(CancellationToken.None);
        await page.GotoAsync("/runs?status=failed&event=invoice.paid");
        await Expect(page.GetByRole(AriaRole.Table).GetByRole(AriaRole.Link).First).ToBeVisibleAsync();
    }

    private static Func<IPage, RunningProduct, Task> OpenRunAsync(string status) =>
        async (page, product) =>
        {
            await FailAsync(page, product);
            await page.GotoAsync($"/runs?status={status}&event={(status == "failed" ? "invoice.paid" : "invoice.created")}");
            await page.GetByRole(AriaRole.Table).GetByRole(AriaRole.Link).First.ClickAsync();
            await Expect(page.GetByTestId("run-sentence")).ToBeVisibleAsync();
        };

    private static async Task UndoAsync(IPage page, RunningProduct product)
    {
        await OpenRunAsync("synced")(page, product);
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(page.GetByTestId("undo-reason")).ToBeFocusedAsync();
    }

    private static async Task DryRunAsync(IPage page, RunningProduct product)
    {
        await OpenRunAsync("failed")(page, product);
        await page.GetByRole(AriaRole.Button, new() { Name = "Dry run" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Show what would be posted" }).ClickAsync();
        await Expect(page.GetByTestId("dry-run")).ToContainTextAsync("Would");
    }

    private static async Task BackfillAsync(IPage page, RunningProduct product)
    {
        await page.GotoAsync("/runs");
        await page.GetByRole(AriaRole.Button, new() { Name = "Backfill" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
    }
}
