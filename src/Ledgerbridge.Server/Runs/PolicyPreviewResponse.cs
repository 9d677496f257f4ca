namespace Ledgerbridge.Server.Runs;

/// <summary>How many runs would be of one kind.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Meaning">The same for people.</param>
/// <param name="Runs">How many runs; one that would be posted otherwise may count in several kinds.</param>
internal sealed record PolicyChangeCountResponse(ChangeKind Kind, string Meaning, int Runs);

/// <summary>A run that other rules would have made something else of.</summary>
/// <param name="RunId">Its id.</param>
/// <param name="Event">What happened, such as <c>invoice.created</c>.</param>
/// <param name="EntityType">To what kind of thing.</param>
/// <param name="EntityId">The shop's own number of it.</param>
/// <param name="Number">The number people know the document by; empty for customers and products.</param>
/// <param name="Status">How the run ended.</param>
/// <param name="Kinds">What would change.</param>
/// <param name="Sentence">What would change, in words.</param>
internal sealed record PolicyChangeResponse(
    string RunId,
    string Event,
    string EntityType,
    long EntityId,
    string Number,
    RunState Status,
    IReadOnlyList<ChangeKind> Kinds,
    string Sentence
);

/// <summary>What a changed policy would have made of the last 90 days' runs. Nothing was written, and nobody was asked.</summary>
/// <param name="Since">The beginning of the period.</param>
/// <param name="Total">How many runs of the period have come to their end.</param>
/// <param name="LookedAt">How many of them were planned anew.</param>
/// <param name="Changed">How many of those would have ended or been posted otherwise.</param>
/// <param name="Sentence">What was looked at and what was not, in words.</param>
/// <param name="Counts">The kinds of changes there are, the gravest first.</param>
/// <param name="Items">The runs concerned, newest first.</param>
/// <param name="Next">Ask with <c>after</c> set to it for the next page; null at the end.</param>
internal sealed record PolicyPreviewResponse(
    DateTimeOffset Since,
    int Total,
    int LookedAt,
    int Changed,
    string Sentence,
    IReadOnlyList<PolicyChangeCountResponse> Counts,
    IReadOnlyList<PolicyChangeResponse> Items,
    string? Next
);
