using Ledgerbridge.EndToEndTests.Browsing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ledgerbridge.EndToEndTests.Screens;

/// <summary>A screen in a state worth looking at.</summary>
/// <param name="Name">Its name, also that of its pictures.</param>
/// <param name="OpenAsync">Goes there.</param>
internal sealed record Screen(string Name, Func<IPage, RunningProduct, Task> OpenAsync)
{
    /// <summary>False for screens that are seen before signing in.</summary>
    public bool SignedIn { get; init; } = true;

    /// <summary>True for screens on whose way somebody signs in, who must not be found signed in by the next.</summary>
    public bool SignsIn { get; init; }

    /// <summary>True for screens that show a refusal.</summary>
    public bool ShowsRefusal { get; init; }

    /// <summary>
    /// True while a menu or a list is open: it is drawn at the end of the page, outside the landmarks, and reached through its button.
    /// </summary>
    public bool HasPopup { get; init; }

    /// <summary>Goes there and waits until nothing is being read any more.</summary>
    public async Task OpenWholeAsync(IPage page, RunningProduct product)
    {
        await OpenAsync(page, product);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, IncludeHidden = true }).First).ToBeVisibleAsync();
        await Expect(page.Locator("[aria-busy=true], .mantine-Skeleton-root")).ToHaveCountAsync(0);
        await page.EvaluateAsync("() => document.fonts.ready.then(() => true)");
    }
}
