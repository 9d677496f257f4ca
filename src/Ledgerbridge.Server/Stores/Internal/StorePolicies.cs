using Ledgerbridge.Server.Audit;

namespace Ledgerbridge.Server.Stores.Internal;

/// <summary>The versions of shops' policies.</summary>
internal sealed class StorePolicies(TimeProvider time)
{
    /// <summary>The version a shop begins with.</summary>
    public PolicyRow First(StoreRow store, Actor actor) =>
        new()
        {
            StoreId = store.Id,
            Version = store.PolicyVersion,
            WorkspaceId = store.WorkspaceId,
            Content = "{}",
            ActorKind = actor.Kind,
            ActorId = actor.Id,
            CreatedAt = time.GetUtcNow(),
        };
}
