namespace Ledgerbridge.Sage;

/// <summary>The kinds of records that can be kept in step.</summary>
public enum BooksResource
{
    /// <summary>Sales invoices, as <see cref="BooksInvoice"/>.</summary>
    SalesInvoices = 1,

    /// <summary>Sales credit notes, as <see cref="BooksCreditNote"/>.</summary>
    SalesCreditNotes,

    /// <summary>Payments from and to contacts, as <see cref="BooksPayment"/>.</summary>
    ContactPayments,

    /// <summary>Products whose stock nobody counts, as <see cref="BooksItem"/>.</summary>
    Products,

    /// <summary>Services, as <see cref="BooksItem"/>.</summary>
    Services,

    /// <summary>Products whose stock the books count, as <see cref="BooksItem"/>.</summary>
    StockItems,

    /// <summary>Customers and suppliers, as <see cref="BooksContact"/>.</summary>
    Contacts,
}

/// <summary>In which order a feed is read.</summary>
public enum FeedOrder
{
    /// <summary>Oldest first where the list can be sorted, so that what is new stands behind what was read already.</summary>
    AsMade = 1,

    /// <summary>What changed last first; only where <see cref="IBooksFeed.SortsByChange"/> says so.</summary>
    LastChangedFirst,
}

/// <summary>A page of a feed to read.</summary>
/// <param name="Resource">Of what.</param>
/// <param name="Page">The page, from 1.</param>
/// <param name="PageSize">Entries on a page, 1 to 200.</param>
public sealed record FeedQuery(BooksResource Resource, int Page, int PageSize)
{
    /// <summary>Only what was made or changed at this moment or later, to the second.</summary>
    public DateTimeOffset? ChangedSince { get; init; }

    /// <summary>Only what was deleted after this moment, to the second. Entries then carry an id and little else.</summary>
    public DateTimeOffset? DeletedSince { get; init; }

    /// <summary>The order.</summary>
    public FeedOrder Order { get; init; } = FeedOrder.AsMade;
}

/// <summary>One record as a feed told it.</summary>
/// <param name="Id">Sage's id; empty when Sage gave none that can be read.</param>
public sealed record FeedEntry(string Id)
{
    /// <summary>The record in the type its <see cref="BooksResource"/> names; null when it could not be read.</summary>
    public object? Record { get; init; }

    /// <summary>When it was made; null when Sage does not say.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was last changed; null when Sage does not say.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Why it could not be read, in a sentence; null when it could.</summary>
    public string? Problem { get; init; }

    /// <summary>True for an entry of the list that belongs to another resource: it is counted, and not to be kept.</summary>
    public bool Foreign { get; init; }
}

/// <summary>A page of a feed. One entry that cannot be read does not spoil the others.</summary>
/// <param name="Entries">The entries.</param>
/// <param name="Total">How many there are on all pages together.</param>
/// <param name="Number">The page this is: a page beyond the end answers the last one again.</param>
/// <param name="Size">Entries on a full page.</param>
public sealed record FeedPage(IReadOnlyList<FeedEntry> Entries, int Total, int Number, int Size)
{
    /// <summary>True when another page follows.</summary>
    public bool HasNext => (long)Number * Size < Total;

    /// <summary>How many entries this page has to have by its own figures.</summary>
    public int Promised => (int)Math.Clamp(Total - ((Number - 1L) * Size), 0, Size);
}

/// <summary>What the ledger tells of since a moment.</summary>
/// <param name="Touched">The resources among whose records something was posted or reversed.</param>
/// <param name="Total">How many postings there were.</param>
public sealed record LedgerChanges(IReadOnlySet<BooksResource> Touched, int Total);

/// <summary>Reading the books for a copy of them. Every method is one call.</summary>
public interface IBooksFeed
{
    /// <summary>True when the list can be had with what changed last first.</summary>
    bool SortsByChange(BooksResource resource);

    /// <summary>Reads one page.</summary>
    Task<SageAnswer<FeedPage>> ReadAsync(FeedQuery query, CancellationToken ct);

    /// <summary>Reads one record in full; <see cref="SageFailureKind.NotFound"/> when it is gone.</summary>
    Task<SageAnswer<FeedEntry>> ReadOneAsync(BooksResource resource, string id, CancellationToken ct);

    /// <summary>
    /// Asks the ledger what was posted or reversed at this moment or later: one cheap call that tells which documents are worth asking
    /// for. Drafts, contacts and items are not in the ledger.
    /// </summary>
    Task<SageAnswer<LedgerChanges>> ReadLedgerChangesAsync(DateTimeOffset since, CancellationToken ct);
}
