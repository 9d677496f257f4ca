using Ledgerbridge.Sandbox.Books;

namespace Ledgerbridge.Sandbox.Resources;

/// <summary>What tells one kind of sales document from another. The rules are the same for all.</summary>
internal sealed record SalesKind
{
    public required ResourceType Type { get; init; }

    /// <summary>The key of the lines.</summary>
    public required string LinesKey { get; init; }

    /// <summary>The key of the document's number.</summary>
    public required string NumberKey { get; init; }

    /// <summary>The key of the number's prefix.</summary>
    public required string PrefixKey { get; init; }

    /// <summary>The counter its numbers come from.</summary>
    public required string Sequence { get; init; }

    /// <summary>The type of the transaction it posts.</summary>
    public required string TransactionType { get; init; }

    /// <summary>1 when it makes the customer owe, -1 when it takes that back.</summary>
    public required int Sign { get; init; }

    /// <summary>The prefix of its numbers in a business.</summary>
    public required Func<Shelf, string> Prefix { get; init; }

    /// <summary>The notes a business puts on it unless others are sent.</summary>
    public required Func<Shelf, string?> Notes { get; init; }

    /// <summary>True when it has a date to be paid by.</summary>
    public bool HasDueDate => Sign > 0;

    public static readonly SalesKind Invoice = new()
    {
        Type = SalesShapes.Invoices,
        Prefix = static shelf => shelf.InvoicePrefix,
        Notes = static shelf => shelf.InvoiceNotes,
        LinesKey = "invoice_lines",
        NumberKey = "invoice_number",
        PrefixKey = "invoice_number_prefix",
        Sequence = Sequences.Invoices,
        TransactionType = "SALES_INVOICE",
        Sign = 1,
    };

    public static readonly SalesKind CreditNote = new()
    {
        Type = SalesShapes.CreditNotes,
        Prefix = static shelf => shelf.CreditNotePrefix,
        Notes = static shelf => shelf.CreditNoteNotes,
        LinesKey = "credit_note_lines",
        NumberKey = "credit_note_number",
        PrefixKey = "credit_note_number_prefix",
        Sequence = Sequences.CreditNotes,
        TransactionType = "SALES_CREDIT_NOTE",
        Sign = -1,
    };
}

/// <summary>The names of a business's counters.</summary>
internal static class Sequences
{
    public const string Invoices = "sales_invoice";
    public const string CreditNotes = "sales_credit_note";
    public const string Quotes = "sales_quote";
}
