namespace Ledgerbridge.Server.Completeness.Internal;

/// <summary>Documents and what they come to; credits count below zero.</summary>
/// <param name="Count">How many documents have something of it.</param>
/// <param name="Net">Value without VAT.</param>
/// <param name="Vat">VAT.</param>
/// <param name="Gross">The two together.</param>
internal sealed record SumsResponse(int Count, decimal Net, decimal Vat, decimal Gross);

/// <summary>What one side has more than the other: the shop's less Sage's.</summary>
/// <param name="Net">Value without VAT.</param>
/// <param name="Vat">VAT.</param>
/// <param name="Gross">The two together.</param>
internal sealed record RestResponse(decimal Net, decimal Vat, decimal Gross);

/// <summary>All documents of a currency.</summary>
/// <param name="Currency">The currency's code.</param>
/// <param name="Store">The shop's side.</param>
/// <param name="Sage">Sage's side.</param>
/// <param name="Difference">The shop's less Sage's.</param>
internal sealed record CompletenessTotalResponse(string Currency, SumsResponse Store, SumsResponse Sage, RestResponse Difference);

/// <summary>One day, currency and VAT treatment.</summary>
/// <param name="Day">The day of the shop's documents, where the shop is.</param>
/// <param name="Currency">The currency's code.</param>
/// <param name="Treatment">
/// The VAT treatment, <c>standard</c>, <c>zero_rated</c>, <c>exempt</c> or <c>out_of_scope</c>; null for what nobody has worked out because
/// the document could not be planned.
/// </param>
/// <param name="Store">The shop's side.</param>
/// <param name="Sage">Sage's side.</param>
/// <param name="Difference">The shop's less Sage's.</param>
internal sealed record CompletenessRowResponse(
    DateOnly Day,
    string Currency,
    string? Treatment,
    SumsResponse Store,
    SumsResponse Sage,
    RestResponse Difference
);

/// <summary>A document that differs.</summary>
internal sealed record CompletenessDifferenceResponse
{
    /// <summary><c>invoice</c> or <c>creditmemo</c>.</summary>
    public required string EntityType { get; init; }

    /// <summary>The shop's own number of it.</summary>
    public required long EntityId { get; init; }

    /// <summary>The number people know it by; may be empty while it was never read.</summary>
    public required string Number { get; init; }

    /// <summary>The run that says most about it; null when none is left.</summary>
    public required string? RunId { get; init; }

    /// <summary>Its day; null while it was never read.</summary>
    public required DateOnly? Day { get; init; }

    /// <summary>The currency's code; null while it was never read.</summary>
    public required string? Currency { get; init; }

    /// <summary>What it comes to in the shop; null while it was never read.</summary>
    public required decimal? StoreGross { get; init; }

    /// <summary>What counts of it in Sage; null while it was never read.</summary>
    public required decimal? SageGross { get; init; }

    /// <summary>The shop's less Sage's; may be zero where only the VAT or its treatment differs. Null while it was never read.</summary>
    public required decimal? Difference { get; init; }

    public required DifferenceCause Cause { get; init; }

    /// <summary>What is the matter.</summary>
    public required string Sentence { get; init; }

    /// <summary>Who can do what about it.</summary>
    public required string NextStep { get; init; }

    /// <summary>Sage's id of it; null when it has none.</summary>
    public required string? SageId { get; init; }

    /// <summary>What Sage calls it; null when it does not.</summary>
    public required string? SageNumber { get; init; }
}

/// <summary>Documents that were left out of the books on purpose.</summary>
/// <param name="Reason">The stable word of the reason.</param>
/// <param name="Meaning">What it means.</param>
/// <param name="Currency">The currency's code.</param>
/// <param name="Store">What they come to in the shop.</param>
internal sealed record LeftOutResponse(string Reason, string Meaning, string Currency, SumsResponse Store);

/// <summary>A shop's documents of a period held against Sage's.</summary>
internal sealed record CompletenessResponse
{
    public required string StoreId { get; init; }

    /// <summary>The shop's address.</summary>
    public required string StoreName { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly To { get; init; }

    /// <summary>True when every document is in Sage as the shop has it, or was left out on purpose.</summary>
    public required bool Complete { get; init; }

    /// <summary>The same in a sentence.</summary>
    public required string Sentence { get; init; }

    /// <summary>Everything that changed in Sage before this moment is in it; null while the copies were never complete.</summary>
    public required DateTimeOffset? FreshAt { get; init; }

    public required IReadOnlyList<CompletenessTotalResponse> Totals { get; init; }

    /// <summary>Newest day first.</summary>
    public required IReadOnlyList<CompletenessRowResponse> Rows { get; init; }

    /// <summary>How many documents differ.</summary>
    public required int Differing { get; init; }

    /// <summary>At most 500 of them, newest first; the file has all.</summary>
    public required IReadOnlyList<CompletenessDifferenceResponse> Differences { get; init; }

    public required IReadOnlyList<LeftOutResponse> LeftOut { get; init; }
}
