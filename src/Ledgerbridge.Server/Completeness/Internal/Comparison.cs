using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Posting;
using Ledgerbridge.Server.Runs;
using Ledgerbridge.Server.Stores.Documents;

namespace Ledgerbridge.Server.Completeness.Internal;

/// <summary>Everything that is known of one document, on both sides.</summary>
/// <param name="Sold">The shop's document.</param>
/// <param name="Runs">The runs about it; for an invoice those of its payment too.</param>
/// <param name="Link">What was posted for it; null when nothing holds its key.</param>
/// <param name="InSage">What Sage has of it; null when nothing is known.</param>
/// <param name="IsGone">True when Sage has said that it is gone.</param>
/// <param name="Rates">The treatment of each rate of the books.</param>
internal sealed record TwoSides(
    SoldDocument Sold,
    IReadOnlyCollection<SoldRun> Runs,
    PostedLink? Link,
    SageDocument? InSage,
    bool IsGone,
    IReadOnlyDictionary<string, VatTreatment> Rates
);

/// <summary>One document compared. Amounts of a credit memo are below zero on both sides.</summary>
internal sealed record Compared
{
    public required SoldDocument Sold { get; init; }

    /// <summary>What the shop has, by treatment.</summary>
    public required IReadOnlyList<Part> Store { get; init; }

    /// <summary>What Sage has, by treatment; empty when nothing of it counts there.</summary>
    public IReadOnlyList<Part> Sage { get; init; } = [];

    /// <summary>Why the two differ; null when they agree, or the document was left out on purpose.</summary>
    public DifferenceCause? Cause { get; init; }

    /// <summary>The stable word of why it was left out; empty when it was not.</summary>
    public string SkipReason { get; init; } = "";

    /// <summary>The run that says most about it; null when none is left.</summary>
    public SoldRun? Run { get; init; }

    /// <summary>Sage's id of it; empty when it has none.</summary>
    public string SageId { get; init; } = "";

    /// <summary>What Sage calls it; empty when it does not.</summary>
    public string SageNumber { get; init; } = "";

    public bool IsLeftOut => SkipReason.Length > 0;

    public string Currency => Sold.Figures.Gross.Currency.Code;
}

/// <summary>Holds a shop's documents against Sage's: a function of what is known.</summary>
internal static class Comparison
{
    /// <summary>Compares one document.</summary>
    public static Compared Of(TwoSides known)
    {
        var sign = known.Sold.Event == EventName.CreditMemoCreated ? -1 : 1;
        var store = PartsOf.Store(known.Sold.Figures);
        var compared = known.Link is { State: PostingState.Posted or PostingState.Differs, SageId.Length: > 0 } link
            ? Posted(known, link, store)
            : NotPosted(known, store);
        return compared with
        {
            Store = [.. compared.Store.Select(part => part.Signed(sign))],
            Sage = [.. compared.Sage.Select(part => part.Signed(sign))],
        };
    }

    private static Compared Posted(TwoSides known, PostedLink link, IReadOnlyList<Part> store)
    {
        var compared = new Compared
        {
            Sold = known.Sold,
            Store = store,
            Run = RunOf(known, SaleFirst),
            SageId = link.SageId,
            SageNumber = known.InSage?.Number ?? "",
        };
        if (known.IsGone)
            return compared with { Cause = DifferenceCause.Deleted };
        if (known.InSage is not { } document)
            return compared with { Cause = DifferenceCause.Missing };
        if (document.State is InvoiceState.Void or InvoiceState.Draft)
            return compared with { Cause = document.State == InvoiceState.Void ? DifferenceCause.Voided : DifferenceCause.Draft };
        var sage = PartsOf.Sage(document, known.Sold.Figures, known.Rates);
        if (known.Sold.Figures.Parts.Count == 0 && SameTotals(store, sage))
            return compared with { Store = sage, Sage = sage };
        return PartsOf.Agree(store, sage)
            ? compared with
            {
                Sage = sage,
            }
            : compared with
            {
                Sage = sage,
                Cause = link.State == PostingState.Differs ? DifferenceCause.BookedOtherwise : DifferenceCause.Changed,
            };
    }

    private static Compared NotPosted(TwoSides known, IReadOnlyList<Part> store)
    {
        var run = RunOf(known, TroubleFirst);
        var compared = new Compared
        {
            Sold = known.Sold,
            Store = store,
            Run = run,
        };
        return run?.State switch
        {
            RunState.Skipped => compared with { SkipReason = run.SkipReason },
            RunState.Failed => compared with { Cause = DifferenceCause.Failed },
            RunState.Queued or RunState.Running or RunState.Waiting => compared with { Cause = DifferenceCause.Waiting },
            _ => compared with { Cause = DifferenceCause.Missing },
        };
    }

    private static bool SameTotals(IReadOnlyList<Part> store, IReadOnlyList<Part> sage) =>
        store.Sum(static part => part.Net) == sage.Sum(static part => part.Net)
        && store.Sum(static part => part.Vat) == sage.Sum(static part => part.Vat);

    private static SoldRun? RunOf(TwoSides known, Func<TwoSides, SoldRun, int> order) =>
        known.Runs.OrderBy(run => order(known, run)).ThenByDescending(static run => run.Id).FirstOrDefault();

    private static int SaleFirst(TwoSides known, SoldRun run) => run.Event == known.Sold.Event ? 0 : 1;

    /// <summary>
    /// An invoice may be left out until it is paid, and then its payment's run is the one that posts it: what is in trouble says why
    /// nothing is in Sage, before what was left out does.
    /// </summary>
    private static int TroubleFirst(TwoSides known, SoldRun run) =>
        run.State switch
        {
            RunState.Failed => 0,
            RunState.Queued or RunState.Running or RunState.Waiting => 2,
            _ => 4,
        } + SaleFirst(known, run);
}
