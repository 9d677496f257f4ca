using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Audit;
using Ledgerbridge.Server.Hosting;

namespace Ledgerbridge.Server.Posting.Internal;

/// <summary>Makes a sales credit note and compares what Sage booked with what was planned.</summary>
internal sealed class CreditNoteCreation : IPostingKind
{
    public PostingKind Kind => PostingKind.CreditNoteCreate;

    public AuditAction Action => AuditAction.CreditNoteCreate;

    public string Target => "credit_note";

    public bool IsIdempotent => true;

    public async Task<SageAnswer<Written>> SendAsync(IBooks books, PostingRow posting, IdempotencyId id, CancellationToken ct) =>
        (await books.CreateCreditNoteAsync(posting.Read<NewBooksCreditNote>(), id, ct)).Map(note => ToWritten(note, posting));

    public async Task<SageAnswer<Written?>> LookAsync(
        IBooks books,
        PostingRow posting,
        Func<string, Task<bool>> isTaken,
        CancellationToken ct
    )
    {
        var plan = posting.Read<NewBooksCreditNote>();
        var answer = await books.FindCreditNotesAsync(plan.ContactId, plan.Reference, plan.IssuedOn, ct);
        if (!answer.Succeeded(out var found, out var failure))
            return failure;
        var figures = FiguresOf(posting);
        var note = await found
            .Where(note => figures.MayBe(note.Gross) && posting.MayBeOurs(note.CreatedAt))
            .OrderBy(note => figures.Distance(note.Gross))
            .FirstFreeAsync(static note => note.Id, isTaken);
        return note is null ? (Written?)null : ToWritten(note, posting);
    }

    public string ForAudit(PostingRow posting) => DocumentWords.ForAudit(posting.Read<NewBooksCreditNote>(), posting);

    public string Failed(PostingRow posting)
    {
        var plan = posting.Read<NewBooksCreditNote>();
        return $"The credit note {plan.Reference} for {MoneyText.Screen(FiguresOf(posting).Gross)} was not made.";
    }

    private static PlannedFigures FiguresOf(PostingRow posting) =>
        PlannedFigures.Of(posting.Read<NewBooksCreditNote>(), posting.ReadExpected());

    private static Written ToWritten(BooksCreditNote note, PostingRow posting) =>
        new(
            note.Id,
            ApiJson.Text(note),
            DocumentWords.AuditText(note),
            $"The credit note {NameOf(note)} was made.",
            FiguresOf(posting).Difference(note.Gross, note.Vat, note.BaseGross) is { } difference
                ? $"{difference} Compare the credit note in Sage with the shop's."
                : null
        );

    /// <summary>The credit note as people call it.</summary>
    public static string NameOf(BooksCreditNote note) =>
        note.Number is { } number ? $"{number} for {MoneyText.Screen(note.Gross)}" : $"for {MoneyText.Screen(note.Gross)}";
}

/// <summary>
/// Voids a credit note. Sage knows no idempotency for it, so the credit note itself is looked at: what is void need not be voided.
/// </summary>
internal sealed class CreditNoteVoiding : IPostingKind
{
    public PostingKind Kind => PostingKind.CreditNoteVoid;

    public AuditAction Action => AuditAction.CreditNoteVoid;

    public string Target => "credit_note";

    public bool IsIdempotent => false;

    public async Task<SageAnswer<Written>> SendAsync(IBooks books, PostingRow posting, IdempotencyId id, CancellationToken ct)
    {
        var document = posting.Read<CreditNoteVoidDocument>();
        var answer = await books.VoidCreditNoteAsync(document.CreditNoteId, document.Reason, ct);
        if (!answer.Succeeded(out var note, out var failure))
            return failure;
        if (note?.State == InvoiceState.Void)
            return ToWritten(note);
        // Sage may answer without a body, or with the document as it was; then it is read, and a failed read tells nothing of the voiding.
        var read = await books.GetCreditNoteAsync(document.CreditNoteId, ct);
        return read.Succeeded(out note, out failure) ? ToWritten(note) : failure with { MayHaveHappened = true };
    }

    public async Task<SageAnswer<Written?>> LookAsync(
        IBooks books,
        PostingRow posting,
        Func<string, Task<bool>> isTaken,
        CancellationToken ct
    ) =>
        (await books.GetCreditNoteAsync(posting.Read<CreditNoteVoidDocument>().CreditNoteId, ct)).Map(static note =>
            note.State == InvoiceState.Void ? ToWritten(note) : null
        );

    public string ForAudit(PostingRow posting)
    {
        var document = posting.Read<CreditNoteVoidDocument>();
        return ApiJson.Text(new { credit_note_id = document.CreditNoteId, reason = document.Reason });
    }

    public string Failed(PostingRow posting) => "The credit note was not voided.";

    private static Written ToWritten(BooksCreditNote note) =>
        new(
            note.Id,
            ApiJson.Text(note),
            DocumentWords.AuditText(note),
            $"The credit note {CreditNoteCreation.NameOf(note)} was voided.",
            note.State == InvoiceState.Void ? null : "Sage answered, but the credit note is not void. Look at it in Sage."
        );
}
