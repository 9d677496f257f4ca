using System.Text.Json;
using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Audit;
using Ledgerbridge.Server.Hosting;
using Ledgerbridge.Server.Posting.Plans;

namespace Ledgerbridge.Server.Posting.Internal;

/// <summary>What a write left in Sage.</summary>
/// <param name="SageId">Sage's id of the record.</param>
/// <param name="Result">The record as JSON, for whoever asked.</param>
/// <param name="ForAudit">What the audit log keeps of it: no personal data.</param>
/// <param name="Summary">One sentence.</param>
/// <param name="Difference">How it differs from what was planned; null when it does not.</param>
internal sealed record Written(string SageId, string Result, string ForAudit, string Summary, string? Difference);

/// <summary>One kind of write: how it is sent, how it is looked for when an answer was lost, and how it is told.</summary>
internal interface IPostingKind
{
    PostingKind Kind { get; }

    AuditAction Action { get; }

    /// <summary>What it writes to, as the audit log calls it, such as <c>invoice</c>.</summary>
    string Target { get; }

    /// <summary>True when Sage recognises a second sending by its idempotency id.</summary>
    bool IsIdempotent { get; }

    /// <summary>Sends it. Nothing but this changes Sage.</summary>
    Task<SageAnswer<Written>> SendAsync(IBooks books, PostingRow posting, IdempotencyId id, CancellationToken ct);

    /// <summary>Looks whether an earlier attempt left it in Sage; null when it did not.</summary>
    /// <param name="books">The books.</param>
    /// <param name="posting">The posting.</param>
    /// <param name="isTaken">True for records that belong to another posting of ours.</param>
    /// <param name="ct">Ends the looking.</param>
    Task<SageAnswer<Written?>> LookAsync(IBooks books, PostingRow posting, Func<string, Task<bool>> isTaken, CancellationToken ct);

    /// <summary>What was asked, as the audit log keeps it: no personal data.</summary>
    string ForAudit(PostingRow posting);

    /// <summary>The sentence for a write that was not done.</summary>
    string Failed(PostingRow posting);
}

/// <summary>Reading a posting's document, and calling invoices by their names.</summary>
internal static class PostingWords
{
    public static T Read<T>(this PostingRow posting) => JsonSerializer.Deserialize<T>(posting.Document, ApiJson.Options)!;

    public static ExpectedTotals? ReadExpected(this PostingRow posting) =>
        posting.Expected is { } expected ? JsonSerializer.Deserialize<ExpectedTotals>(expected, ApiJson.Options) : null;

    public static string AuditText(BooksInvoice invoice) =>
        ApiJson.Text(
            new
            {
                id = invoice.Id,
                number = invoice.Number,
                state = invoice.State,
                currency = invoice.Gross.Currency.Code,
                net_amount = invoice.Net.Amount,
                vat_amount = invoice.Vat.Amount,
                gross_amount = invoice.Gross.Amount,
            }
        );

    /// <summary>The invoice as people call it.</summary>
    public static string NameOf(BooksInvoice invoice) =>
        invoice.Number is { } number
            ? $"{number} for {MoneyText.Screen(invoice.Gross)}"
            : $"The draft for {MoneyText.Screen(invoice.Gross)}";
}
