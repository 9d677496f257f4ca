using Ledgerbridge.Kernel;
using Ledgerbridge.Server.Audit;
using Ledgerbridge.Server.Hosting;
using Ledgerbridge.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.Server.People.Internal;

/// <summary>Keys with which programs sign in: shown once, stored as hashes, with a role, revocable at any time.</summary>
internal sealed class ApiKeys(Database database, AuditLog audit, Ids ids, TimeProvider time)
{
    private const int EndingLength = 4;

    public Task<ApiKeysResponse> ListAsync(WorkspaceId workspace, CancellationToken ct) =>
        database.ReadAsync(
            workspace,
            async db =>
            {
                var rows = await db.Rows<ApiKeyRow>()
                    .AsNoTracking()
                    .Where(static row => row.RevokedAt == null)
                    .OrderByDescending(static row => row.CreatedAt)
                    .ToListAsync(ct);
                return new ApiKeysResponse([.. rows.Select(ToResponse)]);
            }
        );

    public async Task<Result<NewApiKeyResponse>> CreateAsync(Caller caller, NewKeyRequest request, CancellationToken ct)
    {
        if (request.Role > caller.Role)
            return Problem.Invalid("role", $"A key may do at most what you may do yourself ({caller.Role}).");
        var token = RandomTokens.New(Sessions.KeyPrefix);
        var now = time.GetUtcNow();
        var row = new ApiKeyRow
        {
            Id = ids.New<Ids.ApiKey>(),
            WorkspaceId = caller.Workspace,
            Name = request.Name,
            Role = request.Role!.Value,
            TokenHash = RandomTokens.HashOf(token),
            Ending = token[^EndingLength..],
            CreatedBy = caller.Person,
            CreatedAt = now,
            ExpiresAt = request.ExpiresInDays is { } days ? now.AddDays(days) : null,
        };
        await database.WriteAsync(
            caller.Workspace,
            async db =>
            {
                db.Add(row);
                await audit.AppendAsync(
                    db,
                    caller.Workspace,
                    new AuditEvent(
                        AuditAction.ApiKeyCreated,
                        AuditStatus.Success,
                        caller.Actor(),
                        $"The key {row.Name} was made as {row.Role}."
                    )
                    {
                        Target = new AuditTarget("api_key", row.Id.Text),
                    }
                );
            },
            ct
        );
        return new NewApiKeyResponse(ToResponse(row), token);
    }

    public async Task<Result<bool>> RevokeAsync(Caller caller, ApiKeyId id, CancellationToken ct)
    {
        var revoked = await database.WriteAsync(
            caller.Workspace,
            async db =>
            {
                var row = await db.Rows<ApiKeyRow>()
                    .FirstOrDefaultAsync(key => key.Id == id && key.RevokedAt == null, CancellationToken.None);
                if (row is null)
                    return false;
                row.RevokedAt = time.GetUtcNow();
                await audit.AppendAsync(
                    db,
                    caller.Workspace,
                    new AuditEvent(AuditAction.ApiKeyRevoked, AuditStatus.Success, caller.Actor(), $"The key {row.Name} was revoked.")
                    {
                        Target = new AuditTarget("api_key", row.Id.Text),
                    }
                );
                return true;
            },
            ct
        );
        return revoked ? true : new Problem(ProblemCode.NotFound, "There is no such key, or it has been revoked already.");
    }

    private static ApiKeyResponse ToResponse(ApiKeyRow row) =>
        new(row.Id.Text, row.Name, row.Role, row.Ending, row.CreatedAt, row.ExpiresAt, row.LastUsedAt);
}
