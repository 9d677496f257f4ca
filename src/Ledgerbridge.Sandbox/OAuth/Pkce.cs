using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Ledgerbridge.Sandbox.OAuth;

/// <summary>Proof key for code exchange (RFC 7636). Optional at Sage; once a challenge was sent, the verifier must fit.</summary>
internal static class Pkce
{
    /// <summary>Whether challenge and method of an authorize request are well-formed; no challenge is fine too.</summary>
    public static bool WellFormed(string? challenge, string? method) =>
        challenge is null
            ? method is null
            : method is null or "S256" or "plain" && challenge.Length is >= 43 and <= 128 && challenge.All(IsUnreserved);

    /// <summary>Whether the verifier of an exchange proves the challenge of the request.</summary>
    public static bool Proves(string? challenge, string? method, string? verifier)
    {
        if (challenge is null)
            return true;
        if (verifier is null)
            return false;
        var proof = method == "S256" ? Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))) : verifier;
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(proof), Encoding.ASCII.GetBytes(challenge));
    }

    private static bool IsUnreserved(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' or '_' or '~';
}
