using Ledgerbridge.Server.Posting;
using Ledgerbridge.Server.Posting.Internal;
using Ledgerbridge.Server.Runs.Internal;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Testing;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.IntegrationTests.World;

/// <summary>Looks up until when nothing would happen, so that a test's time can be moved there.</summary>
internal static class NextDue
{
    /// <summary>
    /// When the next thing is due in runs, reports or the journal: now for what a process left behind; null when nothing is.
    /// </summary>
    public static Task<DateTimeOffset?> AtAsync(ServerFixture server, CancellationToken ct) =>
        server
            .Get<Database>()
            .ReadAllAsync(async db =>
            {
                var runs = await db.Rows<RunRow>()
                    .Where(static row => row.NextAttemptAt != null)
                    .OrderBy(static row => row.NextAttemptAt)
                    .Select(static row => row.NextAttemptAt)
                    .FirstOrDefaultAsync(ct);
                var reports = await db.Rows<RunRow>()
                    .Where(static row => row.ReportDueAt != null)
                    .OrderBy(static row => row.ReportDueAt)
                    .Select(static row => row.ReportDueAt)
                    .FirstOrDefaultAsync(ct);
                var postings = await db.Rows<PostingRow>()
                    .Where(static row => row.State == PostingState.Waiting && row.NextAttemptAt != null)
                    .OrderBy(static row => row.NextAttemptAt)
                    .Select(static row => row.NextAttemptAt)
                    .FirstOrDefaultAsync(ct);
                var held =
                    await db.Rows<RunRow>().AnyAsync(static row => row.HeldBy != null, ct)
                    || await db.Rows<PostingRow>().AnyAsync(static row => row.State == PostingState.Sending, ct);
                return held ? server.Time.GetUtcNow() : new[] { runs, reports, postings }.Min();
            });
}
