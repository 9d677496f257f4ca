namespace Ledgerbridge.IntegrationTests.World;

/// <summary>A row as the shop's paper has it, and what only the shop knows: what the customer pays for it.</summary>
internal sealed record SaleRow(
    string Sku,
    string Name,
    decimal Quantity,
    decimal UnitPrice,
    decimal Subtotal,
    decimal Tax,
    decimal Discount
)
{
    /// <summary>What was paid for it, with its tax.</summary>
    public required decimal Worth { get; init; }

    /// <summary>What the wire calls the row's total.</summary>
    public decimal Total => Subtotal + Tax - Discount;
}

/// <summary>
/// A sale counted as Magento counts: prices without tax or with it, tax after or before the discount, a coupon on goods and perhaps on
/// delivery, and what the wire does not say.
/// </summary>
internal sealed record Sale(IReadOnlyList<SaleRow> Rows, SaleRow Delivery, decimal Other)
{
    /// <summary>All tax.</summary>
    public decimal Tax => Rows.Sum(static row => row.Tax) + Delivery.Tax;

    /// <summary>What the customer owes.</summary>
    public decimal Gross => Rows.Sum(static row => row.Worth) + Delivery.Worth + Other;

    /// <summary>Goods and delivery discounts together.</summary>
    public decimal Discount => Rows.Append(Delivery).Sum(static row => row.Discount);
}

/// <summary>Invents sales.</summary>
internal sealed class SaleMaker(Random random, IReadOnlyList<decimal> rates)
{
    private const int RowsMax = 5;
    private const int QuantityMax = 6;

    /// <summary>How the shop counts its tax.</summary>
    private enum Counting
    {
        WithoutTax,
        WithTax,
        TaxBeforeDiscount,
    }

    /// <summary>A sale of these wares, each with the SKU, the name and the price of one.</summary>
    /// <param name="wares">What the shop sells.</param>
    /// <param name="taxed">False for a sale abroad.</param>
    /// <param name="strangeRate">A rate to tax all at instead of the business's own; null for those.</param>
    public Sale Next(IReadOnlyList<(string Sku, string Name, decimal Price)> wares, bool taxed, decimal? strangeRate)
    {
        // A rate nobody knows is only told from a known one where no discount is in between.
        var counting = strangeRate is null ? (Counting)random.Next(3) : Counting.WithoutTax;
        var coupon = strangeRate is null && random.Next(5) < 2 ? random.Next(1, 91) / 100m : 0m;
        var rows = new List<SaleRow>();
        for (var count = random.Next(1, RowsMax + 1); count > 0; count--)
        {
            var ware = wares[random.Next(wares.Count)];
            var rate = !taxed ? 0m : strangeRate ?? (random.Next(6) == 0 ? 0m : rates[random.Next(rates.Count)]);
            rows.Add(Row(ware.Sku, ware.Name, Quantity(counting), ware.Price, rate, coupon, counting));
            if (random.Next(8) == 0)
                rows.Add(new SaleRow($"{ware.Sku}-M", $"{ware.Name}, M", 1m, 0m, 0m, 0m, 0m) { Worth = 0m });
        }
        var (price, deliveryRate) = (
            random.Next(3) == 0 ? 0m : random.Next(500, 15_000) / 100m,
            taxed && random.Next(4) > 0 ? rates[0] : 0m
        );
        var off = random.Next(3) == 0 ? coupon : 0m;
        var delivery = Row("", "", 1m, price, strangeRate is null ? deliveryRate : 0m, off, counting);
        return new Sale(rows, delivery, Other: 0m);
    }

    private decimal Quantity(Counting counting) =>
        counting == Counting.WithoutTax && random.Next(10) == 0 ? random.Next(1, 12) / 4m : random.Next(1, QuantityMax + 1);

    private static SaleRow Row(string sku, string name, decimal quantity, decimal price, decimal rate, decimal coupon, Counting counting)
    {
        if (counting == Counting.WithTax)
        {
            var gross = Cents(quantity * price);
            var off = Cents(gross * coupon);
            var net = decimal.Round(price / (1m + rate), 4, MidpointRounding.AwayFromZero);
            var taxOfRest = Cents((gross - off) * rate / (1m + rate));
            return new SaleRow(sku, name, quantity, net, Cents(gross / (1m + rate)), taxOfRest, off) { Worth = gross - off };
        }
        var subtotal = Cents(quantity * price);
        var discount = Cents(subtotal * coupon);
        var tax = Cents((counting == Counting.TaxBeforeDiscount ? subtotal : subtotal - discount) * rate);
        return new SaleRow(sku, name, quantity, price, subtotal, tax, discount) { Worth = subtotal + tax - discount };
    }

    private static decimal Cents(decimal amount) => decimal.Round(amount, 2, MidpointRounding.AwayFromZero);
}
