using System.Data;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Ledgerbridge.Server.Storage.Internal;

/// <summary>
/// Brings the database to the present version, forwards only. Asks the history table first with a plain query, because building the model
/// costs half a second that a start with nothing to do should not pay.
/// </summary>
internal sealed class Migrator(ILedgerDbPool pool)
{
    public async Task RunAsync(CancellationToken ct)
    {
        await using var db = await pool.RentAsync();
        var known = typeof(LedgerDb)
            .Assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<DbContextAttribute>()?.ContextType == db.GetType())
            .Select(static type => type.GetCustomAttribute<MigrationAttribute>()?.Id)
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        var applied = await AppliedAsync(db, ct);
        if (applied.Except(known).ToArray() is { Length: > 0 } newer)
        {
            throw new InvalidOperationException(
                $"The database was written by a newer Ledgerbridge (it knows {newer[0]}). "
                    + "Start that version, or restore a backup of this one."
            );
        }
        if (!known.SetEquals(applied))
            await db.Database.MigrateAsync(ct);
    }

    private static async Task<HashSet<string>> AppliedAsync(LedgerDb db, CancellationToken ct)
    {
        var applied = new HashSet<string>(StringComparer.Ordinal);
        try
        {
            var connection = db.Database.GetDbConnection();
            if (connection.State != ConnectionState.Open)
                await db.Database.OpenConnectionAsync(ct);
            await using var command = connection.CreateCommand();
            command.CommandText = """SELECT "MigrationId" FROM storage_migrations""";
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
                applied.Add(reader.GetString(0));
        }
        catch (System.Data.Common.DbException)
        {
            // No history table, or no database yet: everything is to be applied, and MigrateAsync tells better what is wrong otherwise.
        }
        return applied;
    }
}
