using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ledgerbridge.EndToEndTests.Browsing;

/// <summary>What every test relies on sees what it is there to see.</summary>
[Collection<ConnectedBooks>]
public sealed class WatchTests(ConnectedProduct product) : BrowserTest(product)
{
    [Theory]
    [InlineData(
        "() => { const s = document.createElement('script'); s.textContent = 'var a = 1'; document.head.append(s); }",
        "script-src"
    )]
    [InlineData(
        "() => { document.body.setAttribute('style', 'color: red'); document.body.append(document.createElement('iframe')); "
            + "document.querySelector('iframe').src = '/invoices'; }",
        "frame-src"
    )]
    [InlineData("() => { new Image().src = 'https://elsewhere.example/pixel.png'; }", "img-src")]
    [InlineData("() => { console.error('planted'); }", "planted")]
    [InlineData("() => { setTimeout(() => { throw new Error('planted failure'); }); }", "planted failure")]
    [InlineData("() => fetch('/assets/planted.js').then(() => {})", "404")]
    public async Task What_goes_wrong_in_the_browser_is_seen(string planted, string words)
    {
        await Page.GotoAsync("/invoices");
        Assert.Empty(Watch.Problems);
        await Page.EvaluateAsync(planted);
        await Ledgerbridge.Testing.Eventually.TrueAsync(
            () => Watch.Problems.Any(problem => problem.Contains(words, StringComparison.Ordinal)),
            $"a problem that tells of {words}",
            Ct
        );
        Watch.Expect("");
    }

    [Fact]
    public async Task A_call_that_leaves_this_machine_is_seen()
    {
        await Page.RouteAsync("https://elsewhere.example/**", route => route.FulfillAsync(new() { Body = "" }));
        await Page.GotoAsync("about:blank");
        await Page.EvaluateAsync("() => { new Image().src = 'https://elsewhere.example/pixel.png'; }");
        await Ledgerbridge.Testing.Eventually.TrueAsync(() => Watch.Problems.Count > 0, "the call is seen", Ct);
        Assert.Contains("A call left this machine: https://elsewhere.example/pixel.png", Watch.Problems);
        Watch.Expect("elsewhere.example");
    }

    [Fact]
    public async Task A_refusal_is_a_problem_where_none_is_provoked()
    {
        await Page.GotoAsync("/invoices/0123456789abcdef0123456789abcdef");
        await Expect(Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        Assert.Empty(Watch.Problems);
        Watch.MayBeRefused = false;
        await Page.ReloadAsync();
        await Expect(Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        Assert.Contains(Watch.Problems, static problem => problem.Contains("404", StringComparison.Ordinal));
        Watch.Expect("404");
    }
}
