namespace Ledgerbridge.Server.Stores.Internal;

/// <summary>A shop that has shown, by its token, that it is the one it says.</summary>
/// <param name="Store">The shop.</param>
/// <param name="Token">Its token, checked but for having been used before.</param>
/// <param name="ByOfferedKey">True when it signed with the key of a pairing whose outcome was not known: it has taken it, then.</param>
internal sealed record KnownCaller(KnownStore Store, StoreToken Token, bool ByOfferedKey);

/// <summary>Decides whether a request comes from the shop it names.</summary>
internal sealed class StoreGate(StoreDirectory directory, StoreKeys keys, TimeProvider time)
{
    /// <summary>The shop, or the answer to give in its place.</summary>
    /// <param name="authorization">The request's Authorization header.</param>
    /// <param name="tenant">The tenant the address names; null when the token itself names it.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<(KnownCaller? Caller, IResult? Refusal)> EnterAsync(string authorization, string? tenant, CancellationToken ct)
    {
        var token = StoreToken.Read(authorization);
        if ((tenant ?? token?.Tenant) is not { } wanted)
            return (null, WireAnswers.NotSigned);
        if (await directory.FindTenantAsync(wanted, ct) is not { } store)
            return (null, WireAnswers.UnknownTenant);
        if (!store.HasKey)
            return (null, WireAnswers.Disconnected);
        if (token is null)
            return (null, WireAnswers.NotSigned);
        var (signer, unreadable) = SignerOf(store, token);
        if (signer is null)
            return (null, unreadable ? WireAnswers.Later : WireAnswers.NotSigned);
        return token.WrongAbout(store.TenantId, time.GetUtcNow(), store.Skew) is { } wrong
            ? (null, WireAnswers.Refused(wrong))
            : (new KnownCaller(store, token, signer == store.NextKeySealed), null);
    }

    /// <summary>
    /// The sealed key that the token was signed with; or none, and whether one of them could not be opened: then nobody knows that the
    /// token is wrong.
    /// </summary>
    private (string? Signer, bool Unreadable) SignerOf(KnownStore store, StoreToken token)
    {
        var previous = store.PreviousKeyUntil > time.GetUtcNow() ? store.PreviousKeySealed : "";
        var unreadable = false;
        foreach (var sealedKey in new[] { store.KeySealed, store.NextKeySealed, previous })
        {
            if (sealedKey.Length == 0)
                continue;
            if (keys.Open(sealedKey, store.Key.Store) is not { } derived)
                unreadable = true;
            else if (token.IsSignedWith(derived.Outbound))
                return (sealedKey, false);
        }
        return (null, unreadable);
    }
}
