using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.Server.Storage;

/// <summary>The few places in which the two databases need different words.</summary>
internal static class Dialect
{
    /// <summary>True where a transaction is the only writer there is, so that what it reads is held already.</summary>
    public static bool WritesAlone(this LedgerDb db) => db is SqliteLedgerDb;

    /// <summary>
    /// The rows of a key, held until the transaction ends so that nobody else changes them. SQLite needs no word for that: its
    /// transaction is the only writer. Table and column are names of ours, never of a request.
    /// </summary>
    public static IQueryable<TRow> Locked<TRow>(this LedgerDb db, string table, string keyColumn, string key)
        where TRow : class
    {
        var hold = db.WritesAlone() ? "" : " FOR UPDATE";
        var row = db.Set<TRow>().FromSql(FormattableStringFactory.Create($"SELECT * FROM {table} WHERE {keyColumn} = {{0}}{hold}", key));
        return db.AllWorkspaces ? row.IgnoreQueryFilters() : row;
    }
}
