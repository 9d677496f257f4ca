using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Ledgerbridge.Server.Storage.Internal;

/// <summary>
/// Locks for PostgreSQL: advisory locks of a session that stays open while the lock is held and whose end, however it comes, frees it.
/// </summary>
internal sealed class PostgresLockEngine(NpgsqlDataSource source) : ILockEngine, IAsyncDisposable
{
    /// <inheritdoc />
    public ValueTask DisposeAsync() => source.DisposeAsync();

    public async Task<IAsyncDisposable?> TryTakeAsync(string name, CancellationToken ct)
    {
        var key = BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
        var session = await source.OpenConnectionAsync(ct);
        var taken = false;
        try
        {
            taken = (bool)(await ScalarAsync(session, "SELECT pg_try_advisory_lock($1)", key, ct))!;
            return taken ? new Held(session, key) : null;
        }
        finally
        {
            if (!taken)
                await session.DisposeAsync();
        }
    }

    private static async Task<object?> ScalarAsync(NpgsqlConnection session, string sql, long key, CancellationToken ct)
    {
        await using var command = session.CreateCommand();
        command.CommandText = sql;
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = key });
        return await command.ExecuteScalarAsync(ct);
    }

    private sealed class Held(NpgsqlConnection session, long key) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            try
            {
                await ScalarAsync(session, "SELECT pg_advisory_unlock($1)", key, CancellationToken.None);
            }
            catch (NpgsqlException)
            {
                // The session broke, and the lock went with it.
            }
            finally
            {
                await session.DisposeAsync();
            }
        }
    }
}
