using System.Globalization;
using Ledgerbridge.Kernel;
using Ledgerbridge.Server.Hosting;

namespace Ledgerbridge.Server.Completeness.Internal;

/// <summary>A period of days, both included.</summary>
/// <param name="FromOn">The first.</param>
/// <param name="ToOn">The last.</param>
internal sealed record Period(DateOnly FromOn, DateOnly ToOn)
{
    /// <summary>The moment a day begins in a zone.</summary>
    public static DateTimeOffset BeginOf(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }

    /// <summary>As people read it.</summary>
    public string Words() => FromOn == ToOn ? Text(FromOn) : $"{Text(FromOn)} to {Text(ToOn)}";

    private static string Text(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}

/// <summary>The period to compare, as it stands in the address.</summary>
internal sealed class CompletenessFilter
{
    private const int DaysUsual = 30;
    private const int DaysMax = 366;

    private static readonly DateOnly Earliest = new(2000, 1, 1);
    private static readonly DateOnly Latest = new(2199, 12, 31);

    /// <summary>The first day, such as <c>2026-11-01</c>; 29 days before the last one when left out.</summary>
    public string? From { get; init; }

    /// <summary>The last day; today where the shop is when left out.</summary>
    public string? To { get; init; }

    /// <summary>The period, or what is wrong with it.</summary>
    public Result<Period> ToPeriod(DateOnly today)
    {
        var fields = new QueryFields();
        var (from, to) = (Day(fields, "from", From), Day(fields, "to", To));
        if (fields.Problem is { } problem)
            return problem;
        var last = to ?? (from > today ? from.Value : today);
        var first = from ?? Max(Earliest, last.AddDays(1 - DaysUsual));
        if (first > last)
            fields.Add("to", "must not be before the first day.");
        else if (last.DayNumber - first.DayNumber >= DaysMax)
            fields.Add("from", $"must be at most {DaysMax} days before the last day.");
        return fields.Problem is { } wrong ? wrong : new Period(first, last);
    }

    private static DateOnly Max(DateOnly left, DateOnly right) => left > right ? left : right;

    private static DateOnly? Day(QueryFields fields, string field, string? text)
    {
        var day = fields.Day(field, text);
        if (day < Earliest || day > Latest)
            fields.Add(field, "must be a day of the years 2000 to 2199.");
        return day;
    }
}
