using Ledgerbridge.Server;
using Ledgerbridge.Testing;

namespace Ledgerbridge.Tests.Hosting;

/// <summary>Lists by id are lists by the order of making, even of things made in one millisecond.</summary>
public sealed class IdOrderTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Ids_of_one_millisecond_sort_in_the_order_they_were_made()
    {
        var ids = new Ids(new SandboxTime(Noon));
        string[] made = [.. Enumerable.Range(0, 10_000).Select(_ => ids.New<Ids.Run>().Text)];
        Assert.Equal(made.Order(StringComparer.Ordinal), made);
        Assert.Equal(made.Length, made.Distinct(StringComparer.Ordinal).Count());
    }
}
