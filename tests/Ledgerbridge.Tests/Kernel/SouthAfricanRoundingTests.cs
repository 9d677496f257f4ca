using Ledgerbridge.Kernel;

namespace Ledgerbridge.Tests.Kernel;

/// <summary>
/// Figures in which the rule of the South African VAT Act, section 66, parts from the ways of rounding that programs often use instead.
/// Each test works out both figures, so that none of them can agree by accident.
/// </summary>
public sealed class SouthAfricanRoundingTests
{
    private const long MillionCents = 1_000_000;
    private static readonly VatRate Fifteen = VatRate.Standard(15m);

    [Theory]
    [InlineData("0.30", "0.05", "0.04")]
    [InlineData("1.10", "0.17", "0.16")]
    public void Half_a_cent_goes_up_where_bankers_rounding_takes_it_down(string net, string vat, string bankers)
    {
        var exact = Number(net) * 0.15m;

        Assert.Equal(Number(vat), Fifteen.OnExclusive(Rand(Number(net))).Amount);
        Assert.Equal(Number(bankers), decimal.Round(exact, 2, MidpointRounding.ToEven));
    }

    [Theory]
    [InlineData(10, "9.99", "15.00", "14.99")]
    [InlineData(50, "241.67", "1812.50", "1812.53")]
    [InlineData(100, "19.97", "300.00", "299.55")]
    public void Vat_of_many_equal_lines_is_the_sum_of_theirs_and_not_that_of_the_invoice_total(
        int lines,
        string price,
        string perLine,
        string perInvoice
    )
    {
        var line = new LineToPrice(1m, new ExactAmount(Number(price), Currency.ZAR), Fifteen);

        var document = Pricing.Price(Enumerable.Repeat(line, lines), Currency.ZAR);

        Assert.Equal(Number(perLine), document.Vat.Amount);
        Assert.Equal(Number(perInvoice), Fifteen.OnExclusive(document.Net).Amount);
    }

    [Fact]
    public void Vat_inside_three_units_differs_between_the_unit_and_the_line()
    {
        var unit = Rand(99.99m);

        Assert.Equal(Rand(39.12m), (Fifteen.InInclusive(unit) * 3m).Round(Rounding.HalfAwayFromZero));
        Assert.Equal(Rand(39.13m), Fifteen.InInclusive((unit * 3m).Round(Rounding.HalfAwayFromZero)));
    }

    [Theory]
    [InlineData("5000.00", "652.17", "652.15")]
    [InlineData("100000.00", "13043.48", "13043.00")]
    public void The_exact_fraction_finds_more_than_its_five_decimals_do(string gross, string exact, string fiveDecimals)
    {
        Assert.Equal(Number(exact), Fifteen.InInclusive(Rand(Number(gross))).Amount);
        Assert.Equal(Number(fiveDecimals), decimal.Round(Number(gross) * 0.13043m, 2, MidpointRounding.AwayFromZero));
    }

    [Fact]
    public void Fifteen_hundred_and_fifteenths_never_fall_on_half_a_cent()
    {
        var ties = 0;
        for (var cents = 1L; cents <= MillionCents; cents++)
        {
            if (cents * 15 * 2 % 115 == 0 && cents * 15 % 115 != 0)
                ties++;
        }

        Assert.Equal(0, ties);
    }

    [Fact]
    public void Binary_floating_point_is_wrong_on_more_than_one_price_in_a_hundred()
    {
        var wrong = 0;
        var first = 0L;
        for (var cents = 1L; cents <= MillionCents; cents++)
        {
            var right = ((cents * 15) + 50) / 100;
            var naive = (long)Math.Floor((cents / 100.0 * 0.15 * 100) + 0.5);
            if (naive == right)
                continue;
            wrong++;
            first = first == 0 ? cents : first;
        }

        Assert.Equal(12_862, wrong);
        Assert.Equal(150, first);
        Assert.Equal(Rand(0.23m), Fifteen.OnExclusive(Rand(1.50m)));
    }

    [Fact]
    public void The_kernel_agrees_with_whole_cents_on_every_price_up_to_a_thousand_rand()
    {
        var differing = Enumerable
            .Range(1, 100_000)
            .Where(static cents =>
                Fifteen.OnExclusive(Money.FromMinorUnits(cents, Currency.ZAR)).ToMinorUnits() != ((cents * 15) + 50) / 100
                || Fifteen.InInclusive(Money.FromMinorUnits(cents, Currency.ZAR)).ToMinorUnits() != ((cents * 6) + 23) / 46
            );

        Assert.Empty(differing);
    }

    private static decimal Number(string text) => decimal.Parse(text);

    private static Money Rand(decimal amount) => new(amount, Currency.ZAR);
}
