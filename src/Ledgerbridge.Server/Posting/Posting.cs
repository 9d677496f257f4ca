using System.Text.Json;
using Ledgerbridge.Kernel;
using Ledgerbridge.Server.Audit;
using Ledgerbridge.Server.Connections;
using Ledgerbridge.Server.Hosting;
using Ledgerbridge.Server.Posting.Plans;

namespace Ledgerbridge.Server.Posting;

/// <summary>One intended write, before anything was sent.</summary>
/// <param name="Kind">What kind of write.</param>
/// <param name="Key">
/// What makes it the same write: a second intent with the same key in a workspace is the first one again. Such as <c>preview:aud_…</c>.
/// </param>
/// <param name="Books">The books it goes into.</param>
/// <param name="Actor">Who wants it.</param>
/// <param name="Document">What is to be written, as JSON of the kind's own type.</param>
internal sealed record PostingIntent(PostingKind Kind, string Key, BooksKey Books, Actor Actor, string Document)
{
    /// <summary>The preview it carries out, whose audit entry moves with it.</summary>
    public AuditEntryId? Preview { get; init; }

    /// <summary>
    /// The run it belongs to; null for what a person wrote. A run's postings give way to people where Sage's allowance is short.
    /// </summary>
    public RunId? Run { get; init; }

    /// <summary>Its place among the postings a run stores, from 0.</summary>
    public int Step { get; init; }

    /// <summary>
    /// What an invoice or credit note has to come to, when the plan knows better than the sum of the lines; null takes that sum.
    /// </summary>
    public ExpectedTotals? Expected { get; init; }
}

/// <summary>How a posting stands, for those who asked for it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Result">What Sage answered, as JSON of the kind's own type; empty while there is nothing.</param>
/// <param name="Problem">Why it is not done, or not as planned; null otherwise.</param>
/// <param name="NextAttemptAt">When it is tried next; null when it is not waiting for the clock.</param>
internal sealed record PostingStatus(PostingId Id, PostingState State, string Result, Problem? Problem, DateTimeOffset? NextAttemptAt)
{
    /// <summary>
    /// True when Sage refused a contact for its reference alone: another contact has it, perhaps a deleted one, whose reference Sage keeps
    /// for ever. The same contact with another reference may be taken.
    /// </summary>
    public bool ReferenceTaken { get; init; }

    /// <summary>Sage's id of what was written; empty until then.</summary>
    public string SageId { get; init; } = "";

    /// <summary>The result as its type.</summary>
    public T Read<T>() => JsonSerializer.Deserialize<T>(Result, ApiJson.Options)!;
}

/// <summary>What a posting made.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="BusinessId">Sage's id of the business whose books it went into.</param>
/// <param name="SageId">Sage's id of what was written; empty until then.</param>
/// <param name="FinishedAt">When it came to its end; null before.</param>
internal sealed record PostedLink(PostingState State, string BusinessId, string SageId, DateTimeOffset? FinishedAt);

/// <summary>A posting as the run it belongs to, or its screen, reads it.</summary>
internal sealed record PostingRecord
{
    /// <summary>Its id.</summary>
    public required PostingId Id { get; init; }

    /// <summary>What kind of write.</summary>
    public required PostingKind Kind { get; init; }

    /// <summary>The key it was stored with.</summary>
    public required string Key { get; init; }

    /// <summary>
    /// True while no second posting of the key can be stored. False once it was refused, or its key was given back after an undo.
    /// </summary>
    public required bool HoldsKey { get; init; }

    /// <summary>The run it belongs to; null for what a person wrote.</summary>
    public required RunId? Run { get; init; }

    /// <summary>Where it stands.</summary>
    public required PostingState State { get; init; }

    /// <summary>What was to be written, as JSON of the kind's own type. May hold personal data.</summary>
    public required string Document { get; init; }

    /// <summary>What Sage answered, as JSON of the kind's own type; empty while there is nothing.</summary>
    public required string Result { get; init; }

    /// <summary>Sage's id of what was written, changed or taken away; empty until then.</summary>
    public required string SageId { get; init; }

    /// <summary>Why it is not done, or not as planned; null otherwise.</summary>
    public required Problem? Problem { get; init; }

    /// <summary>As <see cref="PostingStatus.ReferenceTaken"/>.</summary>
    public required bool ReferenceTaken { get; init; }

    /// <summary>How many attempts were begun, from 1.</summary>
    public required int Attempts { get; init; }

    /// <summary>When it was stored.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it is tried next; null when it is not waiting for the clock.</summary>
    public required DateTimeOffset? NextAttemptAt { get; init; }

    /// <summary>When it came to its end; null before.</summary>
    public required DateTimeOffset? FinishedAt { get; init; }

    /// <summary>The document as its type.</summary>
    public T ReadDocument<T>() => JsonSerializer.Deserialize<T>(Document, ApiJson.Options)!;

    /// <summary>The result as its type.</summary>
    public T ReadResult<T>() => JsonSerializer.Deserialize<T>(Result, ApiJson.Options)!;
}
