using Microsoft.Playwright;

namespace Ledgerbridge.EndToEndTests.Screens;

/// <summary>Changes how a page is seen, and waits until the page has answered to it in full: a look in between sees half of each.</summary>
internal static class Settled
{
    // Two frames for the styles and the layout, then the end of what moves and of what that sets moving (what moves for ever is a sign that
    // something is being fetched).
    private const string AtRest = """
        async () => {
          const frame = () => new Promise((done) => requestAnimationFrame(done));
          await frame();
          await frame();
          const ending = () => document.getAnimations().filter((one) => Number.isFinite(one.effect?.getComputedTiming().endTime));
          for (let moving = ending(); moving.length > 0; moving = ending()) {
            await Promise.all(moving.map((one) => one.finished.catch(() => undefined)));
            await frame();
          }
        }
        """;

    /// <summary>Shows the page to somebody who prefers light or dark.</summary>
    public static async Task PreferAsync(this IPage page, ColorScheme scheme)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        var name = scheme == ColorScheme.Dark ? "dark" : "light";
        await page.WaitForFunctionAsync("(name) => [undefined, name].includes(document.documentElement.dataset.mantineColorScheme)", name);
        await page.EvaluateAsync(AtRest);
    }

    /// <summary>Shows the page in a window of this width.</summary>
    public static async Task WidenAsync(this IPage page, int width)
    {
        await page.SetViewportSizeAsync(width, height: 800);
        await page.WaitForFunctionAsync("(width) => window.innerWidth === width", width);
        await page.EvaluateAsync(AtRest);
    }
}
