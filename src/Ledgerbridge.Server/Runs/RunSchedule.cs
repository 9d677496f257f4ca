namespace Ledgerbridge.Server.Runs;

/// <summary>When a run that has to wait is looked at again: the whole schedule, to be read and printed.</summary>
internal static class RunSchedule
{
    /// <summary>
    /// After a failure that may pass (a shop in maintenance, a Sage that does not answer): the wait after the first attempt, after the
    /// second, and so on. After the last one the run has failed.
    /// </summary>
    public static IReadOnlyList<TimeSpan> Waits { get; } =
    [
        TimeSpan.FromSeconds(5),
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
        TimeSpan.FromHours(24),
    ];

    /// <summary>
    /// A document that is not there is asked for so often: a shop's copy for reading may lag behind, and no longer than that.
    /// </summary>
    public const int NotFoundAttemptsMax = 4;

    /// <summary>
    /// For a run that waits for another document. That document's end wakes it; this is for when nobody does, and says when it is given
    /// up.
    /// </summary>
    public static TimeSpan DependencyPatience { get; } = TimeSpan.FromDays(4);

    /// <summary>The wait after so many attempts, at least as long as was asked for; null when it is to be given up.</summary>
    public static TimeSpan? After(int attempts, TimeSpan? asked)
    {
        if (attempts > Waits.Count)
            return null;
        var wait = Waits[attempts - 1];
        return asked > wait ? asked : wait;
    }

    /// <summary>
    /// The wait of a run that waits for another document: it never gives up by count, only by <see cref="DependencyPatience"/>.
    /// </summary>
    public static TimeSpan ForDependency(int attempts) => Waits[Math.Min(attempts, Waits.Count) - 1];
}
