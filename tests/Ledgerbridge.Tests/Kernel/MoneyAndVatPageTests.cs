using Ledgerbridge.Kernel;
using Ledgerbridge.Testing;

namespace Ledgerbridge.Tests.Kernel;

/// <summary>Works out every example of <c>docs/money-and-vat.md</c> again.</summary>
public sealed class MoneyAndVatPageTests
{
    private static readonly string Page = File.ReadAllText(RepositoryFiles.At("docs", "money-and-vat.md"));

    [Fact]
    public void Vat_on_a_price_is_as_the_page_says() =>
        Assert.All(
            CaseTable.FromMarkdown(Page, "Price without VAT"),
            static row =>
            {
                var net = Rand(row["Price without VAT"]);
                var vat = Rate(row["Rate"]).OnExclusive(net);

                Assert.Equal(row["VAT"], MoneyText.Screen(vat));
                Assert.Equal(row["Price with VAT"], MoneyText.Screen(net + vat));
            }
        );

    [Fact]
    public void Vat_in_a_price_is_as_the_page_says() =>
        Assert.All(
            CaseTable.FromMarkdown(Page, "Price with VAT"),
            static row =>
            {
                var gross = Rand(row["Price with VAT"]);
                var vat = Rate(row["Rate"]).InInclusive(gross);

                Assert.Equal(row["VAT"], MoneyText.Screen(vat));
                Assert.Equal(row["Price without VAT"], MoneyText.Screen(gross - vat));
            }
        );

    [Fact]
    public void Vat_line_by_line_is_as_the_page_says() =>
        Assert.All(
            CaseTable.FromMarkdown(Page, "Lines"),
            static row =>
            {
                var rate = VatRate.Standard(15m);
                var line = new LineToPrice(1m, Rand(row["Price of each"]) * 1m, rate);

                var document = Pricing.Price(Enumerable.Repeat(line, int.Parse(row["Lines"])), Currency.ZAR);

                Assert.Equal(row["VAT, line by line"], MoneyText.Screen(document.Vat));
                Assert.Equal(row["VAT on the total"], MoneyText.Screen(rate.OnExclusive(document.Net)));
            }
        );

    [Fact]
    public void The_treatments_of_the_page_are_those_of_the_kernel() =>
        Assert.Equal(
            Enum.GetValues<VatTreatment>().Select(TreatmentOnThePage),
            CaseTable.FromMarkdown(Page, "Treatment").Select(static row => row["Treatment"])
        );

    [Fact]
    public void Shares_are_as_the_page_says() =>
        Assert.All(
            CaseTable.FromMarkdown(Page, "Amount", "Shared in the proportion"),
            static row =>
            {
                var weights = row["Shared in the proportion"].Split(':').Select(decimal.Parse).ToArray();

                var shares = Allocation.ByLargestRemainder(Rand(row["Amount"]), weights);

                Assert.Equal(row["Shares"], string.Join(" + ", shares.Select(static share => MoneyText.Screen(share))));
            }
        );

    [Fact]
    public void Amounts_are_shown_as_the_page_says() =>
        Assert.All(
            CaseTable.FromMarkdown(Page, "Amount", "Currency"),
            static row =>
                Assert.Equal(row["On screen"], MoneyText.Screen(new Money(decimal.Parse(row["Amount"]), Currency.Parse(row["Currency"]))))
        );

    [Fact]
    public void Typed_numbers_are_understood_as_the_page_says() =>
        Assert.All(
            CaseTable.FromMarkdown(Page, "Typed"),
            static row =>
                Assert.Equal(row["Understood as"].Replace("`", "", StringComparison.Ordinal), Understood(NumberText.Read(row["Typed"])))
        );

    [Fact]
    public void Vat_numbers_are_judged_as_the_page_says() =>
        Assert.All(
            CaseTable.FromMarkdown(Page, "VAT number"),
            static row => Assert.Equal(row["What Ledgerbridge says"], Judgement(SouthAfricanVatNumber.Check(row["VAT number"])))
        );

    private static Money Rand(string onPage) => new(((NumberReading.Number)NumberText.Read(onPage)).Value, Currency.ZAR);

    private static VatRate Rate(string onPage) =>
        onPage switch
        {
            "zero-rated" => VatRate.ZeroRated,
            "exempt" => VatRate.Exempt,
            "outside the tax" => VatRate.OutOfScope,
            _ => VatRate.Standard(decimal.Parse(onPage.TrimEnd('%').Trim())),
        };

    private static string TreatmentOnThePage(VatTreatment treatment) =>
        treatment switch
        {
            VatTreatment.Standard => "Standard",
            VatTreatment.ZeroRated => "Zero-rated",
            VatTreatment.Exempt => "Exempt",
            VatTreatment.OutOfScope => "Outside the tax",
            _ => $"{treatment} is missing on the page",
        };

    private static string Understood(NumberReading reading) =>
        reading switch
        {
            NumberReading.Number number => $"{number.Value}",
            NumberReading.Ambiguous either => $"asked: {either.WithThousands} or {either.WithDecimals}",
            _ => "refused",
        };

    private static string Judgement(VatNumberCheck check) =>
        check switch
        {
            VatNumberCheck.Valid => "fine",
            VatNumberCheck.CheckDigitDiffers => "check digit differs",
            _ => "malformed",
        };
}
