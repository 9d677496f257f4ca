using System.Security.Cryptography;
using Ledgerbridge.Kernel;
using Ledgerbridge.Server.Audit;
using Ledgerbridge.Server.Hosting;
using Ledgerbridge.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.Server.People.Internal;

/// <summary>The authenticator app as second factor, with ten recovery codes for the day the telephone is lost.</summary>
internal sealed class SecondFactor(Database database, AuditLog audit, SignInThrottle throttle, KeyRing keys, TimeProvider time)
    : ISealedTexts
{
    private const int RecoveryCodes = 10;
    private const int RecoveryBytes = 5;

    /// <summary>Makes a new key for the person's app; it counts only once a code from it was shown (<see cref="TurnOnAsync"/>).</summary>
    public async Task<Result<TwoFactorKeyResponse>> BeginAsync(PersonId id, CancellationToken ct)
    {
        var key = Totp.NewKey();
        var sealedKey = keys.Seal(key, Purpose(id));
        var person = await database.WriteAllAsync(
            async db =>
            {
                var row = await HeldAsync(db, id);
                if (row.TwoFactorOn)
                    return null;
                row.AuthenticatorKeySealed = sealedKey;
                return row;
            },
            ct
        );
        return person is null
            ? new Problem(ProblemCode.Conflict, "The authenticator app is on already. Turn it off first to use another telephone.")
            : new TwoFactorKeyResponse(key, Totp.KeyUri(key, person.Email));
    }

    /// <summary>Turns the second factor on and returns the recovery codes, which are never shown again.</summary>
    public async Task<Result<RecoveryCodesResponse>> TurnOnAsync(
        PersonId id,
        string code,
        Actor actor,
        WorkspaceId workspace,
        CancellationToken ct
    )
    {
        string[] codes = [.. Enumerable.Range(0, RecoveryCodes).Select(static _ => NewRecoveryCode())];
        var done = await database.WriteAllAsync(
            async db =>
            {
                var row = await HeldAsync(db, id);
                if (row.TwoFactorOn || row.AuthenticatorKeySealed.Length == 0)
                    return false;
                var key = keys.Open(row.AuthenticatorKeySealed, Purpose(id));
                if (Totp.StepOf(code, key, time.GetUtcNow(), row.LastTimeStep) is not { } step)
                    return false;
                (row.TwoFactorOn, row.LastTimeStep) = (true, step);
                row.RecoveryCodeHashes = string.Join(' ', codes.Select(RandomTokens.HashOf));
                await audit.AppendAsync(
                    db,
                    workspace,
                    new AuditEvent(AuditAction.PersonTwoFactorOn, AuditStatus.Success, actor, "The authenticator app was turned on.")
                );
                return true;
            },
            ct
        );
        return done
            ? new RecoveryCodesResponse(codes)
            : Problem.Invalid("code", "This code is not right. Scan the picture again and type the code your app shows now.");
    }

    /// <summary>Turns the second factor off; a code is needed once more, and guessing it is held back like guessing at sign-in.</summary>
    public async Task<Result<bool>> TurnOffAsync(Caller caller, string code, string address, CancellationToken ct)
    {
        var person = await database.ReadAllAsync(db => db.Rows<PersonRow>().AsNoTracking().SingleAsync(p => p.Id == caller.Person, ct));
        if (await throttle.BeginAsync(person.EmailKey, address, ct) is { } wait)
            return wait;
        if (!person.TwoFactorOn || !await AcceptAsync(person, code, ct))
            return Problem.Invalid("code", "This code is not right, or has been used. Take the one your app shows now.");
        await throttle.SucceededAsync(person.EmailKey, address, ct);
        await database.WriteAllAsync(
            async db =>
            {
                var row = await HeldAsync(db, person.Id);
                (row.TwoFactorOn, row.AuthenticatorKeySealed, row.RecoveryCodeHashes) = (false, "", "");
                await audit.AppendAsync(
                    db,
                    caller.Workspace,
                    new AuditEvent(
                        AuditAction.PersonTwoFactorOff,
                        AuditStatus.Success,
                        caller.Actor(),
                        "The authenticator app was turned off."
                    )
                );
            },
            ct
        );
        return true;
    }

    /// <summary>Takes a code of the app or a recovery code, each of which works once.</summary>
    public Task<bool> AcceptAsync(PersonRow person, string code, CancellationToken ct) =>
        database.WriteAllAsync(
            async db =>
            {
                var row = await HeldAsync(db, person.Id);
                if (!row.TwoFactorOn)
                    return false;
                var key = keys.Open(row.AuthenticatorKeySealed, Purpose(row.Id));
                if (Totp.StepOf(code, key, time.GetUtcNow(), row.LastTimeStep) is { } step)
                {
                    row.LastTimeStep = step;
                    return true;
                }
                var left = row.RecoveryCodeHashes.Split(' ').ToList();
                if (!left.Remove(RandomTokens.HashOf(code.Trim().ToLowerInvariant())))
                    return false;
                row.RecoveryCodeHashes = string.Join(' ', left);
                return true;
            },
            ct
        );

    /// <inheritdoc />
    public Task<int> ResealAsync(CancellationToken ct) =>
        database.WriteAllAsync(
            async db =>
            {
                var old = (await db.Rows<PersonRow>().Where(static p => p.AuthenticatorKeySealed != "").ToListAsync(CancellationToken.None))
                    .Where(row => keys.IsOld(row.AuthenticatorKeySealed))
                    .ToList();
                foreach (var row in old)
                    row.AuthenticatorKeySealed = keys.Seal(keys.Open(row.AuthenticatorKeySealed, Purpose(row.Id)), Purpose(row.Id));
                return old.Count;
            },
            ct
        );

    private static Task<PersonRow> HeldAsync(LedgerDb db, PersonId id) =>
        db.Locked<PersonRow>(PeopleTables.Persons, "id", id.Text).SingleAsync();

    private static string Purpose(PersonId person) => $"authenticator:{person.Text}";

    private static string NewRecoveryCode()
    {
        var text = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(RecoveryBytes));
        return $"{text[..5]}-{text[5..]}";
    }
}
