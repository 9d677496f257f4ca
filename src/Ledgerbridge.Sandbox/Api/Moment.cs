using System.Globalization;

namespace Ledgerbridge.Sandbox.Api;

/// <summary>The date and date-time forms Sage's filters take.</summary>
internal static class Moment
{
    private static readonly string[] Forms =
    [
        "yyyy-MM-dd'T'HH:mm:ssK",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd",
        "yyyy-MM-dd'T'K",
        "yyyy-MM-ddK",
    ];

    /// <summary>
    /// Reads <c>2026-03-02</c>, <c>2026-03-02T08:01:32Z</c>, <c>2026-03-02T10:01:32+02:00</c> as seconds since 1970. Without an offset it
    /// is UTC; fractions of a second are cut off.
    /// </summary>
    public static bool TrySeconds(string text, out long seconds)
    {
        var read = DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment);
        seconds = read ? moment.ToUnixTimeSeconds() : 0;
        return read;
    }

    /// <summary>The date part of one of the same forms.</summary>
    public static bool TryDate(string text, out string date)
    {
        date = text.Length >= 10 ? text[..10] : "";
        return TrySeconds(text, out _) && SandboxClock.TryDate(date, out _);
    }
}
