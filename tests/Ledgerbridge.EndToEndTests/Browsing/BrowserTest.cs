using System.Text.RegularExpressions;
using Ledgerbridge.EndToEndTests.Product;
using Ledgerbridge.Testing;
using Microsoft.Playwright;

namespace Ledgerbridge.EndToEndTests.Browsing;

/// <summary>
/// A test in a browser window of its own. Whatever it does, nothing may go wrong on the console; what fails leaves a trace and a picture
/// in <c>artifacts/e2e</c>.
/// </summary>
public abstract partial class BrowserTest(RunningProduct product) : IAsyncLifetime
{
    private const int Width = 1280;
    private const int Height = 800;

    private readonly List<Window> _windows = [];

    /// <summary>The window most tests need one of: the demo person's, unless the test says otherwise.</summary>
    protected IPage Page { get; private set; } = null!;

    /// <summary>The screen itself, without navigation and top bar.</summary>
    protected ILocator Main => Page.GetByRole(AriaRole.Main);

    /// <summary>The links to the other screens.</summary>
    protected ILocator Navigation => Page.GetByRole(AriaRole.Navigation, new() { Name = "Main" });

    /// <summary>What watches <see cref="Page"/>.</summary>
    protected PageWatch Watch => _windows[0].Watch;

    /// <summary>The product under test.</summary>
    protected RunningProduct Product { get; } = product;

    /// <summary>The product's process.</summary>
    protected EmbeddedApp App => Product.App;

    /// <summary>False for tests that begin at the sign-in screen.</summary>
    protected virtual bool StartsSignedIn => true;

    /// <summary>False for tests that open their windows themselves.</summary>
    protected virtual bool OpensAtOnce => true;

    /// <summary>False for tests whose failure is told by a picture, and which a record of every step would only slow down.</summary>
    protected virtual bool KeepsTrace => true;

    /// <summary>The test's own patience.</summary>
    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(Chromium.Missing is not null, Chromium.Missing ?? "");
        if (OpensAtOnce)
            Page = await OpenWindowAsync(StartsSignedIn ? App.Demo : null);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_windows.Count == 0)
            return;
        var problems = _windows.SelectMany(static window => window.Watch.Problems).ToArray();
        var failed = TestContext.Current.TestState?.Result == TestResult.Failed || problems.Length > 0;
        foreach (var window in _windows)
            await CloseAsync(window, failed);
        Assert.True(problems.Length == 0, $"Seen in the browser:{Environment.NewLine}{string.Join(Environment.NewLine, problems)}");
    }

    /// <summary>Opens another window, which shares nothing with the others, for somebody who is signed in or for nobody.</summary>
    protected async Task<IPage> OpenWindowAsync(PersonSignIn? person, int width = Width, int height = Height)
    {
        var context = await Product.OpenAsync(person, new ViewportSize { Width = width, Height = height });
        _windows.Add(new Window(context, new PageWatch(context), Tab: null));
        if (KeepsTrace)
            await context.Tracing.StartAsync(new() { Snapshots = true, Screenshots = false });
        return await context.NewPageAsync();
    }

    /// <summary>
    /// Opens a tab in the window of all who only look, which begins with nothing kept by the screens before it, for somebody who prefers
    /// light or dark.
    /// </summary>
    protected async Task<IPage> OpenTabAsync(PersonSignIn? person, ColorScheme scheme)
    {
        var context = await Product.SharedAsync(person, new ViewportSize { Width = Width, Height = Height });
        var tab = await context.NewPageAsync();
        _windows.Add(new Window(context, new PageWatch(tab), tab));
        await tab.EmulateMediaAsync(new() { ColorScheme = scheme });
        return tab;
    }

    private async Task CloseAsync(Window window, bool failed)
    {
        var (context, _, tab) = window;
        if (failed)
        {
            var folder = RepositoryFiles.At("artifacts", "e2e", FolderName());
            Directory.CreateDirectory(folder);
            var number = _windows.IndexOf(window) + 1;
            if (KeepsTrace)
                await context.Tracing.StopAsync(new() { Path = Path.Combine(folder, $"trace-{number}.zip") });
            foreach (var (index, page) in (tab is null ? context.Pages : [tab]).Index())
                await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"window-{number}-{index + 1}.png"), FullPage = true });
            await File.WriteAllTextAsync(Path.Combine(folder, "app.log"), App.Printed, CancellationToken.None);
        }
        if (tab is null)
        {
            await context.CloseAsync();
            return;
        }
        await tab.EvaluateAsync("() => localStorage.clear()");
        await tab.CloseAsync();
    }

    private static string FolderName() => NotForFiles().Replace(TestContext.Current.Test!.TestDisplayName, "-");

    /// <summary>What a test has open.</summary>
    /// <param name="Context">The window.</param>
    /// <param name="Watch">What watches it.</param>
    /// <param name="Tab">The test's own tab where the window is shared; null where it is the test's own.</param>
    private sealed record Window(IBrowserContext Context, PageWatch Watch, IPage? Tab);

    [GeneratedRegex(@"[^\w.-]+", RegexOptions.None, 1000)]
    private static partial Regex NotForFiles();
}
