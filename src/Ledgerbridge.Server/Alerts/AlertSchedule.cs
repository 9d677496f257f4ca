namespace Ledgerbridge.Server.Alerts;

/// <summary>When a message that was not taken is tried again: the whole schedule, to be read and printed.</summary>
internal static class AlertSchedule
{
    /// <summary>The wait after the first attempt, after the second, and so on. After the last one the message is given up.</summary>
    public static IReadOnlyList<TimeSpan> Waits { get; } =
    [
        TimeSpan.FromMinutes(1),
        TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(15),
        TimeSpan.FromHours(1),
        TimeSpan.FromHours(3),
        TimeSpan.FromHours(6),
        TimeSpan.FromHours(12),
        TimeSpan.FromHours(24),
    ];

    /// <summary>The wait after so many attempts; null when the message is given up.</summary>
    public static TimeSpan? After(int attempts) => attempts <= Waits.Count ? Waits[attempts - 1] : null;
}
