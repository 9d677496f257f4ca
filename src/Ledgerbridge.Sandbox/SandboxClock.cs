using System.Globalization;

namespace Ledgerbridge.Sandbox;

/// <summary>
/// The sandbox's own clock: the injected time plus an offset that control calls move. Everything the sandbox dates (documents, tokens,
/// limits, idempotency) goes by this clock and has one-second resolution.
/// </summary>
internal sealed class SandboxClock(TimeProvider time)
{
    private long _offsetTicks;

    /// <summary>The clock's present time in UTC.</summary>
    public DateTimeOffset Now => time.GetUtcNow() + Offset;

    /// <summary>The present time in whole seconds since 1970.</summary>
    public long Seconds => Now.ToUnixTimeSeconds();

    /// <summary>The sandbox's date in UTC.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);

    /// <summary>How far the clock is ahead of (or behind) the injected time.</summary>
    public TimeSpan Offset
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref _offsetTicks));
        set => Interlocked.Exchange(ref _offsetTicks, value.Ticks);
    }

    /// <summary>Moves the offset so that the clock reads this instant now.</summary>
    public void Set(DateTimeOffset now) => Offset = now - time.GetUtcNow();

    /// <summary>An instant in Sage's form: <c>2026-03-02T08:01:32Z</c>.</summary>
    public static string Text(long seconds) =>
        DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>A date in Sage's form: <c>2026-03-02</c>.</summary>
    public static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>
    /// Reads a date of Sage's form; false for anything else, impossible days and years before 1900 or after 2999 included.
    /// </summary>
    public static bool TryDate(string? text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date)
        && date.Year is >= 1900 and <= 2999;
}
