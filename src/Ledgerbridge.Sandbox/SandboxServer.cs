using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using Ledgerbridge.Sandbox.OAuth;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Ledgerbridge.Sandbox;

/// <summary>A running sandbox: Sage's sign-in, its API v3.1, the control API and a page to look into the books, on one address.</summary>
public sealed class SandboxServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly SandboxWorld _world;
    private readonly string? _temporaryFolder;

    private SandboxServer(WebApplication app, SandboxWorld world, string? temporaryFolder)
    {
        _app = app;
        _world = world;
        _temporaryFolder = temporaryFolder;
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        BaseAddress = new Uri(address);
    }

    /// <summary>Where it listens: <c>http://127.0.0.1:PORT</c>.</summary>
    public Uri BaseAddress { get; }

    /// <summary>Starts a sandbox and returns once it listens.</summary>
    /// <param name="options">How to start it.</param>
    /// <param name="ct">Gives up starting.</param>
    /// <exception cref="IOException">The port is taken, the folder cannot be used, or another sandbox runs on it.</exception>
    /// <exception cref="ArgumentException">The profile or the host is none.</exception>
    public static async Task<SandboxServer> StartAsync(SandboxOptions options, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (!IPAddress.TryParse(options.Host, out var address))
            throw new ArgumentException($"'{options.Host}' is not an IP address.", nameof(options));
        var temporary = options.DataDirectory is null ? NewTemporaryFolder() : null;
        // The file is opened (and a new one seeded) while the web server is built: on two processors that halves a cold start.
        var opening = Task.Run(() => SandboxWorld.OpenAsync(options, options.DataDirectory ?? temporary!, ct), ct);
        WebApplication? app = null;
        try
        {
            Front? front = null;
            app = Build(http => front!.HandleAsync(http), address, options.Port);
            var world = await opening;
            front = new Front(world);
            await app.StartAsync(ct);
            TokenMint.WarmUp();
            return new SandboxServer(app, world, temporary);
        }
        catch
        {
            if (app is not null)
                await app.DisposeAsync();
            await ((Task)opening).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (opening.IsCompletedSuccessfully)
                (await opening).Dispose();
            Delete(temporary);
            throw;
        }
    }

    /// <summary>Stops listening, lets running requests finish for a moment, closes the file and deletes a temporary folder.</summary>
    public async ValueTask DisposeAsync()
    {
        await _world.StopAsync();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _world.Dispose();
        Delete(_temporaryFolder);
    }

    private static WebApplication Build(RequestDelegate handle, IPAddress address, int port)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.Services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(address, port);
        });
        builder.Services.Configure<HostOptions>(static host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        builder.Services.AddSingleton<IHostLifetime, HostedLifetime>();
        var app = builder.Build();
        app.Run(handle);
        return app;
    }

    private static string NewTemporaryFolder()
    {
        var name = string.Create(
            CultureInfo.InvariantCulture,
            $"ledgerbridge-sandbox-{RandomNumberGenerator.GetHexString(12, lowercase: true)}"
        );
        return Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), name)).FullName;
    }

    private static void Delete(string? folder)
    {
        if (folder is not null)
            Directory.Delete(folder, recursive: true);
    }
}
