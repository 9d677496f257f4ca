using Ledgerbridge.EndToEndTests.Browsing;
using Ledgerbridge.EndToEndTests.Pages;
using static Microsoft.Playwright.Assertions;

namespace Ledgerbridge.EndToEndTests.Screens;

/// <summary>What looks at the screens finds what it looks for, on a screen that is fine but for what is planted.</summary>
[Collection<ScreenGallery>]
public sealed class ScreenCheckTests(ConnectedProduct product) : BrowserTest(product)
{
    private const string Narrow = "320 px";

    protected override bool StartsSignedIn => false;

    [Theory]
    [InlineData("document.querySelector('button[type=submit]').replaceChildren()", "light: button-name")]
    [InlineData("document.querySelector('h1').style.color = '#eee'", "light: color-contrast")]
    [InlineData("document.documentElement.removeAttribute('lang')", "light: html-has-lang")]
    [InlineData(
        "document.adoptedStyleSheets = [new CSSStyleSheet()], "
            + "document.adoptedStyleSheets[0].replaceSync('@media (prefers-color-scheme: dark) { h1 { color: #222 !important } }')",
        "dark: color-contrast"
    )]
    [InlineData(
        "document.querySelector('h1').append(Object.assign(document.createElement('div'), { style: 'width:330px;height:2px' }))",
        Narrow
    )]
    [InlineData("document.body.style.overflowX = 'hidden', document.querySelector('form').style.width = '500px'", Narrow)]
    [InlineData("document.querySelector('form').style.marginLeft = '-200px'", Narrow)]
    [InlineData("document.querySelector('form').style.minWidth = '1700px'", "1600 px")]
    public async Task What_is_planted_on_a_screen_is_found(string planted, string found)
    {
        await Page.GotoAsync("/sign-in");
        await Expect(new SignInPage(Page).Submit).ToBeVisibleAsync();
        await Page.EvaluateAsync($"() => {{ {planted}; }}");
        Assert.Contains(await ScreenCheck.FindAsync(Page), one => one.StartsWith(found, StringComparison.Ordinal));
    }
}
