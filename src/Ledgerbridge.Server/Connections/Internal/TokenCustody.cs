using System.Collections.Concurrent;
using Ledgerbridge.Sage;
using Ledgerbridge.Sage.Auth;
using Ledgerbridge.Server.Audit;
using Ledgerbridge.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.Server.Connections.Internal;

/// <summary>
/// Keeps every connection's tokens and renews them, once however many ask. In this order: cheap exits, one wait per process, the lock
/// that holds across processes and outlives the call, the row read again, the intent stored, the call on our own deadline, the new pair
/// stored, the lock released.
/// </summary>
internal sealed partial class TokenCustody(
    Database database,
    AuditLog audit,
    ProcessLocks locks,
    TokenBox box,
    SageGateway gateway,
    TimeProvider time,
    ILogger<TokenCustody> log
)
{
    /// <summary>
    /// How long a new pair that could not be stored waits before the next try; together shorter than <see cref="LockPatience"/>.
    /// </summary>
    private static readonly TimeSpan[] StoreAgainAfter =
    [
        TimeSpan.FromMilliseconds(100),
        TimeSpan.FromMilliseconds(400),
        TimeSpan.FromSeconds(2),
        TimeSpan.FromSeconds(5),
        TimeSpan.FromSeconds(10),
        TimeSpan.FromSeconds(20),
    ];

    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LockPatience = TimeSpan.FromSeconds(90);

    private readonly ConcurrentDictionary<ConnectionId, AccessToken> _fresh = new();
    private readonly ConcurrentDictionary<ConnectionId, UnstoredPair> _unstored = new();
    private readonly ConcurrentDictionary<ConnectionId, Lazy<Task<SageAnswer<Secret>>>> _renewals = new();

    /// <summary>An access token that Sage should accept. See <see cref="IAccessTokenSource.GetAsync"/>.</summary>
    public async ValueTask<SageAnswer<Secret>> GetAsync(ConnectionId connection, Secret? rejected, CancellationToken ct)
    {
        while (true)
        {
            if (_fresh.TryGetValue(connection, out var token) && IsFresh(token.ExpiresAt) && token.Secret != rejected)
                return token.Secret;
            var answer = await SharedAsync(connection, rejected, ct);
            // A shared renewal may have begun before this caller's token was refused; its result does not help then.
            if (!answer.Succeeded(out var secret, out _) || secret != rejected)
                return answer;
        }
    }

    /// <summary>Renews the tokens whether or not they are fresh, so that an unused grant stays alive.</summary>
    public async Task<SageAnswer<Secret>> RenewAsync(ConnectionId connection, CancellationToken ct)
    {
        var row = await ReadAsync(connection);
        if (row is null || row.AccessTokenSealed.Length == 0)
            return await SharedAsync(connection, rejected: null, ct);
        return box.TryOpen(row.AccessTokenSealed, connection, TokenKind.Access, out var present)
            ? await SharedAsync(connection, present, ct)
            : KeyGone;
    }

    /// <summary>Takes a new pair into custody, in the caller's transaction.</summary>
    public void Store(ConnectionRow row, SageTokens tokens)
    {
        row.AccessTokenSealed = box.Seal(tokens.AccessToken, row.Id, TokenKind.Access);
        row.AccessExpiresAt = tokens.AccessExpiresAt;
        row.RefreshTokenSealed = box.Seal(tokens.RefreshToken, row.Id, TokenKind.Refresh);
        row.RefreshExpiresAt = tokens.RefreshExpiresAt;
        row.RefreshedAt = time.GetUtcNow();
        row.Generation++;
        row.RefreshIntentAt = null;
        row.Status = ConnectionStatus.Active;
        row.BrokenReason = null;
    }

    /// <summary>Forgets what is held in memory, after the tokens were replaced or erased.</summary>
    public void Forget(ConnectionId connection) => _fresh.TryRemove(connection, out _);

    /// <summary>The name of the lock under which a connection's tokens change.</summary>
    public static string LockOf(ConnectionId connection) => $"refresh:{connection}";

    /// <summary>
    /// One renewal at a time in this process. It runs on nobody's cancellation, and takes itself off the list when it ends.
    /// </summary>
    private Task<SageAnswer<Secret>> SharedAsync(ConnectionId connection, Secret? rejected, CancellationToken ct) =>
        _renewals
            .GetOrAdd(
                connection,
                static (id, state) =>
                    new Lazy<Task<SageAnswer<Secret>>>(() => Task.Run(() => state.Self.ObtainOnceAsync(id, state.Rejected))),
                (Self: this, Rejected: rejected)
            )
            .Value.WaitAsync(ct);

    private async Task<SageAnswer<Secret>> ObtainOnceAsync(ConnectionId connection, Secret? rejected)
    {
        try
        {
            return await ObtainAsync(connection, rejected);
        }
        finally
        {
            _renewals.TryRemove(connection, out _);
        }
    }

    private async Task<SageAnswer<Secret>> ObtainAsync(ConnectionId connection, Secret? rejected)
    {
        await using var held = await locks.TakeAsync(LockOf(connection), LockPatience, CancellationToken.None);
        if (held is null)
            return new SageFailure(SageFailureKind.TimedOut, "Another process has been renewing this connection for too long.");
        var row = await ReadAsync(connection);
        if (row is null || row.Status == ConnectionStatus.Disconnected)
            return new SageFailure(SageFailureKind.GrantLost, "Sage is not connected.");
        if (row.Status == ConnectionStatus.ReconnectNeeded)
            return Gone(row.BrokenReason ?? BrokenReason.RefusedBySage);
        if (_unstored.TryGetValue(connection, out var unstored) && unstored.Replaces == row.Generation)
            return await KeepPairAsync(row, unstored.Tokens);
        if (!box.TryOpen(row.AccessTokenSealed, connection, TokenKind.Access, out var present))
            return KeyGone;
        if (IsFresh(row.AccessExpiresAt) && present != rejected && row.RefreshIntentAt is null)
            return Keep(connection, present, row.AccessExpiresAt);
        return row.RefreshExpiresAt <= time.GetUtcNow() ? await BreakAsync(row, BrokenReason.Expired) : await RefreshAsync(row);
    }

    private async Task<SageAnswer<Secret>> RefreshAsync(ConnectionRow row)
    {
        var unfinished = row.RefreshIntentAt is not null;
        if (!box.TryOpen(row.RefreshTokenSealed, row.Id, TokenKind.Refresh, out var refreshToken))
            return KeyGone;
        await ChangeAsync(row, stored => stored.RefreshIntentAt = time.GetUtcNow(), entry: null);
        var answer = await gateway.OAuth.RefreshAsync(refreshToken, CancellationToken.None);
        if (answer.Succeeded(out var tokens, out var failure))
            return await KeepPairAsync(row, tokens);
        LogFailed(row.Id, failure.Kind, failure.Status);
        if (failure.Kind == SageFailureKind.GrantLost)
            return await BreakAsync(row, unfinished ? BrokenReason.AnswerLost : BrokenReason.RefusedBySage);
        await ChangeAsync(
            row,
            stored =>
            {
                // While the answer may merely be lost the intent stays open: should Sage refuse the old token next time, we know why.
                if (!failure.MayHaveHappened && !unfinished)
                    stored.RefreshIntentAt = null;
            },
            new AuditEvent(AuditAction.ConnectionRefreshFailed, AuditStatus.Failure, Actor.System, failure.Message)
        );
        return failure;
    }

    /// <summary>
    /// Stores the new pair before it is used. The old one is dead, so this is tried again and again; should all tries fail, the pair stays
    /// in memory, and the next caller begins with it.
    /// </summary>
    private async Task<Secret> KeepPairAsync(ConnectionRow row, SageTokens tokens)
    {
        _unstored[row.Id] = new UnstoredPair(row.Generation, tokens);
        var entry = new AuditEvent(
            AuditAction.ConnectionRefreshed,
            AuditStatus.Success,
            Actor.System,
            "The connection to Sage was renewed."
        );
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await ChangeAsync(row, stored => Store(stored, tokens), entry);
                _unstored.TryRemove(row.Id, out _);
                return Keep(row.Id, tokens.AccessToken, tokens.AccessExpiresAt);
            }
            catch (Exception failure) when (failure is System.Data.Common.DbException or DbUpdateException)
            {
                LogNotStored(failure, row.Id, attempt + 1);
                if (attempt == StoreAgainAfter.Length)
                    throw;
            }
            await Task.Delay(StoreAgainAfter[attempt], time, CancellationToken.None);
        }
    }

    private async Task<SageAnswer<Secret>> BreakAsync(ConnectionRow row, BrokenReason reason)
    {
        Forget(row.Id);
        await ChangeAsync(
            row,
            stored =>
            {
                stored.Status = ConnectionStatus.ReconnectNeeded;
                stored.BrokenReason = reason;
                stored.RefreshIntentAt = null;
                (stored.AccessTokenSealed, stored.RefreshTokenSealed) = ("", "");
            },
            new AuditEvent(AuditAction.ConnectionBroken, AuditStatus.Failure, Actor.System, reason.Sentence())
        );
        return Gone(reason);
    }

    private Task ChangeAsync(ConnectionRow row, Action<ConnectionRow> change, AuditEvent? entry) =>
        database.WriteAsync(
            row.WorkspaceId,
            async db =>
            {
                change(await db.Rows<ConnectionRow>().SingleAsync(stored => stored.Id == row.Id, CancellationToken.None));
                if (entry is not null)
                    await audit.AppendAsync(db, row.WorkspaceId, entry with { Target = new AuditTarget("connection", row.Id.Text) });
            },
            CancellationToken.None
        );

    private Task<ConnectionRow?> ReadAsync(ConnectionId connection) =>
        database.ReadAllAsync(db =>
            db.Rows<ConnectionRow>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == connection, CancellationToken.None)
        );

    private Secret Keep(ConnectionId connection, Secret token, DateTimeOffset expiresAt)
    {
        _fresh[connection] = new AccessToken(token, expiresAt);
        return token;
    }

    private bool IsFresh(DateTimeOffset expiresAt) => expiresAt - time.GetUtcNow() > Margin;

    /// <summary>The tokens are there and cannot be read. Whoever restores the key has them back, so they are kept.</summary>
    private static SageFailure KeyGone { get; } =
        new(
            SageFailureKind.GrantLost,
            "The key that sealed this connection's tokens is not in the key ring. Whoever runs the server can restore it (keys.json); "
                + "otherwise connect again. Nothing in your books was changed."
        );

    private static SageFailure Gone(BrokenReason reason) => new(SageFailureKind.GrantLost, reason.Sentence());

    [LoggerMessage(1101, LogLevel.Warning, "Renewing {Connection} failed: {Kind}, status {Status}")]
    private partial void LogFailed(ConnectionId connection, SageFailureKind kind, int? status);

    [LoggerMessage(1102, LogLevel.Error, "The new tokens of {Connection} could not be stored (attempt {Attempt})")]
    private partial void LogNotStored(Exception failure, ConnectionId connection, int attempt);

    private sealed record AccessToken(Secret Secret, DateTimeOffset ExpiresAt);

    /// <summary>A pair that Sage gave and the database has not taken yet.</summary>
    /// <param name="Replaces">The generation whose tokens died with it.</param>
    /// <param name="Tokens">The pair.</param>
    private sealed record UnstoredPair(long Replaces, SageTokens Tokens);
}
