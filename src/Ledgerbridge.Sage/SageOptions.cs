namespace Ledgerbridge.Sage;

/// <summary>Where Sage is and how this application calls it. The defaults are Sage's own addresses; the sandbox has others.</summary>
public sealed class SageOptions
{
    /// <summary>The client id from Sage's developer portal. May contain a slash.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>The client secret from Sage's developer portal.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>The page a person is sent to in order to allow the connection.</summary>
    public Uri AuthorizeUrl { get; set; } = new("https://www.sageone.com/oauth2/auth/central");

    /// <summary>Where codes and refresh tokens are exchanged.</summary>
    public Uri TokenUrl { get; set; } = new("https://oauth.accounting.sage.com/token");

    /// <summary>Where a refresh token is revoked.</summary>
    public Uri RevokeUrl { get; set; } = new("https://oauth.accounting.sage.com/revoke");

    /// <summary>The root of the API, with the version and without a trailing slash.</summary>
    public Uri ApiUrl { get; set; } = new("https://api.accounting.sage.com/v3.1");

    /// <summary>How long one read may take before it counts as lost. Default 30 s.</summary>
    public TimeSpan ReadTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long one write may take before its outcome counts as unknown. Default 60 s.</summary>
    public TimeSpan WriteTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>The largest answer that is read, in bytes. Default 32 MiB.</summary>
    public int AnswerBytesMax { get; set; } = 32 * 1024 * 1024;

    /// <summary>
    /// Calls a minute for one business, 0 for no limit. Default 100: the strictest of the figures in circulation, so that all of them are
    /// satisfied.
    /// </summary>
    public int CallsPerMinute { get; set; } = 100;

    /// <summary>Calls a day (UTC) for one business, 0 for no limit. Default 2 500, the strictest figure in circulation.</summary>
    public int CallsPerDay { get; set; } = 2500;

    /// <summary>
    /// Of the calls of a day, so many are left to people and postings by whatever keeps copies in step; at most half of the day counts.
    /// Default 500.
    /// </summary>
    public int CallsPerDayNotForSync { get; set; } = 500;

    /// <summary>Calls at the same time for one business, at least 1. Default 10.</summary>
    public int CallsAtOnce { get; set; } = 10;

    /// <summary>
    /// The part of a business's allowance that only calls for which a person waits may use, in percent from 0 to 50. Default 2: without it
    /// a thousand documents on their way would leave a person who presses a button waiting for up to a minute.
    /// </summary>
    public int KeptForPeoplePercent { get; set; } = 2;

    /// <summary>How long a document's call waits for the allowance before it is put off. Default 90 s: more than a window.</summary>
    public TimeSpan PostingPatience { get; set; } = TimeSpan.FromSeconds(90);

    /// <summary>How long a person's call waits for the allowance before it fails. Default 5 s.</summary>
    public TimeSpan InteractivePatience { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long a call for a copy waits for the allowance before it gives up, to be made again later. Default 90 s, longer than any pause
    /// within the minute.
    /// </summary>
    public TimeSpan SyncPatience { get; set; } = TimeSpan.FromSeconds(90);

    /// <summary>
    /// What a document's exchange rate counts, by country code in capitals, where experience differs from what <see cref="SageRegions"/>
    /// says. Default: nothing.
    /// </summary>
    public IDictionary<string, ExchangeRateQuote> ExchangeRateQuotes { get; } =
        new Dictionary<string, ExchangeRateQuote>(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// What a document's exchange rate counts in the books of a country; foreign per base where the country is not known.
    /// </summary>
    public ExchangeRateQuote ExchangeRateQuoteOf(string? countryCode) =>
        countryCode is not null && ExchangeRateQuotes.TryGetValue(countryCode, out var quote)
            ? quote
            : SageRegions.Find(countryCode)?.ExchangeRateQuote ?? ExchangeRateQuote.ForeignPerBase;
}
