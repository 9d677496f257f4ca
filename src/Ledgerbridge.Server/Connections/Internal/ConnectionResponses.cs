namespace Ledgerbridge.Server.Connections.Internal;

/// <summary>A connection.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Status">How it stands.</param>
/// <param name="Problem">Why it broke and what to do; null while it works.</param>
/// <param name="Country">The country that was chosen.</param>
/// <param name="ConnectedAt">When it was last connected by a person.</param>
/// <param name="RenewedAt">When its keys were last renewed.</param>
/// <param name="DaysLeft">Whole days until it ends if nobody renews it; it is renewed by schedule long before.</param>
/// <param name="Current">True when the workspace's current business is reached through it.</param>
internal sealed record ConnectionResponse(
    string Id,
    ConnectionStatus Status,
    string? Problem,
    string Country,
    DateTimeOffset ConnectedAt,
    DateTimeOffset? RenewedAt,
    int? DaysLeft,
    bool Current
);

internal sealed record ConnectionsResponse(IReadOnlyList<ConnectionResponse> Connections);

/// <summary>What came of disconnecting.</summary>
/// <param name="RevokedAtSage">False when Sage did not confirm; the tokens are erased here in any case.</param>
/// <param name="Message">The same in a sentence, with what is left to do in Sage.</param>
internal sealed record DisconnectedResponse(bool RevokedAtSage, string Message);

/// <summary>A country to connect in.</summary>
/// <param name="Code">ISO 3166 code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Currency">The currency its books are kept in.</param>
/// <param name="Available">True when connecting there works with this server.</param>
/// <param name="Note">What to know before choosing it.</param>
internal sealed record RegionResponse(string Code, string Name, string Currency, bool Available, string Note);

internal sealed record RegionsResponse(IReadOnlyList<RegionResponse> Regions, string Default, bool Sandbox);

/// <summary>A business.</summary>
/// <param name="Id">Sage's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Country">ISO 3166 code.</param>
/// <param name="Currency">The currency its books are kept in.</param>
/// <param name="ConnectionId">The connection it is reached through.</param>
/// <param name="SubscriptionActive">False when Sage no longer serves it.</param>
/// <param name="Current">True for the workspace's current business.</param>
internal sealed record BusinessResponse(
    string Id,
    string Name,
    string Country,
    string Currency,
    string ConnectionId,
    bool SubscriptionActive,
    bool Current
);

internal sealed record BusinessesResponse(IReadOnlyList<BusinessResponse> Businesses);

/// <summary>A rate of tax to choose.</summary>
internal sealed record TaxRateResponse(string Id, string Name, Kernel.VatTreatment Treatment, decimal Percentage, bool TreatmentCertain);

/// <summary>A ledger account to choose.</summary>
internal sealed record LedgerAccountResponse(string Id, string Name, int? NominalCode, bool ForSales);

/// <summary>Something to choose.</summary>
internal sealed record ChoiceResponse(string Id, string Name);

/// <summary>The current business and everything to choose from in it.</summary>
internal sealed record ReferenceResponse
{
    public required BusinessResponse Business { get; init; }

    /// <summary>When the lists were read from Sage.</summary>
    public required DateTimeOffset ReadAt { get; init; }

    public required bool VatRegistered { get; init; }

    public required string VatNumber { get; init; }

    public required string Address { get; init; }

    public required DateOnly? BooksStartOn { get; init; }

    public required int? CustomerCreditDays { get; init; }

    /// <summary>Whether invoices can be stored as drafts and released later.</summary>
    public required bool Drafts { get; init; }

    /// <summary>Whether invoices can be in another currency.</summary>
    public required bool MultiCurrency { get; init; }

    public required IReadOnlyList<TaxRateResponse> TaxRates { get; init; }

    public required IReadOnlyList<LedgerAccountResponse> LedgerAccounts { get; init; }

    public required IReadOnlyList<ChoiceResponse> BankAccounts { get; init; }

    public required IReadOnlyList<ChoiceResponse> Currencies { get; init; }

    public required IReadOnlyList<ChoiceResponse> Countries { get; init; }

    public required IReadOnlyList<ChoiceResponse> PaymentMethods { get; init; }

    public required IReadOnlyList<ChoiceResponse> DocumentStates { get; init; }
}
