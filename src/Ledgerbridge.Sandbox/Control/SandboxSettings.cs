using System.ComponentModel.DataAnnotations;

namespace Ledgerbridge.Sandbox.Control;

/// <summary>What a document's <c>exchange_rate</c> counts. Sage's own answers leave it open, so it is a switch.</summary>
internal enum FxDirection
{
    /// <summary>Foreign units per unit of the business's currency: base = foreign ÷ rate.</summary>
    ForeignPerBase,

    /// <summary>Units of the business's currency per foreign unit: base = foreign × rate.</summary>
    BasePerForeign,
}

/// <summary>How an unknown or foreign <c>X-Business</c> is refused. Not documented by Sage.</summary>
internal enum UnknownBusiness
{
    /// <summary>401 <c>AuthorizationFailure</c>, "Access denied.".</summary>
    Unauthorized,

    /// <summary>403 <c>MultiUserAccessDenied</c>.</summary>
    Forbidden,

    /// <summary>404 <c>RecordNotFound</c>.</summary>
    NotFound,
}

/// <summary>Limits on how often a business may be called. Off by default: Sage's real limits are disputed.</summary>
internal sealed record RateLimits
{
    public bool Enabled { get; init; }

    /// <summary>Calls per business in one minute of the sandbox's clock.</summary>
    [Range(1, 1_000_000)]
    public int PerMinute { get; init; } = 100;

    /// <summary>Calls per business in one day (UTC) of the sandbox's clock.</summary>
    [Range(1, 10_000_000)]
    public int PerDay { get; init; } = 2_500;

    /// <summary>Calls per business under way at once.</summary>
    [Range(1, 10_000)]
    public int Concurrent { get; init; } = 10;

    /// <summary>Whether a 429 carries <c>Retry-After</c>; Sage does not document it.</summary>
    public bool RetryAfter { get; init; } = true;
}

/// <summary>The switches of the sandbox. Stored in its file; changed by <c>PUT /_sandbox/settings</c>.</summary>
internal sealed record SandboxSettings
{
    /// <summary>Real milliseconds every API and token call is delayed before its work.</summary>
    [Range(0, 60_000)]
    public int LatencyMs { get; init; }

    public RateLimits RateLimits { get; init; } = new();

    public FxDirection FxDirection { get; init; } = FxDirection.ForeignPerBase;

    /// <summary>Life of an authorization code, in seconds of the sandbox's clock.</summary>
    [Range(1, 86_400)]
    public int CodeSeconds { get; init; } = 60;

    /// <summary>Life of an access token, in seconds of the sandbox's clock.</summary>
    [Range(1, 86_400)]
    public int AccessTokenSeconds { get; init; } = 300;

    /// <summary>Life of a refresh token, in seconds of the sandbox's clock: 31 days.</summary>
    [Range(1, 100_000_000)]
    public int RefreshTokenSeconds { get; init; } = 2_678_400;

    /// <summary>Days for which the same <c>idempotency_id</c> replays the first result.</summary>
    [Range(1, 365)]
    public int IdempotencyDays { get; init; } = 7;

    /// <summary>True makes a 500 answered by a fault stick to its <c>idempotency_id</c>.</summary>
    public bool IdempotencyReplaysErrors { get; init; }

    /// <summary>True keeps filters inside <c>$next</c> and <c>$back</c>; whether Sage does is unknown.</summary>
    public bool NextKeepsFilters { get; init; }

    /// <summary>
    /// True moves a contact's <c>updated_at</c> when one of its addresses or people changes; whether Sage does is unknown.
    /// </summary>
    public bool AddressTouchesContact { get; init; }

    /// <summary>What a void answers: 200 with the invoice, or 204 without. Sage's pages disagree.</summary>
    [AllowedValues(200, 204)]
    public int VoidStatus { get; init; } = 200;

    public UnknownBusiness UnknownBusiness { get; init; } = UnknownBusiness.Unauthorized;

    /// <summary>True keeps request and answer bodies in the request log. Never the Authorization header.</summary>
    public bool LogBodies { get; init; }

    /// <summary>How many requests the log keeps.</summary>
    [Range(0, 100_000)]
    public int RequestsKept { get; init; } = 1_000;
}
