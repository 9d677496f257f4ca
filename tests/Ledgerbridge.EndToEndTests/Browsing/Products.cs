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
    private readonly Dictionary<PersonSignIn, string> _cookies = [];
    private readonly Dictionary<string, IBrowserContext> _shared = [];
    private HttpClient? _sandboxHttp;

    /// <summary>The product.</summary>
    public EmbeddedApp App { get; private set; } = null!;

    /// <summary>The browser.</summary>
    public IBrowser Browser { get; private set; } = null!;

    /// <summary>The product's API, as the demo person where there is one.</summary>
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
        if (App.Demo is { } demo)
            await Api.SignInAsync(demo, TestContext.Current.CancellationToken);
        _sandboxHttp = new HttpClient { BaseAddress = App.Sandbox };
        Sandbox = new SandboxControl(_sandboxHttp);
        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(PatienceMs);
        Browser = await Chromium.LaunchAsync(_playwright);
    }

    /// <summary>A browser window of its own, in which somebody is signed in or nobody.</summary>
    public async Task<IBrowserContext> OpenAsync(PersonSignIn? person, ViewportSize viewport)
    {
        var context = await Browser.NewContextAsync(
            new BrowserNewContextOptions
            {
                BaseURL = App.Address.AbsoluteUri,
                ViewportSize = viewport,
                Locale = "en-ZA",
                TimezoneId = "Africa/Johannesburg",
                ReducedMotion = ReducedMotion.Reduce,
                StorageState = person is null ? null : await CookiesOfAsync(person),
            }
        );
        context.SetDefaultTimeout(PatienceMs);
        return context;
    }

    /// <summary>
    /// The window that all who only look at screens share: what the browser has read and compiled once serves the next screen, too.
    /// </summary>
    public async Task<IBrowserContext> SharedAsync(PersonSignIn? person, ViewportSize viewport) =>
        _shared.TryGetValue(person?.Email ?? "", out var open) ? open : _shared[person?.Email ?? ""] = await OpenAsync(person, viewport);

    /// <summary>
    /// Signs in once without a screen; the cookie, as a browser keeps it. Whoever signs out in a test does so with a sign-in of the test's
    /// own.
    /// </summary>
    private async Task<string> CookiesOfAsync(PersonSignIn person) =>
        _cookies.TryGetValue(person, out var known) ? known : _cookies[person] = await SignInAsync(person);

    private async Task<string> SignInAsync(PersonSignIn person)
    {
        await using var request = await _playwright!.APIRequest.NewContextAsync(new() { BaseURL = App.Address.AbsoluteUri });
        var answer = await request.PostAsync(
            "/api/session",
            new() { DataObject = new { email = person.Email, password = person.Password } }
        );
        if (!answer.Ok)
            throw new InvalidOperationException($"Signing in as {person.Email} answered {answer.Status}: {await answer.TextAsync()}");
        return await request.StorageStateAsync();
    }

    /// <summary>Invites somebody; the link's address.</summary>
    public async Task<string> InviteAsync(string email, string role, CancellationToken ct)
    {
        var answer = await Api.PostAsync("/api/people/invitations", new { email, role }, ct);
        return answer.GetProperty("link").GetString()!;
    }

    /// <summary>Makes a colleague with an account and a role, without a screen.</summary>
    public async Task<PersonSignIn> JoinAsync(string name, string role, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(name);
        var person = new PersonSignIn($"{name.ToLowerInvariant().Replace(' ', '.')}@ledgerbridge.example", "correct horse battery");
        var token = new Uri(await InviteAsync(person.Email, role, ct)).Fragment.TrimStart('#');
        using var own = new AppApi(App);
        await own.PostAsync(
            "/api/invitations/accept",
            new
            {
                token,
                name,
                password = person.Password,
            },
            ct
        );
        return person;
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

/// <summary>
/// The screens of connected books; a product of its own, so that both run side by side and neither sees what the other does.
/// </summary>
[CollectionDefinition]
public sealed class ScreenGallery : ICollectionFixture<ConnectedProduct>;

/// <summary>A workspace that has to be connected first.</summary>
[CollectionDefinition]
public sealed class EmptyWorkspace : ICollectionFixture<EmptyProduct>;

/// <summary>A server nobody has set up.</summary>
[CollectionDefinition]
public sealed class NewServer : ICollectionFixture<NewProduct>;
