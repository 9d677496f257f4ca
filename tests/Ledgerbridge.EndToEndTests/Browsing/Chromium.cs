using Microsoft.Playwright;

namespace Ledgerbridge.EndToEndTests.Browsing;

/// <summary>The browser of the machine. None is ever downloaded.</summary>
internal static class Chromium
{
    private static readonly string[] Names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"];

    // Root cannot use the sandbox of the browser's own, and none of the rest is wanted in a test: calls home, drawing by a graphics card.
    private static readonly string[] Switches =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
    ];

    /// <summary>Why no browser test can run here; null when they can.</summary>
    public static string? Missing { get; } =
        Find() is null
            ? $"No Chromium on this machine (looked for {string.Join(", ", Names)}). On Debian or Ubuntu: sudo apt-get install chromium"
            : null;

    /// <summary>Starts it.</summary>
    public static Task<IBrowser> LaunchAsync(IPlaywright playwright) =>
        playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions
            {
                ExecutablePath = Find(),
                Headless = true,
                Args = Switches,
            }
        );

    private static string? Find() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Append("/usr/bin")
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
}
