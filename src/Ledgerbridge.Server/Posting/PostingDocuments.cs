using Ledgerbridge.Sage;

namespace Ledgerbridge.Server.Posting;

// What an intent carries for each kind: a NewBooksInvoice to make an invoice, ContactDetails to make a contact, and the following.

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
internal sealed record ContactChangeDocument(BooksContact Present, ContactDetails Wanted);
