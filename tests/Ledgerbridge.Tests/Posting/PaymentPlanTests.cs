using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Posting.Plans;
using Ledgerbridge.Server.Stores.Documents;
using Ledgerbridge.Server.Stores.Policies;
using Ledgerbridge.Tests.Stores;
using static Ledgerbridge.Tests.Posting.SomePlans;

namespace Ledgerbridge.Tests.Posting;

public sealed class PaymentPlanTests
{
    private static StorePayment Card { get; } = StoreSamples.Payment("card");

    [Fact]
    public void A_payment_and_its_allocation_are_one_step()
    {
        var facts = With(static policy =>
            policy with
            {
                Payments = policy.Payments with { Methods = [ToBank with { Method = "payfast", SageMethodId = "CREDIT_DEBIT" }] },
            }
        );
        var payment = Paid(Card, On(Posted, facts));
        Assert.Equal((PaymentDirection.Receipt, "con-5", Bank), (payment.Direction, payment.ContactId, payment.BankAccountId));
        Assert.Equal((Rand(215.63m), "pf_88127", "CREDIT_DEBIT"), (payment.Amount, payment.Reference, payment.PaymentMethodId));
        Assert.Equal([new AllocationPart("inv-9", Rand(215.63m))], payment.Allocations);
        Assert.Null(payment.ExchangeRate);
    }

    [Theory]
    [InlineData("Bank", null, null)]
    [InlineData("Unpaid", "PaymentLeftOpen", null)]
    [InlineData("Skip", "PaymentMethod", null)]
    [InlineData("Fail", null, "PaymentMethodUnmapped")]
    public void A_way_of_paying_has_four_outcomes(string outcome, string? skip, string? cause)
    {
        var facts = With(policy =>
            policy with
            {
                Payments = policy.Payments with
                {
                    Methods = [ToBank with { Method = "payfast", Outcome = Enum.Parse<PaymentOutcome>(outcome) }],
                },
            }
        );
        var plan = DocumentPlanner.PlanPayment(Card, null, On(Posted, facts));
        Assert.Equal(skip, (plan as Plan.Skipped)?.Reason.ToString());
        Assert.Equal(cause, (plan as Plan.Failed)?.Cause.ToString());
        Assert.Equal(skip is null && cause is null, plan is Plan.Planned);
    }

    [Fact]
    public void A_way_of_paying_nobody_decided_about_fails_by_default_and_offline_ones_stay_owed()
    {
        var facts = FactsFor(Books, StorePolicy.DefaultFor(Books, [], Today));
        var plan = DocumentPlanner.PlanPayment(StoreSamples.Payment("unlisted-method"), null, On(Posted, facts));
        Assert.Equal(FailureCause.PaymentMethodUnmapped, Failed(plan));
        Assert.Contains("'voucher_x'", Sentence(plan));
        Assert.Equal(
            SkipReason.PaymentLeftOpen,
            Skipped(DocumentPlanner.PlanPayment(StoreSamples.Payment("bank-transfer"), null, On(Posted, facts)))
        );
    }

    [Fact]
    public void A_bank_account_the_books_do_not_have_fails()
    {
        var facts = With(static policy =>
            policy with
            {
                Payments = policy.Payments with { Others = ToBank with { BankAccountId = "gone" } },
            }
        );
        Assert.Equal(FailureCause.MappingMissing, Failed(DocumentPlanner.PlanPayment(Card, null, On(Posted, facts))));
    }

    [Fact]
    public void A_payment_waits_for_its_invoice()
    {
        var waits = Assert.IsType<Plan.Waits>(DocumentPlanner.PlanPayment(Card, null, Facts));
        Assert.Equal(new AwaitedEntity(StoreEntity.Invoice, 501), waits.For);
        Assert.Contains("WEB000501", waits.Sentence);
        var open = Facts with { Invoice = new InvoiceTrace { State = InvoiceTraceState.Open } };
        Assert.IsType<Plan.Waits>(DocumentPlanner.PlanPayment(Card, null, open));
    }

    [Fact]
    public void The_payment_of_an_invoice_that_was_left_out_is_left_out()
    {
        var plan = DocumentPlanner.PlanPayment(Card, Invoice(Row(100m, 15m)), LeftOut(SkipReason.Website));
        Assert.Equal(SkipReason.InvoiceLeftOut, Skipped(plan));
        Assert.Contains("website", Sentence(plan));
    }

    [Fact]
    public void An_invoice_that_waited_to_be_paid_is_posted_with_its_payment()
    {
        var facts = LeftOut(
            SkipReason.Unpaid,
            With(static policy => policy with { Sync = policy.Sync with { UnpaidInvoices = UnpaidInvoices.Skip } })
        );
        var invoice = Invoice(Row(100m, 15m)) with { State = StoreInvoiceState.Open };
        var steps = Planned(DocumentPlanner.PlanPayment(Card with { Amount = 115m }, invoice, facts)).Steps;
        Assert.Equal(["CreateContact", "CreateInvoice", "CreatePayment"], steps.Select(static step => step.GetType().Name));
        var ids = new Dictionary<string, string> { [StepIds.Contact] = "con-8", [StepIds.Invoice] = "inv-8" };
        var payment = Assert.IsType<PlanStep.CreatePayment>(steps[2].WithIds(ids)).Payment;
        Assert.Equal(("con-8", "inv-8"), (payment.ContactId, payment.Allocations[0].DocumentId));
        Assert.Equal("con-8", Assert.IsType<PlanStep.CreateInvoice>(steps[1].WithIds(ids)).Invoice.ContactId);
    }

    [Fact]
    public void An_invoice_that_waited_and_was_paid_offline_is_posted_as_owed()
    {
        var facts = LeftOut(SkipReason.Unpaid);
        var steps = Planned(DocumentPlanner.PlanPayment(Card with { Method = "checkmo" }, Invoice(Row(100m, 15m)), facts)).Steps;
        Assert.DoesNotContain(steps, static step => step is PlanStep.CreatePayment);
        Assert.Contains(steps, static step => step is PlanStep.CreateInvoice);
    }

    [Fact]
    public void What_is_paid_beyond_the_debt_stays_on_the_customers_account()
    {
        var plan = DocumentPlanner.PlanPayment(Card, null, On(Posted with { Outstanding = Rand(200m) }));
        var payment = Planned(plan).Steps.OfType<PlanStep.CreatePayment>().Single().Payment;
        Assert.Equal((Rand(215.63m), Rand(200m)), (payment.Amount, payment.Allocations[0].Amount));
        Assert.Contains("R 15.63 stays on the customer's account", Decisions(plan, "Payment"));
    }

    [Fact]
    public void A_paid_invoice_is_not_paid_again()
    {
        Assert.Equal(SkipReason.AlreadyPaid, Skipped(DocumentPlanner.PlanPayment(Card, null, On(Posted with { Outstanding = Rand(0m) }))));
        Assert.Equal(
            SkipReason.AlreadyPosted,
            Skipped(DocumentPlanner.PlanPayment(Card, null, On(Posted) with { AlreadyPostedAs = "pay-1" }))
        );
        Assert.Equal(Rand(215.63m), Paid(Card, On(Posted with { Outstanding = null })).Allocations[0].Amount);
    }

    [Fact]
    public void A_payment_in_another_currency_than_its_invoice_fails() =>
        Assert.Equal(
            FailureCause.CurrencyDiffers,
            Failed(DocumentPlanner.PlanPayment(Card with { CurrencyCode = "USD" }, null, On(Posted)))
        );

    [Fact]
    public void A_payment_carries_the_rate_its_invoice_was_posted_with()
    {
        var dollars = Posted with { Gross = new Money(100m, Currency.USD), Outstanding = null, ExchangeRate = 18.4842883549m };
        var step = Planned(DocumentPlanner.PlanPayment(Card with { CurrencyCode = "USD", Amount = 100m }, null, On(dollars)))
            .Steps.OfType<PlanStep.CreatePayment>()
            .Single();
        Assert.Equal((18.4842883549m, Rand(1848.43m)), (step.Payment.ExchangeRate, step.BaseAmount));
    }

    [Theory]
    [InlineData(null, true, "2026-06-02")]
    [InlineData("2026-06-20T22:30:00Z", true, "2026-06-21")]
    [InlineData("2026-06-20T22:30:00Z", false, "2026-06-02")]
    [InlineData("2026-05-01T00:00:00Z", true, "2026-06-02")]
    [InlineData("2027-05-01T00:00:00Z", true, "2026-06-25")]
    public void A_payment_is_dated_by_the_event_within_reason(string? occurred, bool byEvent, string day)
    {
        var facts = With(policy =>
            policy with
            {
                Payments = policy.Payments with { DatedBy = byEvent ? PaymentDay.Event : PaymentDay.Captured },
            }
        ) with
        {
            OccurredAt = occurred is null ? null : DateTimeOffset.Parse(occurred),
        };
        Assert.Equal(DateOnly.Parse(day), Paid(Card, On(Posted, facts)).PaidOn);
    }

    [Theory]
    [InlineData("Paid", "payfast", 0)]
    [InlineData("Paid", "checkmo", 30)]
    [InlineData("Open", "payfast", 30)]
    public void What_is_paid_on_the_spot_is_due_on_the_spot(string state, string method, int days)
    {
        var booked = Booked(Invoice(Row(100m, 15m)) with { State = Enum.Parse<StoreInvoiceState>(state), PaymentMethod = method });
        Assert.Equal(booked.IssuedOn.AddDays(days), booked.DueOn);
    }

    [Fact]
    public void Days_to_pay_come_from_the_settings_first()
    {
        var owed = Invoice(Row(100m, 15m)) with { State = StoreInvoiceState.Open };
        Assert.Equal(7, Days(Booked(owed, WithCommercial(static card => card with { CreditDays = 7 }))));
        Assert.Equal(0, Days(Booked(owed, FactsFor(Books with { CustomerCreditDays = null }, Policy))));
    }

    private static int Days(NewBooksInvoice invoice) => invoice.DueOn.DayNumber - invoice.IssuedOn.DayNumber;

    private static NewBooksPayment Paid(StorePayment payment, PlanFacts facts) =>
        Planned(DocumentPlanner.PlanPayment(payment, null, facts)).Steps.OfType<PlanStep.CreatePayment>().Single().Payment;
}
