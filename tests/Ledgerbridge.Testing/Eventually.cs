namespace Ledgerbridge.Testing;

/// <summary>
/// Waits for something that happens on another thread or in another process and cannot be awaited. It looks again and again in real time,
/// and gives up loudly; nothing is ever waited for longer than it takes.
/// </summary>
public static class Eventually
{
    /// <summary>A process on a busy machine starts, fails once and tries again after half a minute; it is not stuck before.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    /// <summary>Waits until it is so.</summary>
    /// <exception cref="TimeoutException">It was not so for two minutes.</exception>
    public static Task TrueAsync(Func<bool> isSo, string what, CancellationToken ct) => TrueAsync(() => Task.FromResult(isSo()), what, ct);

    /// <summary>Waits until it is so.</summary>
    /// <exception cref="TimeoutException">It was not so for two minutes.</exception>
    public static async Task TrueAsync(Func<Task<bool>> isSo, string what, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(isSo);
        var clock = TimeProvider.System;
        var began = clock.GetTimestamp();
        while (!await isSo())
        {
            if (clock.GetElapsedTime(began) > Patience)
                throw new TimeoutException($"Nothing came of it: {what}.");
            await Task.Delay(Pause, clock, ct);
        }
    }
}
