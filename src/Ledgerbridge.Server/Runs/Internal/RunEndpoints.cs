using Ledgerbridge.Kernel;
using Ledgerbridge.Server.Audit;
using Ledgerbridge.Server.Hosting;
using Ledgerbridge.Server.Stores;
using Ledgerbridge.Server.Stores.Documents;
using Ledgerbridge.Server.Stores.Policies;

namespace Ledgerbridge.Server.Runs.Internal;

/// <summary>The sync history over the API.</summary>
internal static class RunEndpoints
{
    private static readonly Problem NoSuchRun = new(ProblemCode.NotFound, "There is no such run in this workspace.");

    public static void Map(IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/runs").WithTags("Runs");
        group
            .MapGet("", ListAsync)
            .WithName("listRuns")
            .WithSummary("The sync history, newest first, and what runs have failed of")
            .For(Role.Viewer);
        group.MapGet("/{id}", FindAsync).WithName("getRun").WithSummary("One run with attempts, decisions and postings").For(Role.Viewer);
        group
            .MapPost("/{id}/retry", RetryAsync)
            .WithName("retryRun")
            .WithSummary("Try a run again under the shop's present rules")
            .For(Role.Accountant);
        group
            .MapPost("/retry", RetryCauseAsync)
            .WithName("retryRuns")
            .WithSummary("Try all failed runs of one cause again")
            .For(Role.Accountant);
        group
            .MapPost("/{id}/undo", UndoAsync)
            .WithName("undoRun")
            .WithSummary("Take back what a run posted, last first")
            .For(Role.Accountant);
        group
            .MapPost("/backfill", BackfillAsync)
            .WithName("backfillRuns")
            .WithSummary("Ask a shop for documents by their numbers")
            .For(Role.Accountant);
        api.MapPost("/stores/{id}/dry-run", DryRunAsync)
            .WithTags("Runs")
            .WithName("dryRun")
            .WithSummary("What would become of an event, without posting anything")
            .For(Role.Accountant);
        api.MapPost("/stores/{id}/policy/preview", PreviewAsync)
            .WithTags("Runs")
            .WithName("previewStorePolicy")
            .WithSummary("What changed rules would have made of the last 90 days' runs, without saving them")
            .For(Role.Accountant);
    }

    private static async Task<Answer<RunsResponse>> ListAsync(
        [AsParameters] RunFilter filter,
        RunQueries queries,
        Caller caller,
        CancellationToken ct
    ) => filter.ToQuery().Succeeded(out var query, out var problem) ? await queries.ListAsync(caller.Workspace, query, ct) : problem;

    private static async Task<Answer<RunDetailResponse>> FindAsync(string id, RunQueries queries, Caller caller, CancellationToken ct) =>
        RunId.TryParse(id, out var run) && await queries.FindAsync(caller.Workspace, run, ct) is { } found ? found : NoSuchRun;

    private static async Task<Answer<RunResponse>> RetryAsync(
        string id,
        RunOperations operations,
        RunQueries queries,
        Caller caller,
        CancellationToken ct
    )
    {
        if (!RunId.TryParse(id, out var run))
            return NoSuchRun;
        var retried = await operations.RetryAsync(caller.Workspace, caller.Actor(), run, ct);
        return retried.Succeeded(out _, out var problem) ? (await queries.FindLineAsync(caller.Workspace, run, ct))! : problem;
    }

    private static async Task<Answer<RetriedResponse>> RetryCauseAsync(
        string? cause,
        string? store,
        RunOperations operations,
        Caller caller,
        CancellationToken ct
    )
    {
        var shop = default(StoreId?);
        if (store is { Length: > 0 })
        {
            if (!StoreId.TryParse(store, out var id))
                return Problem.Invalid("store", "This is not the id of a shop.");
            shop = id;
        }
        var retried = await operations.RetryCauseAsync(caller.Workspace, caller.Actor(), cause ?? "", shop, ct);
        return retried.Succeeded(out var count, out var problem) ? new RetriedResponse(count) : problem;
    }

    private static async Task<Answer<RunResponse>> UndoAsync(
        string id,
        Body<UndoRequest> body,
        RunOperations operations,
        RunQueries queries,
        Caller caller,
        CancellationToken ct
    )
    {
        if (!RunId.TryParse(id, out var run))
            return NoSuchRun;
        var undone = await operations.UndoAsync(caller.Workspace, caller.Actor(), run, body.Value.Reason, ct);
        return undone.Succeeded(out _, out var problem) ? (await queries.FindLineAsync(caller.Workspace, run, ct))! : problem;
    }

    private static async Task<Answer<BackfillResponse>> BackfillAsync(
        Body<BackfillRequest> body,
        RunOperations operations,
        Caller caller,
        CancellationToken ct
    )
    {
        var request = body.Value;
        if (!StoreId.TryParse(request.StoreId, out var store))
            return Problem.Invalid("store_id", "This is not the id of a shop.");
        if (!StoreWords.TryParse(request.Event, out var name))
            return Problem.Invalid("event", "This is none of the events shops send, such as invoice.created.");
        var key = new StoreKey(caller.Workspace, store);
        var accepted = await operations.BackfillAsync(key, caller.Actor(), name, request.FromId!.Value, request.ToId!.Value, ct);
        return accepted.Succeeded(out var count, out var problem) ? new BackfillResponse(count) : problem;
    }

    private static async Task<Answer<DryRunResponse>> DryRunAsync(
        string id,
        Body<DryRunRequest> body,
        RunOperations operations,
        Caller caller,
        CancellationToken ct
    )
    {
        if (!StoreId.TryParse(id, out var store))
            return new Problem(ProblemCode.NotFound, "There is no such shop in this workspace.");
        if (!StoreWords.TryParse(body.Value.Event, out var name))
            return Problem.Invalid("event", "This is none of the events shops send, such as invoice.created.");
        var wondered = await operations.WonderAsync(new StoreKey(caller.Workspace, store), name, body.Value.EntityId!.Value, ct);
        return wondered.Succeeded(out var result, out var problem) ? DryRuns.ToResponse(result) : problem;
    }

    private static async Task<Answer<PolicyPreviewResponse>> PreviewAsync(
        string id,
        [AsParameters] PolicyPreviewFilter filter,
        Body<StorePolicy> body,
        PolicyPreviews previews,
        Caller caller,
        CancellationToken ct
    )
    {
        if (!StoreId.TryParse(id, out var store))
            return new Problem(ProblemCode.NotFound, "There is no such shop in this workspace.");
        if (!filter.ToPage().Succeeded(out var page, out var problem))
            return problem;
        var previewed = await previews.PreviewAsync(new StoreKey(caller.Workspace, store), body.Value, page, ct);
        return previewed.Succeeded(out var response, out var refused) ? response : refused;
    }
}
