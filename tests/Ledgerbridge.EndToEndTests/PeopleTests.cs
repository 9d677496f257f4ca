using System.Net;
using System.Net.Http.Headers;
using Ledgerbridge.EndToEndTests.Browsing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ledgerbridge.EndToEndTests;

/// <summary>Colleagues: inviting, joining, and what each role sees; and programs, which have keys.</summary>
[Collection<ConnectedBooks>]
public sealed class PeopleTests(ConnectedProduct product) : BrowserTest(product)
{
    [Fact]
    public async Task An_invited_person_joins_with_the_link_once_and_is_listed()
    {
        await Page.GotoAsync("/settings?tab=people");
        await Page.GetByLabel("E-mail", new() { Exact = true }).FillAsync("sipho@ledgerbridge.example");
        await Page.GetByLabel("Role", new() { Exact = true }).SelectOptionAsync("Accountant");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Make the invitation" }).ClickAsync();
        var link = await Page.GetByTestId("shown-once").InnerTextAsync();

        var joining = await OpenWindowAsync(null);
        await joining.GotoAsync(link);
        await joining.GetByLabel("Your name").FillAsync("Sipho Dube");
        await joining.GetByLabel("Password", new() { Exact = true }).FillAsync("a password to keep");
        await joining.GetByRole(AriaRole.Button, new() { Name = "Join" }).ClickAsync();
        await Expect(joining).ToHaveURLAsync("/");
        await joining.GetByRole(AriaRole.Link, new() { Name = "Invoices", Exact = true }).ClickAsync();
        await Expect(joining.GetByRole(AriaRole.Link, new() { Name = "New invoice" })).ToBeVisibleAsync();

        await Page.ReloadAsync();
        await Expect(Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Sipho Dube" })).ToBeVisibleAsync();
        await Expect(Page.GetByLabel("Role of Sipho Dube")).ToHaveValueAsync("accountant");
        await Expect(Page.GetByTestId("shown-once")).ToHaveCountAsync(0);

        var late = await OpenWindowAsync(null);
        await late.GotoAsync(link);
        await Expect(late.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await Expect(late.GetByRole(AriaRole.Button, new() { Name = "Join" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_Viewer_is_offered_nothing_that_changes_anything()
    {
        var viewer = await OpenWindowAsync(await Product.JoinAsync("Vusi Viewer", "viewer", Ct));
        foreach (var (path, ready) in ViewersScreens)
        {
            await viewer.GotoAsync(path);
            await Expect(viewer.GetByRole(AriaRole.Main)).ToContainTextAsync(ready);
            await Expect(viewer.Locator("[aria-busy=true], .mantine-Skeleton-root")).ToHaveCountAsync(0);
            Assert.Empty(await WritesAsync(viewer));
        }
        await viewer.GotoAsync(await DraftAsync());
        await Expect(viewer.GetByRole(AriaRole.Heading, new() { Name = "Where it stands" })).ToBeVisibleAsync();
        await viewer.GetByTestId("more-actions").ClickAsync();
        Assert.Empty(await WritesAsync(viewer));

        // The same look at an Owner's screen finds them, so it does not find nothing everywhere.
        await Page.GotoAsync(await DraftAsync());
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Where it stands" })).ToBeVisibleAsync();
        await Page.GetByTestId("more-actions").ClickAsync();
        Assert.Equal(["Release", "Void…"], await WritesAsync(Page));
    }

    [Fact]
    public async Task An_API_key_is_shown_once_works_and_can_be_revoked()
    {
        await Page.GotoAsync("/settings?tab=keys");
        await Page.GetByLabel("Name", new() { Exact = true }).FillAsync("Month end script");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Make the key" }).ClickAsync();
        var key = await Page.GetByTestId("shown-once").InnerTextAsync();
        Assert.Equal(HttpStatusCode.OK, await AskWithAsync(key));

        await Page.ReloadAsync();
        var keys = Page.GetByRole(AriaRole.Region, new() { Name = "Keys in use" });
        var row = keys.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Month end script" });
        await Expect(row).ToContainTextAsync($"ends in …{key[^4..]}");
        Assert.DoesNotContain(key, await Page.ContentAsync(), StringComparison.Ordinal);

        await row.GetByRole(AriaRole.Button, new() { Name = "Revoke" }).ClickAsync();
        var dialog = Page.GetByRole(AriaRole.Dialog, new() { Name = "Revoke the key Month end script?" });
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Revoke" }).ClickAsync();
        await Expect(row).ToHaveCountAsync(0);
        Assert.Equal(HttpStatusCode.Unauthorized, await AskWithAsync(key));
    }

    private static readonly (string Path, string Ready)[] ViewersScreens =
    [
        ("/", "Booked in the last 30 days"),
        ("/invoices", "Sales invoices of"),
        ("/invoices/new", "Your role cannot write invoices"),
        ("/contacts", "Baobab Lodge"),
        ("/audit", "Signed in"),
        ("/connect", "Your role cannot connect Sage"),
        ("/settings", "You are a Viewer here"),
        ("/settings?tab=invoices", "Invoice defaults"),
        ("/settings?tab=people", "Only an Owner can invite people"),
        ("/settings?tab=keys", "an Owner’s business"),
    ];

    private static readonly string[] WriteWords =
    [
        "New invoice",
        "New contact",
        "Release",
        "Void…",
        "Verify",
        "Go to Sage",
        "Renew now",
        "Connect again",
        "Disconnect…",
        "Read now",
        "Save",
        "Set South African defaults",
        "Make the invitation",
        "Remove…",
        "Make the key",
        "Revoke…",
    ];

    private static async Task<string[]> WritesAsync(IPage page)
    {
        var words = await page.Locator("main button, main a, [role=menuitem]").AllInnerTextsAsync();
        return [.. words.Select(static text => text.Trim()).Where(WriteWords.Contains)];
    }

    private async Task<string> DraftAsync()
    {
        var drafts = await Product.Api.GetAsync("/api/sage/sales_invoices?status=draft&items_per_page=1", Ct);
        return $"/invoices/{drafts.GetProperty("$items")[0].GetProperty("id").GetString()}";
    }

    private async Task<HttpStatusCode> AskWithAsync(string key)
    {
        using var http = new HttpClient { BaseAddress = App.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var answer = await http.GetAsync("/api/sage/contacts", Ct);
        return answer.StatusCode;
    }
}
