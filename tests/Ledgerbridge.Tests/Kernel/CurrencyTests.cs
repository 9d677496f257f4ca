using Ledgerbridge.Kernel;

namespace Ledgerbridge.Tests.Kernel;

public sealed class CurrencyTests
{
    /// <summary>ISO 4217's currencies whose smallest unit is not a hundredth.</summary>
    private const string UnusualExponents = """
        exponent | codes
        0        | BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF
        3        | BHD IQD JOD KWD LYD OMR TND
        4        | CLF UYW
        """;

    [Fact]
    public void Exactly_the_unusual_currencies_of_the_standard_have_an_unusual_exponent()
    {
        var expected = CaseTable
            .Read(UnusualExponents)
            .SelectMany(static row => row["codes"].Split(' ').Select(code => (Code: code, Exponent: (int)row.Number("exponent"))))
            .OrderBy(static currency => currency.Code, StringComparer.Ordinal);

        var unusual = EveryCurrency().Where(static currency => currency.Exponent != 2);

        Assert.Equal(expected, unusual.Select(static currency => (currency.Code, currency.Exponent)));
    }

    [Theory]
    [InlineData("ZAR")]
    [InlineData("GBP")]
    [InlineData("EUR")]
    [InlineData("USD")]
    [InlineData("BWP")]
    [InlineData("NAD")]
    [InlineData("ZMW")]
    [InlineData("XCG")]
    public void Most_currencies_have_hundredths(string code) => Assert.Equal(2, Currency.Parse(code).Exponent);

    [Theory]
    [InlineData("zar")]
    [InlineData(" ZAR\t")]
    [InlineData("Zar")]
    public void Letter_case_and_white_space_around_a_code_do_not_matter(string text) => Assert.Equal(Currency.ZAR, Currency.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("R")]
    [InlineData("ZA")]
    [InlineData("RAND")]
    [InlineData("Z R")]
    [InlineData("XXX")]
    [InlineData("XAU")]
    public void A_text_that_is_no_currency_is_refused_by_name(string text)
    {
        Assert.False(Currency.TryParse(text, out var nothing));
        Assert.Equal(default, nothing);
        Assert.Contains($"'{text}'", Assert.Throws<FormatException>(() => Currency.Parse(text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_text_is_no_currency() => Assert.False(Currency.TryParse(null, out _));

    [Theory]
    [InlineData("ZAR", "R")]
    [InlineData("GBP", "£")]
    [InlineData("EUR", "€")]
    [InlineData("USD", "$")]
    [InlineData("AUD", "AUD")]
    [InlineData("NAD", "NAD")]
    public void A_sign_that_several_currencies_use_stands_for_one_of_them_only(string code, string symbol) =>
        Assert.Equal(symbol, Currency.Parse(code).Symbol);

    [Fact]
    public void The_default_value_throws_when_it_is_used()
    {
        Currency never = default;

        Assert.Throws<InvalidOperationException>(() => never.Code);
        Assert.Throws<InvalidOperationException>(() => never.Exponent);
        Assert.Throws<InvalidOperationException>(() => never.Symbol);
        Assert.Equal("(no currency)", never.ToString());
    }

    [Fact]
    public void What_is_printed_is_read_back() =>
        Assert.All(EveryCurrency(), static currency => Assert.Equal(currency, Currency.Parse(currency.ToString())));

    private static List<Currency> EveryCurrency()
    {
        const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        var found = new List<Currency>();
        foreach (var code in from a in Letters from b in Letters from c in Letters select $"{a}{b}{c}")
        {
            if (Currency.TryParse(code, out var currency))
                found.Add(currency);
        }
        return found;
    }
}
