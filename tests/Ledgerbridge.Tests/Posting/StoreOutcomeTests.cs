using Ledgerbridge.Server.Posting.Plans;

namespace Ledgerbridge.Tests.Posting;

public sealed class StoreOutcomeTests
{
    private static readonly EventOutcome Synced = new()
    {
        State = OutcomeState.Synced,
        EntityId = "inv-9",
        Reference = "SI-27",
    };
    private static readonly EventOutcome LeftOpen = new() { State = OutcomeState.Skipped, SkipReason = SkipReason.PaymentLeftOpen };
    private static readonly EventOutcome Unpaid = new() { State = OutcomeState.Skipped, SkipReason = SkipReason.Unpaid };
    private static readonly EventOutcome Failed = new() { State = OutcomeState.Failed, Cause = FailureCause.PaymentMethodUnmapped };

    [Fact]
    public void Nothing_is_told_before_anything_is_known() => Assert.Null(StoreOutcome.Merge(null, null));

    [Fact]
    public void A_skipped_payment_neither_turns_a_good_invoice_amber_nor_wipes_its_number() =>
        Assert.Equal(new StoreReport(OutcomeState.Synced, "inv-9", "SI-27", null, null), StoreOutcome.Merge(Synced, LeftOpen));

    [Fact]
    public void A_failed_payment_is_told_beside_the_number_of_the_invoice() =>
        Assert.Equal(
            new StoreReport(OutcomeState.Synced, "inv-9", "SI-27", null, "payment: payment_method_unmapped"),
            StoreOutcome.Merge(Synced, Failed)
        );

    [Fact]
    public void An_invoice_that_waited_to_be_paid_shows_the_better_truth() =>
        Assert.Equal(new StoreReport(OutcomeState.Synced, "inv-9", "SI-27", null, null), StoreOutcome.Merge(Unpaid, Synced));

    [Fact]
    public void An_event_without_a_number_never_hides_the_number_of_the_other() =>
        Assert.Equal(
            new StoreReport(OutcomeState.Synced, "inv-9", "SI-27", null, null),
            StoreOutcome.Merge(Unpaid with { EntityId = "", Reference = "" }, Synced)
        );

    [Fact]
    public void An_invoice_that_waited_for_its_payment_fails_with_it() =>
        Assert.Equal(
            new StoreReport(OutcomeState.Failed, null, null, null, "payment: payment_method_unmapped"),
            StoreOutcome.Merge(Unpaid, Failed)
        );

    [Fact]
    public void An_invoice_that_was_left_out_stays_so_when_its_payment_fails() =>
        Assert.Equal(OutcomeState.Skipped, StoreOutcome.Merge(Unpaid with { SkipReason = SkipReason.Website }, Failed)!.State);

    [Fact]
    public void A_payment_never_hides_that_its_invoice_failed()
    {
        var differs = Synced with { State = OutcomeState.Failed, Cause = FailureCause.SageDiffers };
        Assert.Equal(new StoreReport(OutcomeState.Failed, "inv-9", "SI-27", null, "sage_differs"), StoreOutcome.Merge(differs, Synced));
        Assert.Equal(
            new StoreReport(OutcomeState.Failed, null, null, null, "payment_method_unmapped"),
            StoreOutcome.Merge(Failed, Unpaid with { SkipReason = SkipReason.SwitchedOff })
        );
    }

    [Fact]
    public void A_failed_invoice_says_why() =>
        Assert.Equal(new StoreReport(OutcomeState.Failed, null, null, null, "payment_method_unmapped"), StoreOutcome.Of(Failed));

    [Theory]
    [InlineData("AlreadyPosted")]
    [InlineData("AlreadyPaid")]
    [InlineData("Unchanged")]
    public void What_is_there_already_counts_as_synced(string reason)
    {
        var outcome = Synced with { State = OutcomeState.Skipped, SkipReason = Enum.Parse<SkipReason>(reason) };
        Assert.Equal(new StoreReport(OutcomeState.Synced, "inv-9", "SI-27", null, null), StoreOutcome.Of(outcome));
    }

    [Fact]
    public void Every_text_fits_the_stores_columns()
    {
        var outcome = Synced with { EntityId = new string('a', 80), Reference = new string('b', 63) + "🎉" };
        var report = StoreOutcome.Of(outcome);
        Assert.Equal((64, 63), (report.EntityId!.Length, report.Reference!.Length));
        Assert.All(Enum.GetValues<SkipReason>(), static reason => Assert.InRange(reason.Code().Length, 1, StoreOutcome.TextMax));
        Assert.All(
            Enum.GetValues<FailureCause>(),
            static cause => Assert.InRange($"payment: {cause.Code()}".Length, 1, StoreOutcome.TextMax)
        );
    }

    [Fact]
    public void The_states_are_the_stores_words() =>
        Assert.Equal(["synced", "skipped", "failed"], Enum.GetValues<OutcomeState>().Select(static state => state.Text()));
}
