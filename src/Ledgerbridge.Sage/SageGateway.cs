using System.Net;
using Ledgerbridge.Sage.Auth;
using Ledgerbridge.Sage.V31;

namespace Ledgerbridge.Sage;

/// <summary>
/// The one way out to Sage for a process: one pool of connections and one allowance, shared by every grant. Redirects are not followed,
/// so that a token is never carried to another address.
/// </summary>
public sealed class SageGateway : IDisposable
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ConnectionLife = TimeSpan.FromMinutes(5);

    private readonly HttpClient _http;
    private readonly SageOptions _options;
    private readonly TimeProvider _time;

    /// <summary>Opens the way.</summary>
    /// <param name="options">Addresses, client id and secret, limits.</param>
    /// <param name="time">The clock.</param>
    /// <param name="handler">What sends the requests; null for the network.</param>
    /// <exception cref="ArgumentOutOfRangeException">A limit or a deadline would let nothing through.</exception>
    public SageGateway(SageOptions options, TimeProvider time, HttpMessageHandler? handler = null)
    {
        if (
            options.CallsAtOnce < 1
            || options.AnswerBytesMax < 1
            || options.ReadTimeout <= TimeSpan.Zero
            || options.WriteTimeout <= TimeSpan.Zero
            || options.KeptForPeoplePercent is < 0 or > 50
        )
        {
            throw new ArgumentOutOfRangeException(
                nameof(options),
                "CallsAtOnce, AnswerBytesMax, ReadTimeout and WriteTimeout must be more than nought, and KeptForPeoplePercent at most 50, "
                    + "or nothing would ever be let through."
            );
        }
        _options = options;
        _time = time;
        _http = new HttpClient(handler ?? Network()) { Timeout = Timeout.InfiniteTimeSpan };
        Budget = new CallBudget(options, time);
        OAuth = new SageOAuth(_http, options, time);
    }

    /// <summary>The allowance of each business.</summary>
    public CallBudget Budget { get; }

    /// <summary>Signing in to Sage.</summary>
    public SageOAuth OAuth { get; }

    /// <summary>The books behind a grant, in neutral words.</summary>
    public ISageAccount Account(IAccessTokenSource tokens) => new V31Account(Client(tokens));

    /// <summary>API v3.1 itself, for those who want its own words.</summary>
    public SageClient Client(IAccessTokenSource tokens) => new(_http, _options, Budget, tokens, _time);

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private static SocketsHttpHandler Network() =>
        new()
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = ConnectTimeout,
            PooledConnectionLifetime = ConnectionLife,
            UseCookies = false,
        };
}
