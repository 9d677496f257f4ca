using System.Collections.Concurrent;

namespace Ledgerbridge.Sandbox.Control;

/// <summary>One call as the log keeps it. It never holds the Authorization header, and never the bodies of the token endpoints.</summary>
internal sealed record RequestRecord
{
    /// <summary>Counts up from the start.</summary>
    public long Number { get; init; }

    /// <summary>When it came, by the sandbox's clock.</summary>
    public required string At { get; init; }
    public required string Method { get; init; }
    public required string Path { get; init; }

    /// <summary>The query with its question mark; empty for none.</summary>
    public required string Query { get; init; }

    /// <summary>The business it worked in, or null.</summary>
    public string? Business { get; init; }

    /// <summary>The status answered; null when the connection was cut.</summary>
    public int? Status { get; init; }

    /// <summary>The answer's <c>x_request_id</c>.</summary>
    public required string RequestId { get; init; }

    /// <summary>The id of the fault that hit it, or null.</summary>
    public int? Fault { get; init; }

    /// <summary>The idempotency id it carried, or null.</summary>
    public string? IdempotencyId { get; init; }

    /// <summary>True when the answer was replayed for its idempotency id.</summary>
    public bool Replayed { get; init; }

    /// <summary>The request's body; only while bodies are logged.</summary>
    public string? Body { get; init; }

    /// <summary>The answer's body; only while bodies are logged.</summary>
    public string? Answer { get; init; }
}

/// <summary>How many calls of one kind there were.</summary>
/// <param name="Method">The method.</param>
/// <param name="Route">The path with ids replaced by <c>{key}</c>.</param>
/// <param name="Count">How many.</param>
internal sealed record RequestCount(string Method, string Route, long Count);

/// <summary>The last calls and counters of all, in memory.</summary>
internal sealed class RequestLog
{
    private sealed class Tally
    {
        public long Count;
    }

    private readonly ConcurrentQueue<RequestRecord> _records = new();
    private readonly ConcurrentDictionary<(string Method, string Route), Tally> _tallies = new();
    private long _number;

    /// <summary>The calls kept, oldest first.</summary>
    public IReadOnlyList<RequestRecord> Records => [.. _records];

    /// <summary>The counters, by route.</summary>
    public IReadOnlyList<RequestCount> Counts =>
        [
            .. _tallies
                .Select(static tally => new RequestCount(tally.Key.Method, tally.Key.Route, Interlocked.Read(ref tally.Value.Count)))
                .OrderBy(static count => count.Route, StringComparer.Ordinal)
                .ThenBy(static count => count.Method, StringComparer.Ordinal),
        ];

    /// <summary>Adds a finished call and drops the oldest beyond what is kept.</summary>
    public void Add(RequestRecord record, int kept)
    {
        Interlocked.Increment(ref _tallies.GetOrAdd((record.Method, Route(record.Path)), static _ => new Tally()).Count);
        _records.Enqueue(record with { Number = Interlocked.Increment(ref _number) });
        while (_records.Count > kept && _records.TryDequeue(out _)) { }
    }

    /// <summary>Forgets calls and counters.</summary>
    public void Clear()
    {
        _records.Clear();
        _tallies.Clear();
    }

    /// <summary>The path with the key in third place replaced: <c>/v3.1/contacts/{key}</c>.</summary>
    public static string Route(string path)
    {
        if (!path.StartsWith("/v3.1/", StringComparison.Ordinal))
            return path;
        var collectionEnd = path.IndexOf('/', "/v3.1/".Length);
        if (collectionEnd < 0)
            return path;
        var keyEnd = path.IndexOf('/', collectionEnd + 1);
        return string.Concat(path.AsSpan(0, collectionEnd), "/{key}", keyEnd < 0 ? "" : path.AsSpan(keyEnd));
    }
}
