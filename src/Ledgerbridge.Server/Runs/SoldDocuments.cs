using Ledgerbridge.Server.Runs.Internal;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Server.Stores;
using Ledgerbridge.Server.Stores.Documents;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.Server.Runs;

/// <summary>An invoice or credit memo of a shop.</summary>
/// <param name="Event">Raising an invoice, or making a credit memo.</param>
/// <param name="EntityId">The shop's own number of it.</param>
/// <param name="DatedOn">Its day where the shop is.</param>
/// <param name="Figures">Its money.</param>
/// <param name="Key">The key under which it is in the posting journal, if it is.</param>
internal sealed record SoldDocument(EventName Event, long EntityId, DateOnly DatedOn, SoldFigures Figures, string Key);

/// <summary>A run about an invoice or credit memo, as far as it says why the document is in the books or is not.</summary>
internal sealed record SoldRun
{
    public required RunId Id { get; init; }

    public required EventName Event { get; init; }

    public required long EntityId { get; init; }

    /// <summary>The number people know the document by; may be empty.</summary>
    public required string Number { get; init; }

    public required RunState State { get; init; }

    /// <summary>The stable word of why it was skipped; empty otherwise.</summary>
    public required string SkipReason { get; init; }

    /// <summary>What came of it; empty while nothing did.</summary>
    public required string Sentence { get; init; }

    /// <summary>What is to be done about it; empty when nothing is.</summary>
    public required string NextStep { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }
}

/// <summary>The invoices and credit memos of shops by their day, long after the documents themselves are forgotten.</summary>
internal sealed class SoldDocuments(Database database)
{
    private const int IdsPerQuestion = 500;

    private static readonly EventName[] Sales = [EventName.InvoiceCreated, EventName.CreditMemoCreated];
    private static readonly RunState[] Unfinished = [RunState.Queued, RunState.Running, RunState.Waiting, RunState.Failed];

    /// <summary>The documents of a period, newest first.</summary>
    /// <param name="store">The shop.</param>
    /// <param name="fromOn">The first day.</param>
    /// <param name="toOn">The last day.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="ct">Ends the reading.</param>
    public Task<IReadOnlyList<SoldDocument>> ListAsync(StoreKey store, DateOnly fromOn, DateOnly toOn, int most, CancellationToken ct) =>
        database.ReadAsync(
            store.Workspace,
            async db =>
            {
                var rows = await db.Rows<RunFiguresRow>()
                    .AsNoTracking()
                    .Where(row => row.StoreId == store.Store && row.DatedOn >= fromOn && row.DatedOn <= toOn)
                    .OrderByDescending(static row => row.DatedOn)
                    .ThenByDescending(static row => row.Event)
                    .ThenByDescending(static row => row.EntityId)
                    .Take(most)
                    .ToListAsync(ct);
                return (IReadOnlyList<SoldDocument>)
                    [
                        .. rows.Select(static row => new SoldDocument(
                            row.Event,
                            row.EntityId,
                            row.DatedOn,
                            row.Read(),
                            row.Event == EventName.InvoiceCreated
                                ? RunKeys.Invoice(row.StoreId, row.EntityId)
                                : RunKeys.CreditNote(row.StoreId, row.EntityId)
                        )),
                    ];
            }
        );

    /// <summary>The runs about these documents, the payments of invoices among them; by the kind of document and its number.</summary>
    public Task<ILookup<(StoreEntity Entity, long Id), SoldRun>> RunsOfAsync(
        StoreKey store,
        IEnumerable<SoldDocument> documents,
        CancellationToken ct
    ) =>
        database.ReadAsync(
            store.Workspace,
            async db =>
            {
                var found = new List<RunRow>();
                foreach (var kind in documents.GroupBy(static document => document.Event.Entity()))
                {
                    foreach (var ids in kind.Select(static document => document.EntityId).Chunk(IdsPerQuestion))
                    {
                        found.AddRange(
                            await db.Rows<RunRow>()
                                .AsNoTracking()
                                .Where(row => row.StoreId == store.Store && row.EntityType == kind.Key && ids.Contains(row.EntityId))
                                .ToListAsync(ct)
                        );
                    }
                }
                return found.ToLookup(static row => (row.EntityType, row.EntityId), ToRun);
            }
        );

    /// <summary>
    /// Runs about invoices and credit memos that are not at a good end and whose document was never read, told in a period; newest first.
    /// </summary>
    public Task<IReadOnlyList<SoldRun>> UnreadAsync(
        StoreKey store,
        DateTimeOffset from,
        DateTimeOffset before,
        int most,
        CancellationToken ct
    ) =>
        database.ReadAsync(
            store.Workspace,
            async db =>
            {
                var figures = db.Rows<RunFiguresRow>();
                var rows = await db.Rows<RunRow>()
                    .AsNoTracking()
                    .Where(row => row.StoreId == store.Store && Unfinished.Contains(row.State) && Sales.Contains(row.Event))
                    .Where(row => row.OccurredAt >= from && row.OccurredAt < before)
                    .Where(row =>
                        !figures.Any(kept => kept.StoreId == row.StoreId && kept.Event == row.Event && kept.EntityId == row.EntityId)
                    )
                    .OrderByDescending(static row => row.Id)
                    .Take(most)
                    .ToListAsync(ct);
                return (IReadOnlyList<SoldRun>)[.. rows.Select(ToRun)];
            }
        );

    private static SoldRun ToRun(RunRow row) =>
        new()
        {
            Id = row.Id,
            Event = row.Event,
            EntityId = row.EntityId,
            Number = row.Number,
            State = row.State,
            SkipReason = row.SkipReason,
            Sentence = row.Sentence,
            NextStep = row.NextStep,
            OccurredAt = row.OccurredAt,
        };
}
