using Ledgerbridge.Sage;
using Ledgerbridge.Server.Connections;
using Ledgerbridge.Server.Mirror.Internal;
using Ledgerbridge.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.Server.Mirror;

/// <summary>A copy that somebody knows by Sage's id.</summary>
/// <param name="Record">The record as last read; null when it was never read.</param>
/// <param name="GoneAt">When it was found to be gone from Sage; null while it is there.</param>
internal sealed record LinkedCopy<TRecord>(TRecord? Record, DateTimeOffset? GoneAt)
    where TRecord : class;

/// <summary>What of a document is kept beside its content.</summary>
/// <param name="State">Its state, as <see cref="InvoiceState"/> has it.</param>
/// <param name="Gross">What it comes to, VAT included.</param>
/// <param name="IsGone">True when it is no longer in Sage.</param>
internal sealed record LinkedTotal(string State, decimal Gross, bool IsGone);

/// <summary>Finds copies by Sage's ids, those that are gone among them.</summary>
internal sealed class LinkedCopies(Database database, MirrorWrites writes)
{
    private const int IdsPerQuestion = 500;
    private const decimal Parts = 10_000m;

    /// <summary>The copies of these ids; one that was never heard of is not among them.</summary>
    public async Task<IReadOnlyDictionary<string, LinkedCopy<TRecord>>> FindAsync<TRecord>(
        BooksKey key,
        BooksResource resource,
        IEnumerable<string> ids,
        CancellationToken ct
    )
        where TRecord : class =>
        await FindAsync(
            key,
            resource,
            ids,
            static rows => rows,
            static row => row.RecordId,
            static row => new LinkedCopy<TRecord>(row.Content.Length > 0 ? row.Read<TRecord>() : null, row.GoneAt),
            ct
        );

    /// <summary>The totals of these ids, without reading their content; one that was never heard of is not among them.</summary>
    public async Task<IReadOnlyDictionary<string, LinkedTotal>> TotalsAsync(
        BooksKey key,
        BooksResource resource,
        IEnumerable<string> ids,
        CancellationToken ct
    ) =>
        await FindAsync(
            key,
            resource,
            ids,
            static rows =>
                rows.Select(static row => new
                {
                    row.RecordId,
                    row.State,
                    row.Amount,
                    row.GoneAt,
                }),
            static row => row.RecordId,
            static row => new LinkedTotal(row.State, row.Amount / Parts, row.GoneAt is not null),
            ct
        );

    private async Task<IReadOnlyDictionary<string, TCopy>> FindAsync<TRow, TCopy>(
        BooksKey key,
        BooksResource resource,
        IEnumerable<string> ids,
        Func<IQueryable<RecordRow>, IQueryable<TRow>> shape,
        Func<TRow, string> idOf,
        Func<TRow, TCopy> read,
        CancellationToken ct
    )
    {
        await writes.FlushAsync(ct);
        return await database.ReadAsync(
            key.Workspace,
            async db =>
            {
                var found = new Dictionary<string, TCopy>(StringComparer.Ordinal);
                if (await MirrorStore.FindFeedAsync(db, key, resource, ct) is not { } feed)
                    return found;
                foreach (var some in ids.Chunk(IdsPerQuestion))
                {
                    var rows = MirrorStore.Records(db, feed.Id).AsNoTracking().Where(row => some.Contains(row.RecordId));
                    await foreach (var row in shape(rows).AsAsyncEnumerable().WithCancellation(ct))
                        found[idOf(row)] = read(row);
                }
                return found;
            }
        );
    }
}
