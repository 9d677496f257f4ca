using Ledgerbridge.Kernel;

namespace Ledgerbridge.Sage;

/// <summary>
/// One grant to Sage, in words that do not depend on which of Sage's APIs answers. The second Sage (South Africa's API 2.0.0) will stand
/// behind the same face.
/// </summary>
public interface ISageAccount
{
    /// <summary>The businesses the grant gives access to.</summary>
    Task<SageAnswer<IReadOnlyList<BooksBusiness>>> ListBusinessesAsync(CancellationToken ct);

    /// <summary>The books of one of them.</summary>
    /// <param name="businessId">Sage's id of the business.</param>
    /// <param name="priority">Who waits for the calls made through the result.</param>
    /// <param name="countryCode">
    /// ISO 3166 code of the business's country, which decides how exchange rates are quoted; null when unknown, or when nothing in a
    /// foreign currency will be sent.
    /// </param>
    IBooks Open(string businessId, CallPriority priority, string? countryCode = null);
}

/// <summary>
/// The books of one business. Every method is one call to Sage unless it says otherwise; a write takes the id of the intent it fulfils.
/// </summary>
public interface IBooks
{
    /// <summary>What these books can do; screens ask before they offer.</summary>
    BooksCapabilities Capabilities { get; }

    /// <summary>Reading them for a copy that is kept in step.</summary>
    IBooksFeed Feed { get; }

    /// <summary>Reads all reference data: one call for each list, twelve in all.</summary>
    Task<SageAnswer<BooksReference>> ReadReferenceAsync(CancellationToken ct);

    /// <summary>The rates of exchange the books use today for documents that name none; empty for books of one currency.</summary>
    Task<SageAnswer<IReadOnlyList<BooksExchangeRate>>> GetExchangeRatesAsync(CancellationToken ct);

    /// <summary>
    /// The exact request that <see cref="CreateInvoiceAsync"/> would send, as JSON, without its idempotency id. Calls nothing.
    /// </summary>
    string DescribeRequest(NewBooksInvoice invoice);

    /// <summary>Books a sales invoice, or stores it as a draft.</summary>
    Task<SageAnswer<BooksInvoice>> CreateInvoiceAsync(NewBooksInvoice invoice, IdempotencyId id, CancellationToken ct);

    /// <summary>Turns a draft into a booked invoice. Sage has no idempotency for this: look at the invoice before repeating.</summary>
    Task<SageAnswer<BooksInvoice>> ReleaseInvoiceAsync(string invoiceId, CancellationToken ct);

    /// <summary>Voids an invoice. Sage has no idempotency for this: look at the invoice before repeating.</summary>
    /// <param name="invoiceId">Sage's id.</param>
    /// <param name="reason">1 to 200 characters; Sage shows it on the document.</param>
    /// <param name="ct">Only ends waiting for leave to call; a call that has begun runs to its end.</param>
    Task<SageAnswer<BooksInvoice?>> VoidInvoiceAsync(string invoiceId, string reason, CancellationToken ct);

    /// <summary>Reads one invoice without marking it as sent.</summary>
    Task<SageAnswer<BooksInvoice>> GetInvoiceAsync(string invoiceId, CancellationToken ct);

    /// <summary>Reads one invoice with what settled it, without marking it as sent.</summary>
    Task<SageAnswer<Settled<BooksInvoice>>> GetSettledInvoiceAsync(string invoiceId, CancellationToken ct);

    /// <summary>Reads a page of invoices.</summary>
    Task<SageAnswer<BooksPage<BooksInvoice>>> ListInvoicesAsync(InvoiceQuery query, CancellationToken ct);

    /// <summary>
    /// Reads the invoices of one contact that carry exactly this reference and date; one call for every 200 the contact has on that day.
    /// </summary>
    Task<SageAnswer<IReadOnlyList<BooksInvoice>>> FindInvoicesAsync(
        string contactId,
        string reference,
        DateOnly issuedOn,
        CancellationToken ct
    );

    /// <summary>The invoice as Sage prints it, a PDF file, without marking it as sent.</summary>
    Task<SageAnswer<byte[]>> GetInvoicePdfAsync(string invoiceId, CancellationToken ct);

    /// <summary>The exact request that <see cref="CreateCreditNoteAsync"/> would send, without its idempotency id. Calls nothing.</summary>
    string DescribeRequest(NewBooksCreditNote creditNote);

    /// <summary>Books a sales credit note. Its use for an invoice is an allocation of its own.</summary>
    Task<SageAnswer<BooksCreditNote>> CreateCreditNoteAsync(NewBooksCreditNote creditNote, IdempotencyId id, CancellationToken ct);

    /// <summary>
    /// Reads the credit notes of one contact that carry exactly this reference and date; one call for every 200 the contact has on that
    /// day.
    /// </summary>
    Task<SageAnswer<IReadOnlyList<BooksCreditNote>>> FindCreditNotesAsync(
        string contactId,
        string reference,
        DateOnly issuedOn,
        CancellationToken ct
    );

    /// <summary>Reads one credit note without marking it as sent.</summary>
    Task<SageAnswer<BooksCreditNote>> GetCreditNoteAsync(string creditNoteId, CancellationToken ct);

    /// <summary>Reads one credit note with what settled it, without marking it as sent.</summary>
    Task<SageAnswer<Settled<BooksCreditNote>>> GetSettledCreditNoteAsync(string creditNoteId, CancellationToken ct);

    /// <summary>Voids a credit note. Sage has no idempotency for this: look at the credit note before repeating.</summary>
    /// <param name="creditNoteId">Sage's id.</param>
    /// <param name="reason">1 to 200 characters; Sage shows it on the document.</param>
    /// <param name="ct">Only ends waiting for leave to call; a call that has begun runs to its end.</param>
    Task<SageAnswer<BooksCreditNote?>> VoidCreditNoteAsync(string creditNoteId, string reason, CancellationToken ct);

    /// <summary>The exact request that <see cref="CreatePaymentAsync"/> would send, without its idempotency id. Calls nothing.</summary>
    string DescribeRequest(NewBooksPayment payment);

    /// <summary>Books a payment together with what it pays for.</summary>
    Task<SageAnswer<BooksPayment>> CreatePaymentAsync(NewBooksPayment payment, IdempotencyId id, CancellationToken ct);

    /// <summary>
    /// Reads the payments of one contact that carry exactly this reference and date; one call for every 200 the contact has on that day.
    /// </summary>
    Task<SageAnswer<IReadOnlyList<BooksPayment>>> FindPaymentsAsync(
        string contactId,
        string reference,
        DateOnly paidOn,
        CancellationToken ct
    );

    /// <summary>Reads one payment.</summary>
    Task<SageAnswer<BooksPayment>> GetPaymentAsync(string paymentId, CancellationToken ct);

    /// <summary>
    /// Deletes a payment; what it paid is owed again. True when this call did it, false when Sage has no such payment (any more).
    /// </summary>
    Task<SageAnswer<bool>> DeletePaymentAsync(string paymentId, CancellationToken ct);

    /// <summary>The exact request that <see cref="CreateAllocationAsync"/> would send, without its idempotency id. Calls nothing.</summary>
    string DescribeRequest(NewBooksAllocation allocation);

    /// <summary>Sets credit notes and payments on account against invoices of the same customer.</summary>
    /// <exception cref="ArgumentException">The parts are fewer than two or do not sum to nothing.</exception>
    Task<SageAnswer<BooksAllocation>> CreateAllocationAsync(NewBooksAllocation allocation, IdempotencyId id, CancellationToken ct);

    /// <summary>Reads a contact's allocations of one day, of the 200 made last.</summary>
    /// <param name="contactId">Sage's id of the customer.</param>
    /// <param name="allocatedOn">The day.</param>
    /// <param name="currency">The contact's one currency: Sage does not repeat it in an allocation.</param>
    /// <param name="ct">Gives up waiting.</param>
    Task<SageAnswer<IReadOnlyList<BooksAllocation>>> FindAllocationsAsync(
        string contactId,
        DateOnly allocatedOn,
        Currency currency,
        CancellationToken ct
    );

    /// <summary>Reads one allocation.</summary>
    /// <param name="allocationId">Sage's id.</param>
    /// <param name="currency">The contact's one currency: Sage does not repeat it in an allocation.</param>
    /// <param name="ct">Gives up waiting.</param>
    Task<SageAnswer<BooksAllocation>> GetAllocationAsync(string allocationId, Currency currency, CancellationToken ct);

    /// <summary>Deletes an allocation. True when this call did it, false when Sage has no such allocation (any more).</summary>
    Task<SageAnswer<bool>> DeleteAllocationAsync(string allocationId, CancellationToken ct);

    /// <summary>The exact request that <see cref="CreateItemAsync"/> would send, without its idempotency id. Calls nothing.</summary>
    string DescribeRequest(ItemDetails item);

    /// <summary>Makes a product, service or stock item.</summary>
    Task<SageAnswer<BooksItem>> CreateItemAsync(ItemDetails item, IdempotencyId id, CancellationToken ct);

    /// <summary>Changes a product, service or stock item; its kind stays.</summary>
    /// <exception cref="ArgumentException">The kind wanted is another one than the present.</exception>
    Task<SageAnswer<BooksItem>> UpdateItemAsync(BooksItem present, ItemDetails wanted, IdempotencyId id, CancellationToken ct);

    /// <summary>
    /// Reads the items with exactly this code; at most one page of 200 of each kind. Without a kind it takes two calls, and one more for
    /// each stock item found, because Sage lists those among the products without their quantity.
    /// </summary>
    Task<SageAnswer<IReadOnlyList<BooksItem>>> FindItemsAsync(ItemKind? kind, string code, CancellationToken ct);

    /// <summary>Reads one item.</summary>
    Task<SageAnswer<BooksItem>> GetItemAsync(ItemKind kind, string itemId, CancellationToken ct);

    /// <summary>
    /// The exact request that <see cref="CreateStockMovementAsync"/> would send, without its idempotency id. Calls nothing.
    /// </summary>
    string DescribeRequest(NewStockMovement movement);

    /// <summary>Changes how many of a stock item the books count. Sage never lets the count fall below nothing.</summary>
    Task<SageAnswer<BooksStockMovement>> CreateStockMovementAsync(NewStockMovement movement, IdempotencyId id, CancellationToken ct);

    /// <summary>Reads a stock item's movements of one day; one call for every 200.</summary>
    Task<SageAnswer<IReadOnlyList<BooksStockMovement>>> FindStockMovementsAsync(string itemId, DateOnly movedOn, CancellationToken ct);

    /// <summary>Reads a page of contacts.</summary>
    Task<SageAnswer<BooksPage<BooksContact>>> ListContactsAsync(ContactQuery query, CancellationToken ct);

    /// <summary>Reads one contact.</summary>
    Task<SageAnswer<BooksContact>> GetContactAsync(string contactId, CancellationToken ct);

    /// <summary>
    /// Reads the contacts that carry exactly this reference; at most one page of 200. A deleted contact keeps its reference reserved and is
    /// not among them.
    /// </summary>
    Task<SageAnswer<IReadOnlyList<BooksContact>>> FindContactsByReferenceAsync(string reference, CancellationToken ct);

    /// <summary>The exact request that <see cref="CreateContactAsync"/> would send, without its idempotency id. Calls nothing.</summary>
    string DescribeRequest(ContactDetails contact);

    /// <summary>Makes a contact.</summary>
    Task<SageAnswer<BooksContact>> CreateContactAsync(ContactDetails contact, IdempotencyId id, CancellationToken ct);

    /// <summary>
    /// Changes a contact: one call, and one more each when an address or the person changes, because Sage keeps those apart.
    /// </summary>
    Task<SageAnswer<BooksContact>> UpdateContactAsync(BooksContact present, ContactDetails wanted, IdempotencyId id, CancellationToken ct);

    /// <summary>Puts a contact out of use, or back into it. Its documents stay.</summary>
    Task<SageAnswer<BooksContact>> SetContactActiveAsync(string contactId, bool active, IdempotencyId id, CancellationToken ct);

    /// <summary>Reads the addresses and persons of a contact: two calls.</summary>
    Task<SageAnswer<BooksContactParts>> GetContactPartsAsync(string contactId, CancellationToken ct);

    /// <summary>Adds an address to a contact, or changes one.</summary>
    /// <param name="contactId">Sage's id of the contact.</param>
    /// <param name="addressId">Sage's id of the address to change; null adds one.</param>
    /// <param name="wanted">How it is wanted.</param>
    /// <param name="id">The id of the intent.</param>
    /// <param name="ct">Only ends waiting for leave to call.</param>
    Task<SageAnswer<BooksContactAddress>> SaveContactAddressAsync(
        string contactId,
        string? addressId,
        ContactAddressDetails wanted,
        IdempotencyId id,
        CancellationToken ct
    );

    /// <summary>Takes an address away. True when this call did it, false when Sage has no such address (any more).</summary>
    Task<SageAnswer<bool>> DeleteContactAddressAsync(string addressId, CancellationToken ct);

    /// <summary>Adds a person to a contact, or changes one.</summary>
    /// <param name="addressId">Sage's id of the address a new person belongs to; not used in a change.</param>
    /// <param name="personId">Sage's id of the person to change; null adds one.</param>
    /// <param name="wanted">How the person is wanted.</param>
    /// <param name="id">The id of the intent.</param>
    /// <param name="ct">Only ends waiting for leave to call.</param>
    Task<SageAnswer<BooksContactPerson>> SaveContactPersonAsync(
        string? addressId,
        string? personId,
        ContactPersonDetails wanted,
        IdempotencyId id,
        CancellationToken ct
    );

    /// <summary>Takes a person away. True when this call did it, false when Sage has no such person (any more).</summary>
    Task<SageAnswer<bool>> DeleteContactPersonAsync(string personId, CancellationToken ct);
}

/// <summary>What a business's books can do.</summary>
/// <param name="Drafts">Invoices can be stored without being booked, and released later.</param>
/// <param name="MultiCurrency">Invoices can be in another currency than the books.</param>
/// <param name="InvoicePdf">Invoices can be had as PDF.</param>
public sealed record BooksCapabilities(bool Drafts, bool MultiCurrency, bool InvoicePdf);

/// <summary>A page of something.</summary>
/// <param name="Items">The items.</param>
/// <param name="Total">How many there are in all.</param>
/// <param name="Number">The page this is, from 1.</param>
/// <param name="Size">Items on a full page.</param>
public sealed record BooksPage<T>(IReadOnlyList<T> Items, int Total, int Number, int Size)
{
    /// <summary>True when another page follows.</summary>
    public bool HasNext => (long)Number * Size < Total;
}

/// <summary>Which invoices to read.</summary>
public sealed record InvoiceQuery
{
    /// <summary>The page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Items on a page, 1 to 200.</summary>
    public int PageSize { get; init; } = 20;

    /// <summary>Words in the reference or the customer's name.</summary>
    public string? Search { get; init; }

    /// <summary>One customer's only.</summary>
    public string? ContactId { get; init; }

    /// <summary>In this state only.</summary>
    public InvoiceState? State { get; init; }

    /// <summary>Dated on this day or later.</summary>
    public DateOnly? FromOn { get; init; }

    /// <summary>Dated on this day or earlier.</summary>
    public DateOnly? ToOn { get; init; }

    /// <summary>Made or changed at this moment or later.</summary>
    public DateTimeOffset? ChangedSince { get; init; }

    /// <summary>The order; newest documents first unless said otherwise.</summary>
    public InvoiceOrder Order { get; init; } = InvoiceOrder.NewestFirst;
}

/// <summary>The orders in which invoices can be read.</summary>
public enum InvoiceOrder
{
    /// <summary>By date, newest first.</summary>
    NewestFirst = 1,

    /// <summary>By date, oldest first.</summary>
    OldestFirst,

    /// <summary>By due date, earliest first.</summary>
    DueFirst,

    /// <summary>By the time of the last change, oldest first: the order in which copies are brought into step.</summary>
    ChangedFirst,
}

/// <summary>Which contacts to read.</summary>
public sealed record ContactQuery
{
    /// <summary>The page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Items on a page, 1 to 200.</summary>
    public int PageSize { get; init; } = 20;

    /// <summary>Words in the name, company or reference.</summary>
    public string? Search { get; init; }

    /// <summary>This e-mail address only.</summary>
    public string? Email { get; init; }

    /// <summary>Customers or suppliers only.</summary>
    public ContactKind? Kind { get; init; }

    /// <summary>Made or changed at this moment or later.</summary>
    public DateTimeOffset? ChangedSince { get; init; }
}
