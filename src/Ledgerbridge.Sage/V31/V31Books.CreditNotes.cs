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
        (await sage.SalesCreditNotes.ListAsync(OfContact(contactId, issuedOn), ct)).Then(page =>
            Matching(
                page,
                V31Sales.ToCreditNote,
                note => note.ContactId == contactId && note.IssuedOn == issuedOn && note.Reference == reference
            )
        );

    public async Task<SageAnswer<BooksCreditNote>> GetCreditNoteAsync(string creditNoteId, CancellationToken ct) =>
        (await sage.SalesCreditNotes.GetAsync(creditNoteId, ct)).Then(V31Sales.ToCreditNote);

    public async Task<SageAnswer<BooksCreditNote?>> VoidCreditNoteAsync(string creditNoteId, string reason, CancellationToken ct) =>
        Voided(await sage.SalesCreditNotes.VoidAsync(creditNoteId, reason, ct), V31Sales.ToCreditNote);

    /// <summary>A contact's documents of one day, the last changed last; how Sage searches in references is not documented.</summary>
    private static SageQuery OfContact(string contactId, DateOnly day) =>
        Everything with
        {
            FromDate = day,
            ToDate = day,
            Sort = "updated_at:asc",
            Filters = new Dictionary<string, string> { ["contact_id"] = contactId },
        };

    /// <summary>Those of a page that fit; a record that cannot be understood might be one of them, so it fails the whole search.</summary>
    private static SageAnswer<IReadOnlyList<TTo>> Matching<TFrom, TTo>(
        SagePage<TFrom> page,
        Func<TFrom, SageAnswer<TTo>> translate,
        Func<TTo, bool> fits
    ) => Page(page, SageQuery.ItemsPerPageMax, translate).Map(found => (IReadOnlyList<TTo>)[.. found.Items.Where(fits)]);
}
