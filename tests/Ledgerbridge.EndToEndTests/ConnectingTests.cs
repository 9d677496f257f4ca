using System.Web;
using Ledgerbridge.EndToEndTests.Browsing;
using Ledgerbridge.EndToEndTests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ledgerbridge.EndToEndTests;

/// <summary>
/// The way to Sage when it does not go well: refused, forged, or begun by somebody else. Nothing is changed by any of it.
/// </summary>
[Collection<EmptyWorkspace>]
public sealed class ConnectingTests(EmptyProduct product) : BrowserTest(product)
{
    [Fact]
    public async Task Refusing_at_Sage_says_so_changes_nothing_and_leads_back()
    {
        var before = await ConnectionsAsync();
        var pages = new ConnectPages(Page);
        await Page.GotoAsync("/connect");
        await pages.GoToSage.ClickAsync();
        await pages.Refuse.ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "The connection was not allowed" })).ToBeVisibleAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "Try again" }).ClickAsync();
        await Expect(pages.GoToSage).ToBeVisibleAsync();
        Assert.Equal(before, await ConnectionsAsync());
    }

    [Fact]
    public async Task A_forged_answer_from_Sage_is_turned_away()
    {
        var before = await ConnectionsAsync();
        await Page.GotoAsync("/auth/callback?code=forged&country=ZA&state=forged");
        await TurnedAwayAsync(Page);
        await Page.GetByRole(AriaRole.Link, new() { Name = "Connect Sage" }).ClickAsync();
        await Expect(new ConnectPages(Page).GoToSage).ToBeVisibleAsync();
        Assert.Equal(before, await ConnectionsAsync());
    }

    [Fact]
    public async Task An_answer_from_Sage_counts_only_in_the_browser_that_asked()
    {
        var before = await ConnectionsAsync();
        var pages = new ConnectPages(Page);
        await Page.GotoAsync("/connect");
        await pages.GoToSage.ClickAsync();
        await Expect(pages.Refuse).ToBeVisibleAsync();
        var state = HttpUtility.ParseQueryString(new Uri(Page.Url).Query)["state"];
        Assert.False(string.IsNullOrEmpty(state));
        // The same person, signed in once more: the window's own session is not the one that asked.
        var other = await OpenWindowAsync(null);
        await other.GotoAsync("/sign-in");
        await new SignInPage(other).SendAsync(App.Demo!);
        await Expect(other.GetByRole(AriaRole.Heading, new() { Name = "Overview", Level = 1 })).ToBeVisibleAsync();
        await other.GotoAsync($"/auth/callback?code=another&country=ZA&state={Uri.EscapeDataString(state)}");
        await TurnedAwayAsync(other);
        Assert.Equal(before, await ConnectionsAsync());
        // The one who asked is not disturbed by it.
        await pages.Refuse.ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "The connection was not allowed" })).ToBeVisibleAsync();
    }

    private static Task TurnedAwayAsync(IPage page) =>
        Expect(page.GetByRole(AriaRole.Heading, new() { Name = "This sign-in can no longer be used" })).ToBeVisibleAsync();

    private async Task<string> ConnectionsAsync() => (await Product.Api.GetAsync("/api/connections", Ct)).GetRawText();
}
