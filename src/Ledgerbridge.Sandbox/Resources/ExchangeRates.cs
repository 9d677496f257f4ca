using Ledgerbridge.Sandbox.Api;
using Ledgerbridge.Sandbox.Books;
using Ledgerbridge.Sandbox.Control;

namespace Ledgerbridge.Sandbox.Resources;

/// <summary>Made-up but plausible exchange rates that never move: what a document gets when no rate is sent.</summary>
internal static class ExchangeRates
{
    /// <summary>Units of each currency for one US dollar.</summary>
    private static readonly Dictionary<string, decimal> PerDollar = new(StringComparer.Ordinal)
    {
        ["USD"] = 1m,
        ["ZAR"] = 17.95m,
        ["GBP"] = 0.7712m,
        ["EUR"] = 0.9134m,
        ["CAD"] = 1.3788m,
        ["AUD"] = 1.5102m,
        ["NZD"] = 1.6640m,
        ["CHF"] = 0.8611m,
        ["DKK"] = 6.8155m,
        ["NOK"] = 10.4210m,
        ["SEK"] = 10.3305m,
        ["PLN"] = 3.9021m,
        ["JPY"] = 148.2300m,
        ["KES"] = 129.1000m,
        ["BWP"] = 13.5200m,
        ["NAD"] = 17.9500m,
    };

    /// <summary>The currencies there are rates for.</summary>
    public static IEnumerable<string> Currencies => PerDollar.Keys;

    /// <summary>Foreign units for one unit of the home currency, to ten decimals.</summary>
    public static decimal ForeignPerBase(string home, string foreign) =>
        Amounts.Rate(PerDollar.GetValueOrDefault(foreign, 1m) / PerDollar.GetValueOrDefault(home, 1m));

    /// <summary>
    /// Foreign units for one unit of the business's currency, and the other way round: the business's own rates when it has set them, else
    /// the listed ones.
    /// </summary>
    public static (decimal Rate, decimal Inverse) Pair(Scope scope, string foreign)
    {
        if (scope.Documents.Find(ItemShapes.BusinessRates, foreign) is { } own)
            return (own.Body.Amount("rate"), own.Body.Amount("inverse_rate"));
        var home = scope.Business.Currency;
        return (ForeignPerBase(home, foreign), ForeignPerBase(foreign, home));
    }

    /// <summary>The rate in the direction documents use.</summary>
    public static decimal Of(Scope scope, string foreign)
    {
        var (rate, inverse) = Pair(scope, foreign);
        return scope.Settings.FxDirection == FxDirection.ForeignPerBase ? rate : inverse;
    }
}
