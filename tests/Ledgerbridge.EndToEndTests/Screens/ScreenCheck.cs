using Microsoft.Playwright;

namespace Ledgerbridge.EndToEndTests.Screens;

/// <summary>What is asked of a screen, in whatever state it is open.</summary>
internal static class ScreenCheck
{
    private const int Narrow = 320;
    private const int Wide = 1600;

    /// <summary>What is wrong with the open page; nothing when all is well. Takes its pictures on the way.</summary>
    public static Task<IReadOnlyList<string>> AllAsync(IPage page, string name, bool hasPopup = false) =>
        LookAsync(page, look => Pictures.TakeAsync(page, $"{name}-{look}"), hasPopup);

    /// <summary>The same without pictures.</summary>
    public static Task<IReadOnlyList<string>> FindAsync(IPage page) => LookAsync(page, static _ => Task.CompletedTask, hasPopup: false);

    /// <summary>
    /// Looks at it with axe in dark and light, and at both ends of the widths. In dark axe goes by the rules about colours alone, because
    /// nothing else of a page depends on the theme, and the screen is opened so, because each change of theme draws all of it anew.
    /// </summary>
    private static async Task<IReadOnlyList<string>> LookAsync(IPage page, Func<string, Task> takePictureAsync, bool hasPopup)
    {
        var found = new List<string>();
        await page.BringAxeAsync();
        await page.PreferAsync(ColorScheme.Dark);
        await takePictureAsync("dark");
        found.AddRange((await Accessibility.ColourViolationsAsync(page)).Select(static one => $"dark: {one}"));
        await page.PreferAsync(ColorScheme.Light);
        await takePictureAsync("light");
        found.AddRange((await Accessibility.ViolationsAsync(page, hasPopup)).Select(static one => $"light: {one}"));
        foreach (var width in new[] { Narrow, Wide })
        {
            found.AddRange((await Widths.OverhangAsync(page, width)).Select(one => $"{width} px: {one}"));
            await takePictureAsync($"{width}");
        }
        return found;
    }
}
