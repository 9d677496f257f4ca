using System.Security.Cryptography;
using System.Text;

namespace Ledgerbridge.Server.Storage;

/// <summary>
/// Encrypts what must not be readable in the database or a backup of it: tokens and authenticator keys. AES-256-GCM with a random nonce;
/// the purpose and the owner are bound in, so that a sealed text cannot be moved to another row. Keys have ids: new texts use the newest
/// key, old keys still open.
/// </summary>
internal sealed class KeyRing(IKeySource source)
{
    private const string Version = "s1";
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    /// <summary>Seals a text.</summary>
    /// <param name="plain">The text.</param>
    /// <param name="purpose">What it is and whose, such as <c>refresh_token:con_…</c>; opening needs the same.</param>
    public string Seal(string plain, string purpose)
    {
        var key = source.Newest();
        var text = Encoding.UTF8.GetBytes(plain);
        var box = new byte[NonceBytes + text.Length + TagBytes];
        var nonce = box.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key.Bytes, TagBytes);
        aes.Encrypt(
            nonce,
            text,
            box.AsSpan(NonceBytes, text.Length),
            box.AsSpan(NonceBytes + text.Length),
            Encoding.UTF8.GetBytes(purpose)
        );
        return $"{Version}.{key.Id}.{Convert.ToBase64String(box)}";
    }

    /// <summary>Opens a sealed text.</summary>
    /// <exception cref="CryptographicException">It was sealed for another purpose, changed, or its key is no longer in the
    /// ring.</exception>
    public string Open(string sealedText, string purpose)
    {
        var parts = sealedText.Split('.');
        if (parts.Length != 3 || parts[0] != Version || source.Find(parts[1]) is not { } key)
            throw new CryptographicException("The key that sealed this is not in the key ring.");
        var box = new byte[parts[2].Length];
        if (!Convert.TryFromBase64String(parts[2], box, out var length) || length < NonceBytes + TagBytes)
            throw new CryptographicException("The sealed text is damaged.");
        box = box[..length];
        var plain = new byte[box.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key.Bytes, TagBytes);
        aes.Decrypt(
            box.AsSpan(0, NonceBytes),
            box.AsSpan(NonceBytes, plain.Length),
            box.AsSpan(NonceBytes + plain.Length),
            plain,
            Encoding.UTF8.GetBytes(purpose)
        );
        return Encoding.UTF8.GetString(plain);
    }

    /// <summary>True when the text was sealed with an older key than the newest and should be sealed again.</summary>
    public bool IsOld(string sealedText) => !sealedText.StartsWith($"{Version}.{source.Newest().Id}.", StringComparison.Ordinal);
}

/// <summary>One key of the ring.</summary>
/// <param name="Id">Its name in sealed texts.</param>
/// <param name="Bytes">32 bytes.</param>
internal sealed record RingKey(string Id, byte[] Bytes);

/// <summary>Where the keys come from: a file beside the database, or the settings of the machine.</summary>
internal interface IKeySource
{
    /// <summary>The key that seals.</summary>
    RingKey Newest();

    /// <summary>The key of an id; null when it is not in the ring.</summary>
    RingKey? Find(string id);
}

/// <summary>Texts that a feature keeps sealed and can seal again with the newest key.</summary>
internal interface ISealedTexts
{
    /// <summary>Seals again whatever an older key sealed; returns how many texts that were.</summary>
    Task<int> ResealAsync(CancellationToken ct);
}
