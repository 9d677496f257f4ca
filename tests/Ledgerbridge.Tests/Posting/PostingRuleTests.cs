using Ledgerbridge.Server.Posting;

namespace Ledgerbridge.Tests.Posting;

public sealed class PostingRuleTests
{
    [Fact]
    public void Every_pair_of_states_is_either_a_legal_move_or_throws()
    {
        foreach (var from in Enum.GetValues<PostingState>())
        {
            foreach (var to in Enum.GetValues<PostingState>())
            {
                if (PostingMoves.Table[from].Contains(to))
                    Assert.Equal(to, from.To(to));
                else
                    Assert.Throws<InvalidOperationException>(() => from.To(to));
            }
        }
    }

    [Fact]
    public void Every_state_has_its_row_and_every_state_that_is_not_final_leads_to_one_that_is()
    {
        foreach (var state in Enum.GetValues<PostingState>())
            Assert.True(PostingMoves.Table.ContainsKey(state));
        foreach (var open in Enum.GetValues<PostingState>().Where(static state => !state.IsFinal()))
            Assert.Contains(Reachable(open), static state => state.IsFinal());
    }

    [Fact]
    public void Nothing_leaves_a_final_state()
    {
        Assert.Equal(
            [PostingState.Posted, PostingState.Refused, PostingState.Differs],
            Enum.GetValues<PostingState>().Where(PostingMoves.IsFinal)
        );
    }

    [Fact]
    public void The_waits_grow_and_end()
    {
        for (var i = 1; i < RetrySchedule.Waits.Count; i++)
            Assert.True(RetrySchedule.Waits[i] > RetrySchedule.Waits[i - 1]);
        Assert.NotNull(RetrySchedule.After(RetrySchedule.Waits.Count, asked: null));
        Assert.Null(RetrySchedule.After(RetrySchedule.Waits.Count + 1, asked: null));
    }

    [Fact]
    public void The_whole_schedule_ends_well_before_Sage_forgets_an_idempotency_id()
    {
        Assert.True(RetrySchedule.Waits.Aggregate(static (a, b) => a + b) < TimeSpan.FromDays(7));
    }

    [Theory]
    [InlineData(1, null, 1)]
    [InlineData(1, 7, 7)]
    [InlineData(3, 7, 10)]
    public void What_Sage_asks_for_is_waited_at_least(int attempts, int? askedSeconds, int waitSeconds)
    {
        var asked = askedSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : (TimeSpan?)null;
        Assert.Equal(TimeSpan.FromSeconds(waitSeconds), RetrySchedule.After(attempts, asked));
    }

    private static HashSet<PostingState> Reachable(PostingState from)
    {
        var reached = new HashSet<PostingState>();
        var open = new Queue<PostingState>([from]);
        while (open.TryDequeue(out var state))
        {
            foreach (var next in PostingMoves.Table[state].Where(reached.Add))
                open.Enqueue(next);
        }
        return reached;
    }
}
