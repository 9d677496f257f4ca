using FsCheck.Fluent;
using Ledgerbridge.Kernel;
using Ledgerbridge.Server.Posting.Plans.Internal;
using Ledgerbridge.Tests.Kernel;
using static Ledgerbridge.Tests.Posting.SomePlans;

namespace Ledgerbridge.Tests.Posting;

public sealed class TaxRecoveryTests
{
    private static readonly TaxCandidate[] Rates =
    [
        new(20m, "S", "Standard"),
        new(5m, "L", "Lower"),
        new(15m, "Z", "South African"),
        new(8.875m, "N", "New York"),
        new(25m, "D", "Danish"),
    ];

    private const string Cases = """
        sub    | discount | tax   | quantity | mode          | rate
        80     | 8        | 14.40 | 2        | AfterDiscount | 20
        83.33  | 10       | 15.00 | 1        | PricesWithTax | 20
        24.90  | 2.99     | 4.48  | 12       | PricesWithTax | 20
        100    | 10       | 15.00 | 1        | BeforeDiscount| 15
        34.05  | 0        | 3.02  | 3        | AfterDiscount | 8.875
        17.49  | 0        | 1.55  | 1        | AfterDiscount | 8.875
        499.80 | 0        | 100.20| 60       | AfterDiscount | 20
        0.20   | 0        | 0.04  | 1        | AfterDiscount | 20
        -80    | 0        | -16   | 1        | AfterDiscount | 20
        """;

    [Fact]
    public void The_rate_behind_the_figures_is_found() =>
        Assert.All(CaseTable.Read(Cases), static row => Assert.Equal(row.Number("rate"), Fitting(row).First().Percentage));

    [Fact]
    public void The_equation_is_solved_close_to_the_rate() =>
        Assert.All(
            CaseTable.Read(Cases).Where(static row => Math.Abs(row.Number("sub")) > 1m && row.Number("sub") > 0m),
            static row =>
                Assert.InRange(TaxRecovery.Solve(Charged(row), Mode(row))!.Value, row.Number("rate") - 0.2m, row.Number("rate") + 0.2m)
        );

    [Theory]
    [InlineData(100, 0, 8, 1)]
    [InlineData(100, 0, 17.5, 1)]
    [InlineData(1000, 0, 190, 1000)]
    [InlineData(100, 0, 30, 1)]
    public void Figures_that_no_rate_comes_near_find_none(double sub, double discount, double tax, double quantity) =>
        Assert.Empty(
            TaxRecovery.Fitting(
                new ChargedAmounts(Rand((decimal)sub), Rand((decimal)discount), Rand((decimal)tax), (decimal)quantity),
                DiscountTax.AfterDiscount,
                Rates,
                null
            )
        );

    [Fact]
    public void Of_rates_that_fit_a_penny_equally_the_documents_main_rate_is_taken()
    {
        var penny = new ChargedAmounts(Rand(0.04m), Rand(0m), Rand(0.01m), 1m);
        Assert.Equal(25m, TaxRecovery.Fitting(penny, DiscountTax.AfterDiscount, Rates, 25m).First().Percentage);
        Assert.Equal(20m, TaxRecovery.Fitting(penny, DiscountTax.AfterDiscount, Rates, 20m).First().Percentage);
    }

    [Fact]
    public void A_value_below_nothing_means_another_rate_or_mode() =>
        Assert.Empty(TaxRecovery.Fitting(new ChargedAmounts(Rand(100m), Rand(115m), Rand(0m), 1m), DiscountTax.AfterDiscount, Rates, null));

    [Fact]
    public void What_the_equation_has_no_answer_for_solves_to_nothing()
    {
        Assert.Null(TaxRecovery.Solve(new ChargedAmounts(Rand(100m), Rand(100m), Rand(0m), 1m), DiscountTax.AfterDiscount));
        Assert.Null(TaxRecovery.Solve(new ChargedAmounts(Rand(0m), Rand(0m), Rand(2m), 1m), DiscountTax.PricesWithTax));
        Assert.Null(TaxRecovery.Solve(new ChargedAmounts(Rand(0m), Rand(0m), Rand(2m), 1m), DiscountTax.BeforeDiscount));
    }

    [Fact]
    public void Any_price_and_discount_with_tax_inside_solves_back_to_the_rate() =>
        Law.Holds(
            from gross in Gen.Choose(100_000, 10_000_000)
            from share in Gen.Choose(0, 80)
            from rate in Gen.Elements(Rates)
            select (Gross: gross / 100m, Share: share, Rate: rate),
            static sample =>
            {
                var sub = Cents(sample.Gross / (1m + sample.Rate.Fraction));
                var discount = Cents(sample.Gross * sample.Share / 100m);
                var paid = sample.Gross - discount;
                var tax = Cents(paid - (paid / (1m + sample.Rate.Fraction)));
                var charged = new ChargedAmounts(Rand(sub), Rand(discount), Rand(tax), 1m);
                return TaxRecovery.Fitting(charged, DiscountTax.PricesWithTax, Rates, null).First() == sample.Rate
                    && Math.Abs(TaxRecovery.Solve(charged, DiscountTax.PricesWithTax)!.Value - sample.Rate.Percentage) < 0.05m;
            }
        );

    private static IEnumerable<TaxCandidate> Fitting(CaseRow row) => TaxRecovery.Fitting(Charged(row), Mode(row), Rates, null);

    private static ChargedAmounts Charged(CaseRow row) =>
        new(Rand(row.Number("sub")), Rand(row.Number("discount")), Rand(row.Number("tax")), row.Number("quantity"));

    private static DiscountTax Mode(CaseRow row) => Enum.Parse<DiscountTax>(row["mode"]);

    private static decimal Cents(decimal value) => Rounding.HalfAwayFromZero.Apply(value, 2);
}
