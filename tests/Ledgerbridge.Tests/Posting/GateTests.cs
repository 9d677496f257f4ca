using Ledgerbridge.Server.Posting.Plans;
using Ledgerbridge.Server.Stores.Documents;
using Ledgerbridge.Server.Stores.Policies;
using Ledgerbridge.Tests.Stores;
using static Ledgerbridge.Tests.Posting.SomePlans;

namespace Ledgerbridge.Tests.Posting;

public sealed class GateTests
{
    private static StoreInvoice Sale { get; } = Invoice(Row(100m, 15m));

    [Fact]
    public void A_plain_sale_passes() => Assert.IsType<Plan.Planned>(DocumentPlanner.PlanInvoice(Sale, Facts));

    [Fact]
    public void What_is_in_the_books_is_not_posted_again() =>
        Assert.Equal(SkipReason.AlreadyPosted, Skip(Sale, Facts with { AlreadyPostedAs = "inv-9" }));

    [Fact]
    public void Switched_off_events_are_left_out()
    {
        var off = WithSync(static sync =>
            sync with
            {
                Invoices = false,
                Payments = false,
                CreditMemos = false,
                Customers = false,
                Products = false,
            }
        );
        Assert.Equal(SkipReason.SwitchedOff, Skip(Sale, off));
        Assert.Equal(SkipReason.SwitchedOff, Skipped(DocumentPlanner.PlanPayment(StoreSamples.Payment("card"), null, off)));
        Assert.Equal(SkipReason.SwitchedOff, Skipped(DocumentPlanner.PlanCreditNote(StoreSamples.CreditMemo("full"), off)));
        Assert.Equal(SkipReason.SwitchedOff, Skipped(DocumentPlanner.PlanCustomer(StoreSamples.Customer("complete"), off)));
        Assert.Equal(SkipReason.SwitchedOff, Skipped(DocumentPlanner.PlanProduct(StoreSamples.Product("simple"), off)));
    }

    [Fact]
    public void Cancelled_invoices_are_left_out() => Assert.Equal(SkipReason.Cancelled, Skip(StoreSamples.Invoice("cancelled"), Facts));

    [Fact]
    public void A_total_of_nothing_is_left_out()
    {
        Assert.Equal(SkipReason.ZeroValue, Skip(StoreSamples.Invoice("everything-free"), Facts));
        Assert.Equal(SkipReason.ZeroValue, Skipped(DocumentPlanner.PlanCreditNote(StoreSamples.CreditMemo("zero"), Facts)));
    }

    [Fact]
    public void A_total_below_nothing_fails() =>
        Assert.Equal(FailureCause.TotalNegative, Failed(DocumentPlanner.PlanInvoice(Sale with { GrandTotal = -1m }, Facts)));

    [Theory]
    [InlineData(9, true)]
    [InlineData(1, false)]
    public void Websites_that_are_not_chosen_are_left_out(int website, bool left)
    {
        var facts = WithSync(static sync => sync with { Websites = [1, 2] });
        var plan = DocumentPlanner.PlanInvoice(Sale with { WebsiteId = website }, facts);
        Assert.Equal(left, plan is Plan.Skipped { Reason: SkipReason.Website });
        var memo = StoreSamples.CreditMemo("without-invoice") with { WebsiteId = website };
        Assert.Equal(left, DocumentPlanner.PlanCreditNote(memo, facts) is Plan.Skipped { Reason: SkipReason.Website });
        var customer = StoreSamples.Customer("complete") with { WebsiteId = website };
        Assert.Equal(left, DocumentPlanner.PlanCustomer(customer, facts) is Plan.Skipped { Reason: SkipReason.Website });
        var product = StoreSamples.Product("simple") with { WebsiteIds = [website] };
        Assert.Equal(left, DocumentPlanner.PlanProduct(product, facts) is Plan.Skipped { Reason: SkipReason.Website });
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(3, false)]
    public void Store_views_that_are_not_chosen_are_left_out(int view, bool left)
    {
        var facts = WithSync(static sync => sync with { StoreViews = [3] });
        Assert.Equal(
            left,
            DocumentPlanner.PlanInvoice(Sale with { StoreViewId = view }, facts) is Plan.Skipped { Reason: SkipReason.StoreView }
        );
    }

    [Theory]
    [InlineData("2026-06-02", false)]
    [InlineData("2026-06-03", true)]
    public void Documents_before_the_first_day_are_left_out(string since, bool left)
    {
        var facts = WithSync(sync => sync with { Since = DateOnly.Parse(since) });
        Assert.Equal(left, DocumentPlanner.PlanInvoice(Sale, facts) is Plan.Skipped { Reason: SkipReason.BeforeStart });
    }

    [Theory]
    [InlineData("Africa/Johannesburg", "2026-07-01")]
    [InlineData("Etc/UTC", "2026-06-30")]
    [InlineData("America/New_York", "2026-06-30")]
    [InlineData("Asia/Tokyo", "2026-07-01")]
    public void The_day_is_the_merchants_own(string zone, string day)
    {
        var facts = WithSync(sync => sync with { TimeZone = zone });
        Assert.Equal(DateOnly.Parse(day), Booked(StoreSamples.Invoice("late-evening"), facts).IssuedOn);
    }

    [Fact]
    public void The_first_day_counts_in_the_merchants_zone_too()
    {
        var first = WithSync(static sync => sync with { Since = new DateOnly(2026, 7, 1) });
        Assert.IsType<Plan.Planned>(DocumentPlanner.PlanInvoice(StoreSamples.Invoice("late-evening"), first));
    }

    [Theory]
    [InlineData("2026-06-02", null)]
    [InlineData(null, "2026-06-03")]
    public void A_closed_period_fails_and_says_which(string? lockedUpTo, string? start)
    {
        var books = Books with
        {
            LockedUpToOn = lockedUpTo is null ? null : DateOnly.Parse(lockedUpTo),
            BooksStartOn = start is null ? null : DateOnly.Parse(start),
        };
        var plan = DocumentPlanner.PlanInvoice(Sale, FactsFor(books, Policy));
        Assert.Equal(FailureCause.PeriodClosed, Failed(plan));
        Assert.Contains("2 Jun 2026", Sentence(plan));
    }

    [Fact]
    public void A_day_after_the_lock_passes()
    {
        var books = Books with { LockedUpToOn = new DateOnly(2026, 6, 1), BooksStartOn = new DateOnly(2026, 6, 2) };
        Assert.IsType<Plan.Planned>(DocumentPlanner.PlanInvoice(Sale, FactsFor(books, Policy)));
    }

    [Theory]
    [InlineData(false, false, false)]
    [InlineData(true, false, true)]
    [InlineData(true, true, false)]
    public void Unpaid_invoices_wait_only_when_the_settings_say_so(bool waits, bool paid, bool left)
    {
        var facts = WithSync(sync => sync with { UnpaidInvoices = waits ? UnpaidInvoices.Skip : UnpaidInvoices.Post });
        var sale = Sale with { State = paid ? StoreInvoiceState.Paid : StoreInvoiceState.Open };
        Assert.Equal(left, DocumentPlanner.PlanInvoice(sale, facts) is Plan.Skipped { Reason: SkipReason.Unpaid });
    }

    [Fact]
    public void A_way_of_paying_can_keep_documents_out()
    {
        var facts = With(static policy =>
            policy with
            {
                Payments = policy.Payments with { Methods = [new PaymentRule { Method = "PayFast", Outcome = PaymentOutcome.Skip }] },
            }
        );
        Assert.Equal(SkipReason.PaymentMethod, Skip(Sale, facts));
        Assert.IsType<Plan.Planned>(DocumentPlanner.PlanInvoice(Sale with { PaymentMethod = "other" }, facts));
    }

    private static PlanFacts WithSync(Func<SyncCard, SyncCard> change) => With(policy => policy with { Sync = change(policy.Sync) });

    private static SkipReason Skip(StoreInvoice invoice, PlanFacts facts) => Skipped(DocumentPlanner.PlanInvoice(invoice, facts));
}
