using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server;
using Ledgerbridge.Server.Posting.Plans;
using Ledgerbridge.Server.Runs;
using Ledgerbridge.Server.Runs.Internal;
using Ledgerbridge.Server.Stores.Documents;
using Ledgerbridge.Server.Stores.Policies;
using Ledgerbridge.Tests.Invoicing;
using static Ledgerbridge.Tests.Posting.SomePlans;

namespace Ledgerbridge.Tests.Runs;

/// <summary>What two sets of rules make of one document, and in which words the difference is told.</summary>
public sealed class PlanDifferenceTests
{
    private static readonly ReplayFacts Nothing = new(
        new Dictionary<ContactKey, ContactLink>(),
        new Dictionary<string, BooksItem>(),
        new Dictionary<string, string>(),
        Invoice: null
    );

    private static readonly StorePolicy Paid = Policy with { Sync = Policy.Sync with { Since = null } };

    [Fact]
    public void The_same_rules_make_no_difference() => Assert.Null(Told(Sale(), Paid, Paid));

    [Fact]
    public void Another_account_is_told_by_name() =>
        Assert.Equal(
            "Account: Posted as SI-27. It would use the account 'Sales - Services (4010)' instead of 'Sales - Products (4000)'.",
            Told(Sale(), Paid, Paid with { Mappings = Paid.Mappings with { SalesAccountId = Services } })
        );

    [Fact]
    public void Another_rate_is_told_by_name() =>
        Assert.Equal(
            $"TaxRate: Posted as SI-27. It would bear the tax rate '{SomeBooks.Exempt}' instead of '{SomeBooks.Zero}'.",
            Told(
                new ReplayDocument.Invoice(Invoice(Row(100m, 0m))),
                Paid with
                {
                    TaxRates = Paid.TaxRates with { UntaxedTaxRateId = SomeBooks.Zero },
                },
                Paid with
                {
                    TaxRates = Paid.TaxRates with { UntaxedTaxRateId = SomeBooks.Exempt },
                }
            )
        );

    [Fact]
    public void Another_rate_of_exchange_is_another_amount_in_the_books()
    {
        var dollars = Invoice(Row(100m, 0m)) with { CurrencyCode = "USD", BaseToOrderRate = 0.05m };
        var fixedRate = Paid with
        {
            Currency = Paid.Currency with { RateSource = RateSource.Table, Rates = [new CurrencyRate { Currency = "USD", Rate = 18m }] },
        };
        Assert.Equal(
            "Amount: Posted as SI-27. In the books it would come to R 1,800.00 instead of R 2,000.00.",
            Told(new ReplayDocument.Invoice(dollars), Paid, fixedRate)
        );
    }

    [Fact]
    public void Another_time_zone_is_another_day()
    {
        var late = Invoice(Row(100m, 15m)) with { CreatedAt = new DateTimeOffset(2026, 6, 2, 23, 30, 0, TimeSpan.Zero) };
        Assert.Equal(
            "Day: Posted as SI-27. It would be dated 2 Jun 2026 instead of 3 Jun 2026. "
                + "It would be due on 2 Jun 2026 instead of 3 Jun 2026.",
            Told(new ReplayDocument.Invoice(late), Paid, Paid with { Sync = Paid.Sync with { TimeZone = "Etc/UTC" } })
        );
    }

    [Fact]
    public void What_would_be_left_out_or_fail_says_why()
    {
        Assert.Equal(
            "Skipped: Posted as SI-27; it would be left out. It belongs to website 0, which the store's settings leave out.",
            Told(Sale(), Paid, Paid with { Sync = Paid.Sync with { Websites = [7] } })
        );
        Assert.Equal(
            "Failed: Posted as SI-27; it would fail. It was paid by 'payfast', and nobody has said where that money goes.",
            Failing(Paid with { Payments = Paid.Payments with { Others = new PaymentRule() } })
        );
    }

    [Fact]
    public void What_failed_and_would_go_in_is_told_with_what_would_be_made() =>
        Assert.Equal(
            "Posted: It failed; it would go into the books. An invoice for R 115.00 is made.",
            Told(Sale(), Paid with { Mappings = Paid.Mappings with { SalesAccountId = "gone" } }, Paid, RunState.Failed)
        );

    [Fact]
    public void A_payment_waits_in_the_world_in_which_its_invoice_fails()
    {
        var (before, after) = (new ReplaySide(Books, StoreKey), new ReplaySide(Books, StoreKey));
        var broken = Paid with { Mappings = Paid.Mappings with { SalesAccountId = "gone" } };
        before.Plan(Run(EventName.InvoiceCreated), Sale(), Paid, Nothing);
        after.Plan(Run(EventName.InvoiceCreated), Sale(), broken, Nothing);
        var payment = new ReplayDocument.Payment(Payment(), Of: null);
        var run = Run(EventName.InvoicePaid);

        var change = new PlanDifference(Books).Of(run, before.Plan(run, payment, Paid, Nothing), after.Plan(run, payment, broken, Nothing));

        Assert.Equal([ChangeKind.Waiting], change!.Kinds);
        Assert.Equal("Posted as SI-27; it would wait. The payment waits until invoice WEB42 is in the books.", change.Sentence);
    }

    [Fact]
    public void What_was_left_out_stays_so_for_whatever_reason() =>
        Assert.Null(
            Told(
                Sale(),
                Paid with
                {
                    Sync = Paid.Sync with { Websites = [7] },
                },
                Paid with
                {
                    Sync = Paid.Sync with { Invoices = false, Payments = false },
                },
                RunState.Skipped
            )
        );

    [Fact]
    public void Books_that_were_locked_since_do_not_make_the_past_fail()
    {
        var locked = Books with { LockedUpToOn = Today };
        var plan = new ReplaySide(locked, StoreKey).Plan(Run(EventName.InvoiceCreated), Sale(), Paid, Nothing);
        Assert.IsType<Plan.Planned>(plan);
    }

    private static ReplayDocument.Invoice Sale() => new(Invoice(Row(100m, 15m)));

    private static StorePayment Payment() =>
        new()
        {
            InvoiceId = 42,
            InvoiceNumber = "WEB42",
            Method = "payfast",
            CurrencyCode = "ZAR",
            Amount = 115m,
            CapturedAt = new DateTimeOffset(2026, 6, 2, 8, 15, 30, TimeSpan.Zero),
        };

    private static ReplayRun Run(EventName name, RunState state = RunState.Synced) =>
        new()
        {
            Id = Id<Ids.Run>.Parse("run_00000000000000000000000042"),
            Event = name,
            EntityId = 42,
            Number = "WEB42",
            State = state,
            SkipReason = "",
            PolicyVersion = 1,
            OutcomeReference = state == RunState.Synced ? "SI-27" : "",
            OccurredAt = null,
            FinishedAt = new DateTimeOffset(2026, 6, 25, 9, 0, 0, TimeSpan.Zero),
        };

    /// <summary>The payment of a sale that is in the books, under other rules.</summary>
    private static string? Failing(StorePolicy after)
    {
        var posted = Nothing with
        {
            Invoice = new InvoiceTrace { State = InvoiceTraceState.Posted, Posted = Posted },
        };
        var run = Run(EventName.InvoicePaid);
        var payment = new ReplayDocument.Payment(Payment(), Of: null);
        var change = new PlanDifference(Books).Of(
            run,
            new ReplaySide(Books, StoreKey).Plan(run, payment, Paid, posted),
            new ReplaySide(Books, StoreKey).Plan(run, payment, after, posted)
        );
        return change is null ? null : $"{string.Join(", ", change.Kinds)}: {change.Sentence}";
    }

    private static string? Told(ReplayDocument document, StorePolicy before, StorePolicy after, RunState state = RunState.Synced)
    {
        var run = Run(EventName.InvoiceCreated, state);
        var change = new PlanDifference(Books).Of(
            run,
            new ReplaySide(Books, StoreKey).Plan(run, document, before, Nothing),
            new ReplaySide(Books, StoreKey).Plan(run, document, after, Nothing)
        );
        return change is null ? null : $"{string.Join(", ", change.Kinds)}: {change.Sentence}";
    }
}
