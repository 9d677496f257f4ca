using Ledgerbridge.Server.Posting.Internal;
using Ledgerbridge.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.Server.Posting;

/// <summary>How the journal of all workspaces is doing, in numbers only.</summary>
internal sealed class PostingHealth(Database database)
{
    /// <summary>How many postings wait, and since when the oldest does.</summary>
    public Task<(int Waiting, DateTimeOffset? Oldest)> WaitingAsync(CancellationToken ct) =>
        database.ReadAllAsync(async db =>
        {
            var waiting = db.Rows<PostingRow>().Where(static row => row.State == PostingState.Waiting);
            var oldest = await waiting
                .OrderBy(static row => row.CreatedAt)
                .Select(static row => (DateTimeOffset?)row.CreatedAt)
                .FirstOrDefaultAsync(ct);
            return (await waiting.CountAsync(ct), oldest);
        });
}
