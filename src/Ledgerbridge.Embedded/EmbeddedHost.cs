using Ledgerbridge.Sandbox;
using Ledgerbridge.Sandbox.Store;
using Ledgerbridge.Server;
using Microsoft.Extensions.Configuration.Memory;

namespace Ledgerbridge.Embedded;

/// <summary>
/// The composition root of the embedded default, and the only place that knows both the server and the sandbox: the server itself is only
/// told an address.
/// </summary>
internal static class EmbeddedHost
{
    private const string DatabaseFile = "ledgerbridge.db";

    /// <summary>A real shop sends what happened once a minute; nobody who watches wants to wait for that.</summary>
    private static readonly TimeSpan ShopCronEvery = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan ShopSellsEvery = TimeSpan.FromMinutes(2);

    /// <summary>Starts everything, prints where to look, and serves until told to stop.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var (options, problem) = EmbeddedOptions.Read(args, Environment.GetEnvironmentVariable);
        if (options is null)
            return await RefuseAsync(problem!);
        Directory.CreateDirectory(options.DataDirectory);
        try
        {
            var signIn = await DemoSignIn.ReadAsync(options.DataDirectory, CancellationToken.None);
            var isNew = !File.Exists(Path.Combine(options.DataDirectory, DatabaseFile));
            if (!isNew && options.Beginning != Beginning.Connected && signIn?.Connected != false)
            {
                return await RefuseAsync(
                    $"{options.DataDirectory} is in use already; --empty and --first-run are for a new data directory.\n"
                        + "Start with another one: LEDGERBRIDGE_DATA=./data-empty ./run --empty"
                );
            }
            var sandbox = Task.Run(() => SandboxServer.StartAsync(SandboxFor(options), CancellationToken.None));
            try
            {
                // After the sandbox, and beside the server: the first page waits for neither the shop nor what the shop starts with.
                var shop = StartShopAsync(options, sandbox);
                try
                {
                    await ServeAsync(options, sandbox, shop, signIn, isNew);
                }
                finally
                {
                    await (await shop).DisposeAsync();
                }
            }
            finally
            {
                await (await sandbox).DisposeAsync();
            }
            return 0;
        }
        catch (IOException taken) when (taken.Message.Contains("in use", StringComparison.OrdinalIgnoreCase))
        {
            return await RefuseAsync(
                $"Port {options.Port}, {options.SandboxPort} or {options.ShopPort} is taken. Stop the other program, or choose other "
                    + "ports: LEDGERBRIDGE_PORT=9000 ./run"
            );
        }
    }

    private static async Task<DemoStoreServer> StartShopAsync(EmbeddedOptions options, Task<SandboxServer> sandbox)
    {
        await sandbox;
        return await DemoStoreServer.StartAsync(ShopFor(options), CancellationToken.None);
    }

    private static async Task ServeAsync(EmbeddedOptions options, Task<SandboxServer> sandbox, Task shop, DemoSignIn? signIn, bool isNew)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        // First in the list, so that the environment can still say otherwise.
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = Settings(options) });
        builder.WebHost.UseUrls(options.App.AbsoluteUri);
        builder.Services.AddHostedService(_ => new SandboxFirst(sandbox));
        builder.AddLedgerbridge();
        await using var app = builder.Build();
        app.UseLedgerbridge();
        await app.StartLedgerbridgeAsync();
        await shop;
        await PrintAsync(options, await PrepareAsync(options, signIn, isNew));
        await app.WaitForShutdownAsync();
    }

    /// <summary>
    /// Sets the demo up, or goes on where an earlier start was interrupted. Null when the data directory has people of its own.
    /// </summary>
    private static async Task<DemoSignIn?> PrepareAsync(EmbeddedOptions options, DemoSignIn? signIn, bool isNew)
    {
        using var demo = new DemoWorkspace(options);
        return signIn switch
        {
            null when isNew && options.Beginning != Beginning.FirstRun => await demo.PrepareAsync(CancellationToken.None),
            { ApiKey: null } => await demo.FinishAsync(signIn, CancellationToken.None),
            _ => signIn,
        };
    }

    private static Dictionary<string, string?> Settings(EmbeddedOptions options)
    {
        // An address of its own for the sandbox, although both are this machine: cookies do not know ports, and the app's must not reach
        // it.
        var sandbox = $"http://127.0.0.1:{options.SandboxPort}";
        return new Dictionary<string, string?>
        {
            ["Ledgerbridge:Storage:DataDirectory"] = options.DataDirectory,
            ["Ledgerbridge:Hosting:RequestsPerMinute"] = "0",
            ["Ledgerbridge:People:SetupCodeRequired"] = "false",
            ["Ledgerbridge:Connections:IsSandbox"] = "true",
            ["Ledgerbridge:Connections:Sage:ClientId"] = SandboxSeed.ClientId,
            ["Ledgerbridge:Connections:Sage:ClientSecret"] = SandboxSeed.ClientSecret,
            ["Ledgerbridge:Connections:Sage:AuthorizeUrl"] = $"{sandbox}/oauth2/auth/central",
            ["Ledgerbridge:Connections:Sage:TokenUrl"] = $"{sandbox}/token",
            ["Ledgerbridge:Connections:Sage:RevokeUrl"] = $"{sandbox}/revoke",
            ["Ledgerbridge:Connections:Sage:ApiUrl"] = $"{sandbox}/v3.1",
            // The sandbox keeps Sage's limits itself when it is asked to; on this machine nobody else shares them.
            ["Ledgerbridge:Connections:Sage:CallsPerMinute"] = "0",
            ["Ledgerbridge:Connections:Sage:CallsPerDay"] = "0",
            // The demo shop is on this machine.
            ["Ledgerbridge:Stores:AllowPrivateTargets"] = "true",
            // No mail server is needed to see what a mail looks like; and a program on this machine may be the webhook.
            ["Ledgerbridge:Alerts:Mail:Folder"] = Path.Combine(options.DataDirectory, "mail"),
            ["Ledgerbridge:Alerts:AllowPrivateTargets"] = "true",
            ["Logging:LogLevel:Default"] = "Warning",
            ["Logging:LogLevel:Ledgerbridge"] = "Information",
            // A graceful stop leaves a row that the next start reports as if something had failed.
            ["Logging:LogLevel:Quartz"] = "Error",
        };
    }

    private static SandboxOptions SandboxFor(EmbeddedOptions options) =>
        new()
        {
            Port = options.SandboxPort,
            DataDirectory = SandboxFolder(options),
            RedirectUris =
            [
                $"http://localhost:{options.Port}/auth/callback",
                $"http://127.0.0.1:{options.Port}/auth/callback",
                $"http://[::1]:{options.Port}/auth/callback",
            ],
        };

    private static DemoStoreOptions ShopFor(EmbeddedOptions options) =>
        new()
        {
            Port = options.ShopPort,
            DataDirectory = Path.Combine(options.DataDirectory, "shop"),
            CronEvery = ShopCronEvery,
            SellEvery = options.ShopSellsByItself ? ShopSellsEvery : null,
        };

    private static string SandboxFolder(EmbeddedOptions options) => Path.Combine(options.DataDirectory, "sandbox");

    private static async Task PrintAsync(EmbeddedOptions options, DemoSignIn? signIn)
    {
        var lines = new List<string>
        {
            "",
            $"  Ledgerbridge   {options.App.GetLeftPart(UriPartial.Authority)}",
            $"  Sandbox books  http://localhost:{options.SandboxPort}",
            $"  Demo shop      http://localhost:{options.ShopPort}",
            $"  Data           {options.DataDirectory}",
            "",
        };
        if (signIn is not null)
        {
            lines.Add($"  Sign in with   {signIn.Email}");
            lines.Add($"  Password       {signIn.Password}");
            lines.Add($"  API key        {signIn.ApiKey}");
            lines.Add("");
        }
        lines.Add("  Stop with Ctrl+C. Everything is kept.");
        lines.Add("");
        await Console.Out.WriteLineAsync(string.Join(Environment.NewLine, lines));
    }

    private static async Task<int> RefuseAsync(string problem)
    {
        await Console.Error.WriteLineAsync(problem);
        return 2;
    }

    /// <summary>The sandbox starts beside the server, and is there before anything of the server's calls it.</summary>
    private sealed class SandboxFirst(Task<SandboxServer> sandbox) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => sandbox;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
