using System.Collections.Concurrent;
using System.Text.Json;
using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Audit;
using Ledgerbridge.Server.Hosting;
using Ledgerbridge.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ledgerbridge.Server.Connections.Internal;

/// <summary>Reference lists as they are kept.</summary>
/// <param name="Reference">The lists.</param>
/// <param name="ReadAt">When they were read from Sage.</param>
internal sealed record KnownReference(BooksReference Reference, DateTimeOffset ReadAt);

/// <summary>
/// Keeps each business's reference lists for a day. Stale ones are used once more and read anew in the background, so that nobody waits
/// for them and a preview costs no call.
/// </summary>
internal sealed partial class ReferenceLists(
    Database database,
    Remembered<BooksKey, DateTimeOffset?> remembered,
    AuditLog audit,
    TimeProvider time,
    IOptions<ConnectionsOptions> options,
    ILogger<ReferenceLists> log
)
{
    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<BooksKey, KnownReference> _memory = new();
    private readonly ConcurrentDictionary<BooksKey, bool> _reading = new();
    private readonly ConcurrentDictionary<BooksKey, DateTimeOffset> _notBefore = new();

    /// <summary>The lists on hand, or read from Sage when there are none.</summary>
    public async Task<Result<KnownReference>> GetAsync(BooksKey key, IBooks books, CancellationToken ct)
    {
        if (await FindKnownAsync(key, ct) is not { } known)
            return await ReadAsync(key, books, ct);
        if (time.GetUtcNow() - known.ReadAt > options.Value.ReferenceLife)
            ReadInBackground(key, books);
        return known;
    }

    /// <summary>Reads the lists from Sage now.</summary>
    public async Task<Result<KnownReference>> ReadAsync(BooksKey key, IBooks books, CancellationToken ct)
    {
        var answer = await books.ReadReferenceAsync(ct);
        if (!answer.Succeeded(out var reference, out var failure))
            return failure.ToProblem();
        var known = new KnownReference(reference, DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds()));
        await database.WriteAsync(key.Workspace, db => KeepAsync(db, key, known), ct);
        _memory[key] = known;
        return known;
    }

    /// <summary>The lists on hand, however old; null when there are none.</summary>
    public async Task<BooksReference?> FindAsync(BooksKey key, CancellationToken ct) => (await FindKnownAsync(key, ct))?.Reference;

    private async Task<KnownReference?> FindKnownAsync(BooksKey key, CancellationToken ct)
    {
        var readAt = await remembered.GetAsync(key.Workspace, key, () => ReadAtAsync(key, ct), ct);
        if (readAt is null)
            return null;
        if (_memory.TryGetValue(key, out var known) && known.ReadAt == readAt)
            return known;
        var row = await database.ReadAsync(key.Workspace, db => Rows(db, key).AsNoTracking().SingleAsync(ct));
        var content = JsonSerializer.Deserialize<BooksReference>(row.Content, ApiJson.Options);
        return _memory[key] = new KnownReference(content!, row.ReadAt);
    }

    private Task<DateTimeOffset?> ReadAtAsync(BooksKey key, CancellationToken ct) =>
        database.ReadAsync(key.Workspace, db => Rows(db, key).Select(static row => (DateTimeOffset?)row.ReadAt).FirstOrDefaultAsync(ct));

    private async Task KeepAsync(LedgerDb db, BooksKey key, KnownReference known)
    {
        var row = await Rows(db, key).FirstOrDefaultAsync(CancellationToken.None);
        if (row is null)
        {
            row = new ReferenceRow
            {
                WorkspaceId = key.Workspace,
                ConnectionId = key.Connection,
                BusinessId = key.BusinessId,
            };
            db.Add(row);
        }
        (row.Content, row.ReadAt) = (ApiJson.Text(known.Reference), known.ReadAt);
        await audit.AppendAsync(
            db,
            key.Workspace,
            new AuditEvent(
                AuditAction.ReferenceRefreshed,
                AuditStatus.Success,
                Actor.System,
                $"The lists of {known.Reference.BusinessName} were read from Sage."
            )
            {
                Target = new AuditTarget("business", key.BusinessId),
            }
        );
    }

    private void ReadInBackground(BooksKey key, IBooks books)
    {
        if (_notBefore.TryGetValue(key, out var notBefore) && time.GetUtcNow() < notBefore)
            return;
        if (_reading.TryAdd(key, true))
            _ = Task.Run(() => ReadAgainAsync(key, books));
    }

    private async Task ReadAgainAsync(BooksKey key, IBooks books)
    {
        // Whatever comes of it, the next try waits: every preview asks, and while Sage is down they would use up the allowance.
        _notBefore[key] = time.GetUtcNow() + TryAgainAfter;
        try
        {
            if (!(await ReadAsync(key, books, CancellationToken.None)).Succeeded(out var _, out var problem))
                LogNotRead(key.BusinessId, problem.Code);
        }
        catch (Exception failure) when (failure is System.Data.Common.DbException or DbUpdateException)
        {
            LogNotStored(failure, key.BusinessId);
        }
        finally
        {
            _reading.TryRemove(key, out var _);
        }
    }

    private static IQueryable<ReferenceRow> Rows(LedgerDb db, BooksKey key) =>
        db.Rows<ReferenceRow>().Where(row => row.ConnectionId == key.Connection && row.BusinessId == key.BusinessId);

    [LoggerMessage(1111, LogLevel.Warning, "The reference lists of business {Business} could not be read: {Code}")]
    private partial void LogNotRead(string business, ProblemCode code);

    [LoggerMessage(1112, LogLevel.Error, "The reference lists of business {Business} could not be stored")]
    private partial void LogNotStored(Exception failure, string business);
}
