using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.World;

/// <summary>
/// The server that shops post to: a real process, this very program started with <see cref="Verb"/>. It dies and is started again, always
/// at the same address, as a machine that has lost its power.
/// </summary>
internal sealed class SimulatedServer : IAsyncDisposable
{
    /// <summary>The argument that makes the program the server.</summary>
    public const string Verb = "simulated-server";

    private const int StartsMax = 5;

    private readonly Dictionary<string, string?> _settings;
    private readonly TimeProvider _time;
    private Process? _process;

    public SimulatedServer(ServerFixture place, TimeProvider time)
    {
        BaseAddress = new Uri($"http://127.0.0.1:{FreePort()}");
        _settings = new Dictionary<string, string?>(place.Settings) { [SimulatedServerLoop.Address] = BaseAddress.AbsoluteUri };
        _time = time;
    }

    /// <summary>Where it listens whenever it runs.</summary>
    public Uri BaseAddress { get; }

    /// <summary>How often it died.</summary>
    public int Deaths { get; private set; }

    /// <summary>Starts it if it does not run.</summary>
    public async Task EnsureRunsAsync(CancellationToken ct)
    {
        for (var starts = 0; _process is null or { HasExited: true }; starts++)
        {
            if (starts == StartsMax)
                throw new InvalidOperationException("The server does not start.");
            await BuryAsync();
            var start = new ProcessStartInfo("dotnet")
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                UseShellExecute = false,
            };
            start.ArgumentList.Add(typeof(SimulatedServer).Assembly.Location);
            start.ArgumentList.Add(Verb);
            // A process that lives for seconds gains nothing from measuring itself for a later optimisation.
            start.Environment["DOTNET_TieredPGO"] = "0";
            _process = Process.Start(start)!;
            await AskAsync(JsonSerializer.Serialize(_settings), ct);
        }
    }

    /// <summary>Tells it the time.</summary>
    public Task TellTimeAsync(CancellationToken ct) => AskAsync("time", ct);

    /// <summary>Plans at which moments from now it dies (0 for never) and its database fails.</summary>
    public Task ArmAsync(int kill, IEnumerable<int> fails, CancellationToken ct) =>
        AskAsync(
            string.Join(' ', fails.Prepend(kill).Select(static moment => moment.ToString(CultureInfo.InvariantCulture)).Prepend("mishaps")),
            ct
        );

    /// <summary>Lets it work on all that is due; what it says, or null when it died over it.</summary>
    public Task<string?> WorkAsync(CancellationToken ct) => AskAsync("work", ct);

    /// <summary>Ends it as a power cut would.</summary>
    public async Task KillAsync()
    {
        if (_process is { HasExited: false })
            _process.Kill();
        await BuryAsync();
    }

    public async ValueTask DisposeAsync() => await KillAsync();

    private async Task BuryAsync()
    {
        if (_process is null)
            return;
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
        Deaths++;
    }

    private async Task<string?> AskAsync(string line, CancellationToken ct)
    {
        if (_process is null)
            return null;
        try
        {
            var at = _time.GetUtcNow().UtcTicks;
            await _process.StandardInput.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{at} {line}").AsMemory(), ct);
            await _process.StandardInput.FlushAsync(ct);
            if (await _process.StandardOutput.ReadLineAsync(ct) is { } answer)
                return answer;
        }
        catch (IOException)
        {
            // It is dead, and its ears with it.
        }
        await BuryAsync();
        return null;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
