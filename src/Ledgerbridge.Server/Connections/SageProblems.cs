using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;

namespace Ledgerbridge.Server.Connections;

/// <summary>Sage's failures as problems of ours.</summary>
internal static class SageProblems
{
    /// <summary>The problem a person or program is told.</summary>
    public static Problem ToProblem(this SageFailure failure) =>
        new(CodeOf(failure.Kind), Sentence(failure))
        {
            Errors =
            [
                .. failure.Remarks.Where(static remark => remark.Field.Length > 0).Select(static r => new FieldError(r.Field, r.Message)),
            ],
        };

    private static ProblemCode CodeOf(SageFailureKind kind) =>
        kind switch
        {
            SageFailureKind.GrantLost or SageFailureKind.NotSignedIn => ProblemCode.ReconnectNeeded,
            SageFailureKind.NotFound => ProblemCode.NotFound,
            SageFailureKind.Refused or SageFailureKind.NotPermitted or SageFailureKind.SubscriptionEnded => ProblemCode.SageRefused,
            SageFailureKind.TooManyCalls or SageFailureKind.AllowanceSpent => ProblemCode.SageBusy,
            SageFailureKind.Unavailable or SageFailureKind.Unreachable or SageFailureKind.TimedOut or SageFailureKind.Unreadable =>
                ProblemCode.SageUnavailable,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Give every kind of failure a problem."),
        };

    private static string Sentence(SageFailure failure) =>
        failure.RequestId is { } id ? $"{failure.Message} (Sage's request id: {id})" : failure.Message;
}
