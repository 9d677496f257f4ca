using System.Collections.Concurrent;
using Ledgerbridge.Sage.Http;

namespace Ledgerbridge.Sage;

/// <summary>
/// Who waits behind a call. Interactive calls are let through first, then postings, then everything that keeps copies in step.
/// </summary>
public enum CallPriority
{
    /// <summary>A person waits for the answer.</summary>
    Interactive = 0,

    /// <summary>A document is on its way into the books.</summary>
    Posting = 1,

    /// <summary>Copies are being brought into step.</summary>
    Sync = 2,
}

/// <summary>What is left of a business's allowance.</summary>
/// <param name="LeftThisMinute">Calls that can start now, or null when a minute has no limit.</param>
/// <param name="LeftToday">Calls left until midnight UTC, or null when a day has no limit.</param>
public sealed record BudgetState(int? LeftThisMinute, int? LeftToday);

/// <summary>
/// Keeps every business inside Sage's limits: so many calls in any 60 seconds, so many a day (UTC), so many at once. Callers wait in
/// order of priority and then of arrival. Safe for concurrent use; one instance serves a whole process.
/// </summary>
public sealed class CallBudget(SageOptions options, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, BusinessBudget> _businesses = new(StringComparer.Ordinal);

    /// <summary>
    /// Waits for leave to make one call.
    /// </summary>
    /// <param name="businessId">The business whose allowance is drawn from.</param>
    /// <param name="priority">Who waits.</param>
    /// <param name="patience">How long to wait at most; null waits as long as it takes.</param>
    /// <param name="ct">Ends the waiting.</param>
    /// <returns>Leave, to be disposed when the call is over, or <see cref="SageFailureKind.AllowanceSpent"/>.</returns>
    public async ValueTask<SageAnswer<IDisposable>> EnterAsync(
        string businessId,
        CallPriority priority,
        TimeSpan? patience,
        CancellationToken ct
    )
    {
        var business = _businesses.GetOrAdd(businessId, _ => new BusinessBudget(options, time));
        var waiter = business.Enqueue(priority);
        if (waiter.Granted.Task.IsCompletedSuccessfully)
            return new SageAnswer<IDisposable>.Given(waiter);
        using var deadline = patience is { } limit ? new CancellationTokenSource(limit, time) : new CancellationTokenSource();
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct, deadline.Token);
        try
        {
            await waiter.Granted.Task.WaitAsync(both.Token);
            return new SageAnswer<IDisposable>.Given(waiter);
        }
        catch (OperationCanceledException)
        {
            waiter.Dispose();
            ct.ThrowIfCancellationRequested();
            return new SageFailure(
                SageFailureKind.AllowanceSpent,
                "Sage allows this business only so many calls, and they are used up for the moment. Nothing was sent."
            )
            {
                RetryAfter = business.UntilNextCall(priority),
            };
        }
    }

    /// <summary>What is left for a business.</summary>
    public BudgetState Left(string businessId) =>
        _businesses.TryGetValue(businessId, out var business)
            ? business.Left()
            : new BudgetState(Limit(options.CallsPerMinute), Limit(options.CallsPerDay));

    private static int? Limit(int limit) => limit > 0 ? limit : null;
}
