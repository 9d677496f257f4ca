namespace Ledgerbridge.Sage.V31.Models;

/// <summary>A sales invoice as Sage keeps it.</summary>
public sealed record SageSalesInvoice : SageSalesDocument
{
    /// <summary>The number, such as <c>SI-27</c>; <c>SI-DRAFT</c> until released.</summary>
    public string? InvoiceNumber { get; init; }

    /// <summary>The day payment is due.</summary>
    public DateOnly? DueDate { get; init; }

    /// <summary>The lines.</summary>
    public IReadOnlyList<SageSalesLine> InvoiceLines
    {
        get;
        init => field = WireLists.WithoutHoles(value);
    } = [];
}

/// <summary>A sales credit note as Sage keeps it. Its amounts are positive.</summary>
public sealed record SageSalesCreditNote : SageSalesDocument
{
    /// <summary>The number, such as <c>SCN-4</c>; the word draft behind the prefix until released.</summary>
    public string? CreditNoteNumber { get; init; }

    /// <summary>The day of the invoice it credits.</summary>
    public DateOnly? OriginalInvoiceDate { get; init; }

    /// <summary>The lines.</summary>
    public IReadOnlyList<SageSalesLine> CreditNoteLines
    {
        get;
        init => field = WireLists.WithoutHoles(value);
    } = [];
}
