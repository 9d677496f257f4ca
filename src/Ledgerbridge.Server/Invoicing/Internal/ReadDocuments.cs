using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Connections;
using Ledgerbridge.Server.Mirror;

namespace Ledgerbridge.Server.Invoicing.Internal;

/// <summary>Reads one credit note or payment in full.</summary>
internal sealed class ReadDocuments(Businesses businesses, MirrorLists lists, ReadSettlements settlements, TimeProvider time)
{
    private static readonly Problem NoSuchCreditNote = new(ProblemCode.NotFound, "There is no such credit note in the current business.");

    private static readonly Problem NoSuchPayment = new(ProblemCode.NotFound, "There is no such payment in the current business.");

    /// <summary>From Sage, which alone knows what it was used for; from the copy while Sage does not answer.</summary>
    public async Task<Result<CreditNoteDetailResponse>> FindCreditNoteAsync(WorkspaceId workspace, string id, CancellationToken ct)
    {
        if (await businesses.FindCurrentKeyAsync(workspace, ct) is not { } key)
            return Businesses.NoneChosen;
        var opened = await businesses.OpenCurrentAsync(workspace, CallPriority.Interactive, ct);
        if (opened.Succeeded(out var books, out var problem))
        {
            var answer = await books.Books.GetSettledCreditNoteAsync(id, ct);
            if (answer.Succeeded(out var settled, out var failure))
            {
                var used = await settlements.ToResponsesAsync(books, id, settled.Settlements, ct);
                var present = new Copy<BooksCreditNote>(settled.Document, time.GetUtcNow(), Problem: null);
                return ToResponse(present, books.Reference, used, copyBecause: null);
            }
            if (failure.Kind == SageFailureKind.NotFound)
                return NoSuchCreditNote;
            problem = failure.ToProblem();
        }
        return await lists.FindAsync<BooksCreditNote>(key, BooksResource.SalesCreditNotes, id, ct) is { } copy
            ? ToResponse(copy, books?.Reference, [], problem.Message)
            : problem;
    }

    /// <summary>From the copy, which says what it paid; from Sage when there is none.</summary>
    public async Task<Result<PaymentDetailResponse>> FindPaymentAsync(WorkspaceId workspace, string id, CancellationToken ct)
    {
        if (await businesses.FindCurrentKeyAsync(workspace, ct) is not { } key)
            return Businesses.NoneChosen;
        var copy = await lists.FindAsync<BooksPayment>(key, BooksResource.ContactPayments, id, ct);
        var opened = await businesses.OpenCurrentAsync(workspace, CallPriority.Interactive, ct);
        if (!opened.Succeeded(out var books, out var problem) && copy is null)
            return problem;
        if (copy is null)
        {
            var answer = await books!.Books.GetPaymentAsync(id, ct);
            if (!answer.Succeeded(out var read, out var failure))
                return failure.Kind == SageFailureKind.NotFound ? NoSuchPayment : failure.ToProblem();
            copy = new Copy<BooksPayment>(read, time.GetUtcNow(), Problem: null);
        }
        var payment = copy.Record;
        return new PaymentDetailResponse
        {
            Payment = PaymentResponse.Of(copy),
            Documents = await settlements.ToPartsAsync(key, payment.Allocations, ct),
            BankAccountName = NameOf(books?.Reference.BankAccounts, payment.BankAccountId),
            PaymentMethodName = NameOf(books?.Reference.PaymentMethods, payment.PaymentMethodId),
        };
    }

    private static CreditNoteDetailResponse ToResponse(
        Copy<BooksCreditNote> copy,
        BooksReference? reference,
        IReadOnlyList<SettlementResponse> settlements,
        string? copyBecause
    ) =>
        new()
        {
            CreditNote = CreditNoteResponse.Of(copy),
            LineItems = [.. copy.Record.Lines.Select(line => InvoiceLineResponse.Of(line, reference))],
            Notes = copy.Record.Notes,
            VoidReason = copy.Record.VoidReason,
            Settlements = settlements,
            CopyBecause = copyBecause,
        };

    private static string NameOf(IReadOnlyList<BooksChoice>? choices, string? id) =>
        choices?.FirstOrDefault(choice => choice.Id == id)?.Name ?? "";
}

/// <summary>Calls the documents that settle one another by their names.</summary>
internal sealed class ReadSettlements(MirrorLists lists)
{
    /// <summary>Each allocation is a call to Sage; a document with more of them shows the others without their documents.</summary>
    private const int AllocationsMax = 10;

    /// <summary>What settled a document.</summary>
    /// <param name="books">Its books.</param>
    /// <param name="documentId">Sage's id of the document, which is not named again.</param>
    /// <param name="settlements">What Sage says.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<IReadOnlyList<SettlementResponse>> ToResponsesAsync(
        OpenBooks books,
        string documentId,
        IReadOnlyList<BooksSettlement> settlements,
        CancellationToken ct
    )
    {
        var told = new List<SettlementResponse>();
        var asked = 0;
        foreach (var settlement in settlements)
        {
            IReadOnlyList<DocumentPartResponse> others = [];
            if (settlement.AllocationId is { } allocation && asked++ < AllocationsMax)
                others = await OthersAsync(books, documentId, allocation, settlement.Amount.Currency, ct);
            told.Add(
                new SettlementResponse(
                    settlement.SettledOn,
                    Math.Abs(settlement.Amount.Amount),
                    settlement.PaymentId,
                    settlement.Reference,
                    others
                )
            );
        }
        return told;
    }

    /// <summary>The documents of an allocation by their names, each with its amount above nothing.</summary>
    public async Task<IReadOnlyList<DocumentPartResponse>> ToPartsAsync(
        BooksKey key,
        IReadOnlyList<AllocationPart> parts,
        CancellationToken ct
    )
    {
        // Names come from the copies: what was never read is read now, and what cannot be read goes without a name.
        if (parts.Count > 0)
        {
            await lists.PrepareAsync(key, BooksResource.SalesInvoices, live: false, ct);
            await lists.PrepareAsync(key, BooksResource.SalesCreditNotes, live: false, ct);
        }
        var told = new List<DocumentPartResponse>();
        foreach (var part in parts)
        {
            var (id, amount) = (part.DocumentId, Math.Abs(part.Amount.Amount));
            if (await lists.FindAsync<BooksInvoice>(key, BooksResource.SalesInvoices, id, ct) is { Record: var invoice })
                told.Add(new(PartKind.Invoice, id, invoice.Number ?? invoice.Reference, invoice.IssuedOn, amount));
            else if (await lists.FindAsync<BooksCreditNote>(key, BooksResource.SalesCreditNotes, id, ct) is { Record: var note })
                told.Add(new(PartKind.CreditNote, id, note.Number ?? note.Reference, note.IssuedOn, amount));
            else
                told.Add(new(PartKind.Other, id, "", Date: null, amount));
        }
        return told;
    }

    private async Task<IReadOnlyList<DocumentPartResponse>> OthersAsync(
        OpenBooks books,
        string documentId,
        string allocationId,
        Currency currency,
        CancellationToken ct
    )
    {
        var answer = await books.Books.GetAllocationAsync(allocationId, currency, ct);
        if (!answer.Succeeded(out var allocation, out _))
            return [];
        // Documents are set against those whose amounts have the other sign.
        var isPositive = allocation.Parts.FirstOrDefault(part => part.DocumentId == documentId)?.Amount.Amount > 0m;
        return await ToPartsAsync(books.Key, [.. allocation.Parts.Where(part => (part.Amount.Amount > 0m) != isPositive)], ct);
    }
}
