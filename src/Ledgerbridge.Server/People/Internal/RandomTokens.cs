using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Ledgerbridge.Server.People.Internal;

/// <summary>
/// Random texts that let somebody in: sessions, API keys, invitations. 256 bits, so a plain hash keeps them safe in the database; only
/// the hash is stored.
/// </summary>
internal static class RandomTokens
{
    private const int Bytes = 32;

    public static string New(string prefix) => prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
