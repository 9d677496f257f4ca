using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Posting;
using Ledgerbridge.Server.Posting.Plans;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Server.Stores;
using Ledgerbridge.Server.Stores.Documents;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.Server.Runs.Internal;

/// <summary>
/// Looks up what a plan needs to know: mostly in the posting journal, which is the memory of what of a shop is where in Sage; only what
/// others may have changed since is asked of Sage.
/// </summary>
internal sealed class RunFacts(PostingJournal journal, RunLinks links, Database database)
{
    private const int ItemCodeMax = 30;

    /// <summary>Fills the facts with what the needs name.</summary>
    /// <param name="task">What is planned.</param>
    /// <param name="books">The books.</param>
    /// <param name="began">The facts as far as they are known.</param>
    /// <param name="needs">What is missing.</param>
    /// <param name="ownKey">The key the document itself would be posted under; null when it has none.</param>
    /// <param name="ct">Ends the looking.</param>
    public async Task<SageAnswer<PlanFacts>> GatherAsync(
        PlanTask task,
        IBooks books,
        PlanFacts began,
        PlanNeeds needs,
        string? ownKey,
        CancellationToken ct
    )
    {
        var store = task.Store;
        var trace = needs.InvoiceId is { } id ? await InvoiceAsync(store, id, ct) : null;
        if (needs.Outstanding && trace?.Posted is { } posted)
        {
            var answer = await books.GetInvoiceAsync(posted.InvoiceId, ct);
            if (answer.Succeeded(out var invoice, out var failure))
            {
                var credited = task.AsksWhatIsOwed ? await CreditedAsync(task, posted, ct) : null;
                trace = trace with { Posted = posted with { Outstanding = invoice.Outstanding, Credited = credited } };
            }
            else if (failure.Kind != SageFailureKind.NotFound)
                return failure;
        }
        var items = await ItemsAsync(task, books, needs, ct);
        if (!items.Succeeded(out var known, out var unread))
            return unread;
        return began with
        {
            Contacts = await links.ContactsAsync(store, needs, ct),
            Invoice = trace,
            AlreadyPostedAs = await PostedByOthersAsync(task, ownKey, ct),
            Items = known,
            ProductTypes = await ProductTypesAsync(store, needs.ProductTypeSkus, ct),
        };
    }

    /// <summary>What is known of an invoice of the shop; null when nothing is.</summary>
    public async Task<InvoiceTrace?> InvoiceAsync(StoreKey store, long id, CancellationToken ct)
    {
        var keys = new[] { RunKeys.Invoice(store.Store, id), RunKeys.Payment(store.Store, id) };
        var postings = await journal.FindByKeysAsync(store.Workspace, keys, ct);
        if (postings.GetValueOrDefault(keys[0]) is { State: PostingState.Posted or PostingState.Differs } posted)
        {
            return new InvoiceTrace { State = InvoiceTraceState.Posted, Posted = PostedOf(posted, postings.GetValueOrDefault(keys[1])) };
        }
        var run = await database.ReadAsync(
            store.Workspace,
            db =>
                db.Rows<RunRow>()
                    .AsNoTracking()
                    .Where(row =>
                        row.StoreId == store.Store
                        && row.EntityType == StoreEntity.Invoice
                        && row.EntityId == id
                        && row.Event == EventName.InvoiceCreated
                    )
                    .OrderByDescending(static row => row.Id)
                    .Select(static row => new { row.State, row.SkipReason })
                    .FirstOrDefaultAsync(ct)
        );
        return run switch
        {
            null => null,
            { State: RunState.Skipped } => new InvoiceTrace
            {
                State = InvoiceTraceState.Skipped,
                SkipReason = RunWords.SkipReasonOf(run.SkipReason),
            },
            _ => new InvoiceTrace { State = InvoiceTraceState.Open },
        };
    }

    /// <summary>Keeps what kind of product the shop sells under a SKU.</summary>
    public Task KeepProductAsync(StoreKey store, string sku, string productType) =>
        database.WriteAsync(
            store.Workspace,
            async db =>
            {
                var row = await db.Rows<RunProductRow>().FirstOrDefaultAsync(r => r.StoreId == store.Store && r.Sku == sku);
                if (row is null)
                {
                    row = new RunProductRow
                    {
                        StoreId = store.Store,
                        Sku = sku,
                        WorkspaceId = store.Workspace,
                    };
                    db.Add(row);
                }
                row.ProductType = productType;
            },
            CancellationToken.None
        );

    private async Task<Money?> CreditedAsync(PlanTask task, PostedInvoice posted, CancellationToken ct)
    {
        var allocations = await journal.AllocationsToAsync(task.Books, posted.InvoiceId, ct);
        return allocations
            .SelectMany(static allocation => allocation.Parts)
            .Where(part => part.DocumentId == posted.InvoiceId)
            .Select(static part => part.Amount)
            .Sum(posted.Gross.Currency);
    }

    private static PostedInvoice PostedOf(PostingRecord posted, PostingRecord? payment)
    {
        var plan = posted.ReadDocument<NewBooksInvoice>();
        var invoice = posted.ReadResult<BooksInvoice>();
        return new PostedInvoice
        {
            InvoiceId = posted.SageId,
            Number = invoice.Number ?? "",
            ContactId = invoice.ContactId,
            Gross = invoice.Gross,
            IssuedOn = invoice.IssuedOn,
            ExchangeRate = plan.Terms?.ExchangeRate,
            BillingAddress = plan.Terms?.BillingAddress,
            DeliveryAddress = plan.Terms?.DeliveryAddress,
            PaidIntoBankAccountId = payment is { State: PostingState.Posted or PostingState.Differs }
                ? payment.ReadDocument<NewBooksPayment>().BankAccountId
                : null,
        };
    }

    private async Task<SageAnswer<IReadOnlyDictionary<string, BooksItem>>> ItemsAsync(
        PlanTask task,
        IBooks books,
        PlanNeeds needs,
        CancellationToken ct
    )
    {
        var known = await links.ItemsAsync(task.Store, needs.ItemSkus, ct);
        if (task.Event != EventName.ProductUpserted)
            return new SageAnswer<IReadOnlyDictionary<string, BooksItem>>.Given(known);
        var found = new Dictionary<string, BooksItem>(StringComparer.Ordinal);
        foreach (var sku in needs.ItemSkus)
        {
            var answer = await PresentAsync(books, sku, known.GetValueOrDefault(sku), ct);
            if (!answer.Succeeded(out var item, out var failure))
                return failure;
            if (item is not null)
                found[sku] = item;
        }
        return new SageAnswer<IReadOnlyDictionary<string, BooksItem>>.Given(found);
    }

    /// <summary>An item as it is now: sales move stock, and what we do not know may have been made by hand.</summary>
    private static async Task<SageAnswer<BooksItem?>> PresentAsync(IBooks books, string sku, BooksItem? known, CancellationToken ct)
    {
        if (known is { Details.Kind: not ItemKind.StockItem })
            return known;
        if (known is not null)
        {
            var counted = await books.GetItemAsync(ItemKind.StockItem, known.Id, ct);
            return counted is SageAnswer<BooksItem>.Failed { Failure: { Kind: not SageFailureKind.NotFound } failure } ? failure
                : counted.Succeeded(out var present, out _) ? present
                : (BooksItem?)null;
        }
        var listed = await books.FindItemsAsync(kind: null, StoreText.Cut(sku, ItemCodeMax), ct);
        return listed.Map(static items => items.Count > 0 ? items[0] : null);
    }

    private async Task<string?> PostedByOthersAsync(PlanTask task, string? ownKey, CancellationToken ct)
    {
        if (ownKey is null)
            return null;
        // What this run itself posted before it was interrupted is carried on with, not left out.
        var posting = await journal.FindByKeyAsync(task.Store.Workspace, ownKey, ct);
        return posting is { State: PostingState.Posted or PostingState.Differs } && posting.Run != task.Run ? posting.SageId : null;
    }

    private Task<Dictionary<string, string>> ProductTypesAsync(StoreKey store, IReadOnlyList<string> skus, CancellationToken ct) =>
        skus.Count == 0
            ? Task.FromResult<Dictionary<string, string>>([])
            : database.ReadAsync(
                store.Workspace,
                db =>
                    db.Rows<RunProductRow>()
                        .Where(row => row.StoreId == store.Store && skus.Contains(row.Sku))
                        .ToDictionaryAsync(static row => row.Sku, static row => row.ProductType, ct)
            );
}
