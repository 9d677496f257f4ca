using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Posting.Plans;
using Ledgerbridge.Server.Stores.Documents;
using Ledgerbridge.Server.Stores.Policies;
using Ledgerbridge.Tests.Invoicing;
using Ledgerbridge.Tests.Stores;
using static Ledgerbridge.Tests.Posting.SomePlans;

namespace Ledgerbridge.Tests.Posting;

public sealed class CreditNotePlanTests
{
    public static TheoryData<string> Samples => StoreSamples.Names("creditmemo");

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_sample_comes_to_its_total_by_Sages_arithmetic(string name)
    {
        var memo = StoreSamples.CreditMemo(name);
        var posted =
            name == "dollars" ? Posted with { Gross = new Money(113.5m, Currency.USD), Outstanding = null, ExchangeRate = 18.48m } : Posted;
        var plan = DocumentPlanner.PlanCreditNote(memo, On(posted, Lenient));
        if (name == "zero")
        {
            Assert.Equal(SkipReason.ZeroValue, Skipped(plan));
            return;
        }
        var step = Planned(plan).Steps.OfType<PlanStep.CreateCreditNote>().Single();
        Assert.Equal(memo.GrandTotal, SageGross(step.CreditNote.Lines, step.CreditNote.Terms!.Carriage, step.CreditNote.Currency));
        Assert.Equal(memo.GrandTotal, step.Expected.Gross.Amount);
        Assert.NotEmpty(step.CreditNote.Lines);
    }

    [Fact]
    public void A_credit_note_goes_to_the_contact_of_its_invoice_and_says_which_one_it_credits()
    {
        var note = Credit(StoreSamples.CreditMemo("full"), On(Posted)).CreditNote;
        Assert.Equal(("con-5", "SI-27", new DateOnly(2026, 6, 2)), (note.ContactId, note.InvoiceNumber, note.InvoiceIssuedOn));
        Assert.Equal(new DateOnly(2026, 6, 20), note.IssuedOn);
        Assert.Equal("CM000701", note.Reference);
        Assert.Contains("Reason: Wrong size & colour", note.Notes);
    }

    [Fact]
    public void Small_or_large_a_refund_never_asks_for_the_shared_contact()
    {
        var facts = With(static policy => policy with { Consolidation = policy.Consolidation with { Enabled = true, UpTo = 10_000m } });
        var plan = DocumentPlanner.PlanCreditNote(StoreSamples.CreditMemo("fee-kept"), On(Posted, facts));
        Assert.DoesNotContain(Planned(plan).Steps, static step => step is PlanStep.CreateContact or PlanStep.KnownContact);
        Assert.Equal("con-5", Planned(plan).Steps.OfType<PlanStep.CreateCreditNote>().Single().CreditNote.ContactId);
    }

    [Theory]
    [InlineData(215.63, 215.63)]
    [InlineData(500, 215.63)]
    [InlineData(100, 100)]
    public void It_is_set_against_its_invoice_as_far_as_that_is_open(double owed, double set)
    {
        var steps = Planned(
            DocumentPlanner.PlanCreditNote(StoreSamples.CreditMemo("full"), On(Posted with { Outstanding = Rand((decimal)owed) }))
        ).Steps;
        var allocation = steps.OfType<PlanStep.Allocate>().Single().Allocation;
        Assert.Equal(
            [new AllocationPart("inv-9", Rand((decimal)set)), new AllocationPart(StepIds.CreditNote, Rand(-(decimal)set))],
            allocation.Parts
        );
        var filled = (PlanStep.Allocate)
            new PlanStep.Allocate(allocation).WithIds(new Dictionary<string, string> { [StepIds.CreditNote] = "cn-3" });
        Assert.Equal("cn-3", filled.Allocation.Parts[1].DocumentId);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0.0)]
    public void It_stands_open_when_nothing_is_owed_or_nobody_looked(double? owed)
    {
        var posted = Posted with { Outstanding = owed is null ? null : Rand((decimal)owed) };
        var plan = DocumentPlanner.PlanCreditNote(StoreSamples.CreditMemo("full"), On(posted));
        Assert.Single(Planned(plan).Steps);
        Assert.Contains("R 215.63 stays on the customer's account", Decisions(plan, "Allocation"));
    }

    [Fact]
    public void The_money_goes_back_from_the_account_it_came_into_when_the_settings_say_so()
    {
        var facts = With(static policy => policy with { Payments = policy.Payments with { Refunds = RefundMoney.PayBack } });
        var posted = Posted with { Outstanding = Rand(15.63m), PaidIntoBankAccountId = Bank };
        var steps = Planned(DocumentPlanner.PlanCreditNote(StoreSamples.CreditMemo("full"), On(posted, facts))).Steps;
        var refund = steps.OfType<PlanStep.CreatePayment>().Single().Payment;
        Assert.Equal((PaymentDirection.Refund, Bank, Rand(200m)), (refund.Direction, refund.BankAccountId, refund.Amount));
        Assert.Equal([new AllocationPart(StepIds.CreditNote, Rand(200m))], refund.Allocations);
        Assert.Equal(Rand(15.63m), steps.OfType<PlanStep.Allocate>().Single().Allocation.Parts[0].Amount);
    }

    [Fact]
    public void Adjustments_up_and_down_are_lines_without_tax()
    {
        var down = Credit(StoreSamples.CreditMemo("fee-kept"), On(Posted)).CreditNote.Lines[^1];
        Assert.Equal(
            ("Fee kept from the refund", -5m, 0m, SomeBooks.NoTax),
            (down.Description, down.UnitPrice, down.Vat.Amount, down.TaxRateId)
        );
        var up = Credit(StoreSamples.CreditMemo("larger-than-invoice"), On(Posted)).CreditNote.Lines[^1];
        Assert.Equal(("Adjustment refund", 50m), (up.Description, up.UnitPrice));
        var facts = With(static policy => policy with { Mappings = policy.Mappings with { AdjustmentAccountId = Other } });
        Assert.Equal(
            Other,
            Credit(StoreSamples.CreditMemo("adjustment-only"), On(Posted, facts)).CreditNote.Lines.Single().LedgerAccountId
        );
    }

    [Fact]
    public void A_refund_of_delivery_alone_is_a_line_because_a_document_needs_one()
    {
        var note = Credit(StoreSamples.CreditMemo("delivery-only"), On(Posted)).CreditNote;
        Assert.Equal(("Delivery", 60m, 9m), (note.Lines.Single().Description, note.Lines[0].UnitPrice, note.Lines[0].Vat.Amount));
        Assert.Null(note.Terms!.Carriage);
    }

    [Fact]
    public void A_discount_on_delivery_is_found_where_only_the_difference_shows_it()
    {
        var note = Credit(StoreSamples.CreditMemo("delivery-discount"), On(Posted)).CreditNote;
        Assert.Equal(new NewBooksCarriage(Rand(270m), SomeBooks.Standard, Rand(40.5m)), note.Terms!.Carriage);
        Assert.Single(note.Lines);
    }

    [Fact]
    public void A_discount_on_untaxed_delivery_is_believed_only_at_the_rows_own_share()
    {
        var memo = StoreSamples.CreditMemo("discounted") with { Shipping = 50m };
        Assert.Equal(45m, Credit(memo with { GrandTotal = 459m }, On(Posted)).CreditNote.Terms!.Carriage!.Net.Amount);
        Assert.Equal(FailureCause.SumUnexplained, Failed(DocumentPlanner.PlanCreditNote(memo with { GrandTotal = 450m }, On(Posted))));
    }

    [Fact]
    public void Store_credit_given_back_is_not_taken_for_a_discount_on_delivery()
    {
        var plan = DocumentPlanner.PlanCreditNote(StoreSamples.CreditMemo("store-credit-back"), On(Posted));
        Assert.Equal(FailureCause.SumUnexplained, Failed(plan));
        Assert.Contains("1,000.00 less", Sentence(plan));
    }

    [Fact]
    public void The_rate_is_the_one_of_the_original_sale()
    {
        var memo = StoreSamples.CreditMemo("full") with { Lines = [Row(100m, 14m)], Shipping = 0m, ShippingTax = 0m, GrandTotal = 114m };
        var old = Posted with { IssuedOn = new DateOnly(2018, 3, 31) };
        Assert.Equal(14m, Credit(memo, On(old)).Expected.Vat.Amount);
        Assert.Equal(FailureCause.TaxRateUnmapped, Failed(DocumentPlanner.PlanCreditNote(memo, On(Posted))));
    }

    [Fact]
    public void A_credit_memo_waits_for_its_invoice()
    {
        var waits = Assert.IsType<Plan.Waits>(DocumentPlanner.PlanCreditNote(StoreSamples.CreditMemo("full"), Facts));
        Assert.Equal(new AwaitedEntity(StoreEntity.Invoice, 501), waits.For);
    }

    [Theory]
    [InlineData("Website", true)]
    [InlineData("ZeroValue", true)]
    [InlineData("Unpaid", true)]
    [InlineData("BeforeStart", false)]
    public void The_refund_of_an_invoice_that_was_left_out_is_left_out_unless_the_invoice_was_only_too_old(string reason, bool left)
    {
        var plan = DocumentPlanner.PlanCreditNote(StoreSamples.CreditMemo("full"), LeftOut(Enum.Parse<SkipReason>(reason)));
        Assert.Equal(left, plan is Plan.Skipped { Reason: SkipReason.InvoiceLeftOut });
        Assert.Equal(!left, plan is Plan.Planned);
    }

    [Theory]
    [InlineData("Post", null, null)]
    [InlineData("Skip", "NoInvoice", null)]
    [InlineData("Fail", null, "CreditWithoutInvoice")]
    public void A_refund_without_invoice_is_posted_left_out_or_refused(string setting, string? skip, string? cause)
    {
        var facts = WithCommercial(card => card with { CreditWithoutInvoice = Enum.Parse<CreditWithoutInvoice>(setting) });
        var plan = DocumentPlanner.PlanCreditNote(StoreSamples.CreditMemo("without-invoice"), facts);
        Assert.Equal(skip, (plan as Plan.Skipped)?.Reason.ToString());
        Assert.Equal(cause, (plan as Plan.Failed)?.Cause.ToString());
        if (plan is Plan.Planned planned)
        {
            Assert.Equal(["CreateContact", "CreateCreditNote"], planned.Steps.Select(static step => step.GetType().Name));
            Assert.Null(planned.Steps.OfType<PlanStep.CreateCreditNote>().Single().CreditNote.InvoiceNumber);
        }
    }

    [Fact]
    public void A_refund_in_another_currency_than_its_invoice_fails() =>
        Assert.Equal(FailureCause.CurrencyDiffers, Failed(DocumentPlanner.PlanCreditNote(StoreSamples.CreditMemo("dollars"), On(Posted))));

    [Fact]
    public void The_addresses_are_those_of_the_invoice_where_they_were_kept()
    {
        var posted = Posted with
        {
            BillingAddress = new PostalAddress { City = "Knysna" },
            DeliveryAddress = new PostalAddress { City = "George" },
        };
        var terms = Credit(StoreSamples.CreditMemo("customer-without-address"), On(posted)).CreditNote.Terms!;
        Assert.Equal(("Knysna", "George"), (terms.BillingAddress.City, terms.DeliveryAddress.City));
        Assert.True(Credit(StoreSamples.CreditMemo("customer-without-address"), On(Posted)).CreditNote.Terms!.BillingAddress.IsEmpty);
    }

    [Fact]
    public void A_refund_of_more_than_the_invoice_keeps_the_surplus_on_the_account()
    {
        var plan = DocumentPlanner.PlanCreditNote(
            StoreSamples.CreditMemo("larger-than-invoice"),
            On(Posted with { Gross = Rand(40.25m), Outstanding = Rand(40.25m) })
        );
        Assert.Equal(Rand(40.25m), Planned(plan).Steps.OfType<PlanStep.Allocate>().Single().Allocation.Parts[0].Amount);
        Assert.Contains("R 50.00 stays", Decisions(plan, "Allocation"));
    }
}
