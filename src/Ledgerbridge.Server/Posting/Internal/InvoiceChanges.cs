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

/// <summary>Voids an invoice. Sage knows no idempotency for it, so the invoice itself is looked at.</summary>
internal sealed class InvoiceVoiding : IPostingKind
{
    public PostingKind Kind => PostingKind.InvoiceVoid;

    public AuditAction Action => AuditAction.InvoiceVoid;

    public async Task<SageAnswer<Written>> SendAsync(IBooks books, PostingRow posting, IdempotencyId id, CancellationToken ct)
    {
        var document = posting.Read<VoidDocument>();
        var answer = await books.VoidInvoiceAsync(document.InvoiceId, document.Reason, ct);
        if (!answer.Succeeded(out var invoice, out var failure))
            return failure;
        // Sage may answer without a body; then the invoice is read, and a failed read says nothing about the voiding.
        if (invoice is not null)
            return ToWritten(invoice);
        var read = await books.GetInvoiceAsync(document.InvoiceId, ct);
        return read.Succeeded(out invoice, out failure) ? ToWritten(invoice) : failure with { MayHaveHappened = true };
    }

    public async Task<SageAnswer<Written?>> LookAsync(
        IBooks books,
        PostingRow posting,
        Func<string, Task<bool>> isTaken,
        CancellationToken ct
    )
    {
        var answer = await books.GetInvoiceAsync(posting.Read<VoidDocument>().InvoiceId, ct);
        if (answer.Succeeded(out var invoice, out var failure))
            return invoice.State == InvoiceState.Void ? ToWritten(invoice) : (Written?)null;
        return failure;
    }

    public string ForAudit(PostingRow posting) => posting.Document;

    public string Failed(PostingRow posting) => "The invoice was not voided.";

    private static Written ToWritten(BooksInvoice invoice) =>
        new(
            invoice.Id,
            ApiJson.Text(invoice),
            PostingWords.AuditText(invoice),
            $"{PostingWords.NameOf(invoice)} was voided.",
            invoice.State == InvoiceState.Void ? null : "Sage answered, but the invoice is not void. Look at it in Sage."
        );
}
