using Ledgerbridge.Sage;
using Ledgerbridge.Server.Posting;
using Ledgerbridge.Server.Posting.Plans;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Server.Stores;
using Ledgerbridge.Server.Stores.Documents;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.Server.Runs.Internal;

/// <summary>
/// Tells shops how their documents stand. "Created" and "paid" share one row in a shop's grid, and each telling overwrites all of it: so
/// what is told is always made of the newest outcome of both.
/// </summary>
internal sealed class RunReports(Database database, PostingJournal journal, StoreReader shop)
{
    /// <summary>
    /// Tells the shop how the document of a run stands. False when it could not be told and may be later; a report that the shop will
    /// never take counts as told.
    /// </summary>
    public async Task<bool> TellAsync(RunRow run, CancellationToken ct)
    {
        var outcomes = await OutcomesAsync(run, ct);
        var created = outcomes.GetValueOrDefault(FirstEventOf(run.EntityType));
        var paid = run.EntityType == StoreEntity.Invoice ? outcomes.GetValueOrDefault(EventName.InvoicePaid) : null;
        if (StoreOutcome.Merge(created, paid) is not { } report)
            return true;
        if (run.EntityType == StoreEntity.Invoice && report.State == OutcomeState.Synced && created is not { EntityId.Length: > 0 })
            report = await OfInvoiceAsync(run, report, ct);
        var told = await shop.ReportAsync(new StoreKey(run.WorkspaceId, run.StoreId), ReportOf(run, report), ct);
        // A redirect or a firewall is mended by a person in days; only what the shop has read and refused it will never take.
        return told.Succeeded(out _, out var failure) || failure.Kind is StoreFailureKind.Rejected or StoreFailureKind.NotConnected;
    }

    /// <summary>
    /// The row is the invoice's, whatever the run of its payment made last: after an interruption that may be the payment alone.
    /// </summary>
    private async Task<StoreReport> OfInvoiceAsync(RunRow run, StoreReport report, CancellationToken ct)
    {
        var posting = await journal.FindByKeyAsync(run.WorkspaceId, RunKeys.Invoice(run.StoreId, run.EntityId), ct);
        return posting is { State: PostingState.Posted or PostingState.Differs }
            ? report with
            {
                EntityId = posting.SageId,
                Reference = posting.ReadResult<BooksInvoice>().Number ?? report.Reference,
            }
            : report;
    }

    private Task<Dictionary<EventName, EventOutcome>> OutcomesAsync(RunRow run, CancellationToken ct) =>
        database.ReadAsync(
            run.WorkspaceId,
            async db =>
            {
                var ends = await db.Rows<RunRow>()
                    .AsNoTracking()
                    .Where(row => row.StoreId == run.StoreId && row.EntityType == run.EntityType && row.EntityId == run.EntityId)
                    .Where(static row => row.State == RunState.Synced || row.State == RunState.Skipped || row.State == RunState.Failed)
                    .OrderBy(static row => row.Id)
                    .ToListAsync(ct);
                return ends.GroupBy(static row => row.Event)
                    .ToDictionary(static group => group.Key, static group => OutcomeOf(group.Last()));
            }
        );

    private static EventName FirstEventOf(StoreEntity entity) =>
        entity switch
        {
            StoreEntity.Invoice => EventName.InvoiceCreated,
            StoreEntity.CreditMemo => EventName.CreditMemoCreated,
            StoreEntity.Customer => EventName.CustomerUpserted,
            _ => EventName.ProductUpserted,
        };

    private static EventOutcome OutcomeOf(RunRow run) =>
        new()
        {
            State = run.State switch
            {
                RunState.Synced => OutcomeState.Synced,
                RunState.Skipped => OutcomeState.Skipped,
                _ => OutcomeState.Failed,
            },
            EntityId = run.OutcomeId,
            Reference = run.OutcomeReference,
            SkipReason = RunWords.SkipReasonOf(run.SkipReason),
            Cause = RunWords.CauseOf(run.Cause),
        };

    private static SyncReport ReportOf(RunRow run, StoreReport report) =>
        new(
            run.EntityType,
            run.EntityId,
            report.State switch
            {
                OutcomeState.Synced => SyncStatus.Synced,
                OutcomeState.Skipped => SyncStatus.Skipped,
                _ => SyncStatus.Failed,
            },
            run.FinishedAt!.Value
        )
        {
            SageId = report.EntityId,
            Reference = report.Reference,
            SkipReason = report.SkipReason,
            ErrorCode = report.ErrorCode,
        };
}
