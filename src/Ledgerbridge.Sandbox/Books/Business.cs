namespace Ledgerbridge.Sandbox.Books;

/// <summary>One set of books. Stored as JSON in the table of businesses; changed only by seeding and by the control API.</summary>
internal sealed record Business
{
    /// <summary>The number the rows of this business carry.</summary>
    public required int Number { get; init; }

    /// <summary>What <c>X-Business</c> names it by.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>ISO 3166 country code; it decides the tax rates and what counts as cross-border.</summary>
    public required string Country { get; init; }

    /// <summary>ISO 4217 code of the currency the books are kept in.</summary>
    public required string Currency { get; init; }

    public required string AddressLine1 { get; init; }
    public required string City { get; init; }
    public required string Region { get; init; }
    public required string PostalCode { get; init; }
    public required string Telephone { get; init; }
    public required string Website { get; init; }

    /// <summary>Registration number of the company, printed on its documents.</summary>
    public string? CompanyNumber { get; init; }

    /// <summary>When it was made, in seconds since 1970; the first made is the lead business.</summary>
    public required long CreatedAt { get; init; }

    /// <summary>False answers every call with <c>No active subscription. (MSE)</c>.</summary>
    public bool SubscriptionActive { get; init; } = true;

    /// <summary>Documents up to this date are in a tax return and frozen; null for none.</summary>
    public string? TaxReconciledThrough { get; init; }
}
