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

    public Task<Result<InvoiceOutcomeResponse>> ReleaseAsync(Caller caller, string invoiceId, CancellationToken ct) =>
        RunAsync(
            caller,
            PostingKind.InvoiceRelease,
            $"release:{invoiceId}",
            ApiJson.Text(new ReleaseDocument(invoiceId)),
            "Invoice released. It is booked now.",
            ct
        );

    public Task<Result<InvoiceOutcomeResponse>> VoidAsync(Caller caller, string invoiceId, string reason, CancellationToken ct) =>
        RunAsync(
            caller,
            PostingKind.InvoiceVoid,
            $"void:{invoiceId}",
            ApiJson.Text(new VoidDocument(invoiceId, reason)),
            "Invoice voided. Its entries are reversed.",
            ct
        );

    private async Task<Result<InvoiceOutcomeResponse>> RunAsync(
        Caller caller,
        PostingKind kind,
        string key,
        string document,
        string done,
        CancellationToken ct
    )
    {
        var opened = await businesses.OpenCurrentAsync(caller.Workspace, CallPriority.Interactive, ct);
        if (!opened.Succeeded(out var books, out var problem))
            return problem;
        if (kind == PostingKind.InvoiceRelease && !books.Reference.Capabilities.Drafts)
            return new Problem(ProblemCode.NotSupported, "These books have no drafts, so there is nothing to release.");
        var intent = new PostingIntent(kind, $"{key}:{books.Key.BusinessId}", books.Key, caller.Actor(), document);
        var posting = await journal.StoreOnceAsync(intent, ct);
        var status = await journal.CarryOutAsync(caller.Workspace, posting, Patience, ct);
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
