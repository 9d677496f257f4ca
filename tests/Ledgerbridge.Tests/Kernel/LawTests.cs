using FsCheck.Fluent;

namespace Ledgerbridge.Tests.Kernel;

public sealed class LawTests
{
    [Fact]
    public void A_law_that_does_not_hold_is_reported_with_its_seed()
    {
        var failure = Assert.ThrowsAny<Exception>(() => Law.Holds(Gen.Choose(0, 1000), static number => number < 900));

        Assert.Contains("LEDGERBRIDGE_SEED=", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_runs_see_the_same_values()
    {
        var first = new List<long>();
        var second = new List<long>();

        Law.Holds(Any.Units, units => Noted(first, units));
        Law.Holds(Any.Units, units => Noted(second, units));

        Assert.Equal(first, second);
        Assert.True(first.Distinct().Count() > 100, "The values hardly differ.");
    }

    private static bool Noted(List<long> seen, long units)
    {
        seen.Add(units);
        return true;
    }
}
