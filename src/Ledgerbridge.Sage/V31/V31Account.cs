namespace Ledgerbridge.Sage.V31;

/// <summary>API v3.1 behind the neutral face: one grant.</summary>
public sealed class V31Account(SageClient client) : ISageAccount
{
    /// <inheritdoc />
    public async Task<SageAnswer<IReadOnlyList<BooksBusiness>>> ListBusinessesAsync(CancellationToken ct) =>
        (await client.ListBusinessesAsync(ct)).Map(static businesses =>
            (IReadOnlyList<BooksBusiness>)[.. businesses.Select(V31Translation.ToBusiness)]
        );

    /// <inheritdoc />
    public IBooks Open(string businessId, CallPriority priority, string? countryCode = null) =>
        new V31Books(client.ForBusiness(businessId, priority), client.ExchangeRateQuoteOf(countryCode));
}
