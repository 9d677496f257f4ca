using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Ledgerbridge.Kernel;

namespace Ledgerbridge.Tests.Kernel;

public sealed class VatTests
{
    private const string OnPricesWithoutVat = """
        net       | percentage | vat
        6000.00   | 15         | 900.00
        100.00    | 15         | 15.00
        0.03      | 15         | 0.00
        0.04      | 15         | 0.01
        0.10      | 15         | 0.02
        -0.10     | 15         | -0.02
        1.50      | 15         | 0.23
        0.00      | 15         | 0.00
        100.00    | 14         | 14.00
        100.00    | 15.5       | 15.50
        0.50      | 5          | 0.03
        0.01      | 100        | 0.01
        """;

    private const string InPricesWithVat = """
        gross     | percentage | vat
        6900.00   | 15         | 900.00
        115.00    | 15         | 15.00
        0.01      | 15         | 0.00
        0.04      | 15         | 0.01
        -115.00   | 15         | -15.00
        5000.00   | 15         | 652.17
        114.00    | 14         | 14.00
        0.03      | 20         | 0.01
        0.09      | 20         | 0.02
        """;

    private static readonly VatRate Fifteen = VatRate.Standard(15m);

    private static Gen<(Money Amount, VatRate Rate)> AnyTaxed { get; } =
        from amount in Any.Amount
        from rate in Any.TaxedRate
        select (amount, rate);

    [Fact]
    public void Vat_on_a_price_without_vat_is_rounded_half_away_from_zero() =>
        Assert.All(
            CaseTable.Read(OnPricesWithoutVat),
            static row =>
                Assert.Equal(Rand(row.Number("vat")), VatRate.Standard(row.Number("percentage")).OnExclusive(Rand(row.Number("net"))))
        );

    [Fact]
    public void Vat_inside_a_price_is_taken_by_the_exact_fraction() =>
        Assert.All(
            CaseTable.Read(InPricesWithVat),
            static row =>
                Assert.Equal(Rand(row.Number("vat")), VatRate.Standard(row.Number("percentage")).InInclusive(Rand(row.Number("gross"))))
        );

    [Fact]
    public void Vat_is_rounded_to_the_smallest_unit_of_the_currency()
    {
        Assert.Equal("2", Fifteen.OnExclusive(new Money(10m, Currency.Parse("JPY"))).ToInvariantText());
        Assert.Equal("0.150", Fifteen.OnExclusive(new Money(1m, Currency.Parse("KWD"))).ToInvariantText());
    }

    [Fact]
    public void The_treatments_that_charge_nothing_stay_apart()
    {
        VatRate[] nothing = [VatRate.ZeroRated, VatRate.Exempt, VatRate.OutOfScope];

        Assert.Equal([VatTreatment.ZeroRated, VatTreatment.Exempt, VatTreatment.OutOfScope], nothing.Select(static rate => rate.Treatment));
        Assert.Equal(nothing.Length, nothing.Distinct().Count());
        Assert.All(nothing, static rate => Assert.Equal(0m, rate.Percentage));
    }

    [Fact]
    public void A_treatment_that_charges_nothing_adds_and_contains_nothing() =>
        Law.Holds(
            Any.Amount,
            static money =>
                new[] { VatRate.ZeroRated, VatRate.Exempt, VatRate.OutOfScope }.All(rate =>
                    rate.OnExclusive(money) == Money.Zero(money.Currency) && rate.InInclusive(money) == Money.Zero(money.Currency)
                )
        );

    [Theory]
    [InlineData("0")]
    [InlineData("-15")]
    [InlineData("100.01")]
    public void A_taxed_rate_is_above_nought_and_at_most_a_hundred(string percentage) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => VatRate.Standard(decimal.Parse(percentage)));

    [Fact]
    public void A_percentage_written_with_other_decimals_is_the_same_rate() => Assert.Equal(Fifteen, VatRate.Standard(15.00m));

    [Fact]
    public void The_default_value_throws_when_it_is_used()
    {
        VatRate never = default;

        Assert.Throws<InvalidOperationException>(() => never.Treatment);
        Assert.Throws<InvalidOperationException>(() => never.Percentage);
        Assert.Throws<InvalidOperationException>(() => never.OnExclusive(Rand(1m)));
        Assert.Throws<InvalidOperationException>(() => never.InInclusive(Rand(1m)));
        Assert.Equal("(no rate)", never.ToString());
    }

    [Fact]
    public void Its_text_names_the_treatment_and_a_percentage_only_where_there_is_one()
    {
        Assert.Equal("Standard 15 %", Fifteen.ToString());
        Assert.Equal("ZeroRated", VatRate.ZeroRated.ToString());
    }

    [Fact]
    public void What_was_put_on_a_price_is_found_in_it_again() =>
        Law.Holds(
            AnyTaxed,
            static taxed =>
            {
                var vat = taxed.Rate.OnExclusive(taxed.Amount);
                return taxed.Rate.InInclusive(taxed.Amount + vat) == vat;
            }
        );

    [Fact]
    public void Vat_inside_a_price_agrees_with_whole_number_fractions() =>
        Law.Holds(
            AnyTaxed,
            static taxed =>
            {
                var (numerator, denominator) = (
                    new BigInteger(taxed.Rate.Percentage * 2m),
                    new BigInteger(200m + (taxed.Rate.Percentage * 2m))
                );
                var units = BigInteger.Abs(taxed.Amount.ToMinorUnits());
                var expected = ((units * numerator * 2) + denominator) / (denominator * 2);
                return BigInteger.Abs(taxed.Rate.InInclusive(taxed.Amount).ToMinorUnits()) == expected;
            }
        );

    [Fact]
    public void Both_signs_bear_the_same_vat() =>
        Law.Holds(
            AnyTaxed,
            static taxed =>
                taxed.Rate.OnExclusive(-taxed.Amount) == -taxed.Rate.OnExclusive(taxed.Amount)
                && taxed.Rate.InInclusive(-taxed.Amount) == -taxed.Rate.InInclusive(taxed.Amount)
        );

    private static Money Rand(decimal amount) => new(amount, Currency.ZAR);
}
