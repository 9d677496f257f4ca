using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Ledgerbridge.Sandbox.Faults;

/// <summary>What goes wrong, and when.</summary>
internal enum FaultKind
{
    /// <summary>A status is answered and nothing is done.</summary>
    Before,

    /// <summary>The work is done and kept, then the connection is cut; with a status or a body, that is answered instead.</summary>
    After,

    /// <summary>Instead of the answer: 500, 503, 429, or a body that cannot be read. Nothing is done.</summary>
    Instead,

    /// <summary>The answer is right but late.</summary>
    Slow,

    /// <summary>The connection is cut before anything is done.</summary>
    Cut,

    /// <summary>The work is done and kept and 500 is answered. Unless asked otherwise the idempotency id is not remembered.</summary>
    [JsonStringEnumMemberName("created_but_500")]
    CreatedBut500,
}

/// <summary>What a slow fault's delay is measured by.</summary>
internal enum DelayClock
{
    /// <summary>Real time, also where tests inject a clock.</summary>
    Real,

    /// <summary>The injected time: the answer waits until a test moves it.</summary>
    Injected,
}

/// <summary>One planned fault: which calls it hits, how often, and what it does to them.</summary>
internal sealed record Fault
{
    /// <summary>Given by the sandbox.</summary>
    public int Id { get; init; }

    public required FaultKind Kind { get; init; }

    /// <summary>Only this method; null for any.</summary>
    public string? Method { get; init; }

    /// <summary>
    /// Only paths of this pattern, in which <c>*</c> stands for any text: <c>/v3.1/sales_invoices*</c>, <c>/token</c>. Null for any.
    /// </summary>
    public string? Path { get; init; }

    /// <summary>Only calls for this business; null for any. A call without <c>X-Business</c> counts for none.</summary>
    public string? Business { get; init; }

    /// <summary>How many matching calls pass first.</summary>
    [Range(0, int.MaxValue)]
    public int Skip { get; init; }

    /// <summary>How many calls it hits; null for every one from then on.</summary>
    [Range(1, int.MaxValue)]
    public int? Times { get; init; }

    /// <summary>The share of matching calls it hits, drawn from <see cref="Seed"/>.</summary>
    [Range(0.0, 1.0)]
    public double Probability { get; init; } = 1.0;

    /// <summary>Makes the draws repeatable.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The status answered; the kind's own (503, 500) when null.</summary>
    [Range(200, 599)]
    public int? Status { get; init; }

    /// <summary>Seconds in a <c>Retry-After</c> header; none when null.</summary>
    [Range(0, 86_400)]
    public int? RetryAfter { get; init; }

    /// <summary>Answers JSON that ends in the middle.</summary>
    public bool Malformed { get; init; }

    /// <summary>A body to answer, word for word.</summary>
    public string? Body { get; init; }

    /// <summary>The media type of <see cref="Body"/>.</summary>
    public string ContentType { get; init; } = "application/json";

    /// <summary>Milliseconds a slow answer waits.</summary>
    [Range(0, 600_000)]
    public int DelayMs { get; init; } = 1_000;

    public DelayClock Clock { get; init; }

    /// <summary>
    /// For <see cref="FaultKind.CreatedBut500"/>: true remembers the idempotency id, so that sending again replays the result.
    /// </summary>
    public bool RegisterIdempotency { get; init; }

    /// <summary>How many calls it has hit so far.</summary>
    public int Hits { get; init; }
}
