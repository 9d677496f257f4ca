using Ledgerbridge.Kernel;
using Ledgerbridge.Server.Connections;
using Ledgerbridge.Server.Hosting;

namespace Ledgerbridge.Server.Mirror.Internal;

/// <summary>Asking for passes, and how they stand.</summary>
internal static class SyncEndpoints
{
    private const string Everything = "all";

    public static void Map(IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/sync").WithTags("Sync");
        group
            .MapGet("/status", StatusAsync)
            .WithName("getSyncStatus")
            .WithSummary("How the copies of the current business stand, resource by resource")
            .For(Role.Viewer);
        group
            .MapPost("/{resource}", RequestAsync)
            .WithName("startSync")
            .WithSummary("Bring copies into step in the background: all, or one resource such as sales_invoices or contacts")
            .Produces<SyncStatusResponse>(StatusCodes.Status202Accepted)
            .For(Role.Accountant);
    }

    private static async Task<Answer<SyncStatusResponse>> StatusAsync(
        Businesses businesses,
        SyncStatus status,
        Caller caller,
        CancellationToken ct
    ) => await businesses.FindCurrentKeyAsync(caller.Workspace, ct) is { } key ? await status.ReadAsync(key, ct) : Businesses.NoneChosen;

    private static async Task<Answer<SyncStatusResponse>> RequestAsync(
        string resource,
        Businesses businesses,
        MirrorSync sync,
        SyncStatus status,
        Caller caller,
        CancellationToken ct,
        string? full = null
    )
    {
        var fields = new QueryFields();
        var isFull = fields.Flag("full", full);
        var wanted = MirrorSync.Resources.Where(one => resource == Everything || resource == QueryFields.Word(one)).ToArray();
        if (wanted.Length == 0)
            return new Problem(ProblemCode.NotFound, "There is nothing of this name to bring into step. See GET /api/sync/status.");
        if (fields.Problem is { } wrong)
            return wrong;
        if (await businesses.FindCurrentKeyAsync(caller.Workspace, ct) is not { } key)
            return Businesses.NoneChosen;
        if (!await businesses.IsConnectedAsync(key, ct))
            return new Problem(ProblemCode.ReconnectNeeded, "Sage is not connected. Connect it again; the copies stay as they are.");
        await sync.RequestAsync(key, wanted, isFull, ct);
        return ((Answer<SyncStatusResponse>)await status.ReadAsync(key, ct)).WithStatus(StatusCodes.Status202Accepted);
    }
}
