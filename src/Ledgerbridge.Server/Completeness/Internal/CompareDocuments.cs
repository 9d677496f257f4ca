using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Connections;
using Ledgerbridge.Server.Mirror;
using Ledgerbridge.Server.Posting;
using Ledgerbridge.Server.Runs;
using Ledgerbridge.Server.Stores;
using Ledgerbridge.Server.Stores.Documents;

namespace Ledgerbridge.Server.Completeness.Internal;

/// <summary>Gathers both sides of a shop's documents from what is kept here; asks neither the shop nor Sage.</summary>
internal sealed class CompareDocuments(
    StorePlaces places,
    StorePolicies policies,
    SoldDocuments sold,
    PostingJournal journal,
    LinkedCopies copies,
    MirrorLists lists,
    Businesses businesses,
    TimeProvider time
)
{
    private const int DocumentsMax = 20_000;
    private const int UnreadMax = 500;

    /// <summary>Compares the documents of a period.</summary>
    public async Task<Result<CompletenessReport>> RunAsync(StoreKey store, CompletenessFilter filter, CancellationToken ct)
    {
        if (await places.FindAsync(store, ct) is not { } place || await policies.CurrentAsync(store, ct) is not { } policy)
            return StorePolicies.NoSuchStore;
        var zone = TimeZoneInfo.FindSystemTimeZoneById(policy.Policy.Sync.TimeZone);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone).DateTime);
        if (!filter.ToPeriod(today).Succeeded(out var period, out var problem))
            return problem;
        var documents = await sold.ListAsync(store, period.FromOn, period.ToOn, DocumentsMax + 1, ct);
        if (documents.Count > DocumentsMax)
            return Problem.Invalid("from", $"There are more than {DocumentsMax} documents in this period. Choose a shorter one.");
        var unread = await sold.UnreadAsync(
            store,
            Period.BeginOf(period.FromOn, zone),
            Period.BeginOf(period.ToOn.AddDays(1), zone),
            UnreadMax,
            ct
        );
        return new CompletenessReport(place, period, await CompareAsync(place, documents, ct), unread, await FreshAtAsync(place.Books, ct));
    }

    private async Task<IReadOnlyList<Compared>> CompareAsync(StorePlace place, IReadOnlyList<SoldDocument> documents, CancellationToken ct)
    {
        var workspace = place.Store.Workspace;
        var links = await journal.FindLinksAsync(workspace, documents.Select(static document => document.Key), ct);
        var runs = await sold.RunsOfAsync(place.Store, documents, ct);
        var sides = new Dictionary<string, (SageDocument? Document, bool IsGone)>(StringComparer.Ordinal);
        var rates = new Dictionary<string, IReadOnlyDictionary<string, VatTreatment>>(StringComparer.Ordinal);
        // A shop may have posted into other books before; what it posted then is still there.
        foreach (var books in links.Where(static link => link.Value.SageId.Length > 0).GroupBy(static link => link.Value.BusinessId))
        {
            var key = place.Books with { BusinessId = books.Key };
            rates[books.Key] = await RatesAsync(key, ct);
            var wanted = documents.Where(document => links.GetValueOrDefault(document.Key)?.BusinessId == books.Key).ToList();
            await ReadAsync<BooksInvoice>(key, BooksResource.SalesInvoices, wanted, SageDocument.Of, links, sides, ct);
            await ReadAsync<BooksCreditNote>(key, BooksResource.SalesCreditNotes, wanted, SageDocument.Of, links, sides, ct);
        }
        return
        [
            .. documents.Select(document =>
            {
                var link = links.GetValueOrDefault(document.Key);
                var (inSage, isGone) = sides.GetValueOrDefault(document.Key);
                return Comparison.Of(
                    new TwoSides(
                        document,
                        [.. runs[(document.Event.Entity(), document.EntityId)]],
                        link,
                        inSage,
                        isGone,
                        rates.GetValueOrDefault(link?.BusinessId ?? "") ?? new Dictionary<string, VatTreatment>()
                    )
                );
            }),
        ];
    }

    private async Task ReadAsync<TRecord>(
        BooksKey key,
        BooksResource resource,
        IReadOnlyList<SoldDocument> documents,
        Func<TRecord, SageDocument> read,
        IReadOnlyDictionary<string, PostedLink> links,
        Dictionary<string, (SageDocument? Document, bool IsGone)> sides,
        CancellationToken ct
    )
        where TRecord : class
    {
        var name = resource == BooksResource.SalesInvoices ? EventName.InvoiceCreated : EventName.CreditMemoCreated;
        var wanted = documents.Where(document => document.Event == name && links[document.Key].SageId.Length > 0).ToList();
        if (wanted.Count == 0)
            return;
        var found = await copies.FindAsync<TRecord>(key, resource, wanted.Select(document => links[document.Key].SageId), ct);
        var freshAt = await lists.FreshAtAsync(key, resource, ct);
        var unheard = new List<string>();
        foreach (var document in wanted)
        {
            var link = links[document.Key];
            if (found.TryGetValue(link.SageId, out var copy))
                sides[document.Key] = (copy.Record is { } record ? read(record) : null, copy.GoneAt is not null);
            // The copies have not come so far yet: what Sage answered to the posting is what is known.
            else if (freshAt is null || freshAt <= link.FinishedAt)
                unheard.Add(document.Key);
        }
        var answers = await journal.FindByKeysAsync(key.Workspace, unheard, ct);
        foreach (var (posted, answer) in answers.Where(static pair => pair.Value.Result.Length > 0))
            sides[posted] = (read(answer.ReadResult<TRecord>()), false);
    }

    private async Task<IReadOnlyDictionary<string, VatTreatment>> RatesAsync(BooksKey key, CancellationToken ct) =>
        await businesses.FindReferenceAsync(key, ct) is { } reference
            ? reference.TaxRates.ToDictionary(static rate => rate.Id, static rate => rate.Treatment, StringComparer.Ordinal)
            : new Dictionary<string, VatTreatment>();

    private async Task<DateTimeOffset?> FreshAtAsync(BooksKey key, CancellationToken ct)
    {
        var invoices = await lists.FreshAtAsync(key, BooksResource.SalesInvoices, ct);
        var notes = await lists.FreshAtAsync(key, BooksResource.SalesCreditNotes, ct);
        return invoices is null || notes is null ? null
            : invoices < notes ? invoices
            : notes;
    }
}
