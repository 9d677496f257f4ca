using Ledgerbridge.EndToEndTests.Product;
using Ledgerbridge.Testing;
using Microsoft.Playwright;

namespace Ledgerbridge.EndToEndTests.Browsing;

/// <summary>One running product and one browser, shared by the tests of a collection.</summary>
public abstract class RunningProduct(params string[] arguments) : IAsyncLifetime
{
    // A machine that is busy with another test run is slow, and no test is better for giving up early.
    private const int PatienceMs = 20_000;

    private IPlaywright? _playwright;
    private HttpClient? _sandboxHttp;
    private string? _signedIn;

    /// <summary>The product.</summary>
    public EmbeddedApp App { get; private set; } = null!;

    /// <summary>The browser.</summary>
    public IBrowser Browser { get; private set; } = null!;

    /// <summary>The product's API, as its Owner.</summary>
    public AppApi Api { get; private set; } = null!;

    /// <summary>The sandbox's control API: its faults, its calls.</summary>
    public SandboxControl Sandbox { get; private set; } = null!;

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        if (Chromium.Missing is not null)
            return;
        App = await EmbeddedApp.StartAsync(arguments, TestContext.Current.CancellationToken);
        Api = new AppApi(App);
        _sandboxHttp = new HttpClient { BaseAddress = App.Sandbox };
        Sandbox = new SandboxControl(_sandboxHttp);
        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(PatienceMs);
        Browser = await Chromium.LaunchAsync(_playwright);
    }

    /// <summary>A browser window of its own, with nobody signed in or with the demo person.</summary>
    public async Task<IBrowserContext> OpenAsync(bool signedIn, ViewportSize viewport)
    {
        var context = await Browser.NewContextAsync(
            new BrowserNewContextOptions
            {
                BaseURL = App.Address.AbsoluteUri,
                ViewportSize = viewport,
                Locale = "en-ZA",
                TimezoneId = "Africa/Johannesburg",
                ReducedMotion = ReducedMotion.Reduce,
                StorageState = signedIn ? _signedIn ??= await SignInAsync(App.Demo.Email, App.Demo.Password) : null,
            }
        );
        context.SetDefaultTimeout(PatienceMs);
        return context;
    }

    /// <summary>Signs in without a screen; the cookie, as a browser keeps it.</summary>
    public async Task<string> SignInAsync(string email, string password)
    {
        await using var request = await _playwright!.APIRequest.NewContextAsync(new() { BaseURL = App.Address.AbsoluteUri });
        var answer = await request.PostAsync("/api/session", new() { DataObject = new { email, password } });
        if (!answer.Ok)
            throw new InvalidOperationException($"Signing in as {email} answered {answer.Status}: {await answer.TextAsync()}");
        return await request.StorageStateAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (Browser is not null)
            await Browser.CloseAsync();
        _playwright?.Dispose();
        _sandboxHttp?.Dispose();
        Api?.Dispose();
        if (App is not null)
            await App.DisposeAsync();
    }
}

/// <summary>A workspace that is connected to the sandbox: Karoo Trading.</summary>
public sealed class ConnectedProduct() : RunningProduct;

/// <summary>A first person, and nothing connected.</summary>
public sealed class EmptyProduct() : RunningProduct("--empty");

/// <summary>Not even a person.</summary>
public sealed class NewProduct() : RunningProduct("--first-run");

/// <summary>Work in connected books.</summary>
[CollectionDefinition]
public sealed class ConnectedBooks : ICollectionFixture<ConnectedProduct>;

/// <summary>The screens of connected books; a product of its own, so that both run side by side and neither sees what the other does.</summary>
[CollectionDefinition]
public sealed class ScreenGallery : ICollectionFixture<ConnectedProduct>;

/// <summary>A workspace that has to be connected first.</summary>
[CollectionDefinition]
public sealed class EmptyWorkspace : ICollectionFixture<EmptyProduct>;

/// <summary>A server nobody has set up.</summary>
[CollectionDefinition]
public sealed class NewServer : ICollectionFixture<NewProduct>;
