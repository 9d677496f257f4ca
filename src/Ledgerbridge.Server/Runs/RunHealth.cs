using Ledgerbridge.Server.Posting.Plans;
using Ledgerbridge.Server.Runs.Internal;
using Ledgerbridge.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.Server.Runs;

/// <summary>The runs of a shop that have failed for the same reason and wait for a person.</summary>
/// <param name="Store">The shop.</param>
/// <param name="Cause">The stable word of the reason.</param>
/// <param name="Meaning">The reason as a sentence.</param>
/// <param name="NextStep">What a bookkeeper does about it.</param>
/// <param name="Count">How many they are, at least 1.</param>
internal sealed record FailingRuns(StoreId Store, string Cause, string Meaning, string NextStep, int Count);

/// <summary>What has failed and is not tried again by itself.</summary>
internal sealed class RunHealth(Database database)
{
    /// <summary>The failed runs of a workspace, by shop and reason.</summary>
    public async Task<IReadOnlyList<FailingRuns>> ListAsync(WorkspaceId workspace, CancellationToken ct)
    {
        var groups = await database.ReadAsync(
            workspace,
            db =>
                db.Rows<RunRow>()
                    .Where(static row => row.State == RunState.Failed && row.Cause != null)
                    .GroupBy(static row => new { row.StoreId, row.Cause })
                    .Select(static group => new
                    {
                        group.Key.StoreId,
                        group.Key.Cause,
                        Count = group.Count(),
                    })
                    .ToListAsync(ct)
        );
        return
        [
            .. from row in groups
            let cause = RunWords.CauseOf(row.Cause)
            where cause is not null
            select new FailingRuns(row.StoreId, cause.Value.Code(), cause.Value.Meaning(), cause.Value.NextStep(), row.Count),
        ];
    }
}
