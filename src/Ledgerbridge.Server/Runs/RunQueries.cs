using System.Text.Json;
using Ledgerbridge.Kernel;
using Ledgerbridge.Server.Hosting;
using Ledgerbridge.Server.Posting;
using Ledgerbridge.Server.Posting.Plans;
using Ledgerbridge.Server.Runs.Internal;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Server.Stores;
using Ledgerbridge.Server.Stores.Documents;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.Server.Runs;

/// <summary>The filters of the sync history, as they stand in the address.</summary>
internal sealed class RunFilter
{
    private const int LimitMax = 200;
    private const int LimitDefault = 50;

    /// <summary>How many runs, 1 to 200; 50 when left out.</summary>
    public string? Limit { get; init; }

    /// <summary>The <c>next</c> of the page before.</summary>
    public string? After { get; init; }

    /// <summary><c>queued</c>, <c>running</c>, <c>waiting</c>, <c>synced</c>, <c>skipped</c> or <c>failed</c>.</summary>
    public string? Status { get; init; }

    /// <summary>The id of a shop.</summary>
    public string? Store { get; init; }

    /// <summary>The stable word of a cause.</summary>
    public string? Cause { get; init; }

    /// <summary>An event such as <c>invoice.created</c>.</summary>
    public string? Event { get; init; }

    /// <summary>The beginning of a document's number, the shop's own number of it, or what it is called in Sage.</summary>
    public string? Search { get; init; }

    /// <summary>The filters as a query, or what is wrong with them.</summary>
    public Result<RunQuery> ToQuery()
    {
        var fields = new QueryFields();
        var after = default(RunId?);
        if (After is { Length: > 0 })
        {
            if (RunId.TryParse(After, out var id))
                after = id;
            else
                fields.Add("after", "is not the end of a page.");
        }
        var store = default(StoreId?);
        if (Store is { Length: > 0 })
        {
            if (StoreId.TryParse(Store, out var id))
                store = id;
            else
                fields.Add("store", "is not the id of a shop.");
        }
        var name = default(EventName?);
        if (Event is { Length: > 0 })
        {
            if (StoreWords.TryParse(Event, out var parsed))
                name = parsed;
            else
                fields.Add("event", "is none of the events shops send.");
        }
        if (Cause is { Length: > 0 } && RunWords.CauseOf(Cause) is null)
            fields.Add("cause", "is none of the causes there are.");
        var query = new RunQuery
        {
            Limit = fields.Whole("limit", Limit, LimitDefault, 1, LimitMax),
            After = after,
            State = fields.Choice<RunState>("status", Status),
            Store = store,
            Cause = Cause is { Length: > 0 } ? Cause : null,
            Event = name,
            Search = fields.Text("search", Search),
        };
        return fields.Problem is { } problem ? problem : query;
    }
}

/// <summary>Which runs to read, newest first.</summary>
internal sealed record RunQuery
{
    public int Limit { get; init; } = 50;

    public RunId? After { get; init; }

    public RunState? State { get; init; }

    public StoreId? Store { get; init; }

    public string? Cause { get; init; }

    public EventName? Event { get; init; }

    public string? Search { get; init; }
}

/// <summary>Reads runs for people.</summary>
internal sealed class RunQueries(Database database, PostingJournal journal, StorePlaces places)
{
    /// <summary>A page of the sync history.</summary>
    public async Task<RunsResponse> ListAsync(WorkspaceId workspace, RunQuery query, CancellationToken ct)
    {
        var rows = await database.ReadAsync(workspace, db => Filtered(db, query).Take(query.Limit + 1).ToListAsync(ct));
        var page = rows.Take(query.Limit).ToList();
        var names = await NamesAsync(workspace, page, ct);
        return new RunsResponse(
            [.. page.Select(run => ToResponse(run, names))],
            rows.Count > query.Limit ? page[^1].Id.Text : null,
            await CausesAsync(workspace, query.Store, ct)
        );
    }

    /// <summary>One run in full; null when the workspace has none of that id.</summary>
    public async Task<RunDetailResponse?> FindAsync(WorkspaceId workspace, RunId id, CancellationToken ct)
    {
        var (run, attempts) = await database.ReadAsync(
            workspace,
            async db =>
                (
                    await db.Rows<RunRow>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, ct),
                    await db.Rows<RunAttemptRow>()
                        .AsNoTracking()
                        .Where(row => row.RunId == id)
                        .OrderBy(static row => row.Number)
                        .ToListAsync(ct)
                )
        );
        if (run is null)
            return null;
        var postings = await journal.OfRunAsync(workspace, id, ct);
        return new RunDetailResponse(
            ToResponse(run, await NamesAsync(workspace, [run], ct)),
            run.PolicyVersion,
            DecisionResponse.Of(RunWords.Read(run.Decisions)),
            [.. attempts.Select(ToResponse)],
            [.. postings.Select(ToResponse)],
            RunOperations.CanRetry(run),
            RunUndoing.CanUndo(run)
        );
    }

    /// <summary>One run as lists show it; null when the workspace has none of that id.</summary>
    public async Task<RunResponse?> FindLineAsync(WorkspaceId workspace, RunId id, CancellationToken ct)
    {
        var run = await database.ReadAsync(workspace, db => db.Rows<RunRow>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, ct));
        return run is null ? null : ToResponse(run, await NamesAsync(workspace, [run], ct));
    }

    /// <summary>Whose run it is; null when nobody has one of that id. For operators, who look after all workspaces.</summary>
    public Task<WorkspaceId?> WorkspaceOfAsync(RunId id, CancellationToken ct) =>
        database.ReadAllAsync(db =>
            db.Rows<RunRow>().Where(row => row.Id == id).Select(static row => (WorkspaceId?)row.WorkspaceId).FirstOrDefaultAsync(ct)
        );

    private static IQueryable<RunRow> Filtered(LedgerDb db, RunQuery query)
    {
        var rows = db.Rows<RunRow>().AsNoTracking();
        if (query.After is { } after)
            rows = rows.Where(row => row.Id.CompareTo(after) < 0);
        if (query.State is { } state)
            rows = rows.Where(row => row.State == state);
        if (query.Store is { } store)
            rows = rows.Where(row => row.StoreId == store);
        if (query.Cause is { } cause)
            rows = rows.Where(row => row.Cause == cause);
        if (query.Event is { } name)
            rows = rows.Where(row => row.Event == name);
        if (query.Search is { Length: > 0 } search)
        {
            var entity = long.TryParse(search, out var number) ? number : 0;
            rows = rows.Where(row => row.Number.StartsWith(search) || row.EntityId == entity || row.OutcomeReference == search);
        }
        return rows.OrderByDescending(static row => row.Id);
    }

    private Task<List<RunCauseResponse>> CausesAsync(WorkspaceId workspace, StoreId? store, CancellationToken ct) =>
        database.ReadAsync(
            workspace,
            async db =>
            {
                var failed = await db.Rows<RunRow>()
                    .Where(row => row.State == RunState.Failed && row.Cause != null && (store == null || row.StoreId == store))
                    .GroupBy(static row => row.Cause!)
                    .Select(static group => new { Cause = group.Key, Count = group.Count() })
                    .ToListAsync(ct);
                return failed
                    .OrderByDescending(static row => row.Count)
                    .Select(static row => (row.Count, Cause: RunWords.CauseOf(row.Cause)))
                    .Where(static row => row.Cause is not null)
                    .Select(static row => new RunCauseResponse(
                        row.Cause!.Value.Code(),
                        row.Cause.Value.Meaning(),
                        row.Cause.Value.NextStep(),
                        row.Count
                    ))
                    .ToList();
            }
        );

    private async Task<Dictionary<StoreId, string>> NamesAsync(WorkspaceId workspace, IEnumerable<RunRow> runs, CancellationToken ct)
    {
        var names = new Dictionary<StoreId, string>();
        foreach (var store in runs.Select(static run => run.StoreId).Distinct())
            names[store] = (await places.FindAsync(new StoreKey(workspace, store), ct))?.Name ?? "";
        return names;
    }

    private static RunResponse ToResponse(RunRow run, Dictionary<StoreId, string> names) =>
        new(
            run.Id.Text,
            run.StoreId.Text,
            names[run.StoreId],
            run.Event.Text(),
            run.EntityType.Text(),
            run.EntityId,
            run.Number,
            run.State,
            run.Sentence,
            run.NextStep,
            NullIfEmpty(run.SkipReason),
            NullIfEmpty(run.FailureClass),
            run.Cause,
            run.Attempts,
            run.NextAttemptAt,
            run.OccurredAt,
            run.CreatedAt,
            run.FinishedAt,
            NullIfEmpty(run.OutcomeId),
            NullIfEmpty(run.OutcomeReference)
        );

    private static RunAttemptResponse ToResponse(RunAttemptRow attempt) =>
        new(
            attempt.Number,
            attempt.BeganAt,
            attempt.EndedAt,
            attempt.Outcome.Text(),
            attempt.Sentence,
            NullIfEmpty(attempt.FailureClass),
            NullIfEmpty(attempt.Cause)
        );

    private static RunPostingResponse ToResponse(PostingRecord posting) =>
        new(
            posting.Id.Text,
            QueryFields.Word(posting.Kind),
            QueryFields.Word(posting.State),
            Json(posting.Document)!.Value,
            Json(posting.Result),
            posting.Problem?.Message,
            posting.Attempts,
            posting.CreatedAt,
            posting.FinishedAt,
            NullIfEmpty(posting.SageId)
        );

    private static string? NullIfEmpty(string text) => text.Length > 0 ? text : null;

    private static JsonElement? Json(string text)
    {
        if (text.Length == 0)
            return null;
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
