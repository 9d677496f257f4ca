using System.Text;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Connections;
using Ledgerbridge.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.Server.Mirror.Internal;

/// <summary>What came of taking in a page of answers.</summary>
/// <param name="Changed">Records made or changed.</param>
/// <param name="DriftMissing">Records that should have been here.</param>
/// <param name="DriftChanged">Records that should have been like this.</param>
internal sealed record TakenIn(int Changed, int DriftMissing, int DriftChanged);

/// <summary>How answers are taken in.</summary>
/// <param name="AskedAt">When they were asked for.</param>
internal sealed record Taking(DateTimeOffset AskedAt)
{
    /// <summary>
    /// What changed before this moment should be here already, so that a difference is drift. Null where nothing is expected yet.
    /// </summary>
    public DateTimeOffset? ExpectedUntil { get; init; }

    /// <summary>True when the record was asked for by itself: what it says holds, even if it is older than the copy.</summary>
    public bool IsFinal { get; init; }

    /// <summary>True for what Sage answered to a write of ours, which may be less than the whole record.</summary>
    public bool IsOwn { get; init; }

    /// <summary>The reading of everything that meets the records; 0 for none.</summary>
    public int Sweep { get; init; }
}

/// <summary>The copies in the database. All of it runs in the caller's transaction.</summary>
internal static class MirrorStore
{
    private const int WordsPerStatement = 500;
    private static readonly TimeSpan RetryUnreadable = TimeSpan.FromHours(1);

    /// <summary>The feed of a resource; null when nothing was ever read or asked for.</summary>
    public static Task<FeedRow?> FindFeedAsync(LedgerDb db, BooksKey key, BooksResource resource, CancellationToken ct) =>
        db.Rows<FeedRow>().FirstOrDefaultAsync(row => row.BusinessId == key.BusinessId && row.Resource == resource, ct);

    /// <summary>The feed of a resource, made when there is none.</summary>
    public static async Task<FeedRow> FeedAsync(LedgerDb db, BooksKey key, BooksResource resource)
    {
        if (await FindFeedAsync(db, key, resource, CancellationToken.None) is { } known)
            return known;
        var feed = new FeedRow
        {
            WorkspaceId = key.Workspace,
            BusinessId = key.BusinessId,
            Resource = resource,
        };
        db.Add(feed);
        await db.SaveChangesAsync();
        return feed;
    }

    /// <summary>The records of a feed.</summary>
    public static IQueryable<RecordRow> Records(LedgerDb db, int feed) => db.Rows<RecordRow>().Where(row => row.FeedId == feed);

    /// <summary>
    /// How many records of a feed are not gone. Counted in the index alone, which the condition on the workspace would not allow; the feed
    /// was found in the workspace.
    /// </summary>
    public static Task<int> CountAsync(LedgerDb db, int feed) =>
        db.Set<RecordRow>().IgnoreQueryFilters().CountAsync(row => row.FeedId == feed && row.GoneAt == null);

    /// <summary>
    /// The records of a feed that lists show, to be counted or summed up in the index alone, like the above. SQLite looks a column up in an
    /// index only when it is compared with something, so it is compared with a parameter.
    /// </summary>
    public static IQueryable<RecordRow> Shown(LedgerDb db, int feed) =>
        db.Set<RecordRow>().IgnoreQueryFilters().Where(row => row.FeedId == feed && row.Shown == EF.Parameter(true));

    /// <summary>How many records of a feed lists show.</summary>
    public static Task<int> CountShownAsync(LedgerDb db, int feed, CancellationToken ct) => Shown(db, feed).CountAsync(ct);

    /// <summary>Takes in what Sage answered.</summary>
    public static async Task<TakenIn> TakeInAsync(LedgerDb db, FeedRow feed, IReadOnlyList<FeedEntry> entries, Taking taking)
    {
        // The last word of a page that tells a record twice counts.
        var told = entries.Where(static entry => entry.Id.Length > 0).GroupBy(static e => e.Id).ToDictionary(static g => g.Key, Latest);
        string[] ids = [.. told.Keys];
        var rows = await Records(db, feed.Id).Where(row => ids.Contains(row.RecordId)).ToDictionaryAsync(static row => row.RecordId);
        var (changed, missing, differing) = (0, 0, 0);
        var reworded = new List<RecordRow>();
        var contacts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (id, entry) in told)
        {
            var isNew = !rows.TryGetValue(id, out var row);
            if (row is null)
            {
                row = new RecordRow
                {
                    WorkspaceId = feed.WorkspaceId,
                    FeedId = feed.Id,
                    RecordId = id,
                };
                db.Add(row);
            }
            row.SeenIn = taking.Sweep > 0 ? taking.Sweep : row.SeenIn;
            var before = (row.SearchText, row.ContactId, row.Outstanding, row.GoneAt);
            var isUnexpected = (entry.UpdatedAt ?? entry.CreatedAt) < taking.ExpectedUntil;
            var change = Take(row, entry, taking, isNew);
            if (change == Change.None)
                continue;
            changed++;
            missing += isNew && isUnexpected && !entry.Foreign ? 1 : 0;
            differing += change == Change.InItself && !isNew && isUnexpected ? 1 : 0;
            if (row.SearchText != before.SearchText)
                reworded.Add(row);
            if (row.ContactId.Length > 0 && (row.Outstanding, row.GoneAt) != (before.Outstanding, before.GoneAt))
                contacts.Add(row.ContactId);
            if (before.ContactId.Length > 0 && before.ContactId != row.ContactId)
                contacts.Add(before.ContactId);
        }
        await db.SaveChangesAsync();
        await RewordAsync(db, feed.Id, reworded);
        await RereadContactsAsync(db, feed, contacts, taking.AskedAt);
        return new TakenIn(changed, missing, differing);
    }

    /// <summary>Notes that records are gone; returns how many were there.</summary>
    public static async Task<int> GoneAsync(LedgerDb db, FeedRow feed, IReadOnlyCollection<string> ids, DateTimeOffset at)
    {
        var rows = await Records(db, feed.Id).Where(row => ids.Contains(row.RecordId) && row.GoneAt == null).ToListAsync();
        foreach (var row in rows)
        {
            (row.GoneAt, row.ReadAt, row.Shown, row.SearchText) = (at, at, false, "");
            (row.RereadAt, row.ProblemAt, row.Problem) = (null, null, "");
        }
        await db.SaveChangesAsync();
        await RewordAsync(db, feed.Id, rows);
        HashSet<string> contacts = [.. rows.Select(static row => row.ContactId).Where(static id => id.Length > 0)];
        await RereadContactsAsync(db, feed, contacts, at);
        return rows.Count;
    }

    private enum Change
    {
        None,
        AroundIt,
        InItself,
    }

    private static FeedEntry Latest(IEnumerable<FeedEntry> entries) =>
        entries.Aggregate(static (one, other) => other.UpdatedAt < one.UpdatedAt ? one : other);

    private static Change Take(RecordRow row, FeedEntry entry, Taking taking, bool isNew)
    {
        if (!isNew && IsOlder(row, entry, taking))
        {
            // A reading of everything that shows an older state than the copy is settled by asking for the record itself.
            if (taking.Sweep > 0 && entry.UpdatedAt < row.UpdatedAt)
                row.RereadAt ??= taking.AskedAt;
            return Change.None;
        }
        if (entry.Record is null && !entry.Foreign)
            return Spoil(row, entry, taking);
        var wasBroken = row.ProblemAt is not null || row.GoneAt is not null;
        if (row.RereadAt <= taking.AskedAt)
            row.RereadAt = null;
        if (taking.IsOwn && entry.Record is BooksContact { Complete: false })
            row.RereadAt = taking.AskedAt;
        (row.ProblemAt, row.Problem, row.GoneAt) = (null, "", null);
        if (entry.Foreign)
        {
            (row.Shown, row.SearchText, row.Content) = (false, "", "");
            return isNew ? Change.AroundIt : Change.None;
        }
        // After a write of ours the address and person kept are those before it.
        var record = taking.IsOwn ? entry.Record! : Whole(row, entry.Record!);
        var content = RecordColumns.ContentOf(record);
        if (row.Content == content && !wasBroken)
        {
            row.UpdatedAt = entry.UpdatedAt;
            return Change.None;
        }
        var inItself = row.Content.Length == 0 || wasBroken || RecordColumns.DiffersInItself(row.Content, record);
        row.Fill(record);
        (row.Content, row.UpdatedAt, row.ReadAt) = (content, entry.UpdatedAt, taking.AskedAt);
        return inItself ? Change.InItself : Change.AroundIt;
    }

    /// <summary>Sage counts whole seconds: of two states of one second the one asked for later holds.</summary>
    private static bool IsOlder(RecordRow row, FeedEntry entry, Taking taking) =>
        !taking.IsFinal && (entry.UpdatedAt < row.UpdatedAt || (entry.UpdatedAt <= row.UpdatedAt && taking.AskedAt < row.ReadAt));

    /// <summary>What cannot be read keeps its last good copy, and is asked for again by itself.</summary>
    private static Change Spoil(RecordRow row, FeedEntry entry, Taking taking)
    {
        row.ProblemAt ??= taking.AskedAt;
        if (row.RereadAt is null || row.RereadAt <= taking.AskedAt)
            row.RereadAt = taking.AskedAt + RetryUnreadable;
        row.Problem = entry.Problem ?? "";
        row.ReadAt = row.Content.Length == 0 ? taking.AskedAt : row.ReadAt;
        return Change.None;
    }

    /// <summary>A contact told without address and person keeps those it has, as long as they are of the same state.</summary>
    private static object Whole(RecordRow row, object record)
    {
        if (record is not BooksContact { Complete: false } told || row.Content.Length == 0)
            return record;
        var kept = row.Read<BooksContact>();
        return kept.Complete && kept.UpdatedAt == told.UpdatedAt
            ? kept with
            {
                Balance = told.Balance ?? kept.Balance,
                Active = told.Active,
                System = told.System,
            }
            : record;
    }

    private static async Task RewordAsync(LedgerDb db, int feed, List<RecordRow> rows)
    {
        if (rows.Count == 0)
            return;
        long[] numbers = [.. rows.Select(static row => row.Number)];
        await db.Set<WordRow>().Where(word => numbers.Contains(word.Number)).ExecuteDeleteAsync();
        var words = rows.SelectMany(static row =>
            row.SearchText.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => (Word: word, row.Number))
        );
        foreach (var part in words.Chunk(WordsPerStatement))
        {
            var sql = new StringBuilder($"INSERT INTO {MirrorTables.Words} (feed_id, word, number) VALUES ");
            var values = new object[part.Length];
            for (var i = 0; i < part.Length; i++)
            {
                values[i] = part[i].Word;
                sql.Append(System.Globalization.CultureInfo.InvariantCulture, $"{(i > 0 ? "," : "")}({feed},{{{i}}},{part[i].Number})");
            }
            await db.Database.ExecuteSqlRawAsync(sql.ToString(), values);
        }
    }

    /// <summary>What documents leave to be paid changes their contacts' balances, of which Sage does not tell.</summary>
    private static async Task RereadContactsAsync(LedgerDb db, FeedRow feed, HashSet<string> contacts, DateTimeOffset at)
    {
        if (contacts.Count == 0)
            return;
        var owner = await db.Rows<FeedRow>()
            .Where(row => row.BusinessId == feed.BusinessId && row.Resource == BooksResource.Contacts)
            .Select(static row => (int?)row.Id)
            .FirstOrDefaultAsync();
        if (owner is { } contactFeed)
        {
            await Records(db, contactFeed)
                .Where(row => contacts.Contains(row.RecordId) && row.GoneAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(static row => row.RereadAt, at));
        }
    }
}
