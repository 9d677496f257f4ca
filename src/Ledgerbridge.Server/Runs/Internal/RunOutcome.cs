using Ledgerbridge.Server.Posting.Plans;

namespace Ledgerbridge.Server.Runs.Internal;

/// <summary>What one attempt at a run came to: one of the nested cases, nothing else.</summary>
/// <param name="Sentence">What happened, for a bookkeeper.</param>
internal abstract record RunOutcome(string Sentence)
{
    /// <summary>What the plan decided on the way; empty when there was no plan.</summary>
    public IReadOnlyList<Decision> Decisions { get; init; } = [];

    /// <summary>It is in the books.</summary>
    /// <param name="SageId">Sage's id of the document; empty when nothing has one.</param>
    /// <param name="Reference">What Sage calls it.</param>
    /// <param name="Sentence">What happened.</param>
    internal sealed record Synced(string SageId, string Reference, string Sentence) : RunOutcome(Sentence);

    /// <summary>It stays out of the books.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="Sentence">Why, with particulars.</param>
    internal sealed record Skipped(SkipReason Reason, string Sentence) : RunOutcome(Sentence)
    {
        /// <summary>The document with which it goes into the books after all; null when there is none.</summary>
        public AwaitedEntity? With { get; init; }
    }

    /// <summary>It could not be done.</summary>
    /// <param name="Cause">Of what it failed.</param>
    /// <param name="Sentence">What failed and what was kept.</param>
    /// <param name="NextStep">Who can do what.</param>
    internal sealed record Failed(FailureCause Cause, string Sentence, string NextStep) : RunOutcome(Sentence)
    {
        /// <summary>True when the same may work later without anybody doing anything.</summary>
        public bool MayPass { get; init; }

        /// <summary>At most so many attempts; null for the whole schedule.</summary>
        public int? AttemptsMax { get; init; }

        /// <summary>When the other side, or the journal, wants to be asked again; null to go by the schedule.</summary>
        public DateTimeOffset? NotBefore { get; init; }

        /// <summary>
        /// True when Sage refused to set money or credit against an invoice: something else may have been set against it meanwhile, and a
        /// plan made of what is owed now may do.
        /// </summary>
        public bool MayBeSettledOtherwise { get; init; }

        /// <summary>Sage's id of what is in the books all the same, when it differs from the plan; empty otherwise.</summary>
        public string SageId { get; init; } = "";

        /// <summary>What Sage calls it; empty otherwise.</summary>
        public string Reference { get; init; } = "";
    }

    /// <summary>It waits for another document.</summary>
    /// <param name="For">Which.</param>
    /// <param name="Sentence">Why.</param>
    internal sealed record Waits(AwaitedEntity For, string Sentence) : RunOutcome(Sentence);
}
