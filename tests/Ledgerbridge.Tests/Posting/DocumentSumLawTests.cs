using FsCheck;
using FsCheck.Fluent;
using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Posting.Plans;
using Ledgerbridge.Server.Stores.Documents;
using Ledgerbridge.Tests.Kernel;
using static Ledgerbridge.Tests.Posting.SomePlans;

namespace Ledgerbridge.Tests.Posting;

/// <summary>
/// A shop that invents sales the way Magento counts them: prices with or without tax, tax before or after discount, coupons on goods and
/// delivery, tax hidden in discounts, store credit, surcharges, a stray penny. The planner sees only what the wire would tell.
/// </summary>
public sealed class DocumentSumLawTests
{
    /// <summary>The names of lines that are no rows of the shop.</summary>
    private static readonly string[] Named = ["Rounding", "Delivery", "Surcharge", "Store credit, gift card or other deduction"];

    /// <summary>
    /// The shop rounds subtotal, discount and tax of a row each by itself; together they miss by up to a cent and a half.
    /// </summary>
    private const decimal RoundedThrice = 0.02m;

    [Fact]
    public void Every_sale_comes_to_its_total_to_the_cent() =>
        Law.Holds(
            Sales,
            static sale =>
                DocumentPlanner.PlanInvoice(sale.Invoice, Lenient) switch
                {
                    Plan.Planned planned => planned.Steps.OfType<PlanStep.CreateInvoice>().Single() is var step
                        && SageGross(step.Invoice.Lines, step.Invoice.Terms!.Carriage, Currency.ZAR) == sale.Invoice.GrandTotal
                        && step.Expected.Gross.Amount == sale.Invoice.GrandTotal,
                    Plan.Skipped { Reason: SkipReason.ZeroValue } => sale.Invoice.GrandTotal == 0m,
                    Plan.Failed { Cause: FailureCause.TotalNegative } => sale.Invoice.GrandTotal < 0m,
                    _ => false,
                }
        );

    [Fact]
    public void The_tax_booked_is_the_tax_charged() =>
        Law.Holds(
            Sales,
            static sale =>
                DocumentPlanner.PlanInvoice(sale.Invoice, Lenient) is not Plan.Planned planned
                || planned.Steps.OfType<PlanStep.CreateInvoice>().Single().Expected.Vat.Amount
                    == sale.Invoice.Lines.Sum(static line => line.Tax) + sale.Invoice.ShippingTax
        );

    [Fact]
    public void What_needs_no_explaining_needs_no_setting_and_no_line_of_its_own() =>
        Law.Holds(
            Sales.Where(static sale => sale is { Extra: 0m, Penny: 0m } && sale.Invoice.GrandTotal > 0m),
            static sale =>
                DocumentPlanner.PlanInvoice(sale.Invoice, Facts) is Plan.Planned planned
                && Lines(planned).All(static line => !Named.Contains(line.Description) || line.Description == "Delivery")
        );

    [Fact]
    public void What_cannot_be_explained_fails_and_names_the_amount() =>
        Law.Holds(
            Sales.Where(static sale => Math.Abs(sale.Extra) > 1m && sale.Invoice.GrandTotal > 0m),
            static sale =>
                DocumentPlanner.PlanInvoice(sale.Invoice, Facts) is Plan.Failed { Cause: FailureCause.SumUnexplained } failed
                && failed.Sentence.Contains(
                    sale.Extra < 0m ? "less than all of its parts" : "more than all of its parts",
                    StringComparison.Ordinal
                )
        );

    [Fact]
    public void A_difference_is_never_spread_over_the_rows() =>
        Law.Holds(
            Sales.Where(static sale => sale.Invoice.GrandTotal > 0m && !sale.PricesWithTax),
            static sale =>
                DocumentPlanner.PlanInvoice(sale.Invoice, Lenient) is Plan.Planned planned
                && Lines(planned)
                    .Where(static line => !Named.Contains(line.Description))
                    .Select(static line => NetOf(line) + line.Vat.Amount)
                    .SequenceEqual(sale.Invoice.Lines.Where(static line => !line.IsWithoutMoney).Select(static line => line.Total))
        );

    [Fact]
    public void With_tax_in_the_prices_each_row_is_worth_what_was_paid_for_it_give_or_take_its_rounding() =>
        Law.Holds(
            Sales.Where(static sale => sale is { PricesWithTax: true, Extra: 0m } && sale.Invoice.GrandTotal > 0m),
            static sale =>
                DocumentPlanner.PlanInvoice(sale.Invoice, Lenient) is Plan.Planned planned
                && Lines(planned)
                    .Where(static line => !Named.Contains(line.Description))
                    .Zip(sale.Paid)
                    .All(static pair => Math.Abs(NetOf(pair.First) + pair.First.Vat.Amount - pair.Second) <= RoundedThrice)
        );

    /// <summary>
    /// Without a discount, that is: 18 % after a discount of a sixth is 15 % before it, and nobody can tell the two apart.
    /// </summary>
    [Fact]
    public void A_shop_that_taxes_at_another_rate_is_never_booked_at_ours() =>
        Law.Holds(
            from sale in Sales.Where(static sale => sale.Invoice is { Discount: 0m, GrandTotal: > 0m })
            from share in Gen.Choose(108, 140)
            let lines = sale.Invoice.Lines.Select(line => Overtaxed(line, share / 100m)).ToArray()
            where lines.Any(static line => line.Tax > 5m)
            select sale.Invoice with
            {
                Lines = lines,
            },
            static invoice => DocumentPlanner.PlanInvoice(invoice, Lenient) is Plan.Failed { Cause: FailureCause.TaxRateUnmapped }
        );

    /// <summary>The planted offender: without its remainder line, a sale with store credit would not come to its total.</summary>
    [Fact]
    public void The_law_notices_a_document_that_misses_its_total()
    {
        var step = Step(Invoice(15m, Row(100m, 15m)), Lenient);
        Assert.NotEqual(15m, SageGross([.. step.Invoice.Lines.SkipLast(1)], step.Invoice.Terms!.Carriage, Currency.ZAR));
        Assert.Equal(15m, SageGross(step.Invoice.Lines, step.Invoice.Terms!.Carriage, Currency.ZAR));
    }

    private static IReadOnlyList<NewBooksLine> Lines(Plan.Planned planned) =>
        planned.Steps.OfType<PlanStep.CreateInvoice>().Single().Invoice.Lines;

    private static decimal NetOf(NewBooksLine line) => Cents(line.Quantity * line.UnitPrice) - (line.Discount?.Amount ?? 0m);

    private static StoreLine Overtaxed(StoreLine line, decimal factor) =>
        line with
        {
            Tax = Cents(line.Tax * factor),
            Total = line.Subtotal + Cents(line.Tax * factor),
        };

    private static Gen<Sale> Sales { get; } =
        from rows in (
            from quantity in Gen.Choose(1, 12)
            from price in Gen.Choose(1, 200_000)
            from taxed in Gen.Frequency((5, Gen.Constant(true)), (1, Gen.Constant(false)))
            select (Quantity: quantity, Price: price / 100m, Rate: taxed ? 0.15m : 0m)
        )
            .NonEmptyListOf()
            .Where(static rows => rows.Count <= 9)
        from mode in Gen.Choose(0, 2)
        from coupon in Gen.Frequency((2, Gen.Constant(0)), (3, Gen.Choose(1, 90)), (1, Gen.Constant(100)))
        from delivery in Gen.OneOf(Gen.Constant(0), Gen.Choose(1, 30_000))
        from deliveryTaxed in Gen.Elements(true, false)
        from couponOnDelivery in Gen.Elements(true, false)
        from extra in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(-50_000, 50_000)))
        from penny in Gen.Frequency((4, Gen.Constant(0)), (1, Gen.Choose(-1, 1)))
        select Shop.Sell(
            rows,
            mode == 1,
            mode == 2,
            coupon / 100m,
            (delivery / 100m, deliveryTaxed ? 0.15m : 0m, couponOnDelivery),
            extra / 100m,
            penny / 100m
        );

    private static decimal Cents(decimal value) => decimal.Round(value, 2, MidpointRounding.AwayFromZero);

    /// <summary>A sale and what only the shop knows of it.</summary>
    private sealed record Sale(StoreInvoice Invoice, bool PricesWithTax, decimal Extra, decimal Penny, IReadOnlyList<decimal> Paid)
    {
        public override string ToString() =>
            $"{(PricesWithTax ? "prices with tax" : "prices without tax")}, extra {Extra}, penny {Penny}, delivery {Invoice.Shipping}+"
            + $"{Invoice.ShippingTax}, discount {Invoice.Discount}, total {Invoice.GrandTotal}: "
            + string.Join(
                "; ",
                Invoice.Lines.Select(static line => $"{line.Quantity} x {line.UnitPrice} = {line.Subtotal} {line.Tax} {line.Total}")
            );
    }

    private static class Shop
    {
        public static Sale Sell(
            IList<(int Quantity, decimal Price, decimal Rate)> rows,
            bool pricesWithTax,
            bool taxBeforeDiscount,
            decimal coupon,
            (decimal Price, decimal Rate, bool Discounted) delivery,
            decimal extra,
            decimal penny
        )
        {
            var sold = rows.Select(row => pricesWithTax ? WithTax(row, coupon) : WithoutTax(row, coupon, taxBeforeDiscount)).ToArray();
            var off = delivery.Discounted ? coupon : 0m;
            var sent = pricesWithTax
                ? WithTax((1, delivery.Price, delivery.Rate), off)
                : WithoutTax((1, delivery.Price, delivery.Rate), off, taxBeforeDiscount);
            var invoice = Invoice(
                sold.Sum(static row => row.Paid) + sent.Paid + extra + penny,
                [.. sold.Select(static row => row.Line)]
            ) with
            {
                Shipping = sent.Line.Subtotal,
                ShippingTax = sent.Line.Tax,
                Discount = sold.Append(sent).Sum(static row => row.Line.Subtotal + row.Line.Tax - row.Line.Total),
            };
            return new Sale(invoice, pricesWithTax, extra, penny, [.. sold.Select(static row => row.Paid)]);
        }

        private static (StoreLine Line, decimal Paid) WithoutTax(
            (int Quantity, decimal Price, decimal Rate) row,
            decimal coupon,
            bool before
        )
        {
            var subtotal = row.Quantity * row.Price;
            var discount = Cents(subtotal * coupon);
            var tax = Cents((before ? subtotal : subtotal - discount) * row.Rate);
            return (Line(row.Quantity, row.Price, subtotal, tax, discount), subtotal + tax - discount);
        }

        private static (StoreLine Line, decimal Paid) WithTax((int Quantity, decimal Price, decimal Rate) row, decimal coupon)
        {
            var gross = row.Quantity * row.Price;
            var discount = Cents(gross * coupon);
            var tax = Cents((gross - discount) * row.Rate / (1m + row.Rate));
            var price = decimal.Round(row.Price / (1m + row.Rate), 4, MidpointRounding.AwayFromZero);
            return (Line(row.Quantity, price, Cents(gross / (1m + row.Rate)), tax, discount), gross - discount);
        }

        private static StoreLine Line(int quantity, decimal price, decimal subtotal, decimal tax, decimal discount) =>
            new()
            {
                Sku = "SKU",
                Name = "Ware",
                Quantity = quantity,
                UnitPrice = price,
                Subtotal = subtotal,
                Tax = tax,
                Total = subtotal + tax - discount,
            };
    }
}
