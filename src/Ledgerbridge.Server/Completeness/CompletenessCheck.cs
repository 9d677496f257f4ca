using Ledgerbridge.Sage;
using Ledgerbridge.Server.Connections;
using Ledgerbridge.Server.Mirror;
using Ledgerbridge.Server.Posting;
using Ledgerbridge.Server.Runs;
using Ledgerbridge.Server.Stores;
using Ledgerbridge.Server.Stores.Documents;

namespace Ledgerbridge.Server.Completeness;

/// <summary>
/// A quick look whether what was posted for a shop is still in Sage as it was posted: totals only, of the newest documents, so that it can
/// be asked all the time. What failed or waits is counted elsewhere.
/// </summary>
internal sealed class CompletenessCheck(SoldDocuments sold, PostingJournal journal, LinkedCopies copies)
{
    /// <summary>How many posted documents of a period are in Sage with another total, void, as a draft, or no longer.</summary>
    /// <param name="store">The shop.</param>
    /// <param name="books">The books it posts into.</param>
    /// <param name="fromOn">The first day.</param>
    /// <param name="toOn">The last day.</param>
    /// <param name="most">At most so many of the newest documents are looked at.</param>
    /// <param name="ct">Ends the look.</param>
    public async Task<int> CountAsync(StoreKey store, BooksKey books, DateOnly fromOn, DateOnly toOn, int most, CancellationToken ct)
    {
        var documents = await sold.ListAsync(store, fromOn, toOn, most, ct);
        var links = await journal.FindLinksAsync(store.Workspace, documents.Select(static document => document.Key), ct);
        var differing = 0;
        foreach (var kind in documents.GroupBy(static document => document.Event))
        {
            var posted = kind.Select(document => (Document: document, Link: links.GetValueOrDefault(document.Key)))
                .Where(pair => pair.Link is { State: PostingState.Posted } link && link.BusinessId == books.BusinessId)
                .ToList();
            var resource = kind.Key == EventName.InvoiceCreated ? BooksResource.SalesInvoices : BooksResource.SalesCreditNotes;
            var totals = await copies.TotalsAsync(books, resource, posted.Select(static pair => pair.Link!.SageId), ct);
            differing += posted.Count(pair =>
                totals.TryGetValue(pair.Link!.SageId, out var total) && IsOtherwise(total, pair.Document.Figures.Gross.Amount)
            );
        }
        return differing;
    }

    private static bool IsOtherwise(LinkedTotal total, decimal gross) =>
        total.IsGone || total.State is nameof(InvoiceState.Void) or nameof(InvoiceState.Draft) || total.Gross != gross;
}
