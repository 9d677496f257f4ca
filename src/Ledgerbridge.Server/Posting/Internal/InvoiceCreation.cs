using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Audit;
using Ledgerbridge.Server.Hosting;

namespace Ledgerbridge.Server.Posting.Internal;

/// <summary>Makes a sales invoice and compares what Sage booked with what was planned.</summary>
internal sealed class InvoiceCreation : IPostingKind
{
    /// <summary>Sage's clock and ours may differ; a record made a little before we sent may still be ours.</summary>
    private static readonly TimeSpan ClockDifference = TimeSpan.FromMinutes(5);

    public PostingKind Kind => PostingKind.InvoiceCreate;

    public AuditAction Action => AuditAction.InvoiceCreate;

    public async Task<SageAnswer<Written>> SendAsync(IBooks books, PostingRow posting, IdempotencyId id, CancellationToken ct)
    {
        var plan = posting.Read<NewBooksInvoice>();
        return (await books.CreateInvoiceAsync(plan, id, ct)).Map(invoice => ToWritten(invoice, plan));
    }

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
        var gross = GrossOf(plan);
        foreach (
            var invoice in found.Where(i => i.Gross == gross && (i.CreatedAt is null || i.CreatedAt >= posting.CreatedAt - ClockDifference))
        )
        {
            if (!await isTaken(invoice.Id))
                return ToWritten(invoice, plan);
        }
        return (Written?)null;
    }

    public string ForAudit(PostingRow posting) => posting.Document;

    public string Failed(PostingRow posting)
    {
        var plan = posting.Read<NewBooksInvoice>();
        return $"The invoice {plan.Reference} for {MoneyText.Screen(GrossOf(plan))} was not made.";
    }

    private static Written ToWritten(BooksInvoice invoice, NewBooksInvoice plan)
    {
        var name = PostingWords.NameOf(invoice);
        return new Written(
            invoice.Id,
            ApiJson.Text(invoice),
            PostingWords.AuditText(invoice),
            invoice.State == InvoiceState.Draft ? $"{name} was made." : $"The invoice {name} was made.",
            Difference(invoice, plan)
        );
    }

    private static string? Difference(BooksInvoice invoice, NewBooksInvoice plan)
    {
        var (gross, vat) = (GrossOf(plan), VatOf(plan));
        return invoice.Gross == gross && invoice.Vat == vat
            ? null
            : $"Sage booked {MoneyText.Screen(invoice.Gross)} with {MoneyText.Screen(invoice.Vat)} VAT, but "
                + $"{MoneyText.Screen(gross)} with {MoneyText.Screen(vat)} VAT was planned. "
                + "Look at the invoice in Sage before you send it.";
    }

    private static Money GrossOf(NewBooksInvoice plan) => NetOf(plan) + VatOf(plan);

    private static Money VatOf(NewBooksInvoice plan) => plan.Lines.Select(static line => line.Vat).Sum(plan.Currency);

    private static Money NetOf(NewBooksInvoice plan) =>
        plan
            .Lines.Select(line => (new ExactAmount(line.UnitPrice, plan.Currency) * line.Quantity).Round(Rounding.HalfAwayFromZero))
            .Sum(plan.Currency);
}
