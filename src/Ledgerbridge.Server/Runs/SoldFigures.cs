using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Posting.Plans;
using Ledgerbridge.Server.Stores.Documents;

namespace Ledgerbridge.Server.Runs;

/// <summary>What of a shop's document is treated alike by the law.</summary>
/// <param name="Treatment">How.</param>
/// <param name="Net">Value without VAT.</param>
/// <param name="Vat">VAT.</param>
internal sealed record SoldPart(VatTreatment Treatment, Money Net, Money Vat);

/// <summary>The money of a shop's invoice or credit memo. Amounts are positive, those of a credit memo too.</summary>
internal sealed record SoldFigures
{
    /// <summary>The number people read in the shop.</summary>
    public required string Number { get; init; }

    /// <summary>The shop's grand total, to the currency's smallest unit.</summary>
    public required Money Gross { get; init; }

    /// <summary>The tax the shop charged, delivery included.</summary>
    public required Money Vat { get; init; }

    /// <summary>The document by treatment as it was planned; empty while no plan could be made.</summary>
    public IReadOnlyList<SoldPart> Parts { get; init; } = [];

    /// <summary>The treatment of delivery, whose rate Sage does not tell; null when nothing is charged for it.</summary>
    public VatTreatment? Carriage { get; init; }

    /// <summary>The figures of an invoice.</summary>
    /// <param name="invoice">The shop's document.</param>
    /// <param name="plan">What was planned; null when nothing was.</param>
    /// <param name="books">The books it was planned for.</param>
    public static SoldFigures Of(StoreInvoice invoice, Plan? plan, BooksReference books)
    {
        var bare = Bare(invoice.Number, invoice.CurrencyCode, invoice.GrandTotal, invoice.Lines, invoice.ShippingTax);
        var made = (plan as Plan.Planned)?.Steps.OfType<PlanStep.CreateInvoice>().FirstOrDefault()?.Invoice;
        return made is null ? bare : bare.Planned(PlannedParts.Of(made), made.Terms?.Carriage, books);
    }

    /// <summary>The figures of a credit memo.</summary>
    /// <param name="memo">The shop's document.</param>
    /// <param name="plan">What was planned; null when nothing was.</param>
    /// <param name="books">The books it was planned for.</param>
    public static SoldFigures Of(StoreCreditMemo memo, Plan? plan, BooksReference books)
    {
        var bare = Bare(memo.Number, memo.CurrencyCode, memo.GrandTotal, memo.Lines, memo.ShippingTax);
        var made = (plan as Plan.Planned)?.Steps.OfType<PlanStep.CreateCreditNote>().FirstOrDefault()?.CreditNote;
        return made is null ? bare : bare.Planned(PlannedParts.Of(made), made.Terms?.Carriage, books);
    }

    private static SoldFigures Bare(string number, string code, decimal total, IReadOnlyList<StoreLine> lines, decimal shippingTax)
    {
        var currency = Currency.Parse(code);
        return new SoldFigures
        {
            Number = number,
            Gross = new ExactAmount(total, currency).Round(Rounding.HalfAwayFromZero),
            Vat = new ExactAmount(lines.Sum(static line => line.Tax) + shippingTax, currency).Round(Rounding.HalfAwayFromZero),
        };
    }

    private SoldFigures Planned(IReadOnlyList<PlannedPart> parts, NewBooksCarriage? carriage, BooksReference books) =>
        this with
        {
            Parts =
            [
                .. parts
                    .GroupBy(part => TreatmentOf(part.TaxRateId, books))
                    .Select(group => new SoldPart(
                        group.Key,
                        group.Select(static part => part.Net).Sum(Gross.Currency),
                        group.Select(static part => part.Vat).Sum(Gross.Currency)
                    )),
            ],
            Carriage = carriage is null ? null : TreatmentOf(carriage.TaxRateId, books),
        };

    private static VatTreatment TreatmentOf(string rate, BooksReference books) =>
        books.TaxRates.FirstOrDefault(known => known.Id == rate)?.Treatment ?? VatTreatment.OutOfScope;
}
