using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Posting.Plans.Internal;

namespace Ledgerbridge.Server.Posting.Plans;

/// <summary>What of a planned document bears one rate.</summary>
/// <param name="TaxRateId">Sage's id of the rate.</param>
/// <param name="Net">Value without VAT.</param>
/// <param name="Vat">VAT.</param>
internal sealed record PlannedPart(string TaxRateId, Money Net, Money Vat);

/// <summary>A planned document's value, rate by rate.</summary>
internal static class PlannedParts
{
    /// <summary>The parts of an invoice, carriage among them.</summary>
    public static IReadOnlyList<PlannedPart> Of(NewBooksInvoice invoice) => Of(invoice.Lines, invoice.Terms?.Carriage, invoice.Currency);

    /// <summary>The parts of a credit note, carriage among them; positive, as its own amounts are.</summary>
    public static IReadOnlyList<PlannedPart> Of(NewBooksCreditNote note) => Of(note.Lines, note.Terms?.Carriage, note.Currency);

    private static IReadOnlyList<PlannedPart> Of(IReadOnlyList<NewBooksLine> lines, NewBooksCarriage? carriage, Currency currency)
    {
        var parts = lines.Select(line => new PlannedPart(line.TaxRateId, LineFigures.NetOf(line, currency), line.Vat));
        if (carriage is not null)
            parts = parts.Append(new PlannedPart(carriage.TaxRateId, carriage.Net, carriage.Vat));
        return
        [
            .. parts
                .GroupBy(static part => part.TaxRateId, StringComparer.Ordinal)
                .Select(rate => new PlannedPart(
                    rate.Key,
                    rate.Select(static part => part.Net).Sum(currency),
                    rate.Select(static part => part.Vat).Sum(currency)
                )),
        ];
    }
}
