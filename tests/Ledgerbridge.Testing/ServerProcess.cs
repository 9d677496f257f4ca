using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Ledgerbridge.Testing;

/// <summary>
/// The real server as a process of its own, by the machine's own time and with its scheduled work running: what a test can kill.
/// </summary>
public sealed partial class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, Uri address) => (_process, BaseAddress) = (process, address);

    /// <summary>Where it listens.</summary>
    public Uri BaseAddress { get; }

    /// <summary>Starts one on a place, and returns once it serves.</summary>
    public static async Task<ServerProcess> StartAsync(ServerPlace place, Uri sandbox, CancellationToken ct)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Ledgerbridge.Server.dll")])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in ServerFixture.SettingsFor(place, sandbox))
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        start.Environment["Ledgerbridge__Storage__RunSchedules"] = "true";
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        var process = Process.Start(start)!;
        var said = new List<string>();
        while (await process.StandardOutput.ReadLineAsync(ct) is { } line)
        {
            said.Add(line);
            if (Listening.Match(line) is { Success: true } match)
            {
                // Whoever stops reading a pipe stops the one who writes to it.
                _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
                return new ServerProcess(process, new Uri(match.Value));
            }
        }
        throw new InvalidOperationException($"The server ended before it served: {string.Join('\n', said)}");
    }

    /// <summary>A program with an API key.</summary>
    public ServerClient Program(string apiKey) => new(BaseAddress, apiKey);

    /// <summary>Ends it as a power cut would: nothing in it runs any more.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:[0-9]+", RegexOptions.None, 1_000)]
    private static partial Regex Listening { get; }
}
