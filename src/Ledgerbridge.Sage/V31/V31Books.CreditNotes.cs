using System.Text.Json;
using Ledgerbridge.Sage.V31.Models;

namespace Ledgerbridge.Sage.V31;

/// <summary>Sales credit notes.</summary>
internal sealed partial class V31Books
{
    public string DescribeRequest(NewBooksCreditNote creditNote) =>
        JsonSerializer.Serialize(new SendSalesCreditNote(V31Sales.ToSage(creditNote, quote)), WireJson.Default.SendSalesCreditNote);

    public async Task<SageAnswer<BooksCreditNote>> CreateCreditNoteAsync(
        NewBooksCreditNote creditNote,
        IdempotencyId id,
        CancellationToken ct
    ) => Written(await sage.SalesCreditNotes.CreateAsync(V31Sales.ToSage(creditNote, quote), id, ct), V31Sales.ToCreditNote);

    public async Task<SageAnswer<IReadOnlyList<BooksCreditNote>>> FindCreditNotesAsync(
        string contactId,
        string reference,
        DateOnly issuedOn,
        CancellationToken ct
    ) =>
        (await sage.SalesCreditNotes.ListAllAsync(OfContact(contactId, issuedOn), ct)).Then(notes =>
            Matching(
                notes,
                V31Sales.ToCreditNote,
                static note => note.Id,
                note => note.ContactId == contactId && note.IssuedOn == issuedOn && note.Reference == reference
            )
        );

    public async Task<SageAnswer<BooksCreditNote>> GetCreditNoteAsync(string creditNoteId, CancellationToken ct) =>
        (await sage.SalesCreditNotes.GetAsync(creditNoteId, ct)).Then(V31Sales.ToCreditNote);

    public async Task<SageAnswer<Settled<BooksCreditNote>>> GetSettledCreditNoteAsync(string creditNoteId, CancellationToken ct) =>
        (await sage.SalesCreditNotes.GetSettledAsync(creditNoteId, ct)).Then(static note =>
            V31Payments.WithSettlements(note, V31Sales.ToCreditNote(note), static known => known.Gross.Currency)
        );

    public async Task<SageAnswer<BooksCreditNote?>> VoidCreditNoteAsync(string creditNoteId, string reason, CancellationToken ct) =>
        Voided(await sage.SalesCreditNotes.VoidAsync(creditNoteId, reason, ct), V31Sales.ToCreditNote);
}
