using Ledgerbridge.Sage;
using Ledgerbridge.Server.Connections;
using Ledgerbridge.Server.Mirror.Internal;
using Ledgerbridge.Server.Settings;
using Ledgerbridge.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.Server.Mirror;

/// <summary>Copies of a business that have not been in step with Sage for too long.</summary>
/// <param name="Workspace">Whose they are.</param>
/// <param name="BusinessId">Sage's id of the business.</param>
/// <param name="BusinessName">Its name.</param>
/// <param name="Resources">Of what.</param>
/// <param name="Since">When they were last brought into step; null when that never happened.</param>
/// <param name="Problem">What went wrong last, as a sentence; empty when nobody knows.</param>
internal sealed record StaleCopies(
    WorkspaceId Workspace,
    string BusinessId,
    string BusinessName,
    IReadOnlyList<BooksResource> Resources,
    DateTimeOffset? Since,
    string Problem
);

/// <summary>Whether copies are kept in step as they should be, in all workspaces.</summary>
internal sealed class SyncHealth(Database database, Businesses businesses, SettingsStore settings, TimeProvider time)
{
    /// <summary>So many rounds may pass without one that came to its end.</summary>
    private const int RoundsMissedMax = 3;

    /// <summary>Failing for so long is too long even where nothing comes round by itself.</summary>
    private static readonly TimeSpan FailingMax = TimeSpan.FromHours(6);

    /// <summary>
    /// What has not been in step for too long. A pass under way is none of it, nor is a resource that Sage's plan does not have; and while
    /// a connection is broken nothing is expected of it.
    /// </summary>
    public async Task<IReadOnlyList<StaleCopies>> ListAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var reachable = await businesses.ListReachableAsync(ct);
        var feeds = await database.ReadAllAsync(db => db.Rows<FeedRow>().AsNoTracking().ToListAsync(ct));
        var known = feeds.ToLookup(static feed => (feed.WorkspaceId, feed.BusinessId));
        var stale = new List<StaleCopies>();
        foreach (var books in reachable.DistinctBy(static one => (one.Key.Workspace, one.Key.BusinessId)))
        {
            var key = books.Key;
            var values = await settings.ReadAsync(key.Workspace, ct);
            var every = values.Get(KnownSetting.SyncEveryMinutes, SyncSchedule.UsualMinutes);
            FeedRow[] late = [.. known[(key.Workspace, key.BusinessId)].Where(feed => IsStale(feed, every, now))];
            if (late.Length == 0)
                continue;
            var standing = await businesses.StandingAsync(key, ct);
            var worst = late.MinBy(static feed => feed.FinishedAt ?? DateTimeOffset.MinValue)!;
            BooksResource[] resources = [.. late.Select(static feed => feed.Resource).Order()];
            stale.Add(new StaleCopies(key.Workspace, key.BusinessId, standing.Name, resources, worst.FinishedAt, worst.Problem));
        }
        return stale;
    }

    private static bool IsStale(FeedRow feed, int everyMinutes, DateTimeOffset now)
    {
        var isUnderWay = feed is { Stage: not FeedStage.Idle, Failures: 0 };
        var isNotOurs = feed is { Failures: 0, Problem.Length: > 0 } && feed.NotBefore > now;
        if (isUnderWay || isNotOurs || (feed.FinishedAt ?? feed.BeganAt) is not { } last)
            return false;
        var round = TimeSpan.FromMinutes(Math.Max(everyMinutes, SyncSchedule.UsualMinutes));
        return (everyMinutes > 0 && now - last > round * RoundsMissedMax) || (feed.Failures > 0 && now - last > FailingMax);
    }
}
