using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server;
using Ledgerbridge.Server.Completeness.Internal;
using Ledgerbridge.Server.Posting;
using Ledgerbridge.Server.Posting.Plans;
using Ledgerbridge.Server.Runs;
using Ledgerbridge.Server.Stores.Documents;

namespace Ledgerbridge.Tests.Completeness;

/// <summary>One document of a shop held against Sage's.</summary>
public sealed class ComparisonTests
{
    private const string Standard = "ZA_STANDARD";
    private const string Zero = "ZA_ZERO";

    private static readonly Dictionary<string, VatTreatment> Rates = new()
    {
        [Standard] = VatTreatment.Standard,
        [Zero] = VatTreatment.ZeroRated,
    };

    /// <summary>100.00 of goods and 20.00 of delivery, both at 15 %, and 50.00 at nought.</summary>
    private static readonly SoldFigures Figures = new()
    {
        Number = "WEB1",
        Gross = Rand(188m),
        Vat = Rand(18m),
        Parts = [new SoldPart(VatTreatment.Standard, Rand(120m), Rand(18m)), new SoldPart(VatTreatment.ZeroRated, Rand(50m), Rand(0m))],
        Carriage = VatTreatment.Standard,
    };

    private static readonly SageDocument Same = new(
        InvoiceState.Unpaid,
        "SI-1",
        Rand(170m),
        Rand(18m),
        [Line(Standard, 100m, 15m), Line(Zero, 50m, 0m)]
    );

    [Fact]
    public void Carriage_counts_under_the_treatment_it_was_planned_with()
    {
        var compared = Compare(Same);

        Assert.Null(compared.Cause);
        Assert.Equal(compared.Store.OrderBy(static part => part.Treatment), compared.Sage.OrderBy(static part => part.Treatment));
    }

    [Fact]
    public void Another_treatment_of_the_same_value_is_a_difference() =>
        Assert.Equal(DifferenceCause.Changed, Compare(Same with { Lines = [Line(Zero, 100m, 15m), Line(Standard, 50m, 0m)] }).Cause);

    [Fact]
    public void Without_lines_the_totals_are_compared_and_the_shops_treatments_hold()
    {
        Assert.Null(Compare(Same with { Lines = [] }).Cause);
        Assert.Equal(DifferenceCause.Changed, Compare(Same with { Lines = [], Vat = Rand(18.01m) }).Cause);
    }

    [Fact]
    public void A_rate_the_books_no_longer_list_makes_no_difference_while_the_totals_agree() =>
        Assert.Null(Compare(Same with { Lines = [Line("GONE", 100m, 15m), Line(Zero, 50m, 0m)] }).Cause);

    [Theory]
    [InlineData(InvoiceState.Void, DifferenceCause.Voided)]
    [InlineData(InvoiceState.Draft, DifferenceCause.Draft)]
    internal void What_is_not_booked_counts_for_nothing_in_Sage(InvoiceState state, DifferenceCause cause)
    {
        var compared = Compare(Same with { State = state });

        Assert.Equal(cause, compared.Cause);
        Assert.Empty(compared.Sage);
    }

    [Fact]
    public void What_is_gone_or_never_found_is_a_difference()
    {
        Assert.Equal(DifferenceCause.Deleted, Compare(Same, isGone: true).Cause);
        Assert.Equal(DifferenceCause.Missing, Compare(null).Cause);
        Assert.Equal(DifferenceCause.Missing, Comparison.Of(Sides(link: null, inSage: null)).Cause);
    }

    [Fact]
    public void Other_figures_than_planned_are_told_apart_from_a_later_change()
    {
        var other = Same with { Net = Rand(169.99m) };

        Assert.Equal(DifferenceCause.BookedOtherwise, Compare(other, state: PostingState.Differs).Cause);
        Assert.Equal(DifferenceCause.Changed, Compare(other).Cause);
    }

    [Fact]
    public void A_credit_memo_counts_below_nothing_on_both_sides()
    {
        var compared = Compare(Same, name: EventName.CreditMemoCreated);

        Assert.Null(compared.Cause);
        Assert.Equal(-188m, compared.Store.Sum(static part => part.Gross));
        Assert.Equal(-188m, compared.Sage.Sum(static part => part.Gross));
    }

    [Fact]
    public void An_invoice_left_out_until_it_is_paid_differs_when_the_run_of_its_payment_failed()
    {
        var unpaid = Run(EventName.InvoiceCreated, RunState.Skipped) with { SkipReason = SkipReason.Unpaid.Code() };

        Assert.Equal("unpaid", Comparison.Of(Sides(link: null, inSage: null, runs: [unpaid])).SkipReason);
        foreach (var (state, cause) in new[] { (RunState.Failed, DifferenceCause.Failed), (RunState.Waiting, DifferenceCause.Waiting) })
        {
            var compared = Comparison.Of(Sides(link: null, inSage: null, runs: [unpaid, Run(EventName.InvoicePaid, state)]));
            Assert.Equal((cause, false), (compared.Cause!.Value, compared.IsLeftOut));
        }
    }

    [Fact]
    public void What_no_plan_explains_stands_under_no_treatment()
    {
        var unplanned = Figures with { Parts = [] };
        var rest = Figures with { Gross = Rand(190m) };

        Assert.Equal([new Part(null, 170m, 18m)], PartsOf.Store(unplanned));
        Assert.Contains(new Part(null, 2m, 0m), PartsOf.Store(rest));
        Assert.Null(Comparison.Of(Sides(Link(PostingState.Posted), Same) with { Sold = Sold(unplanned) }).Cause);
    }

    private static Compared Compare(
        SageDocument? inSage,
        bool isGone = false,
        PostingState state = PostingState.Posted,
        EventName name = EventName.InvoiceCreated
    )
    {
        var sides = Sides(Link(state), inSage) with { IsGone = isGone };
        return Comparison.Of(sides with { Sold = sides.Sold with { Event = name } });
    }

    private static TwoSides Sides(PostedLink? link, SageDocument? inSage, params IReadOnlyCollection<SoldRun> runs) =>
        new(Sold(Figures), runs, link, inSage, IsGone: false, Rates);

    private static SoldDocument Sold(SoldFigures figures) => new(EventName.InvoiceCreated, 1, new DateOnly(2026, 6, 2), figures, "key");

    private static PostedLink Link(PostingState state) => new(state, "business", "sage-1", DateTimeOffset.UnixEpoch);

    private static SoldRun Run(EventName name, RunState state) =>
        new()
        {
            Id = Id<Ids.Run>.Parse($"run_{(int)name:D26}"),
            Event = name,
            EntityId = 1,
            Number = "WEB1",
            State = state,
            SkipReason = "",
            Sentence = "",
            NextStep = "",
            OccurredAt = DateTimeOffset.UnixEpoch,
        };

    private static BooksLine Line(string rate, decimal net, decimal vat) => new("Tea", 1m, net, rate, "account", Rand(net), Rand(vat));

    private static Money Rand(decimal amount) => new(amount, Currency.ZAR);
}
