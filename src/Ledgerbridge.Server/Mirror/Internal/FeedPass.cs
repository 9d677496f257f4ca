using Ledgerbridge.Sage;
using Ledgerbridge.Server.Connections;
using Ledgerbridge.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.Server.Mirror.Internal;

/// <summary>
/// One pass over one feed, in steps: each asks Sage one question and stores the answer together with how far the pass has come, so that
/// whoever goes on after an interruption goes on there. The caller holds the business's lock.
/// </summary>
internal sealed class FeedPass(Database database, BooksKey key, BooksResource resource, IBooksFeed books, TimeProvider time)
{
    /// <summary>As many as Sage puts on a page.</summary>
    public const int PageSize = 200;

    /// <summary>
    /// Sage counts whole seconds and its clock is not ours, so each pass looks a little further back than the one before began.
    /// </summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromMinutes(2);

    private const int PeekSize = 20;
    private const int MissingMax = 20;
    private const int MissingOfPassMax = 200;
    private const int RoundsMax = 2;
    private const int TornMax = 2;

    private int _torn;

    /// <summary>Makes the next step; true when the pass has ended.</summary>
    public async Task<SageAnswer<bool>> StepAsync(CancellationToken ct)
    {
        var feed = await database.ReadAsync(key.Workspace, db => MirrorStore.FindFeedAsync(db, key, resource, ct));
        if (feed is not { Stage: not FeedStage.Idle })
            feed = await BeginAsync();
        return feed.Stage switch
        {
            FeedStage.Peek => await PeekAsync(feed, ct),
            FeedStage.Changes => await ChangesAsync(feed, ct),
            FeedStage.Listing => await ListingAsync(feed, ct),
            FeedStage.Deletions => await DeletionsAsync(feed, ct),
            _ => await MissingAsync(feed, ct),
        };
    }

    private Task<FeedRow> FeedAsync(LedgerDb db) => MirrorStore.FeedAsync(db, key, resource);

    private Task<FeedRow> BeginAsync() =>
        database.WriteAsync(
            key.Workspace,
            async db =>
            {
                var feed = await FeedAsync(db);
                var now = time.GetUtcNow();
                // A list of one page is read whole: that costs no more than asking what changed, and shows what is gone as well.
                var isShort = !books.SortsByChange(resource) && await MirrorStore.CountAsync(db, feed.Id) <= PageSize;
                feed.IsFull = feed.Position is null || feed.FullWanted || isShort;
                feed.Stage =
                    feed.IsFull ? FeedStage.Listing
                    : books.SortsByChange(resource) ? FeedStage.Peek
                    : FeedStage.Changes;
                (feed.BeganAt, feed.Since, feed.FullWanted) = (now, feed.Position - Overlap, false);
                (feed.Page, feed.Total, feed.Read, feed.Changed, feed.Rounds) = (1, 0, 0, 0, 0);
                feed.Sweep += feed.IsFull ? 1 : 0;
                return feed;
            },
            CancellationToken.None
        );

    /// <summary>
    /// What changed last stands first, and the count tells whether anything is gone: when little happened this one answer is all.
    /// </summary>
    private async Task<SageAnswer<bool>> PeekAsync(FeedRow feed, CancellationToken ct)
    {
        var askedAt = time.GetUtcNow();
        var query = new FeedQuery(resource, Page: 1, PeekSize) { Order = FeedOrder.LastChangedFirst };
        if (!(await books.ReadAsync(query, ct)).Succeeded(out var page, out var failure))
            return failure;
        // An order that is not kept, or an entry without its moment, says nothing about those behind it.
        var isInOrder = page.Entries.Zip(page.Entries.Skip(1)).All(static pair => pair.First.UpdatedAt >= pair.Second.UpdatedAt);
        var isAll = isInOrder && (!page.HasNext || page.Entries is [.., { UpdatedAt: { } last }] && last < feed.Since);
        FeedEntry[] fresh = [.. page.Entries.Where(entry => !(entry.UpdatedAt < feed.Since))];
        return await StoreAsync(
            async (db, stored) =>
            {
                await TakeInAsync(db, stored, fresh, new Taking(askedAt), page);
                stored.Counted = page.Total;
                return isAll ? await CountUpAsync(db, stored) : stored.MoveTo(FeedStage.Changes);
            }
        );
    }

    private async Task<SageAnswer<bool>> ChangesAsync(FeedRow feed, CancellationToken ct)
    {
        var askedAt = time.GetUtcNow();
        var query = new FeedQuery(resource, feed.Page, PageSize) { ChangedSince = feed.Since };
        if (!(await books.ReadAsync(query, ct)).Succeeded(out var page, out var failure))
            return failure;
        var isTorn = IsTorn(page);
        return await StoreAsync(
            async (db, stored) =>
            {
                await TakeInAsync(db, stored, page.Entries, new Taking(askedAt), page);
                if (isTorn && ++_torn <= TornMax)
                    return false;
                stored.FullWanted |= isTorn;
                _torn = 0;
                if (TurnPage(stored, page, asked: feed.Page))
                    return false;
                return books.SortsByChange(resource) ? await CountUpAsync(db, stored) : stored.MoveTo(FeedStage.Deletions);
            }
        );
    }

    private async Task<SageAnswer<bool>> ListingAsync(FeedRow feed, CancellationToken ct)
    {
        var askedAt = time.GetUtcNow();
        if (!(await books.ReadAsync(new FeedQuery(resource, feed.Page, PageSize), ct)).Succeeded(out var page, out var failure))
            return failure;
        var isTorn = IsTorn(page);
        var isOnlyPage = feed.Page == 1 && !page.HasNext;
        return await StoreAsync(
            async (db, stored) =>
            {
                string[] ids = [.. page.Entries.Select(static entry => entry.Id)];
                var isLacking =
                    isOnlyPage
                    && await MirrorStore.Records(db, stored.Id).AnyAsync(row => row.GoneAt == null && !ids.Contains(row.RecordId));
                var taking = new Taking(askedAt)
                {
                    ExpectedUntil = stored.FullAt is null ? null : stored.Since,
                    Sweep = isOnlyPage && !isLacking ? 0 : stored.Sweep,
                };
                await TakeInAsync(db, stored, page.Entries, taking, page);
                if (isTorn && ++_torn <= TornMax)
                    return false;
                _torn = 0;
                if (TurnPage(stored, page, asked: feed.Page))
                    return false;
                stored.Counted = page.Total;
                return isOnlyPage && !isLacking ? Finish(stored, excess: 0) : await SumUpAsync(db, stored);
            }
        );
    }

    private async Task<SageAnswer<bool>> DeletionsAsync(FeedRow feed, CancellationToken ct)
    {
        var askedAt = time.GetUtcNow();
        var since = feed.Since ?? feed.BeganAt!.Value - Overlap;
        var query = new FeedQuery(resource, feed.Page, PageSize) { DeletedSince = since };
        if (!(await books.ReadAsync(query, ct)).Succeeded(out var page, out var failure))
            return failure;
        return await StoreAsync(
            async (db, stored) =>
            {
                string[] ids = [.. page.Entries.Select(static entry => entry.Id)];
                stored.Changed += await MirrorStore.GoneAsync(db, stored, ids, askedAt);
                if (page.HasNext && page.Number == feed.Page)
                {
                    stored.Page++;
                    return false;
                }
                if (stored.IsFull)
                    return stored.MoveTo(FeedStage.Missing);
                return !books.SortsByChange(resource) ? Finish(stored, stored.Excess) : await CountAgainAsync(db, stored);
            }
        );
    }

    /// <summary>Looks for records that a full reading did not meet: they may be gone, or the reading may have passed them by.</summary>
    private async Task<SageAnswer<bool>> MissingAsync(FeedRow feed, CancellationToken ct)
    {
        var unmet = await database.ReadAsync(
            key.Workspace,
            db => Unmet(db, feed).OrderBy(static row => row.Number).Select(static row => row.RecordId).Take(MissingMax).ToListAsync(ct)
        );
        var (gone, found) = (new List<string>(), new List<FeedEntry>());
        var askedAt = time.GetUtcNow();
        foreach (var id in unmet)
        {
            var answer = await books.ReadOneAsync(resource, id, ct);
            if (answer.Succeeded(out var entry, out var failure))
                found.Add(entry with { Id = id });
            else if (failure.Kind == SageFailureKind.NotFound)
                gone.Add(id);
            else if (failure.Kind == SageFailureKind.Unreadable)
                found.Add(new FeedEntry(id) { Problem = failure.Message });
            else
                return failure;
        }
        return await StoreAsync(
            async (db, stored) =>
            {
                await MirrorStore.TakeInAsync(db, stored, found, new Taking(askedAt) { IsFinal = true, Sweep = stored.Sweep });
                var removed = await MirrorStore.GoneAsync(db, stored, gone, askedAt);
                stored.Changed += removed;
                stored.NoteDrift(missing: 0, changed: 0, gone: removed, askedAt);
                stored.Page++;
                if (unmet.Count == MissingMax && stored.Page * MissingMax <= MissingOfPassMax)
                    return false;
                return Finish(stored, stored.Counted - await MirrorStore.CountAsync(db, stored.Id));
            }
        );
    }

    /// <summary>After the last page of everything: entries that moved while they were read are read again.</summary>
    private static async Task<bool> SumUpAsync(LedgerDb db, FeedRow feed)
    {
        await db.SaveChangesAsync();
        var unmet = await Unmet(db, feed).CountAsync();
        var met = await MirrorStore.CountAsync(db, feed.Id) - unmet;
        if (met < feed.Counted && feed.Rounds < RoundsMax)
        {
            (feed.Page, feed.Total, feed.Sweep) = (1, 0, feed.Sweep + 1);
            feed.Rounds++;
            return false;
        }
        // Over several pages something may be deleted that was met before; Sage says what.
        return feed.MoveTo(FeedStage.Deletions);
    }

    /// <summary>Ends a pass when the count is as Sage says; otherwise asks what was deleted.</summary>
    private static async Task<bool> CountUpAsync(LedgerDb db, FeedRow feed)
    {
        var isRight = await MirrorStore.CountAsync(db, feed.Id) + feed.Excess == feed.Counted;
        return isRight ? Finish(feed, feed.Excess) : feed.MoveTo(FeedStage.Deletions);
    }

    /// <summary>
    /// A count that is wrong although the deletions are known: something was made meanwhile, so it is looked at once more; then everything
    /// has to be read.
    /// </summary>
    private static async Task<bool> CountAgainAsync(LedgerDb db, FeedRow feed)
    {
        if (await MirrorStore.CountAsync(db, feed.Id) + feed.Excess == feed.Counted)
            return Finish(feed, feed.Excess);
        if (feed.Rounds < RoundsMax)
        {
            feed.Rounds++;
            return feed.MoveTo(FeedStage.Peek);
        }
        (feed.IsFull, feed.Rounds) = (true, 0);
        feed.Sweep++;
        return feed.MoveTo(FeedStage.Listing);
    }

    private static IQueryable<RecordRow> Unmet(LedgerDb db, FeedRow feed) =>
        MirrorStore.Records(db, feed.Id).Where(row => row.GoneAt == null && row.SeenIn < feed.Sweep && row.ReadAt < feed.BeganAt);

    private static async Task TakeInAsync(LedgerDb db, FeedRow feed, IReadOnlyList<FeedEntry> entries, Taking taking, FeedPage page)
    {
        var taken = await MirrorStore.TakeInAsync(db, feed, entries, taking);
        feed.Read += entries.Count;
        feed.Changed += taken.Changed;
        feed.NoteDrift(taken.DriftMissing, taken.DriftChanged, gone: 0, taking.AskedAt);
        feed.Problem = page.Entries.Any(static entry => entry.Id.Length == 0)
            ? "Sage shows entries without an id; they cannot be kept."
            : "";
    }

    /// <summary>
    /// Turns to the next page; false when there is none. When entries have gone since, what stood on the next page has moved up, so as many
    /// pages are read again. A page beyond the end answers the last one.
    /// </summary>
    private static bool TurnPage(FeedRow feed, FeedPage page, int asked)
    {
        var gone = feed.Total - page.Total;
        feed.Total = page.Total;
        if (asked > 1 && gone > 0)
        {
            feed.Page = Math.Max(1, asked - ((gone + page.Size - 1) / page.Size));
            return true;
        }
        if (!page.HasNext || page.Number != asked)
            return false;
        feed.Page = asked + 1;
        return true;
    }

    /// <summary>True for a page that has fewer records than it says, because some are missing or stand twice.</summary>
    private static bool IsTorn(FeedPage page) => page.Entries.Select(static entry => entry.Id).Distinct().Count() < page.Promised;

    private Task<SageAnswer<bool>> StoreAsync(Func<LedgerDb, FeedRow, Task<bool>> store) =>
        database.WriteAsync(
            key.Workspace,
            async db =>
            {
                var feed = await FeedAsync(db);
                if (feed.Failures > 0)
                    feed.Problem = "";
                var isOver = await store(db, feed);
                if (isOver)
                    (feed.FinishedAt, feed.Failures, feed.NotBefore) = (time.GetUtcNow(), 0, null);
                return (SageAnswer<bool>)isOver;
            },
            CancellationToken.None
        );

    private static bool Finish(FeedRow feed, int excess)
    {
        (feed.Position, feed.Stage, feed.LastChanged, feed.Excess) = (feed.BeganAt, FeedStage.Idle, feed.Changed, excess);
        if (feed.IsFull)
            feed.FullAt = feed.BeganAt;
        if (feed.RequestedAt <= feed.BeganAt)
            feed.RequestedAt = null;
        return true;
    }
}

/// <summary>What changes in a feed's row on the way.</summary>
internal static class FeedMoves
{
    /// <summary>Begins another stage; always false, because the pass goes on.</summary>
    public static bool MoveTo(this FeedRow feed, FeedStage stage)
    {
        (feed.Stage, feed.Page, feed.Total) = (stage, 1, 0);
        return false;
    }

    /// <summary>Adds to what the pass found to differ without Sage having told of a change.</summary>
    public static void NoteDrift(this FeedRow feed, int missing, int changed, int gone, DateTimeOffset at)
    {
        if (missing + changed + gone == 0)
            return;
        if (!(feed.DriftAt >= feed.BeganAt))
            (feed.DriftMissing, feed.DriftChanged, feed.DriftGone) = (0, 0, 0);
        feed.DriftAt = at;
        feed.DriftMissing += missing;
        feed.DriftChanged += changed;
        feed.DriftGone += gone;
    }
}
