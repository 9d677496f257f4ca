using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace Ledgerbridge.Tests.Kernel;

/// <summary>
/// Checks that a law holds for any value. The values come from one seed, so that every run sees the same ones; the environment variable
/// <c>LEDGERBRIDGE_SEED</c> (a whole number) names another seed, to look further or to see again what a run with it reported.
/// </summary>
internal static class Law
{
    private const ulong UsualSeed = 4220122222;
    private const int Cases = 300;

    /// <summary>Throws, with the smallest value found and the seed, when the law does not hold.</summary>
    public static void Holds<T>(Gen<T> any, Func<T, bool> law) => Holds(any.ToArbitrary(), law);

    /// <summary>Throws, with the smallest value found and the seed, when the law does not hold.</summary>
    public static void Holds<T>(Arbitrary<T> any, Func<T, bool> law) => Check.One(Setting(), Prop.ForAll(any, law));

    private static Config Setting()
    {
        var seed = ulong.TryParse(Environment.GetEnvironmentVariable("LEDGERBRIDGE_SEED"), out var named) ? named : UsualSeed;
        return Config
            .QuickThrowOnFailure.WithQuietOnSuccess(true)
            .WithName($"LEDGERBRIDGE_SEED={seed}")
            .WithMaxTest(Cases)
            .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(seed), FSharpOption<int>.None)));
    }
}
