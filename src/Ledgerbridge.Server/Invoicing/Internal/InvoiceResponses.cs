using System.Text.Json;
using System.Text.Json.Serialization;
using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Audit;
using Ledgerbridge.Server.Mirror;

namespace Ledgerbridge.Server.Invoicing.Internal;

/// <summary>A priced line.</summary>
internal sealed record PreviewLineResponse(
    string Description,
    decimal Quantity,
    decimal UnitPrice,
    string TaxRateId,
    string TaxRateName,
    VatTreatment VatTreatment,
    decimal VatPercentage,
    string LedgerAccountId,
    string LedgerAccountName,
    decimal NetAmount,
    decimal VatAmount,
    decimal GrossAmount
);

/// <summary>The sums of the lines at one rate.</summary>
internal sealed record VatByRateResponse(
    VatTreatment Treatment,
    decimal Percentage,
    decimal NetAmount,
    decimal VatAmount,
    decimal GrossAmount
);

/// <summary>One of the two parties as the paper shows them.</summary>
internal sealed record PartyResponse(string Name, IReadOnlyList<string> AddressLines, string VatNumber);

/// <summary>Whether it is a valid South African tax invoice.</summary>
/// <param name="Kind">Which kind of document the law asks for.</param>
/// <param name="Title">What the paper is called.</param>
/// <param name="Missing">What is missing for it, each with its rule; empty when nothing is.</param>
internal sealed record TaxInvoiceResponse(TaxInvoiceKind Kind, string Title, IReadOnlyList<TaxInvoiceGap> Missing);

/// <summary>A preview: exactly what confirming it posts.</summary>
internal sealed record PreviewResponse
{
    /// <summary>Confirm with this.</summary>
    public required string PreviewId { get; init; }

    /// <summary>How the preview stands.</summary>
    public required AuditStatus Status { get; init; }

    public required string ContactId { get; init; }

    public required string Reference { get; init; }

    public required DateOnly Date { get; init; }

    public required DateOnly DueDate { get; init; }

    public required string Notes { get; init; }

    public required string Currency { get; init; }

    public required decimal NetAmount { get; init; }

    public required decimal VatAmount { get; init; }

    public required decimal GrossAmount { get; init; }

    public required IReadOnlyList<PreviewLineResponse> LineItems { get; init; }

    public required IReadOnlyList<VatByRateResponse> VatByRate { get; init; }

    public required PartyResponse Supplier { get; init; }

    public required PartyResponse Customer { get; init; }

    public required TaxInvoiceResponse TaxInvoice { get; init; }

    /// <summary>True when confirming stores a draft, false when it books the invoice at once.</summary>
    public required bool AsDraft { get; init; }

    /// <summary>What confirming does, in a sentence.</summary>
    public required string WillDo { get; init; }

    /// <summary>What to look at before confirming.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>The exact request Sage will get.</summary>
    public required JsonElement Payload { get; init; }
}

/// <summary>What became of a preview that was confirmed.</summary>
internal sealed record InvoiceOutcomeResponse
{
    /// <summary><c>confirmed</c> while it is on its way, <c>success</c> when it is in Sage.</summary>
    public required AuditStatus Status { get; init; }

    /// <summary>The preview.</summary>
    public required string? PreviewId { get; init; }

    /// <summary>What happened, in a sentence.</summary>
    public required string Message { get; init; }

    /// <summary>When it is tried again, while it waits.</summary>
    public DateTimeOffset? NextAttemptAt { get; init; }

    /// <summary>Sage's id of the invoice; null while it is on its way.</summary>
    public string? Id { get; init; }

    /// <summary>The invoice; null while it is on its way.</summary>
    public InvoiceResponse? Invoice { get; init; }
}

/// <summary>A line of an invoice in Sage.</summary>
internal sealed record InvoiceLineResponse(
    string Description,
    decimal Quantity,
    decimal UnitPrice,
    string TaxRateId,
    string TaxRateName,
    string LedgerAccountId,
    string LedgerAccountName,
    decimal NetAmount,
    decimal VatAmount,
    decimal GrossAmount
)
{
    /// <summary>A line with the names of its rate and its account, as far as they are known.</summary>
    public static InvoiceLineResponse Of(BooksLine line, BooksReference? reference) =>
        new(
            line.Description,
            line.Quantity,
            line.UnitPrice,
            line.TaxRateId,
            reference?.TaxRates.FirstOrDefault(rate => rate.Id == line.TaxRateId)?.Name ?? "",
            line.LedgerAccountId,
            reference?.LedgerAccounts.FirstOrDefault(account => account.Id == line.LedgerAccountId)?.Name ?? "",
            line.Net.Amount,
            line.Vat.Amount,
            (line.Net + line.Vat).Amount
        );
}

/// <summary>An invoice as Sage has it.</summary>
internal sealed record InvoiceResponse
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

    public required DateOnly? DueDate { get; init; }

    public required string Currency { get; init; }

    public required decimal NetAmount { get; init; }

    public required decimal VatAmount { get; init; }

    public required decimal GrossAmount { get; init; }

    public required decimal OutstandingAmount { get; init; }

    public required DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Its page in Sage.</summary>
    public required Uri? SageUrl { get; init; }

    /// <summary>Sage had it like this at this moment; null in the answer to a write.</summary>
    public DateTimeOffset? FreshAt { get; init; }

    /// <summary>Why a newer state of it could not be read; null when there is none.</summary>
    public string? UnreadProblem { get; init; }

    public static InvoiceResponse Of(Copy<BooksInvoice> copy) =>
        Of(copy.Record) with
        {
            FreshAt = copy.FreshAt,
            UnreadProblem = copy.Problem,
        };

    public static InvoiceResponse Of(BooksInvoice invoice) =>
        new()
        {
            Id = invoice.Id,
            Number = invoice.Number,
            Status = invoice.State,
            ContactId = invoice.ContactId,
            ContactName = invoice.ContactName,
            Reference = invoice.Reference,
            Date = invoice.IssuedOn,
            DueDate = invoice.DueOn,
            Currency = invoice.Gross.Currency.Code,
            NetAmount = invoice.Net.Amount,
            VatAmount = invoice.Vat.Amount,
            GrossAmount = invoice.Gross.Amount,
            OutstandingAmount = invoice.Outstanding.Amount,
            UpdatedAt = invoice.UpdatedAt,
            SageUrl = invoice.SagePage,
        };
}

/// <summary>An invoice in full.</summary>
internal sealed record InvoiceDetailResponse(
    InvoiceResponse Invoice,
    IReadOnlyList<InvoiceLineResponse> LineItems,
    string Notes,
    string? VoidReason,
    bool Sent,
    bool CanRelease,
    bool CanVoid
)
{
    /// <summary>The payments and credit notes that settled it, oldest first.</summary>
    public required IReadOnlyList<SettlementResponse> Settlements { get; init; }
}

/// <summary>A page of invoices in Sage's envelope.</summary>
internal sealed record InvoicesResponse
{
    /// <summary>How many there are in all.</summary>
    [JsonPropertyName("$total")]
    public required int Total { get; init; }

    /// <summary>The page this is.</summary>
    [JsonPropertyName("$page")]
    public required int Page { get; init; }

    /// <summary>False when there are so many that they were not counted: then there are at least as many.</summary>
    public required bool TotalIsExact { get; init; }

    /// <summary>What <c>after</c> has to be for the next page; null on the last.</summary>
    [JsonPropertyName("next")]
    public required string? After { get; init; }

    /// <summary>
    /// Everything that changed in Sage before this moment is in the copies; null while they have not been read to the end once.
    /// </summary>
    public required DateTimeOffset? FreshAt { get; init; }

    /// <summary>The address of the next page; null on the last.</summary>
    [JsonPropertyName("$next")]
    public required string? Next { get; init; }

    /// <summary>The address of the page before; null on the first.</summary>
    [JsonPropertyName("$back")]
    public required string? Back { get; init; }

    /// <summary>Invoices on a full page.</summary>
    [JsonPropertyName("$itemsPerPage")]
    public required int ItemsPerPage { get; init; }

    /// <summary>The invoices.</summary>
    [JsonPropertyName("$items")]
    public required IReadOnlyList<InvoiceResponse> Items { get; init; }
}
