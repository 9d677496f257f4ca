using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

namespace Ledgerbridge.Sandbox.OAuth;

/// <summary>
/// Makes tokens in Sage's form: JWTs signed with RS512, about 1.3 kB long, opaque to clients. The sandbox itself knows them by their
/// hash, so the key lives only as long as the process and is made in the background.
/// </summary>
internal static class TokenMint
{
    /// <summary>What is left for the padding claim brings a token to about this many characters.</summary>
    private const int LengthAimed = 1_300;

    private static readonly Lazy<Task<RSA>> Key = new(static () => Task.Run(static () => RSA.Create(2048)));
    private static readonly string KeyId = RandomNumberGenerator.GetHexString(40, lowercase: true);

    /// <summary>Starts making the key, so that the first token need not wait for it.</summary>
    public static void WarmUp() => _ = Key.Value;

    /// <summary>A new token.</summary>
    /// <param name="use"><c>access</c> or <c>refresh</c>.</param>
    /// <param name="person">Whose it is.</param>
    /// <param name="client">The application it is for.</param>
    /// <param name="scope">What it allows.</param>
    /// <param name="issuedAt">Seconds since 1970.</param>
    /// <param name="expiresAt">Seconds since 1970.</param>
    public static async Task<string> MintAsync(string use, Person person, string client, string scope, long issuedAt, long expiresAt)
    {
        var key = await Key.Value;
        var header = Part(
            new Dictionary<string, object>
            {
                ["alg"] = "RS512",
                ["typ"] = "JWT",
                ["kid"] = KeyId,
            }
        );
        var claims = new Dictionary<string, object>
        {
            ["iss"] = "https://sandbox.invalid/oauth",
            ["aud"] = "https://api.accounting.sage.com",
            ["sub"] = person.Id,
            ["azp"] = client,
            ["scope"] = scope,
            ["token_use"] = use,
            ["iat"] = issuedAt,
            ["exp"] = expiresAt,
            ["jti"] = RandomNumberGenerator.GetHexString(32, lowercase: true),
        };
        var missing = LengthAimed - header.Length - Part(claims).Length - 345;
        if (missing > 20)
            claims["ctx"] = RandomNumberGenerator.GetHexString((missing * 3 / 4) - 10, lowercase: true);
        var signed = header + "." + Part(claims);
        var signature = key.SignData(System.Text.Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1);
        return signed + "." + Base64Url.EncodeToString(signature);
    }

    private static string Part(Dictionary<string, object> claims) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(claims));
}
