using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox.Api;
using Ledgerbridge.Sandbox.Books;
using Ledgerbridge.Sandbox.Control;

namespace Ledgerbridge.Sandbox.Resources;

/// <summary>
/// The currency of one document: turns its amounts into the business's currency. Each part is rounded to the cent on its own and base
/// totals are sums of rounded parts, so that the ledger entries add up to the total (an assumption: Sage does not say how it rounds).
/// </summary>
internal sealed class SalesMoney
{
    private const decimal RateMin = 0.000_01m;
    private const decimal RateMax = 100_000m;
    private readonly decimal _rate;
    private readonly FxDirection _direction;

    private SalesMoney(decimal rate, FxDirection direction)
    {
        _rate = rate;
        _direction = direction;
    }

    /// <summary>Settles currency and rate of a document and writes them into it.</summary>
    /// <param name="scope">The request's scope.</param>
    /// <param name="body">The document; a rate that was sent is in it already.</param>
    /// <param name="contactCurrency">The one currency the contact trades in.</param>
    /// <param name="rateSent">Whether the request carried a rate, or its inverse.</param>
    /// <param name="otherwise">The rate of a document in a foreign currency that was sent none.</param>
    /// <param name="violations">Takes what is wrong.</param>
    public static SalesMoney Settle(
        Scope scope,
        JsonObject body,
        string contactCurrency,
        (bool Rate, bool Inverse) rateSent,
        Func<decimal> otherwise,
        Violations violations
    )
    {
        body["currency"] ??= StaticLists.Link("currencies", contactCurrency);
        var currency = body.LinkId("currency")!;
        var home = scope.Business.Currency;
        if (currency != contactCurrency)
            violations.Add("currency_id", "must be the currency of the contact");
        else if (currency != home && !scope.Shelf.MultiCurrency)
            violations.Add("currency_id", "must be the currency of the business, because multi-currency is not enabled");
        var direction = scope.Settings.FxDirection;
        var rate = 1m;
        if (currency != home)
        {
            var sent = rateSent switch
            {
                (true, _) => body.Amount("exchange_rate"),
                (false, true) => Inverse(body.Amount("inverse_exchange_rate")),
                _ => 0m,
            };
            if (rateSent is not (false, false) && sent <= 0m)
                violations.Add("exchange_rate", "must be greater than 0");
            else if (rateSent is not (false, false) && sent is < RateMin or > RateMax)
                violations.Add("exchange_rate", "is invalid");
            else
                rate = rateSent is not (false, false) ? sent : otherwise();
        }
        body["exchange_rate"] = Amounts.Text(rate);
        if (body.ContainsKey("inverse_exchange_rate"))
            body["inverse_exchange_rate"] = Amounts.Text(Inverse(rate));
        return new SalesMoney(rate, direction);
    }

    /// <summary>An amount of the document in the business's currency, to the cent.</summary>
    public decimal Home(decimal amount) => Amounts.Cents(_direction == FxDirection.ForeignPerBase ? amount / _rate : amount * _rate);

    private static decimal Inverse(decimal rate) => rate == 0m ? 0m : Amounts.Rate(1m / rate);
}
