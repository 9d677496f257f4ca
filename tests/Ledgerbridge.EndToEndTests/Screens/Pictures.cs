using Ledgerbridge.Testing;
using Microsoft.Playwright;

namespace Ledgerbridge.EndToEndTests.Screens;

/// <summary>Pictures of screens, for people to look at, in <c>artifacts/screens</c>.</summary>
internal static class Pictures
{
    /// <summary>Takes one under a name such as <c>invoices-dark</c>.</summary>
    public static Task TakeAsync(IPage page, string name) =>
        page.ScreenshotAsync(
            new() { Path = RepositoryFiles.At("artifacts", "screens", $"{name}.png"), Animations = ScreenshotAnimations.Disabled }
        );
}
