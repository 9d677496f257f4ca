using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Ledgerbridge.Server.Storage.Internal;

/// <summary>
/// PostgreSQL writes side by side and gathers commits itself. A transaction that the database gives up for another's sake runs again, and
/// so does one that found a row made or gone which it had just looked for: the next attempt sees what the other one did.
/// </summary>
internal sealed class PostgresWriter(ILedgerDbPool pool) : IWriter
{
    private const int AttemptsMax = 5;

    public async Task<T> WriteAsync<T>(Action<LedgerDb> scope, Func<LedgerDb, Task<T>> work, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await RunAsync(scope, work);
            }
            catch (Exception failure) when (attempt < AttemptsMax && GaveWay(failure))
            {
                // The next attempt begins from a fresh context; nothing of this one was kept.
            }
        }
    }

    private async Task<T> RunAsync<T>(Action<LedgerDb> scope, Func<LedgerDb, Task<T>> work)
    {
        await using var db = await pool.RentAsync();
        db.Reset();
        scope(db);
        await using var transaction = await db.Database.BeginTransactionAsync();
        var result = await work(db);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return result;
    }

    private static bool GaveWay(Exception failure) =>
        failure is DbUpdateConcurrencyException
        || (failure as PostgresException ?? failure.InnerException as PostgresException)?.SqlState
            is PostgresErrorCodes.SerializationFailure
                or PostgresErrorCodes.DeadlockDetected
                or PostgresErrorCodes.UniqueViolation;
}
