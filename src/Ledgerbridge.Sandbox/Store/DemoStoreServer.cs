using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Ledgerbridge.Sandbox.Store;

/// <summary>
/// A running demo shop: the routes of the extension, its outbox, the control API and a page with buttons, on one address. Built from the
/// wire contract and from nothing of ours.
/// </summary>
public sealed class DemoStoreServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ShopWorld _world;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task[] _schedules;

    private DemoStoreServer(WebApplication app, ShopWorld world)
    {
        (_app, _world) = (app, world);
        BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        var options = world.Options;
        _schedules =
        [
            RepeatAsync(options.CronEvery, ct => world.Outbox.RunAsync(ct)),
            RepeatAsync(
                options.SellEvery,
                _ =>
                {
                    // Nobody is told of sales before the pairing, so there are none then.
                    if (world.IsPaired)
                        world.Till.SellByItself();
                    return Task.CompletedTask;
                }
            ),
        ];
    }

    /// <summary>Where it listens: <c>http://127.0.0.1:PORT</c>.</summary>
    public Uri BaseAddress { get; }

    /// <summary>Starts a shop and returns once it listens.</summary>
    /// <param name="options">How to start it.</param>
    /// <param name="ct">Gives up starting.</param>
    /// <exception cref="IOException">The port is taken or the folder cannot be used.</exception>
    /// <exception cref="ArgumentException">The host is no address.</exception>
    public static async Task<DemoStoreServer> StartAsync(DemoStoreOptions options, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (!IPAddress.TryParse(options.Host, out var address))
            throw new ArgumentException($"'{options.Host}' is not an IP address.", nameof(options));
        var world = ShopWorld.Open(options);
        WebApplication? app = null;
        try
        {
            var front = new ShopFront(world);
            app = Build(front.HandleAsync, address, options.Port);
            await app.StartAsync(ct);
            return new DemoStoreServer(app, world);
        }
        catch
        {
            if (app is not null)
                await app.DisposeAsync();
            world.Dispose();
            throw;
        }
    }

    /// <summary>Stops listening and closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await Task.WhenAll(_schedules);
        await _app.StopAsync();
        await _app.DisposeAsync();
        _world.Dispose();
        _stopping.Dispose();
    }

    private async Task RepeatAsync(TimeSpan? every, Func<CancellationToken, Task> work)
    {
        if (every is not { } pause)
            return;
        using var timer = new PeriodicTimer(pause, _world.Options.Time);
        try
        {
            while (await timer.WaitForNextTickAsync(_stopping.Token))
                await work(_stopping.Token);
        }
        catch (OperationCanceledException)
        {
            // The shop closes.
        }
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
}
