using Ledgerbridge.Testing;
using Microsoft.Playwright;

namespace Ledgerbridge.EndToEndTests.Screens;

/// <summary>
/// Pictures of screens, for people to look at, in <c>artifacts/screens</c>; only where somebody asks for them with
/// <c>LEDGERBRIDGE_PICTURES=1</c>, because they take as long as all else that is asked of a screen.
/// </summary>
internal static class Pictures
{
    private static bool Wanted { get; } = Environment.GetEnvironmentVariable("LEDGERBRIDGE_PICTURES") == "1";

    /// <summary>Takes one under a name such as <c>invoices-dark</c>.</summary>
    public static Task TakeAsync(IPage page, string name) =>
        !Wanted
            ? Task.CompletedTask
            : page.ScreenshotAsync(
                new() { Path = RepositoryFiles.At("artifacts", "screens", $"{name}.png"), Animations = ScreenshotAnimations.Disabled }
            );
}
