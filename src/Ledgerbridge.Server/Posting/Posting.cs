using System.Text.Json;
using Ledgerbridge.Kernel;
using Ledgerbridge.Server.Audit;
using Ledgerbridge.Server.Connections;
using Ledgerbridge.Server.Hosting;

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
}

/// <summary>How a posting stands, for those who asked for it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Result">What Sage answered, as JSON of the kind's own type; empty while there is nothing.</param>
/// <param name="Problem">Why it is not done, or not as planned; null otherwise.</param>
/// <param name="NextAttemptAt">When it is tried next; null when it is not waiting for the clock.</param>
internal sealed record PostingStatus(PostingId Id, PostingState State, string Result, Problem? Problem, DateTimeOffset? NextAttemptAt)
{
    /// <summary>The result as its type.</summary>
    public T Read<T>() => JsonSerializer.Deserialize<T>(Result, ApiJson.Options)!;
}
