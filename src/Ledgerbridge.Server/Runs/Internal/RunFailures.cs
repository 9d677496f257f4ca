using Ledgerbridge.Kernel;
using Ledgerbridge.Server.Posting.Plans;
using Ledgerbridge.Server.Stores;

namespace Ledgerbridge.Server.Runs.Internal;

/// <summary>What the failures of a shop, of Sage and of the journal mean for a run.</summary>
internal static class RunFailures
{
    /// <summary>What a shop's failure means.</summary>
    public static RunOutcome.Failed Of(StoreFailure failure)
    {
        var cause = failure.Kind switch
        {
            StoreFailureKind.NotFound => FailureCause.StoreNotFound,
            StoreFailureKind.Refused or StoreFailureKind.NotConnected => FailureCause.StoreRefused,
            StoreFailureKind.Rejected or StoreFailureKind.TooLarge => FailureCause.DocumentUnreadable,
            StoreFailureKind.Maintenance
            or StoreFailureKind.Failing
            or StoreFailureKind.Unreachable
            or StoreFailureKind.Unreadable
            or StoreFailureKind.Moved
            or StoreFailureKind.Forbidden => FailureCause.StoreUnavailable,
            _ => throw new ArgumentOutOfRangeException(nameof(failure), failure.Kind, "Every kind of failure has a cause."),
        };
        return new RunOutcome.Failed(cause, failure.Message, cause.NextStep())
        {
            MayPass = failure.MayPass,
            AttemptsMax = failure.Kind == StoreFailureKind.NotFound ? RunSchedule.NotFoundAttemptsMax : null,
        };
    }

    /// <summary>What a problem with Sage means.</summary>
    public static RunOutcome.Failed Of(Problem problem)
    {
        var (cause, mayPass) = problem.Code switch
        {
            ProblemCode.ReconnectNeeded or ProblemCode.NoBusiness => (FailureCause.SageReconnect, true),
            ProblemCode.NotFound => (FailureCause.SageNotFound, false),
            ProblemCode.SageBusy => (FailureCause.SageBusy, true),
            ProblemCode.SageUnavailable => (FailureCause.SageUnavailable, true),
            ProblemCode.Differs => (FailureCause.SageDiffers, false),
            _ => (FailureCause.SageRefused, false),
        };
        var remarks = string.Concat(problem.Errors.Select(static error => $" {error.Field}: {error.Message}"));
        return new RunOutcome.Failed(cause, problem.Message + remarks, cause.NextStep()) { MayPass = mayPass };
    }
}
