using Microsoft.Playwright;

namespace Ledgerbridge.EndToEndTests.Screens;

/// <summary>What is asked of a screen, in whatever state it is open.</summary>
internal static class ScreenCheck
{
    private const int Narrow = 320;
    private const int Wide = 1600;

    /// <summary>
    /// Looks at the open page with axe, light and dark, and at both ends of the widths, and takes its picture each time. What is wrong;
    /// nothing when all is well.
    /// </summary>
    public static async Task<IReadOnlyList<string>> AllAsync(IPage page, string name, bool hasPopup = false)
    {
        var found = new List<string>();
        await Pictures.TakeAsync(page, $"{name}-light");
        found.AddRange((await Accessibility.ViolationsAsync(page, hasPopup)).Select(static one => $"light: {one}"));
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Pictures.TakeAsync(page, $"{name}-dark");
        found.AddRange((await Accessibility.ViolationsAsync(page, hasPopup)).Select(static one => $"dark: {one}"));
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        foreach (var width in new[] { Narrow, Wide })
        {
            found.AddRange((await Widths.OverhangAsync(page, width)).Select(one => $"{width} px: {one}"));
            await Pictures.TakeAsync(page, $"{name}-{width}");
        }
        return found;
    }
}
