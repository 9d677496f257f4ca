using Ledgerbridge.Server.Audit;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Server.Stores.Documents;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.Server.Stores.Internal;

/// <summary>Takes events in: believed, kept and answered, and nothing else.</summary>
internal sealed partial class StoreIntake(
    Database database,
    StoreGate gate,
    StoreSettling settling,
    IStoreRuns runs,
    TimeProvider time,
    ILogger<StoreIntake> log
)
{
    /// <summary>The answer to one event.</summary>
    public async Task<IResult> TakeAsync(HttpRequest request, string tenant, string eventWord, CancellationToken ct)
    {
        try
        {
            var (caller, refusal) = await gate.EnterAsync(request.Headers.Authorization.ToString(), tenant, ct);
            if (caller is null)
                return refusal!;
            if (!StoreWords.TryParse(eventWord, out var name))
                return WireAnswers.Unusable("Ledgerbridge does not know this kind of event; a newer version may.");
            var (body, problem) = await ReadAsync(request, ct);
            return body is null ? WireAnswers.Unusable(problem!) : await KeepAsync(caller, name, body);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            // Whatever it is, the event is not kept, and the shop must not give it up.
            LogNotTaken(failure, eventWord);
            return WireAnswers.Later;
        }
    }

    private async Task<IResult> KeepAsync(KnownCaller caller, EventName name, EventBody body)
    {
        var (store, now) = (caller.Store, time.GetUtcNow());
        var happened = new StoreEvent
        {
            Workspace = store.Key.Workspace,
            Store = store.Key.Store,
            Connection = store.Connection,
            BusinessId = store.BusinessId,
            PolicyVersion = store.PolicyVersion,
            Name = name,
            EntityId = body.EntityId,
            WebsiteId = body.WebsiteId,
            StoreViewId = body.StoreViewId,
            Number = body.Number,
            OccurredAt = body.OccurredAt ?? now,
        };
        var run = await database.WriteAsync(
            store.Key.Workspace,
            async db =>
            {
                var isNew = await SeenTokenStore.TryUseAsync(db, store.Key, caller.Token.Id, caller.Token.ForgottenAt(store.Skew));
                if (!isNew)
                    return (RunId?)null;
                if (caller.ByOfferedKey)
                    await SettleAsync(db, store);
                return await runs.AcceptAsync(db, happened);
            },
            CancellationToken.None
        );
        if (run is not { } kept)
            return WireAnswers.UsedToken;
        runs.Wake(happened);
        return Results.Json(new AcceptedResponse(kept.Text), statusCode: StatusCodes.Status202Accepted);
    }

    private async Task SettleAsync(LedgerDb db, KnownStore store)
    {
        var row = await db.Rows<StoreRow>().FirstOrDefaultAsync(row => row.Id == store.Key.Store, CancellationToken.None);
        if (row is not null)
            await settling.SettleAsync(db, row, store.NextKeySealed, Actor.System);
    }

    private static async Task<(EventBody? Body, string? Problem)> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        var buffer = new byte[EventBody.BytesMax + 1];
        var length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct);
        return length > EventBody.BytesMax ? (null, "The event is larger than any event is.") : EventBody.Read(buffer.AsMemory(0, length));
    }

    [LoggerMessage(1201, LogLevel.Error, "An event {Event} could not be taken; the shop sends it again")]
    private partial void LogNotTaken(Exception failure, string @event);
}

/// <summary>The answer to an event that is kept.</summary>
/// <param name="SyncRunId">The run's id; the same for an event that was told before.</param>
internal sealed record AcceptedResponse([property: System.Text.Json.Serialization.JsonPropertyName("sync_run_id")] string SyncRunId);
