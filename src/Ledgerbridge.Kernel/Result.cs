using System.Diagnostics.CodeAnalysis;

namespace Ledgerbridge.Kernel;

/// <summary>
/// The outcome of something that is expected to fail now and then: either <see cref="Result{T}.Ok"/> or <see cref="Result{T}.Failed"/>,
/// nothing else. Bugs and broken invariants throw instead.
/// </summary>
public abstract record Result<T>
{
    private Result() { }

    /// <summary>It worked.</summary>
    /// <param name="Value">What came of it.</param>
    public sealed record Ok(T Value) : Result<T>;

    /// <summary>It did not work, for a reason that can be told.</summary>
    /// <param name="Problem">The reason and what to do about it.</param>
    public sealed record Failed(Problem Problem) : Result<T>;

    /// <summary>True, with the value, when it worked; false, with the problem, when not.</summary>
    public bool Succeeded([MaybeNullWhen(false)] out T value, [NotNullWhen(false)] out Problem? problem)
    {
        if (this is Ok ok)
        {
            (value, problem) = (ok.Value, null);
            return true;
        }
        (value, problem) = (default, ((Failed)this).Problem);
        return false;
    }

    /// <summary>A value is a result that worked.</summary>
    public static implicit operator Result<T>(T value) => new Ok(value);

    /// <summary>A problem is a result that failed.</summary>
    public static implicit operator Result<T>(Problem problem) => new Failed(problem);
}

/// <summary>The closed list of reasons why something expected to fail does fail. Each has a row in <c>docs/problems.md</c>.</summary>
public enum ProblemCode
{
    /// <summary>What was sent breaks a rule; the fields say which.</summary>
    Invalid = 1,

    /// <summary>Nothing of that id exists in this workspace.</summary>
    NotFound,

    /// <summary>It would have worked before, or would work later, but not in the present state.</summary>
    Conflict,

    /// <summary>The person or key may not do this.</summary>
    NotAllowed,

    /// <summary>Nobody is signed in.</summary>
    NotSignedIn,

    /// <summary>Too many attempts; wait.</summary>
    TooMany,

    /// <summary>No business has been chosen yet.</summary>
    NoBusiness,

    /// <summary>Sage no longer accepts the connection; a person must connect again.</summary>
    ReconnectNeeded,

    /// <summary>Sage read the request and refused it.</summary>
    SageRefused,

    /// <summary>Sage could not be reached or did not answer properly; nothing is known to be wrong with the request.</summary>
    SageUnavailable,

    /// <summary>A shop could not be reached or did not answer properly.</summary>
    StoreUnavailable,

    /// <summary>Sage's call allowance is used up for now.</summary>
    SageBusy,

    /// <summary>What Sage booked differs from what was planned.</summary>
    Differs,

    /// <summary>The business's country or plan has no such function.</summary>
    NotSupported,
}

/// <summary>Why something failed, in a bookkeeper's words.</summary>
/// <param name="Code">The kind of reason.</param>
/// <param name="Message">One or two sentences: what failed, what was kept, what to do.</param>
public sealed record Problem(ProblemCode Code, string Message)
{
    /// <summary>What is wrong with which field; empty when the reason is not a field's.</summary>
    public IReadOnlyList<FieldError> Errors { get; init; } = [];

    /// <summary>How long to wait before it is worth trying again; null when nobody can tell.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>A refusal that names its fields.</summary>
    /// <exception cref="ArgumentException">No field is named: then nothing is invalid, or the reason is not a field's.</exception>
    public static Problem Invalid(IReadOnlyList<FieldError> errors) =>
        errors.Count switch
        {
            0 => throw new ArgumentException("A refusal of fields names at least one.", nameof(errors)),
            1 => new Problem(ProblemCode.Invalid, errors[0].Message) { Errors = errors },
            _ => new Problem(ProblemCode.Invalid, $"{errors.Count} fields need attention.") { Errors = errors },
        };

    /// <summary>A refusal that names its one field.</summary>
    public static Problem Invalid(string field, string message) => Invalid([new FieldError(field, message)]);
}

/// <summary>What is wrong with one field.</summary>
/// <param name="Field">The field as the caller knows it, such as <c>line_items[0].quantity</c>.</param>
/// <param name="Message">A full sentence.</param>
public sealed record FieldError(string Field, string Message);
