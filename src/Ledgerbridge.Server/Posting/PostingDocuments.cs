using Ledgerbridge.Sage;

namespace Ledgerbridge.Server.Posting;

// What an intent carries for each kind: the record that is to be made (NewBooksInvoice, NewBooksCreditNote, NewBooksPayment,
// NewBooksAllocation, ContactDetails, ItemDetails, NewStockMovement), or one of the following.

/// <summary>Which invoice to release.</summary>
/// <param name="InvoiceId">Sage's id.</param>
internal sealed record ReleaseDocument(string InvoiceId);

/// <summary>Which invoice to void.</summary>
/// <param name="InvoiceId">Sage's id.</param>
/// <param name="Reason">Why, 3 to 200 characters.</param>
/// <param name="Draft">The invoice as it was, when it was a draft: Sage may delete a draft instead of keeping it as void.</param>
internal sealed record VoidDocument(string InvoiceId, string Reason, BooksInvoice? Draft);

/// <summary>A contact to be changed.</summary>
/// <param name="Present">How it was when the change was written.</param>
/// <param name="Wanted">How it is wanted.</param>
internal sealed record ContactChangeDocument(BooksContact Present, ContactDetails Wanted)
{
    /// <summary>False to put it out of use, true to put it back; null for any other change. Nothing else is changed with it.</summary>
    public bool? Active { get; init; }

    /// <summary>The address or person to be changed; null for any other change. Nothing else is changed with it.</summary>
    public ContactPartChange? Part { get; init; }
}

/// <summary>A change of an address of a contact, or of a person there: one of the two is set, or it is removed.</summary>
/// <param name="Kind">Which of them.</param>
/// <param name="Id">Sage's id of it; null for a new one.</param>
internal sealed record ContactPartChange(ContactPartKind Kind, string? Id)
{
    /// <summary>How the address is wanted.</summary>
    public ContactAddressDetails? Address { get; init; }

    /// <summary>How the person is wanted.</summary>
    public ContactPersonDetails? Person { get; init; }

    /// <summary>Sage's id of the address a new person belongs to.</summary>
    public string? AddressId { get; init; }

    /// <summary>True when it is to be taken away.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsRemoval => Address is null && Person is null;
}

/// <summary>What belongs to a contact and is kept apart from it.</summary>
internal enum ContactPartKind
{
    Address = 1,
    Person,
}

/// <summary>Which credit note to void. It must not be set against anything any more: Sage refuses to void what is in use.</summary>
/// <param name="CreditNoteId">Sage's id.</param>
/// <param name="Reason">Why, 3 to 200 characters.</param>
internal sealed record CreditNoteVoidDocument(string CreditNoteId, string Reason);

/// <summary>Which payment to delete.</summary>
/// <param name="PaymentId">Sage's id.</param>
internal sealed record PaymentDeleteDocument(string PaymentId);

/// <summary>Which allocation to delete.</summary>
/// <param name="AllocationId">Sage's id.</param>
internal sealed record AllocationDeleteDocument(string AllocationId);

/// <summary>What a deletion leaves as its result.</summary>
/// <param name="Id">Sage's id of what is gone.</param>
/// <param name="WasThere">False when it was gone before we came: somebody had deleted it in Sage.</param>
internal sealed record DeletedRecord(string Id, bool WasThere);

/// <summary>An item to be changed; its kind stays.</summary>
/// <param name="Present">How it was when the change was written.</param>
/// <param name="Wanted">How it is wanted.</param>
internal sealed record ItemChangeDocument(BooksItem Present, ItemDetails Wanted);
