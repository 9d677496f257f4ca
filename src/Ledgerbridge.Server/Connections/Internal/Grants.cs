using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Sage.Auth;
using Ledgerbridge.Server.Audit;
using Ledgerbridge.Server.Hosting;
using Ledgerbridge.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.Server.Connections.Internal;

/// <summary>The connections of a workspace: how they stand, renewing by hand, disconnecting.</summary>
internal sealed class Grants(
    Database database,
    AuditLog audit,
    TokenBox box,
    TokenCustody custody,
    ProcessLocks locks,
    SageGateway gateway,
    TimeProvider time
)
{
    private static readonly TimeSpan LockPatience = TimeSpan.FromSeconds(30);
    private static readonly Problem NoSuchConnection = new(ProblemCode.NotFound, "There is no such connection in this workspace.");

    /// <summary>The grant as the Sage library sees it.</summary>
    public ISageAccount Account(ConnectionId connection) => gateway.Account(new ConnectionTokens(custody, connection));

    public async Task<ConnectionsResponse> ListAsync(WorkspaceId workspace, CancellationToken ct)
    {
        var (rows, current) = await database.ReadAsync(
            workspace,
            async db =>
                (
                    await db.Rows<ConnectionRow>().AsNoTracking().OrderBy(static row => row.ConnectedAt).ToListAsync(ct),
                    await db.Rows<CurrentBusinessRow>().AsNoTracking().SingleOrDefaultAsync(ct)
                )
        );
        return new ConnectionsResponse([.. rows.Select(row => ToResponse(row, current))]);
    }

    public async Task<Result<ConnectionResponse>> RenewAsync(WorkspaceId workspace, ConnectionId id, CancellationToken ct)
    {
        if (await FindAsync(workspace, id, ct) is null)
            return NoSuchConnection;
        var answer = await custody.RenewAsync(id, ct);
        return answer.Succeeded(out _, out var failure)
            ? (await ListAsync(workspace, ct)).Connections.Single(connection => connection.Id == id.Text)
            : failure.ToProblem();
    }

    /// <summary>Revokes the grant at Sage as well as that goes, and erases the tokens here in any case.</summary>
    public async Task<Result<DisconnectedResponse>> DisconnectAsync(Caller caller, ConnectionId id, CancellationToken ct)
    {
        await using var held = await locks.TakeAsync(TokenCustody.LockOf(id), LockPatience, ct);
        var row = await FindAsync(caller.Workspace, id, ct);
        if (row is null)
            return NoSuchConnection;
        var ending = await RevokeAsync(row, ct);
        await database.WriteAsync(
            caller.Workspace,
            async db =>
            {
                var stored = await db.Rows<ConnectionRow>().SingleAsync(r => r.Id == id, CancellationToken.None);
                stored.Status = ConnectionStatus.Disconnected;
                stored.BrokenReason = null;
                stored.RefreshIntentAt = null;
                (stored.AccessTokenSealed, stored.RefreshTokenSealed) = ("", "");
                await db.Rows<CurrentBusinessRow>().Where(r => r.ConnectionId == id).ExecuteDeleteAsync(CancellationToken.None);
                await audit.AppendAsync(
                    db,
                    caller.Workspace,
                    new AuditEvent(AuditAction.ConnectionDisconnected, AuditStatus.Success, caller.Actor(), Sentence(ending))
                    {
                        Target = new AuditTarget("connection", id.Text),
                    }
                );
            },
            CancellationToken.None
        );
        custody.Forget(id);
        return new DisconnectedResponse(ending == GrantEnd.Revoked, Sentence(ending));
    }

    /// <summary>Whole days until the grant ends if nobody renews it.</summary>
    public int DaysLeft(ConnectionRow row) => Math.Max(0, (int)Math.Floor((row.RefreshExpiresAt - time.GetUtcNow()).TotalDays));

    private async Task<GrantEnd> RevokeAsync(ConnectionRow row, CancellationToken ct)
    {
        if (row.RefreshTokenSealed.Length == 0)
            return GrantEnd.EndedBefore;
        if (!box.TryOpen(row.RefreshTokenSealed, row.Id, TokenKind.Refresh, out var token))
            return GrantEnd.KeyLost;
        return (await gateway.OAuth.RevokeAsync(token, ct)).Succeeded(out _, out _) ? GrantEnd.Revoked : GrantEnd.NotConfirmed;
    }

    private static string Sentence(GrantEnd end) =>
        end switch
        {
            GrantEnd.Revoked => "Sage is disconnected: the permission was withdrawn there, and the tokens are erased here.",
            GrantEnd.EndedBefore => "Sage is disconnected. The permission had ended there before.",
            GrantEnd.KeyLost =>
                "Sage is disconnected and the tokens are erased here, but Sage could not be told: the key that sealed them is lost. "
                    + "Remove Ledgerbridge under connected apps in Sage; otherwise the permission ends there by itself within 31 days.",
            GrantEnd.NotConfirmed =>
                "Sage is disconnected and the tokens are erased here, but Sage did not confirm it. Look under connected apps in Sage.",
            _ => throw new ArgumentOutOfRangeException(nameof(end), end, "Give every end a sentence."),
        };

    /// <summary>What became of the grant at Sage when it was given up here.</summary>
    private enum GrantEnd
    {
        Revoked = 1,
        EndedBefore,
        KeyLost,
        NotConfirmed,
    }

    private Task<ConnectionRow?> FindAsync(WorkspaceId workspace, ConnectionId id, CancellationToken ct) =>
        database.ReadAsync(workspace, db => db.Rows<ConnectionRow>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, ct));

    private ConnectionResponse ToResponse(ConnectionRow row, CurrentBusinessRow? current) =>
        new(
            row.Id.Text,
            row.Status,
            row.BrokenReason?.Sentence(),
            row.Country,
            row.ConnectedAt,
            row.Status == ConnectionStatus.Active ? row.RefreshedAt : null,
            row.Status == ConnectionStatus.Active ? DaysLeft(row) : null,
            current?.ConnectionId == row.Id
        );

    private sealed class ConnectionTokens(TokenCustody custody, ConnectionId connection) : IAccessTokenSource
    {
        public ValueTask<SageAnswer<Secret>> GetAsync(Secret? rejected, CancellationToken ct) => custody.GetAsync(connection, rejected, ct);
    }
}
