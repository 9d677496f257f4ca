using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Ledgerbridge.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.Server.Stores.Internal;

/// <summary>The two keys that come of one master key: one for each direction, so that neither side's tokens work the other way.</summary>
/// <param name="Outbound">Signs what the shop sends.</param>
/// <param name="Inbound">Signs what the shop is sent.</param>
internal sealed record DerivedKeys(byte[] Outbound, byte[] Inbound)
{
    private const string OutboundContext = "byte8-magento-outbound-v1";
    private const string InboundContext = "byte8-magento-inbound-v1";
    private const int KeyBytes = 32;

    /// <summary>HKDF with SHA-256, without salt, over the bytes of the text as the shop was given it.</summary>
    public static DerivedKeys Of(string master) => new(Derive(master, OutboundContext), Derive(master, InboundContext));

    /// <summary>Not the keys: what is printed may be logged.</summary>
    public override string ToString() => "[hidden]";

    private static byte[] Derive(string master, string context) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(master), KeyBytes, salt: [], info: Encoding.UTF8.GetBytes(context));
}

/// <summary>A new master key, on its way to the shop and into its sealed place. It is shown to nobody and cannot be read back.</summary>
/// <param name="text">The text the shop is given.</param>
internal readonly struct MasterKey(string text)
{
    private const int Bytes = 32;

    /// <summary>256 bits of the operating system's randomness, written so that no shop trims or changes it.</summary>
    public static MasterKey New() => new(RandomNumberGenerator.GetHexString(Bytes * 2, lowercase: true));

    /// <summary>The text, for the request that delivers it.</summary>
    public string Reveal() => text;

    /// <summary>Not the key: what is printed may be logged.</summary>
    public override string ToString() => "[hidden]";
}

/// <summary>Seals master keys, each bound to its shop, and hands out what is derived of them.</summary>
internal sealed class StoreKeys(KeyRing ring, Database database) : ISealedTexts
{
    private readonly ConcurrentDictionary<StoreId, Opened> _opened = new();

    /// <summary>Seals a shop's new key.</summary>
    public string Seal(MasterKey key, StoreId store) => ring.Seal(key.Reveal(), Purpose(store));

    /// <summary>The keys derived of a sealed one; null when there is none, or the key that sealed it is gone.</summary>
    public DerivedKeys? Open(string sealedText, StoreId store)
    {
        if (sealedText.Length == 0)
            return null;
        if (_opened.TryGetValue(store, out var known) && known.SealedText == sealedText)
            return known.Keys;
        try
        {
            var keys = DerivedKeys.Of(ring.Open(sealedText, Purpose(store)));
            _opened[store] = new Opened(sealedText, keys);
            return keys;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <inheritdoc />
    public Task<int> ResealAsync(CancellationToken ct) =>
        database.WriteAllAsync(
            async db =>
            {
                var count = 0;
                foreach (var row in await db.Rows<StoreRow>().ToListAsync(CancellationToken.None))
                {
                    row.KeySealed = Resealed(row.KeySealed, row.Id, ref count);
                    row.NextKeySealed = Resealed(row.NextKeySealed, row.Id, ref count);
                    row.PreviousKeySealed = Resealed(row.PreviousKeySealed, row.Id, ref count);
                }
                return count;
            },
            ct
        );

    /// <summary>The text sealed with the newest key; as it is when that is so already, or nobody can open it.</summary>
    private string Resealed(string sealedText, StoreId store, ref int count)
    {
        if (sealedText.Length == 0 || !ring.IsOld(sealedText))
            return sealedText;
        try
        {
            var plain = ring.Open(sealedText, Purpose(store));
            count++;
            return ring.Seal(plain, Purpose(store));
        }
        catch (CryptographicException)
        {
            return sealedText;
        }
    }

    private static string Purpose(StoreId store) => $"store_key:{store}";

    private sealed record Opened(string SealedText, DerivedKeys Keys);
}
