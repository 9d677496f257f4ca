using Ledgerbridge.Sage;

namespace Ledgerbridge.Server.Mirror.Internal;

/// <summary>What is due for a business.</summary>
/// <param name="Resources">The resources to be brought into step.</param>
/// <param name="Full">Those of them of which everything is to be compared.</param>
/// <param name="AskLedger">True when the ledger is to be asked which documents are worth asking for.</param>
/// <param name="LedgerSince">From when on.</param>
internal sealed record SyncDue(
    IReadOnlyList<BooksResource> Resources,
    IReadOnlyList<BooksResource> Full,
    bool AskLedger,
    DateTimeOffset LedgerSince
);

/// <summary>When copies are brought into step by themselves.</summary>
/// <param name="EveryMinutes">0 for never, 5, 15 or 60.</param>
internal sealed record SyncSchedule(int EveryMinutes)
{
    /// <summary>What holds while nobody has set anything.</summary>
    public const int UsualMinutes = 15;

    /// <summary>The values that can be set.</summary>
    public static IReadOnlyList<int> Choices { get; } = [0, 5, UsualMinutes, 60];

    /// <summary>The hours of the day, UTC, in which everything is compared: night in all regions Sage serves from here.</summary>
    private const int NightFromHour = 0;
    private const int NightUntilHour = 4;

    /// <summary>Every resource is asked at most so often; in between only the ledger is.</summary>
    private static readonly TimeSpan RoundMin = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan ComparedLately = TimeSpan.FromHours(20);
    private static readonly TimeSpan ComparedTooLongAgo = TimeSpan.FromHours(48);

    private static readonly BooksResource[] Documents =
    [
        BooksResource.SalesInvoices,
        BooksResource.SalesCreditNotes,
        BooksResource.ContactPayments,
    ];

    /// <summary>What is due now, as the feeds stand.</summary>
    public SyncDue DueAt(DateTimeOffset now, IReadOnlyCollection<FeedRow> feeds)
    {
        var (due, full) = (new List<BooksResource>(), new List<BooksResource>());
        foreach (var resource in Enum.GetValues<BooksResource>())
        {
            var feed = feeds.FirstOrDefault(feed => feed.Resource == resource);
            if (feed?.NotBefore > now)
                continue;
            var isBegun = feed is { Stage: not FeedStage.Idle } or { RequestedAt: not null } or { FullWanted: true };
            var compare = EveryMinutes > 0 && feed is { Stage: FeedStage.Idle } && IsComparisonDue(feed, now);
            var isRound = EveryMinutes > 0 && !(now - feed?.Position < Round);
            if (!isBegun && !compare && !isRound)
                continue;
            due.Add(resource);
            if (compare)
                full.Add(resource);
        }
        var asked = feeds.Where(static feed => Documents.Contains(feed.Resource)).Select(static f => f.LedgerAskedAt ?? f.Position).Max();
        var isQuiet = feeds.Count(static feed => Documents.Contains(feed.Resource)) == Documents.Length && !due.Exists(Documents.Contains);
        var every = TimeSpan.FromMinutes(EveryMinutes);
        var askLedger = EveryMinutes > 0 && every < RoundMin && isQuiet && asked is { } at && now - at >= every;
        return new SyncDue(due, full, askLedger, (asked ?? now) - FeedPass.Overlap);
    }

    private TimeSpan Round => TimeSpan.FromMinutes(Math.Max(EveryMinutes, RoundMin.TotalMinutes));

    private static bool IsComparisonDue(FeedRow feed, DateTimeOffset now)
    {
        if (feed.FullAt is not { } last)
            return false;
        var isNight = now.UtcDateTime.Hour is >= NightFromHour and < NightUntilHour;
        return now - last >= (isNight ? ComparedLately : ComparedTooLongAgo);
    }
}
