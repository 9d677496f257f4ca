using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Audit;
using Ledgerbridge.Server.Hosting;

namespace Ledgerbridge.Server.Posting.Internal;

/// <summary>Makes a sales invoice and compares what Sage booked with what was planned.</summary>
internal sealed class InvoiceCreation : IPostingKind
{
    public PostingKind Kind => PostingKind.InvoiceCreate;

    public AuditAction Action => AuditAction.InvoiceCreate;

    public string Target => "invoice";

    public bool IsIdempotent => true;

    public async Task<SageAnswer<Written>> SendAsync(IBooks books, PostingRow posting, IdempotencyId id, CancellationToken ct) =>
        (await books.CreateInvoiceAsync(posting.Read<NewBooksInvoice>(), id, ct)).Map(invoice => ToWritten(invoice, posting));

    public async Task<SageAnswer<Written?>> LookAsync(
        IBooks books,
        PostingRow posting,
        Func<string, Task<bool>> isTaken,
        CancellationToken ct
    )
    {
        var plan = posting.Read<NewBooksInvoice>();
        var answer = await books.FindInvoicesAsync(plan.ContactId, plan.Reference, plan.IssuedOn, ct);
        if (!answer.Succeeded(out var found, out var failure))
            return failure;
        var figures = FiguresOf(posting);
        var invoice = await found
            .Where(invoice => figures.MayBe(invoice.Gross) && posting.MayBeOurs(invoice.CreatedAt))
            .OrderBy(invoice => figures.Distance(invoice.Gross))
            .FirstFreeAsync(static invoice => invoice.Id, isTaken);
        return invoice is null ? (Written?)null : ToWritten(invoice, posting);
    }

    public string ForAudit(PostingRow posting) => DocumentWords.ForAudit(posting.Read<NewBooksInvoice>(), posting);

    public string Failed(PostingRow posting)
    {
        var plan = posting.Read<NewBooksInvoice>();
        return $"The invoice {plan.Reference} for {MoneyText.Screen(FiguresOf(posting).Gross)} was not made.";
    }

    private static PlannedFigures FiguresOf(PostingRow posting) =>
        PlannedFigures.Of(posting.Read<NewBooksInvoice>(), posting.ReadExpected());

    private static Written ToWritten(BooksInvoice invoice, PostingRow posting)
    {
        var name = PostingWords.NameOf(invoice);
        return new Written(
            invoice.Id,
            ApiJson.Text(invoice),
            PostingWords.AuditText(invoice),
            invoice.State == InvoiceState.Draft ? $"{name} was made." : $"The invoice {name} was made.",
            FiguresOf(posting).Difference(invoice.Gross, invoice.Vat, invoice.BaseGross) is { } difference
                ? $"{difference} {Advice(posting)}"
                : null
        );
    }

    private static string Advice(PostingRow posting) =>
        posting.RunId.Length > 0 ? "Compare the invoice in Sage with the shop's." : "Look at the invoice in Sage before you send it.";
}
