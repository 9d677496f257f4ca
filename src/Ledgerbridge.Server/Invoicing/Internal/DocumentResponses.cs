using Ledgerbridge.Sage;
using Ledgerbridge.Server.Mirror;

namespace Ledgerbridge.Server.Invoicing.Internal;

/// <summary>A credit note as Sage has it. Its amounts are positive.</summary>
internal sealed record CreditNoteResponse
{
    /// <summary>Sage's id.</summary>
    public required string Id { get; init; }

    /// <summary>The number; null for a draft.</summary>
    public required string? Number { get; init; }

    public required InvoiceState Status { get; init; }

    public required string ContactId { get; init; }

    public required string ContactName { get; init; }

    public required string Reference { get; init; }

    public required DateOnly Date { get; init; }

    public required string Currency { get; init; }

    public required decimal NetAmount { get; init; }

    public required decimal VatAmount { get; init; }

    public required decimal GrossAmount { get; init; }

    /// <summary>What is not set against anything yet.</summary>
    public required decimal OutstandingAmount { get; init; }

    public required DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Its page in Sage.</summary>
    public required Uri? SageUrl { get; init; }

    /// <summary>Sage had it like this at this moment.</summary>
    public required DateTimeOffset FreshAt { get; init; }

    /// <summary>Why a newer state of it could not be read; null when there is none.</summary>
    public required string? UnreadProblem { get; init; }

    public static CreditNoteResponse Of(Copy<BooksCreditNote> copy)
    {
        var note = copy.Record;
        return new CreditNoteResponse
        {
            Id = note.Id,
            Number = note.Number,
            Status = note.State,
            ContactId = note.ContactId,
            ContactName = note.ContactName,
            Reference = note.Reference,
            Date = note.IssuedOn,
            Currency = note.Gross.Currency.Code,
            NetAmount = note.Net.Amount,
            VatAmount = note.Vat.Amount,
            GrossAmount = note.Gross.Amount,
            OutstandingAmount = note.Outstanding.Amount,
            UpdatedAt = note.UpdatedAt,
            SageUrl = note.SagePage,
            FreshAt = copy.FreshAt,
            UnreadProblem = copy.Problem,
        };
    }
}

/// <summary>A page of credit notes.</summary>
/// <param name="Items">The credit notes.</param>
/// <param name="Total">How many there are on all pages.</param>
/// <param name="TotalIsExact">False when there are so many that they were not counted: then there are at least as many.</param>
/// <param name="Next">What <c>after</c> has to be for the next page; null on the last.</param>
/// <param name="FreshAt">Everything that changed in Sage before this moment is in the copies; null while they are not complete.</param>
internal sealed record CreditNotesResponse(
    IReadOnlyList<CreditNoteResponse> Items,
    int Total,
    bool TotalIsExact,
    string? Next,
    DateTimeOffset? FreshAt
);

/// <summary>What a payment paid for.</summary>
/// <param name="DocumentId">Sage's id of the document.</param>
/// <param name="Amount">How much of it.</param>
internal sealed record PaymentPartResponse(string DocumentId, decimal Amount);

/// <summary>A payment as Sage has it.</summary>
internal sealed record PaymentResponse
{
    /// <summary>Sage's id.</summary>
    public required string Id { get; init; }

    /// <summary><c>receipt</c>, or <c>refund</c> for money that went back.</summary>
    public required PaymentDirection Direction { get; init; }

    /// <summary>A customer's money or a supplier's.</summary>
    public required ContactKind Party { get; init; }

    public required string ContactId { get; init; }

    public required string ContactName { get; init; }

    public required string Reference { get; init; }

    public required DateOnly Date { get; init; }

    public required string Currency { get; init; }

    public required decimal Amount { get; init; }

    /// <summary>What is left of it on the contact's account; null when nothing ever was.</summary>
    public required decimal? OnAccountAmount { get; init; }

    public required IReadOnlyList<PaymentPartResponse> Allocations { get; init; }

    public required DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Sage had it like this at this moment.</summary>
    public required DateTimeOffset FreshAt { get; init; }

    /// <summary>Why a newer state of it could not be read; null when there is none.</summary>
    public required string? UnreadProblem { get; init; }

    public static PaymentResponse Of(Copy<BooksPayment> copy)
    {
        var payment = copy.Record;
        return new PaymentResponse
        {
            Id = payment.Id,
            Direction = payment.Direction,
            Party = payment.Party,
            ContactId = payment.ContactId,
            ContactName = payment.ContactName,
            Reference = payment.Reference,
            Date = payment.PaidOn,
            Currency = payment.Amount.Currency.Code,
            Amount = payment.Amount.Amount,
            OnAccountAmount = payment.OnAccount?.Amount,
            Allocations = [.. payment.Allocations.Select(static part => new PaymentPartResponse(part.DocumentId, part.Amount.Amount))],
            UpdatedAt = payment.UpdatedAt,
            FreshAt = copy.FreshAt,
            UnreadProblem = copy.Problem,
        };
    }
}

/// <summary>A page of payments.</summary>
/// <param name="Items">The payments.</param>
/// <param name="Total">How many there are on all pages.</param>
/// <param name="TotalIsExact">False when there are so many that they were not counted: then there are at least as many.</param>
/// <param name="Next">What <c>after</c> has to be for the next page; null on the last.</param>
/// <param name="FreshAt">Everything that changed in Sage before this moment is in the copies; null while they are not complete.</param>
internal sealed record PaymentsResponse(
    IReadOnlyList<PaymentResponse> Items,
    int Total,
    bool TotalIsExact,
    string? Next,
    DateTimeOffset? FreshAt
);
