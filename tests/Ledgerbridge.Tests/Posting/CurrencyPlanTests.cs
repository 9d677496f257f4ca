using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Posting.Plans;
using Ledgerbridge.Server.Stores.Documents;
using Ledgerbridge.Server.Stores.Policies;
using Ledgerbridge.Tests.Stores;
using static Ledgerbridge.Tests.Posting.SomePlans;

namespace Ledgerbridge.Tests.Posting;

public sealed class CurrencyPlanTests
{
    private static StoreInvoice Dollars { get; } = Invoice(Row(100m, 0m)) with { CurrencyCode = "USD", BaseToOrderRate = 0.0541m };

    [Fact]
    public void The_shops_rate_is_turned_over_and_kept_to_ten_decimals()
    {
        var step = Step(Dollars);
        Assert.Equal(18.4842883549m, step.Invoice.Terms!.ExchangeRate);
        Assert.Equal(Rand(1848.43m), step.Expected.BaseGross);
        Assert.Equal((Currency.USD, 100m), (step.Invoice.Currency, step.Expected.Gross.Amount));
        Assert.Contains("has few digits", Decisions(DocumentPlanner.PlanInvoice(Dollars, Facts), "Exchange rate"));
    }

    [Fact]
    public void The_books_own_currency_has_no_rate_whatever_the_shop_says()
    {
        var step = Step(Invoice(Row(100m, 15m)) with { BaseToOrderRate = 17.5m });
        Assert.Null(step.Invoice.Terms!.ExchangeRate);
        Assert.Equal(Rand(115m), step.Expected.BaseGross);
    }

    [Theory]
    [InlineData(null, "ExchangeRateMissing")]
    [InlineData(1.0, "ExchangeRateDoubtful")]
    public void A_rate_that_is_missing_or_hardly_true_fails(double? rate, string cause)
    {
        var plan = DocumentPlanner.PlanInvoice(Dollars with { BaseToOrderRate = (decimal?)rate }, Facts);
        Assert.Equal(Enum.Parse<FailureCause>(cause), Failed(plan));
    }

    [Fact]
    public void Currencies_at_par_are_at_par()
    {
        var facts = WithCurrency(static card => card with { AtPar = ["NAD"] });
        var step = Step(Dollars with { CurrencyCode = "NAD", BaseToOrderRate = 1m }, facts);
        Assert.Equal(1m, step.Invoice.Terms!.ExchangeRate);
    }

    [Fact]
    public void A_website_with_another_base_currency_needs_a_rate_of_the_settings()
    {
        var facts = WithCurrency(static card =>
            card with
            {
                WebsiteCurrencies = [new WebsiteCurrency { WebsiteId = 3, Currency = "USD" }],
            }
        );
        var sale = Dollars with { WebsiteId = 3, BaseToOrderRate = 1m };
        Assert.Equal(FailureCause.ExchangeRateMissing, Failed(DocumentPlanner.PlanInvoice(sale, facts)));
        Assert.Contains("counts in USD", Sentence(DocumentPlanner.PlanInvoice(sale, facts)));
        var known = WithCurrency(static card =>
            card with
            {
                WebsiteCurrencies = [new WebsiteCurrency { WebsiteId = 3, Currency = "USD" }],
                Rates = [new CurrencyRate { Currency = "USD", Rate = 18.25m }],
            }
        );
        Assert.Equal(18.25m, Step(sale, known).Invoice.Terms!.ExchangeRate);
    }

    [Fact]
    public void The_table_goes_before_the_shop_when_the_settings_say_so()
    {
        var rates = new CurrencyCard { Rates = [new CurrencyRate { Currency = "USD", Rate = 18.25m }] };
        Assert.Equal(18.4842883549m, Step(Dollars, WithCurrency(_ => rates)).Invoice.Terms!.ExchangeRate);
        Assert.Equal(18.25m, Step(Dollars, WithCurrency(_ => rates with { RateSource = RateSource.Table })).Invoice.Terms!.ExchangeRate);
        Assert.Equal(
            FailureCause.ExchangeRateMissing,
            Failed(DocumentPlanner.PlanInvoice(Dollars, WithCurrency(static card => card with { RateSource = RateSource.Table })))
        );
    }

    [Theory]
    [InlineData("Skip", null, "Currency", null)]
    [InlineData("Fail", null, null, "CurrencyNotAccepted")]
    [InlineData("Post", "EUR", null, "CurrencyNotAccepted")]
    [InlineData("Post", "USD", null, null)]
    public void Other_currencies_are_posted_left_out_or_refused(string setting, string? accepted, string? skip, string? cause)
    {
        var facts = WithCurrency(card =>
            card with
            {
                OtherCurrencies = Enum.Parse<OtherCurrencies>(setting),
                Accepted = accepted is null ? [] : [accepted],
            }
        );
        var plan = DocumentPlanner.PlanInvoice(Dollars, facts);
        Assert.Equal(skip, (plan as Plan.Skipped)?.Reason.ToString());
        Assert.Equal(cause, (plan as Plan.Failed)?.Cause.ToString());
    }

    [Fact]
    public void Books_without_other_currencies_say_so()
    {
        var single = Books with { Capabilities = Books.Capabilities with { MultiCurrency = false } };
        Assert.Equal(FailureCause.CurrencyNotSupported, Failed(DocumentPlanner.PlanInvoice(Dollars, FactsFor(single, Policy))));
    }

    [Theory]
    [InlineData(1848.43, true)]
    [InlineData(1848.45, true)]
    [InlineData(1848.46, false)]
    [InlineData(1.0, false)]
    [InlineData(null, true)]
    public void The_base_amount_Sage_came_to_may_differ_by_rounding_only(double? said, bool agrees) =>
        Assert.Equal(agrees, Step(Dollars).Expected.BaseAgrees((decimal?)said, parts: 1));

    [Theory]
    [InlineData("GB", "ZA_ZERO")]
    [InlineData("ZA", "ZA_NO_TAX")]
    public void What_bears_no_tax_is_zero_rated_when_it_goes_to_another_country_than_the_business_is_in(string country, string rate)
    {
        var facts = With(static policy => policy with { TaxRates = policy.TaxRates with { UntaxedTaxRateId = "ZA_NO_TAX" } });
        var booked = Booked(To(Invoice(150m, Row(100m, 0m)), country) with { Shipping = 50m }, facts);
        Assert.Equal(rate, booked.Lines[0].TaxRateId);
        Assert.Equal(rate, booked.Terms!.Carriage!.TaxRateId);
    }

    [Fact]
    public void Abroad_is_told_by_the_business_own_country_and_not_by_the_United_Kingdom()
    {
        var british = FactsFor(BritishBooks, PolicyFor(BritishBooks));
        var sale = Invoice(Row(100m, 0m)) with { CurrencyCode = "GBP" };
        Assert.Null(Booked(To(sale, "GB"), british).Lines[0].Supply);
        Assert.Equal(SupplyKind.Goods, Booked(To(sale, "ZA"), british).Lines[0].Supply);
        Assert.Null(Booked(To(Invoice(Row(100m, 0m)), "GB")).Lines[0].Supply);
    }

    [Fact]
    public void Every_line_of_a_sale_abroad_is_zero_rated_in_British_books_the_deduction_too()
    {
        var policy = PolicyFor(BritishBooks);
        var british = FactsFor(BritishBooks, policy with { Commercial = policy.Commercial with { Deductions = UnexplainedPart.Line } });
        var booked = Booked(To(Invoice(60m, Row(100m, 0m)) with { CurrencyCode = "GBP" }, "US"), british);
        Assert.Equal(2, booked.Lines.Count);
        Assert.All(booked.Lines, static line => Assert.Equal(("GB_ZERO", SupplyKind.Goods), (line.TaxRateId, line.Supply)));
    }

    [Theory]
    [InlineData("Post", null)]
    [InlineData("Fail", "TaxedAbroad")]
    public void Tax_charged_abroad_is_kept_or_refused(string setting, string? cause)
    {
        var facts = With(policy => policy with { TaxRates = policy.TaxRates with { TaxedAbroad = Enum.Parse<TaxedAbroad>(setting) } });
        Assert.Equal(cause, (DocumentPlanner.PlanInvoice(To(Invoice(Row(100m, 15m)), "NA"), facts) as Plan.Failed)?.Cause.ToString());
    }

    [Theory]
    [InlineData("ByProduct", "virtual", "virtual", "Services", "of services.")]
    [InlineData("ByProduct", "simple", "downloadable", "Goods", "goods and services")]
    [InlineData("ByProduct", null, null, "Goods", "counts as goods")]
    [InlineData("Goods", "virtual", "virtual", "Goods", "by the store's settings")]
    [InlineData("Services", "simple", "simple", "Services", "by the store's settings")]
    public void Goods_or_services_is_asked_once_for_a_document(string source, string? first, string? second, string kind, string said)
    {
        var policy = PolicyFor(BritishBooks);
        var facts = FactsFor(
            BritishBooks,
            policy with
            {
                TaxRates = policy.TaxRates with { GoodsOrServices = Enum.Parse<SupplySource>(source) },
            }
        ) with
        {
            ProductTypes = new Dictionary<string, string?> { ["A"] = first, ["B"] = second }
                .Where(static pair => pair.Value is not null)
                .ToDictionary(static pair => pair.Key, static pair => pair.Value!),
        };
        var sale = To(Invoice(Row(100m, 0m, sku: "A"), Row(40m, 0m, sku: "B")) with { CurrencyCode = "GBP" }, "IE");
        var plan = DocumentPlanner.PlanInvoice(sale, facts);
        var lines = Planned(plan).Steps.OfType<PlanStep.CreateInvoice>().Single().Invoice.Lines;
        Assert.All(lines, line => Assert.Equal(Enum.Parse<SupplyKind>(kind), line.Supply));
        Assert.Contains(said, Decisions(plan, "Goods or services"));
    }

    [Fact]
    public void Most_of_the_value_decides_between_goods_and_services()
    {
        var british = FactsFor(BritishBooks, PolicyFor(BritishBooks)) with
        {
            ProductTypes = new Dictionary<string, string> { ["COURSE"] = "virtual", ["BOOK"] = "simple" },
        };
        var invoice = StoreSamples.Invoice("european-services");
        Assert.All(Booked(invoice, british).Lines, static line => Assert.Equal(SupplyKind.Services, line.Supply));
    }

    private static PlanFacts WithCurrency(Func<CurrencyCard, CurrencyCard> change) =>
        With(policy => policy with { Currency = change(policy.Currency) });
}
