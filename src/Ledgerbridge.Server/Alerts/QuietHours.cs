namespace Ledgerbridge.Server.Alerts;

/// <summary>
/// The hours in which nobody wants to hear of what can wait, by the workspace's own clock. They may go past midnight; on the days the
/// clock is changed they are as long as it makes them.
/// </summary>
/// <param name="From">When they begin; the minute itself is quiet.</param>
/// <param name="Until">When they end; the minute itself is not quiet. Another minute than <paramref name="From"/>.</param>
internal sealed record QuietHours(TimeOnly From, TimeOnly Until)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>The first moment, from <paramref name="at"/> on, that is not quiet; <paramref name="at"/> itself when it is not.</summary>
    public DateTimeOffset NextLoudMoment(DateTimeOffset at, TimeZoneInfo zone)
    {
        // Minute by minute, at most a day and an hour of them: so a clock that is put forward over the end, or back before it, needs no
        // case of its own.
        var moment = at;
        while (IsQuiet(moment, zone))
            moment = new DateTimeOffset(moment.Ticks - (moment.Ticks % Minute.Ticks), moment.Offset) + Minute;
        return moment;
    }

    private bool IsQuiet(DateTimeOffset at, TimeZoneInfo zone) =>
        TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime).IsBetween(From, Until);
}
