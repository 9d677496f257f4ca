using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Stores.Documents;
using Ledgerbridge.Server.Stores.Policies;

namespace Ledgerbridge.Server.Posting.Plans.Internal;

/// <summary>A row as quantity, price and discount that give its value to the smallest unit.</summary>
/// <param name="Quantity">How many.</param>
/// <param name="UnitPrice">The price of one without tax.</param>
/// <param name="Discount">What is taken off; null for nothing.</param>
/// <param name="Restated">True when the shop's own price would not have given the row's value.</param>
/// <param name="Counted">False when the row had to be written as one piece at its whole value.</param>
internal sealed record LineFigures(decimal Quantity, decimal UnitPrice, Money? Discount, bool Restated, bool Counted)
{
    private const int PricePlacesMax = 4;

    /// <summary>
    /// Well under half a unit: which way Sage rounds exactly half a cent is not known, so no line may depend on it.
    /// </summary>
    private const decimal SafeOff = 0.4m;

    /// <summary>The figures of a row.</summary>
    public static LineFigures Of(StoreLine row, BookedPart part)
    {
        var discount = part.Charged.Subtotal - part.Net;
        var isDiscounted = discount.Amount > 0m && part.Net.Amount >= 0m;
        var value = isDiscounted ? part.Charged.Subtotal : part.Net;
        var taken = isDiscounted ? discount : default(Money?);
        if (row.Quantity > 0m && Gives(row.Quantity, row.UnitPrice, value))
            return new LineFigures(row.Quantity, row.UnitPrice, taken, Restated: false, Counted: true);
        for (var places = value.Currency.Exponent; row.Quantity > 0m && places <= PricePlacesMax; places++)
        {
            var price = Rounding.HalfAwayFromZero.Apply(value.Amount / row.Quantity, places);
            if (Gives(row.Quantity, price, value))
                return new LineFigures(row.Quantity, price, taken, Restated: true, Counted: true);
        }
        return new LineFigures(1m, value.Amount, taken, Restated: true, Counted: row.Quantity == 1m);
    }

    /// <summary>A line's value as Sage works it out: quantity times price rounded, less the discount.</summary>
    public static Money NetOf(NewBooksLine line, Currency currency) =>
        new ExactAmount(line.Quantity * line.UnitPrice, currency).Round(Rounding.HalfAwayFromZero)
        - (line.Discount ?? Money.Zero(currency));

    private static bool Gives(decimal quantity, decimal price, Money value) =>
        Math.Abs((quantity * price) - value.Amount) <= SafeOff * Money.FromMinorUnits(1, value.Currency).Amount;
}

/// <summary>What lines say.</summary>
internal static class LineTexts
{
    /// <summary>What Sage surely keeps of a line's text.</summary>
    public const int LengthMax = 255;

    private const string Nameless = "Article without a name";

    /// <summary>A row's text by the setting.</summary>
    public static string Of(StoreLine row, LineWording wording)
    {
        var name = row.Name.Length > 0 ? row.Name : row.Sku;
        if (name.Length == 0)
            return Nameless;
        if (row.Sku.Length == 0 || row.Sku == name)
            return name;
        return wording switch
        {
            LineWording.NameAndSku => $"{name} ({row.Sku})",
            LineWording.SkuAndName => $"{row.Sku} {name}",
            _ => name,
        };
    }

    /// <summary>The text as far as Sage keeps it; when it is cut, the whole of it is added to the full texts.</summary>
    public static string Fit(string text, List<string> fullTexts)
    {
        var fitting = StoreText.Cut(text, LengthMax);
        if (fitting.Length < text.Length)
            fullTexts.Add(text);
        return fitting;
    }
}
