using Polly;
using Polly.Retry;

namespace Ledgerbridge.Sage.Http;

/// <summary>
/// Repeats reads, and only reads, after a passing fault: two more attempts, about 200 ms and 400 ms later, or as long as Sage asks when
/// that is at most five seconds. Each attempt draws from the allowance like any call.
/// </summary>
internal static class ReadRetry
{
    private static readonly TimeSpan RetryAfterMax = TimeSpan.FromSeconds(5);

    public static ResiliencePipeline<SageAnswer<SageReply>> Pipeline(TimeProvider time) =>
        new ResiliencePipelineBuilder<SageAnswer<SageReply>> { TimeProvider = time }
            .AddRetry(
                new RetryStrategyOptions<SageAnswer<SageReply>>
                {
                    MaxRetryAttempts = 2,
                    Delay = TimeSpan.FromMilliseconds(200),
                    BackoffType = DelayBackoffType.Exponential,
                    UseJitter = true,
                    ShouldHandle = static arguments => ValueTask.FromResult(IsPassing(arguments.Outcome.Result)),
                    DelayGenerator = static arguments => ValueTask.FromResult(AskedFor(arguments.Outcome.Result)),
                }
            )
            .Build();

    private static bool IsPassing(SageAnswer<SageReply>? answer) =>
        answer
            is SageAnswer<SageReply>.Failed
            {
                Failure.Kind: SageFailureKind.Unavailable or SageFailureKind.Unreachable or SageFailureKind.TooManyCalls,
            } failed
        && (failed.Failure.RetryAfter ?? TimeSpan.Zero) <= RetryAfterMax;

    private static TimeSpan? AskedFor(SageAnswer<SageReply>? answer) => (answer as SageAnswer<SageReply>.Failed)?.Failure.RetryAfter;
}
