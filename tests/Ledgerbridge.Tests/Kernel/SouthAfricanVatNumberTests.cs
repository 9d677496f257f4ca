using FsCheck.Fluent;
using Ledgerbridge.Kernel;

namespace Ledgerbridge.Tests.Kernel;

public sealed class SouthAfricanVatNumberTests
{
    [Theory]
    [InlineData("4220122222")]
    [InlineData("4987654326")]
    [InlineData("4555999996")]
    [InlineData("4678901234")]
    [InlineData("4220 122 222")]
    [InlineData(" 4220122222 ")]
    [InlineData("4220\u00A0122\u00A0222")]
    [InlineData("4220\u202F122\u202F222\t")]
    public void A_number_is_read_as_people_write_or_paste_it(string text) =>
        Assert.Equal(VatNumberCheck.Valid, SouthAfricanVatNumber.Check(text));

    [Theory]
    [InlineData("")]
    [InlineData("4")]
    [InlineData("422012222")]
    [InlineData("42201222222")]
    [InlineData("3220122222")]
    [InlineData("9220122222")]
    [InlineData("422012222A")]
    [InlineData("4220-122-222")]
    [InlineData("ZA4220122222")]
    [InlineData("422012222\u0662")]
    public void Anything_but_ten_digits_beginning_with_four_is_malformed(string text) =>
        Assert.Equal(VatNumberCheck.Malformed, SouthAfricanVatNumber.Check(text));

    [Theory]
    [InlineData("4220122221")]
    [InlineData("4220122223")]
    [InlineData("4221022222")]
    public void A_wrong_check_digit_is_only_a_warning(string text) =>
        Assert.Equal(VatNumberCheck.CheckDigitDiffers, SouthAfricanVatNumber.Check(text));

    [Fact]
    public void Of_ten_numbers_that_differ_in_their_last_digit_one_is_valid() =>
        Law.Holds(
            Gen.Choose(0, 99_999_999),
            static middle =>
                Enumerable.Range(0, 10).Count(last => SouthAfricanVatNumber.Check($"4{middle:D8}{last}") == VatNumberCheck.Valid) == 1
        );

    [Fact]
    public void Any_single_wrong_digit_is_noticed() =>
        Law.Holds(
            from place in Gen.Choose(1, 9)
            from digit in Gen.Choose(0, 9)
            select (Place: place, Digit: (char)('0' + digit)),
            static change =>
            {
                var digits = "4220122222".ToCharArray();
                var same = digits[change.Place] == change.Digit;
                digits[change.Place] = change.Digit;
                return SouthAfricanVatNumber.Check(new string(digits)) == (same ? VatNumberCheck.Valid : VatNumberCheck.CheckDigitDiffers);
            }
        );
}
