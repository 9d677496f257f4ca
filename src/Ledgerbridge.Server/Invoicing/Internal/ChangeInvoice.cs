using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Audit;
using Ledgerbridge.Server.Connections;
using Ledgerbridge.Server.Hosting;
using Ledgerbridge.Server.Posting;

namespace Ledgerbridge.Server.Invoicing.Internal;

/// <summary>Releases drafts and voids invoices, through the posting journal.</summary>
internal sealed class ChangeInvoice(Businesses businesses, PostingJournal journal)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public async Task<Result<InvoiceOutcomeResponse>> ReleaseAsync(Caller caller, string invoiceId, CancellationToken ct)
    {
        var opened = await businesses.OpenCurrentAsync(caller.Workspace, CallPriority.Interactive, ct);
        if (!opened.Succeeded(out var books, out var problem))
            return problem;
        if (!books.Reference.Capabilities.Drafts)
            return new Problem(ProblemCode.NotSupported, "These books have no drafts, so there is nothing to release.");
        // Only what does not exist is refused here: a draft that Sage cannot show just now is released as soon as Sage answers.
        var read = await books.Books.GetInvoiceAsync(invoiceId, ct);
        if (!read.Succeeded(out _, out var failure) && failure.Kind == SageFailureKind.NotFound)
            return failure.ToProblem();
        var intent = IntentFor(caller, books, PostingKind.InvoiceRelease, $"release:{invoiceId}", new ReleaseDocument(invoiceId));
        return await RunAsync(intent, "Invoice released. It is booked now.", ct);
    }

    public async Task<Result<InvoiceOutcomeResponse>> VoidAsync(Caller caller, string invoiceId, string reason, CancellationToken ct)
    {
        var opened = await businesses.OpenCurrentAsync(caller.Workspace, CallPriority.Interactive, ct);
        if (!opened.Succeeded(out var books, out var problem))
            return problem;
        // Read before it is stored what is to be voided: afterwards a draft may be gone, and only this tells it from one that never was.
        var read = await books.Books.GetInvoiceAsync(invoiceId, ct);
        if (!read.Succeeded(out var invoice, out var failure))
            return failure.ToProblem();
        var draft = invoice.State == InvoiceState.Draft ? invoice : null;
        var intent = IntentFor(caller, books, PostingKind.InvoiceVoid, $"void:{invoiceId}", new VoidDocument(invoiceId, reason, draft));
        return await RunAsync(
            intent,
            draft is null ? "Invoice voided. Its entries are reversed." : "Draft voided. Nothing had been booked.",
            ct
        );
    }

    private static PostingIntent IntentFor<TDocument>(Caller caller, OpenBooks books, PostingKind kind, string key, TDocument document) =>
        new(kind, $"{key}:{books.Key.BusinessId}", books.Key, caller.Actor(), ApiJson.Text(document));

    private async Task<Result<InvoiceOutcomeResponse>> RunAsync(PostingIntent intent, string done, CancellationToken ct)
    {
        var posting = await journal.StoreOnceAsync(intent, ct);
        var status = await journal.CarryOutAsync(intent.Books.Workspace, posting, Patience, ct);
        if (status.State.IsFinal() && status.State != PostingState.Posted)
            return status.Problem!;
        var invoice = status.State == PostingState.Posted ? status.Read<BooksInvoice>() : null;
        return new InvoiceOutcomeResponse
        {
            Status = invoice is null ? AuditStatus.Confirmed : AuditStatus.Success,
            PreviewId = null,
            Message = invoice is null
                ? $"{status.Problem?.Message ?? "Sage has not answered yet."} "
                    + "It is kept and goes to Sage by itself; you need not ask again."
                : done,
            NextAttemptAt = status.NextAttemptAt,
            Id = invoice?.Id,
            Invoice = invoice is null ? null : InvoiceResponse.Of(invoice),
        };
    }
}
