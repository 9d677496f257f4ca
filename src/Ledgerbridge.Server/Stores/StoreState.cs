namespace Ledgerbridge.Server.Stores;

/// <summary>How a shop stands.</summary>
internal enum StoreStatus
{
    /// <summary>It was told our key, or is about to be; whether it took it is not known yet.</summary>
    Pending = 1,

    /// <summary>Both directions work, as far as anyone knows.</summary>
    Active,

    /// <summary>The shop refuses our tokens, several fresh ones in a row; its own events still come in.</summary>
    TokenRevoked,

    /// <summary>It was disconnected here or there; the key is erased.</summary>
    Disconnected,
}

/// <summary>The legal moves, as one table. Everything else is a bug and throws.</summary>
internal static class StoreMoves
{
    /// <summary>From each state, the states it may go to.</summary>
    public static IReadOnlyDictionary<StoreStatus, StoreStatus[]> Table { get; } =
        new Dictionary<StoreStatus, StoreStatus[]>
        {
            [StoreStatus.Pending] = [StoreStatus.Pending, StoreStatus.Active, StoreStatus.Disconnected],
            // To itself: paired again, with a new key.
            [StoreStatus.Active] = [StoreStatus.Active, StoreStatus.TokenRevoked, StoreStatus.Disconnected],
            [StoreStatus.TokenRevoked] = [StoreStatus.Active, StoreStatus.Disconnected],
            [StoreStatus.Disconnected] = [StoreStatus.Pending],
        };

    /// <summary>The new state, when the move is legal.</summary>
    /// <exception cref="InvalidOperationException">It is not.</exception>
    public static StoreStatus To(this StoreStatus from, StoreStatus to) =>
        Table[from].Contains(to) ? to : throw new InvalidOperationException($"A store cannot go from {from} to {to}.");
}
