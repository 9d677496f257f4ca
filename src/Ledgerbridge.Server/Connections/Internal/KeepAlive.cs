using Ledgerbridge.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Quartz;

namespace Ledgerbridge.Server.Connections.Internal;

/// <summary>
/// Renews what nobody uses, long before Sage would end it, and settles renewals that a stopped process left open. Runs every hour and
/// once at the start,
/// on one process of all.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class KeepAlive(Database database, TokenCustody custody, TimeProvider time, IOptions<ConnectionsOptions> options) : IJob
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
            await custody.RenewAsync(connection, ct);
        return due.Count;
    }
}
