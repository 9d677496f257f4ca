using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Ledgerbridge.Sandbox.Store;

/// <summary>
/// The shop's side of the tokens: it makes those it sends, and checks those it is sent as strictly as the extension does.
/// </summary>
internal static class ShopTokens
{
    private const string OutboundContext = "byte8-magento-outbound-v1";
    private const string InboundContext = "byte8-magento-inbound-v1";
    private const long FutureSecondsMax = 30;
    private const long LifeSecondsMax = 300;
    private const long OwnLifeSeconds = 60;

    /// <summary>A token for one request to the ledger.</summary>
    public static string New(Pairing pairing, DateTimeOffset now)
    {
        var seconds = now.ToUnixTimeSeconds();
        var claims = JsonSerializer.Serialize(
            new Dictionary<string, object>
            {
                ["iss"] = "magento",
                ["aud"] = "byte8-ledger",
                ["sub"] = pairing.TenantId,
                ["iat"] = seconds,
                ["nbf"] = seconds,
                ["exp"] = seconds + OwnLifeSeconds,
                ["jti"] = new Guid(RandomNumberGenerator.GetBytes(16)).ToString(),
            }
        );
        var signed = $"{Encode("""{"alg":"HS256","typ":"JWT"}"""u8)}.{Encode(Encoding.UTF8.GetBytes(claims))}";
        return $"{signed}.{Encode(Sign(pairing.ApiKey, OutboundContext, signed))}";
    }

    /// <summary>Why a request's token is refused; null when it is taken. A token whose number was read is used up by that.</summary>
    public static string? Refusal(ShopWorld world, HttpRequest request)
    {
        if (!world.IsPaired)
            return "the shop is not paired";
        if (world.Settings.Production && !request.IsHttps && request.Headers["X-Forwarded-Proto"] != "https")
            return "production mode takes requests over https only";
        var words = request.Headers.Authorization.ToString().Split(' ');
        if (words.Length != 2 || !words[0].Equals("Bearer", StringComparison.OrdinalIgnoreCase))
            return "there is no bearer token";
        var parts = words[1].Split('.');
        if (parts.Length != 3)
            return "the token has not three parts";
        try
        {
            return Refusal(world, parts);
        }
        catch (Exception failure) when (failure is JsonException or FormatException or InvalidOperationException or KeyNotFoundException)
        {
            return "the token cannot be read";
        }
    }

    private static string? Refusal(ShopWorld world, string[] parts)
    {
        using var header = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[0]));
        if (header.RootElement.GetProperty("alg").GetString() != "HS256" || header.RootElement.GetProperty("typ").GetString() != "JWT")
            return "the header is not HS256 and JWT";
        var expected = Sign(world.Pairing.ApiKey, InboundContext, $"{parts[0]}.{parts[1]}");
        if (!CryptographicOperations.FixedTimeEquals(expected, Base64Url.DecodeFromChars(parts[2])))
            return "the signature is wrong";
        using var document = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1]));
        var claims = document.RootElement;
        if (claims.GetProperty("iss").GetString() != "byte8-ledger" || claims.GetProperty("aud").GetString() != "magento")
            return "issuer or audience is wrong";
        if (claims.GetProperty("sub").GetString() != world.Pairing.TenantId)
            return "the tenant is another";
        if (Whole(claims, "iat") is not { } issued || Whole(claims, "nbf") is not { } notBefore || Whole(claims, "exp") is not { } expires)
            return "iat, nbf and exp have to be whole numbers";
        var now = world.Now.ToUnixTimeSeconds();
        if (issued > now + FutureSecondsMax)
            return "iat lies in the future";
        if (notBefore > now)
            return "nbf lies in the future";
        if (expires <= now)
            return "the token has expired";
        if (expires - issued > LifeSecondsMax)
            return "the token lives too long";
        var id = claims.GetProperty("jti").GetString();
        if (string.IsNullOrEmpty(id))
            return "the token has no number";
        return world.TryUseToken(id, DateTimeOffset.FromUnixTimeSeconds(expires)) ? null : "the token was used before";
    }

    private static long? Whole(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.Number
        && !value.GetRawText().AsSpan().ContainsAny('.', 'e', 'E')
        && value.TryGetInt64(out var number)
            ? number
            : null;

    private static byte[] Sign(string master, string context, string signed) =>
        HMACSHA256.HashData(
            HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(master), 32, salt: [], info: Encoding.UTF8.GetBytes(context)),
            Encoding.ASCII.GetBytes(signed)
        );

    private static string Encode(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);
}
