using Ledgerbridge.Sage;
using Ledgerbridge.Server.Connections;
using Ledgerbridge.Server.Hosting;
using Ledgerbridge.Server.Posting.Internal;
using Ledgerbridge.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.Server.Posting;

/// <summary>
/// The one way into the books. An intent is stored, with our own id, before anything is sent; the result is stored after it; whoever asks
/// again gets the same posting. Whatever happens in between, the row says what is known, and somebody carries on.
/// </summary>
internal sealed class PostingJournal(Database database, PostingAttempts attempts, Instance instance, Ids ids, TimeProvider time)
{
    private const int KeysPerQuestion = 500;
    private static readonly TimeSpan WatchEvery = TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// Stores an intent in the caller's transaction, held by this process, which goes on with <see cref="CarryOutAsync"/>. The key must
    /// be new: a second intent with the same key fails the transaction.
    /// </summary>
    public PostingId Store(LedgerDb db, PostingIntent intent)
    {
        var row = new PostingRow
        {
            Id = ids.New<Ids.Posting>(),
            WorkspaceId = intent.Books.Workspace,
            ConnectionId = intent.Books.Connection,
            BusinessId = intent.Books.BusinessId,
            Kind = intent.Kind,
            Key = intent.Key,
            ActorKind = intent.Actor.Kind,
            ActorId = intent.Actor.Id,
            Preview = intent.Preview?.Text ?? "",
            Document = intent.Document,
            Expected = intent.Expected is { } expected ? ApiJson.Text(expected) : null,
            RunId = intent.Run?.Text ?? "",
            RunStep = intent.Step,
            State = PostingState.Sending,
            Attempts = 1,
            HeldBy = instance.Name,
            CreatedAt = time.GetUtcNow(),
        };
        db.Add(row);
        return row.Id;
    }

    /// <summary>Stores an intent in a transaction of its own; the posting of the same key when there is one already.</summary>
    public Task<PostingId> StoreOnceAsync(PostingIntent intent, CancellationToken ct) =>
        database.WriteAsync(intent.Books.Workspace, async db => await FindIdAsync(db, intent.Key) ?? Store(db, intent), ct);

    /// <summary>The posting of a key, in the caller's transaction or reading; null when there is none.</summary>
    public static Task<PostingId?> FindIdAsync(LedgerDb db, string key) =>
        db.Rows<PostingRow>().Where(row => row.Key == key).Select(static row => (PostingId?)row.Id).FirstOrDefaultAsync();

    /// <summary>The posting of a preview; null when it was never confirmed.</summary>
    public static Task<PostingId?> FindIdAsync(LedgerDb db, AuditEntryId preview) =>
        db.Rows<PostingRow>()
            .Where(row => row.Preview == preview.Text && row.Preview != "")
            .Select(static row => (PostingId?)row.Id)
            .FirstOrDefaultAsync();

    /// <summary>
    /// Carries a posting out and waits for its end, for as long as the caller's patience lasts. When that ends, or the caller leaves, the
    /// posting goes on by the journal's schedule; nothing is lost but the waiting.
    /// </summary>
    public async Task<PostingStatus> CarryOutAsync(WorkspaceId workspace, PostingId id, TimeSpan patience, CancellationToken ct)
    {
        var until = time.GetUtcNow() + patience;
        while (true)
        {
            var (row, attempted) = await attempts.TryAsync(workspace, id);
            if (row.State.IsFinal() || ct.IsCancellationRequested)
                return ToStatus(row);
            if (attempted && row.NextAttemptAt <= time.GetUtcNow())
                continue;
            if (WaitFor(row) is not { } wait || time.GetUtcNow() + wait > until)
                return ToStatus(row);
            try
            {
                await Task.Delay(wait, time, ct);
            }
            catch (OperationCanceledException)
            {
                return ToStatus(row);
            }
        }
    }

    /// <summary>How a posting stands; null when the workspace has none of that id.</summary>
    public async Task<PostingStatus?> FindAsync(WorkspaceId workspace, PostingId id, CancellationToken ct)
    {
        var row = await database.ReadAsync(workspace, db => db.Rows<PostingRow>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, ct));
        return row is null ? null : ToStatus(row);
    }

    /// <summary>How the posting of a preview stands; null when the preview was never confirmed.</summary>
    public async Task<PostingStatus?> FindByPreviewAsync(WorkspaceId workspace, AuditEntryId preview, CancellationToken ct)
    {
        var row = await database.ReadAsync(
            workspace,
            db => db.Rows<PostingRow>().AsNoTracking().FirstOrDefaultAsync(r => r.Preview == preview.Text && r.Preview != "", ct)
        );
        return row is null ? null : ToStatus(row);
    }

    /// <summary>All postings of a run, refused ones and those whose key was given back among them, in the order they were stored.</summary>
    public Task<IReadOnlyList<PostingRecord>> OfRunAsync(WorkspaceId workspace, RunId run, CancellationToken ct) =>
        database.ReadAsync(
            workspace,
            async db =>
            {
                var rows = await db.Rows<PostingRow>()
                    .AsNoTracking()
                    .Where(row => row.RunId == run.Text && row.RunId != "")
                    .OrderBy(static row => row.CreatedAt)
                    .ThenBy(static row => row.RunStep)
                    .ThenBy(static row => row.Id)
                    .ToListAsync(ct);
                return (IReadOnlyList<PostingRecord>)[.. rows.Select(ToRecord)];
            }
        );

    /// <summary>
    /// The posting that holds a key; null when none does. A refused posting holds none: <see cref="OfRunAsync"/> has it all the same.
    /// </summary>
    public async Task<PostingRecord?> FindByKeyAsync(WorkspaceId workspace, string key, CancellationToken ct) =>
        (await FindByKeysAsync(workspace, [key], ct)).GetValueOrDefault(key);

    /// <summary>The postings that hold these keys, by key; a key that none holds is not among them.</summary>
    public Task<IReadOnlyDictionary<string, PostingRecord>> FindByKeysAsync(
        WorkspaceId workspace,
        IReadOnlyCollection<string> keys,
        CancellationToken ct
    ) =>
        database.ReadAsync(
            workspace,
            async db =>
            {
                var rows = await db.Rows<PostingRow>().AsNoTracking().Where(row => keys.Contains(row.Key)).ToListAsync(ct);
                return (IReadOnlyDictionary<string, PostingRecord>)
                    rows.ToDictionary(static row => row.Key, ToRecord, StringComparer.Ordinal);
            }
        );

    /// <summary>
    /// What the postings that hold these keys made, by key, without what was sent and answered: for lists of thousands.
    /// </summary>
    public Task<IReadOnlyDictionary<string, PostedLink>> FindLinksAsync(
        WorkspaceId workspace,
        IEnumerable<string> keys,
        CancellationToken ct
    ) =>
        database.ReadAsync(
            workspace,
            async db =>
            {
                var links = new Dictionary<string, PostedLink>(StringComparer.Ordinal);
                foreach (var some in keys.Chunk(KeysPerQuestion))
                {
                    var rows = await db.Rows<PostingRow>()
                        .Where(row => some.Contains(row.Key))
                        .Select(static row => new
                        {
                            row.Key,
                            row.State,
                            row.BusinessId,
                            row.SageId,
                            row.FinishedAt,
                        })
                        .ToListAsync(ct);
                    foreach (var row in rows)
                        links[row.Key] = new PostedLink(row.State, row.BusinessId, row.SageId, row.FinishedAt);
                }
                return (IReadOnlyDictionary<string, PostedLink>)links;
            }
        );

    /// <summary>
    /// The allocations of ours that stand and name a document. No index leads from a document to them: it reads all of the business, and
    /// is for the rare case in which Sage refused to settle it.
    /// </summary>
    public Task<IReadOnlyList<NewBooksAllocation>> AllocationsToAsync(BooksKey books, string sageId, CancellationToken ct) =>
        database.ReadAsync(
            books.Workspace,
            async db =>
            {
                var rows = await db.Rows<PostingRow>()
                    .AsNoTracking()
                    .Where(row => row.BusinessId == books.BusinessId && row.Kind == PostingKind.AllocationCreate)
                    .Where(row => row.State == PostingState.Posted && row.Document.Contains(sageId))
                    .ToListAsync(ct);
                return (IReadOnlyList<NewBooksAllocation>)
                    [.. rows.Where(static row => row.HoldsKey).Select(static row => row.Read<NewBooksAllocation>())];
            }
        );

    /// <summary>
    /// Gives a posting's key back, in the caller's transaction: after an undo the same may be posted again. What it wrote stays linked to
    /// it. A key that was given back before stays so.
    /// </summary>
    /// <exception cref="InvalidOperationException">The posting is not at its end, so it may still write.</exception>
    public static async Task FreeKeyAsync(LedgerDb db, PostingId id)
    {
        var row = await db.Rows<PostingRow>().SingleAsync(row => row.Id == id);
        if (!row.State.IsFinal())
            throw new InvalidOperationException($"{id} is not at its end; its key cannot be given back.");
        row.GiveKeyBack();
    }

    /// <summary>
    /// How long to wait before looking again: another process's progress shows in the row and nowhere else. Null when only a person can
    /// help.
    /// </summary>
    private TimeSpan? WaitFor(PostingRow row) =>
        row.State == PostingState.Sending ? WatchEvery
        : row.NextAttemptAt is { } next ? TimeSpan.FromTicks(Math.Max(TimeSpan.TicksPerMillisecond, (next - time.GetUtcNow()).Ticks))
        : null;

    private static PostingStatus ToStatus(PostingRow row) =>
        new(row.Id, row.State, row.Result, PostingAttempts.ProblemOf(row), row.NextAttemptAt)
        {
            ReferenceTaken = IsReferenceTaken(row),
            SageId = row.SageId,
        };

    private static PostingRecord ToRecord(PostingRow row) =>
        new()
        {
            Id = row.Id,
            Kind = row.Kind,
            Key = row.OwnKey,
            HoldsKey = row.HoldsKey,
            Run = RunId.TryParse(row.RunId, out var run) ? run : null,
            State = row.State,
            Document = row.Document,
            Result = row.Result,
            SageId = row.SageId,
            Problem = PostingAttempts.ProblemOf(row),
            ReferenceTaken = IsReferenceTaken(row),
            Attempts = row.Attempts,
            CreatedAt = row.CreatedAt,
            NextAttemptAt = row.NextAttemptAt,
            FinishedAt = row.FinishedAt,
        };

    private static bool IsReferenceTaken(PostingRow row) =>
        row is { Kind: PostingKind.ContactCreate, State: PostingState.Refused }
        && ContactCreation.IsReferenceTaken(row.Read<ContactDetails>(), PostingAttempts.ProblemOf(row)!);
}
