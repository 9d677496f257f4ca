using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Ledgerbridge.Server.Stores.Internal;

/// <summary>
/// A token that came with a shop's request: read, not believed. Whose it says it is decides with which key it is checked, and only then
/// what it says.
/// </summary>
internal sealed class StoreToken
{
    /// <summary>How far a shop's clock may be off before its tokens are refused. The wire contract asks for a minute at least.</summary>
    public static readonly TimeSpan SkewMax = TimeSpan.FromSeconds(120);

    private const string Scheme = "Bearer ";
    private const string Issuer = "magento";
    private const string Audience = "byte8-ledger";
    private const string Algorithm = "HS256";
    private const string Type = "JWT";
    private const int LengthMax = 4096;
    private const int IdLengthMax = 128;
    private static readonly TimeSpan LifeMax = TimeSpan.FromSeconds(300);
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 4 };

    private readonly byte[] _signed;
    private readonly byte[] _signature;
    private readonly string _issuer;
    private readonly string _audience;
    private readonly long _issuedAt;
    private readonly long _notBefore;
    private readonly long _expires;

    private StoreToken(byte[] signed, byte[] signature, JsonElement claims)
    {
        (_signed, _signature) = (signed, signature);
        _issuer = Text(claims, "iss");
        _audience = Text(claims, "aud");
        Tenant = Text(claims, "sub");
        Id = Text(claims, "jti");
        (_issuedAt, _notBefore, _expires) = (Seconds(claims, "iat"), Seconds(claims, "nbf"), Seconds(claims, "exp"));
    }

    /// <summary>Whose it says it is.</summary>
    public string Tenant { get; }

    /// <summary>Its own number, which no other token of the shop has.</summary>
    public string Id { get; }

    /// <summary>From then on it is not believed in any case, so that nobody has to remember it.</summary>
    public DateTimeOffset ForgottenAt(TimeSpan skew) => DateTimeOffset.FromUnixTimeSeconds(_expires) + SkewMax + SkewMax + skew.Duration();

    /// <summary>Reads an Authorization header; null when what it holds is no token of this kind, whoever signed it.</summary>
    public static StoreToken? Read(string authorization)
    {
        if (!authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || authorization.Length > LengthMax)
            return null;
        var token = authorization[Scheme.Length..].Trim();
        var parts = token.Split('.');
        if (parts.Length != 3)
            return null;
        try
        {
            using var header = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[0]), Strict);
            if (Text(header.RootElement, "alg") != Algorithm || Text(header.RootElement, "typ") != Type)
                return null;
            // What has to be understood and is not makes a token worthless, by the standard.
            if (header.RootElement.TryGetProperty("crit", out _))
                return null;
            using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1]), Strict);
            var signed = Encoding.ASCII.GetBytes(token[..token.LastIndexOf('.')]);
            return new StoreToken(signed, Base64Url.DecodeFromChars(parts[2]), claims.RootElement);
        }
        catch (Exception failure) when (failure is JsonException or FormatException)
        {
            return null;
        }
    }

    /// <summary>True when this key signed it. Takes the same time whatever the signature is.</summary>
    public bool IsSignedWith(byte[] key) => CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(key, _signed), _signature);

    /// <summary>What is wrong with what it says; null when nothing is.</summary>
    /// <param name="tenant">The tenant whose key signed it.</param>
    /// <param name="now">The time here.</param>
    /// <param name="skew">How far the shop's clock is known to be ahead; zero when nobody knows.</param>
    public string? WrongAbout(string tenant, DateTimeOffset now, TimeSpan skew)
    {
        if (_issuer != Issuer || _audience != Audience || Tenant != tenant)
            return "The token was made for somebody else.";
        if (Id.Length is 0 or > IdLengthMax)
            return "The token has no number of its own.";
        if (_expires <= _issuedAt || _expires - _issuedAt > (long)LifeMax.TotalSeconds)
            return "The token is valid for longer than it may be.";
        // By our clock, or by the shop's as far as we know it: a shop that is slow for all its tokens would otherwise lose all its events.
        return IsTimely(now) || IsTimely(now + skew)
            ? null
            : "The token is out of date: the shop's clock and this server's are too far apart.";
    }

    private bool IsTimely(DateTimeOffset now)
    {
        var (seconds, slack) = (now.ToUnixTimeSeconds(), (long)SkewMax.TotalSeconds);
        return _issuedAt <= seconds + slack && _notBefore <= seconds + slack && _expires > seconds - slack;
    }

    private static string Text(JsonElement part, string name) =>
        part.ValueKind == JsonValueKind.Object
        && part.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
        && value.GetString() is { } text
            ? text
            : throw new FormatException($"{name} is missing or no text.");

    /// <summary>Whole seconds, written as a whole number: <c>1800000000.0</c> and <c>"1800000000"</c> are something else.</summary>
    private static long Seconds(JsonElement part, string name) =>
        part.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.Number
        && value.GetRawText().All(char.IsAsciiDigit)
        && value.TryGetInt64(out var seconds)
        && seconds <= MostSeconds
            ? seconds
            : throw new FormatException($"{name} is missing or no whole number.");

    /// <summary>The last second that can be written as a date.</summary>
    private static readonly long MostSeconds = DateTimeOffset.MaxValue.ToUnixTimeSeconds() / 2;
}

/// <summary>Makes the tokens that a shop asks of us.</summary>
internal static class LedgerToken
{
    private const string Header = """{"alg":"HS256","typ":"JWT"}""";

    /// <summary>Shops allow no difference at all on this one, so it lies well back.</summary>
    private const long NotBeforeSeconds = 60;

    /// <summary>Shops refuse tokens that live for more than 300 s.</summary>
    private const long LifeSeconds = 120;

    private const int IdBytes = 16;

    /// <summary>A token for one request: used again, even after an answer that got lost, it would be refused.</summary>
    /// <param name="key">The shop's inbound key.</param>
    /// <param name="tenant">The tenant id the shop stored.</param>
    /// <param name="now">The time by the shop's clock, as far as it is known.</param>
    public static string New(byte[] key, string tenant, DateTimeOffset now)
    {
        var seconds = now.ToUnixTimeSeconds();
        return Sign(
            key,
            tenant,
            seconds,
            seconds - NotBeforeSeconds,
            seconds + LifeSeconds,
            RandomNumberGenerator.GetHexString(IdBytes * 2, lowercase: true)
        );
    }

    /// <summary>A token with these claims, in this order.</summary>
    public static string Sign(byte[] key, string tenant, long issuedAt, long notBefore, long expires, string id)
    {
        var claims = JsonSerializer.SerializeToUtf8Bytes(
            new Dictionary<string, object>
            {
                ["iss"] = "byte8-ledger",
                ["sub"] = tenant,
                ["aud"] = "magento",
                ["iat"] = issuedAt,
                ["nbf"] = notBefore,
                ["exp"] = expires,
                ["jti"] = id,
            }
        );
        var signed = $"{Base64Url.EncodeToString(Encoding.ASCII.GetBytes(Header))}.{Base64Url.EncodeToString(claims)}";
        return $"{signed}.{Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(signed)))}";
    }
}
