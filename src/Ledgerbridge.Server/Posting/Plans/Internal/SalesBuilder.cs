using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Stores.Documents;
using Ledgerbridge.Server.Stores.Policies;

namespace Ledgerbridge.Server.Posting.Plans.Internal;

/// <summary>Turns the shop's figures into lines that come to its grand total to the smallest unit, or says why they do not.</summary>
internal sealed class SalesBuilder
{
    private readonly SalesInput _input;
    private readonly TaxTable _taxes;
    private readonly StoreLine[] _rows;
    private readonly SupplyKind? _supply;
    private readonly List<NewBooksLine> _lines = [];
    private readonly List<string> _fullTexts = [];

    private SalesBuilder(SalesInput input)
    {
        _input = input;
        _taxes = new TaxTable(input.Facts.Policy, input.Facts.Books, input.TaxedOn, input.Abroad);
        _rows = [.. input.Rows.Where(static row => !row.IsWithoutMoney)];
        _supply = Supplies.Of(input, _rows);
    }

    private Currency Currency => _input.Exchange.Currency;

    private StorePolicy Policy => _input.Facts.Policy;

    /// <summary>The document's money; false with the plan's end when it cannot be booked.</summary>
    public static bool TryBuild(SalesInput input, out SalesMoney money, out Plan? end)
    {
        var builder = new SalesBuilder(input);
        end = builder.Build(out money);
        return end is null;
    }

    private Plan? Build(out SalesMoney money)
    {
        money = null!;
        var total = Rounded(_input.GrandTotal);
        var adjustment = Rounded(_input.AdjustmentUp) - Rounded(_input.AdjustmentDown);
        var sums = DocumentSums.Of(
            new SumInput
            {
                Currency = Currency,
                Lines = _rows,
                Shipping = Rounded(_input.Shipping),
                ShippingTax = Rounded(_input.ShippingTax),
                Discount = _input.Discount is { } discount ? Rounded(discount) : null,
                Adjustments = adjustment,
                GrandTotal = total,
            },
            _taxes
        );
        SumNotes.Tell(_input, sums, _rows, total);
        if (TaxFailure(sums) is { } failure)
            return failure;
        foreach (var (row, part) in _rows.Zip(sums.Lines))
            _lines.Add(RowLine(row, part));
        var carriage = AddDelivery(sums.Shipping);
        AddExtra(Rounded(_input.AdjustmentUp), "Adjustment refund", Policy.Mappings.AdjustmentAccountId);
        AddExtra(-Rounded(_input.AdjustmentDown), "Fee kept from the refund", Policy.Mappings.AdjustmentAccountId);
        var end = AddRemainder(sums.Remainder) ?? MappingFailure();
        if (end is null)
            money = new SalesMoney(_lines, carriage, Totals(carriage, total), _fullTexts);
        return end;
    }

    private Plan? TaxFailure(DocumentSums sums)
    {
        var notes = _input.Notes;
        var unrated = _rows
            .Zip(sums.Lines)
            .Where(static pair => pair.Second.Rate is null)
            .Select(static pair => (pair.First.Name, pair.Second));
        if (sums.Shipping is { Rate: null } delivery)
            unrated = unrated.Append(("Delivery", delivery));
        if (unrated.Select(static found => ((string, BookedPart)?)found).FirstOrDefault() is var (name, part))
        {
            if (part.Vat.IsZero)
                return notes.Fail(FailureCause.MappingMissing, "The store's settings name no rate for what is sold without tax.");
            var solved = TaxRecovery.Solve(part.Charged, sums.Mode);
            var known = string.Join(", ", _taxes.Taxed.Select(static rate => Say.Percent(rate.Percentage)));
            return notes.Fail(
                FailureCause.TaxRateUnmapped,
                $"'{StoreText.Cut(name, 60)}' bears {Say.Amount(part.Vat)} of tax"
                    + (solved is { } percentage ? $", which is about {Say.Percent(Rounding.HalfAwayFromZero.Apply(percentage, 2))}" : "")
                    + $". The business has {(known.Length > 0 ? known : "no rate that charges anything")}."
            );
        }
        var taxed = sums.Lines.Append(sums.Shipping).OfType<BookedPart>().Any(static part => !part.Vat.IsZero);
        if (taxed && !_input.Facts.Books.VatRegistered)
            return notes.Fail(FailureCause.NotVatRegistered, $"The {_input.What} bears tax, and the business is not registered for it.");
        return taxed && _input.Abroad && Policy.TaxRates.TaxedAbroad == TaxedAbroad.Fail
            ? notes.Fail(
                FailureCause.TaxedAbroad,
                $"The {_input.What} goes to {_input.Addresses.Country(_input.Facts.Books.Address.CountryCode)} and bears tax."
            )
            : null;
    }

    private NewBooksLine RowLine(StoreLine row, BookedPart part)
    {
        var figures = LineFigures.Of(row, part);
        var text = LineTexts.Of(row, Policy.Commercial.LineWording);
        var described = figures.Counted ? text : $"{Say.Number(row.Quantity)} × {text}";
        if (figures.Restated)
        {
            _input.Notes.Add(
                "Price",
                $"{Say.Number(row.Quantity)} × {Say.Number(row.UnitPrice)} does not give {Say.Amount(part.Charged.Subtotal)} for "
                    + $"'{StoreText.Cut(text, 60)}'; the row's own total counts, so its price is "
                    + (figures.Counted ? $"{Say.Number(figures.UnitPrice)}." : "given for the whole row.")
            );
        }
        var isService = Supplies.KindOf(_input.Facts.ProductTypes.GetValueOrDefault(row.Sku) ?? row.ProductType) == SupplyKind.Services;
        var account = isService && Policy.Mappings.ServicesAccountId.Length > 0 ? Policy.Mappings.ServicesAccountId : "";
        var item = Policy.Commercial.ItemsOnLines ? _input.Facts.Items.GetValueOrDefault(row.Sku) : null;
        return new NewBooksLine(
            LineTexts.Fit(described, _fullTexts),
            figures.Quantity,
            figures.UnitPrice,
            part.Rate!.RateId,
            AccountOr(account),
            part.Vat
        )
        {
            Discount = figures.Discount,
            Supply = _supply,
            ItemId = item?.Id,
            ItemKind = item?.Details.Kind,
        };
    }

    /// <summary>
    /// Delivery goes into Sage's field for carriage when Sage, which works the tax on it out again from the rate, will come to the shop's;
    /// else it is a line, whose tax Sage takes as it is sent. A document needs a line, so delivery alone is one too.
    /// </summary>
    private NewBooksCarriage? AddDelivery(BookedPart? delivery)
    {
        if (delivery is null)
            return null;
        var rate = delivery.Rate!;
        var recomputed = new ExactAmount(delivery.Net.Amount * _taxes.BooksPercentage(rate.RateId) / 100m, Currency).Round(
            Rounding.HalfAwayFromZero
        );
        var wanted = Policy.Commercial.Delivery == DeliveryPlace.Carriage;
        if (wanted && recomputed == delivery.Vat && delivery.Net.Amount > 0m && _lines.Count > 0)
            return new NewBooksCarriage(delivery.Net, rate.RateId, delivery.Vat);
        if (wanted && recomputed != delivery.Vat)
        {
            _input.Notes.Add(
                "Delivery",
                $"Sage would come to {Say.Amount(recomputed)} of tax on delivery, the shop charged {Say.Amount(delivery.Vat)}: "
                    + "delivery is a line of its own, so that the shop's figure stands."
            );
        }
        _lines.Add(
            new NewBooksLine("Delivery", 1m, delivery.Net.Amount, rate.RateId, AccountOr(Policy.Mappings.ShippingAccountId), delivery.Vat)
            {
                Supply = _supply,
            }
        );
        return null;
    }

    private void AddExtra(Money amount, string text, string accountId)
    {
        if (amount.IsZero)
            return;
        _lines.Add(
            new NewBooksLine(text, 1m, amount.Amount, _taxes.NoTax?.RateId ?? "", AccountOr(accountId), Money.Zero(Currency))
            {
                Supply = _supply,
            }
        );
    }

    private Plan? AddRemainder(Money remainder)
    {
        var commercial = Policy.Commercial;
        var mappings = Policy.Mappings;
        if (remainder.IsZero)
            return null;
        if (Math.Abs(remainder.Amount) <= RoundingMax())
        {
            _input.Notes.Add(
                "Rounding",
                $"The shop's parts miss its total by {Say.Amount(remainder)}; a line named Rounding makes up for it."
            );
            AddExtra(remainder, "Rounding", mappings.RoundingAccountId);
            return null;
        }
        var isDeduction = remainder.Amount < 0m;
        if ((isDeduction ? commercial.Deductions : commercial.Charges) == UnexplainedPart.Fail)
            return _input.Notes.Fail(FailureCause.SumUnexplained, Unexplained(remainder));
        var text = isDeduction ? commercial.DeductionText : commercial.ChargeText;
        _input.Notes.Add(
            isDeduction ? "Deduction" : "Charge",
            $"The total is {Say.Amount(remainder.Abs())} {(isDeduction ? "lower" : "higher")} than everything the shop tells; "
                + $"by the store's settings that is the line '{text}', without tax."
        );
        AddExtra(remainder, StoreText.Cut(text, LineTexts.LengthMax), isDeduction ? mappings.DeductionAccountId : mappings.ChargeAccountId);
        return null;
    }

    private string Unexplained(Money remainder)
    {
        var causes =
            remainder.Amount < 0m
                ? "store credit, a gift card, reward points or a discount the shop does not tell"
                : "a surcharge, a recycling or other fixed product tax, gift wrapping, or tax hidden in a discount";
        return $"The {_input.What} comes to {Say.Amount(Rounded(_input.GrandTotal))}, which is {Say.Amount(remainder.Abs())} "
            + $"{(remainder.Amount < 0m ? "less" : "more")} than all of its parts. Likely causes: {causes}.";
    }

    /// <summary>
    /// What counts as rounding: the setting, and for currencies without decimals half a unit for each figure the shop gave in hundredths.
    /// </summary>
    private decimal RoundingMax() =>
        Currency.Exponent == 0 ? Math.Max(Policy.Commercial.RoundingUpTo, (_rows.Length + 2) / 2) : Policy.Commercial.RoundingUpTo;

    private Plan? MappingFailure()
    {
        var books = _input.Facts.Books;
        var account = _lines.FirstOrDefault(line => !books.LedgerAccounts.Any(row => row.Id == line.LedgerAccountId && row.ForSales));
        if (account is not null)
            return _input.Notes.Fail(
                FailureCause.MappingMissing,
                $"'{StoreText.Cut(account.Description, 60)}' needs an account for sales, and the one in the store's settings "
                    + (account.LedgerAccountId.Length == 0 ? "was never chosen." : "is no longer in the books.")
            );
        var rate = _lines.FirstOrDefault(line => books.TaxRates.All(row => row.Id != line.TaxRateId));
        return rate is null
            ? null
            : _input.Notes.Fail(
                FailureCause.MappingMissing,
                $"'{StoreText.Cut(rate.Description, 60)}' is no supply and bears no tax, and the store's settings name no rate for that."
            );
    }

    private ExpectedTotals Totals(NewBooksCarriage? carriage, Money total)
    {
        var zero = Money.Zero(Currency);
        var vat = _lines.Select(static line => line.Vat).Sum(Currency) + (carriage?.Vat ?? zero);
        var net = _lines.Select(line => LineFigures.NetOf(line, Currency)).Sum(Currency) + (carriage?.Net ?? zero);
        if (net + vat != total)
            throw new InvalidOperationException($"The lines come to {net + vat}, the document to {total}.");
        return new ExpectedTotals(net, vat, total, _input.Exchange.ToBooks(total));
    }

    private string AccountOr(string accountId) => accountId.Length > 0 ? accountId : Policy.Mappings.SalesAccountId;

    private Money Rounded(decimal amount) => new ExactAmount(amount, Currency).Round(Rounding.HalfAwayFromZero);
}
