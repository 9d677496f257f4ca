using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Text;
using Ledgerbridge.Server.Hosting;
using Microsoft.Extensions.Options;

namespace Ledgerbridge.Server.Alerts.Internal;

/// <summary>
/// Sends messages to webhooks. Their addresses come from people, so: no redirects, no proxy that would resolve names for us, no addresses
/// the guard forbids, and never longer than the options allow. Of the answer only the status is looked at.
/// </summary>
internal sealed class WebhookClient : IDisposable
{
    /// <summary>The header that names the message.</summary>
    public const string IdHeader = "Ledgerbridge-Delivery";

    /// <summary>The header that proves where it comes from.</summary>
    public const string SignatureHeader = "Ledgerbridge-Signature";

    private static readonly TimeSpan ConnectMax = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ConnectionLife = TimeSpan.FromMinutes(2);

    private readonly HttpClient _http;
    private readonly WebhookSecrets _secrets;
    private readonly AlertsOptions _options;
    private readonly TimeProvider _time;

    public WebhookClient(WebhookSecrets secrets, IOptions<AlertsOptions> options, TimeProvider time)
    {
        (_secrets, _options, _time) = (secrets, options.Value, time);
        _http = new HttpClient(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                UseProxy = false,
                ConnectTimeout = ConnectMax,
                PooledConnectionLifetime = ConnectionLife,
                ConnectCallback = new TargetGuard(_options.AllowPrivateTargets).ConnectAsync,
            }
        )
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("Ledgerbridge", "1"));
    }

    /// <summary>Sends one message to the webhook of the settings, signed with their secret.</summary>
    public async Task<SendOutcome> SendAsync(AlertSettingsRow settings, AlertDeliveryId id, string body, CancellationToken ct)
    {
        using var deadline = new CancellationTokenSource(_options.Timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, deadline.Token);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, settings.WebhookUrl);
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            request.Headers.Add(IdHeader, id.Text);
            request.Headers.Add(SignatureHeader, _secrets.Sign(settings, body));
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return Answered(response.StatusCode);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new SendOutcome(SendKind.NobodyThere, "The webhook did not answer in time.");
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or CryptographicException)
        {
            return Broke(failure);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private static SendOutcome Answered(HttpStatusCode status) =>
        (int)status switch
        {
            >= 200 and < 300 => new SendOutcome(SendKind.Taken, $"The webhook took it (HTTP {(int)status})."),
            >= 300 and < 400 => new SendOutcome(
                SendKind.NotNow,
                $"The webhook sends us on to another address (HTTP {(int)status}), which is not followed. Set the address it means."
            ),
            410 => new SendOutcome(SendKind.Never, "The webhook says that it is gone for good (HTTP 410)."),
            _ => new SendOutcome(SendKind.NotNow, $"The webhook did not take it: it answered HTTP {(int)status} ({status})."),
        };

    private static SendOutcome Broke(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            var sentence = cause switch
            {
                ForbiddenTargetException =>
                    "The webhook's address leads into a private network, where this server may not go. Whoever runs it can allow that with "
                        + $"{AlertsOptions.Section}:AllowPrivateTargets.",
                CryptographicException => "The webhook's secret cannot be read, because the key that sealed it is gone. Make a new secret.",
                AuthenticationException => "The webhook's certificate is not valid for its address, so nothing was sent.",
                SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } =>
                    "The webhook's address is not known to the network: it may be mistyped.",
                _ => null,
            };
            if (sentence is not null)
                return new SendOutcome(SendKind.NobodyThere, sentence);
        }
        return new SendOutcome(SendKind.NobodyThere, "Nobody answers at the webhook's address, or the line broke.");
    }
}
