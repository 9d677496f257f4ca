using Ledgerbridge.Kernel;

namespace Ledgerbridge.Tests.Kernel;

public sealed class PricingTests
{
    private const string Lines = """
        quantity | unit price | percentage | net      | vat     | gross
        1        | 6000       | 15         | 6000.00  | 900.00  | 6900.00
        3        | 0.3333     | 15         | 1.00     | 0.15    | 1.15
        0.5      | 0.01       | 15         | 0.01     | 0.00    | 0.01
        2.5      | 19.99      | 15         | 49.98    | 7.50    | 57.48
        10000    | 1000000    | 15         | 10000000000.00 | 1500000000.00 | 11500000000.00
        1        | 0          | 15         | 0.00     | 0.00    | 0.00
        -1       | 0.30       | 15         | -0.30    | -0.05   | -0.35
        7        | 14.2857143 | 14         | 100.00   | 14.00   | 114.00
        """;

    private static readonly VatRate Fifteen = VatRate.Standard(15m);

    [Fact]
    public void A_line_is_rounded_to_money_before_its_vat_is_worked_out() =>
        Assert.All(
            CaseTable.Read(Lines),
            static row =>
            {
                var rate = VatRate.Standard(row.Number("percentage"));

                var line = Pricing.Price(Line(row.Number("quantity"), row.Number("unit price"), rate));

                Assert.Equal(Rand(row.Number("net")), line.Net);
                Assert.Equal(Rand(row.Number("vat")), line.Vat);
                Assert.Equal(Rand(row.Number("gross")), line.Gross);
                Assert.Equal(rate, line.Rate);
            }
        );

    [Fact]
    public void Mixed_rates_are_summed_apart_highest_first_and_then_by_treatment()
    {
        LineToPrice[] lines =
        [
            Line(1m, 10m, VatRate.OutOfScope),
            Line(1m, 20m, VatRate.ZeroRated),
            Line(2m, 100m, Fifteen),
            Line(1m, 30m, VatRate.Exempt),
            Line(1m, 40m, VatRate.Standard(14m)),
            Line(1m, 0.30m, VatRate.Standard(15.0m)),
        ];

        var document = Pricing.Price(lines, Currency.ZAR);

        Assert.Equal(
            [
                new VatSummary(Fifteen, Rand(200.30m), Rand(30.05m)),
                new VatSummary(VatRate.Standard(14m), Rand(40m), Rand(5.60m)),
                new VatSummary(VatRate.ZeroRated, Rand(20m), Rand(0m)),
                new VatSummary(VatRate.Exempt, Rand(30m), Rand(0m)),
                new VatSummary(VatRate.OutOfScope, Rand(10m), Rand(0m)),
            ],
            document.ByRate
        );
        Assert.Equal(Rand(300.30m), document.Net);
        Assert.Equal(Rand(35.65m), document.Vat);
        Assert.Equal(Rand(335.95m), document.Gross);
        Assert.Equal(lines.Select(static line => line.Rate), document.Lines.Select(static line => line.Rate));
    }

    [Fact]
    public void A_document_without_lines_comes_to_nothing()
    {
        var document = Pricing.Price([], Currency.ZAR);

        Assert.Equal(Rand(0m), document.Gross);
        Assert.Empty(document.ByRate);
    }

    [Fact]
    public void A_line_in_another_currency_than_its_document_throws() =>
        Assert.Throws<InvalidOperationException>(() => Pricing.Price([Line(1m, 10m, Fifteen)], Currency.GBP));

    [Fact]
    public void Totals_are_sums_of_rounded_lines() =>
        Law.Holds(
            Any.Lines,
            static lines =>
            {
                var document = Pricing.Price(lines, Currency.ZAR);
                return document.Net == document.Lines.Select(static line => line.Net).Sum(Currency.ZAR)
                    && document.Vat == document.Lines.Select(static line => line.Vat).Sum(Currency.ZAR)
                    && document.Gross == document.Lines.Select(static line => line.Gross).Sum(Currency.ZAR)
                    && document.Gross == document.ByRate.Select(static rate => rate.Gross).Sum(Currency.ZAR);
            }
        );

    [Fact]
    public void Each_rate_that_occurs_is_summed_once_in_falling_order() =>
        Law.Holds(
            Any.Lines,
            static lines =>
            {
                var rates = Pricing.Price(lines, Currency.ZAR).ByRate.Select(static sum => sum.Rate).ToArray();
                return rates.ToHashSet().SetEquals(lines.Select(static line => line.Rate))
                    && rates.Length == rates.Distinct().Count()
                    && rates
                        .Select(static rate => (-rate.Percentage, rate.Treatment))
                        .SequenceEqual(rates.Select(static rate => (-rate.Percentage, rate.Treatment)).Order());
            }
        );

    [Fact]
    public void Vat_per_line_is_within_half_a_cent_a_line_of_the_vat_on_the_unrounded_total() =>
        Law.Holds(
            Any.Lines,
            static lines =>
            {
                var document = Pricing.Price(lines, Currency.ZAR);
                var unrounded = document.Lines.Sum(static line => line.Net.Amount * line.Rate.Percentage / 100m);
                return Math.Abs(document.Vat.Amount - unrounded) <= 0.005m * lines.Length;
            }
        );

    private static LineToPrice Line(decimal quantity, decimal unitPrice, VatRate rate) =>
        new(quantity, new ExactAmount(unitPrice, Currency.ZAR), rate);

    private static Money Rand(decimal amount) => new(amount, Currency.ZAR);
}
