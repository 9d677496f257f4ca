using Ledgerbridge.Sandbox;

namespace Ledgerbridge.Testing;

/// <summary>
/// A sandbox of a test's own, on a free port, with time that stands still until the test moves it (or its control API moves the clock).
/// </summary>
public sealed class SandboxFixture : IAsyncDisposable
{
    /// <summary>The redirect URI that is registered from the start.</summary>
    public const string RedirectUri = "http://localhost/auth/callback";

    private readonly HttpClient _http;

    private SandboxFixture(SandboxServer server, SandboxTime time)
    {
        Server = server;
        Time = time;
        _http = new HttpClient(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                PooledConnectionLifetime = Timeout.InfiniteTimeSpan,
            }
        )
        {
            BaseAddress = server.BaseAddress,
        };
        Control = new SandboxControl(_http);
        SignIn = new SandboxSignIn(server.BaseAddress);
    }

    /// <summary>The running sandbox.</summary>
    public SandboxServer Server { get; }

    /// <summary>The time it goes by.</summary>
    public SandboxTime Time { get; }

    /// <summary>Its control API.</summary>
    public SandboxControl Control { get; }

    /// <summary>Its sign-in, walked without a browser.</summary>
    public SandboxSignIn SignIn { get; }

    /// <summary>Where it listens.</summary>
    public Uri BaseAddress => Server.BaseAddress;

    /// <summary>Starts one with the books of profile <c>demo</c>.</summary>
    public static Task<SandboxFixture> StartAsync(CancellationToken ct) => StartAsync(static options => options, ct);

    /// <summary>Starts one with books without documents.</summary>
    public static Task<SandboxFixture> StartEmptyAsync(CancellationToken ct) =>
        StartAsync(static options => options with { Profile = "empty" }, ct);

    /// <summary>Starts one with other options, for instance a data folder.</summary>
    public static async Task<SandboxFixture> StartAsync(Func<SandboxOptions, SandboxOptions> change, CancellationToken ct)
    {
        var time = new SandboxTime();
        var options = change(new SandboxOptions { Time = time, RedirectUris = [RedirectUri] });
        return new SandboxFixture(await SandboxServer.StartAsync(options, ct), time);
    }

    /// <summary>A client of the owner with fresh tokens for the lead business.</summary>
    public Task<SandboxClient> ClientAsync(CancellationToken ct) => ClientAsync(SandboxSeed.KarooTrading, ct);

    /// <summary>A client of the owner with fresh tokens.</summary>
    /// <param name="business">The business every call names; null names none.</param>
    /// <param name="ct">Gives up.</param>
    public Task<SandboxClient> ClientAsync(string? business, CancellationToken ct) =>
        ClientAsync(business, SandboxSeed.OwnerId, "full_access", ct);

    /// <summary>A client of anyone.</summary>
    /// <param name="business">The business every call names; null names none.</param>
    /// <param name="person">Whose tokens.</param>
    /// <param name="scope"><c>full_access</c> or <c>readonly</c>.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<SandboxClient> ClientAsync(string? business, string person, string scope, CancellationToken ct) =>
        new(_http, (await Control.IssueTokensAsync(person, scope, ct)).AccessToken, business);

    /// <summary>A client with a token of the test's choice.</summary>
    public SandboxClient ClientWith(string accessToken) => new(_http, accessToken, SandboxSeed.KarooTrading);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        SignIn.Dispose();
        await Server.DisposeAsync();
    }
}
