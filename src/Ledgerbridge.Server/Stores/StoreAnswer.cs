using System.Diagnostics.CodeAnalysis;

namespace Ledgerbridge.Server.Stores;

/// <summary>Why a shop did not give what it was asked for: a closed list.</summary>
internal enum StoreFailureKind
{
    /// <summary>It is not connected, or was disconnected: there is no key to ask with.</summary>
    NotConnected = 1,

    /// <summary>It refused our token: disconnected there, paired with somebody else, or set to answer over https only.</summary>
    Refused,

    /// <summary>It has no such document, or not yet.</summary>
    NotFound,

    /// <summary>It read what we sent and refused it.</summary>
    Rejected,

    /// <summary>It is being looked after and says so.</summary>
    Maintenance,

    /// <summary>It failed inside.</summary>
    Failing,

    /// <summary>It could not be reached, or did not answer in time.</summary>
    Unreachable,

    /// <summary>It sends whoever asks to another address.</summary>
    Moved,

    /// <summary>Its address leads where this server may not go.</summary>
    Forbidden,

    /// <summary>It answered with something that is not what the extension answers.</summary>
    Unreadable,

    /// <summary>Its answer is larger than anything it has reason to send.</summary>
    TooLarge,
}

/// <summary>Why a shop did not give what it was asked for.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Message">One or two sentences for a bookkeeper: what happened and what to do.</param>
/// <param name="Status">The HTTP status; null when there was no answer.</param>
internal sealed record StoreFailure(StoreFailureKind Kind, string Message, int? Status)
{
    /// <summary>False when it is certain that the shop never got the request.</summary>
    public bool MayHaveArrived { get; init; } = true;

    /// <summary>True when the shop could not be reached, or is in no state to answer anything.</summary>
    public bool IsOutOfReach =>
        Kind
            is StoreFailureKind.Unreachable
                or StoreFailureKind.Maintenance
                or StoreFailureKind.Failing
                or StoreFailureKind.Moved
                or StoreFailureKind.Forbidden;

    /// <summary>
    /// True when the same may well work later without anybody doing anything. A document that is not there is one of these for a few
    /// tries only: a shop's copy for reading may lag behind.
    /// </summary>
    public bool MayPass =>
        Kind
            is StoreFailureKind.Maintenance
                or StoreFailureKind.Failing
                or StoreFailureKind.Unreachable
                or StoreFailureKind.Unreadable
                or StoreFailureKind.Refused
                or StoreFailureKind.NotFound;
}

/// <summary>What a shop gave: either <see cref="Given"/> or <see cref="Failed"/>.</summary>
internal abstract record StoreAnswer<T>
{
    private StoreAnswer() { }

    /// <summary>It answered.</summary>
    /// <param name="Value">What.</param>
    public sealed record Given(T Value) : StoreAnswer<T>;

    /// <summary>It did not, or not properly.</summary>
    /// <param name="Failure">Why.</param>
    public sealed record Failed(StoreFailure Failure) : StoreAnswer<T>;

    /// <summary>True, with the value, when it answered; false, with the failure, when not.</summary>
    public bool Succeeded([MaybeNullWhen(false)] out T value, [NotNullWhen(false)] out StoreFailure? failure)
    {
        if (this is Given given)
        {
            (value, failure) = (given.Value, null);
            return true;
        }
        (value, failure) = (default, ((Failed)this).Failure);
        return false;
    }

    /// <summary>A value is an answer.</summary>
    public static implicit operator StoreAnswer<T>(T value) => new Given(value);

    /// <summary>A failure is an answer too.</summary>
    public static implicit operator StoreAnswer<T>(StoreFailure failure) => new Failed(failure);
}
