using System.Globalization;
using FsCheck.Fluent;
using Ledgerbridge.Server.Stores.Documents;
using Ledgerbridge.Tests.Kernel;

namespace Ledgerbridge.Tests.Stores;

public sealed class StoreTextTests
{
    [Theory]
    [InlineData("Rooibos &amp; honey", "Rooibos & honey")]
    [InlineData("Band&trade;", "Band™")]
    [InlineData("Band &amp;trade;", "Band ™")]
    [InlineData("&#8220;Case&#8221;", "“Case”")]
    [InlineData("AT&T;", "AT& T;")]
    [InlineData("Fish & chips", "Fish & chips")]
    [InlineData("a\tb\r\nc\u00a0d", "a b c d")]
    [InlineData("  blank  ends ", "blank ends")]
    [InlineData("bell\u0007 nul\0 esc\u001b", "bell nul esc")]
    [InlineData("\u202edesrever\u202c", "desrever")]
    [InlineData("zero\u200bwidth\ufeff", "zerowidth")]
    [InlineData("寿司セット", "寿司セット")]
    [InlineData("5\" nail \\ 'q'", "5\" nail \\ 'q'")]
    public void Text_is_made_fit_for_the_books(string typed, string clean) => Assert.Equal(clean, StoreText.Clean(typed));

    [Fact]
    public void Emoji_of_several_parts_stay_whole() => Assert.Equal("👩‍👩‍👧 set", StoreText.Clean("👩‍👩‍👧 set"));

    [Fact]
    public void Sage_never_sees_an_entity() =>
        Law.Holds(
            Gen.Elements("&", "amp;", "lt;", "#60;", "x", "madeup;", " ", "&amp;", "trade;")
                .ListOf()
                .Select(static parts => string.Concat(parts)),
            static text =>
                !System.Text.RegularExpressions.Regex.IsMatch(
                    StoreText.Clean(text),
                    "&#?[A-Za-z0-9]{1,32};",
                    System.Text.RegularExpressions.RegexOptions.None,
                    TimeSpan.FromSeconds(1)
                )
        );

    [Theory]
    [InlineData("Wrong <b>size</b>", "Wrong size")]
    [InlineData("&lt;p&gt;Too small&lt;/p&gt;", "Too small")]
    [InlineData("2 < 3 and 4 > 1", "2 < 3 and 4 > 1")]
    public void Markup_is_taken_out_of_comments(string typed, string clean) => Assert.Equal(clean, StoreText.CleanWithoutMarkup(typed));

    [Theory]
    [InlineData("short", 10, "short")]
    [InlineData("exactly ten", 11, "exactly ten")]
    [InlineData("a blank at the cut", 8, "a blank")]
    [InlineData("🎉🎉🎉", 5, "🎉🎉")]
    [InlineData("👩‍👩‍👧👩‍👩‍👧", 15, "👩‍👩‍👧")]
    [InlineData("e\u0301e\u0301", 3, "e\u0301")]
    public void A_cut_keeps_whole_characters(string text, int max, string cut) => Assert.Equal(cut, StoreText.Cut(text, max));

    [Fact]
    public void A_character_of_more_parts_than_fit_is_cut_between_its_parts()
    {
        Assert.Equal("👩", StoreText.Cut("👩‍👩‍👧", 2));
        Assert.Equal("", StoreText.Cut("👩", 1));
    }

    [Fact]
    public void A_cut_is_never_longer_than_allowed_and_always_a_beginning() =>
        Law.Holds(
            from parts in Gen.Elements("a", " ", "é", "e\u0301", "🎉", "👩‍👩‍👧", "🇿🇦", "寿").ListOf()
            from max in Gen.Choose(0, 30)
            select (Text: string.Concat(parts), Max: max),
            static sample =>
            {
                var cut = StoreText.Cut(sample.Text, sample.Max);
                return cut.Length <= sample.Max
                    && sample.Text.StartsWith(cut, StringComparison.Ordinal)
                    && !cut.Where(static (c, i) => char.IsHighSurrogate(c)).Skip(cut.Count(char.IsLowSurrogate)).Any()
                    && new StringInfo(cut).LengthInTextElements <= new StringInfo(sample.Text).LengthInTextElements;
            }
        );
}
