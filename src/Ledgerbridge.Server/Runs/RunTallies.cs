using Ledgerbridge.Server.Posting.Plans;
using Ledgerbridge.Server.Runs.Internal;
using Ledgerbridge.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.Server.Runs;

/// <summary>Runs of one shop that failed of, or wait because of, the same.</summary>
/// <param name="Store">The shop.</param>
/// <param name="Cause">What is in the way.</param>
/// <param name="Runs">How many.</param>
internal sealed record CauseTally(StoreId Store, FailureCause Cause, int Runs);

/// <summary>How the runs of a workspace stand, in numbers.</summary>
/// <param name="SyncedSince">Runs that came into the books since the moment asked for.</param>
/// <param name="Open">Runs that are not at their end.</param>
/// <param name="Failed">Failed runs by shop and cause, most first.</param>
/// <param name="HeldUp">Runs that wait because the shop does not answer or refuses us, by shop and cause.</param>
internal sealed record RunTally(int SyncedSince, int Open, IReadOnlyList<CauseTally> Failed, IReadOnlyList<CauseTally> HeldUp);

/// <summary>Counts runs, from the indexes.</summary>
internal sealed class RunTallies(Database database)
{
    private static readonly RunState[] Open = [RunState.Queued, RunState.Running, RunState.Waiting];
    private static readonly string[] OfTheShop = [FailureCause.StoreUnavailable.Code(), FailureCause.StoreRefused.Code()];

    /// <summary>How the runs stand.</summary>
    /// <param name="workspace">Whose.</param>
    /// <param name="stores">All its shops.</param>
    /// <param name="since">The moment from which the runs that came into the books are counted.</param>
    /// <param name="ct">Ends the counting.</param>
    public Task<RunTally> CountAsync(
        WorkspaceId workspace,
        IReadOnlyCollection<StoreId> stores,
        DateTimeOffset since,
        CancellationToken ct
    ) =>
        database.ReadAsync(
            workspace,
            async db =>
            {
                var rows = db.Rows<RunRow>().AsNoTracking();
                var synced = 0;
                foreach (var store in stores)
                    synced += await rows.CountAsync(
                        row => row.StoreId == store && row.State == RunState.Synced && row.FinishedAt >= since,
                        ct
                    );
                return new RunTally(
                    synced,
                    await rows.CountAsync(static row => Open.Contains(row.State), ct),
                    await ByCauseAsync(rows.Where(static row => row.State == RunState.Failed), ct),
                    await ByCauseAsync(rows.Where(static row => row.State == RunState.Waiting && OfTheShop.Contains(row.Cause)), ct)
                );
            }
        );

    private static async Task<IReadOnlyList<CauseTally>> ByCauseAsync(IQueryable<RunRow> rows, CancellationToken ct)
    {
        var counts = await rows.Where(static row => row.Cause != null)
            .GroupBy(static row => new { row.StoreId, row.Cause })
            .Select(static group => new
            {
                group.Key.StoreId,
                group.Key.Cause,
                Count = group.Count(),
            })
            .ToListAsync(ct);
        return
        [
            .. counts
                .OrderByDescending(static count => count.Count)
                .ThenBy(static count => count.Cause, StringComparer.Ordinal)
                .ThenBy(static count => count.StoreId.Text, StringComparer.Ordinal)
                .Select(static count => new CauseTally(count.StoreId, RunWords.CauseOf(count.Cause) ?? FailureCause.Fault, count.Count)),
        ];
    }
}
