using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Ledgerbridge.Server.People.Internal;

/// <summary>
/// Codes of an authenticator app (RFC 6238: SHA-1, 30 seconds, six digits). The framework has the same inside a provider that reads the
/// system's clock; here the clock is given and a code works once.
/// </summary>
internal static class Totp
{
    private const int KeyBytes = 20;
    private const int StepSeconds = 30;
    private const int Modulus = 1_000_000;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>A new key in base 32, as authenticator apps take it.</summary>
    public static string NewKey()
    {
        var text = new char[KeyBytes * 8 / 5];
        var bits = RandomNumberGenerator.GetBytes(text.Length);
        for (var i = 0; i < text.Length; i++)
            text[i] = Base32[bits[i] & 31];
        return new string(text);
    }

    /// <summary>The address an authenticator app reads from a QR code.</summary>
    public static string KeyUri(string key, string account) =>
        $"otpauth://totp/Ledgerbridge:{Uri.EscapeDataString(account)}?secret={key}&issuer=Ledgerbridge&digits=6&period=30";

    /// <summary>
    /// The time step a code belongs to, of the present one and its neighbours (clocks differ), but later than
    /// <paramref name="lastStep"/>; null when it is
    /// none of theirs.
    /// </summary>
    public static long? StepOf(string code, string key, DateTimeOffset now, long lastStep)
    {
        var digits = string.Concat(code.Where(char.IsAsciiDigit));
        var present = now.ToUnixTimeSeconds() / StepSeconds;
        for (var step = present - 1; step <= present + 1; step++)
        {
            if (step > lastStep && CryptographicOperations.FixedTimeEquals(Bytes(CodeAt(key, step)), Bytes(digits)))
                return step;
        }
        return null;
    }

    /// <summary>The code of a moment.</summary>
    public static string CodeAt(string key, DateTimeOffset at) => CodeAt(key, at.ToUnixTimeSeconds() / StepSeconds);

    private static string CodeAt(string key, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // RFC 6238 names HMAC-SHA-1 and every authenticator app uses it; its collisions do not matter here.
        var hash = HMACSHA1.HashData(Decode(key), counter);
#pragma warning restore CA5350
        var offset = hash[^1] & 0x0F;
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(offset)) & int.MaxValue;
        return (number % Modulus).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Decode(string key)
    {
        var bytes = new List<byte>(KeyBytes);
        var (buffer, bits) = (0, 0);
        foreach (var c in key)
        {
            buffer = ((buffer << 5) | Base32.IndexOf(c, StringComparison.Ordinal)) & 0xFFFF;
            bits += 5;
            if (bits < 8)
                continue;
            bits -= 8;
            bytes.Add((byte)((buffer >> bits) & 0xFF));
        }
        return [.. bytes];
    }

    private static byte[] Bytes(string text) => System.Text.Encoding.ASCII.GetBytes(text);
}
