using Ledgerbridge.Kernel;

namespace Ledgerbridge.Tests.Kernel;

public sealed class RoundingTests
{
    private const string Cases = """
        value    | decimals | half away from zero | towards zero
        0.045    | 2        | 0.05                | 0.04
        -0.045   | 2        | -0.05               | -0.04
        0.0449   | 2        | 0.04                | 0.04
        0.0451   | 2        | 0.05                | 0.04
        0.165    | 2        | 0.17                | 0.16
        0.005    | 2        | 0.01                | 0.00
        -0.005   | 2        | -0.01               | 0.00
        0.0049   | 2        | 0.00                | 0.00
        0.5      | 0        | 1                   | 0
        1.5      | 0        | 2                   | 1
        2.5      | 0        | 3                   | 2
        0.0005   | 3        | 0.001               | 0.000
        99.995   | 2        | 100.00              | 99.99
        1234     | 2        | 1234                | 1234
        """;

    [Fact]
    public void Half_a_cent_goes_away_from_zero_or_is_cut_as_the_rule_says() =>
        Assert.All(
            CaseTable.Read(Cases),
            static row =>
            {
                var (value, decimals) = (row.Number("value"), (int)row.Number("decimals"));

                Assert.Equal(row.Number("half away from zero"), Rounding.HalfAwayFromZero.Apply(value, decimals));
                Assert.Equal(row.Number("towards zero"), Rounding.TowardsZero.Apply(value, decimals));
            }
        );

    [Fact]
    public void A_rule_that_was_never_named_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => default(Rounding).Apply(1m, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ExactAmount(1m, Currency.ZAR).Round((Rounding)99));
    }

    [Fact]
    public void Half_away_from_zero_is_never_off_by_more_than_half_a_unit_and_treats_both_signs_alike() =>
        Law.Holds(
            Any.Factor,
            static value =>
            {
                var rounded = Rounding.HalfAwayFromZero.Apply(value, 2);
                return Math.Abs(rounded - value) <= 0.005m && Rounding.HalfAwayFromZero.Apply(-value, 2) == -rounded;
            }
        );

    [Fact]
    public void Towards_zero_cuts_less_than_a_unit_and_never_adds() =>
        Law.Holds(
            Any.Factor,
            static value =>
            {
                var rounded = Rounding.TowardsZero.Apply(value, 2);
                return Math.Abs(value) - Math.Abs(rounded) is >= 0m and < 0.01m;
            }
        );
}
