using Ledgerbridge.EndToEndTests.Browsing;
using Ledgerbridge.EndToEndTests.Screens;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ledgerbridge.EndToEndTests;

/// <summary>A server nobody has set up yet. There is one such moment in its life, so there is one test of it.</summary>
[Collection<NewServer>]
public sealed class FirstRunTests(NewProduct product) : BrowserTest(product)
{
    protected override bool StartsSignedIn => false;

    [Fact]
    public async Task The_first_person_makes_account_and_workspace_and_is_led_to_Sage()
    {
        await Page.GotoAsync("/contacts");
        await Expect(Page).ToHaveURLAsync("/first-run");
        var looks = await ScreenCheck.AllAsync(Page, "first-run");
        Assert.True(looks.Count == 0, string.Join(Environment.NewLine, looks));

        var submit = Page.GetByRole(AriaRole.Button, new() { Name = "Make account and workspace" });
        await Page.GetByLabel("Your name").FillAsync("Nomsa Dlamini");
        await Page.GetByLabel("E-mail").FillAsync("nomsa");
        await Page.GetByLabel("Password", new() { Exact = true }).FillAsync("short");
        await submit.ClickAsync();
        await Expect(Page.GetByTestId("error-summary")).ToContainTextAsync("3 things need to be corrected");
        await Expect(Page.GetByLabel("Your name")).ToHaveValueAsync("Nomsa Dlamini");

        await Page.GetByLabel("E-mail").FillAsync("nomsa@ledgerbridge.example");
        await Page.GetByLabel("Password", new() { Exact = true }).FillAsync("four quiet words here");
        await Page.GetByLabel("Workspace").FillAsync("Dlamini Bookkeeping");
        await submit.ClickAsync();
        await Expect(Page).ToHaveURLAsync("/connect");
        await Expect(Page.GetByRole(AriaRole.Banner)).ToContainTextAsync("Dlamini Bookkeeping");
        await Page.GetByTestId("person-menu").ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Menu)).ToContainTextAsync("Owner");

        await Page.GotoAsync("/first-run");
        await Expect(Page).ToHaveURLAsync("/");
    }
}
