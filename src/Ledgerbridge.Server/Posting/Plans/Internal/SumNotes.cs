using Ledgerbridge.Kernel;
using Ledgerbridge.Server.Stores.Documents;

namespace Ledgerbridge.Server.Posting.Plans.Internal;

/// <summary>Says in words how a document's figures were read.</summary>
internal static class SumNotes
{
    /// <summary>A quotient this close to the rate is the rate; nobody wants to read of it.</summary>
    private const decimal SameRate = 0.005m;

    /// <summary>Adds what is worth telling about the figures.</summary>
    public static void Tell(SalesInput input, DocumentSums sums, IReadOnlyList<StoreLine> rows, Money total)
    {
        var dropped = input.Rows.Count - rows.Count;
        if (dropped > 0)
            input.Notes.Add(
                "Rows without money",
                $"{dropped} of {input.Rows.Count} rows carry no money (parts of bundles and configurable products, or free "
                    + "items) and were left out."
            );
        if (total.Amount != input.GrandTotal)
            input.Notes.Add(
                "Rounding",
                $"The shop counts {Say.Number(input.GrandTotal)} {total.Currency}; "
                    + $"the smallest unit allows {Say.Amount(total)}, which is booked."
            );
        TellRates(input.Notes, sums, rows);
        TellDiscounts(input.Notes, sums);
        if (input.Abroad && sums.Lines.Append(sums.Shipping).Any(static part => part is { Vat.IsZero: true }))
            input.Notes.Add(
                "Sale abroad",
                $"It goes to {input.Addresses.Country(input.Facts.Books.Address.CountryCode)}: "
                    + "what bears no tax is booked at the rate for sales abroad."
            );
    }

    private static void TellRates(Notes notes, DocumentSums sums, IReadOnlyList<StoreLine> rows)
    {
        var told = new HashSet<decimal>();
        foreach (var (row, part) in rows.Zip(sums.Lines).Where(static pair => pair.Second is { Rate: not null, IsTaxOnly: false }))
        {
            if (part.Vat.IsZero || part.Charged.Subtotal.IsZero)
                continue;
            var raw = part.Vat.Amount / part.Charged.Subtotal.Amount;
            if (Math.Abs(raw - part.Rate!.Fraction) < SameRate || !told.Add(part.Rate.Percentage))
                continue;
            var share = part.Charged.Discount.Amount / part.Charged.Subtotal.Amount * 100m;
            var because = part.Charged.Discount.IsZero
                ? "of rounding"
                : $"of a discount of {Say.Percent(Rounding.HalfAwayFromZero.Apply(share, 1))}";
            notes.Add(
                "Tax rate",
                $"{Say.Percent(part.Rate.Percentage)} was read from {Say.Number(Rounding.HalfAwayFromZero.Apply(raw, 4))} on "
                    + $"'{StoreText.Cut(row.Name, 60)}' because {because}: {part.Rate.Name}."
            );
        }
        foreach (var (row, part) in rows.Zip(sums.Lines).Where(static pair => pair.Second is { Rate: not null, IsTaxOnly: true }))
            notes.Add(
                "Tax rate",
                $"'{StoreText.Cut(row.Name, 60)}' bears {Say.Amount(part.Vat)} of tax on a value of nothing, which no rate explains; "
                    + $"it is booked at {part.Rate!.Name}."
            );
    }

    private static void TellDiscounts(Notes notes, DocumentSums sums)
    {
        var discounts = sums.Lines.Select(static line => line.Charged.Discount).Sum(sums.Remainder.Currency);
        if (!discounts.IsZero)
            notes.Add(
                "Discount",
                $"{Say.Amount(discounts)} of discount was worked out from the rows' totals, "
                    + (sums.Mode == DiscountTax.PricesWithTax ? "tax included." : "tax not included.")
            );
        if (!sums.HiddenTax.IsZero)
            notes.Add(
                "Hidden tax",
                $"The shop's prices include tax and its row totals leave {Say.Amount(sums.HiddenTax)} of the discounts' tax out; "
                    + "it was put back into the rows it belongs to."
            );
        if (!sums.ShippingDiscount.IsZero)
            notes.Add("Discount", $"{Say.Amount(sums.ShippingDiscount)} of discount is on delivery.");
    }
}
