using System.Text.Json;
using Ledgerbridge.Sage.V31.Models;

namespace Ledgerbridge.Sage.V31;

/// <summary>API v3.1 read for a copy: whole records by the page, each translated by itself.</summary>
internal sealed class V31Feed(SageBusinessClient sage) : IBooksFeed
{
    private const string NoId = "Sage shows an entry without an id.";
    private const string NotAsDescribed = "Sage shows this record in a form that its own description does not allow.";

    private static readonly Dictionary<string, BooksResource> Origins = new(StringComparer.Ordinal)
    {
        ["sales_invoices"] = BooksResource.SalesInvoices,
        ["sales_credit_notes"] = BooksResource.SalesCreditNotes,
        ["contact_payments"] = BooksResource.ContactPayments,
    };

    /// <summary>The resources of documents: an allocation has no feed of its own, but changes what is left of all three.</summary>
    private static readonly BooksResource[] Documents =
    [
        BooksResource.SalesInvoices,
        BooksResource.SalesCreditNotes,
        BooksResource.ContactPayments,
    ];

    public bool SortsByChange(BooksResource resource) => Documents.Contains(resource);

    public Task<SageAnswer<FeedPage>> ReadAsync(FeedQuery query, CancellationToken ct) =>
        query.Resource switch
        {
            BooksResource.SalesInvoices => ReadAsync(sage.SalesInvoices, query, Of, ct),
            BooksResource.SalesCreditNotes => ReadAsync(sage.SalesCreditNotes, query, Of, ct),
            BooksResource.ContactPayments => ReadAsync(sage.ContactPayments, query, Of, ct),
            BooksResource.Products => ReadAsync(sage.Products, query, OfProduct, ct),
            BooksResource.Services => ReadAsync(sage.Services, query, static item => Of(item, ItemKind.Service), ct),
            BooksResource.StockItems => ReadAsync(sage.StockItems, query, static item => Of(item, ItemKind.StockItem), ct),
            _ => ReadAsync(sage.Contacts, query, Of, ct),
        };

    public async Task<SageAnswer<FeedEntry>> ReadOneAsync(BooksResource resource, string id, CancellationToken ct) =>
        resource switch
        {
            BooksResource.SalesInvoices => (await sage.SalesInvoices.GetAsync(id, ct)).Map(Of),
            BooksResource.SalesCreditNotes => (await sage.SalesCreditNotes.GetAsync(id, ct)).Map(Of),
            BooksResource.ContactPayments => (await sage.ContactPayments.GetAsync(id, ct)).Map(Of),
            BooksResource.Products => (await sage.Products.GetAsync(id, ct)).Map(OfProduct),
            BooksResource.Services => (await sage.Services.GetAsync(id, ct)).Map(static item => Of(item, ItemKind.Service)),
            BooksResource.StockItems => (await sage.StockItems.GetAsync(id, ct)).Map(static item => Of(item, ItemKind.StockItem)),
            _ => (await sage.Contacts.GetAsync(id, ct)).Map(Of),
        };

    public async Task<SageAnswer<LedgerChanges>> ReadLedgerChangesAsync(DateTimeOffset since, CancellationToken ct)
    {
        var query = new SageQuery { Attributes = "origin", UpdatedOrCreatedSince = since };
        return (await sage.Transactions.ListAsync(query, ct)).Map(static page =>
        {
            var touched = page.Items.SelectMany(static posted => TouchedBy(posted.Origin?.Path)).ToHashSet();
            // What does not fit the page may be of any kind.
            return new LedgerChanges(page.Total > page.Items.Count ? Documents.ToHashSet() : touched, page.Total);
        });
    }

    private async Task<SageAnswer<FeedPage>> ReadAsync<T>(
        SageCollection<T> collection,
        FeedQuery query,
        Func<T, FeedEntry> translate,
        CancellationToken ct
    )
        where T : class
    {
        var deleted = query.DeletedSince is not null;
        var wire = new SageQuery
        {
            Page = query.Page,
            ItemsPerPage = query.PageSize,
            Attributes = deleted ? "deleted_at" : "all",
            NestedAttributes = query.Resource == BooksResource.Contacts && !deleted ? "all" : null,
            UpdatedOrCreatedSince = query.ChangedSince,
            DeletedSince = query.DeletedSince,
            Sort =
                !SortsByChange(query.Resource) ? null
                : query.Order == FeedOrder.LastChangedFirst ? "updated_at:desc"
                : "created_at:asc",
            Filters =
                query.Resource == BooksResource.Contacts
                    ? new Dictionary<string, string> { ["exclude_system"] = "true", ["show_balance"] = deleted ? "false" : "true" }
                    : new Dictionary<string, string>(),
        };
        if (!(await collection.ListUnreadAsync(wire, ct)).Succeeded(out var page, out var failure))
            return failure;
        // A page that holds more than it says there are in all would end the reading too soon.
        if (page.Total < page.Items.Count)
            return new SageFailure(SageFailureKind.Unreadable, "Sage's page of a list contradicts itself.");
        return new FeedPage(
            [.. page.Items.Select(item => deleted ? new FeedEntry(IdOf(item)) : Entry(item, collection, translate))],
            page.Total,
            page.Page > 0 ? page.Page : query.Page,
            page.ItemsPerPage > 0 ? page.ItemsPerPage : query.PageSize
        );
    }

    private static FeedEntry Entry<T>(JsonElement item, SageCollection<T> collection, Func<T, FeedEntry> translate)
        where T : class
    {
        var id = IdOf(item);
        if (id.Length == 0)
            return new FeedEntry("") { Problem = NoId };
        try
        {
            return collection.Read(item) is { } record ? translate(record) : new FeedEntry(id) { Problem = NotAsDescribed };
        }
        catch (JsonException wrong)
        {
            return new FeedEntry(id)
            {
                Problem = wrong.Path is { } path ? $"{NotAsDescribed} ({path.TrimStart('$', '.')})" : NotAsDescribed,
            };
        }
    }

    private static string IdOf(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String
            ? id.GetString()!
            : "";

    private static FeedEntry Of(SageSalesInvoice invoice) => Entry(invoice, V31Sales.ToInvoice(invoice));

    private static FeedEntry Of(SageSalesCreditNote note) => Entry(note, V31Sales.ToCreditNote(note));

    private static FeedEntry Of(SageContactPayment payment) => Entry(payment, V31Payments.ToPayment(payment));

    private static FeedEntry Of(SageContact contact) =>
        Entry<BooksContact>(contact, V31Translation.ToContact(contact)) with
        {
            Foreign = contact.System == true,
        };

    private static FeedEntry OfProduct(SageItem item) => Of(item, ItemKind.Product) with { Foreign = V31Items.IsStockItem(item) };

    private static FeedEntry Of(SageItem item, ItemKind kind) => Entry<BooksItem>(item, V31Items.ToItem(item, kind));

    private static FeedEntry Entry<T>(SageRecord record, SageAnswer<T> translated)
        where T : class
    {
        var isRead = translated.Succeeded(out var value, out var failure);
        return new FeedEntry(record.Id)
        {
            Record = isRead ? value : null,
            CreatedAt = record.CreatedAt,
            UpdatedAt = record.UpdatedAt,
            Problem = isRead ? null : failure!.Message,
        };
    }

    private static BooksResource[] TouchedBy(string? path) =>
        path?.Split('/') is ["", var collection, ..] && Origins.TryGetValue(collection, out var resource)
            // A payment or a credit note changes what is left of others.
            ? resource == BooksResource.SalesInvoices
                ? [resource]
                : Documents
            : [];
}
