using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server;
using Ledgerbridge.Server.Connections;
using Ledgerbridge.Server.Mirror;
using Ledgerbridge.Server.Overview.Internal;
using Ledgerbridge.Server.Posting.Plans;
using Ledgerbridge.Server.Runs;
using Ledgerbridge.Server.Stores;

namespace Ledgerbridge.Tests.Overview;

/// <summary>What only a person can put right, and in which words.</summary>
public sealed class NeedsTests
{
    private static readonly Id<Ids.Workspace> Workspace = Id<Ids.Workspace>.Parse($"wks_{1:D26}");
    private static readonly Id<Ids.Store> Store = Id<Ids.Store>.Parse($"sto_{1:D26}");
    private static readonly Id<Ids.Connection> Grant = Id<Ids.Connection>.Parse($"con_{1:D26}");

    private static readonly KnownState AllWell = new()
    {
        Connections = [Connection(ConnectionStatus.Active, 31)],
        Stores = [Shop(StoreStatus.Active)],
        Runs = new RunTally(5, 2, [], []),
        Copies = [new CopyStanding(BooksResource.Contacts, SyncState.Idle, DateTimeOffset.UnixEpoch, null)],
        Differing = new Dictionary<Id<Ids.Store>, int> { [Store] = 0 },
        OldDrafts = 0,
    };

    [Fact]
    public void A_good_day_needs_nobody() => Assert.Empty(Needs.Of(AllWell));

    [Theory]
    [InlineData(15, null)]
    [InlineData(14, "The connection to Sage ends in 14 days")]
    [InlineData(1, "The connection to Sage ends in 1 day")]
    [InlineData(0, "The connection to Sage ends today")]
    public void A_connection_near_its_end_is_pointed_out(int days, string? title) =>
        Assert.Equal(title, OnlyTitle(AllWell with { Connections = [Connection(ConnectionStatus.Active, days)] }));

    [Fact]
    public void The_most_pressing_comes_first()
    {
        var needs = Needs.Of(
            AllWell with
            {
                Connections = [Connection(ConnectionStatus.ReconnectNeeded, 0), Connection(ConnectionStatus.Disconnected, 0)],
                Stores = [Shop(StoreStatus.TokenRevoked)],
                Runs = new RunTally(0, 0, [new CauseTally(Store, FailureCause.TaxRateUnmapped, 12)], []),
                Copies = [new CopyStanding(BooksResource.Contacts, SyncState.Failing, null, "Sage does not answer.")],
                Differing = new Dictionary<Id<Ids.Store>, int> { [Store] = 1 },
                OldDrafts = 3,
            }
        );

        Assert.Equal(
            [
                "Sage has to be connected again",
                "shop.example.com refuses our key",
                "12 documents of shop.example.com failed",
                "1 document of shop.example.com differs in Sage",
                "Sage's records could not be read anew",
                "3 drafts are a week old or older",
            ],
            needs.Select(static need => need.Title)
        );
        Assert.Equal("tax_rate_unmapped", needs.Single(static need => need.Kind == NeedKind.RunsFailed).Cause);
    }

    [Theory]
    [InlineData(StoreStatus.Pending, 0, "shop.example.com is not paired yet")]
    [InlineData(StoreStatus.Disconnected, 0, null)]
    [InlineData(StoreStatus.Disconnected, 4, "shop.example.com is disconnected")]
    [InlineData(StoreStatus.Active, 4, null)]
    internal void A_shop_is_pointed_out_by_its_state(StoreStatus status, int open, string? title) =>
        Assert.Equal(title, OnlyTitle(AllWell with { Stores = [Shop(status, open)] }));

    [Fact]
    public void A_shop_that_does_not_answer_is_pointed_out_while_documents_wait_for_it()
    {
        var need = Assert.Single(
            Needs.Of(AllWell with { Runs = new RunTally(0, 2, [], [new CauseTally(Store, FailureCause.StoreUnavailable, 2)]) })
        );

        Assert.Equal((NeedKind.StoreUnreachable, 2), (need.Kind, need.Count));
        Assert.StartsWith("2 documents wait for it", need.Text);
    }

    /// <summary>What the one need is called; null when there is none.</summary>
    private static string? OnlyTitle(KnownState known) => Needs.Of(known).Select(static need => need.Title).SingleOrDefault();

    private static ConnectionSummary Connection(ConnectionStatus status, int daysLeft) =>
        new(Grant, Workspace, "ZA", status, "Connect again.", DateTimeOffset.UnixEpoch, daysLeft);

    private static StoreStanding Shop(StoreStatus status, int open = 0) =>
        new(
            new StoreKey(Workspace, Store),
            "https://shop.example.com",
            status,
            "",
            new BooksKey(Workspace, Grant, "business"),
            new StoreRunCounts(open, 0, null)
        );
}
