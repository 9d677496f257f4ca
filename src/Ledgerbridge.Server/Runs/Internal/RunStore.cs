using Ledgerbridge.Server.Storage;
using Ledgerbridge.Server.Stores;
using Ledgerbridge.Server.Stores.Documents;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.Server.Runs.Internal;

/// <summary>
/// Writes runs down as shops tell their events: one plain statement for each, because hundreds may come in a second and a shop waits for
/// every answer.
/// </summary>
internal static class RunStore
{
    private const string Insert =
        $"INSERT INTO {RunTables.Runs} (id, workspace_id, store_id, connection_id, business_id, event, entity_type, entity_id, "
        + "website_id, store_view_id, number, idempotency_key, slot, state, attempts, next_attempt_at, skip_reason, failure_class, "
        + "sentence, next_step, policy_version, outcome_id, outcome_reference, occurred_at, created_at, waits_for, decisions, "
        + "is_backfill, report_attempts) "
        + "VALUES ({0}, {1}, {2}, {3}, {4}, {5}, {6}, {7}, {8}, {9}, {10}, {11}, {11}, {12}, 0, {13}, '', '', '', '', {14}, '', '', {15}, "
        + "{13}, '', '', {16}, 0) ON CONFLICT (store_id, slot) WHERE slot IS NOT NULL DO NOTHING";

    /// <summary>Writes a run; false when its event's slot is taken.</summary>
    public static async Task<bool> InsertAsync(LedgerDb db, RunId id, StoreEvent happened, DateTimeOffset now) =>
        await db.Database.ExecuteSqlRawAsync(
            Insert,
            [
                id.Text,
                happened.Workspace.Text,
                happened.Store.Text,
                happened.Connection.Text,
                happened.BusinessId,
                happened.Name.ToString(),
                happened.Name.Entity().ToString(),
                happened.EntityId,
                happened.WebsiteId,
                happened.StoreViewId,
                happened.Number,
                happened.Key,
                nameof(RunState.Queued),
                now.UtcDateTime,
                happened.PolicyVersion,
                happened.OccurredAt.UtcDateTime,
                happened.IsBackfill,
            ],
            CancellationToken.None
        ) == 1;
}
