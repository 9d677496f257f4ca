using System.Diagnostics;

namespace Ledgerbridge.Bench;

/// <summary>
/// A shop that tells so many events a second, whether or not the earlier ones have been answered. An answer's time counts from the moment
/// its event was due, so that a slow moment is not hidden by events that were then not sent.
/// </summary>
internal sealed class IntakeLoad(BenchShop shop)
{
    private long _sent;

    /// <summary>Tells events at a rate, and says what came of it.</summary>
    public async Task<LoadResult> RunAsync(int perSecond, TimeSpan time)
    {
        var (began, count) = (Stopwatch.GetTimestamp(), (int)(perSecond * time.TotalSeconds));
        var (times, wrong) = (new long[count], 0);
        var open = new List<Task>(count);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(1), TimeProvider.System);
        for (var next = 0; next < count; )
        {
            await timer.WaitForNextTickAsync();
            for (; next < count && DueAt(next) <= Stopwatch.GetTimestamp(); next++)
                open.Add(OneAsync(next));
        }
        await Task.WhenAll(open);
        Array.Sort(times);
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        return new LoadResult(count, wrong, count / seconds, At(times, 0.5), At(times, 0.95), At(times, 0.99));

        long DueAt(int index) => began + (long)((double)index / perSecond * Stopwatch.Frequency);

        async Task OneAsync(int index)
        {
            if (!await shop.TellAsync("invoice.created", Interlocked.Increment(ref _sent)))
                Interlocked.Increment(ref wrong);
            times[index] = Stopwatch.GetTimestamp() - DueAt(index);
        }
    }

    private static TimeSpan At(long[] sorted, double share) =>
        Stopwatch.GetElapsedTime(0, sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))]);
}
