using Ledgerbridge.Kernel;
using Ledgerbridge.Server.Audit;
using Ledgerbridge.Server.Hosting;
using Ledgerbridge.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ledgerbridge.Server.People.Internal;

/// <summary>The people of a workspace: who they are, inviting, joining, roles, removal. A workspace always keeps an Owner.</summary>
internal sealed class Members(
    Database database,
    AuditLog audit,
    Sessions sessions,
    Passwords passwords,
    SignInThrottle throttle,
    Ids ids,
    TimeProvider time,
    IOptions<PeopleOptions> options
) : IActorNames
{
    private static readonly Problem LastOwner = new(
        ProblemCode.Conflict,
        "A workspace needs an Owner. Make somebody else an Owner first, then try again."
    );

    private static readonly Problem NotOpen = Problem.Invalid(
        "token",
        "This invitation has been used, withdrawn, or has ended. Ask for a new one."
    );

    private static readonly Problem SignInFirst = Problem.Invalid(
        "password",
        "You have an account here already. Sign in to it first; then open the invitation's link again."
    );

    public Task<PeopleResponse> ListAsync(WorkspaceId workspace, CancellationToken ct) =>
        database.ReadAsync(
            workspace,
            async db =>
            {
                var people = await (
                    from membership in db.Rows<MembershipRow>()
                    join person in db.Rows<PersonRow>() on membership.PersonId equals person.Id
                    orderby person.Name
                    select new MemberResponse(
                        person.Id.Text,
                        person.Name,
                        person.Email,
                        membership.Role,
                        person.TwoFactorOn,
                        membership.CreatedAt
                    )
                ).ToListAsync(ct);
                var now = time.GetUtcNow();
                var invitations = await db.Rows<InvitationRow>()
                    .AsNoTracking()
                    .Where(row => row.ExpiresAt > now)
                    .OrderBy(static row => row.Email)
                    .ToListAsync(ct);
                return new PeopleResponse(people, [.. invitations.Select(ToResponse)]);
            }
        );

    /// <summary>Invites somebody and returns the text of the link.</summary>
    public async Task<Result<(InvitationResponse Invitation, string Token)>> InviteAsync(
        Caller caller,
        InviteRequest request,
        CancellationToken ct
    )
    {
        var token = RandomTokens.New("lbi_");
        var row = new InvitationRow
        {
            Id = ids.New<Ids.Invitation>(),
            WorkspaceId = caller.Workspace,
            Email = request.Email,
            Role = request.Role!.Value,
            TokenHash = RandomTokens.HashOf(token),
            InvitedBy = caller.Person,
            ExpiresAt = time.GetUtcNow() + options.Value.InvitationLife,
        };
        var emailKey = request.Email.ToLowerInvariant();
        var invited = await database.WriteAsync(
            caller.Workspace,
            async db =>
            {
                var isMember = await (
                    from membership in db.Rows<MembershipRow>()
                    join person in db.Rows<PersonRow>() on membership.PersonId equals person.Id
                    where person.EmailKey == emailKey
                    select person.Id
                ).AnyAsync(CancellationToken.None);
                if (isMember)
                    return false;
                db.Add(row);
                await audit.AppendAsync(
                    db,
                    caller.Workspace,
                    new AuditEvent(AuditAction.PersonInvited, AuditStatus.Success, caller.Actor(), $"Somebody was invited as {row.Role}.")
                    {
                        Target = new AuditTarget("invitation", row.Id.Text),
                    }
                );
                return true;
            },
            ct
        );
        return invited ? (ToResponse(row), token) : Problem.Invalid("email", "This person is in the workspace already.");
    }

    public async Task<Result<bool>> WithdrawAsync(Caller caller, InvitationId id, CancellationToken ct)
    {
        var withdrawn = await database.WriteAsync(
            caller.Workspace,
            async db =>
            {
                if (await db.Rows<InvitationRow>().Where(row => row.Id == id).ExecuteDeleteAsync() == 0)
                    return false;
                await audit.AppendAsync(
                    db,
                    caller.Workspace,
                    new AuditEvent(
                        AuditAction.PersonInvitationWithdrawn,
                        AuditStatus.Success,
                        caller.Actor(),
                        "An invitation was withdrawn."
                    )
                    {
                        Target = new AuditTarget("invitation", id.Text),
                    }
                );
                return true;
            },
            ct
        );
        return withdrawn ? true : new Problem(ProblemCode.NotFound, "There is no such invitation; it may have been used.");
    }

    /// <summary>What an invitation's link offers; null when it is used, withdrawn or has ended.</summary>
    public Task<OpenInvitationResponse?> FindInvitationAsync(string token, CancellationToken ct) =>
        database.ReadAllAsync(async db =>
        {
            if (await OpenInvitationAsync(db, token, ct) is not { } invitation)
                return null;
            var workspace = await db.Rows<WorkspaceRow>().AsNoTracking().SingleAsync(row => row.Id == invitation.WorkspaceId, ct);
            var emailKey = invitation.Email.ToLowerInvariant();
            var hasAccount = await db.Rows<PersonRow>().AnyAsync(row => row.EmailKey == emailKey, ct);
            return new OpenInvitationResponse(invitation.Email, workspace.Name, invitation.Role, hasAccount);
        });

    /// <summary>Takes an invitation up, with a new account or the present one, and returns a session's text.</summary>
    public async Task<Result<string>> JoinAsync(JoinRequest request, string device, string address, CancellationToken ct)
    {
        var invitation = await database.ReadAllAsync(db => OpenInvitationAsync(db, request.Token, ct));
        if (invitation is null)
            return NotOpen;
        var emailKey = invitation.Email.ToLowerInvariant();
        var known = await database.ReadAllAsync(db =>
            db.Rows<PersonRow>().AsNoTracking().FirstOrDefaultAsync(row => row.EmailKey == emailKey, ct)
        );
        // Passwords are worked on before the transaction: that takes long on purpose, and nobody should wait for it.
        var created = default(PersonRow);
        if (known is null)
        {
            if (string.IsNullOrWhiteSpace(request.Name))
                return Problem.Invalid("name", "Name is missing.");
            if (Passwords.Weakness("password", request.Password, invitation.Email) is { } weakness)
                return Problem.Invalid([weakness]);
            created = NewPerson(invitation.Email, request.Name, request.Password);
        }
        else if (await RefusalAsync(known, request.Password, address, ct) is { } refusal)
        {
            return refusal;
        }
        return await database.WriteAllAsync<Result<string>>(
            async db =>
            {
                if (await HeldInvitationAsync(db, request.Token) is not { } open)
                    return NotOpen;
                var person = await db.Rows<PersonRow>().FirstOrDefaultAsync(row => row.EmailKey == emailKey, CancellationToken.None);
                if ((person is null) != (known is null))
                    return SignInFirst;
                if (person is null)
                    db.Add(created!);
                return await JoinAsync(db, open, person ?? created!, device);
            },
            ct
        );
    }

    /// <summary>
    /// Takes an invitation up as the signed-in person it was meant for; the new session takes the place of the present one.
    /// </summary>
    public Task<Result<string>> JoinAsync(Caller caller, string token, string device, CancellationToken ct) =>
        database.WriteAllAsync<Result<string>>(
            async db =>
            {
                var person = await db.Rows<PersonRow>().SingleAsync(row => row.Id == caller.Person, CancellationToken.None);
                var invitation = await HeldInvitationAsync(db, token);
                if (invitation is null || !string.Equals(invitation.Email, person.Email, StringComparison.OrdinalIgnoreCase))
                    return Problem.Invalid("token", "This invitation is not for your account, or it has ended.");
                if (caller.SessionId is { } present)
                    await Sessions.EndAsync(db, caller.Person, present);
                return await JoinAsync(db, invitation, person, device);
            },
            ct
        );

    public async Task<Result<bool>> ChangeRoleAsync(Caller caller, PersonId id, Role role, CancellationToken ct) =>
        await ChangeAsync(
            caller,
            id,
            keepsOwner: role == Role.Owner,
            (_, membership) =>
            {
                membership.Role = role;
                return new AuditEvent(
                    AuditAction.PersonRoleChanged,
                    AuditStatus.Success,
                    caller.Actor(),
                    $"The role was changed to {role}."
                );
            },
            ct
        );

    public async Task<Result<bool>> RemoveAsync(Caller caller, PersonId id, CancellationToken ct) =>
        await ChangeAsync(
            caller,
            id,
            keepsOwner: false,
            (db, membership) =>
            {
                db.Remove(membership);
                return new AuditEvent(
                    AuditAction.PersonRemoved,
                    AuditStatus.Success,
                    caller.Actor(),
                    "A person was removed from the workspace."
                );
            },
            ct
        );

    /// <inheritdoc />
    public Task<IReadOnlyDictionary<string, string>> NamesAsync(IReadOnlyCollection<string> ids, CancellationToken ct)
    {
        PersonId[] people = [.. ids.Where(static id => PersonId.TryParse(id, out _)).Select(PersonId.Parse)];
        ApiKeyId[] keys = [.. ids.Where(static id => ApiKeyId.TryParse(id, out _)).Select(ApiKeyId.Parse)];
        return database.ReadAllAsync(async db =>
        {
            var names = new Dictionary<string, string>();
            // People who have left a workspace keep their names in its log as long as they have an account.
            if (people.Length > 0)
            {
                var found = db.Rows<PersonRow>().Where(row => people.Contains(row.Id)).Select(static row => new { row.Id, row.Name });
                foreach (var person in await found.ToListAsync(ct))
                    names[person.Id.Text] = person.Name;
            }
            if (keys.Length > 0)
            {
                var found = db.Rows<ApiKeyRow>().Where(row => keys.Contains(row.Id)).Select(static row => new { row.Id, row.Name });
                foreach (var key in await found.ToListAsync(ct))
                    names[key.Id.Text] = key.Name;
            }
            return (IReadOnlyDictionary<string, string>)names;
        });
    }

    private Task<Result<bool>> ChangeAsync(
        Caller caller,
        PersonId id,
        bool keepsOwner,
        Func<LedgerDb, MembershipRow, AuditEvent> change,
        CancellationToken ct
    ) =>
        database.WriteAsync<Result<bool>>(
            caller.Workspace,
            async db =>
            {
                // Held, so that two Owners who remove each other at the same moment come one after the other.
                var memberships = await db.Locked<MembershipRow>(PeopleTables.Memberships, "workspace_id", caller.Workspace.Text)
                    .ToListAsync(CancellationToken.None);
                if (memberships.Find(row => row.PersonId == id) is not { } membership)
                    return new Problem(ProblemCode.NotFound, "There is no such person in this workspace.");
                if (!keepsOwner && membership.Role == Role.Owner && memberships.Count(static row => row.Role == Role.Owner) == 1)
                    return LastOwner;
                var entry = change(db, membership) with { Target = new AuditTarget("person", id.Text) };
                await audit.AppendAsync(db, caller.Workspace, entry);
                return true;
            },
            ct
        );

    private async Task<Result<string>> JoinAsync(LedgerDb db, InvitationRow invitation, PersonRow person, string device)
    {
        var isMember = await db.Rows<MembershipRow>()
            .AnyAsync(row => row.WorkspaceId == invitation.WorkspaceId && row.PersonId == person.Id, CancellationToken.None);
        if (!isMember)
        {
            db.Add(
                new MembershipRow
                {
                    WorkspaceId = invitation.WorkspaceId,
                    PersonId = person.Id,
                    Role = invitation.Role,
                    CreatedAt = time.GetUtcNow(),
                }
            );
        }
        db.Remove(invitation);
        await audit.AppendAsync(
            db,
            invitation.WorkspaceId,
            new AuditEvent(
                AuditAction.PersonJoined,
                AuditStatus.Success,
                new Actor(ActorKind.Person, person.Id.Text),
                $"An invitation was taken up as {invitation.Role}."
            )
        );
        return await sessions.OpenAsync(db, person.Id, invitation.WorkspaceId, device);
    }

    private async Task<Problem?> RefusalAsync(PersonRow known, string password, string address, CancellationToken ct)
    {
        if (known.TwoFactorOn)
            return SignInFirst;
        if (await throttle.BeginAsync(known.EmailKey, address, ct) is { } wait)
            return wait;
        if (!passwords.Matches(known, password))
            return SignInFirst;
        await throttle.SucceededAsync(known.EmailKey, address, ct);
        return null;
    }

    private async Task<InvitationRow?> HeldInvitationAsync(LedgerDb db, string token)
    {
        var row = await db.Locked<InvitationRow>(PeopleTables.Invitations, "token_hash", RandomTokens.HashOf(token)).SingleOrDefaultAsync();
        return row?.ExpiresAt > time.GetUtcNow() ? row : null;
    }

    private Task<InvitationRow?> OpenInvitationAsync(LedgerDb db, string token, CancellationToken ct)
    {
        var (hash, now) = (RandomTokens.HashOf(token), time.GetUtcNow());
        return db.Rows<InvitationRow>().FirstOrDefaultAsync(row => row.TokenHash == hash && row.ExpiresAt > now, ct);
    }

    private PersonRow NewPerson(string email, string name, string password)
    {
        var person = new PersonRow
        {
            Id = ids.New<Ids.Person>(),
            Name = name,
            Email = email,
            EmailKey = email.ToLowerInvariant(),
            CreatedAt = time.GetUtcNow(),
        };
        person.PasswordHash = passwords.Hash(person, password);
        return person;
    }

    private static InvitationResponse ToResponse(InvitationRow row) => new(row.Id.Text, row.Email, row.Role, row.ExpiresAt);
}
