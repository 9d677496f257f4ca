using Ledgerbridge.Kernel;

namespace Ledgerbridge.Tests.Kernel;

public sealed class ExactAmountTests
{
    [Fact]
    public void A_calculation_keeps_what_rounding_would_lose()
    {
        var third = new ExactAmount(100m, Currency.ZAR) / 3m;

        Assert.Equal(new Money(33.33m, Currency.ZAR), third.Round(Rounding.HalfAwayFromZero));
        Assert.Equal(new Money(100m, Currency.ZAR), (third * 3m).Round(Rounding.HalfAwayFromZero));
    }

    [Fact]
    public void Rounding_goes_to_the_smallest_unit_of_the_currency()
    {
        Assert.Equal("1235", new ExactAmount(1234.5678m, Currency.Parse("JPY")).Round(Rounding.HalfAwayFromZero).ToInvariantText());
        Assert.Equal("1234.568", new ExactAmount(1234.5678m, Currency.Parse("KWD")).Round(Rounding.HalfAwayFromZero).ToInvariantText());
    }

    [Fact]
    public void An_amount_in_no_currency_cannot_be_rounded() =>
        Assert.Throws<InvalidOperationException>(() => new ExactAmount(1m, default).Round(Rounding.HalfAwayFromZero));

    [Fact]
    public void Dividing_by_nothing_throws() => Assert.Throws<DivideByZeroException>(() => new ExactAmount(1m, Currency.ZAR) / 0m);

    [Fact]
    public void A_result_too_large_to_be_money_is_refused() =>
        Assert.Throws<OverflowException>(() => new ExactAmount(decimal.MaxValue, Currency.ZAR).Round(Rounding.HalfAwayFromZero));

    [Fact]
    public void Its_text_says_that_it_is_exact() => Assert.Equal("0.045 ZAR (exact)", new ExactAmount(0.045m, Currency.ZAR).ToString());

    [Fact]
    public void Money_that_is_multiplied_by_one_and_rounded_is_the_same_money() =>
        Law.Holds(
            Any.Amount,
            static money => (money * 1m).Round(Rounding.HalfAwayFromZero) == money && (money * 1m).Round(Rounding.TowardsZero) == money
        );
}
