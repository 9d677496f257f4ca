using Ledgerbridge.Kernel;
using Ledgerbridge.Server.Stores.Policies;

namespace Ledgerbridge.Server.Posting.Plans.Internal;

/// <summary>A document's currency and what one unit of it is worth.</summary>
/// <param name="Currency">The document's currency.</param>
/// <param name="Books">The currency of the books.</param>
/// <param name="Rate">Base currency for one unit, ten decimals at most; null in the base currency.</param>
internal sealed record ExchangeTerms(Currency Currency, Currency Books, decimal? Rate)
{
    /// <summary>What an amount is worth in the books.</summary>
    public Money ToBooks(Money amount) => new ExactAmount(amount.Amount * (Rate ?? 1m), Books).Round(Rounding.HalfAwayFromZero);
}

/// <summary>
/// Finds the exchange rate. The shop's rate says how much order currency one unit of the website's base currency buys (its own comments
/// have it the other way round), with four decimals; the books want base currency for one unit, so it is turned over.
/// </summary>
internal static class Exchange
{
    private const int Places = 10;

    /// <summary>A rate of fewer significant digits is worth telling: 0.0432 is up to 0.12 % off.</summary>
    private const decimal CoarseBelow = 0.1m;

    /// <summary>The terms; false with the plan's end when the document cannot be posted in its currency.</summary>
    public static bool TryTerms(
        string currencyCode,
        int websiteId,
        decimal? storeRate,
        PlanFacts facts,
        Notes notes,
        out ExchangeTerms terms,
        out Plan? end
    )
    {
        var card = facts.Policy.Currency;
        var books = facts.Books.Currency;
        var currency = Currency.Parse(currencyCode);
        terms = new ExchangeTerms(currency, books, null);
        end = null;
        if (currency == books)
            return true;
        end = Refusal(currency, card, facts, notes);
        if (end is not null)
            return false;
        var fixedRate = card.Rates.FirstOrDefault(rate => rate.Currency == currency.Code)?.Rate;
        if (card.RateSource == RateSource.Table || !IsStoreRateUsable(currency, websiteId, storeRate, card, books))
            return TryFixed(fixedRate, currency, websiteId, storeRate, card, books, notes, ref terms, out end);
        var rate = Rounding.HalfAwayFromZero.Apply(1m / storeRate!.Value, Places);
        notes.Add(
            "Exchange rate",
            $"The shop says {Say.Number(storeRate.Value)} {currency} for 1 {books}, so 1 {currency} is {Say.Number(rate)} {books}."
                + (storeRate < CoarseBelow ? " The shop's rate has few digits; a rate of your own in the settings is more exact." : "")
        );
        terms = terms with { Rate = rate };
        return true;
    }

    /// <summary>The currency a website's base amounts are in.</summary>
    public static string BaseOf(int websiteId, CurrencyCard card, Currency books) =>
        card.WebsiteCurrencies.FirstOrDefault(row => row.WebsiteId == websiteId)?.Currency ?? books.Code;

    private static Plan? Refusal(Currency currency, CurrencyCard card, PlanFacts facts, Notes notes)
    {
        var accepted = card.Accepted.Count == 0 || card.Accepted.Contains(currency.Code);
        if (accepted && card.OtherCurrencies == OtherCurrencies.Post)
        {
            return facts.Books.Capabilities.MultiCurrency
                ? null
                : notes.Fail(
                    FailureCause.CurrencyNotSupported,
                    $"The document is in {currency}, and these books hold {facts.Books.Currency} only."
                );
        }
        return card.OtherCurrencies == OtherCurrencies.Skip
            ? notes.Skip(SkipReason.Currency, $"The document is in {currency}, and the store's settings leave that out.")
            : notes.Fail(FailureCause.CurrencyNotAccepted, $"The store's settings do not accept documents in {currency}.");
    }

    private static bool IsStoreRateUsable(Currency currency, int websiteId, decimal? storeRate, CurrencyCard card, Currency books) =>
        storeRate is > 0m && BaseOf(websiteId, card, books) == books.Code && (storeRate != 1m || card.AtPar.Contains(currency.Code));

    private static bool TryFixed(
        decimal? fixedRate,
        Currency currency,
        int websiteId,
        decimal? storeRate,
        CurrencyCard card,
        Currency books,
        Notes notes,
        ref ExchangeTerms terms,
        out Plan? end
    )
    {
        end = null;
        if (fixedRate is { } rate)
        {
            notes.Add("Exchange rate", $"1 {currency} is {Say.Number(rate)} {books}, from the store's settings.");
            terms = terms with { Rate = Rounding.HalfAwayFromZero.Apply(rate, Places) };
            return true;
        }
        var home = BaseOf(websiteId, card, books);
        end =
            home != books.Code || card.RateSource == RateSource.Table || storeRate is null
                ? notes.Fail(
                    FailureCause.ExchangeRateMissing,
                    home != books.Code
                        ? $"Website {websiteId} counts in {home}, so its rate says nothing about {books}, "
                            + $"and the settings name no rate for {currency}."
                        : $"The document is in {currency} and comes without a rate to {books}, and the settings name none."
                )
                : notes.Fail(
                    FailureCause.ExchangeRateDoubtful,
                    $"The shop says 1 {currency} is 1 {books}. Either website {websiteId} counts in {currency}, or the two are at par."
                );
        return false;
    }
}
