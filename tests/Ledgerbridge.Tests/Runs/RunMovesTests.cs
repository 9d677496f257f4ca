using Ledgerbridge.Server.Runs;
using Ledgerbridge.Server.Runs.Internal;
using Ledgerbridge.Server.Stores.Documents;

namespace Ledgerbridge.Tests.Runs;

/// <summary>The table of moves against what people and lanes do.</summary>
public sealed class RunMovesTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    private static IEnumerable<RunRow> Runs => Enum.GetValues<RunState>().Select(RunIn);

    [Fact]
    public void What_may_be_taken_back_may_become_skipped()
    {
        foreach (var run in Runs.Where(RunUndoing.CanUndo))
        {
            run.MoveTo(RunState.Skipped, Noon);
            Assert.Equal(RunState.Skipped, run.State);
        }
    }

    [Fact]
    public void What_may_be_retried_may_be_queued_and_no_longer_tells_of_its_former_end()
    {
        foreach (var run in Runs.Where(RunOperations.CanRetry))
        {
            run.MoveTo(RunState.Queued, Noon);
            Assert.Null(run.ReportDueAt);
            Assert.Null(run.FinishedAt);
        }
    }

    [Fact]
    public void Something_may_be_taken_back_and_something_retried() =>
        Assert.Equal((2, 3), (Runs.Count(RunUndoing.CanUndo), Runs.Count(RunOperations.CanRetry)));

    [Fact]
    public void A_move_that_is_not_in_the_table_throws() =>
        Assert.Throws<InvalidOperationException>(static () => RunIn(RunState.Synced).MoveTo(RunState.Failed, Noon));

    private static RunRow RunIn(RunState state) =>
        new()
        {
            State = state,
            Event = EventName.InvoiceCreated,
            EntityType = StoreEntity.Invoice,
            OutcomeId = "abc",
            FinishedAt = Noon,
            ReportDueAt = Noon,
        };
}
