using Ledgerbridge.Sage;
using Ledgerbridge.Server.Connections;
using Ledgerbridge.Server.Mirror;
using Ledgerbridge.Server.Stores;

namespace Ledgerbridge.Server.Overview.Internal;

/// <summary>The things only a person can put right: a closed list, the most pressing first.</summary>
internal enum NeedKind
{
    /// <summary>Sage no longer accepts a connection.</summary>
    ReconnectNeeded = 1,

    /// <summary>A connection ends within 14 days if nobody renews it.</summary>
    ConnectionEnding,

    /// <summary>A shop refuses our key.</summary>
    StoreRefuses,

    /// <summary>A shop was never paired, or was disconnected while runs of it wait.</summary>
    StoreUnpaired,

    /// <summary>Documents wait because a shop does not answer.</summary>
    StoreUnreachable,

    /// <summary>Documents of a shop failed of the same cause.</summary>
    RunsFailed,

    /// <summary>Documents that were posted are in Sage otherwise than they were posted.</summary>
    DocumentsDiffer,

    /// <summary>Copies of Sage's records could not be brought into step.</summary>
    SyncFailing,

    /// <summary>Drafts of invoices that nobody has released for a week.</summary>
    OldDrafts,
}

/// <summary>Something only a person can put right.</summary>
internal sealed record NeedResponse
{
    public required NeedKind Kind { get; init; }

    /// <summary>What is the matter, in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>What is known about it and what to do.</summary>
    public required string Text { get; init; }

    /// <summary>How many documents it concerns; 0 when it concerns none in particular.</summary>
    public int Count { get; init; }

    /// <summary>The shop it concerns; null when it concerns none in particular.</summary>
    public string? StoreId { get; init; }

    /// <summary>That shop's address.</summary>
    public string? StoreName { get; init; }

    /// <summary>The stable word of the cause documents failed of; null for other kinds.</summary>
    public string? Cause { get; init; }
}

/// <summary>A first step of a workspace.</summary>
internal enum StepKind
{
    /// <summary>Connect Sage.</summary>
    ConnectSage = 1,

    /// <summary>Choose the business to work with.</summary>
    ChooseBusiness,

    /// <summary>Connect a shop, or write an invoice.</summary>
    BringDocuments,
}

/// <summary>A first step, and whether it was taken.</summary>
internal sealed record StepResponse(StepKind Kind, bool Done);

/// <summary>The current business and the connection to it.</summary>
/// <param name="Name">The business's name.</param>
/// <param name="Currency">The code of the currency its books are kept in; empty when it is not known.</param>
/// <param name="ConnectionStatus">How the connection stands.</param>
/// <param name="DaysLeft">Whole days until the connection ends if nobody renews it; null while it does not work.</param>
/// <param name="RenewedAt">When its keys were last renewed.</param>
internal sealed record OverviewBusinessResponse(
    string Name,
    string Currency,
    ConnectionStatus ConnectionStatus,
    int? DaysLeft,
    DateTimeOffset RenewedAt
);

/// <summary>The figures of the day.</summary>
/// <param name="SyncedToday">Documents of shops that came into the books today.</param>
/// <param name="Waiting">Documents of shops that are on their way.</param>
/// <param name="Failed">Documents of shops that failed and wait for a person.</param>
/// <param name="CallsLeftToday">
/// Calls Sage allows the current business until midnight UTC, as this process counts them; null when there is no limit or no business.
/// </param>
internal sealed record OverviewFiguresResponse(int SyncedToday, int Waiting, int Failed, int? CallsLeftToday);

/// <summary>The documents of a day.</summary>
/// <param name="Day">The day they are dated.</param>
/// <param name="Documents">Booked invoices and credit notes.</param>
/// <param name="Value">Invoices less credit notes, VAT included.</param>
internal sealed record OverviewDayResponse(DateOnly Day, int Documents, decimal Value);

/// <summary>The last 30 days in one currency, oldest first, today included.</summary>
/// <param name="Currency">The currency's code.</param>
/// <param name="Documents">Documents of all days.</param>
/// <param name="Value">Their value.</param>
/// <param name="Days">Each day, those without documents too.</param>
internal sealed record OverviewSeriesResponse(string Currency, int Documents, decimal Value, IReadOnlyList<OverviewDayResponse> Days);

/// <summary>How the copies of one resource stand.</summary>
/// <param name="Resource">Which.</param>
/// <param name="State">How it stands.</param>
/// <param name="FreshAt">Everything that changed in Sage before this moment is in the copies; null while they were never complete.</param>
/// <param name="Problem">What went wrong last, in a sentence; null when nothing did.</param>
internal sealed record OverviewResourceResponse(BooksResource Resource, SyncState State, DateTimeOffset? FreshAt, string? Problem);

/// <summary>A shop at a glance.</summary>
/// <param name="Id">Its id.</param>
/// <param name="BaseUrl">Its address.</param>
/// <param name="Status">How it stands.</param>
/// <param name="Pending">Runs that are not at their end.</param>
/// <param name="FailedLately">Runs that failed in the last 24 hours.</param>
/// <param name="LastRunAt">When a run last came to its end; null when none has.</param>
internal sealed record OverviewStoreResponse(
    string Id,
    string BaseUrl,
    StoreStatus Status,
    int Pending,
    int FailedLately,
    DateTimeOffset? LastRunAt
);

/// <summary>How the workspace stands.</summary>
internal sealed record OverviewResponse
{
    /// <summary>The day it is in the workspace's time zone.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The first steps, while one is left to be taken; empty afterwards.</summary>
    public required IReadOnlyList<StepResponse> Steps { get; init; }

    /// <summary>Things only a person can put right, the most pressing first.</summary>
    public required IReadOnlyList<NeedResponse> Needs { get; init; }

    /// <summary>The current business; null while none is chosen.</summary>
    public required OverviewBusinessResponse? Business { get; init; }

    public required OverviewFiguresResponse Figures { get; init; }

    /// <summary>What was booked, the books' own currency first.</summary>
    public required IReadOnlyList<OverviewSeriesResponse> Series { get; init; }

    /// <summary>How the copies stand; empty while no business is chosen.</summary>
    public required IReadOnlyList<OverviewResourceResponse> Resources { get; init; }

    /// <summary>The shops, by address.</summary>
    public required IReadOnlyList<OverviewStoreResponse> Stores { get; init; }
}
