using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Audit;
using Ledgerbridge.Server.Hosting;
using Ledgerbridge.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.Server.People.Internal;

/// <summary>What a person does with the own account: who am I, password, signed-in browsers, which workspace.</summary>
internal sealed class Account(
    Database database,
    AuditLog audit,
    Sessions sessions,
    Passwords passwords,
    SignInThrottle throttle,
    Workspaces workspaces,
    FirstRun firstRun
)
{
    public async Task<SessionResponse> DescribeAsync(Caller? caller, CancellationToken ct)
    {
        if (caller is null)
            return new SessionResponse { FirstRun = await firstRun.IsOpenAsync(ct), SetupCodeRequired = firstRun.CodeRequired };
        return await database.ReadAllAsync(async db =>
        {
            var present = await db.Rows<WorkspaceRow>().AsNoTracking().SingleAsync(row => row.Id == caller.Workspace, ct);
            var session = new SessionResponse
            {
                FirstRun = false,
                SetupCodeRequired = firstRun.CodeRequired,
                Workspace = ToResponse(present),
                Workspaces = [ToResponse(present)],
                Role = caller.Role,
            };
            if (!caller.IsPerson)
                return session;
            var person = await db.Rows<PersonRow>().AsNoTracking().SingleAsync(row => row.Id == caller.Person, ct);
            var all = await (
                from membership in db.Rows<MembershipRow>()
                where membership.PersonId == person.Id
                join workspace in db.Rows<WorkspaceRow>() on membership.WorkspaceId equals workspace.Id
                orderby workspace.Name
                select workspace
            ).ToListAsync(ct);
            return session with
            {
                Person = new PersonResponse(person.Id.Text, person.Name, person.Email, person.TwoFactorOn),
                Workspaces = [.. all.Select(ToResponse)],
            };
        });
    }

    /// <summary>Gives the caller a new password; guessing the present one is held back like guessing at sign-in.</summary>
    public async Task<Result<bool>> ChangePasswordAsync(Caller caller, PasswordRequest request, string address, CancellationToken ct)
    {
        var wrong = Problem.Invalid("current_password", "This is not your present password.");
        var person = await database.ReadAllAsync(db => db.Rows<PersonRow>().AsNoTracking().SingleAsync(row => row.Id == caller.Person, ct));
        if (await throttle.BeginAsync(person.EmailKey, address, ct) is { } wait)
            return wait;
        if (!passwords.Matches(person, request.CurrentPassword))
            return wrong;
        await throttle.SucceededAsync(person.EmailKey, address, ct);
        if (Passwords.Weakness("new_password", request.NewPassword, person.Email) is { } weakness)
            return Problem.Invalid([weakness]);
        // Made before the transaction: it takes long on purpose, and nobody should wait for it.
        var (before, after) = (person.PasswordHash, passwords.Hash(person, request.NewPassword));
        return await database.WriteAllAsync<Result<bool>>(
            async db =>
            {
                var changed = await db.Rows<PersonRow>()
                    .Where(row => row.Id == person.Id && row.PasswordHash == before)
                    .ExecuteUpdateAsync(update => update.SetProperty(static row => row.PasswordHash, after), CancellationToken.None);
                if (changed == 0)
                    return wrong;
                await Sessions.EndOthersAsync(db, person.Id, caller.SessionId);
                await audit.AppendAsync(
                    db,
                    caller.Workspace,
                    new AuditEvent(
                        AuditAction.PersonPasswordChanged,
                        AuditStatus.Success,
                        caller.Actor(),
                        "The password was changed; other browsers were signed out."
                    )
                );
                return true;
            },
            ct
        );
    }

    public async Task<DevicesResponse> DevicesAsync(Caller caller, CancellationToken ct)
    {
        var rows = await sessions.OfPersonAsync(caller.Person, ct);
        return new DevicesResponse([
            .. rows.Select(row => new DeviceResponse(row.Id.Text, row.Device, row.CreatedAt, row.LastSeenAt, row.Id == caller.SessionId)),
        ]);
    }

    /// <summary>Ends one of the caller's own sessions, the present one or another.</summary>
    public async Task<Result<bool>> EndSessionAsync(Caller caller, SessionId session, CancellationToken ct)
    {
        var own = session == caller.SessionId;
        var ended = await database.WriteAllAsync(
            async db =>
            {
                if (!await Sessions.EndAsync(db, caller.Person, session))
                    return false;
                await audit.AppendAsync(
                    db,
                    caller.Workspace,
                    new AuditEvent(
                        own ? AuditAction.PersonSignedOut : AuditAction.SessionEnded,
                        AuditStatus.Success,
                        caller.Actor(),
                        own ? "Signed out." : "Another browser was signed out."
                    )
                );
                return true;
            },
            ct
        );
        return ended ? true : new Problem(ProblemCode.NotFound, "This browser has been signed out already.");
    }

    public async Task<Result<WorkspaceResponse>> CreateWorkspaceAsync(
        Caller caller,
        NewWorkspaceRequest request,
        SageRegion region,
        CancellationToken ct
    )
    {
        var id = await database.WriteAllAsync(db => workspaces.CreateAsync(db, request.Name, region, caller.Person), ct);
        var facts = await workspaces.GetAsync(id, ct);
        return new WorkspaceResponse(facts.Id.Text, facts.Name, facts.Region.Code, facts.TimeZone.Id);
    }

    public Task<Result<bool>> SwitchWorkspaceAsync(Caller caller, WorkspaceId target, CancellationToken ct) =>
        database.WriteAllAsync<Result<bool>>(
            async db =>
            {
                var member = await db.Rows<MembershipRow>()
                    .AnyAsync(row => row.WorkspaceId == target && row.PersonId == caller.Person, CancellationToken.None);
                if (!member)
                    return new Problem(ProblemCode.NotFound, "There is no such workspace, or you do not belong to it.");
                var session = await db.Rows<SessionRow>().SingleAsync(row => row.Id == caller.SessionId, CancellationToken.None);
                session.CurrentWorkspaceId = target;
                return true;
            },
            ct
        );

    private static WorkspaceResponse ToResponse(WorkspaceRow row) => new(row.Id.Text, row.Name, row.Country, row.TimeZone);
}
