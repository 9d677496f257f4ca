using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Ledgerbridge.Server.Posting.Plans;

namespace Ledgerbridge.Server.Runs;

/// <summary>A run as lists show it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="StoreId">The shop.</param>
/// <param name="StoreName">The shop's address.</param>
/// <param name="Event">What happened, such as <c>invoice.created</c>.</param>
/// <param name="EntityType">To what kind of thing.</param>
/// <param name="EntityId">The shop's own number of it.</param>
/// <param name="Number">The number people know the document by; empty for customers and products.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Sentence">What came of it.</param>
/// <param name="NextStep">What a bookkeeper does about it; empty when nothing is to be done.</param>
/// <param name="SkipReason">The stable word of why it was left out.</param>
/// <param name="FailureClass">The class of its failure.</param>
/// <param name="Cause">The stable word of what it failed of.</param>
/// <param name="Attempts">Attempts since it was last sent round.</param>
/// <param name="NextAttemptAt">When it is tried next.</param>
/// <param name="OccurredAt">When the shop queued the event.</param>
/// <param name="CreatedAt">When it was accepted.</param>
/// <param name="FinishedAt">When it came to its end.</param>
/// <param name="OutcomeId">Sage's id of the document.</param>
/// <param name="OutcomeReference">What Sage calls it.</param>
internal sealed record RunResponse(
    string Id,
    string StoreId,
    string StoreName,
    string Event,
    string EntityType,
    long EntityId,
    string Number,
    RunState Status,
    string Sentence,
    string NextStep,
    string? SkipReason,
    string? FailureClass,
    string? Cause,
    int Attempts,
    DateTimeOffset? NextAttemptAt,
    DateTimeOffset OccurredAt,
    DateTimeOffset CreatedAt,
    DateTimeOffset? FinishedAt,
    string? OutcomeId,
    string? OutcomeReference
);

/// <summary>How many runs failed of one cause.</summary>
/// <param name="Cause">The stable word.</param>
/// <param name="Meaning">What it means.</param>
/// <param name="NextStep">Who can do what about it.</param>
/// <param name="Failed">How many runs.</param>
internal sealed record RunCauseResponse(string Cause, string Meaning, string NextStep, int Failed);

/// <summary>A page of the sync history.</summary>
/// <param name="Items">The runs, newest first.</param>
/// <param name="Next">Ask with <c>after</c> set to it for the next page; null at the end.</param>
/// <param name="Causes">What runs of the workspace have failed of, most frequent first.</param>
internal sealed record RunsResponse(IReadOnlyList<RunResponse> Items, string? Next, IReadOnlyList<RunCauseResponse> Causes);

/// <summary>Something the plan decided.</summary>
/// <param name="Topic">What it is about.</param>
/// <param name="Sentence">What was decided and why.</param>
internal sealed record DecisionResponse(string Topic, string Sentence)
{
    public static IReadOnlyList<DecisionResponse> Of(IEnumerable<Decision> decisions) =>
        [.. decisions.Select(static decision => new DecisionResponse(decision.Topic, decision.Sentence))];
}

/// <summary>One attempt at a run.</summary>
/// <param name="Number">1, 2, 3 …</param>
/// <param name="BeganAt">When it began.</param>
/// <param name="EndedAt">When it ended.</param>
/// <param name="Outcome">Where the run stood after it.</param>
/// <param name="Sentence">What came of it.</param>
/// <param name="FailureClass">The class of its failure; null when it did not fail.</param>
/// <param name="Cause">Of what it failed; null when it did not fail.</param>
internal sealed record RunAttemptResponse(
    int Number,
    DateTimeOffset BeganAt,
    DateTimeOffset EndedAt,
    string Outcome,
    string Sentence,
    string? FailureClass,
    string? Cause
);

/// <summary>One write to Sage that a run wanted.</summary>
/// <param name="Id">Its id in the journal.</param>
/// <param name="Kind">What kind of write.</param>
/// <param name="State">How it stands.</param>
/// <param name="Request">What was to be written.</param>
/// <param name="Answer">What Sage has; null while nothing came back.</param>
/// <param name="Problem">Why it is not done, or differs; null otherwise.</param>
/// <param name="Attempts">How often it was attempted.</param>
/// <param name="CreatedAt">When it was intended.</param>
/// <param name="FinishedAt">When it ended.</param>
/// <param name="SageId">Sage's id; null until then.</param>
internal sealed record RunPostingResponse(
    string Id,
    string Kind,
    string State,
    JsonElement Request,
    JsonElement? Answer,
    string? Problem,
    int Attempts,
    DateTimeOffset CreatedAt,
    DateTimeOffset? FinishedAt,
    string? SageId
);

/// <summary>A run in full.</summary>
/// <param name="Run">As lists show it.</param>
/// <param name="PolicyVersion">The version of the shop's rules it keeps.</param>
/// <param name="Decisions">What the last plan decided.</param>
/// <param name="AttemptsMade">All attempts, first to last.</param>
/// <param name="Postings">What it wrote to Sage.</param>
/// <param name="CanRetry">True when it can be sent round again.</param>
/// <param name="CanUndo">True when what it posted can be taken back.</param>
internal sealed record RunDetailResponse(
    RunResponse Run,
    int PolicyVersion,
    IReadOnlyList<DecisionResponse> Decisions,
    IReadOnlyList<RunAttemptResponse> AttemptsMade,
    IReadOnlyList<RunPostingResponse> Postings,
    bool CanRetry,
    bool CanUndo
);

/// <summary>How many runs are tried again.</summary>
internal sealed record RetriedResponse(int Retried);

/// <summary>How many documents were asked for.</summary>
internal sealed record BackfillResponse(int Accepted);

/// <summary>A step of a plan that nobody carried out.</summary>
/// <param name="Kind">What would be done.</param>
/// <param name="Sentence">The same in words.</param>
/// <param name="Request">What would be written; null when nothing would.</param>
internal sealed record DryStepResponse(string Kind, string Sentence, JsonElement? Request);

/// <summary>What an event would come to.</summary>
internal enum DryRunOutcome
{
    /// <summary>It would be posted.</summary>
    Planned = 1,

    /// <summary>It would be left out.</summary>
    Skipped,

    /// <summary>It would fail.</summary>
    Failed,

    /// <summary>It would wait for another document.</summary>
    Waits,
}

/// <summary>What would become of an event.</summary>
/// <param name="Outcome">What it would come to.</param>
/// <param name="Sentence">The same in words.</param>
/// <param name="NextStep">What a person would do about it; empty when nothing.</param>
/// <param name="Reason">The stable word of the reason or cause; null for a plan.</param>
/// <param name="Decisions">What the plan decided.</param>
/// <param name="Steps">What would be written, in order.</param>
internal sealed record DryRunResponse(
    DryRunOutcome Outcome,
    string Sentence,
    string NextStep,
    string? Reason,
    IReadOnlyList<DecisionResponse> Decisions,
    IReadOnlyList<DryStepResponse> Steps
);

/// <summary>Why what was posted is taken back.</summary>
internal sealed class UndoRequest
{
    /// <summary>Sage shows it on the voided document.</summary>
    [Required, StringLength(200, MinimumLength = 3)]
    public string Reason { get; init; } = "";
}

/// <summary>Which documents are asked for.</summary>
internal sealed class BackfillRequest
{
    /// <summary>The shop.</summary>
    [Required, StringLength(40)]
    public string StoreId { get; init; } = "";

    /// <summary>The kind of event, such as <c>invoice.created</c>.</summary>
    [Required, StringLength(40)]
    public string Event { get; init; } = "";

    /// <summary>The shop's number of the first document.</summary>
    [Required]
    public long? FromId { get; init; }

    /// <summary>The shop's number of the last document.</summary>
    [Required]
    public long? ToId { get; init; }
}

/// <summary>Which event is wondered about.</summary>
internal sealed class DryRunRequest
{
    /// <summary>The kind of event, such as <c>invoice.created</c>.</summary>
    [Required, StringLength(40)]
    public string Event { get; init; } = "";

    /// <summary>The shop's number of the document.</summary>
    [Required]
    public long? EntityId { get; init; }
}
