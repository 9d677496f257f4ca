using System.Security.Cryptography;
using Ledgerbridge.Server.Audit;
using Ledgerbridge.Server.People.Internal;
using Ledgerbridge.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.Server.People;

/// <summary>Helps a person who is locked out. Only for whoever can start programs on the server.</summary>
internal sealed class PasswordReset(Database database, AuditLog audit, Passwords passwords)
{
    private const int PasswordBytes = 12;

    /// <summary>
    /// Gives a new password, turns the authenticator app off and ends all sessions; null when nobody has this e-mail address.
    /// </summary>
    public async Task<string?> RunAsync(string email, CancellationToken ct)
    {
        var emailKey = email.Trim().ToLowerInvariant();
        var password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(PasswordBytes));
        var found = await database.WriteAllAsync(
            async db =>
            {
                var person = await db.Rows<PersonRow>().FirstOrDefaultAsync(row => row.EmailKey == emailKey, CancellationToken.None);
                if (person is null)
                    return false;
                person.PasswordHash = passwords.Hash(person, password);
                (person.TwoFactorOn, person.AuthenticatorKeySealed, person.RecoveryCodeHashes) = (false, "", "");
                await Sessions.EndOthersAsync(db, person.Id, keep: null);
                var workspaces = await db.Rows<MembershipRow>()
                    .Where(row => row.PersonId == person.Id)
                    .Select(static row => row.WorkspaceId)
                    .ToListAsync(CancellationToken.None);
                foreach (var workspace in workspaces)
                {
                    await audit.AppendAsync(
                        db,
                        workspace,
                        new AuditEvent(
                            AuditAction.PersonPasswordChanged,
                            AuditStatus.Success,
                            Actor.System,
                            "The operator of the server gave a person a new password and turned the authenticator app off."
                        )
                        {
                            Target = new AuditTarget("person", person.Id.Text),
                        }
                    );
                }
                return true;
            },
            ct
        );
        return found ? password : null;
    }
}
