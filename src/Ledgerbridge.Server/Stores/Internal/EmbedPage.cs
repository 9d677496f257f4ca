using System.Globalization;
using Ledgerbridge.Server.Hosting;

namespace Ledgerbridge.Server.Stores.Internal;

/// <summary>
/// The page the shop's admin shows in a frame. The address proves nothing, so it tells how the shop stands only to somebody who is
/// signed in here; browsers may keep the session's cookie out of the frame, and then it leads to a tab of its own.
/// </summary>
internal sealed class EmbedPage(StoreDirectory directory, IStoreRuns runs, TimeProvider time)
{
    private static readonly TimeSpan Lately = TimeSpan.FromHours(24);

    /// <summary>The page.</summary>
    public async Task<IResult> ShowAsync(HttpContext context, string tenant, CancellationToken ct)
    {
        var store = await directory.FindTenantAsync(tenant, ct);
        if (store is null)
        {
            return Pages.Page(
                context,
                StatusCodes.Status404NotFound,
                "This shop is not known here",
                ["Pair it with this Ledgerbridge again. Nothing was changed."],
                "Open Ledgerbridge",
                "/",
                newTab: true
            );
        }
        Framing.Allow(context, new Uri(store.BaseUrl));
        context.Response.Headers.CacheControl = "no-store";
        return Caller.From(context.User) is { } caller && caller.Workspace == store.Key.Workspace
            ? await StandingAsync(context, store, ct)
            : Pages.Page(
                context,
                StatusCodes.Status200OK,
                "Sign in to Ledgerbridge",
                ["How this shop stands is shown to people of its workspace. Sign in in another tab; your browser may keep that from here."],
                "Sign in",
                "/sign-in",
                newTab: true
            );
    }

    private async Task<IResult> StandingAsync(HttpContext context, KnownStore store, CancellationToken ct)
    {
        var counts = await runs.CountAsync(store.Key, time.GetUtcNow() - Lately, ct);
        string[] sentences =
        [
            store.Status switch
            {
                StoreStatus.Active => "The shop is connected.",
                StoreStatus.Pending => "The shop is being connected; its first event settles it.",
                StoreStatus.TokenRevoked => "The shop refuses Ledgerbridge's token. Pair it again with a new code.",
                _ => "The shop is disconnected.",
            },
            counts.Open == 0 ? "Nothing waits to be posted." : $"{counts.Open} documents are on their way into the books.",
            counts.FailedLately == 0
                ? "Nothing failed in the last 24 hours."
                : $"{counts.FailedLately} documents failed in the last 24 hours and need a look.",
            counts.LastFinishedAt is { } last
                ? $"The last one was finished {last.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC."
                : "Nothing has been posted from this shop yet.",
        ];
        return Pages.Page(context, StatusCodes.Status200OK, "Ledgerbridge", sentences, "Open the sync history", "/runs", newTab: true);
    }
}
