using Ledgerbridge.Server.Alerts.Internal;
using Ledgerbridge.Server.Storage;

namespace Ledgerbridge.Server.Alerts;

/// <summary>
/// Looks every minute whether there is something people should know, and sends what is due. One process of all at a time: whoever finds
/// the lock taken leaves the round to the other. While nothing has changed a round only reads.
/// </summary>
internal sealed partial class AlertRounds(
    ProcessLocks locks,
    AlertWatch watch,
    AlertOutbox outbox,
    TimeProvider time,
    ILogger<AlertRounds> log
)
{
    private const string Lock = "alerts";
    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(1);

    /// <summary>One round; false when another process is at it.</summary>
    public async Task<bool> RunOnceAsync(CancellationToken ct)
    {
        await using var held = await locks.TryTakeAsync(Lock, ct);
        if (held is null)
            return false;
        await watch.LookAsync(ct);
        await outbox.DeliverDueAsync(ct);
        return true;
    }

    /// <summary>Goes round until told to stop, for the first time a minute after the start.</summary>
    internal async Task RunAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(LookEvery, time, ct);
                await RunOnceAsync(ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                // What was not sent is due still.
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                LogFault(fault);
            }
        }
    }

    [LoggerMessage(1502, LogLevel.Error, "A round of alerts stopped for a reason of Ledgerbridge's own; the next one is in a minute")]
    private partial void LogFault(Exception fault);
}

/// <summary>Keeps the rounds going while the process runs.</summary>
internal sealed class AlertRoundsService(AlertRounds rounds) : BackgroundService
{
    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => rounds.RunAsync(stoppingToken);
}
