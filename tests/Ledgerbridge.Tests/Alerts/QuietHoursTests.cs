using System.Globalization;
using Ledgerbridge.Server.Alerts;

namespace Ledgerbridge.Tests.Alerts;

/// <summary>When something that can wait goes out: by the workspace's own clock, on every day of the year.</summary>
public sealed class QuietHoursTests
{
    [Theory]
    // Johannesburg is two hours ahead all year.
    [InlineData("Africa/Johannesburg", "22:00", "06:00", "2026-03-16T09:30:00Z", "2026-03-16T09:30:00Z")]
    [InlineData("Africa/Johannesburg", "22:00", "06:00", "2026-03-16T19:59:59Z", "2026-03-16T19:59:59Z")]
    [InlineData("Africa/Johannesburg", "22:00", "06:00", "2026-03-16T20:00:00Z", "2026-03-17T04:00:00Z")]
    [InlineData("Africa/Johannesburg", "22:00", "06:00", "2026-03-17T03:59:59Z", "2026-03-17T04:00:00Z")]
    [InlineData("Africa/Johannesburg", "22:00", "06:00", "2026-03-17T04:00:00Z", "2026-03-17T04:00:00Z")]
    [InlineData("Africa/Johannesburg", "12:15", "13:45", "2026-03-16T10:20:30Z", "2026-03-16T11:45:00Z")]
    // Berlin puts its clock forward on 29 March 2026 at 01:00 UTC, from 02:00 to 03:00.
    [InlineData("Europe/Berlin", "22:00", "06:00", "2026-03-28T23:00:00Z", "2026-03-29T04:00:00Z")]
    [InlineData("Europe/Berlin", "23:00", "02:30", "2026-03-28T23:00:00Z", "2026-03-29T01:00:00Z")]
    [InlineData("Europe/Berlin", "02:15", "02:45", "2026-03-29T00:59:00Z", "2026-03-29T00:59:00Z")]
    [InlineData("Europe/Berlin", "02:15", "02:45", "2026-03-29T01:00:00Z", "2026-03-29T01:00:00Z")]
    // And back on 25 October 2026 at 01:00 UTC, from 03:00 to 02:00: half past two comes twice.
    [InlineData("Europe/Berlin", "22:00", "06:00", "2026-10-24T21:00:00Z", "2026-10-25T05:00:00Z")]
    [InlineData("Europe/Berlin", "23:00", "02:30", "2026-10-24T22:00:00Z", "2026-10-25T00:30:00Z")]
    [InlineData("Europe/Berlin", "23:00", "02:30", "2026-10-25T01:10:00Z", "2026-10-25T01:30:00Z")]
    [InlineData("Europe/Berlin", "02:30", "03:00", "2026-10-25T00:30:00Z", "2026-10-25T01:00:00Z")]
    public void What_can_wait_goes_out_when_they_end(string zone, string from, string until, string at, string goesOut)
    {
        var quiet = new QuietHours(Clock(from), Clock(until));

        Assert.Equal(Moment(goesOut), quiet.NextLoudMoment(Moment(at), TimeZoneInfo.FindSystemTimeZoneById(zone)));
    }

    [Fact]
    public void All_day_but_one_minute_ends_at_that_minute()
    {
        var quiet = new QuietHours(Clock("06:01"), Clock("06:00"));

        Assert.Equal(Moment("2026-03-17T06:00:00Z"), quiet.NextLoudMoment(Moment("2026-03-16T06:01:00Z"), TimeZoneInfo.Utc));
    }

    [Fact]
    public void A_message_is_tried_nine_times_over_almost_two_days()
    {
        Assert.Equal(TimeSpan.FromMinutes(1), AlertSchedule.After(1));
        Assert.Equal(TimeSpan.FromHours(24), AlertSchedule.After(8));
        Assert.Null(AlertSchedule.After(9));
        Assert.Equal(AlertSchedule.Waits.Order(), AlertSchedule.Waits);
    }

    private static TimeOnly Clock(string text) => TimeOnly.ParseExact(text, "HH:mm", CultureInfo.InvariantCulture);

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
