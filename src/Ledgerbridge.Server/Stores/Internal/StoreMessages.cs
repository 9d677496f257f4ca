using System.ComponentModel.DataAnnotations;

namespace Ledgerbridge.Server.Stores.Internal;

/// <summary>A shop to connect.</summary>
internal sealed class ConnectStoreRequest
{
    /// <summary>The shop's address, as its admin shows it.</summary>
    [Required, StringLength(500)]
    public string BaseUrl { get; init; } = "";

    /// <summary>The code from the shop's admin.</summary>
    [Required, StringLength(100)]
    public string PairingCode { get; init; } = "";
}

/// <summary>A fresh code for a shop that is known.</summary>
internal sealed class PairStoreRequest
{
    /// <summary>The code from the shop's admin.</summary>
    [Required, StringLength(100)]
    public string PairingCode { get; init; } = "";
}

/// <summary>A shop.</summary>
internal sealed record StoreResponse
{
    public required string Id { get; init; }

    /// <summary>Its address.</summary>
    public required string BaseUrl { get; init; }

    public required StoreStatus Status { get; init; }

    /// <summary>What a person should know about it; empty when all is well.</summary>
    public required string Remark { get; init; }

    /// <summary>The connection its documents are posted through.</summary>
    public required string ConnectionId { get; init; }

    /// <summary>Sage's id of the business they are posted into.</summary>
    public required string BusinessId { get; init; }

    /// <summary>That business's name; empty when it is not known any more.</summary>
    public required string BusinessName { get; init; }

    /// <summary>Whether the connection to Sage works.</summary>
    public required bool Connected { get; init; }

    /// <summary>The version of its policy.</summary>
    public required int PolicyVersion { get; init; }

    /// <summary>How far the shop's clock is ahead of ours, in seconds, negative when it is behind; null while nobody knows.</summary>
    public required int? ClockSkewSeconds { get; init; }

    /// <summary>When it last answered a ping.</summary>
    public required DateTimeOffset? AnsweredAt { get; init; }

    public required DateTimeOffset? PairedAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Runs that are not at their end.</summary>
    public required int PendingCount { get; init; }

    /// <summary>Runs that failed in the last 24 hours.</summary>
    public required int FailedLately { get; init; }

    /// <summary>When a run last came to its end.</summary>
    public required DateTimeOffset? LastRunAt { get; init; }
}

internal sealed record StoresResponse(IReadOnlyList<StoreResponse> Stores);

/// <summary>What a shop said to a ping.</summary>
/// <param name="Answered">False when it did not answer as it should.</param>
/// <param name="Message">What was found, in a sentence.</param>
/// <param name="Milliseconds">How long it took; null when it did not answer.</param>
/// <param name="Store">The shop afterwards.</param>
internal sealed record PingResponse(bool Answered, string Message, long? Milliseconds, StoreResponse Store);

/// <summary>A way to be paid in the shop.</summary>
/// <param name="Code">The word its documents carry.</param>
/// <param name="Label">What the shop's people call it; empty when they gave it no name.</param>
/// <param name="Active">Whether customers can choose it now.</param>
internal sealed record StorePaymentMethodResponse(string Code, string Label, bool Active);

internal sealed record StorePaymentMethodsResponse(IReadOnlyList<StorePaymentMethodResponse> PaymentMethods);
