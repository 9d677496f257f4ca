using Ledgerbridge.Kernel;
using Ledgerbridge.Server.Stores.Documents;

namespace Ledgerbridge.Server.Posting.Plans.Internal;

/// <summary>A document's money as the shop charged it.</summary>
internal sealed record SumInput
{
    /// <summary>The currency of everything.</summary>
    public required Currency Currency { get; init; }

    /// <summary>The rows that carry money.</summary>
    public required IReadOnlyList<StoreLine> Lines { get; init; }

    /// <summary>Delivery without tax, before discount.</summary>
    public required Money Shipping { get; init; }

    /// <summary>Tax on delivery.</summary>
    public required Money ShippingTax { get; init; }

    /// <summary>All discount, goods and delivery; null when the document does not say, as a credit memo does not.</summary>
    public Money? Discount { get; init; }

    /// <summary>What is added without tax: adjustments up less adjustments down.</summary>
    public required Money Adjustments { get; init; }

    /// <summary>What it all comes to.</summary>
    public required Money GrandTotal { get; init; }
}

/// <summary>A row, or delivery, as it is to be booked.</summary>
/// <param name="Net">Value without tax, after discount.</param>
/// <param name="Vat">Tax as the shop charged it.</param>
/// <param name="Charged">The shop's figures.</param>
/// <param name="Rate">The rate; null when none fits.</param>
internal sealed record BookedPart(Money Net, Money Vat, ChargedAmounts Charged, TaxCandidate? Rate)
{
    /// <summary>Value and tax.</summary>
    public Money Gross => Net + Vat;

    /// <summary>True for tax on a value of nothing, which no rate explains.</summary>
    public bool IsTaxOnly => Charged.Subtotal.IsZero && !Vat.IsZero;
}

/// <summary>A document's money as it is to be booked.</summary>
/// <param name="Mode">How the shop taxes discounts, as far as its figures tell.</param>
/// <param name="Lines">The rows, in order.</param>
/// <param name="Shipping">Delivery; null when nothing is left of it.</param>
/// <param name="ShippingDiscount">What was taken off delivery, as the shop counts it.</param>
/// <param name="HiddenTax">The tax inside discounts that the shop's row totals leave out; put back into its rows.</param>
/// <param name="Remainder">What the grand total has more (or less, below zero) than all that is booked.</param>
internal sealed record DocumentSums(
    DiscountTax Mode,
    IReadOnlyList<BookedPart> Lines,
    BookedPart? Shipping,
    Money ShippingDiscount,
    Money HiddenTax,
    Money Remainder
)
{
    private static readonly DiscountTax[] Modes = [DiscountTax.AfterDiscount, DiscountTax.PricesWithTax, DiscountTax.BeforeDiscount];

    /// <summary>True when every part found its rate.</summary>
    public bool AllRated => Lines.All(static line => line.Rate is not null) && Shipping is null or { Rate: not null };

    /// <summary>
    /// Works the document out in each way a shop may have meant it, and takes the first that explains it to the cent; failing that, the
    /// first in which every rate is found; failing that, the usual shop's.
    /// </summary>
    public static DocumentSums Of(SumInput input, TaxTable taxes)
    {
        // What the header says of the discount on delivery is tried in every mode before it is doubted in any.
        DocumentSums[] ways =
        [
            .. Modes
                .SelectMany(mode => ShippingDiscounts(input, mode, taxes).Select((discount, doubt) => (mode, discount, doubt)))
                .OrderBy(static way => way.doubt)
                .Select(way => Work(input, taxes, way.mode, way.discount)),
        ];
        return ways.FirstOrDefault(static way => way.AllRated && way.Remainder.IsZero)
            ?? ways.FirstOrDefault(static way => way.AllRated)
            ?? ways[0];
    }

    private static DocumentSums Work(SumInput input, TaxTable taxes, DiscountTax mode, Money shippingDiscount)
    {
        var preferred = MainPercentage(input, taxes, mode);
        var lines = input.Lines.Select(line => Part(ChargedFor(line, input.Currency), taxes, mode, preferred)).ToArray();
        var shipping = ShippingPart(input, taxes, mode, shippingDiscount, preferred);
        BookedPart[] parts = shipping is null ? lines : [.. lines, shipping];
        var hidden = parts.Select(HiddenOf).Sum(input.Currency);
        var booked = parts.Select(static part => part.Gross).Sum(input.Currency);
        var sums = new DocumentSums(mode, lines, shipping, shippingDiscount, hidden, input.GrandTotal - booked - input.Adjustments);
        return mode == DiscountTax.PricesWithTax ? sums.WithPenniesOfHiddenTax() : sums;
    }

    /// <summary>
    /// Hidden tax worked out row by row can miss the shop's by a smallest unit for each discounted row. Those units belong to the hidden
    /// tax and go to the rows that lost most by rounding; anything more is no rounding and stays the remainder.
    /// </summary>
    private DocumentSums WithPenniesOfHiddenTax()
    {
        var unit = Money.FromMinorUnits(Remainder < Money.Zero(Remainder.Currency) ? -1 : 1, Remainder.Currency);
        var units = Math.Abs(Remainder.ToMinorUnits());
        var discounted = Lines.Index().Where(static line => HiddenOf(line.Item).Amount > 0m).ToArray();
        if (units == 0 || units > discounted.Length)
            return this;
        var lucky = discounted
            .OrderByDescending(line => unit.Amount * (ExactNet(line.Item) - line.Item.Net.Amount))
            .Take((int)units)
            .Select(static line => line.Index)
            .ToHashSet();
        return this with
        {
            Lines = [.. Lines.Select((line, i) => lucky.Contains(i) ? line with { Net = line.Net + unit } : line)],
            HiddenTax = HiddenTax + Remainder,
            Remainder = Money.Zero(Remainder.Currency),
        };
    }

    private decimal ExactNet(BookedPart part) => TaxRecovery.SoldValue(part.Charged, part.Rate?.Fraction ?? 0m, Mode);

    /// <summary>What is booked of a part beyond what the shop's own total of it says.</summary>
    private static Money HiddenOf(BookedPart part) => part.Net - (part.Charged.Subtotal - part.Charged.Discount);

    private static ChargedAmounts ChargedFor(StoreLine line, Currency currency)
    {
        var (subtotal, tax, total) = (Rounded(line.Subtotal, currency), Rounded(line.Tax, currency), Rounded(line.Total, currency));
        var discount = subtotal + tax - total;
        // A total above subtotal and tax is no discount; the total is what the customer pays, so the value follows it.
        return discount.Amount >= 0m
            ? new ChargedAmounts(subtotal, discount, tax, line.Quantity)
            : new ChargedAmounts(total - tax, Money.Zero(currency), tax, line.Quantity);
    }

    private static BookedPart Part(ChargedAmounts charged, TaxTable taxes, DiscountTax mode, decimal? preferred)
    {
        var rate = RateOf(charged, taxes, mode, preferred);
        var net = new ExactAmount(TaxRecovery.SoldValue(charged, rate?.Fraction ?? 0m, mode), charged.Tax.Currency);
        return new BookedPart(net.Round(Rounding.HalfAwayFromZero), charged.Tax, charged, rate);
    }

    private static TaxCandidate? RateOf(ChargedAmounts charged, TaxTable taxes, DiscountTax mode, decimal? preferred)
    {
        if (charged.Subtotal.IsZero && charged.Discount.IsZero && !charged.Tax.IsZero)
            return taxes.Taxed.FirstOrDefault(rate => rate.Percentage == preferred) ?? (taxes.Taxed is [var main, ..] ? main : null);
        var untaxed = taxes.Untaxed is { } zero && charged.Tax.IsZero ? [zero] : Array.Empty<TaxCandidate>();
        var fitting = TaxRecovery.Fitting(charged, mode, [.. untaxed, .. taxes.Taxed], preferred);
        return charged.Tax.IsZero && !charged.Discount.IsZero && mode == DiscountTax.PricesWithTax
            ? fitting.FirstOrDefault()
            : fitting.FirstOrDefault(rate => IsPlain(rate, charged, preferred));
    }

    /// <summary>
    /// Without tax, only a row so small that its tax rounds to nothing may still be taxed, and then at the document's rate.
    /// </summary>
    private static bool IsPlain(TaxCandidate rate, ChargedAmounts charged, decimal? preferred) =>
        !charged.Tax.IsZero || rate.Percentage == 0m || rate.Percentage == preferred;

    /// <summary>The percentage that most of the taxed value bears; null when nothing is taxed.</summary>
    private static decimal? MainPercentage(SumInput input, TaxTable taxes, DiscountTax mode) =>
        input
            .Lines.Select(line => ChargedFor(line, input.Currency))
            .Where(static charged => !charged.Tax.IsZero && !charged.Subtotal.IsZero)
            .Select(charged => (Charged: charged, Rate: TaxRecovery.Fitting(charged, mode, taxes.Taxed, null).FirstOrDefault()))
            .Where(static found => found.Rate is not null)
            .GroupBy(static found => found.Rate!.Percentage)
            .OrderByDescending(static group => group.Sum(static found => Math.Abs(found.Charged.Tax.Amount)))
            .Select(static group => (decimal?)group.Key)
            .FirstOrDefault();

    private static BookedPart? ShippingPart(SumInput input, TaxTable taxes, DiscountTax mode, Money discount, decimal? preferred)
    {
        if (input.Shipping.IsZero && input.ShippingTax.IsZero)
            return null;
        var part = Part(new ChargedAmounts(input.Shipping, discount, input.ShippingTax, 1m), taxes, mode, preferred);
        return part.Net.IsZero && part.Vat.IsZero ? null : part;
    }

    /// <summary>
    /// What may have been taken off delivery. An invoice says it: the whole discount less that of the rows. A credit memo does not; there
    /// it is what is missing, if the tax on delivery (or, untaxed, the rows' own discount) bears it out.
    /// </summary>
    private static IEnumerable<Money> ShippingDiscounts(SumInput input, DiscountTax mode, TaxTable taxes)
    {
        var zero = Money.Zero(input.Currency);
        var ofLines = input.Lines.Select(line => ChargedFor(line, input.Currency).Discount).Sum(input.Currency);
        if (input.Shipping.IsZero)
            return [zero];
        if (input.Discount is { } all)
        {
            var rest = all - ofLines;
            // With tax in the prices the discount may be more than delivery without it, so only the rate can tell whether it is too much.
            return rest > zero ? [rest, zero] : [zero];
        }
        var missing = zero - Work(input, taxes, mode, zero).Remainder;
        return missing > zero ? [zero, .. Guesses(input, mode, taxes, missing, ofLines)] : [zero];
    }

    private static IEnumerable<Money> Guesses(SumInput input, DiscountTax mode, TaxTable taxes, Money missing, Money ofLines)
    {
        var rates = input.ShippingTax.IsZero ? [0m] : taxes.Taxed.Select(static rate => rate.Fraction).ToArray();
        foreach (var fraction in rates)
        {
            var exact = mode == DiscountTax.PricesWithTax ? missing * (1m + fraction) : missing * 1m;
            var guess = exact.Round(Rounding.HalfAwayFromZero);
            if (!input.ShippingTax.IsZero || IsSameShare(guess, input.Shipping, ofLines, input))
                yield return guess;
        }
    }

    /// <summary>Whether delivery lost the same share as the rows, to the cent: a coupon on the whole order.</summary>
    private static bool IsSameShare(Money discount, Money shipping, Money ofLines, SumInput input)
    {
        var goods = input.Lines.Select(line => ChargedFor(line, input.Currency).Subtotal).Sum(input.Currency);
        if (ofLines.IsZero || goods.IsZero)
            return false;
        var share = new ExactAmount(shipping.Amount * ofLines.Amount / goods.Amount, input.Currency);
        return share.Round(Rounding.HalfAwayFromZero) == discount;
    }

    private static Money Rounded(decimal amount, Currency currency) => new ExactAmount(amount, currency).Round(Rounding.HalfAwayFromZero);
}
