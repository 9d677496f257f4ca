namespace Ledgerbridge.Server.Posting.Internal;

/// <summary>Telling a record of ours from others in Sage, when an answer was lost.</summary>
internal static class Looking
{
    /// <summary>Sage's clock and ours may differ; a record made a little before we sent may still be ours.</summary>
    private static readonly TimeSpan ClockDifference = TimeSpan.FromMinutes(5);

    /// <summary>The moment from which on a record may be this posting's.</summary>
    public static DateTimeOffset Since(this PostingRow posting) => posting.CreatedAt - ClockDifference;

    /// <summary>Whether a record is young enough to be this posting's; one whose age Sage does not tell may be.</summary>
    public static bool MayBeOurs(this PostingRow posting, DateTimeOffset? at) => at is null || at >= posting.Since();

    /// <summary>The first record that belongs to no other posting of ours; null when there is none.</summary>
    public static async Task<T?> FirstFreeAsync<T>(this IEnumerable<T> records, Func<T, string> idOf, Func<string, Task<bool>> isTaken)
        where T : class
    {
        foreach (var record in records)
        {
            if (!await isTaken(idOf(record)))
                return record;
        }
        return null;
    }
}
