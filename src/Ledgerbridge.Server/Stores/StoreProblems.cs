using Ledgerbridge.Kernel;

namespace Ledgerbridge.Server.Stores;

/// <summary>Shops' failures as problems of ours.</summary>
internal static class StoreProblems
{
    /// <summary>The problem a person or program is told.</summary>
    public static Problem ToProblem(this StoreFailure failure) =>
        new(
            failure.Kind switch
            {
                StoreFailureKind.NotFound => ProblemCode.NotFound,
                StoreFailureKind.NotConnected or StoreFailureKind.Refused => ProblemCode.Conflict,
                _ => ProblemCode.StoreUnavailable,
            },
            failure.Message
        );
}
