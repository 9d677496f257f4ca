using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Posting.Plans;
using Ledgerbridge.Server.Stores.Policies;
using Ledgerbridge.Tests.Invoicing;
using Ledgerbridge.Tests.Stores;
using static Ledgerbridge.Tests.Posting.SomePlans;

namespace Ledgerbridge.Tests.Posting;

public sealed class InvoiceMoneyTests
{
    public static TheoryData<string> Samples => StoreSamples.Names("invoice");

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_sample_comes_to_its_total_by_Sages_arithmetic_or_says_why_not(string name)
    {
        var invoice = StoreSamples.Invoice(name);
        var plan = DocumentPlanner.PlanInvoice(invoice, Lenient);
        if (plan is not Plan.Planned planned)
        {
            Assert.NotEmpty(Sentence(plan));
            Assert.Contains(name, new[] { "cancelled", "everything-free", "odd-percentage", "yen" });
            return;
        }
        var step = planned.Steps.OfType<PlanStep.CreateInvoice>().Single();
        var currency = step.Invoice.Currency;
        var total = new ExactAmount(invoice.GrandTotal, currency).Round(Rounding.HalfAwayFromZero).Amount;
        Assert.Equal(total, SageGross(step.Invoice.Lines, step.Invoice.Terms!.Carriage, currency));
        Assert.Equal(total, step.Expected.Gross.Amount);
        Assert.Equal(step.Expected.Gross, step.Expected.Net + step.Expected.Vat);
    }

    [Fact]
    public void Taxed_delivery_goes_into_Sages_carriage()
    {
        var booked = Booked(StoreSamples.Invoice("guest-taxed-delivery"));
        Assert.Equal(new NewBooksCarriage(Rand(60m), SomeBooks.Standard, Rand(9m)), booked.Terms!.Carriage);
        Assert.Single(booked.Lines);
    }

    [Fact]
    public void Delivery_that_Sage_would_tax_otherwise_is_a_line()
    {
        var plan = DocumentPlanner.PlanInvoice(StoreSamples.Invoice("delivery-tax-off-by-a-cent"), Facts);
        var booked = Planned(plan).Steps.OfType<PlanStep.CreateInvoice>().Single().Invoice;
        Assert.Null(booked.Terms!.Carriage);
        Assert.Equal(("Delivery", 33.3m, 4.99m), (booked.Lines[^1].Description, booked.Lines[^1].UnitPrice, booked.Lines[^1].Vat.Amount));
        Assert.Contains("R 5.00", Decisions(plan, "Delivery"));
    }

    [Fact]
    public void Delivery_is_a_line_on_its_account_when_the_settings_say_so()
    {
        var facts = With(policy =>
            policy with
            {
                Commercial = policy.Commercial with { Delivery = DeliveryPlace.Line },
                Mappings = policy.Mappings with { ShippingAccountId = Shipping },
            }
        );
        var booked = Booked(StoreSamples.Invoice("guest-taxed-delivery"), facts);
        Assert.Null(booked.Terms!.Carriage);
        Assert.Equal((Shipping, 9m), (booked.Lines[^1].LedgerAccountId, booked.Lines[^1].Vat.Amount));
    }

    [Fact]
    public void Untaxed_delivery_is_booked_at_nought_so_that_Sage_adds_nothing()
    {
        var booked = Booked(Invoice(110m, Row(60m, 0m)) with { Shipping = 50m });
        Assert.Equal(new NewBooksCarriage(Rand(50m), SomeBooks.Zero, Rand(0m)), booked.Terms!.Carriage);
    }

    [Fact]
    public void A_coupon_dilutes_the_rate_and_the_true_one_is_read()
    {
        var plan = DocumentPlanner.PlanInvoice(StoreSamples.Invoice("ten-percent-coupon"), Facts);
        var lines = Planned(plan).Steps.OfType<PlanStep.CreateInvoice>().Single().Invoice.Lines;
        Assert.All(lines, static line => Assert.Equal(SomeBooks.Standard, line.TaxRateId));
        Assert.Equal([40m, 20m], lines.Select(static line => line.Discount!.Value.Amount));
        Assert.Contains("15 % was read from 0.135", Decisions(plan, "Tax rate"));
        Assert.Contains("because of a discount of 10 %", Decisions(plan, "Tax rate"));
    }

    [Fact]
    public void Tax_hidden_in_discounts_goes_back_into_its_rows()
    {
        var plan = DocumentPlanner.PlanInvoice(StoreSamples.Invoice("prices-with-tax-and-discount"), Facts);
        var step = Planned(plan).Steps.OfType<PlanStep.CreateInvoice>().Single();
        Assert.Equal(2, step.Invoice.Lines.Count);
        Assert.Equal((181.12m, 23.62m), (step.Expected.Gross.Amount, step.Expected.Vat.Amount));
        Assert.Equal([10m, 7.5m], step.Invoice.Lines.Select(static line => line.Discount!.Value.Amount));
        Assert.Contains("R 2.63", Decisions(plan, "Hidden tax"));
    }

    [Fact]
    public void A_row_wholly_discounted_at_prices_with_tax_is_worth_nothing_and_not_less()
    {
        var booked = Booked(StoreSamples.Invoice("wholly-discounted-with-tax"));
        Assert.Equal((100m, 100m, 0m), (booked.Lines[0].UnitPrice, booked.Lines[0].Discount!.Value.Amount, booked.Lines[0].Vat.Amount));
        Assert.Equal(2, booked.Lines.Count);
    }

    [Fact]
    public void A_discount_on_delivery_is_taken_off_delivery()
    {
        var plan = DocumentPlanner.PlanInvoice(StoreSamples.Invoice("coupon-on-delivery"), Facts);
        var booked = Planned(plan).Steps.OfType<PlanStep.CreateInvoice>().Single().Invoice;
        Assert.Equal(new NewBooksCarriage(Rand(270m), SomeBooks.Standard, Rand(40.5m)), booked.Terms!.Carriage);
        Assert.Contains("R 30.00 of discount is on delivery", Decisions(plan, "Discount"));
    }

    [Fact]
    public void With_tax_in_the_prices_a_deep_discount_on_delivery_may_be_more_than_delivery_without_tax()
    {
        var sale = Invoice(151.80m, Row(1000m, 16.50m, total: -7m)) with { Shipping = 200m, ShippingTax = 3.30m, Discount = 1228.20m };
        var booked = Booked(sale);
        Assert.Equal(new NewBooksCarriage(Rand(22m), SomeBooks.Standard, Rand(3.30m)), booked.Terms!.Carriage);
        Assert.Equal(890m, booked.Lines.Single().Discount!.Value.Amount);
    }

    [Fact]
    public void The_discount_on_delivery_that_the_header_tells_is_doubted_last()
    {
        var sale = Invoice(7425.79m, Row(15283.68m, 0m, total: 7336.17m)) with
        {
            Shipping = 81.26m,
            ShippingTax = 12.19m,
            Discount = 7989.77m,
        };
        Assert.Contains("R 38.43 more than all of its parts", Sentence(DocumentPlanner.PlanInvoice(sale, Facts)));
    }

    [Theory]
    [InlineData("store-credit", -1000, "store credit, a gift card")]
    [InlineData("surcharge", 17.5, "a surcharge, a recycling")]
    public void What_nothing_explains_fails_with_the_amount_and_the_likely_causes(string name, double difference, string cause)
    {
        var plan = DocumentPlanner.PlanInvoice(StoreSamples.Invoice(name), Facts);
        Assert.Equal(FailureCause.SumUnexplained, Failed(plan));
        var failed = (Plan.Failed)plan;
        Assert.Contains(Rand((decimal)Math.Abs(difference)).Amount.ToString("N2"), failed.Sentence);
        Assert.Contains(cause, failed.Sentence);
        Assert.Contains("Nothing was posted", failed.Sentence);
        Assert.Equal(FailureClass.Validation, failed.Class);
    }

    [Theory]
    [InlineData("store-credit", -1000)]
    [InlineData("surcharge", 17.5)]
    public void By_the_settings_it_is_one_named_line_and_every_other_line_stays_as_charged(string name, double difference)
    {
        var facts = With(policy =>
            policy with
            {
                Commercial = policy.Commercial with
                {
                    Deductions = UnexplainedPart.Line,
                    DeductionText = "Store credit used",
                    Charges = UnexplainedPart.Line,
                    ChargeText = "Recycling fee",
                },
                Mappings = policy.Mappings with { DeductionAccountId = Other, ChargeAccountId = Other },
            }
        );
        var invoice = StoreSamples.Invoice(name);
        var booked = Booked(invoice, facts);
        Assert.Equal(2, booked.Lines.Count);
        var (row, extra) = (booked.Lines[0], booked.Lines[1]);
        Assert.Equal(invoice.Lines[0].Tax, row.Vat.Amount);
        Assert.Null(row.Discount);
        Assert.Equal(((decimal)difference, 0m), (extra.Quantity * extra.UnitPrice, extra.Vat.Amount));
        Assert.Equal(difference < 0 ? "Store credit used" : "Recycling fee", extra.Description);
        Assert.Equal((Other, SomeBooks.NoTax), (extra.LedgerAccountId, extra.TaxRateId));
    }

    [Fact]
    public void A_penny_is_rounding_and_has_a_line_of_that_name()
    {
        var plan = DocumentPlanner.PlanInvoice(StoreSamples.Invoice("partial-last-with-a-penny"), Facts);
        var line = Planned(plan).Steps.OfType<PlanStep.CreateInvoice>().Single().Invoice.Lines[^1];
        Assert.Equal(("Rounding", 0.01m), (line.Description, line.UnitPrice));
        Assert.NotEmpty(Decisions(plan, "Rounding"));
    }

    [Theory]
    [InlineData(0.02, true)]
    [InlineData(-0.02, true)]
    [InlineData(0.03, false)]
    [InlineData(-0.03, false)]
    public void What_counts_as_rounding_ends_where_the_setting_says(double off, bool rounding)
    {
        var plan = DocumentPlanner.PlanInvoice(Invoice(115m + (decimal)off, Row(100m, 15m)), Facts);
        Assert.Equal(rounding, plan is Plan.Planned);
    }

    [Fact]
    public void Rows_without_money_are_left_out_and_said()
    {
        var plan = DocumentPlanner.PlanInvoice(StoreSamples.Invoice("dynamic-bundle"), Facts);
        Assert.Equal(
            ["Blanket", "Cup"],
            Planned(plan).Steps.OfType<PlanStep.CreateInvoice>().Single().Invoice.Lines.Select(static line => line.Description)
        );
        Assert.Contains("1 of 3 rows carry no money", Decisions(plan, "Rows without money"));
        Assert.Single(Booked(StoreSamples.Invoice("fixed-bundle")).Lines);
        Assert.Single(Booked(StoreSamples.Invoice("configurable")).Lines);
    }

    [Fact]
    public void The_rows_own_total_wins_over_quantity_times_price()
    {
        var plan = DocumentPlanner.PlanInvoice(StoreSamples.Invoice("price-does-not-multiply-out"), Facts);
        var lines = Planned(plan).Steps.OfType<PlanStep.CreateInvoice>().Single().Invoice.Lines;
        Assert.Equal((12m, 21.6525m), (lines[0].Quantity, lines[0].UnitPrice));
        Assert.Equal((1m, 33.33m, "999 × Pin"), (lines[1].Quantity, lines[1].UnitPrice, lines[1].Description));
        Assert.Contains("12 × 21.65 does not give R 259.83", Decisions(plan, "Price"));
    }

    [Fact]
    public void No_line_depends_on_how_Sage_rounds_half_a_cent()
    {
        var booked = Booked(Invoice(Row(18.33m, 2.75m, quantity: 2.5m) with { UnitPrice = 7.33m }));
        Assert.Equal((2.5m, 7.332m), (booked.Lines[0].Quantity, booked.Lines[0].UnitPrice));
    }

    [Fact]
    public void A_row_without_quantity_is_one_piece()
    {
        var booked = Booked(Invoice(Row(10m, 1.5m) with { Quantity = 0m }));
        Assert.Equal((1m, 10m, "0 × Ware"), (booked.Lines[0].Quantity, booked.Lines[0].UnitPrice, booked.Lines[0].Description));
    }

    [Fact]
    public void A_total_above_subtotal_and_tax_is_what_the_row_is_worth()
    {
        var booked = Booked(
            Invoice(Row(100m, 15m, total: 120m)),
            FactsFor(
                Books with
                {
                    TaxRates = [.. Books.TaxRates, SomeBooks.Rate("R1429", VatTreatment.Standard, (14.2857m, null))],
                },
                Policy
            )
        );
        Assert.Equal((105m, 15m), (booked.Lines[0].UnitPrice, booked.Lines[0].Vat.Amount));
        Assert.Null(booked.Lines[0].Discount);
    }

    [Fact]
    public void Tax_on_a_value_of_nothing_is_booked_as_charged_and_pointed_out()
    {
        var plan = DocumentPlanner.PlanInvoice(StoreSamples.Invoice("tax-only-row"), Facts);
        var line = Planned(plan).Steps.OfType<PlanStep.CreateInvoice>().Single().Invoice.Lines.Single();
        Assert.Equal((0m, 2m, SomeBooks.Standard), (line.UnitPrice, line.Vat.Amount, line.TaxRateId));
        Assert.Contains("which no rate explains", Decisions(plan, "Tax rate"));
    }

    [Fact]
    public void Mixed_rates_stay_on_their_rows()
    {
        var booked = Booked(StoreSamples.Invoice("mixed-rates"));
        Assert.Equal([SomeBooks.Zero, SomeBooks.Standard], booked.Lines.Select(static line => line.TaxRateId));
    }

    [Fact]
    public void Yen_have_no_hundredths_and_the_difference_is_told()
    {
        var facts = FactsFor(Books, Policy);
        var plan = DocumentPlanner.PlanInvoice(StoreSamples.Invoice("yen"), WithTenPercent(facts));
        var step = Planned(plan).Steps.OfType<PlanStep.CreateInvoice>().Single();
        Assert.Equal(12915m, step.Expected.Gross.Amount);
        Assert.All(step.Invoice.Lines, static line => Assert.Equal(0m, line.Vat.Amount % 1m));
        Assert.Contains("JPY 12,915", Decisions(plan, "Rounding"));
    }

    [Fact]
    public void A_tax_no_rate_comes_near_fails_with_the_percentage_and_those_that_are_known()
    {
        var plan = DocumentPlanner.PlanInvoice(Invoice(Row(100m, 8.88m)), Facts);
        Assert.Equal(FailureCause.TaxRateUnmapped, Failed(plan));
        Assert.Contains("about 8.88 %", Sentence(plan));
        Assert.Contains("The business has 15 %", Sentence(plan));
    }

    [Fact]
    public void A_percentage_of_the_map_goes_to_its_rate()
    {
        var facts = With(policy =>
            policy with
            {
                TaxRates = policy.TaxRates with { Map = [new TaxRateRule { Percentage = 8.875m, TaxRateId = SomeBooks.Standard }] },
            }
        );
        var booked = Booked(Invoice(Row(34.05m, 3.02m)), facts);
        Assert.Equal((SomeBooks.Standard, 3.02m), (booked.Lines[0].TaxRateId, booked.Lines[0].Vat.Amount));
    }

    [Fact]
    public void Who_is_not_registered_cannot_book_tax()
    {
        var facts = FactsFor(Books with { VatRegistered = false }, Policy);
        Assert.Equal(FailureCause.NotVatRegistered, Failed(DocumentPlanner.PlanInvoice(Invoice(Row(100m, 15m)), facts)));
        Assert.IsType<Plan.Planned>(DocumentPlanner.PlanInvoice(Invoice(Row(100m, 0m)), facts));
    }

    [Theory]
    [InlineData("", "was never chosen")]
    [InlineData("gone", "is no longer in the books")]
    [InlineData("acc-5000", "is no longer in the books")]
    public void An_account_the_books_do_not_have_for_sales_fails(string account, string why)
    {
        var plan = DocumentPlanner.PlanInvoice(
            Invoice(Row(100m, 15m)),
            With(policy => policy with { Mappings = policy.Mappings with { SalesAccountId = account } })
        );
        Assert.Equal(FailureCause.MappingMissing, Failed(plan));
        Assert.Contains(why, Sentence(plan));
    }

    [Fact]
    public void A_rate_for_the_untaxed_that_was_never_chosen_fails()
    {
        var plan = DocumentPlanner.PlanInvoice(
            Invoice(Row(100m, 0m)),
            With(policy => policy with { TaxRates = policy.TaxRates with { UntaxedTaxRateId = "" } })
        );
        Assert.Equal(FailureCause.MappingMissing, Failed(plan));
    }

    private static PlanFacts WithTenPercent(PlanFacts facts) =>
        facts with
        {
            Books = facts.Books with { TaxRates = [.. facts.Books.TaxRates, SomeBooks.Rate("TEN", VatTreatment.Standard, (10m, null))] },
        };
}
