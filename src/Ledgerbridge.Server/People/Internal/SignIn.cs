using Ledgerbridge.Kernel;
using Ledgerbridge.Server.Audit;
using Ledgerbridge.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.Server.People.Internal;

/// <summary>What came of an attempt to sign in that was not refused.</summary>
/// <param name="SessionToken">The text for the cookie; null when the authenticator's code is still needed.</param>
internal sealed record SignedIn(string? SessionToken);

/// <summary>
/// Signs a person in: throttle, password, authenticator code or recovery code, session. An unknown account and a wrong password look the
/// same.
/// </summary>
internal sealed class SignIn(
    Database database,
    AuditLog audit,
    Sessions sessions,
    Passwords passwords,
    SignInThrottle throttle,
    SecondFactor secondFactor
)
{
    private static readonly Problem Refused = new(
        ProblemCode.NotSignedIn,
        "The e-mail address or the password is wrong. After a few more attempts you will have to wait."
    );

    public async Task<Result<SignedIn>> RunAsync(SignInRequest request, string device, string address, CancellationToken ct)
    {
        var emailKey = request.Email.ToLowerInvariant();
        if (await throttle.BeginAsync(emailKey, address, ct) is { } wait)
            return wait;
        var person = await database.ReadAllAsync(db =>
            db.Rows<PersonRow>().AsNoTracking().FirstOrDefaultAsync(row => row.EmailKey == emailKey, ct)
        );
        if (person is null)
        {
            passwords.PretendToMatch(request.Password);
            return Refused;
        }
        var memberships = await MembershipsAsync(person.Id, ct);
        if (!passwords.Matches(person, request.Password))
            return await FailAsync(person, memberships, "The password was wrong.", Refused, ct);
        if (memberships.Count == 0)
        {
            await throttle.UndecidedAsync(emailKey, address, ct);
            return new Problem(ProblemCode.NotAllowed, "Your account no longer belongs to a workspace. Ask an Owner for an invitation.");
        }
        if (person.TwoFactorOn)
        {
            if (string.IsNullOrWhiteSpace(request.Code))
            {
                await throttle.UndecidedAsync(emailKey, address, ct);
                return new SignedIn(SessionToken: null);
            }
            if (!await secondFactor.AcceptAsync(person, request.Code, ct))
            {
                var wrongCode = Problem.Invalid("code", "This code is not right, or has been used. Take the one your app shows now.");
                return await FailAsync(person, memberships, "The authenticator code was wrong.", wrongCode, ct);
            }
        }
        await throttle.SucceededAsync(emailKey, address, ct);
        return new SignedIn(await OpenAsync(person, memberships[0], device, ct));
    }

    private Task<string> OpenAsync(PersonRow person, MembershipRow membership, string device, CancellationToken ct) =>
        database.WriteAllAsync(
            async db =>
            {
                var token = await sessions.OpenAsync(db, person.Id, membership.WorkspaceId, device);
                await audit.AppendAsync(
                    db,
                    membership.WorkspaceId,
                    new AuditEvent(AuditAction.PersonSignedIn, AuditStatus.Success, ActorOf(person), $"Signed in with {device}.")
                );
                return token;
            },
            ct
        );

    private async Task<Result<SignedIn>> FailAsync(
        PersonRow person,
        List<MembershipRow> memberships,
        string why,
        Problem problem,
        CancellationToken ct
    )
    {
        foreach (var membership in memberships)
        {
            await audit.AppendAsync(
                membership.WorkspaceId,
                new AuditEvent(AuditAction.PersonSignInFailed, AuditStatus.Failure, ActorOf(person), why),
                ct
            );
        }
        return problem;
    }

    private Task<List<MembershipRow>> MembershipsAsync(PersonId person, CancellationToken ct) =>
        database.ReadAllAsync(db =>
            db.Rows<MembershipRow>()
                .AsNoTracking()
                .Where(row => row.PersonId == person)
                .OrderBy(static row => row.CreatedAt)
                .ToListAsync(ct)
        );

    private static Actor ActorOf(PersonRow person) => new(ActorKind.Person, person.Id.Text);
}
