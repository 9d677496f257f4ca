using System.Collections.Concurrent;

namespace Ledgerbridge.Server.Storage;

/// <summary>
/// Locks by name that hold across threads, processes and, with PostgreSQL, machines. A lock is the engine's own (an open file, a database
/// session), so it is free the moment its holder dies; nothing has to time out. Callers of one process queue in memory first, so that
/// only one of them asks the engine.
/// </summary>
internal sealed class ProcessLocks(ILockEngine engine)
{
    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(5);

    private readonly ConcurrentDictionary<string, SemaphoreSlim> _queues = new(StringComparer.Ordinal);

    /// <summary>Takes the lock if it is free; null when somebody holds it.</summary>
    public Task<IAsyncDisposable?> TryTakeAsync(string name, CancellationToken ct) => TakeAsync(name, TimeSpan.Zero, ct);

    /// <summary>Waits for the lock; null when <paramref name="patience"/> ends first.</summary>
    public async Task<IAsyncDisposable?> TakeAsync(string name, TimeSpan patience, CancellationToken ct)
    {
        // Patience is real time: other processes do not share an injected clock.
        var clock = TimeProvider.System;
        var began = clock.GetTimestamp();
        var queue = _queues.GetOrAdd(name, static _ => new SemaphoreSlim(1, 1));
        if (!await queue.WaitAsync(patience, ct))
            return null;
        var handedOver = false;
        try
        {
            while (true)
            {
                if (await engine.TryTakeAsync(name, ct) is { } held)
                {
                    handedOver = true;
                    return new Lock(held, queue);
                }
                if (clock.GetElapsedTime(began) >= patience)
                    return null;
                await Task.Delay(PollEvery, clock, ct);
            }
        }
        finally
        {
            if (!handedOver)
                queue.Release();
        }
    }

    private sealed class Lock(IAsyncDisposable held, SemaphoreSlim queue) : IAsyncDisposable
    {
        private int _released;

        public async ValueTask DisposeAsync()
        {
            if (Interlocked.Exchange(ref _released, 1) == 1)
                return;
            try
            {
                await held.DisposeAsync();
            }
            finally
            {
                queue.Release();
            }
        }
    }
}

/// <summary>What really locks: the file system for SQLite, PostgreSQL for itself.</summary>
internal interface ILockEngine
{
    /// <summary>Takes the lock if it is free; disposing the result, or the end of the process, frees it.</summary>
    Task<IAsyncDisposable?> TryTakeAsync(string name, CancellationToken ct);
}
