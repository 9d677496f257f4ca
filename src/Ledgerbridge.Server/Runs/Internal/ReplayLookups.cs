using Ledgerbridge.Kernel;
using Ledgerbridge.Server.Posting;
using Ledgerbridge.Server.Posting.Plans;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Server.Stores;
using Ledgerbridge.Server.Stores.Documents;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.Server.Runs.Internal;

/// <summary>What some runs of the past need to be planned anew, as our own tables have it.</summary>
/// <param name="Facts">What was there before them.</param>
/// <param name="ContactNames">What the contacts are called, by Sage's id.</param>
internal sealed record ReplayGathered(ReplayFacts Facts, IReadOnlyDictionary<string, string> ContactNames);

/// <summary>Looks up what runs of the past need to be planned anew. Asks neither Sage nor a shop.</summary>
internal sealed class ReplayLookups(RunDocuments documents, RunLinks links, RunFacts facts, PostingJournal journal, Database database)
{
    /// <summary>The kept documents of some runs; a run whose document is not kept, or cannot be read, is not among them.</summary>
    public async Task<IReadOnlyDictionary<RunId, ReplayDocument>> DocumentsAsync(
        StoreKey store,
        IReadOnlyList<ReplayRun> runs,
        CancellationToken ct
    )
    {
        var read = new Dictionary<RunId, ReplayDocument>();
        foreach (var group in runs.GroupBy(static run => run.Event))
        {
            long[] ids = [.. group.Select(static run => run.EntityId)];
            var kept = await documents.ReadAsync(store, group.Key, ids, ct);
            var invoices = group.Key == EventName.InvoicePaid ? await documents.ReadAsync(store, EventName.InvoiceCreated, ids, ct) : null;
            foreach (var run in group)
            {
                if (
                    kept.GetValueOrDefault(run.EntityId) is { } content
                    && Parse(run.Event, content, invoices?.GetValueOrDefault(run.EntityId)) is { } document
                )
                    read[run.Id] = document;
            }
        }
        return read;
    }

    /// <summary>
    /// What the needs name, as it was before the runs: a contact that one of them made is not there yet, and its own plan makes it.
    /// </summary>
    public async Task<ReplayGathered> GatherAsync(
        StoreKey store,
        IReadOnlyList<PlanNeeds> needs,
        IReadOnlySet<RunId> runs,
        CancellationToken ct
    )
    {
        ContactKey[] contacts = [.. needs.SelectMany(static need => need.Contacts).Distinct()];
        string[] items = [.. needs.SelectMany(static need => need.ItemSkus).Distinct(StringComparer.Ordinal)];
        string[] types = [.. needs.SelectMany(static need => need.ProductTypeSkus).Distinct(StringComparer.Ordinal)];
        var known = await links.ContactsAsync(store, new PlanNeeds { Contacts = contacts }, ct);
        var postings = await journal.FindByKeysAsync(store.Workspace, [.. known.Keys.Select(key => RunKeys.Contact(store.Store, key))], ct);
        var before = known
            .Where(link =>
                postings.GetValueOrDefault(RunKeys.Contact(store.Store, link.Key))?.Run is not { } maker || !runs.Contains(maker)
            )
            .ToDictionary(static link => link.Key, static link => link.Value with { Present = null });
        var names = known
            .Values.Where(static link => link.Present is not null)
            .DistinctBy(static link => link.ContactId)
            .ToDictionary(static link => link.ContactId, static link => link.Present!.Details.Name, StringComparer.Ordinal);
        return new ReplayGathered(
            new ReplayFacts(before, await links.ItemsAsync(store, items, ct), await TypesAsync(store, types, ct), Invoice: null),
            names
        );
    }

    /// <summary>
    /// An invoice that none of the runs is about. What is owed on it is what its payment left: Sage is not asked.
    /// </summary>
    public async Task<InvoiceTrace?> InvoiceAsync(StoreKey store, long id, ReplayDocument document, CancellationToken ct)
    {
        var trace = await facts.InvoiceAsync(store, id, ct);
        if (trace?.Posted is not { } posted)
            return trace;
        var isPaid = document is ReplayDocument.CreditMemo && posted.PaidIntoBankAccountId is not null;
        return trace with { Posted = posted with { Outstanding = isPaid ? Money.Zero(posted.Gross.Currency) : posted.Gross } };
    }

    private static ReplayDocument? Parse(EventName name, byte[] content, byte[]? invoice) =>
        name switch
        {
            EventName.InvoiceCreated => StoreDocuments.ParseInvoice(content).Succeeded(out var read, out _)
                ? new ReplayDocument.Invoice(read)
                : null,
            EventName.InvoicePaid => StoreDocuments.ParsePayment(content).Succeeded(out var read, out _)
                ? new ReplayDocument.Payment(read, ParseInvoice(invoice))
                : null,
            EventName.CreditMemoCreated => StoreDocuments.ParseCreditMemo(content).Succeeded(out var read, out _)
                ? new ReplayDocument.CreditMemo(read)
                : null,
            EventName.CustomerUpserted => StoreDocuments.ParseCustomer(content).Succeeded(out var read, out _)
                ? new ReplayDocument.Customer(read)
                : null,
            EventName.ProductUpserted => StoreDocuments.ParseProduct(content).Succeeded(out var read, out _)
                ? new ReplayDocument.Product(read)
                : null,
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "Every event has a document."),
        };

    private static StoreInvoice? ParseInvoice(byte[]? content) =>
        content is not null && StoreDocuments.ParseInvoice(content).Succeeded(out var invoice, out _) ? invoice : null;

    private Task<Dictionary<string, string>> TypesAsync(StoreKey store, string[] skus, CancellationToken ct) =>
        skus.Length == 0
            ? Task.FromResult<Dictionary<string, string>>([])
            : database.ReadAsync(
                store.Workspace,
                db =>
                    db.Rows<RunProductRow>()
                        .Where(row => row.StoreId == store.Store && skus.Contains(row.Sku))
                        .ToDictionaryAsync(static row => row.Sku, static row => row.ProductType, ct)
            );
}
