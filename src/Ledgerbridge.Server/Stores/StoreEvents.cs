using Ledgerbridge.Server.Stores.Documents;

namespace Ledgerbridge.Server.Stores;

/// <summary>A verified event, with everything its run needs to begin.</summary>
internal sealed record StoreEvent
{
    /// <summary>Whose shop it is.</summary>
    public required WorkspaceId Workspace { get; init; }

    /// <summary>The shop.</summary>
    public required StoreId Store { get; init; }

    /// <summary>The connection the shop posts through.</summary>
    public required ConnectionId Connection { get; init; }

    /// <summary>Sage's id of the business the shop posts into.</summary>
    public required string BusinessId { get; init; }

    /// <summary>The version of the shop's policy that holds for this event.</summary>
    public required int PolicyVersion { get; init; }

    /// <summary>What happened.</summary>
    public required EventName Name { get; init; }

    /// <summary>The shop's own number of the invoice, credit memo, customer or product; positive.</summary>
    public required long EntityId { get; init; }

    /// <summary>The website it happened on; 0 when the shop does not say.</summary>
    public int WebsiteId { get; init; }

    /// <summary>The store view it happened on; 0 when the shop does not say.</summary>
    public int StoreViewId { get; init; }

    /// <summary>The number people know the document by; empty for customers and products.</summary>
    public string Number { get; init; } = "";

    /// <summary>When the shop queued the event; not when the document was made.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>True when an operator asked for the document, and no event of the shop's did.</summary>
    public bool IsBackfill { get; init; }

    /// <summary>What makes the same event the same: event and entity, as the extension's own key has it.</summary>
    public string Key => $"{Name.Text()}:{EntityId}";
}
