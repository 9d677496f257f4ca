using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests;

/// <summary>
/// A real process beside the tests', on the same database and before the same sandbox: this very program, started with <see cref="Verb"/>,
/// told what to do line by line, and answering a line to each. With every line it is told the time.
/// </summary>
internal sealed class OtherProcess : IDisposable
{
    /// <summary>The argument that makes the program the other process.</summary>
    public const string Verb = "other-process";

    private readonly Process _process;
    private readonly TimeProvider _time;

    private OtherProcess(Process process, TimeProvider time) => (_process, _time) = (process, time);

    /// <summary>Starts one on a server's place.</summary>
    public static Task<OtherProcess> StartAsync(ServerFixture server, CancellationToken ct) => StartAsync(server.Settings, server.Time, ct);

    /// <summary>Starts one with the settings of a server.</summary>
    public static async Task<OtherProcess> StartAsync(
        IReadOnlyDictionary<string, string?> settings,
        TimeProvider time,
        CancellationToken ct
    )
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(typeof(OtherProcess).Assembly.Location);
        start.ArgumentList.Add(Verb);
        var other = new OtherProcess(Process.Start(start)!, time);
        await other.AskAsync(JsonSerializer.Serialize(settings), ct);
        return other;
    }

    /// <summary>
    /// Lets so many callers ask for the connection's access token at once. Answers a fingerprint of the one token they all got, or what
    /// went wrong.
    /// </summary>
    /// <param name="connection">The connection.</param>
    /// <param name="callers">How many.</param>
    /// <param name="rejectLast">True when each says that Sage refused the token it got the last time.</param>
    /// <param name="ct">Gives up.</param>
    public Task<string> TokensAsync(ConnectionId connection, int callers, bool rejectLast, CancellationToken ct) =>
        AskAsync(string.Create(CultureInfo.InvariantCulture, $"{(rejectLast ? "rejected" : "tokens")} {connection} {callers}"), ct);

    /// <summary>Takes a lock and holds it; false when somebody else does.</summary>
    public async Task<bool> TryTakeAsync(string name, CancellationToken ct) => await AskAsync($"take {name}", ct) == "held";

    /// <summary>Waits for a lock as long as it takes and holds it.</summary>
    public Task WaitForAsync(string name, CancellationToken ct) => AskAsync($"wait {name}", ct);

    /// <summary>Gives a lock back.</summary>
    public Task FreeAsync(string name, CancellationToken ct) => AskAsync($"free {name}", ct);

    /// <summary>Takes a lock, adds one to a number in a file without any care, gives the lock back; so many times.</summary>
    public Task CountAsync(string name, string file, int times, CancellationToken ct) =>
        AskAsync(string.Create(CultureInfo.InvariantCulture, $"count {name} {times} {file}"), ct);

    /// <summary>Seals everything again with the newest key, so many times.</summary>
    public Task ResealAsync(int times, CancellationToken ct) =>
        AskAsync(string.Create(CultureInfo.InvariantCulture, $"reseal {times}"), ct);

    /// <summary>Ends it without warning, as <c>kill -9</c> does.</summary>
    public async Task KillAsync(CancellationToken ct)
    {
        _process.Kill();
        await _process.WaitForExitAsync(ct);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    private async Task<string> AskAsync(string line, CancellationToken ct)
    {
        var at = _time.GetUtcNow().UtcTicks;
        await _process.StandardInput.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{at} {line}").AsMemory(), ct);
        await _process.StandardInput.FlushAsync(ct);
        return await _process.StandardOutput.ReadLineAsync(ct)
            ?? throw new InvalidOperationException($"The other process ended at: {line}");
    }
}
