using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Ledgerbridge.Kernel;

namespace Ledgerbridge.Tests.Kernel;

public sealed class AllocationTests
{
    private const string Cases = """
        total    | weights      | parts
        100.00   | 1, 1, 1      | 33.34, 33.33, 33.33
        0.02     | 1, 1, 1      | 0.01, 0.01, 0.00
        -0.02    | 1, 1, 1      | -0.01, -0.01, 0.00
        10.00    | 3, 0, 7      | 3.00, 0.00, 7.00
        0.05     | 0, 1, 1      | 0.00, 0.03, 0.02
        0.00     | 2, 3         | 0.00, 0.00
        1.00     | 0.5, 0.5     | 0.50, 0.50
        1.00     | 1            | 1.00
        0.01     | 1, 2         | 0.00, 0.01
        0.51     | 0, 10, 2     | 0.00, 0.43, 0.08
        0.65     | 7, 8, 11     | 0.18, 0.20, 0.27
        1.86     | 4, 13, 10    | 0.28, 0.89, 0.69
        -1.48    | 2, 1, 14, 7  | -0.13, -0.06, -0.86, -0.43
        10.00    | 6000000000, 4000000000 | 6.00, 4.00
        10.00    | 60000000000000000000, 40000000000000000000.0 | 6.00, 4.00
        99999999999999.99 | 1, 1, 1 | 33333333333333.33, 33333333333333.33, 33333333333333.33
        """;

    private static Gen<Split> AnySplit { get; } = from total in Any.Amount from weights in Any.Weights select new Split(total, weights);

    [Fact]
    public void The_units_left_over_go_to_the_largest_cuts_and_of_equal_cuts_to_the_earlier_part() =>
        Assert.All(
            CaseTable.Read(Cases),
            static row =>
            {
                var parts = Allocation.ByLargestRemainder(new Money(row.Number("total"), Currency.ZAR), row.Numbers("weights"));

                Assert.Equal(row.Numbers("parts"), parts.Select(static part => part.Amount));
            }
        );

    [Fact]
    public void The_parts_sum_to_the_whole() => Law.Holds(AnySplit, static split => split.Parts.Sum(split.Total.Currency) == split.Total);

    [Fact]
    public void No_part_is_off_its_exact_share_by_a_unit_or_more() =>
        Law.Holds(
            AnySplit,
            static split =>
                split
                    .Units.Zip(split.WholeWeights)
                    .All(pair => BigInteger.Abs(pair.First * split.Sum - split.Total.ToMinorUnits() * pair.Second) < split.Sum)
        );

    [Fact]
    public void A_part_of_no_weight_gets_nothing() =>
        Law.Holds(AnySplit, static split => split.Units.Zip(split.Weights).All(static pair => pair.Second > 0m || pair.First == 0));

    [Fact]
    public void A_unit_goes_past_a_part_only_to_a_larger_cut_or_to_an_earlier_equal_one() =>
        Law.Holds(
            AnySplit,
            static split =>
                (
                    from winner in Enumerable.Range(0, split.Weights.Length)
                    from loser in Enumerable.Range(0, split.Weights.Length)
                    where split.GotOneMore(winner) && !split.GotOneMore(loser)
                    select split.Cut(winner) > split.Cut(loser) || (split.Cut(winner) == split.Cut(loser) && winner < loser)
                ).All(static fair => fair)
        );

    [Fact]
    public void A_negative_total_is_split_like_its_positive_twin() =>
        Law.Holds(
            AnySplit,
            static split =>
                Allocation.ByLargestRemainder(-split.Total, split.Weights).SequenceEqual(split.Parts.Select(static part => -part))
        );

    [Fact]
    public void Only_the_proportion_of_the_weights_matters() =>
        Law.Holds(
            AnySplit,
            static split =>
                Allocation
                    .ByLargestRemainder(split.Total, [.. split.Weights.Select(static weight => weight * 3m)])
                    .SequenceEqual(split.Parts)
        );

    [Fact]
    public void Weights_at_the_ends_of_what_a_decimal_holds_are_split_exactly()
    {
        var total = new Money(0.03m, Currency.ZAR);

        Assert.Equal(
            [0.02m, 0.01m],
            Allocation.ByLargestRemainder(total, [decimal.MaxValue, decimal.MaxValue]).Select(static part => part.Amount)
        );
        Assert.Equal(
            [0m, 0.03m],
            Allocation.ByLargestRemainder(total, [0.0000000000000000000000000001m, decimal.MaxValue]).Select(static part => part.Amount)
        );
    }

    [Theory]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    public void The_largest_amounts_are_split_without_overflow(long cents)
    {
        var total = Money.FromMinorUnits(cents, Currency.ZAR);

        Assert.Equal(total, Allocation.ByLargestRemainder(total, [2m, 3m, 7m]).Sum(Currency.ZAR));
        Assert.Equal([total], Allocation.ByLargestRemainder(total, [1m]));
    }

    [Fact]
    public void Weights_that_say_nothing_are_refused()
    {
        var total = new Money(1m, Currency.ZAR);

        Assert.Throws<ArgumentException>(() => Allocation.ByLargestRemainder(total, []));
        Assert.Throws<ArgumentException>(() => Allocation.ByLargestRemainder(total, [0m, 0m]));
        Assert.Throws<ArgumentException>(() => Allocation.ByLargestRemainder(total, [2m, -1m]));
    }

    /// <summary>A split together with exact fractions to judge it by.</summary>
    private sealed record Split(Money Total, decimal[] Weights)
    {
        private const long Thousandths = 1000;

        public IReadOnlyList<Money> Parts { get; } = Allocation.ByLargestRemainder(Total, Weights);

        public override string ToString() => $"{Total} by {string.Join(", ", Weights)} gave {string.Join(", ", Parts)}";

        public long[] Units => [.. Parts.Select(static part => part.ToMinorUnits())];

        public BigInteger[] WholeWeights => [.. Weights.Select(static weight => new BigInteger(weight * Thousandths))];

        public BigInteger Sum => WholeWeights.Aggregate(BigInteger.Add);

        public BigInteger Cut(int part) => Product(part) % Sum;

        public bool GotOneMore(int part) => Math.Abs(Units[part]) > Product(part) / Sum;

        private BigInteger Product(int part) => BigInteger.Abs(Total.ToMinorUnits()) * WholeWeights[part];
    }
}
