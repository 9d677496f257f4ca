using Ledgerbridge.Server.Connections;
using Ledgerbridge.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Ledgerbridge.Server.Posting.Internal;

/// <summary>
/// Carries on with postings nobody waits for: those that are due, those whose process has died, and those that waited for Sage to be
/// connected again. Runs every few seconds and at the start, on one process of all; businesses side by side, the documents of one in
/// order.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class PostingSweep(Database database, PostingAttempts attempts, Businesses businesses, TimeProvider time) : IJob
{
    private const int RoundMax = 500;

    /// <inheritdoc />
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await RunAsync(cancellationToken);

    /// <summary>One round; returns how many postings were attempted.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var open = await database.ReadAllAsync(db =>
            db.Rows<PostingRow>()
                .AsNoTracking()
                .Where(row =>
                    (row.State == PostingState.Waiting || row.State == PostingState.Sending)
                    && (row.State == PostingState.Sending || row.NextAttemptAt == null || row.NextAttemptAt <= now)
                )
                .OrderBy(static row => row.CreatedAt)
                .Take(RoundMax)
                .ToListAsync(ct)
        );
        var lanes = open.GroupBy(static row => new BooksKey(row.WorkspaceId, row.ConnectionId, row.BusinessId));
        return (await Task.WhenAll(lanes.Select(lane => RunLaneAsync(lane.Key, [.. lane], ct)))).Sum();
    }

    private async Task<int> RunLaneAsync(BooksKey key, PostingRow[] rows, CancellationToken ct)
    {
        var done = 0;
        foreach (var row in rows)
        {
            ct.ThrowIfCancellationRequested();
            var waitsForPerson = row.State == PostingState.Waiting && row.NextAttemptAt is null;
            if (waitsForPerson && !await businesses.IsConnectedAsync(key, ct))
                continue;
            if ((await attempts.TryAsync(row.WorkspaceId, row.Id)).Attempted)
                done++;
        }
        return done;
    }
}
