using Ledgerbridge.Sage.Auth;
using Ledgerbridge.Sage.Http;
using Ledgerbridge.Sage.V31.Models;

namespace Ledgerbridge.Sage.V31;

/// <summary>
/// API v3.1 for one grant. Only what belongs to the person is here; everything else needs a business first (<see cref="ForBusiness"/>),
/// so that no call can leave without <c>X-Business</c> and land in the person's lead business.
/// </summary>
public sealed class SageClient
{
    private const int DetailedMax = 20;

    private readonly SageTransport _transport;
    private readonly SageOptions _options;

    /// <summary>Makes a client.</summary>
    /// <param name="http">Sends the requests; shared by all clients of a process, so that connections are reused.</param>
    /// <param name="options">Addresses, deadlines and limits.</param>
    /// <param name="budget">The allowance; one for the whole process.</param>
    /// <param name="tokens">The grant's access tokens.</param>
    /// <param name="time">The clock.</param>
    public SageClient(HttpClient http, SageOptions options, CallBudget budget, IAccessTokenSource tokens, TimeProvider time)
    {
        _transport = new SageTransport(http, options, budget, tokens, time);
        _options = options;
    }

    /// <summary>The person who granted access.</summary>
    public Task<SageAnswer<SageUser>> GetUserAsync(CancellationToken ct) =>
        _transport.SendAsync(new SageCall(HttpMethod.Get, "/user"), WireJson.Default.SageUser, ct);

    /// <summary>
    /// All businesses of the grant: one call for the list, which names them only, and one for each of the first twenty, which tells the
    /// rest. Businesses beyond those keep their names alone.
    /// </summary>
    public async Task<SageAnswer<IReadOnlyList<SageBusiness>>> ListBusinessesAsync(CancellationToken ct)
    {
        var list = await _transport.SendAsync(new SageCall(HttpMethod.Get, "/businesses"), WireJson.Default.SagePageSageBusiness, ct);
        if (!list.Succeeded(out var page, out var failure))
            return failure;
        var details = await Task.WhenAll(page.Items.Take(DetailedMax).Select(business => GetBusinessAsync(business.Id, ct)));
        var businesses = page.Items.ToArray();
        for (var i = 0; i < details.Length; i++)
        {
            if (!details[i].Succeeded(out var business, out failure))
                return failure;
            businesses[i] = business;
        }
        return businesses;
    }

    /// <summary>What a document's exchange rate counts in the books of a country.</summary>
    public ExchangeRateQuote ExchangeRateQuoteOf(string? countryCode) => _options.ExchangeRateQuoteOf(countryCode);

    /// <summary>Calls for one business.</summary>
    public SageBusinessClient ForBusiness(string businessId, CallPriority priority = CallPriority.Interactive)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(businessId);
        return new SageBusinessClient(new BusinessCalls(_transport, businessId, priority));
    }

    private Task<SageAnswer<SageBusiness>> GetBusinessAsync(string id, CancellationToken ct) =>
        _transport.SendAsync(new SageCall(HttpMethod.Get, $"/businesses/{Uri.EscapeDataString(id)}"), WireJson.Default.SageBusiness, ct);
}
