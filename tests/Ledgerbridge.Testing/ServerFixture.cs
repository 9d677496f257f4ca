using System.Globalization;
using Ledgerbridge.Sandbox;
using Ledgerbridge.Server;
using Ledgerbridge.Server.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Ledgerbridge.Testing;

/// <summary>
/// The real server in this process on a free port, against a real database and the real sandbox, with the sandbox's time: it stands still
/// until the test moves it. Scheduled work does not run by itself; tests call it.
/// </summary>
public sealed class ServerFixture : IAsyncDisposable
{
    private const int PasswordIterations = 1_000;

    private readonly WebApplication _app;
    private readonly bool _ownsSandbox;
    private readonly string? _ownFolder;

    private ServerFixture(
        WebApplication app,
        SandboxFixture sandbox,
        bool ownsSandbox,
        ServerPlace place,
        string? ownFolder,
        CapturedLog log
    )
    {
        (_app, Sandbox, _ownsSandbox, Place, _ownFolder, Log) = (app, sandbox, ownsSandbox, place, ownFolder, log);
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        BaseAddress = new Uri(address);
    }

    /// <summary>Where it listens.</summary>
    public Uri BaseAddress { get; }

    /// <summary>The sandbox behind it.</summary>
    public SandboxFixture Sandbox { get; }

    /// <summary>Where it keeps its data: a second server started on the same place is a second process to the first.</summary>
    public ServerPlace Place { get; }

    /// <summary>Everything it logged.</summary>
    public CapturedLog Log { get; }

    /// <summary>The time it goes by, shared with the sandbox.</summary>
    public SandboxTime Time => Sandbox.Time;

    /// <summary>
    /// Brings the test's time to the machine's, by which other processes go: what was granted at the test's own would have run out for
    /// them.
    /// </summary>
    public void GoByTheMachinesTime() => Time.Advance(TimeProvider.System.GetUtcNow() - Time.GetUtcNow());

    /// <summary>A service of the server's.</summary>
    public TService Get<TService>()
        where TService : notnull => _app.Services.GetRequiredService<TService>();

    /// <summary>Starts one on SQLite with a sandbox whose books are empty.</summary>
    public static Task<ServerFixture> StartAsync(CancellationToken ct) => StartAsync(DatabaseKind.Sqlite, ct);

    /// <summary>Starts one on a database of its own; skips the test when the machine has none of that kind.</summary>
    public static async Task<ServerFixture> StartAsync(DatabaseKind database, CancellationToken ct) =>
        await StartAsync(await ServerPlace.NewAsync(database, ct), ct);

    /// <summary>Starts one on a place.</summary>
    public static Task<ServerFixture> StartAsync(ServerPlace place, CancellationToken ct) => StartAsync(place, static _ => { }, ct);

    /// <summary>Starts one on a place, with services of the test's own.</summary>
    public static async Task<ServerFixture> StartAsync(ServerPlace place, Action<IServiceCollection> change, CancellationToken ct) =>
        await StartAsync(
            place,
            await SandboxFixture.StartEmptyAsync(ct),
            ownsSandbox: true,
            place.Folder,
            new Dictionary<string, string?>(),
            ct,
            change
        );

    /// <summary>Starts one with other settings.</summary>
    public static Task<ServerFixture> StartAsync(IReadOnlyDictionary<string, string?> settings, CancellationToken ct) =>
        StartAsync(DatabaseKind.Sqlite, settings, ct);

    /// <summary>Starts one on a database of its own, with other settings.</summary>
    public static async Task<ServerFixture> StartAsync(
        DatabaseKind database,
        IReadOnlyDictionary<string, string?> settings,
        CancellationToken ct
    )
    {
        var place = await ServerPlace.NewAsync(database, ct);
        return await StartAsync(place, await SandboxFixture.StartEmptyAsync(ct), ownsSandbox: true, place.Folder, settings, ct);
    }

    /// <summary>Starts another server on this one's place and sandbox: to the database it is another process.</summary>
    public Task<ServerFixture> StartAnotherAsync(CancellationToken ct) => StartAnotherAsync(new Dictionary<string, string?>(), ct);

    /// <summary>Starts another server on this one's place and sandbox, with other settings.</summary>
    public Task<ServerFixture> StartAnotherAsync(IReadOnlyDictionary<string, string?> settings, CancellationToken ct) =>
        StartAsync(Place, Sandbox, ownsSandbox: false, ownFolder: null, settings, ct);

    /// <summary>The settings it was started with, for a process that shares its place and its sandbox.</summary>
    public IReadOnlyDictionary<string, string?> Settings => SettingsFor(Place, Sandbox.BaseAddress);

    /// <summary>A browser without a session.</summary>
    public ServerClient Browser() => new(BaseAddress, apiKey: null);

    /// <summary>A program with an API key.</summary>
    public ServerClient Program(string apiKey) => new(BaseAddress, apiKey);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        if (_ownsSandbox)
            await Sandbox.DisposeAsync();
        if (_ownFolder is not null)
            Directory.Delete(_ownFolder, recursive: true);
    }

    private static async Task<ServerFixture> StartAsync(
        ServerPlace place,
        SandboxFixture sandbox,
        bool ownsSandbox,
        string? ownFolder,
        IReadOnlyDictionary<string, string?> settings,
        CancellationToken ct,
        Action<IServiceCollection>? change = null
    )
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(SettingsFor(place, sandbox.BaseAddress)).AddInMemoryCollection(settings);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var log = new CapturedLog();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Debug).AddProvider(log);
        builder.AddLedgerbridge();
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(sandbox.Time));
        // What makes a stolen hash hard to guess takes a sixth of the time of all tests.
        builder.Services.Configure<PasswordHasherOptions>(static strength => strength.IterationCount = PasswordIterations);
        change?.Invoke(builder.Services);
        var app = builder.Build();
        app.UseLedgerbridge();
        await app.StartLedgerbridgeAsync();
        var fixture = new ServerFixture(app, sandbox, ownsSandbox, place, ownFolder, log);
        place.Callbacks.Add(new Uri(fixture.BaseAddress, "/auth/callback").AbsoluteUri);
        await sandbox.Control.SaveClientAsync(SandboxSeed.ClientId, [SandboxFixture.RedirectUri, .. place.Callbacks], secret: null, ct);
        return fixture;
    }

    /// <summary>What a server on a place, with a sandbox behind it, is configured with.</summary>
    public static IReadOnlyDictionary<string, string?> SettingsFor(ServerPlace place, Uri sandbox)
    {
        var address = sandbox.GetLeftPart(UriPartial.Authority);
        return new Dictionary<string, string?>
        {
            ["Ledgerbridge:Storage:Database"] = place.Database.ToString(),
            ["Ledgerbridge:Storage:DataDirectory"] = place.Folder,
            ["Ledgerbridge:Storage:ConnectionString"] = place.ConnectionString,
            ["Ledgerbridge:Storage:RunSchedules"] = "false",
            ["Ledgerbridge:Hosting:RequestsPerMinute"] = "0",
            ["Ledgerbridge:People:SetupCodeRequired"] = "false",
            ["Ledgerbridge:Stores:AllowPrivateTargets"] = "true",
            ["Ledgerbridge:Connections:IsSandbox"] = "true",
            ["Ledgerbridge:Connections:Sage:ClientId"] = SandboxSeed.ClientId,
            ["Ledgerbridge:Connections:Sage:ClientSecret"] = SandboxSeed.ClientSecret,
            ["Ledgerbridge:Connections:Sage:AuthorizeUrl"] = $"{address}/oauth2/auth/central",
            ["Ledgerbridge:Connections:Sage:TokenUrl"] = $"{address}/token",
            ["Ledgerbridge:Connections:Sage:RevokeUrl"] = $"{address}/revoke",
            ["Ledgerbridge:Connections:Sage:ApiUrl"] = $"{address}/v3.1",
            ["Ledgerbridge:Connections:Sage:CallsPerMinute"] = 0.ToString(CultureInfo.InvariantCulture),
            ["Ledgerbridge:Connections:Sage:CallsPerDay"] = 0.ToString(CultureInfo.InvariantCulture),
        };
    }
}

/// <summary>Where a server keeps its data.</summary>
/// <param name="Database">Which database.</param>
/// <param name="Folder">The data directory.</param>
/// <param name="ConnectionString">The connection string; empty with SQLite.</param>
public sealed record ServerPlace(DatabaseKind Database, string Folder, string ConnectionString)
{
    /// <summary>The callback addresses of the servers on it, which the sandbox has to know.</summary>
    internal ICollection<string> Callbacks { get; } = [];

    /// <summary>A new folder and a new database of this version; skips the test when the machine has no such database.</summary>
    public static async Task<ServerPlace> NewAsync(DatabaseKind database, CancellationToken ct)
    {
        if (database == DatabaseKind.Postgres)
            return Empty(database, await (await PostgresAsync()).NewMigratedDatabaseAsync(ct));
        var place = Empty(database, "");
        await MigratedDatabases.CopySqliteAsync(place.Folder);
        return place;
    }

    /// <summary>A new folder and a database with nothing in it; skips the test when the machine has no such database.</summary>
    public static async Task<ServerPlace> NewUnmigratedAsync(DatabaseKind database, CancellationToken ct) =>
        Empty(database, database == DatabaseKind.Postgres ? await (await PostgresAsync()).NewDatabaseAsync(ct) : "");

    internal static ServerPlace Empty(DatabaseKind database, string connectionString) =>
        new(database, Directory.CreateTempSubdirectory("ledgerbridge-test-").FullName, connectionString);

    private static async Task<PostgresCluster> PostgresAsync() =>
        await PostgresCluster.SharedAsync() ?? throw new TestNeedsException("PostgreSQL is not installed; ./test says how to install it.");
}

/// <summary>The machine lacks something a test needs. Where skips are forbidden it fails the test; elsewhere it skips it.</summary>
public sealed class TestNeedsException(string message) : Exception($"{SkipToken}{message}")
{
    /// <summary>What makes xunit show the test as skipped and not as failed.</summary>
    private const string SkipToken = "$XunitDynamicSkip$";
}
