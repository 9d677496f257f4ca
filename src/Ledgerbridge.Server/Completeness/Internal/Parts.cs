using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Runs;

namespace Ledgerbridge.Server.Completeness.Internal;

/// <summary>What of a document is treated alike by the law, with its sign: below zero for a credit.</summary>
/// <param name="Treatment">How; null where nobody has worked it out.</param>
/// <param name="Net">Value without VAT.</param>
/// <param name="Vat">VAT.</param>
internal sealed record Part(VatTreatment? Treatment, decimal Net, decimal Vat)
{
    public decimal Gross => Net + Vat;

    public Part Signed(int sign) => this with { Net = sign * Net, Vat = sign * Vat };
}

/// <summary>An invoice or credit note as Sage has it, without what tells the two apart.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="Number">Its number; empty for a draft.</param>
/// <param name="Net">Value without VAT, carriage included.</param>
/// <param name="Vat">VAT, that on carriage included.</param>
/// <param name="Lines">Its lines; empty when they were not read.</param>
internal sealed record SageDocument(InvoiceState State, string Number, Money Net, Money Vat, IReadOnlyList<BooksLine> Lines)
{
    public static SageDocument Of(BooksInvoice invoice) =>
        new(invoice.State, invoice.Number ?? "", invoice.Net, invoice.Vat, invoice.Lines);

    public static SageDocument Of(BooksCreditNote note) => new(note.State, note.Number ?? "", note.Net, note.Vat, note.Lines);
}

/// <summary>Splits documents by treatment.</summary>
internal static class PartsOf
{
    /// <summary>What the shop charged, as it was planned; a rest that no plan explains has no treatment.</summary>
    public static IReadOnlyList<Part> Store(SoldFigures sold)
    {
        var parts = sold.Parts.Select(static part => new Part(part.Treatment, part.Net.Amount, part.Vat.Amount)).ToList();
        if (parts.Count == 0)
            return [new Part(null, sold.Gross.Amount - sold.Vat.Amount, sold.Vat.Amount)];
        var rest = sold.Gross.Amount - parts.Sum(static part => part.Gross);
        return rest == 0m ? parts : [.. parts, new Part(null, rest, 0m)];
    }

    /// <summary>
    /// What Sage has, by the rates of its lines. Carriage is in the totals and in no line, and Sage does not tell its rate: it counts as it
    /// was planned. Where the lines do not tell, and the totals are the shop's, the shop's parts hold.
    /// </summary>
    public static IReadOnlyList<Part> Sage(SageDocument document, SoldFigures sold, IReadOnlyDictionary<string, VatTreatment> rates)
    {
        var (net, vat) = (document.Net.Amount, document.Vat.Amount);
        var parts = document
            .Lines.Select(line => new Part(
                rates.TryGetValue(line.TaxRateId, out var treatment) ? treatment : null,
                line.Net.Amount,
                line.Vat.Amount
            ))
            .ToList();
        var (restNet, restVat) = (net - parts.Sum(static part => part.Net), vat - parts.Sum(static part => part.Vat));
        if (restNet != 0m || restVat != 0m)
            parts.Add(new Part(document.Lines.Count == 0 ? null : sold.Carriage, restNet, restVat));
        var store = Store(sold);
        var agrees = store.Sum(static part => part.Net) == net && store.Sum(static part => part.Vat) == vat;
        return agrees && parts.Exists(static part => part.Treatment is null) ? store : Together(parts);
    }

    /// <summary>One part for each treatment.</summary>
    public static IReadOnlyList<Part> Together(IEnumerable<Part> parts) =>
        [
            .. parts
                .GroupBy(static part => part.Treatment)
                .Select(static group => new Part(group.Key, group.Sum(static part => part.Net), group.Sum(static part => part.Vat))),
        ];

    /// <summary>True when both have the same value and the same VAT under every treatment.</summary>
    public static bool Agree(IReadOnlyList<Part> left, IReadOnlyList<Part> right) =>
        Together([.. left, .. right.Select(static part => part.Signed(-1))]).All(static rest => rest is { Net: 0m, Vat: 0m });
}
