using Ledgerbridge.Server.Storage;
using Ledgerbridge.Server.Stores;
using Ledgerbridge.Server.Stores.Documents;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.Server.Runs.Internal;

/// <summary>
/// Asks for what a run waits for and no event has told: a shop tells each invoice once, and what it told somebody else it does not tell
/// again.
/// </summary>
internal sealed class RunMissing(Database database, IStoreRuns runs, TimeProvider time)
{
    /// <summary>Makes a run for an invoice that none is known of.</summary>
    public Task AskForInvoiceAsync(RunRow waiting, long invoiceId) =>
        database.WriteAsync(
            waiting.WorkspaceId,
            async db =>
            {
                var isKnown = await db.Rows<RunRow>()
                    .AnyAsync(row =>
                        row.StoreId == waiting.StoreId
                        && row.EntityType == StoreEntity.Invoice
                        && row.EntityId == invoiceId
                        && row.Event == EventName.InvoiceCreated
                    );
                if (!isKnown)
                    await runs.AcceptAsync(db, For(waiting, invoiceId));
            },
            CancellationToken.None
        );

    private StoreEvent For(RunRow waiting, long invoiceId) =>
        new()
        {
            Workspace = waiting.WorkspaceId,
            Store = waiting.StoreId,
            Connection = waiting.ConnectionId,
            BusinessId = waiting.BusinessId,
            PolicyVersion = waiting.PolicyVersion,
            Name = EventName.InvoiceCreated,
            EntityId = invoiceId,
            WebsiteId = waiting.WebsiteId,
            StoreViewId = waiting.StoreViewId,
            OccurredAt = time.GetUtcNow(),
            IsBackfill = true,
        };
}
