using System.Threading.Channels;
using Microsoft.EntityFrameworkCore.Storage;

namespace Ledgerbridge.Server.Storage.Internal;

/// <summary>
/// SQLite has one writer at a time and pays for every commit with a wait for the disk. So pieces of work that arrive together share a
/// transaction and its one wait, each behind a savepoint of its own: one that fails is undone alone. Nobody is told that work is done
/// before the commit is.
/// </summary>
internal sealed class SqliteWriter : IWriter, IHostedService, IAsyncDisposable
{
    private const int BatchMax = 64;

    private readonly ILedgerDbPool _pool;
    private readonly Channel<Work> _queue = Channel.CreateUnbounded<Work>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Task _pump;

    public SqliteWriter(ILedgerDbPool pool)
    {
        _pool = pool;
        _pump = Task.Run(PumpAsync);
    }

    public async Task<T> WriteAsync<T>(Action<LedgerDb> scope, Func<LedgerDb, Task<T>> work, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var piece = new Work<T>(scope, work);
        if (!_queue.Writer.TryWrite(piece))
            throw new InvalidOperationException("The database is being closed.");
        // Once queued the work runs to its end; only a caller that has not been served yet could wish it away, and then it may not know
        // whether it was.
        return await piece.Done;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Writes what is queued before the process ends.</summary>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        _queue.Writer.TryComplete();
        return _pump.WaitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _pump;
    }

    private async Task PumpAsync()
    {
        var batch = new List<Work>(BatchMax);
        while (await _queue.Reader.WaitToReadAsync())
        {
            batch.Clear();
            while (batch.Count < BatchMax && _queue.Reader.TryRead(out var work))
                batch.Add(work);
            await RunAsync(batch);
        }
    }

    private async Task RunAsync(List<Work> batch)
    {
        try
        {
            await using var connection = await _pool.RentAsync();
            await using var transaction = await connection.Database.BeginTransactionAsync();
            foreach (var work in batch)
                await RunOneAsync(work, connection, transaction, alone: batch.Count == 1);
            await transaction.CommitAsync();
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // The whole transaction is undone, so none of the pieces happened and each caller learns why.
            foreach (var work in batch)
                work.Fail(failure);
            return;
        }
        foreach (var work in batch)
            work.Complete();
    }

    private static async Task RunOneAsync(Work work, LedgerDb db, IDbContextTransaction transaction, bool alone)
    {
        const string Savepoint = "piece";
        db.Reset();
        work.Scope(db);
        if (alone)
        {
            await work.RunAsync(db);
            await db.SaveChangesAsync();
            return;
        }
        await transaction.CreateSavepointAsync(Savepoint);
        try
        {
            await work.RunAsync(db);
            await db.SaveChangesAsync();
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            await transaction.RollbackToSavepointAsync(Savepoint);
            work.Fail(failure);
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
        await transaction.ReleaseSavepointAsync(Savepoint);
    }

    private abstract class Work(Action<LedgerDb> scope)
    {
        public Action<LedgerDb> Scope { get; } = scope;

        public abstract Task RunAsync(LedgerDb db);

        public abstract void Complete();

        public abstract void Fail(Exception failure);
    }

    private sealed class Work<T>(Action<LedgerDb> scope, Func<LedgerDb, Task<T>> work) : Work(scope)
    {
        private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T _result = default!;

        public Task<T> Done => _done.Task;

        public override async Task RunAsync(LedgerDb db) => _result = await work(db);

        public override void Complete() => _done.TrySetResult(_result);

        public override void Fail(Exception failure) => _done.TrySetException(failure);
    }
}
