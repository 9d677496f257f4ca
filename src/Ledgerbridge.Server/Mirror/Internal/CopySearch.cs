using Ledgerbridge.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.Server.Mirror.Internal;

/// <summary>What a list found.</summary>
/// <param name="Rows">The page.</param>
/// <param name="HasMore">True when another page follows.</param>
/// <param name="Total">How many there are on all pages.</param>
/// <param name="TotalIsExact">False when there are at least as many.</param>
internal sealed record CopiesFound(List<RecordRow> Rows, bool HasMore, int Total, bool TotalIsExact);

/// <summary>
/// Answers lists from the indexes. Without words, the index of the order is walked. With words, the rarest one decides: when few records
/// have it, they are taken by their numbers and sorted here; when many have it, the index of the order is walked all the same, and meets
/// enough of them soon.
/// </summary>
internal static class CopySearch
{
    private const int FewMax = 4_000;

    public static async Task<CopiesFound> RunAsync(LedgerDb db, int feed, CopyQuery query, CancellationToken ct)
    {
        var typed = MirrorWords.Typed(query.Search);
        if (typed.Count == 0)
            return await WalkAsync(db, feed, query, typed, ct);
        var (rarest, count) = ("", int.MaxValue);
        foreach (var word in typed)
        {
            var found = await Words(db, feed, word).Take(FewMax + 1).CountAsync(ct);
            (rarest, count) = found < count ? (word, found) : (rarest, count);
        }
        return count <= FewMax ? await PickAsync(db, feed, query, typed, rarest, ct) : await WalkAsync(db, feed, query, typed, ct);
    }

    private static async Task<CopiesFound> WalkAsync(
        LedgerDb db,
        int feed,
        CopyQuery query,
        IReadOnlyList<string> typed,
        CancellationToken ct
    )
    {
        var filtered = WithWords(db, Filtered(MirrorStore.Records(db, feed).AsNoTracking(), query), typed);
        var ordered = CopyOrdering.Order(CopyOrdering.Behind(filtered, query), query);
        var rows = await ordered.Skip(query.Skip).Take(query.Take + 1).ToListAsync(ct);
        var hasMore = rows.Count > query.Take;
        if (hasMore)
            rows.RemoveAt(rows.Count - 1);
        if (query.After is null && query.Skip == 0 && !hasMore)
            return new CopiesFound(rows, hasMore, rows.Count, true);
        if (typed.Count > 0)
            return new CopiesFound(rows, hasMore, FewMax, false);
        // The feed was found in the workspace; without that condition on every row the index alone is read.
        var bare = Filtered(db.Set<RecordRow>().IgnoreQueryFilters().Where(row => row.FeedId == feed), query);
        return new CopiesFound(rows, hasMore, await bare.CountAsync(ct), true);
    }

    private static async Task<CopiesFound> PickAsync(
        LedgerDb db,
        int feed,
        CopyQuery query,
        IReadOnlyList<string> typed,
        string rarest,
        CancellationToken ct
    )
    {
        var numbers = await Words(db, feed, rarest).Select(static word => word.Number).Distinct().ToListAsync(ct);
        var few = MirrorStore.Records(db, feed).AsNoTracking().Where(row => EF.Parameter(numbers).Contains(row.Number));
        IReadOnlyList<string> others = [.. typed.Where(word => word != rarest)];
        var keys = await WithWords(db, Filtered(few, query), others)
            .Select(static row => new CopyKey(row.Number, row.DatedOn, row.DueOn, row.Amount, row.NameKey, row.UpdatedAt))
            .ToListAsync(ct);
        var page = CopyOrdering.Page(keys, query);
        var chosen = page.Take(query.Take).ToList();
        var rows = await MirrorStore
            .Records(db, feed)
            .AsNoTracking()
            .Where(row => EF.Parameter(chosen).Contains(row.Number))
            .ToDictionaryAsync(static row => row.Number, ct);
        List<RecordRow> found = [.. chosen.Where(rows.ContainsKey).Select(number => rows[number])];
        return new CopiesFound(found, page.Count > query.Take, keys.Count, true);
    }

    private static IQueryable<WordRow> Words(LedgerDb db, int feed, string beginning)
    {
        var last = MirrorWords.LastOf(beginning);
        return db.Set<WordRow>()
            .Where(word => word.FeedId == feed && string.Compare(word.Word, beginning) >= 0 && string.Compare(word.Word, last) <= 0);
    }

    private static IQueryable<RecordRow> WithWords(LedgerDb db, IQueryable<RecordRow> rows, IReadOnlyList<string> typed)
    {
        foreach (var word in typed)
        {
            var last = MirrorWords.LastOf(word);
            rows = rows.Where(row =>
                db.Set<WordRow>()
                    .Any(found =>
                        found.Number == row.Number && string.Compare(found.Word, word) >= 0 && string.Compare(found.Word, last) <= 0
                    )
            );
        }
        return rows;
    }

    private static IQueryable<RecordRow> Filtered(IQueryable<RecordRow> rows, CopyQuery query)
    {
        // As MirrorStore.Shown: SQLite would not look a bare column up in an index.
        rows = query.OutOfUse
            ? rows.Where(static row => row.Shown == EF.Parameter(false) && row.GoneAt == null && row.Content != "")
            : rows.Where(static row => row.Shown == EF.Parameter(true));
        // What has no letter or digit is no word; it may still be a part of a name.
        if (query.Search.Length > 0 && MirrorWords.Typed(query.Search).Count == 0)
        {
            var part = query.Search.ToLowerInvariant();
            rows = rows.Where(row => row.NameKey.Contains(part));
        }
        if (query.ContactId is { } contact)
            rows = rows.Where(row => row.ContactId == contact);
        if (query.States is [var state])
            rows = rows.Where(row => row.State == state);
        else if (query.States is { Count: > 1 } states)
            rows = rows.Where(row => states.Contains(row.State));
        if (query.FromOn is { } from)
            rows = rows.Where(row => row.DatedOn >= from);
        if (query.ToOn is { } to)
            rows = rows.Where(row => row.DatedOn <= to);
        if (query.DueBeforeOn is { } due)
            rows = rows.Where(row => row.DueOn < due);
        if (query.ChangedSince is { } since)
            rows = rows.Where(row => row.UpdatedAt >= since);
        return rows;
    }
}
