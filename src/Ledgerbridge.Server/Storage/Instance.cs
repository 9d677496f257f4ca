namespace Ledgerbridge.Server.Storage;

/// <summary>
/// This running process among all that share the database. It holds a lock of its own name as long as it lives, so that others can tell
/// whether the holder of unfinished work is still there.
/// </summary>
internal sealed class Instance(ProcessLocks locks, TimeProvider time) : IHostedService, IAsyncDisposable
{
    private IAsyncDisposable? _life;

    /// <summary>The process's name, new at each start.</summary>
    public string Name { get; } = Guid.CreateVersion7(time.GetUtcNow()).ToString("N");

    /// <inheritdoc />
    public async Task StartAsync(CancellationToken cancellationToken) =>
        _life =
            await locks.TryTakeAsync(LockOf(Name), cancellationToken)
            ?? throw new InvalidOperationException("Another process has the same name, which cannot be.");

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>True while the process of that name runs.</summary>
    public async Task<bool> IsAliveAsync(string name, CancellationToken ct)
    {
        if (name == Name)
            return true;
        await using var free = await locks.TryTakeAsync(LockOf(name), ct);
        return free is null;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_life is not null)
            await _life.DisposeAsync();
    }

    private static string LockOf(string name) => $"instance:{name}";
}
