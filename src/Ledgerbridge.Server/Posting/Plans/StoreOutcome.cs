using Ledgerbridge.Server.Stores.Documents;

namespace Ledgerbridge.Server.Posting.Plans;

/// <summary>How a run ended, as far as the store is told.</summary>
internal enum OutcomeState
{
    /// <summary>It is in the books.</summary>
    Synced = 1,

    /// <summary>It was left out.</summary>
    Skipped,

    /// <summary>It failed.</summary>
    Failed,
}

/// <summary>The outcome of one event of a document.</summary>
internal sealed record EventOutcome
{
    /// <summary>How it ended.</summary>
    public required OutcomeState State { get; init; }

    /// <summary>Sage's id of what is in the books; null when nothing is.</summary>
    public string? EntityId { get; init; }

    /// <summary>Sage's number, or for a contact its reference; null when nothing is.</summary>
    public string? Reference { get; init; }

    /// <summary>Why it was left out.</summary>
    public SkipReason? SkipReason { get; init; }

    /// <summary>Why it failed.</summary>
    public FailureCause? Cause { get; init; }
}

/// <summary>
/// What the store's grid is told of a thing. Every report overwrites the whole row there, so each says everything that is known.
/// </summary>
/// <param name="State">How the thing stands.</param>
/// <param name="EntityId">At most 64 characters; null when nothing is in the books.</param>
/// <param name="Reference">At most 64 characters; null when nothing is in the books.</param>
/// <param name="SkipReason">At most 64 characters.</param>
/// <param name="ErrorCode">At most 64 characters.</param>
internal sealed record StoreReport(OutcomeState State, string? EntityId, string? Reference, string? SkipReason, string? ErrorCode);

/// <summary>
/// Works out what the store is shown. "Created" and "paid" share the invoice's row there, and the last writer would win: so each report is
/// made of both, the invoice's own truth goes before its payment's, and the invoice's id and number are never wiped.
/// </summary>
internal static class StoreOutcome
{
    /// <summary>What the store's columns hold; longer text is cut there without a word.</summary>
    public const int TextMax = 64;

    /// <summary>The report of a thing with one event.</summary>
    public static StoreReport Of(EventOutcome outcome) => Merge(outcome, null)!;

    /// <summary>The report of an invoice; null while neither event has an outcome.</summary>
    /// <param name="created">The latest outcome of its creation; null when none is known.</param>
    /// <param name="paid">The latest outcome of its payment; null when none is known.</param>
    public static StoreReport? Merge(EventOutcome? created, EventOutcome? paid)
    {
        var first = Corrected(created);
        var second = Corrected(paid);
        if ((first ?? second) is not { } only)
            return null;
        var better = second is not null && PaymentDecides(first, second) ? second : only;
        // A payment that failed leaves the invoice in the books and green; its code is told beside the number.
        var failure = new[] { first, second }.OfType<EventOutcome>().FirstOrDefault(static outcome => outcome.State == OutcomeState.Failed);
        return new StoreReport(
            better.State,
            Cut(first?.EntityId) ?? Cut(second?.EntityId),
            Cut(first?.Reference) ?? Cut(second?.Reference),
            better.State == OutcomeState.Skipped ? Cut(better.SkipReason?.Code()) : null,
            Cut(ErrorOf(failure, isPayment: failure is not null && ReferenceEquals(failure, second) && first is not null))
        );
    }

    /// <summary>The state in the store's words.</summary>
    public static string Text(this OutcomeState state) => SnakeCase.Of(state);

    /// <summary>
    /// An invoice in the books stays so whatever became of its money, and one that failed is not mended by its payment. One that was left
    /// out only until it was paid stands as its payment does, which had to bring it along.
    /// </summary>
    private static bool PaymentDecides(EventOutcome? created, EventOutcome paid) =>
        created switch
        {
            null or { State: OutcomeState.Skipped, SkipReason: SkipReason.Unpaid } => true,
            { State: OutcomeState.Skipped } => paid.State == OutcomeState.Synced,
            _ => false,
        };

    /// <summary>"Already there" is synced for whoever looks at the shop.</summary>
    private static EventOutcome? Corrected(EventOutcome? outcome) =>
        outcome is { State: OutcomeState.Skipped, SkipReason: SkipReason.AlreadyPosted or SkipReason.AlreadyPaid or SkipReason.Unchanged }
            ? outcome with
            {
                State = OutcomeState.Synced,
                SkipReason = null,
            }
            : outcome;

    private static string? ErrorOf(EventOutcome? failure, bool isPayment) =>
        failure?.Cause is { } cause ? (isPayment ? "payment: " : "") + cause.Code() : null;

    private static string? Cut(string? text) => string.IsNullOrEmpty(text) ? null : StoreText.Cut(text, TextMax);
}
