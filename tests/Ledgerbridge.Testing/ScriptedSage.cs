using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Ledgerbridge.Sage;

namespace Ledgerbridge.Testing;

/// <summary>A request as it left the library.</summary>
/// <param name="Method">The verb.</param>
/// <param name="Address">The whole address.</param>
/// <param name="Body">The body; null for none.</param>
/// <param name="Headers">All headers, those of the body too, joined by commas.</param>
public sealed record SentToSage(string Method, Uri Address, string? Body, IReadOnlyDictionary<string, string> Headers);

/// <summary>
/// Sage as a list of answers that a test has written down, one for each call in order. A call too many throws something the library does
/// not know, so that the test fails.
/// </summary>
public sealed class ScriptedSage : HttpMessageHandler
{
    private readonly ConcurrentQueue<Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>> _answers = new();
    private readonly ConcurrentQueue<SentToSage> _sent = new();

    /// <summary>What was sent so far.</summary>
    public IReadOnlyCollection<SentToSage> Sent => _sent;

    /// <summary>The next call is answered so.</summary>
    public ScriptedSage Then(HttpStatusCode status, string body, params (string Name, string Value)[] headers) =>
        Then((_, _) => Task.FromResult(Answer(status, body, headers)));

    /// <summary>The next call is answered 200 so.</summary>
    public ScriptedSage Then(string body) => Then(HttpStatusCode.OK, body);

    /// <summary>The next call ends like this.</summary>
    public ScriptedSage ThenFails(Exception failure) => Then((_, _) => Task.FromException<HttpResponseMessage>(failure));

    /// <summary>The next call is never answered; it ends when the library gives up.</summary>
    public ScriptedSage ThenSilence() =>
        Then(
            static async (_, ct) =>
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, ct);
                throw new InvalidOperationException("Endless time has passed.");
            }
        );

    /// <summary>The next call is answered by the test.</summary>
    public ScriptedSage Then(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer)
    {
        _answers.Enqueue(answer);
        return this;
    }

    /// <summary>An answer of JSON.</summary>
    public static HttpResponseMessage Answer(HttpStatusCode status, string body, params (string Name, string Value)[] headers)
    {
        var answer = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in headers)
            answer.Headers.TryAddWithoutValidation(name, value);
        return answer;
    }

    /// <summary>The library before this Sage, with that clock.</summary>
    public SageGateway Gateway(TimeProvider time, Action<SageOptions>? change = null)
    {
        var options = new SageOptions
        {
            ClientId = "client/id",
            ClientSecret = "the client's own secret",
            AuthorizeUrl = new Uri("http://sage.test/oauth2/auth/central"),
            TokenUrl = new Uri("http://sage.test/token"),
            RevokeUrl = new Uri("http://sage.test/revoke"),
            ApiUrl = new Uri("http://sage.test/v3.1"),
        };
        change?.Invoke(options);
        return new SageGateway(options, time, this);
    }

    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(CancellationToken.None);
        var headers = request
            .Headers.Concat(request.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>())
            .ToDictionary(static header => header.Key, static header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        _sent.Enqueue(new SentToSage(request.Method.Method, request.RequestUri!, body, headers));
        return _answers.TryDequeue(out var answer)
            ? await answer(request, cancellationToken)
            : throw new InvalidOperationException($"Nobody expected {request.Method} {request.RequestUri}.");
    }
}
