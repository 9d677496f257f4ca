using Ledgerbridge.Server.Connections;
using Ledgerbridge.Server.Stores.Internal;

namespace Ledgerbridge.Server.Stores;

/// <summary>Where a shop's documents go, and by which rules.</summary>
/// <param name="Store">The shop.</param>
/// <param name="Name">Its address, by which people know it.</param>
/// <param name="Books">The books it posts into.</param>
/// <param name="PolicyVersion">The version of its rules that new events keep.</param>
internal sealed record StorePlace(StoreKey Store, string Name, BooksKey Books, int PolicyVersion);

/// <summary>Where shops' documents go.</summary>
internal sealed class StorePlaces(StoreDirectory directory)
{
    /// <summary>A shop's place; null when the workspace has no such shop.</summary>
    public async Task<StorePlace?> FindAsync(StoreKey store, CancellationToken ct) =>
        await directory.FindAsync(store, ct) is { } known
            ? new StorePlace(store, known.BaseUrl, new BooksKey(store.Workspace, known.Connection, known.BusinessId), known.PolicyVersion)
            : null;
}
