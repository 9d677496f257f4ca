using FsCheck;
using FsCheck.Fluent;
using Ledgerbridge.Kernel;

namespace Ledgerbridge.Tests.Kernel;

/// <summary>The values that the kernel's laws are checked with.</summary>
internal static class Any
{
    private const int Million = 1_000_000;

    /// <summary>Smallest units of an amount: mostly everyday ones, some up to a million million.</summary>
    public static Gen<long> Units { get; } =
        Gen.OneOf(
            Gen.Choose(-200, 200).Select(static units => (long)units),
            Gen.Choose(-Million, Million).Select(static units => (long)units),
            from high in Gen.Choose(-Million, Million)
            from low in Gen.Choose(0, Million - 1)
            select ((long)high * Million) + low
        );

    /// <summary>Amounts in a currency of each exponent: 2, 0, 3 and 4.</summary>
    public static Gen<Money> Amount { get; } =
        from code in Gen.Elements("ZAR", "JPY", "KWD", "CLF")
        from units in Units
        select Money.FromMinorUnits(units, Currency.Parse(code));

    /// <summary>Decimals with up to six places.</summary>
    public static Gen<decimal> Factor { get; } =
        from units in Units
        from places in Gen.Choose(0, 6)
        select new decimal((int)(Math.Abs(units) % int.MaxValue), 0, 0, units < 0, (byte)places);

    /// <summary>Taxed rates from 0.5 to 30 % in half per cents, the South African ones more often.</summary>
    public static Gen<VatRate> TaxedRate { get; } =
        Gen.OneOf(Gen.Elements(15m, 14m, 15.5m), Gen.Choose(1, 60).Select(static halves => halves / 2m)).Select(VatRate.Standard);

    /// <summary>Any rate, those that charge nothing among them.</summary>
    public static Gen<VatRate> Rate { get; } = Gen.OneOf(TaxedRate, Gen.Elements(VatRate.ZeroRated, VatRate.Exempt, VatRate.OutOfScope));

    /// <summary>One to eight weights of which at least one is above zero.</summary>
    public static Gen<decimal[]> Weights { get; } =
        Gen.Choose(1, 8)
            .SelectMany(static count => Gen.ArrayOf(Gen.OneOf(Small, Fine), count))
            .Where(static weights => weights.Any(static weight => weight > 0m));

    /// <summary>Lines of one sales document in rand, at prices of up to four decimals.</summary>
    public static Gen<LineToPrice[]> Lines { get; } =
        (
            from quantity in Gen.Choose(1, 10_000)
            from price in Gen.Choose(0, Million)
            from rate in Rate
            select new LineToPrice(quantity / 10m, new ExactAmount(price / 10_000m, Currency.ZAR), rate)
        )
            .ArrayOf()
            .Where(static lines => lines.Length <= 100);

    private static Gen<decimal> Small => Gen.Choose(0, 12).Select(static weight => (decimal)weight);

    private static Gen<decimal> Fine => Gen.Choose(0, Million).Select(static weight => weight / 1000m);
}
