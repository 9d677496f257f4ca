using Ledgerbridge.Server.Audit;

namespace Ledgerbridge.Server.Stores.Internal;

/// <summary>
/// Speaks with shops under their keys: a fresh token for every request, made by the shop's own clock, and the consequences of its answers
/// drawn.
/// </summary>
internal sealed class StoreCustody(
    StoreDirectory directory,
    StoreKeys keys,
    StoreClient client,
    StoreSettling settling,
    AuditLog audit,
    TimeProvider time
)
{
    /// <summary>So many fresh tokens in a row have to be refused before a person is told that the shop's side is revoked.</summary>
    public const int RefusalsMax = 3;

    /// <summary>A difference of clocks below this is the network's, not the clocks'.</summary>
    private static readonly TimeSpan SkewNoticed = TimeSpan.FromSeconds(5);

    /// <summary>Sends one request to a shop.</summary>
    /// <param name="store">The shop.</param>
    /// <param name="send">Sends it, with the access it is given.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<StoreAnswer<ReadOnlyMemory<byte>>> CallAsync(
        StoreKey store,
        Func<StoreAccess, CancellationToken, Task<StoreReply>> send,
        CancellationToken ct
    )
    {
        if (await directory.FindAsync(store, ct) is not { HasKey: true } known)
            return StoreFailures.NotConnected;
        if (known.NextKeySealed.Length > 0 && keys.Open(known.NextKeySealed, store.Store) is { } offered)
        {
            // A pairing whose outcome nobody knows: a shop that lets us in with the offered key has taken it.
            var reply = await ProbeAsync(known, offered, ct);
            if (reply.Answer.Succeeded(out _, out _))
            {
                await directory.ChangeAsync(store, (db, row) => settling.SettleAsync(db, row, known.NextKeySealed, Actor.System));
                return await CallAsync(known, offered, send, ct);
            }
            if (known.KeySealed.Length == 0)
                return reply.Answer;
        }
        return keys.Open(known.KeySealed, store.Store) is { } key ? await CallAsync(known, key, send, ct) : StoreFailures.KeyGone;
    }

    /// <summary>Whether a shop is there and takes our token. Measures its clock on the way.</summary>
    public async Task<StoreAnswer<StorePing>> PingAsync(StoreKey store, CancellationToken ct)
    {
        var began = time.GetTimestamp();
        var answer = await CallAsync(store, (access, token) => client.GetAsync(access, "ping", token), ct);
        if (!answer.Succeeded(out var body, out var failure))
            return failure;
        var took = time.GetElapsedTime(began);
        var skew = PingBody.ShopTime(body) is { } shopTime ? Whole(shopTime - (time.GetUtcNow() - (took / 2))) : TimeSpan.Zero;
        await directory.ChangeAsync(
            store,
            (_, row) =>
            {
                row.ClockSkewSeconds = (int)skew.TotalSeconds;
                row.AnsweredAt = time.GetUtcNow();
                return Task.CompletedTask;
            }
        );
        return new StorePing(skew, took);
    }

    /// <summary>Whether a shop is there. Changes nothing unless the shop has gone or come back.</summary>
    public Task<StoreAnswer<ReadOnlyMemory<byte>>> LookAsync(StoreKey store, CancellationToken ct) =>
        CallAsync(store, (access, token) => client.GetAsync(access, "ping", token), ct);

    /// <summary>Asks with one of a shop's keys whether the shop knows it, and draws no consequences.</summary>
    public async Task<StoreReply> ProbeAsync(KnownStore store, DerivedKeys key, CancellationToken ct)
    {
        var reply = await ProbeAsync(store, key, store.Skew, ct);
        return IsRefusal(reply) && NewSkew(store, reply) is { } skew ? await ProbeAsync(store, key, skew, ct) : reply;
    }

    private Task<StoreReply> ProbeAsync(KnownStore store, DerivedKeys key, TimeSpan skew, CancellationToken ct) =>
        client.GetAsync(Access(store, key, skew), "ping", ct);

    private async Task<StoreAnswer<ReadOnlyMemory<byte>>> CallAsync(
        KnownStore store,
        DerivedKeys key,
        Func<StoreAccess, CancellationToken, Task<StoreReply>> send,
        CancellationToken ct
    )
    {
        var reply = await send(Access(store, key, store.Skew), ct);
        if (IsRefusal(reply) && NewSkew(store, reply) is { } skew)
        {
            // Its clock is not where we thought it was. That alone makes a shop refuse, so it is asked once more by its own time.
            await directory.ChangeAsync(
                store.Key,
                (_, row) =>
                {
                    row.ClockSkewSeconds = (int)skew.TotalSeconds;
                    return Task.CompletedTask;
                }
            );
            reply = await send(Access(store, key, skew), ct);
        }
        if (IsRefusal(reply))
            await CountRefusalAsync(store);
        else if (reply.Answer.Succeeded(out _, out _) && (store.Refusals > 0 || store.Status == StoreStatus.TokenRevoked))
            await RecoverAsync(store);
        await NoteReachAsync(store, reply.Answer);
        return reply.Answer;
    }

    /// <summary>Writes down since when a shop cannot be reached, and that it can again: nothing while that stays as it is.</summary>
    private async Task NoteReachAsync(KnownStore store, StoreAnswer<ReadOnlyMemory<byte>> answer)
    {
        var isReachable = answer.Succeeded(out _, out var failure) || !failure.IsOutOfReach;
        if (isReachable == store.IsReachable)
            return;
        await directory.ChangeAsync(
            store.Key,
            (_, row) =>
            {
                row.UnreachableSince = isReachable ? null : row.UnreachableSince ?? time.GetUtcNow();
                return Task.CompletedTask;
            }
        );
    }

    private StoreAccess Access(KnownStore store, DerivedKeys key, TimeSpan skew) =>
        new(store.BaseUrl, store.RestRoot, LedgerToken.New(key.Inbound, store.TenantId, time.GetUtcNow() + skew));

    private static bool IsRefusal(StoreReply reply) =>
        !reply.Answer.Succeeded(out _, out var failure) && failure.Kind == StoreFailureKind.Refused;

    /// <summary>How far its clock is ahead, when that is news.</summary>
    private TimeSpan? NewSkew(KnownStore store, StoreReply reply)
    {
        if (reply.ShopTime is not { } shopTime)
            return null;
        var skew = Whole(shopTime - time.GetUtcNow());
        return (skew - store.Skew).Duration() > SkewNoticed ? skew : null;
    }

    private static TimeSpan Whole(TimeSpan skew) =>
        TimeSpan.FromSeconds(Math.Clamp(Math.Round(skew.TotalSeconds, MidpointRounding.ToEven), int.MinValue, int.MaxValue));

    private Task<bool> CountRefusalAsync(KnownStore store) =>
        directory.ChangeAsync(
            store.Key,
            async (db, row) =>
            {
                row.Refusals++;
                if (row.Refusals < RefusalsMax || row.Status != StoreStatus.Active)
                    return;
                row.MoveTo(StoreStatus.TokenRevoked);
                row.Remark = "The shop no longer takes our token. Pair it again with a new code from its admin; its events still come in.";
                await audit.AppendAsync(
                    db,
                    row.WorkspaceId,
                    Entry(
                        AuditAction.StoreTokenRefused,
                        AuditStatus.Failure,
                        $"The shop at {row.BaseUrl} refused our token several times in a row.",
                        row.Id
                    )
                );
            }
        );

    private Task<bool> RecoverAsync(KnownStore store) =>
        directory.ChangeAsync(
            store.Key,
            async (db, row) =>
            {
                row.Refusals = 0;
                if (row.Status != StoreStatus.TokenRevoked)
                    return;
                row.MoveTo(StoreStatus.Active);
                row.Remark = "";
                await audit.AppendAsync(
                    db,
                    row.WorkspaceId,
                    Entry(AuditAction.StoreTokenTaken, AuditStatus.Success, $"The shop at {row.BaseUrl} takes our token again.", row.Id)
                );
            }
        );

    private static AuditEvent Entry(AuditAction action, AuditStatus status, string sentence, StoreId store) =>
        new(action, status, Actor.System, sentence) { Target = new AuditTarget("store", store.Text) };
}
