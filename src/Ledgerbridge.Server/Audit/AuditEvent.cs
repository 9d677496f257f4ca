namespace Ledgerbridge.Server.Audit;

/// <summary>The kinds of actors.</summary>
internal enum ActorKind
{
    /// <summary>A signed-in person.</summary>
    Person = 1,

    /// <summary>A program with an API key.</summary>
    ApiKey,

    /// <summary>Ledgerbridge itself, on a schedule or after a restart.</summary>
    System,
}

/// <summary>Who did something.</summary>
/// <param name="Kind">Person, key or the system.</param>
/// <param name="Id">The person's or key's id; empty for the system. Names are looked up when the log is read, so that they are not copied
/// into it.</param>
internal sealed record Actor(ActorKind Kind, string Id)
{
    /// <summary>Ledgerbridge itself.</summary>
    public static Actor System { get; } = new(ActorKind.System, "");
}

/// <summary>What something was done to.</summary>
/// <param name="Kind">Such as <c>invoice</c>.</param>
/// <param name="Id">Our id or Sage's.</param>
internal sealed record AuditTarget(string Kind, string Id);

/// <summary>One thing that happened, to be written to the log.</summary>
/// <param name="Action">What.</param>
/// <param name="Outcome">How it ended; a preview begins as <see cref="AuditStatus.Preview"/>.</param>
/// <param name="Actor">Who.</param>
/// <param name="Summary">One sentence in a bookkeeper's words, without personal data.</param>
internal sealed record AuditEvent(AuditAction Action, AuditStatus Outcome, Actor Actor, string Summary)
{
    /// <summary>What it was done to.</summary>
    public AuditTarget? Target { get; init; }

    /// <summary>
    /// The entry this one continues: the preview of a confirmation. Null for an entry that stands alone or begins a thread.
    /// </summary>
    public AuditEntryId? Thread { get; init; }

    /// <summary>Where the entry stands when it is written, if not at its outcome: a preview that is confirmed in the same breath.</summary>
    public AuditStatus? Standing { get; init; }

    /// <summary>
    /// True for a preview: request and response are what a confirmation posts, and are kept to the letter, whatever people have written
    /// into their lines.
    /// </summary>
    public bool Exact { get; init; }

    /// <summary>What was asked, as JSON; empty for nothing.</summary>
    public string Request { get; init; } = "";

    /// <summary>What came of it, as JSON; empty for nothing.</summary>
    public string Response { get; init; } = "";
}

/// <summary>Gives the names of people and keys to those who read the log.</summary>
internal interface IActorNames
{
    /// <summary>The present name behind each id; ids that no longer exist are missing.</summary>
    Task<IReadOnlyDictionary<string, string>> NamesAsync(IReadOnlyCollection<string> ids, CancellationToken ct);
}
