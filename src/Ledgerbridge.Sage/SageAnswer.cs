using System.Diagnostics.CodeAnalysis;

namespace Ledgerbridge.Sage;

/// <summary>What came of one call to Sage: either <see cref="Given"/> or <see cref="Failed"/>, nothing else. Only bugs throw.</summary>
public abstract record SageAnswer<T>
{
    private SageAnswer() { }

    /// <summary>Sage did what was asked.</summary>
    /// <param name="Value">Sage's answer.</param>
    public sealed record Given(T Value) : SageAnswer<T>
    {
        /// <summary>Sage's id of the request; null when none came or several calls made up the answer.</summary>
        public string? RequestId { get; init; }
    }

    /// <summary>Sage did not, or it is not known whether it did (see <see cref="SageFailure.MayHaveHappened"/>).</summary>
    /// <param name="Failure">Why.</param>
    public sealed record Failed(SageFailure Failure) : SageAnswer<T>;

    /// <summary>True, with the value, when Sage did what was asked; false, with the reason, when not.</summary>
    public bool Succeeded([MaybeNullWhen(false)] out T value, [NotNullWhen(false)] out SageFailure? failure)
    {
        if (this is Given given)
        {
            (value, failure) = (given.Value, null);
            return true;
        }
        (value, failure) = (default, ((Failed)this).Failure);
        return false;
    }

    /// <summary>The same answer with its value turned into something else.</summary>
    public SageAnswer<TOther> Map<TOther>(Func<T, TOther> map) =>
        Succeeded(out var value, out var failure)
            ? new SageAnswer<TOther>.Given(map(value)) { RequestId = ((Given)this).RequestId }
            : failure;

    /// <summary>What the next step makes of the value, which may fail too.</summary>
    public SageAnswer<TOther> Then<TOther>(Func<T, SageAnswer<TOther>> next) =>
        Succeeded(out var value, out var failure) ? next(value) : failure;

    /// <summary>A value is an answer that was given.</summary>
    public static implicit operator SageAnswer<T>(T value) => new Given(value);

    /// <summary>A failure is an answer that was not.</summary>
    public static implicit operator SageAnswer<T>(SageFailure failure) => new Failed(failure);
}

/// <summary>The closed list of ways in which a call to Sage can fail.</summary>
public enum SageFailureKind
{
    /// <summary>The grant is gone: the refresh token was refused, revoked or has expired. A person must connect again.</summary>
    GrantLost = 1,

    /// <summary>Sage does not accept the access token although it was just renewed.</summary>
    NotSignedIn,

    /// <summary>The business has no active Sage subscription; renewing tokens does not help.</summary>
    SubscriptionEnded,

    /// <summary>The person who connected may not do this in Sage.</summary>
    NotPermitted,

    /// <summary>Sage has no such record; also answered when a record named inside a request does not exist.</summary>
    NotFound,

    /// <summary>Sage read the request and refused it; the errors say why.</summary>
    Refused,

    /// <summary>Sage says that too many calls were made (429).</summary>
    TooManyCalls,

    /// <summary>Our own allowance for the business is used up; nothing was sent.</summary>
    AllowanceSpent,

    /// <summary>Sage answered with an error of its own (5xx) or is being maintained.</summary>
    Unavailable,

    /// <summary>No connection to Sage, or it broke before an answer came.</summary>
    Unreachable,

    /// <summary>No answer within the time allowed.</summary>
    TimedOut,

    /// <summary>The answer is not what Sage's description promises, or is another business's.</summary>
    Unreadable,
}

/// <summary>Why a call to Sage failed.</summary>
/// <param name="Kind">The kind of failure.</param>
/// <param name="Message">One sentence in a bookkeeper's words.</param>
public sealed record SageFailure(SageFailureKind Kind, string Message)
{
    /// <summary>Sage's own remarks, translated; empty when there are none.</summary>
    public IReadOnlyList<SageRemark> Remarks { get; init; } = [];

    /// <summary>The status Sage answered with; null when no answer came.</summary>
    public int? Status { get; init; }

    /// <summary>Sage's id of the request, which its support asks for; null when none came.</summary>
    public string? RequestId { get; init; }

    /// <summary>How long Sage asked us to wait; null when it did not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>
    /// True when the work may have been done all the same: a write whose answer is lost, or a 500 (Sage says that a record may have been
    /// created). Look in Sage before sending again.
    /// </summary>
    public bool MayHaveHappened { get; init; }

    /// <summary>True when the same request may succeed later without anyone changing anything.</summary>
    public bool IsTransient =>
        Kind
            is SageFailureKind.TooManyCalls
                or SageFailureKind.AllowanceSpent
                or SageFailureKind.Unavailable
                or SageFailureKind.Unreachable
                or SageFailureKind.TimedOut
                or SageFailureKind.Unreadable;
}

/// <summary>One remark of Sage's about a request.</summary>
/// <param name="Field">The field in our words, such as <c>line_items[0].tax_rate_id</c>; empty when Sage names none.</param>
/// <param name="Message">A sentence for people.</param>
/// <param name="Code">Sage's own code, such as <c>RecordInvalid</c>.</param>
/// <param name="Source">The field as Sage calls it inside, such as <c>line_items.currency_tax_amount</c>.</param>
public sealed record SageRemark(string Field, string Message, string Code, string Source);
