using Ledgerbridge.Kernel;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Ledgerbridge.Server.People.Internal;

/// <summary>
/// Password rules and hashes. The hash is the framework's own (PBKDF2 with a salt), which knows its parameters and can grow.
/// </summary>
internal sealed class Passwords
{
    public const int LengthMin = 10;
    public const int LengthMax = 200;

    private static readonly PersonRow Nobody = new();

    private readonly PasswordHasher<PersonRow> _hasher;
    private readonly Lazy<string> _hashOfNobody;

    /// <param name="strength">How much work a hash is: the framework's own choice, which no setting of ours lowers.</param>
    public Passwords(IOptions<PasswordHasherOptions> strength)
    {
        _hasher = new PasswordHasher<PersonRow>(strength);
        _hashOfNobody = new Lazy<string>(() => _hasher.HashPassword(Nobody, "nobody has this password"));
    }

    public string Hash(PersonRow person, string password) => _hasher.HashPassword(person, password);

    public bool Matches(PersonRow person, string password) =>
        _hasher.VerifyHashedPassword(person, person.PasswordHash, password) != PasswordVerificationResult.Failed;

    /// <summary>The hash that is worked on for accounts that do not exist.</summary>
    public string HashOfNobody => _hashOfNobody.Value;

    /// <summary>Takes as long as <see cref="Matches"/>, so that the time tells nobody whether an account exists.</summary>
    public void PretendToMatch(string password) => _hasher.VerifyHashedPassword(Nobody, HashOfNobody, password);

    /// <summary>What is wrong with a new password beyond its length; null when nothing is.</summary>
    public static FieldError? Weakness(string field, string password, string email) =>
        string.Equals(password, email, StringComparison.OrdinalIgnoreCase)
            ? new FieldError(field, "The password may not be your e-mail address.")
        : password.Distinct().Count() < 5 ? new FieldError(field, "The password uses too few different characters.")
        : null;
}
