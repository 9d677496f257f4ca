using System.Security.Cryptography;
using System.Text;
using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Sage.Auth;
using Ledgerbridge.Server.Audit;
using Ledgerbridge.Server.Hosting;
using Ledgerbridge.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.Server.Connections.Internal;

/// <summary>
/// The way to Sage's authorise page and back. A walk is bound to the browser session that began it, works once, and is dead after ten
/// minutes; a callback that belongs to no such walk changes nothing.
/// </summary>
internal sealed class AuthorizeWalks(
    Database database,
    AuditLog audit,
    TokenBox box,
    TokenCustody custody,
    ProcessLocks locks,
    SageGateway gateway,
    Ids ids,
    TimeProvider time
)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LockPatience = TimeSpan.FromSeconds(30);

    /// <summary>Begins a walk and returns the address to send the browser to.</summary>
    public async Task<Uri> BeginAsync(Caller caller, Uri redirectUri, SageRegion region, CancellationToken ct)
    {
        var request = AuthorizeRequest.Begin(redirectUri, region.AuthorizeCountry);
        var stateHash = HashOf(request.State);
        var now = time.GetUtcNow();
        await database.WriteAllAsync(
            async db =>
            {
                await db.Rows<AuthorizeWalkRow>().Where(row => row.BegunAt < now - Life).ExecuteDeleteAsync(CancellationToken.None);
                db.Add(
                    new AuthorizeWalkRow
                    {
                        StateHash = stateHash,
                        WorkspaceId = caller.Workspace,
                        SessionId = caller.SessionId!.Value,
                        VerifierSealed = box.SealVerifier(request.CodeVerifier, stateHash),
                        RedirectUri = redirectUri.OriginalString,
                        Country = region.Code,
                        BegunAt = now,
                    }
                );
            },
            ct
        );
        return gateway.OAuth.AuthorizeUrl(request);
    }

    /// <summary>
    /// Takes the walk a callback belongs to, once. Null when there is none for this state and session, so that nothing may be done with
    /// the callback.
    /// </summary>
    public Task<OpenWalk?> TakeAsync(Caller caller, string state, CancellationToken ct)
    {
        var (stateHash, since) = (HashOf(state), time.GetUtcNow() - Life);
        return database.WriteAsync(
            caller.Workspace,
            async db =>
            {
                var row = await db.Rows<AuthorizeWalkRow>()
                    .FirstOrDefaultAsync(walk => walk.StateHash == stateHash, CancellationToken.None);
                if (row is null || row.SessionId != caller.SessionId || row.BegunAt < since)
                    return null;
                db.Remove(row);
                var request = new AuthorizeRequest(
                    state,
                    box.OpenVerifier(row.VerifierSealed, stateHash),
                    new Uri(row.RedirectUri),
                    row.Country.ToLowerInvariant()
                );
                return new OpenWalk(request, row.Country);
            },
            ct
        );
    }

    /// <summary>
    /// Exchanges the code and takes the tokens into custody, in the connection the same person granted before or in a new one.
    /// </summary>
    public async Task<Result<ConnectionId>> CompleteAsync(Caller caller, OpenWalk walk, string code, CancellationToken ct)
    {
        // From here on the browser may leave: the code is used up, so what Sage answers has to be kept.
        var answer = await gateway.OAuth.ExchangeAsync(code, walk.Request, CancellationToken.None);
        if (!answer.Succeeded(out var tokens, out var failure))
        {
            await RefusedAsync(caller, failure.Message, ct);
            return new Problem(ProblemCode.SageRefused, failure.Message);
        }
        var known = await FindAsync(caller.Workspace, tokens.SageUserId, CancellationToken.None);
        var id = known ?? ids.New<Ids.Connection>();
        await using var held = await locks.TakeAsync(TokenCustody.LockOf(id), LockPatience, CancellationToken.None);
        await database.WriteAsync(
            caller.Workspace,
            db => KeepAsync(db, caller, id, known is null, walk.Country, tokens),
            CancellationToken.None
        );
        custody.Forget(id);
        return id;
    }

    /// <summary>Writes down that Sage sent the person back without a connection.</summary>
    public Task RefusedAsync(Caller caller, string why, CancellationToken ct) =>
        audit.AppendAsync(caller.Workspace, new AuditEvent(AuditAction.ConnectionRefused, AuditStatus.Failure, caller.Actor(), why), ct);

    private async Task KeepAsync(LedgerDb db, Caller caller, ConnectionId id, bool isNew, string country, SageTokens tokens)
    {
        var row = isNew
            ? new ConnectionRow { Id = id, WorkspaceId = caller.Workspace }
            : await db.Rows<ConnectionRow>().SingleAsync(stored => stored.Id == id, CancellationToken.None);
        if (isNew)
            db.Add(row);
        row.Country = country;
        row.SageUserId = tokens.SageUserId ?? "";
        row.ConnectedBy = caller.Person;
        row.ConnectedAt = time.GetUtcNow();
        custody.Store(row, tokens);
        await audit.AppendAsync(
            db,
            caller.Workspace,
            new AuditEvent(
                AuditAction.ConnectionConnected,
                AuditStatus.Success,
                caller.Actor(),
                isNew ? "Sage was connected." : "Sage was connected again."
            )
            {
                Target = new AuditTarget("connection", id.Text),
                Request = ApiJson.Text(new { country }),
            }
        );
    }

    private Task<ConnectionId?> FindAsync(WorkspaceId workspace, string? sageUserId, CancellationToken ct) =>
        string.IsNullOrEmpty(sageUserId)
            ? Task.FromResult<ConnectionId?>(null)
            : database.ReadAsync(
                workspace,
                db =>
                    db.Rows<ConnectionRow>()
                        .Where(row => row.SageUserId == sageUserId)
                        .OrderByDescending(static row => row.ConnectedAt)
                        .Select(static row => (ConnectionId?)row.Id)
                        .FirstOrDefaultAsync(ct)
            );

    private static string HashOf(string state) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(state)));
}

/// <summary>A walk whose callback has come.</summary>
/// <param name="Request">What it began with.</param>
/// <param name="Country">The country that was chosen.</param>
internal sealed record OpenWalk(AuthorizeRequest Request, string Country);
