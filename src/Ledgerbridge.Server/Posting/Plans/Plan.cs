using Ledgerbridge.Kernel;
using Ledgerbridge.Server.Stores.Documents;

namespace Ledgerbridge.Server.Posting.Plans;

/// <summary>Something the plan decided, for the screen of the run.</summary>
/// <param name="Topic">What it is about, one or two words.</param>
/// <param name="Sentence">What was decided and why, in a bookkeeper's words.</param>
internal sealed record Decision(string Topic, string Sentence);

/// <summary>What a posted document has to come to; compared with what Sage answers.</summary>
/// <param name="Net">Value without VAT, carriage included.</param>
/// <param name="Vat">VAT, that on carriage included.</param>
/// <param name="Gross">The two together: the shop's grand total.</param>
/// <param name="BaseGross">The total in the currency of the books, by the rate that is sent.</param>
internal sealed record ExpectedTotals(Money Net, Money Vat, Money Gross, Money BaseGross)
{
    /// <summary>
    /// Sage rounds each line to base currency, so its total may differ from the rounded total by half a cent for each line and carriage.
    /// </summary>
    public bool BaseAgrees(decimal? baseGross, int parts) =>
        baseGross is not { } said || Math.Abs(said - BaseGross.Amount) <= (parts + 1) * Money.FromMinorUnits(1, BaseGross.Currency).Amount;
}

/// <summary>What a plan waits for.</summary>
/// <param name="Entity">The kind of thing.</param>
/// <param name="Id">The shop's id.</param>
internal sealed record AwaitedEntity(StoreEntity Entity, long Id);

/// <summary>What becomes of a document: one of the four nested cases, nothing else.</summary>
/// <param name="Decisions">What was decided on the way, in order.</param>
internal abstract record Plan(IReadOnlyList<Decision> Decisions)
{
    /// <summary>It goes into the books by these steps, one after another.</summary>
    /// <param name="Steps">At least one.</param>
    /// <param name="Decisions">What was decided on the way.</param>
    internal sealed record Planned(IReadOnlyList<PlanStep> Steps, IReadOnlyList<Decision> Decisions) : Plan(Decisions);

    /// <summary>It stays out of the books, rightly.</summary>
    /// <param name="Reason">The reason of the closed list.</param>
    /// <param name="Sentence">The reason with this document's particulars.</param>
    /// <param name="Decisions">What was decided on the way.</param>
    internal sealed record Skipped(SkipReason Reason, string Sentence, IReadOnlyList<Decision> Decisions) : Plan(Decisions)
    {
        /// <summary>The document it was left out with, and with which it goes into the books after all; null when there is none.</summary>
        public AwaitedEntity? With { get; init; }
    }

    /// <summary>It cannot go into the books until somebody does something.</summary>
    /// <param name="Cause">What is in the way; its class and code are its own.</param>
    /// <param name="Sentence">What failed and what was kept.</param>
    /// <param name="NextStep">Who can do what about it.</param>
    /// <param name="Decisions">What was decided on the way.</param>
    internal sealed record Failed(FailureCause Cause, string Sentence, string NextStep, IReadOnlyList<Decision> Decisions) : Plan(Decisions)
    {
        /// <summary>The class of the failure.</summary>
        public FailureClass Class => Cause.Class();
    }

    /// <summary>It has to wait for another document.</summary>
    /// <param name="For">The other document.</param>
    /// <param name="Sentence">Why.</param>
    /// <param name="Decisions">What was decided on the way.</param>
    internal sealed record Waits(AwaitedEntity For, string Sentence, IReadOnlyList<Decision> Decisions) : Plan(Decisions);
}
