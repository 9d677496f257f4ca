using System.Reflection;
using Ledgerbridge.Kernel;

namespace Ledgerbridge.Tests.Kernel;

public sealed class MoneyTests
{
    private static readonly Currency Yen = Currency.Parse("JPY");

    private const string Texts = """
        amount    | currency | text
        6900      | ZAR      | 6900.00
        6900.0    | ZAR      | 6900.00
        6900.0000 | ZAR      | 6900.00
        0         | ZAR      | 0.00
        -0.5      | ZAR      | -0.50
        6900.000  | JPY      | 6900
        1.2       | KWD      | 1.200
        0.0001    | CLF      | 0.0001
        """;

    private const string Fractions = """
        amount | currency
        0.001  | ZAR
        -0.005 | ZAR
        0.5    | JPY
        1.2345 | KWD
        """;

    [Fact]
    public void Equal_amounts_print_equally_however_they_were_written() =>
        Assert.All(
            CaseTable.Read(Texts),
            static row =>
            {
                var money = new Money(row.Number("amount"), Currency.Parse(row["currency"]));

                Assert.Equal(row["text"], money.ToInvariantText());
                Assert.Equal($"{row["text"]} {row["currency"]}", money.ToString());
            }
        );

    [Fact]
    public void An_amount_with_a_fraction_of_the_smallest_unit_is_refused() =>
        Assert.All(
            CaseTable.Read(Fractions),
            static row => Assert.Throws<ArgumentException>(() => new Money(row.Number("amount"), Currency.Parse(row["currency"])))
        );

    [Fact]
    public void Amounts_of_one_currency_add_subtract_and_negate()
    {
        var price = new Money(6000m, Currency.ZAR);
        var vat = new Money(900m, Currency.ZAR);

        Assert.Equal(new Money(6900m, Currency.ZAR), price + vat);
        Assert.Equal(new Money(5100m, Currency.ZAR), price - vat);
        Assert.Equal(new Money(-900m, Currency.ZAR), -vat);
        Assert.Equal(vat, (-vat).Abs());
        Assert.Equal(new Money(6900m, Currency.ZAR), new[] { price, vat }.Sum(Currency.ZAR));
    }

    [Fact]
    public void Amounts_of_two_currencies_neither_add_nor_compare()
    {
        var rand = new Money(1m, Currency.ZAR);
        var pound = new Money(1m, Currency.GBP);

        var refusal = Assert.Throws<InvalidOperationException>(() => rand + pound);
        Assert.Contains("GBP", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("ZAR", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => rand - pound);
        Assert.Throws<InvalidOperationException>(() => rand < pound);
        Assert.Throws<InvalidOperationException>(() => rand > pound);
        Assert.Throws<InvalidOperationException>(() => rand <= pound);
        Assert.Throws<InvalidOperationException>(() => rand >= pound);
        Assert.Throws<InvalidOperationException>(() => new[] { rand, pound }.Sum(Currency.ZAR));
        Assert.Throws<InvalidOperationException>(() => new[] { rand }.Sum(Currency.GBP));
    }

    [Fact]
    public void Amounts_of_two_currencies_are_never_equal()
    {
        Assert.NotEqual(Money.Zero(Currency.ZAR), Money.Zero(Currency.GBP));
        Assert.NotEqual(new Money(100m, Yen), new Money(100m, Currency.ZAR));
    }

    [Theory]
    [InlineData(49, -1)]
    [InlineData(50, 0)]
    [InlineData(51, 1)]
    public void An_amount_is_below_equal_to_or_above_another(long cents, int order)
    {
        var (amount, half) = (Rand(cents), Rand(50));

        Assert.Equal(order, amount.CompareTo(half));
        Assert.Equal(order < 0, amount < half);
        Assert.Equal(order > 0, amount > half);
        Assert.Equal(order <= 0, amount <= half);
        Assert.Equal(order >= 0, amount >= half);
    }

    [Fact]
    public void Nothing_is_zero_and_a_cent_is_not()
    {
        Assert.True(Rand(0).IsZero);
        Assert.False(Rand(1).IsZero);
        Assert.False(Rand(-1).IsZero);
    }

    [Fact]
    public void The_sum_of_no_amounts_is_nothing_in_the_asked_currency() => Assert.Equal(Money.Zero(Yen), Array.Empty<Money>().Sum(Yen));

    [Fact]
    public void The_default_value_throws_when_it_is_used()
    {
        Money never = default;

        Assert.Throws<InvalidOperationException>(() => never.Amount);
        Assert.Throws<InvalidOperationException>(() => never.IsZero);
        Assert.Throws<InvalidOperationException>(() => never.ToMinorUnits());
        Assert.Throws<InvalidOperationException>(() => never.ToInvariantText());
        Assert.Throws<InvalidOperationException>(() => never + never);
        Assert.Throws<InvalidOperationException>(() => -never);
        Assert.Throws<InvalidOperationException>(() => never.CompareTo(never));
        Assert.Throws<InvalidOperationException>(() => new Money(0m, default));
        Assert.Equal("(no amount)", never.ToString());
    }

    [Fact]
    public void An_amount_too_large_to_keep_its_cents_is_refused_rather_than_rounded()
    {
        var largest = new Money(792_281_625_142_643_375_935_439_503.35m, Currency.ZAR);

        Assert.Throws<OverflowException>(() => new Money(decimal.MaxValue, Currency.ZAR));
        Assert.Throws<OverflowException>(() => largest + largest);
        Assert.Throws<OverflowException>(() => largest + new Money(0.01m, Currency.ZAR));
    }

    [Fact]
    public void Smallest_units_are_counted_by_the_exponent()
    {
        Assert.Equal(690_000, new Money(6900m, Currency.ZAR).ToMinorUnits());
        Assert.Equal(6900, new Money(6900m, Yen).ToMinorUnits());
        Assert.Equal(new Money(-1.234m, Currency.Parse("KWD")), Money.FromMinorUnits(-1234, Currency.Parse("KWD")));
        Assert.Throws<OverflowException>(() => new Money(100_000_000_000_000_000m, Currency.ZAR).ToMinorUnits());
    }

    [Fact]
    public void Multiplying_leaves_money_and_only_a_named_rounding_comes_back()
    {
        var exact = new Money(0.30m, Currency.ZAR) * 0.15m;

        Assert.Equal(new ExactAmount(0.045m, Currency.ZAR), exact);
        Assert.Equal(new Money(0.05m, Currency.ZAR), exact.Round(Rounding.HalfAwayFromZero));
        Assert.Equal(new Money(0.04m, Currency.ZAR), exact.Round(Rounding.TowardsZero));
    }

    [Fact]
    public void No_other_way_leads_from_an_exact_amount_to_money()
    {
        const BindingFlags All = BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        var waysBack = typeof(ExactAmount).GetMethods(All).Where(static method => method.ReturnType == typeof(Money));
        var waysIn = typeof(Money).GetMethods(All).Where(static method => Takes(method, typeof(ExactAmount)));
        var multiplications = typeof(Money).GetMethods(All).Where(static method => method.Name is "op_Multiply" or "op_Division");

        Assert.Equal(nameof(ExactAmount.Round), Assert.Single(waysBack).Name);
        Assert.Empty(waysIn);
        Assert.All(multiplications, static method => Assert.Equal(typeof(ExactAmount), method.ReturnType));
    }

    [Fact]
    public void Adding_money_follows_the_laws_of_whole_numbers()
    {
        Law.Holds(Any.Units, static a => Rand(a) + Rand(7) == Rand(7) + Rand(a));
        Law.Holds(Any.Units, static a => Rand(a) + Rand(7) - Rand(7) == Rand(a));
        Law.Holds(Any.Amount, static money => money + -money == Money.Zero(money.Currency));
        Law.Holds(Any.Amount, static money => -(-money) == money && money.Abs() >= Money.Zero(money.Currency));
        Law.Holds(Any.Amount, static money => Money.FromMinorUnits(money.ToMinorUnits(), money.Currency) == money);
    }

    [Fact]
    public void The_text_of_any_amount_has_the_decimals_of_its_currency_and_is_read_back() =>
        Law.Holds(
            Any.Amount,
            static money =>
                money.Amount.Scale == money.Currency.Exponent && new Money(decimal.Parse(money.ToInvariantText()), money.Currency) == money
        );

    private static bool Takes(MethodInfo method, Type type) => method.GetParameters().Any(parameter => parameter.ParameterType == type);

    private static Money Rand(long cents) => Money.FromMinorUnits(cents, Currency.ZAR);
}
