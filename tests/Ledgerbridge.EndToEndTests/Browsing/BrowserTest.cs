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
    private readonly List<(IBrowserContext Context, PageWatch Watch)> _windows = [];

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
        foreach (var (context, _) in _windows)
            await CloseAsync(context, failed);
        Assert.True(problems.Length == 0, $"Seen in the browser:{Environment.NewLine}{string.Join(Environment.NewLine, problems)}");
    }

    /// <summary>Opens another window, which shares nothing with the others, for somebody who is signed in or for nobody.</summary>
    protected async Task<IPage> OpenWindowAsync(PersonSignIn? person, int width = 1280, int height = 800)
    {
        var context = await Product.OpenAsync(person, new ViewportSize { Width = width, Height = height });
        _windows.Add((context, new PageWatch(context)));
        if (KeepsTrace)
            await context.Tracing.StartAsync(new() { Snapshots = true, Screenshots = false });
        return await context.NewPageAsync();
    }

    private async Task CloseAsync(IBrowserContext context, bool failed)
    {
        if (failed)
        {
            var folder = RepositoryFiles.At("artifacts", "e2e", FolderName());
            Directory.CreateDirectory(folder);
            var number = _windows.FindIndex(window => window.Context == context) + 1;
            if (KeepsTrace)
                await context.Tracing.StopAsync(new() { Path = Path.Combine(folder, $"trace-{number}.zip") });
            foreach (var (index, page) in context.Pages.Index())
                await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"window-{number}-{index + 1}.png"), FullPage = true });
            await File.WriteAllTextAsync(Path.Combine(folder, "app.log"), App.Printed, CancellationToken.None);
        }
        await context.CloseAsync();
    }

    private static string FolderName() => NotForFiles().Replace(TestContext.Current.Test!.TestDisplayName, "-");

    [GeneratedRegex(@"[^\w.-]+", RegexOptions.None, 1000)]
    private static partial Regex NotForFiles();
}
