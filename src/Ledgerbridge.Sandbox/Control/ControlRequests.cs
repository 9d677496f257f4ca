using System.ComponentModel.DataAnnotations;

namespace Ledgerbridge.Sandbox.Control;

/// <summary>Body of <c>POST /_sandbox/reset</c>.</summary>
internal sealed record ResetRequest
{
    /// <summary>The profile to seed: <c>demo</c> or <c>empty</c>.</summary>
    public string Profile { get; init; } = "demo";
}

/// <summary>Body of <c>PUT /_sandbox/clock</c>.</summary>
internal sealed record ClockRequest
{
    /// <summary>What the clock shall read now.</summary>
    public required DateTimeOffset Now { get; init; }
}

/// <summary>Body of <c>POST /_sandbox/clock/advance</c>.</summary>
internal sealed record AdvanceRequest
{
    /// <summary>Seconds to move the clock by; below zero moves it back.</summary>
    [Range(-100_000_000_000L, 100_000_000_000L)]
    public required long Seconds { get; init; }
}

/// <summary>Body of <c>PUT /_sandbox/clients</c>: registers an application or changes one.</summary>
internal sealed record ClientRequest
{
    [Required]
    [MaxLength(200)]
    public required string Id { get; init; }

    /// <summary>Its secret; null keeps the present one (<c>sandbox-secret</c> for a new application).</summary>
    public string? Secret { get; init; }

    /// <summary>What the consent page calls it; null keeps the present name.</summary>
    public string? Name { get; init; }

    /// <summary>Where codes may be sent; replaces the present list.</summary>
    public required IReadOnlyList<string> RedirectUris { get; init; }
}

/// <summary>Body of <c>POST /_sandbox/tokens</c>: a pair of tokens without walking the OAuth path, for scripts.</summary>
internal sealed record TokenRequest
{
    /// <summary>Whose tokens; the owner of every business when null.</summary>
    public string? Person { get; init; }

    /// <summary>For which application; the default client when null.</summary>
    public string? Client { get; init; }

    public string Scope { get; init; } = "full_access";
}

/// <summary>Body of <c>PUT /_sandbox/businesses/{id}</c>: what is left out stays.</summary>
internal sealed record BusinessRequest
{
    /// <summary>False lets the subscription end.</summary>
    public bool? SubscriptionActive { get; init; }

    /// <summary>Freezes documents up to this date as being in a tax return.</summary>
    public DateOnly? TaxReconciledThrough { get; init; }
}

/// <summary>Body of <c>POST /_sandbox/businesses/{id}/payments</c>: money for an invoice, until the API has contact_payments.</summary>
internal sealed record PaymentRequest
{
    /// <summary>The id of the sales invoice.</summary>
    public required string SalesInvoice { get; init; }

    /// <summary>How much; all that is outstanding when null.</summary>
    public decimal? Amount { get; init; }

    /// <summary>When; today by the sandbox's clock when null.</summary>
    public DateOnly? Date { get; init; }
}

/// <summary>Body of <c>POST /_sandbox/businesses/{id}/seed</c>: bulk for performance work.</summary>
internal sealed record SeedRequest
{
    [Range(0, 1_000_000)]
    public int Contacts { get; init; }

    [Range(0, 1_000_000)]
    public int Invoices { get; init; }
}
