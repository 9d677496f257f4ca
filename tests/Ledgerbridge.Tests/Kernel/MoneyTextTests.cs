using FsCheck.Fluent;
using Ledgerbridge.Kernel;

namespace Ledgerbridge.Tests.Kernel;

/// <summary>What holds between the formatter and the reader for any amount; the single cases are in the contract.</summary>
public sealed class MoneyTextTests
{
    [Fact]
    public void An_amount_is_read_back_from_its_screen_text_where_the_currency_has_a_sign() =>
        Law.Holds(
            from sign in Gen.Elements(Currency.ZAR, Currency.GBP, Currency.EUR, Currency.USD)
            from units in Any.Units
            select Money.FromMinorUnits(units, sign),
            static money => Reads(MoneyText.Screen(money), new NumberReading.Number(money.Amount))
        );

    [Fact]
    public void An_amount_is_read_back_from_a_column_or_asked_about() =>
        Law.Holds(
            Any.Amount,
            static money =>
                NumberText.Read(MoneyText.Column(money)) switch
                {
                    NumberReading.Number number => number.Value == money.Amount,
                    NumberReading.Ambiguous either => money.Currency.Exponent == 0 && either.WithThousands == money.Amount,
                    _ => false,
                }
        );

    [Fact]
    public void An_amount_is_read_back_from_its_text_for_files() =>
        Law.Holds(Any.Amount, static money => Reads(money.ToInvariantText(), new NumberReading.Number(money.Amount)));

    [Fact]
    public void What_was_understood_has_the_decimals_that_were_typed() =>
        Law.Holds(
            Any.Factor,
            static number => NumberText.Read(number.ToString()) is NumberReading.Number read && read.Value.Scale == number.Scale
        );

    [Fact]
    public void One_comma_and_three_digits_are_always_asked_about_and_never_guessed() =>
        Law.Holds(
            from whole in Gen.Choose(1, 999)
            from thousandths in Gen.Choose(0, 999)
            select (Whole: whole, Thousandths: thousandths),
            static typed =>
                Reads(
                    $"{typed.Whole},{typed.Thousandths:D3}",
                    new NumberReading.Ambiguous((typed.Whole * 1000m) + typed.Thousandths, typed.Whole + (typed.Thousandths / 1000m))
                )
        );

    [Fact]
    public void An_amount_that_is_not_known_is_a_dash_and_no_number()
    {
        Assert.Equal(MoneyText.Unknown, MoneyText.Screen(null));
        Assert.Equal(MoneyText.Unknown, MoneyText.Column(null));
        Assert.IsType<NumberReading.NotANumber>(NumberText.Read(MoneyText.Unknown));
    }

    [Fact]
    public void An_amount_that_was_never_set_is_not_shown_as_nothing()
    {
        Assert.Throws<InvalidOperationException>(() => MoneyText.Screen(default(Money)));
        Assert.Throws<InvalidOperationException>(() => MoneyText.Column(default(Money)));
    }

    [Theory]
    [InlineData(' ')]
    [InlineData('1')]
    [InlineData(',')]
    [InlineData('(')]
    public void A_text_of_any_length_is_answered(char repeated) =>
        Assert.IsType<NumberReading.NotANumber>(NumberText.Read($"1{new string(repeated, 200_000)}x"));

    [Fact]
    public void Any_text_at_all_is_answered() =>
        Law.Holds(
            Gen.Elements("0123456789.,  \u00A0\u202F-\u2212()RrZA£$xe\t".ToCharArray()).ArrayOf(),
            static characters => NumberText.Read(new string(characters)) is not null
        );

    private static bool Reads(string text, NumberReading expected) => NumberText.Read(text).Equals(expected);
}
