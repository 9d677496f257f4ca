using Ledgerbridge.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Quartz;

namespace Ledgerbridge.Server.Connections.Internal;

/// <summary>
/// Renews what nobody uses, long before Sage would end it, and settles renewals that a stopped process left open. Runs every hour and
/// once at the start, on one process of all.
/// </summary>
[DisallowConcurrentExecution]
internal sealed partial class KeepAlive(
    Database database,
    TokenCustody custody,
    TimeProvider time,
    IOptions<ConnectionsOptions> options,
    ILogger<KeepAlive> log
) : IJob
{
    /// <inheritdoc />
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await RunAsync(cancellationToken);

    /// <summary>One round; returns how many connections were renewed or settled.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var before = time.GetUtcNow() - options.Value.RenewAfter;
        var due = await database.ReadAllAsync(db =>
            db.Rows<ConnectionRow>()
                .Where(row => row.Status == ConnectionStatus.Active && (row.RefreshedAt <= before || row.RefreshIntentAt != null))
                .Select(static row => row.Id)
                .ToListAsync(ct)
        );
        foreach (var connection in due)
        {
            try
            {
                await custody.RenewAsync(connection, ct);
            }
            catch (Exception failure) when (failure is System.Data.Common.DbException or DbUpdateException)
            {
                // The others still have their turn, and this one has another in an hour.
                LogNotRenewed(failure, connection);
            }
        }
        return due.Count;
    }

    [LoggerMessage(1103, LogLevel.Error, "{Connection} could not be renewed")]
    private partial void LogNotRenewed(Exception failure, ConnectionId connection);
}
