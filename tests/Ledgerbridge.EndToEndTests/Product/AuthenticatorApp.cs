using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Ledgerbridge.EndToEndTests.Product;

/// <summary>
/// An authenticator app as on a telephone (RFC 6238: SHA-1, six digits, 30 seconds), written without a look at the server's.
/// </summary>
/// <param name="key">The key in base 32, with or without spaces.</param>
/// <param name="time">The telephone's clock.</param>
internal sealed class AuthenticatorApp(string key, TimeProvider time)
{
    private const int StepSeconds = 30;
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private readonly byte[] _key = Decode(key);

    // Looked at once: the code of the following step is good as well, because clocks differ, and no code is good twice.
    private readonly long _step = time.GetUtcNow().ToUnixTimeSeconds() / StepSeconds;

    /// <summary>The code of the moment at which the app was opened.</summary>
    public string Code => CodeAt(_step);

    /// <summary>The one after it.</summary>
    public string NextCode => CodeAt(_step + 1);

    private string CodeAt(long step)
    {
        var counter = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // The RFC names SHA-1, and so does every authenticator app.
        var hash = HMACSHA1.HashData(_key, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(hash[19] & 15)) & 0x7FFF_FFFF;
        return (number % 1_000_000).ToString("D6");
    }

    private static byte[] Decode(string text)
    {
        var bits = string.Concat(text.Where(Letters.Contains).Select(static letter => Letters.IndexOf(letter).ToString("b5")));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(at => Convert.ToByte(bits.Substring(at * 8, 8), 2))];
    }
}
