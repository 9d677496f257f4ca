namespace Ledgerbridge.Server.Posting;

/// <summary>The kinds of writes to Sage: a closed list, each with its own way to send, to look, and to be told.</summary>
internal enum PostingKind
{
    /// <summary>A sales invoice is made.</summary>
    InvoiceCreate = 1,

    /// <summary>A draft is released.</summary>
    InvoiceRelease,

    /// <summary>An invoice is voided.</summary>
    InvoiceVoid,

    /// <summary>A contact is made.</summary>
    ContactCreate,

    /// <summary>A contact is changed.</summary>
    ContactUpdate,

    /// <summary>A sales credit note is made.</summary>
    CreditNoteCreate,

    /// <summary>A credit note is voided.</summary>
    CreditNoteVoid,

    /// <summary>A payment or refund is booked, together with what it pays.</summary>
    PaymentCreate,

    /// <summary>A payment is deleted; what it paid is owed again.</summary>
    PaymentDelete,

    /// <summary>Credit is set against what is owed.</summary>
    AllocationCreate,

    /// <summary>An allocation is deleted; credit and debt stand apart again.</summary>
    AllocationDelete,

    /// <summary>A product, service or stock item is made.</summary>
    ItemCreate,

    /// <summary>A product, service or stock item is changed.</summary>
    ItemUpdate,

    /// <summary>The count of a stock item is changed.</summary>
    StockMove,
}

/// <summary>Where a posting stands.</summary>
internal enum PostingState
{
    /// <summary>Nobody works on it; it is due at its next attempt, or waits for a person to connect Sage again.</summary>
    Waiting = 1,

    /// <summary>A process works on it; its request may be on the way.</summary>
    Sending,

    /// <summary>It is in Sage as planned.</summary>
    Posted,

    /// <summary>It is not in Sage and will not be tried again.</summary>
    Refused,

    /// <summary>It is in Sage, but with other figures than planned.</summary>
    Differs,
}

/// <summary>The legal moves, as one table. Everything else is a bug and throws.</summary>
internal static class PostingMoves
{
    /// <summary>From each state, the states it may go to.</summary>
    public static IReadOnlyDictionary<PostingState, PostingState[]> Table { get; } =
        new Dictionary<PostingState, PostingState[]>
        {
            [PostingState.Waiting] = [PostingState.Sending],
            [PostingState.Sending] =
            [
                PostingState.Waiting,
                PostingState.Sending,
                PostingState.Posted,
                PostingState.Refused,
                PostingState.Differs,
            ],
            [PostingState.Posted] = [],
            [PostingState.Refused] = [],
            [PostingState.Differs] = [],
        };

    /// <summary>True for states nothing leaves.</summary>
    public static bool IsFinal(this PostingState state) => Table[state].Length == 0;

    /// <summary>The new state, when the move is legal.</summary>
    /// <exception cref="InvalidOperationException">It is not.</exception>
    public static PostingState To(this PostingState from, PostingState to) =>
        Table[from].Contains(to) ? to : throw new InvalidOperationException($"A posting cannot go from {from} to {to}.");
}

/// <summary>When a posting that could not be carried out is tried again: the whole schedule, to be read and printed.</summary>
internal static class RetrySchedule
{
    /// <summary>
    /// The wait after the first attempt, after the second, and so on. After the last one it is given up and told to a person.
    /// </summary>
    public static IReadOnlyList<TimeSpan> Waits { get; } =
    [
        TimeSpan.FromSeconds(1),
        TimeSpan.FromSeconds(3),
        TimeSpan.FromSeconds(10),
        TimeSpan.FromSeconds(30),
        TimeSpan.FromMinutes(1),
        TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(15),
        TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(1),
        TimeSpan.FromHours(2),
        TimeSpan.FromHours(4),
        TimeSpan.FromHours(8),
        TimeSpan.FromHours(12),
        TimeSpan.FromHours(24),
    ];

    /// <summary>The wait after so many attempts, at least as long as Sage asked for; null when it is to be given up.</summary>
    public static TimeSpan? After(int attempts, TimeSpan? asked)
    {
        if (attempts > Waits.Count)
            return null;
        var wait = Waits[attempts - 1];
        return asked > wait ? asked : wait;
    }
}
