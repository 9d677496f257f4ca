using System.Globalization;
using System.Text.Json;
using Ledgerbridge.Server.Connections;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Server.Stores.Documents;

namespace Ledgerbridge.Server.Stores.Internal;

/// <summary>The addresses that shops call, apart from their events: how things stand, and disconnecting.</summary>
internal sealed partial class StoreWire(
    Database database,
    StoreGate gate,
    StorePairing pairing,
    Businesses businesses,
    IStoreRuns runs,
    TimeProvider time,
    ILogger<StoreWire> log
)
{
    private static readonly TimeSpan Lately = TimeSpan.FromHours(24);

    /// <summary>What the shop's dashboard shows. It is asked on every page of the shop's admin while it fails.</summary>
    public Task<IResult> HealthAsync(HttpRequest request, CancellationToken ct) =>
        AnswerAsync(
            request,
            async caller =>
            {
                var store = caller.Store;
                var counts = await runs.CountAsync(store.Key, time.GetUtcNow() - Lately, ct);
                var books = new BooksKey(store.Key.Workspace, store.Connection, store.BusinessId);
                var binding = await businesses.StandingAsync(books, ct);
                return Results.Json(
                    new TileResponse(
                        new TileTenant(StatusWord(caller)),
                        new TileBinding(binding.Connected ? "active" : "reconnect_needed", binding.Country?.ToLowerInvariant()),
                        new TileSync(Text(counts.LastFinishedAt), counts.Open, counts.FailedLately)
                    ),
                    Snake
                );
            },
            ct
        );

    /// <summary>How the newest run of one entity stands.</summary>
    public Task<IResult> StatusAsync(HttpRequest request, string? entityType, string? entityId, CancellationToken ct) =>
        AnswerAsync(
            request,
            async caller =>
            {
                var entity = Array.Find(Enum.GetValues<StoreEntity>(), known => known.Text() == entityType);
                if (entity == default || !long.TryParse(entityId, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
                    return WireAnswers.Unusable("Say entity_type (invoice, creditmemo, customer or product) and entity_id.");
                return await runs.FindAsync(caller.Store.Key, entity, id, ct) is { } run
                    ? Results.Json(
                        new StatusResponse(entity.Text(), id, run.State, run.Run.Text, run.Reference, run.Sentence, Text(run.At)!),
                        Snake
                    )
                    : WireAnswers.NoRun;
            },
            ct
        );

    /// <summary>
    /// The shop was disconnected by its own people. Its key for this repeats, so only the token tells one time from another.
    /// </summary>
    public Task<IResult> DisconnectAsync(HttpRequest request, CancellationToken ct) =>
        AnswerAsync(
            request,
            async caller =>
            {
                var store = caller.Store;
                var isNew = await database.WriteAsync(
                    store.Key.Workspace,
                    db => SeenTokenStore.TryUseAsync(db, store.Key, caller.Token.Id, caller.Token.ForgottenAt(store.Skew)),
                    CancellationToken.None
                );
                if (!isNew)
                    return WireAnswers.UsedToken;
                await pairing.DisconnectedByShopAsync(store.Key);
                return Results.Json(new DisconnectedByShopResponse("disconnected"), Snake);
            },
            ct
        );

    private static readonly JsonSerializerOptions Snake = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private async Task<IResult> AnswerAsync(HttpRequest request, Func<KnownCaller, Task<IResult>> answer, CancellationToken ct)
    {
        try
        {
            var (caller, refusal) = await gate.EnterAsync(request.Headers.Authorization.ToString(), tenant: null, ct);
            return caller is null ? refusal! : await answer(caller);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            LogNotAnswered(failure, request.HttpContext.GetEndpoint()?.DisplayName ?? "");
            return WireAnswers.Later;
        }
    }

    /// <summary>The three words the shop knows. A shop that asks has its key, so there is no fourth.</summary>
    private static string StatusWord(KnownCaller caller) =>
        caller.Store.Status switch
        {
            StoreStatus.TokenRevoked => "token_revoked",
            StoreStatus.Pending => "pending",
            _ => "active",
        };

    private static string? Text(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    [LoggerMessage(1202, LogLevel.Error, "{Endpoint} could not be answered to a shop")]
    private partial void LogNotAnswered(Exception failure, string endpoint);

    private sealed record TileTenant(string MagentoConnectionStatus);

    private sealed record TileBinding(string Status, string? Region);

    private sealed record TileSync(
        string? LastRunAt,
        int PendingCount,
        [property: System.Text.Json.Serialization.JsonPropertyName("failed_24h")] int FailedLately
    );

    private sealed record TileResponse(TileTenant Tenant, TileBinding Binding, TileSync Sync);

    private sealed record StatusResponse(
        string EntityType,
        long EntityId,
        string Status,
        string SyncRunId,
        string Reference,
        string Message,
        string At
    );

    private sealed record DisconnectedByShopResponse(string Status);
}
