using System.Diagnostics;
using System.Globalization;
using Ledgerbridge.Kernel;
using Ledgerbridge.Server;
using Ledgerbridge.Server.Connections.Internal;
using Ledgerbridge.Testing;

namespace Ledgerbridge.Bench;

/// <summary>What it costs to be given an access token while it is fresh, which every call to Sage begins with.</summary>
internal static class TokenAccess
{
    private const int Callers = 16;
    private const int Calls = 2_000_000;

    /// <summary>Asks alone, and with sixteen callers at once.</summary>
    public static async Task<string> RunAsync()
    {
        var ct = CancellationToken.None;
        await using var server = await ServerFixture.StartAsync(ct);
        using var owner = await server.ReadyAsync(ct);
        var listed = await owner.GetAsync("/api/connections", ct);
        var connection = Id<Ids.Connection>.Parse(listed["connections"]![0]!["id"]!.ToString());
        var custody = server.Get<TokenCustody>();
        await AskAsync(Calls);

        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var began = Stopwatch.GetTimestamp();
        await AskAsync(Calls);
        var alone = Stopwatch.GetElapsedTime(began);
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;

        began = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(() => AskAsync(Calls), ct)));
        var together = Stopwatch.GetElapsedTime(began);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{alone.TotalNanoseconds / Calls:F0} ns and {(double)allocated / Calls:F0} bytes each; "
                + $"{Callers} callers at once {Callers * (double)Calls / together.TotalSeconds / 1_000_000:F1} million a second"
        );

        async Task AskAsync(int times)
        {
            for (var i = 0; i < times; i++)
            {
                if (!(await custody.GetAsync(connection, rejected: null, ct)).Succeeded(out _, out var failure))
                    throw new InvalidOperationException(failure.Message);
            }
        }
    }
}
