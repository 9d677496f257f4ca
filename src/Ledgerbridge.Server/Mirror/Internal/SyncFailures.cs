using Ledgerbridge.Sage;

namespace Ledgerbridge.Server.Mirror.Internal;

/// <summary>What becomes of a pass that Sage did not answer.</summary>
internal static class SyncFailures
{
    /// <summary>The wait after the first failure, the second, and so on; the last one holds for all after it.</summary>
    public static IReadOnlyList<TimeSpan> Waits { get; } =
    [TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1)];

    /// <summary>Plans and rights change, but not by the hour.</summary>
    private static readonly TimeSpan NotOurs = TimeSpan.FromHours(12);

    /// <summary>True when asking for another resource would fail as well.</summary>
    public static bool StopsAll(SageFailure failure) =>
        failure.Kind
            is not (SageFailureKind.NotPermitted or SageFailureKind.NotFound or SageFailureKind.Refused or SageFailureKind.Unreadable);

    /// <summary>Writes down what went wrong and when the pass goes on, from where it stood.</summary>
    public static void Note(FeedRow feed, SageFailure failure, DateTimeOffset now)
    {
        feed.Problem = failure.Message;
        if (failure.Kind is SageFailureKind.NotPermitted or SageFailureKind.NotFound)
        {
            (feed.Stage, feed.RequestedAt, feed.NotBefore) = (FeedStage.Idle, null, now + NotOurs);
            return;
        }
        var wait = Waits[Math.Min(feed.Failures, Waits.Count - 1)];
        feed.Failures++;
        feed.NotBefore = now + (failure.RetryAfter > wait ? failure.RetryAfter.Value : wait);
    }
}
