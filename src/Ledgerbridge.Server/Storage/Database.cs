using Ledgerbridge.Server.Storage.Internal;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.Server.Storage;

/// <summary>
/// The way to the tables. Reads see one workspace or, for the few tasks that look after all, every one. A write is one transaction: all
/// of it is durable when the task completes, or none of it is.
/// </summary>
internal sealed class Database(ILedgerDbPool pool, IWriter writer)
{
    /// <summary>Reads in a workspace.</summary>
    public Task<T> ReadAsync<T>(WorkspaceId workspace, Func<LedgerDb, Task<T>> read) => ReadAsync(db => db.Workspace = workspace, read);

    /// <summary>Reads across workspaces. Callers are sign-in, recovery and schedules; a test lists them.</summary>
    public Task<T> ReadAllAsync<T>(Func<LedgerDb, Task<T>> read) => ReadAsync(static db => db.AllWorkspaces = true, read);

    /// <summary>Writes in a workspace. The work may run again when the database asks for it, so it must only touch the context.</summary>
    public Task<T> WriteAsync<T>(WorkspaceId workspace, Func<LedgerDb, Task<T>> work, CancellationToken ct) =>
        writer.WriteAsync(db => db.Workspace = workspace, work, ct);

    /// <summary>Writes in a workspace.</summary>
    public Task WriteAsync(WorkspaceId workspace, Func<LedgerDb, Task> work, CancellationToken ct) =>
        WriteAsync(workspace, work.WithoutResult(), ct);

    /// <summary>Writes across workspaces.</summary>
    public Task<T> WriteAllAsync<T>(Func<LedgerDb, Task<T>> work, CancellationToken ct) =>
        writer.WriteAsync(static db => db.AllWorkspaces = true, work, ct);

    /// <summary>Writes across workspaces.</summary>
    public Task WriteAllAsync(Func<LedgerDb, Task> work, CancellationToken ct) => WriteAllAsync(work.WithoutResult(), ct);

    private async Task<T> ReadAsync<T>(Action<LedgerDb> scope, Func<LedgerDb, Task<T>> read)
    {
        await using var db = await pool.RentAsync();
        db.Reset();
        scope(db);
        return await read(db);
    }
}

/// <summary>Hands out contexts for reading.</summary>
internal interface ILedgerDbPool
{
    /// <summary>A context of the configured database; disposing it gives it back.</summary>
    Task<LedgerDb> RentAsync();
}

/// <summary>Runs pieces of writing work in transactions, in the way that suits the database.</summary>
internal interface IWriter
{
    /// <summary>Runs one piece of work in a transaction and completes once it is durable.</summary>
    Task<T> WriteAsync<T>(Action<LedgerDb> scope, Func<LedgerDb, Task<T>> work, CancellationToken ct);
}

/// <summary>The pool over the framework's pooled factory.</summary>
internal sealed class LedgerDbPool<TDb>(IDbContextFactory<TDb> factory) : ILedgerDbPool
    where TDb : LedgerDb
{
    public async Task<LedgerDb> RentAsync() => await factory.CreateDbContextAsync();
}
