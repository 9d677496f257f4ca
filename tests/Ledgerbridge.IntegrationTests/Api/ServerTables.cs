using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ledgerbridge.Server.Mirror;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Testing;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.IntegrationTests.Api;

/// <summary>Looks into a server's database, and changes it, from outside: what the server itself would never do.</summary>
internal static class ServerTables
{
    /// <summary>Runs a statement and returns how many rows it changed.</summary>
    public static async Task<int> ExecuteAsync(this ServerFixture server, string sql, CancellationToken ct)
    {
        await using var db = await OpenAsync(server, ct);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>The rows of a query, each value as text.</summary>
    public static async Task<IReadOnlyList<string[]>> RowsAsync(this ServerFixture server, string sql, CancellationToken ct)
    {
        await using var db = await OpenAsync(server, ct);
        return await RowsAsync(db.Database.GetDbConnection(), sql, ct);
    }

    /// <summary>The one value of a query as a number.</summary>
    public static async Task<long> NumberAsync(this ServerFixture server, string sql, CancellationToken ct) =>
        long.Parse((await server.RowsAsync(sql, ct))[0][0], CultureInfo.InvariantCulture);

    /// <summary>The names of all tables of ours.</summary>
    public static async Task<IReadOnlyList<string>> TableNamesAsync(this ServerFixture server, CancellationToken ct)
    {
        await using var db = await OpenAsync(server, ct);
        return [.. db.Model.GetEntityTypes().Select(static type => type.GetTableName()!).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>What every table holds, as one hash each; equal hashes mean that nothing was changed.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> HashesAsync(
        this ServerFixture server,
        CancellationToken ct,
        params string[] except
    )
    {
        await server.Get<MirrorWrites>().FlushAsync(ct);
        var hashes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in (await server.TableNamesAsync(ct)).Except(except))
        {
            var rows = await server.RowsAsync($"SELECT * FROM {table}", ct);
            var text = string.Join('\n', rows.Select(static row => string.Join('\t', row)).Order(StringComparer.Ordinal));
            hashes[table] = $"{rows.Count} rows {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";
        }
        return hashes;
    }

    /// <summary>Everything in every table as one text, to look for what must not be there.</summary>
    public static async Task<string> EverythingAsync(this ServerFixture server, CancellationToken ct, params string[] tables)
    {
        var text = new StringBuilder();
        foreach (var table in tables.Length > 0 ? tables : await server.TableNamesAsync(ct))
        {
            foreach (var row in await server.RowsAsync($"SELECT * FROM {table}", ct))
                text.Append(table).Append(": ").AppendJoin('\t', row).Append('\n');
        }
        return text.ToString();
    }

    private static async Task<LedgerDb> OpenAsync(ServerFixture server, CancellationToken ct)
    {
        var db = await server.Get<ILedgerDbPool>().RentAsync();
        if (db.Database.GetDbConnection().State != ConnectionState.Open)
            await db.Database.OpenConnectionAsync(ct);
        return db;
    }

    private static async Task<IReadOnlyList<string[]>> RowsAsync(DbConnection connection, string sql, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<string[]>();
        while (await reader.ReadAsync(ct))
            rows.Add([
                .. Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture)!),
            ]);
        return rows;
    }
}
