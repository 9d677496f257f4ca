using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text.Json;
using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Audit;
using Ledgerbridge.Server.Connections;
using Ledgerbridge.Server.Hosting;
using Ledgerbridge.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.Server.Posting.Internal;

/// <summary>
/// Attempts at postings. Before each one the row says who is at it; after each one it says what came of it, together with the audit
/// entry. An attempt whose outcome is unknown is followed by a look into Sage, never by sending blindly.
/// </summary>
internal sealed partial class PostingAttempts(
    Database database,
    AuditLog audit,
    Businesses businesses,
    ProcessLocks locks,
    Instance instance,
    IEnumerable<IPostingKind> kinds,
    PostedCopies copies,
    TimeProvider time,
    ILogger<PostingAttempts> log
)
{
    private static readonly TimeSpan LanePatience = TimeSpan.FromSeconds(30);

    private static readonly SageFailure LaneBusy = new(
        SageFailureKind.AllowanceSpent,
        "Another document is being written to this business just now. This one is next."
    );

    private readonly FrozenDictionary<PostingKind, IPostingKind> _kinds = kinds.ToFrozenDictionary(static kind => kind.Kind);
    private readonly ConcurrentDictionary<PostingId, bool> _inHand = new();

    /// <summary>Attempts of this process whose end is not in the database: it failed when it was to be stored.</summary>
    private readonly ConcurrentDictionary<PostingId, bool> _unended = new();

    /// <summary>
    /// Makes an attempt if one is due and nobody else is at it. Returns the row as it then stands, and whether this call made an attempt.
    /// </summary>
    public async Task<(PostingRow Row, bool Attempted)> TryAsync(WorkspaceId workspace, PostingId id)
    {
        // One attempt at a time in this process; the row keeps other processes out. It is read inside, so that what is decided is decided
        // on its present state: nobody but this process changes a row this process holds.
        if (!_inHand.TryAdd(id, true))
            return (await ReadAsync(workspace, id), false);
        try
        {
            var row = await ReadAsync(workspace, id);
            if (row.State.IsFinal() || (row.State == PostingState.Waiting && row.NextAttemptAt > time.GetUtcNow()))
                return (row, false);
            return await ClaimAsync(row) is { } claimed ? (await AttemptAsync(claimed), true) : (row, false);
        }
        finally
        {
            _inHand.TryRemove(id, out _);
        }
    }

    /// <summary>The problem a row tells.</summary>
    public static Problem? ProblemOf(PostingRow row) =>
        row.FailureCode.Length == 0 || row.State == PostingState.Posted
            ? null
            : new Problem(Enum.Parse<ProblemCode>(row.FailureCode), row.FailureMessage)
            {
                Errors = row.FailureErrors.Length > 0 ? JsonSerializer.Deserialize<FieldError[]>(row.FailureErrors, ApiJson.Options)! : [],
            };

    /// <summary>Takes the row for this process: a fresh one of our own, one that waits, or one whose process has died.</summary>
    private async Task<PostingRow?> ClaimAsync(PostingRow seen)
    {
        var isFresh = seen.State == PostingState.Sending && seen.HeldBy == instance.Name;
        if (isFresh)
            return seen;
        if (seen.State == PostingState.Sending && await instance.IsAliveAsync(seen.HeldBy, CancellationToken.None))
            return null;
        return await database.WriteAsync(
            seen.WorkspaceId,
            async db =>
            {
                var row = await db.Rows<PostingRow>().SingleAsync(r => r.Id == seen.Id);
                if (row.State != seen.State || row.HeldBy != seen.HeldBy || row.Attempts != seen.Attempts)
                    return null;
                // A process that died while it held the row may have sent it.
                row.MustLook |= row.State == PostingState.Sending;
                row.State = row.State.To(PostingState.Sending);
                (row.HeldBy, row.NextAttemptAt) = (instance.Name, null);
                row.Attempts++;
                return row;
            },
            CancellationToken.None
        );
    }

    private Task<PostingRow> ReadAsync(WorkspaceId workspace, PostingId id) =>
        database.ReadAsync(workspace, db => db.Rows<PostingRow>().AsNoTracking().SingleAsync(row => row.Id == id));

    private async Task<PostingRow> AttemptAsync(PostingRow row)
    {
        // The attempt before this one may have reached Sage, and what came of it was not stored.
        row.MustLook |= !_unended.TryAdd(row.Id, true);
        var ended = await AttemptAndStoreAsync(row);
        _unended.TryRemove(row.Id, out _);
        return ended;
    }

    private async Task<PostingRow> AttemptAndStoreAsync(PostingRow row)
    {
        var kind = _kinds[row.Kind];
        var key = new BooksKey(row.WorkspaceId, row.ConnectionId, row.BusinessId);
        var priority = row.RunId.Length > 0 ? CallPriority.Posting : CallPriority.Interactive;
        var opened = await businesses.OpenForPostingAsync(key, priority, CancellationToken.None);
        if (!opened.Succeeded(out var books, out var unopened))
            return await FinishAsync(kind, row, unopened);
        SageAnswer<Written> answer;
        await using (var lane = await locks.TakeAsync($"lane:{row.ConnectionId}:{row.BusinessId}", LanePatience, CancellationToken.None))
            answer = lane is null ? LaneBusy : await LookOrSendAsync(kind, books, row);
        return answer.Succeeded(out var written, out var failure)
            ? await FinishAsync(kind, row, written)
            : await FinishAsync(kind, row, failure);
    }

    private async Task<SageAnswer<Written>> LookOrSendAsync(IPostingKind kind, IBooks books, PostingRow row)
    {
        if (row.MustLook)
        {
            var look = await kind.LookAsync(books, row, id => IsTakenAsync(row, id), CancellationToken.None);
            if (!look.Succeeded(out var found, out var notLooked))
                return notLooked with { MayHaveHappened = true };
            if (found is not null)
            {
                LogFound(row.Id, row.Attempts);
                return found;
            }
        }
        var sent = await kind.SendAsync(books, row, IdempotencyId.Of(row.Id.Text), CancellationToken.None);
        return kind.IsIdempotent || sent is not SageAnswer<Written>.Failed { Failure: { Kind: SageFailureKind.Refused } refused }
            ? sent
            : await LookAfterRefusalAsync(kind, books, row, refused);
    }

    /// <summary>
    /// Sage refuses to release what is released and to void what is void. Then the wish is fulfilled, by an attempt of ours whose answer
    /// was lost or by a person, and it is told as done.
    /// </summary>
    private async Task<SageAnswer<Written>> LookAfterRefusalAsync(IPostingKind kind, IBooks books, PostingRow row, SageFailure refused)
    {
        var look = await kind.LookAsync(books, row, id => IsTakenAsync(row, id), CancellationToken.None);
        return look.Succeeded(out var found, out _) && found is not null ? found : refused;
    }

    private Task<bool> IsTakenAsync(PostingRow own, string sageId) =>
        database.ReadAsync(
            own.WorkspaceId,
            db =>
                db.Rows<PostingRow>()
                    .AnyAsync(row => row.BusinessId == own.BusinessId && row.SageId == sageId && row.Kind == own.Kind && row.Id != own.Id)
        );

    private async Task<PostingRow> FinishAsync(IPostingKind kind, PostingRow seen, Written written)
    {
        var posted = await StoreAsync(kind, seen, written);
        copies.Tell(posted);
        return posted;
    }

    private Task<PostingRow> StoreAsync(IPostingKind kind, PostingRow seen, Written written) =>
        database.WriteAsync(
            seen.WorkspaceId,
            async db =>
            {
                var row = await db.Rows<PostingRow>().SingleAsync(r => r.Id == seen.Id);
                row.State = row.State.To(written.Difference is null ? PostingState.Posted : PostingState.Differs);
                (row.SageId, row.Result, row.FinishedAt, row.HeldBy) = (written.SageId, written.Result, time.GetUtcNow(), "");
                Tell(row, written.Difference is { } difference ? new Problem(ProblemCode.Differs, difference) : null);
                var outcome = written.Difference is null ? AuditStatus.Success : AuditStatus.Failure;
                var entry = new AuditEvent(kind.Action, outcome, ActorOf(row), written.Difference ?? written.Summary)
                {
                    Target = new AuditTarget(kind.Target, written.SageId),
                    Request = kind.ForAudit(row),
                    Response = written.ForAudit,
                };
                await AuditAsync(db, row, entry);
                return row;
            },
            CancellationToken.None
        );

    private Task<PostingRow> FinishAsync(IPostingKind kind, PostingRow seen, SageFailure failure) =>
        database.WriteAsync(
            seen.WorkspaceId,
            async db =>
            {
                var row = await db.Rows<PostingRow>().SingleAsync(r => r.Id == seen.Id);
                row.MustLook |= failure.MayHaveHappened;
                row.HeldBy = "";
                Tell(row, failure.ToProblem());
                if (NextAttempt(row, failure) is { } next)
                {
                    row.State = row.State.To(PostingState.Waiting);
                    row.NextAttemptAt = next == DateTimeOffset.MaxValue ? null : next;
                    return row;
                }
                row.State = row.State.To(PostingState.Refused);
                row.FinishedAt = time.GetUtcNow();
                // Nothing came of it, so the same may be wanted again.
                row.GiveKeyBack();
                var entry = new AuditEvent(kind.Action, AuditStatus.Failure, ActorOf(row), $"{kind.Failed(row)} {row.FailureMessage}")
                {
                    Request = kind.ForAudit(row),
                    Response = ApiJson.Text(new { problem = failure.ToProblem(), sage_request_id = failure.RequestId }),
                };
                await AuditAsync(db, row, entry);
                return row;
            },
            CancellationToken.None
        );

    /// <summary>
    /// When to try again: by the schedule after a passing failure; when Sage is connected again, told as the end of time, after a lost
    /// grant that left the outcome open; null when it is over.
    /// </summary>
    private DateTimeOffset? NextAttempt(PostingRow row, SageFailure failure)
    {
        if (failure.Kind == SageFailureKind.GrantLost && row.MustLook)
            return DateTimeOffset.MaxValue;
        if (!failure.IsTransient && !failure.MayHaveHappened)
            return null;
        return RetrySchedule.After(row.Attempts, failure.RetryAfter) is { } wait ? time.GetUtcNow() + wait : null;
    }

    private async Task AuditAsync(LedgerDb db, PostingRow row, AuditEvent entry)
    {
        if (row.Preview.Length == 0)
        {
            await audit.AppendAsync(db, row.WorkspaceId, entry);
            return;
        }
        var preview = AuditEntryId.Parse(row.Preview);
        await audit.AppendAsync(db, row.WorkspaceId, entry with { Thread = preview });
        if (!await AuditLog.MoveAsync(db, preview, AuditStatus.Confirmed, entry.Outcome))
            throw new InvalidOperationException($"The preview {preview} was not confirmed, but its posting ended.");
    }

    private static void Tell(PostingRow row, Problem? problem)
    {
        row.FailureCode = problem?.Code.ToString() ?? "";
        row.FailureMessage = problem?.Message ?? "";
        row.FailureErrors = problem is { Errors.Count: > 0 } ? ApiJson.Text(problem.Errors) : "";
    }

    private static Actor ActorOf(PostingRow row) => new(row.ActorKind, row.ActorId);

    [LoggerMessage(1201, LogLevel.Information, "{Posting} was found in Sage before attempt {Attempt}; it was not sent again")]
    private partial void LogFound(PostingId posting, int attempt);
}
