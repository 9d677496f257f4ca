using System.Net;
using Ledgerbridge.Server.Hosting;
using Ledgerbridge.Server.Runs;
using Ledgerbridge.Server.Stores;

namespace Ledgerbridge.Tests.Stores;

/// <summary>Where a shop can be, and the moves of shops and runs.</summary>
public sealed class ChannelRuleTests
{
    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("172.32.0.1")]
    [InlineData("100.128.0.1")]
    [InlineData("2a00:1450:4001:830::200e")]
    [InlineData("::ffff:8.8.8.8")]
    public void A_shop_may_be_on_the_internet(string address) => Assert.True(new TargetGuard(false).Allows(IPAddress.Parse(address)));

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.0.9")]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("192.0.0.8")]
    [InlineData("198.18.0.1")]
    [InlineData("203.0.113.7")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::1")]
    [InlineData("::")]
    [InlineData("fe80::1")]
    [InlineData("fc00::1")]
    [InlineData("fd12:3456::1")]
    [InlineData("ff02::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2001::1")]
    [InlineData("2001:db8::1")]
    public void A_shop_may_not_be_inside_unless_the_operator_allows_it(string address)
    {
        Assert.False(new TargetGuard(false).Allows(IPAddress.Parse(address)));
        Assert.True(new TargetGuard(true).Allows(IPAddress.Parse(address)));
    }

    [Fact]
    public void Every_move_of_a_shop_is_in_the_table_or_throws()
    {
        foreach (var from in Enum.GetValues<StoreStatus>())
        {
            foreach (var to in Enum.GetValues<StoreStatus>())
            {
                if (StoreMoves.Table[from].Contains(to))
                    Assert.Equal(to, from.To(to));
                else
                    Assert.Throws<InvalidOperationException>(() => from.To(to));
            }
        }
    }

    [Fact]
    public void Every_move_of_a_run_is_in_the_table_or_throws_and_ends_are_left_by_people_only()
    {
        foreach (var from in Enum.GetValues<RunState>())
        {
            foreach (var to in Enum.GetValues<RunState>())
            {
                if (RunMoves.Table[from].Contains(to))
                    Assert.Equal(to, from.To(to));
                else
                    Assert.Throws<InvalidOperationException>(() => from.To(to));
            }
            Assert.False(from.IsEnd() && RunMoves.Table[from].Contains(RunState.Running));
        }
    }
}
