using System.Collections.Concurrent;

namespace Ledgerbridge.Testing;

/// <summary>
/// Put in front of a client's HTTP handler, it holds every call to the API and every answer against Sage's description and remembers what
/// deviates. Without a description it lets everything through.
/// </summary>
public sealed class SageDescriptionHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private const string Version = "/v3.1";
    private readonly ConcurrentQueue<string> _deviations = new();
    private readonly ConcurrentDictionary<string, byte> _kinds = new(StringComparer.Ordinal);

    /// <summary>What deviated so far; empty is good.</summary>
    public IReadOnlyCollection<string> Deviations => _deviations;

    /// <summary>The kinds of calls seen, such as <c>POST /sales_invoices</c>.</summary>
    public IEnumerable<string> Kinds => _kinds.Keys.Order(StringComparer.Ordinal);

    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var address = request.RequestUri!.PathAndQuery;
        if (SageDescription.Current is not { } description || !address.StartsWith(Version + "/", StringComparison.Ordinal))
            return await base.SendAsync(request, cancellationToken);
        var path = address[Version.Length..];
        var sent = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        _kinds.TryAdd($"{request.Method} /{path.Split('/', '?')[1]}", 0);
        Note(request.Method, path, "request", description.CheckRequest(request.Method.Method, path, sent));
        var answer = await base.SendAsync(request, cancellationToken);
        if (answer.Content.Headers.ContentType?.MediaType == "application/json")
        {
            await answer.Content.LoadIntoBufferAsync(cancellationToken);
            var body = await answer.Content.ReadAsStringAsync(cancellationToken);
            Note(request.Method, path, "answer", description.CheckAnswer(request.Method.Method, path, (int)answer.StatusCode, body));
        }
        return answer;
    }

    private void Note(HttpMethod method, string path, string side, IReadOnlyList<string> wrong)
    {
        foreach (var one in wrong)
            _deviations.Enqueue($"{method} {path}, {side}: {one}");
    }
}
