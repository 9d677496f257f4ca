using Ledgerbridge.Sage;
using Ledgerbridge.Server.Audit;
using Ledgerbridge.Server.Hosting;

namespace Ledgerbridge.Server.Posting.Internal;

/// <summary>
/// Releases a draft. Sage knows no idempotency for it, so the invoice itself is looked at: what is no draft any more has been released.
/// </summary>
internal sealed class InvoiceRelease : IPostingKind
{
    public PostingKind Kind => PostingKind.InvoiceRelease;

    public AuditAction Action => AuditAction.InvoiceRelease;

    public string Target => "invoice";

    public bool IsIdempotent => false;

    public async Task<SageAnswer<Written>> SendAsync(IBooks books, PostingRow posting, IdempotencyId id, CancellationToken ct) =>
        (await books.ReleaseInvoiceAsync(posting.Read<ReleaseDocument>().InvoiceId, ct)).Map(ToWritten);

    public async Task<SageAnswer<Written?>> LookAsync(
        IBooks books,
        PostingRow posting,
        Func<string, Task<bool>> isTaken,
        CancellationToken ct
    ) =>
        (await books.GetInvoiceAsync(posting.Read<ReleaseDocument>().InvoiceId, ct)).Map(static invoice =>
            invoice.State == InvoiceState.Draft ? null : ToWritten(invoice)
        );

    public string ForAudit(PostingRow posting) => posting.Document;

    public string Failed(PostingRow posting) => "The draft was not released.";

    private static Written ToWritten(BooksInvoice invoice) =>
        new(
            invoice.Id,
            ApiJson.Text(invoice),
            PostingWords.AuditText(invoice),
            $"The draft was released as {PostingWords.NameOf(invoice)}.",
            Difference: null
        );
}

/// <summary>
/// Voids an invoice. Sage knows no idempotency for it, so the invoice itself is looked at: it is void, or it was a draft and is gone.
/// </summary>
internal sealed class InvoiceVoiding : IPostingKind
{
    public PostingKind Kind => PostingKind.InvoiceVoid;

    public AuditAction Action => AuditAction.InvoiceVoid;

    public string Target => "invoice";

    public bool IsIdempotent => false;

    public async Task<SageAnswer<Written>> SendAsync(IBooks books, PostingRow posting, IdempotencyId id, CancellationToken ct)
    {
        var document = posting.Read<VoidDocument>();
        var answer = await books.VoidInvoiceAsync(document.InvoiceId, document.Reason, ct);
        if (!answer.Succeeded(out var invoice, out var failure))
            return failure;
        if (invoice?.State == InvoiceState.Void)
            return ToWritten(invoice);
        // Sage may answer without a body, or with the invoice as it was; then it is read, and a failed read says nothing about the voiding.
        var read = await books.GetInvoiceAsync(document.InvoiceId, ct);
        if (read.Succeeded(out invoice, out failure))
            return ToWritten(invoice);
        return Gone(document, failure) is { } gone ? gone : failure with { MayHaveHappened = true };
    }

    public async Task<SageAnswer<Written?>> LookAsync(
        IBooks books,
        PostingRow posting,
        Func<string, Task<bool>> isTaken,
        CancellationToken ct
    )
    {
        var document = posting.Read<VoidDocument>();
        var answer = await books.GetInvoiceAsync(document.InvoiceId, ct);
        if (answer.Succeeded(out var invoice, out var failure))
            return invoice.State == InvoiceState.Void ? ToWritten(invoice) : (Written?)null;
        return Gone(document, failure) is { } gone ? gone : failure;
    }

    public string ForAudit(PostingRow posting)
    {
        var document = posting.Read<VoidDocument>();
        return ApiJson.Text(new { invoice_id = document.InvoiceId, reason = document.Reason });
    }

    public string Failed(PostingRow posting) => "The invoice was not voided.";

    private static Written ToWritten(BooksInvoice invoice) =>
        new(
            invoice.Id,
            ApiJson.Text(invoice),
            PostingWords.AuditText(invoice),
            $"{PostingWords.NameOf(invoice)} was voided.",
            invoice.State == InvoiceState.Void ? null : "Sage answered, but the invoice is not void. Look at it in Sage."
        );

    private static Written? Gone(VoidDocument document, SageFailure failure)
    {
        if (failure.Kind != SageFailureKind.NotFound || document.Draft is not { } draft)
            return null;
        var gone = draft with { State = InvoiceState.Void, VoidReason = document.Reason };
        return new Written(
            gone.Id,
            ApiJson.Text(gone),
            PostingWords.AuditText(gone),
            $"{PostingWords.NameOf(draft)} was deleted.",
            Difference: null
        );
    }
}
