namespace Ledgerbridge.Sandbox.Api;

/// <summary>What a request is answered with. Answers from 400 up never leave anything in the books.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body, UTF-8; empty for none.</param>
internal sealed record ApiAnswer(int Status, ReadOnlyMemory<byte> Body)
{
    /// <summary>The body's media type.</summary>
    public string ContentType { get; init; } = "application/json";

    /// <summary>Seconds for a <c>Retry-After</c> header, when one is sent.</summary>
    public int? RetryAfterSeconds { get; init; }

    /// <summary>What the body lives in, to be given back once it is sent; null when it belongs to nobody else.</summary>
    public IDisposable? Rented { get; init; }

    /// <summary>Where a redirect leads.</summary>
    public string? Location { get; init; }

    /// <summary>The id of the document a write made or changed, remembered with its idempotency id.</summary>
    public string? DocumentId { get; init; }

    /// <summary>True when the read must be repeated as a write, because it leaves a trace (<c>mark_as_sent</c>).</summary>
    public bool LeavesTrace { get; init; }

    /// <summary>True when what was done stays in the books.</summary>
    public bool Succeeded => Status < 400;

    /// <summary>A success without a body.</summary>
    public static readonly ApiAnswer NoContent = new(204, ReadOnlyMemory<byte>.Empty);

    /// <summary>Not an answer: the read has to be done again where it may write.</summary>
    public static readonly ApiAnswer Again = new(200, ReadOnlyMemory<byte>.Empty) { LeavesTrace = true };
}
