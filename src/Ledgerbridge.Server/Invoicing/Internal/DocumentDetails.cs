namespace Ledgerbridge.Server.Invoicing.Internal;

/// <summary>What a document is that another one names.</summary>
internal enum PartKind
{
    Invoice = 1,

    CreditNote,

    /// <summary>None of those that are copied, such as money left on the contact's account.</summary>
    Other,
}

/// <summary>A document that another one names.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Sage's id.</param>
/// <param name="Name">Its number, or its reference; empty when it is not among the copies.</param>
/// <param name="Date">Its day; null when it is not among the copies.</param>
/// <param name="Amount">How much of it.</param>
internal sealed record DocumentPartResponse(PartKind Kind, string Id, string Name, DateOnly? Date, decimal Amount);

/// <summary>Something that settled a document, wholly or in part.</summary>
/// <param name="Date">The day; null when Sage gives none.</param>
/// <param name="Amount">How much of the document it settles.</param>
/// <param name="PaymentId">Sage's id of the payment; null when documents were set against each other.</param>
/// <param name="Reference">The payment's reference; may be empty.</param>
/// <param name="Documents">The other documents it was set against; empty for a payment, or when Sage did not say.</param>
internal sealed record SettlementResponse(
    DateOnly? Date,
    decimal Amount,
    string? PaymentId,
    string Reference,
    IReadOnlyList<DocumentPartResponse> Documents
);

/// <summary>A credit note in full.</summary>
internal sealed record CreditNoteDetailResponse
{
    public required CreditNoteResponse CreditNote { get; init; }

    public required IReadOnlyList<InvoiceLineResponse> LineItems { get; init; }

    /// <summary>Text for the customer.</summary>
    public required string Notes { get; init; }

    /// <summary>Why it was voided; null when it was not.</summary>
    public required string? VoidReason { get; init; }

    /// <summary>What it was used for, oldest first.</summary>
    public required IReadOnlyList<SettlementResponse> Settlements { get; init; }

    /// <summary>Why this is the copy, without what it was used for; null when Sage answered.</summary>
    public required string? CopyBecause { get; init; }
}

/// <summary>A payment in full.</summary>
internal sealed record PaymentDetailResponse
{
    public required PaymentResponse Payment { get; init; }

    /// <summary>The documents it paid.</summary>
    public required IReadOnlyList<DocumentPartResponse> Documents { get; init; }

    /// <summary>The bank account it arrived in or left; empty when it is not known.</summary>
    public required string BankAccountName { get; init; }

    /// <summary>How it was paid; empty when it is not known.</summary>
    public required string PaymentMethodName { get; init; }
}
