using Ledgerbridge.Server.Storage.Internal;

namespace Ledgerbridge.Server.Storage;

/// <summary>
/// Changing the encryption keys while the server runs: a new key seals from now on, and everything sealed before is sealed again.
/// </summary>
internal sealed class KeyRotation(IKeySource source, IEnumerable<ISealedTexts> sealedTexts)
{
    /// <summary>Adds a key and returns its id; null when the ring comes from the settings and is changed there.</summary>
    public string? AddKey() => (source as FileKeySource)?.Rotate();

    /// <summary>Seals again whatever an older key sealed; returns how many texts that were.</summary>
    public async Task<int> ResealAsync(CancellationToken ct)
    {
        var count = 0;
        foreach (var texts in sealedTexts)
            count += await texts.ResealAsync(ct);
        return count;
    }
}
