using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Stores.Policies;

namespace Ledgerbridge.Server.Posting.Plans;

/// <summary>
/// Whose contact it is, in one currency: Sage gives a contact one currency, so a customer who buys in two has two contacts. The link
/// between the shop's customer and Sage's contact is stored under this.
/// </summary>
/// <param name="Customer">
/// <c>customer:11</c> for a registered customer, <c>guest:</c> with a hash for a guest, <c>shared</c> for the contact small buyers share.
/// Holds nothing personal.
/// </param>
/// <param name="Currency">The contact's currency.</param>
internal sealed record ContactKey(string Customer, Currency Currency)
{
    /// <summary>The key as one text, to be stored.</summary>
    public string Text => $"{Customer}:{Currency}";
}

/// <summary>A contact that exists already.</summary>
/// <param name="ContactId">Sage's id.</param>
/// <param name="Present">The contact as the books have it, when a copy is at hand; without it a change is sent unseen.</param>
internal sealed record ContactLink(string ContactId, BooksContact? Present = null);

/// <summary>Where an invoice of the shop stands with us.</summary>
internal enum InvoiceTraceState
{
    /// <summary>It is in the books.</summary>
    Posted = 1,

    /// <summary>It was left out for a reason.</summary>
    Skipped,

    /// <summary>It failed, or is still on its way.</summary>
    Open,
}

/// <summary>What is known of an invoice that a payment or credit memo refers to.</summary>
internal sealed record InvoiceTrace
{
    /// <summary>Where it stands.</summary>
    public required InvoiceTraceState State { get; init; }

    /// <summary>Why it was left out; only when it was.</summary>
    public SkipReason? SkipReason { get; init; }

    /// <summary>What is posted of it; only when it is.</summary>
    public PostedInvoice? Posted { get; init; }
}

/// <summary>An invoice of the shop in the books.</summary>
internal sealed record PostedInvoice
{
    /// <summary>Sage's id.</summary>
    public required string InvoiceId { get; init; }

    /// <summary>Sage's number, such as <c>SI-27</c>.</summary>
    public required string Number { get; init; }

    /// <summary>Sage's id of the contact it is on.</summary>
    public required string ContactId { get; init; }

    /// <summary>The total.</summary>
    public required Money Gross { get; init; }

    /// <summary>The day of the document.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>What is still owed; null when nobody has looked.</summary>
    public Money? Outstanding { get; init; }

    /// <summary>What of it the shop's own credit notes have settled; null when nobody has looked.</summary>
    public Money? Credited { get; init; }

    /// <summary>The rate it was posted with, base currency for one unit; null in the base currency.</summary>
    public decimal? ExchangeRate { get; init; }

    /// <summary>Its addresses, for a credit note on it; null when not kept.</summary>
    public PostalAddress? BillingAddress { get; init; }

    /// <summary>Its delivery address; null when not kept.</summary>
    public PostalAddress? DeliveryAddress { get; init; }

    /// <summary>The bank account its payment was posted to; null when it has none.</summary>
    public string? PaidIntoBankAccountId { get; init; }
}

/// <summary>Everything a plan is made from, beside the document: the plan is a function of the two.</summary>
internal sealed record PlanFacts
{
    /// <summary>The rules in the version the run keeps.</summary>
    public required StorePolicy Policy { get; init; }

    /// <summary>The business's reference lists.</summary>
    public required BooksReference Books { get; init; }

    /// <summary>Tells stores of one business apart; never changes for a store. Guests of two stores must not meet in one contact.</summary>
    public required string StoreKey { get; init; }

    /// <summary>Today in the merchant's time zone.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>When the event happened, as the store says; null for a backfill, whose time says nothing about the document.</summary>
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>The contacts that are linked already, of those the needs named.</summary>
    public IReadOnlyDictionary<ContactKey, ContactLink> Contacts { get; init; } = new Dictionary<ContactKey, ContactLink>();

    /// <summary>What is known of the invoice the document is or refers to; null when nothing is.</summary>
    public InvoiceTrace? Invoice { get; init; }

    /// <summary>Sage's id of what this very document was posted as; null when it was not posted yet.</summary>
    public string? AlreadyPostedAs { get; init; }

    /// <summary>The items the books have, by SKU as the shop writes it.</summary>
    public IReadOnlyDictionary<string, BooksItem> Items { get; init; } = new Dictionary<string, BooksItem>();

    /// <summary>The shop's kinds of products by SKU, as far as known.</summary>
    public IReadOnlyDictionary<string, string> ProductTypes { get; init; } = new Dictionary<string, string>();
}

/// <summary>What has to be looked up before a document can be planned.</summary>
internal sealed record PlanNeeds
{
    /// <summary>The links of these contacts.</summary>
    public IReadOnlyList<ContactKey> Contacts { get; init; } = [];

    /// <summary>All contacts of this customer, whatever the currency; null when only <see cref="Contacts"/> matter.</summary>
    public string? AllContactsOf { get; init; }

    /// <summary>What is known of this invoice of the shop; null when none matters.</summary>
    public long? InvoiceId { get; init; }

    /// <summary>What is still owed on that invoice has to be read from Sage: another document may have been set against it.</summary>
    public bool Outstanding { get; init; }

    /// <summary>Sage's items of these SKUs.</summary>
    public IReadOnlyList<string> ItemSkus { get; init; } = [];

    /// <summary>The shop's kinds of these products.</summary>
    public IReadOnlyList<string> ProductTypeSkus { get; init; } = [];
}
