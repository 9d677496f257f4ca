using Ledgerbridge.Sage;
using Ledgerbridge.Server.Connections;
using Ledgerbridge.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.Server.Mirror.Internal;

/// <summary>
/// Reads records by themselves that lists said too little about: contacts whose balance has changed through their documents, records that
/// could not be read, answers that contradict the copy. A few at the end of every round; what is left waits for the next.
/// </summary>
internal sealed class MirrorTouchUps(Database database, TimeProvider time)
{
    private const int RoundMax = 20;

    /// <summary>One round for a business.</summary>
    public async Task RunAsync(BooksKey key, IBooksFeed books, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var due = await database.ReadAsync(
            key.Workspace,
            db =>
                (
                    from record in db.Rows<RecordRow>()
                    join feed in db.Rows<FeedRow>() on record.FeedId equals feed.Id
                    where feed.BusinessId == key.BusinessId && record.RereadAt <= now
                    orderby record.RereadAt
                    select new { feed.Resource, record.RecordId }
                )
                    .Take(RoundMax)
                    .ToListAsync(ct)
        );
        foreach (var record in due)
        {
            var askedAt = time.GetUtcNow();
            var answer = await books.ReadOneAsync(record.Resource, record.RecordId, ct);
            if (answer.Succeeded(out var entry, out var failure))
                await StoreAsync(key, record.Resource, entry with { Id = record.RecordId }, askedAt);
            else if (failure.Kind == SageFailureKind.NotFound)
                await RemoveAsync(key, record.Resource, record.RecordId, askedAt);
            else if (failure.Kind is SageFailureKind.Unreadable or SageFailureKind.Refused or SageFailureKind.NotPermitted)
                await StoreAsync(key, record.Resource, new FeedEntry(record.RecordId) { Problem = failure.Message }, askedAt);
            else
                return;
        }
    }

    private Task StoreAsync(BooksKey key, BooksResource resource, FeedEntry entry, DateTimeOffset askedAt) =>
        database.WriteAsync(
            key.Workspace,
            async db =>
            {
                var feed = await MirrorStore.FeedAsync(db, key, resource);
                await MirrorStore.TakeInAsync(db, feed, [entry], new Taking(askedAt) { IsFinal = true });
            },
            CancellationToken.None
        );

    private Task RemoveAsync(BooksKey key, BooksResource resource, string id, DateTimeOffset askedAt) =>
        database.WriteAsync(
            key.Workspace,
            async db =>
            {
                await MirrorStore.GoneAsync(db, await MirrorStore.FeedAsync(db, key, resource), [id], askedAt);
            },
            CancellationToken.None
        );
}
