using Ledgerbridge.Sage;
using Ledgerbridge.Server.Hosting;

namespace Ledgerbridge.Server.Posting.Internal;

/// <summary>What the audit log keeps of a document to be booked.</summary>
internal static class DocumentWords
{
    /// <summary>
    /// An invoice as it was asked for. One from a shop is told by its figures only: its addresses, notes and descriptions (an engraving, a
    /// recipient) are its customers' own.
    /// </summary>
    public static string ForAudit(NewBooksInvoice plan, PostingRow posting) =>
        plan.Terms is { } terms
            ? ApiJson.Text(
                new
                {
                    contact_id = plan.ContactId,
                    reference = plan.Reference,
                    issued_on = plan.IssuedOn,
                    due_on = plan.DueOn,
                    currency = plan.Currency.Code,
                    exchange_rate = terms.ExchangeRate,
                    lines = Lines(plan.Lines),
                    carriage = Carriage(terms),
                    run = posting.RunId,
                }
            )
            : posting.Document;

    /// <summary>A credit note by its figures.</summary>
    public static string ForAudit(NewBooksCreditNote plan, PostingRow posting) =>
        ApiJson.Text(
            new
            {
                contact_id = plan.ContactId,
                reference = plan.Reference,
                issued_on = plan.IssuedOn,
                invoice_number = plan.InvoiceNumber,
                currency = plan.Currency.Code,
                exchange_rate = plan.Terms?.ExchangeRate,
                lines = Lines(plan.Lines),
                carriage = Carriage(plan.Terms),
                run = posting.RunId,
            }
        );

    public static string AuditText(BooksCreditNote note) =>
        ApiJson.Text(
            new
            {
                id = note.Id,
                number = note.Number,
                state = note.State,
                currency = note.Gross.Currency.Code,
                net_amount = note.Net.Amount,
                vat_amount = note.Vat.Amount,
                gross_amount = note.Gross.Amount,
            }
        );

    /// <summary>The parts of a payment or allocation by their documents.</summary>
    public static IEnumerable<object> Parts(IReadOnlyList<AllocationPart> parts) =>
        parts.Select(static part => new { document_id = part.DocumentId, amount = part.Amount.Amount });

    /// <summary>
    /// True when every part wanted is among those booked. Sage shows what was given back with its sign turned, so amounts are compared
    /// without.
    /// </summary>
    public static bool Covers(this IReadOnlyList<AllocationPart> booked, IReadOnlyList<AllocationPart> wanted) =>
        wanted.All(part => booked.Any(one => one.DocumentId == part.DocumentId && one.Amount.Abs() == part.Amount.Abs()));

    private static IEnumerable<object> Lines(IReadOnlyList<NewBooksLine> lines) =>
        lines.Select(static line => new
        {
            quantity = line.Quantity,
            unit_price = line.UnitPrice,
            discount = line.Discount?.Amount,
            vat_amount = line.Vat.Amount,
            tax_rate_id = line.TaxRateId,
            ledger_account_id = line.LedgerAccountId,
            item_id = line.ItemId,
        });

    private static object? Carriage(TradeTerms? terms) =>
        terms?.Carriage is { } carriage
            ? new
            {
                net_amount = carriage.Net.Amount,
                vat_amount = carriage.Vat.Amount,
                tax_rate_id = carriage.TaxRateId,
            }
            : null;
}
