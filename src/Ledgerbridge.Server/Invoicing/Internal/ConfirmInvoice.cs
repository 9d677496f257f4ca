using System.Text.Json;
using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Audit;
using Ledgerbridge.Server.Hosting;
using Ledgerbridge.Server.Posting;
using Ledgerbridge.Server.Storage;

namespace Ledgerbridge.Server.Invoicing.Internal;

/// <summary>
/// Posts what a preview stored, once, however often and from wherever it is confirmed: the first confirmation moves the preview's entry
/// and stores the posting in one transaction, every other one finds that posting and waits for the same end.
/// </summary>
internal sealed class ConfirmInvoice(Database database, AuditLog audit, PostingJournal journal, PreviewInvoice previews)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly Problem NoSuchPreview = new(
        ProblemCode.NotFound,
        "There is no such preview in this workspace. Preview the invoice again."
    );

    public async Task<Result<InvoiceOutcomeResponse>> RunAsync(Caller caller, string previewId, CancellationToken ct)
    {
        if (!AuditEntryId.TryParse(previewId, out var id))
            return NoSuchPreview;
        var record = await audit.FindAsync(caller.Workspace, id, ct);
        if (record is null || record.Action != AuditAction.InvoicePreview.Text())
            return NoSuchPreview;
        var stored = JsonSerializer.Deserialize<StoredPreview>(record.Response, ApiJson.Options)!;
        var posting = await database.WriteAsync(
            caller.Workspace,
            async db =>
            {
                if (!await AuditLog.MoveAsync(db, id, AuditStatus.Preview, AuditStatus.Confirmed))
                    return await FindPostingAsync(db, id);
                await audit.AppendAsync(db, caller.Workspace, Confirmation(caller, id, stored));
                return journal.Store(db, IntentFor(caller, id, stored, key: null));
            },
            ct
        );
        return await OutcomeAsync(caller.Workspace, posting, id, ct);
    }

    /// <summary>Previews and confirms in one step; both are written to the audit log.</summary>
    public async Task<Result<InvoiceOutcomeResponse>> CreateAsync(
        Caller caller,
        InvoiceRequest request,
        string? requestKey,
        CancellationToken ct
    )
    {
        var worked = await previews.WorkOutAsync(caller.Workspace, request, ct);
        if (!worked.Succeeded(out var invoice, out var problem))
            return problem;
        var preview = PreviewInvoice.EventFor(caller, request, invoice) with { Standing = AuditStatus.Confirmed };
        var stored = JsonSerializer.Deserialize<StoredPreview>(preview.Response, ApiJson.Options)!;
        var (posting, id) = await database.WriteAsync(
            caller.Workspace,
            async db =>
            {
                if (requestKey is not null && await PostingJournal.FindIdAsync(db, requestKey) is { } known)
                    return (known, (AuditEntryId?)null);
                var entry = await audit.AppendAsync(db, caller.Workspace, preview);
                await audit.AppendAsync(db, caller.Workspace, Confirmation(caller, entry, stored));
                return (journal.Store(db, IntentFor(caller, entry, stored, requestKey)), entry);
            },
            ct
        );
        return await OutcomeAsync(caller.Workspace, posting, id, ct);
    }

    /// <summary>What became of a preview, without doing anything about it.</summary>
    public async Task<Result<InvoiceOutcomeResponse>> FindAsync(WorkspaceId workspace, string previewId, CancellationToken ct)
    {
        if (!AuditEntryId.TryParse(previewId, out var id) || await audit.FindAsync(workspace, id, ct) is not { } record)
            return NoSuchPreview;
        if (record.Action != AuditAction.InvoicePreview.Text())
            return NoSuchPreview;
        return await journal.FindByPreviewAsync(workspace, id, ct) is { } status
            ? ToOutcome(status, id)
            : new InvoiceOutcomeResponse
            {
                Status = AuditStatus.Preview,
                PreviewId = previewId,
                Message = "This preview has not been confirmed. Nothing was sent to Sage.",
            };
    }

    private async Task<Result<InvoiceOutcomeResponse>> OutcomeAsync(
        WorkspaceId workspace,
        PostingId posting,
        AuditEntryId? preview,
        CancellationToken ct
    ) => ToOutcome(await journal.CarryOutAsync(workspace, posting, Patience, ct), preview);

    private static Result<InvoiceOutcomeResponse> ToOutcome(PostingStatus posting, AuditEntryId? preview)
    {
        switch (posting.State)
        {
            case PostingState.Posted:
                var invoice = posting.Read<BooksInvoice>();
                return new InvoiceOutcomeResponse
                {
                    Status = AuditStatus.Success,
                    PreviewId = preview?.Text,
                    Message = "Invoice created successfully",
                    Id = invoice.Id,
                    Invoice = InvoiceResponse.Of(invoice),
                };
            case PostingState.Refused or PostingState.Differs:
                return posting.Problem!;
            default:
                return new InvoiceOutcomeResponse
                {
                    Status = AuditStatus.Confirmed,
                    PreviewId = preview?.Text,
                    Message =
                        $"{posting.Problem?.Message ?? "Sage has not answered yet."} "
                        + "Your invoice is kept and goes to Sage by itself; you need not send it again.",
                    NextAttemptAt = posting.NextAttemptAt,
                };
        }
    }

    private static async Task<PostingId> FindPostingAsync(LedgerDb db, AuditEntryId preview) =>
        await PostingJournal.FindIdAsync(db, preview)
        ?? throw new InvalidOperationException($"The preview {preview} was confirmed, but it has no posting.");

    private static AuditEvent Confirmation(Caller caller, AuditEntryId preview, StoredPreview stored) =>
        new(
            AuditAction.InvoiceConfirm,
            AuditStatus.Confirmed,
            caller.Actor(),
            $"The invoice {stored.Document.Reference} for {MoneyText.Screen(stored.Gross)} was confirmed."
        )
        {
            Thread = preview,
            Target = new AuditTarget("contact", stored.Document.ContactId),
        };

    private static PostingIntent IntentFor(Caller caller, AuditEntryId preview, StoredPreview stored, string? key) =>
        new(
            PostingKind.InvoiceCreate,
            key ?? $"preview:{preview}",
            stored.KeyIn(caller.Workspace),
            caller.Actor(),
            ApiJson.Text(stored.Document)
        )
        {
            Preview = preview,
        };
}
