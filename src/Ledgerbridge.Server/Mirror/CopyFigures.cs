using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Connections;
using Ledgerbridge.Server.Mirror.Internal;
using Ledgerbridge.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.Server.Mirror;

/// <summary>The booked documents of a day in one currency.</summary>
/// <param name="On">The day they are dated.</param>
/// <param name="Currency">Their currency as a code.</param>
/// <param name="Documents">How many.</param>
/// <param name="Gross">What they come to, VAT included.</param>
internal sealed record CopyDay(DateOnly On, string Currency, int Documents, decimal Gross);

/// <summary>How the copies of one resource stand, without counting them.</summary>
/// <param name="Resource">Which.</param>
/// <param name="State">How it stands.</param>
/// <param name="FreshAt">Everything that changed in Sage before this moment is in the copies; null while they were never complete.</param>
/// <param name="Problem">What went wrong last, in a sentence; null when nothing did.</param>
internal sealed record CopyStanding(BooksResource Resource, SyncState State, DateTimeOffset? FreshAt, string? Problem);

/// <summary>Sums over the copies, read from their indexes alone.</summary>
internal sealed class CopyFigures(Database database, MirrorWrites writes)
{
    /// <summary>Sums of many amounts are made of two, so that no number of records makes them too large for the database.</summary>
    private const long Split = 10_000_000_000;
    private const decimal Parts = 10_000m;

    private static readonly string[] NotBooked = [nameof(InvoiceState.Draft), nameof(InvoiceState.Void)];

    /// <summary>What was booked day by day in a period, by currency: invoices or credit notes, without drafts and voided ones.</summary>
    public async Task<IReadOnlyList<CopyDay>> DaysAsync(
        BooksKey key,
        BooksResource resource,
        DateOnly fromOn,
        DateOnly toOn,
        CancellationToken ct
    )
    {
        await writes.FlushAsync(ct);
        return await database.ReadAsync(
            key.Workspace,
            async db =>
            {
                if (await MirrorStore.FindFeedAsync(db, key, resource, ct) is not { } feed)
                    return [];
                var days = await MirrorStore
                    .Shown(db, feed.Id)
                    .Where(row => row.DatedOn >= fromOn && row.DatedOn <= toOn && !NotBooked.Contains(row.State))
                    .GroupBy(static row => new { row.DatedOn, row.Currency })
                    .Select(static day => new
                    {
                        day.Key.DatedOn,
                        day.Key.Currency,
                        Count = day.Count(),
                        Large = day.Sum(static row => row.Amount / Split),
                        Small = day.Sum(static row => row.Amount % Split),
                    })
                    .ToListAsync(ct);
                return (IReadOnlyList<CopyDay>)
                    [
                        .. days.Select(static day => new CopyDay(
                            day.DatedOn,
                            day.Currency,
                            day.Count,
                            (((decimal)day.Large * Split) + day.Small) / Parts
                        )),
                    ];
            }
        );
    }

    /// <summary>How many drafts of invoices are dated before a day.</summary>
    public Task<int> CountDraftsAsync(BooksKey key, DateOnly beforeOn, CancellationToken ct) =>
        database.ReadAsync(
            key.Workspace,
            async db =>
                await MirrorStore.FindFeedAsync(db, key, BooksResource.SalesInvoices, ct) is { } feed
                    ? await MirrorStore
                        .Shown(db, feed.Id)
                        .CountAsync(row => row.State == nameof(InvoiceState.Draft) && row.DatedOn < beforeOn, ct)
                    : 0
        );

    /// <summary>True when there is any invoice among the copies.</summary>
    public Task<bool> HasInvoicesAsync(BooksKey key, CancellationToken ct) =>
        database.ReadAsync(
            key.Workspace,
            async db =>
                await MirrorStore.FindFeedAsync(db, key, BooksResource.SalesInvoices, ct) is { } feed
                && await MirrorStore.Shown(db, feed.Id).AnyAsync(ct)
        );

    /// <summary>How the copies of each resource stand.</summary>
    public Task<IReadOnlyList<CopyStanding>> StandingsAsync(BooksKey key, CancellationToken ct) =>
        database.ReadAsync(
            key.Workspace,
            async db =>
            {
                var feeds = await db.Rows<FeedRow>().AsNoTracking().Where(row => row.BusinessId == key.BusinessId).ToListAsync(ct);
                return (IReadOnlyList<CopyStanding>)
                    [
                        .. MirrorSync.Resources.Select(resource =>
                        {
                            var feed = feeds.Find(feed => feed.Resource == resource);
                            return new CopyStanding(
                                resource,
                                SyncStatus.StateOf(feed),
                                feed?.Position,
                                feed is { Problem.Length: > 0 } ? feed.Problem : null
                            );
                        }),
                    ];
            }
        );
}
