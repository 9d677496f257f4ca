using Ledgerbridge.Server.Audit;
using Ledgerbridge.Server.Storage;

namespace Ledgerbridge.Server.Stores.Internal;

/// <summary>
/// The end of a pairing: it is known that the shop has taken the key it was offered, by its answer, by an event signed with it, or because
/// it lets us in with it.
/// </summary>
internal sealed class StoreSettling(AuditLog audit, TimeProvider time)
{
    /// <summary>What the shop signed with the old key just before it took the new one may still be on its way for so long.</summary>
    private static readonly TimeSpan PreviousKeyLife = TimeSpan.FromMinutes(10);

    /// <summary>
    /// The offered key becomes the shop's key, in the caller's transaction; the one before stays good for a while. Does nothing when that
    /// key is not on offer any more.
    /// </summary>
    public async Task SettleAsync(LedgerDb db, StoreRow row, string offered, Actor actor)
    {
        if (offered.Length == 0 || row.NextKeySealed != offered)
            return;
        var now = time.GetUtcNow();
        (row.PreviousKeySealed, row.PreviousKeyUntil) = (row.KeySealed, row.KeySealed.Length > 0 ? now + PreviousKeyLife : null);
        (row.KeySealed, row.NextKeySealed) = (offered, "");
        row.MoveTo(StoreStatus.Active);
        (row.Refusals, row.Remark, row.PairedAt, row.AnsweredAt, row.UnreachableSince) = (0, "", now, now, null);
        await audit.AppendAsync(
            db,
            row.WorkspaceId,
            new AuditEvent(AuditAction.StoreConnected, AuditStatus.Success, actor, $"The shop at {row.BaseUrl} was connected.")
            {
                Target = new AuditTarget("store", row.Id.Text),
            }
        );
    }
}
