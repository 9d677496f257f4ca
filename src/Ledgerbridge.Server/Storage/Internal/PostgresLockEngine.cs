using System.Buffers.Binary;
using System.Data;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Ledgerbridge.Server.Storage.Internal;

/// <summary>
/// Locks for PostgreSQL: advisory locks of one session that this process keeps for them all, however many it holds, and whose end, however
/// it comes, frees them. The session would give a lock out twice to its own process; <see cref="ProcessLocks"/> does not ask for one twice.
/// </summary>
internal sealed class PostgresLockEngine(NpgsqlDataSource source) : ILockEngine, IAsyncDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private NpgsqlConnection? _session;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_session is not null)
            await _session.DisposeAsync();
        await source.DisposeAsync();
    }

    public async Task<IAsyncDisposable?> TryTakeAsync(string name, CancellationToken ct)
    {
        var key = BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
        await _turn.WaitAsync(ct);
        try
        {
            if (_session is not { State: ConnectionState.Open })
            {
                if (_session is not null)
                    await _session.DisposeAsync();
                _session = await source.OpenConnectionAsync(ct);
            }
            // Once asked it is answered: a lock whose answer nobody read would be held for ever.
            var taken = (bool)(await ScalarAsync(_session, "SELECT pg_try_advisory_lock($1)", key))!;
            return taken ? new Held(this, _session, key) : null;
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task ReleaseAsync(NpgsqlConnection session, long key)
    {
        await _turn.WaitAsync();
        try
        {
            // A session that broke took its locks with it.
            if (ReferenceEquals(session, _session) && session.State == ConnectionState.Open)
                await ScalarAsync(session, "SELECT pg_advisory_unlock($1)", key);
        }
        catch (NpgsqlException)
        {
            // It broke just now.
        }
        finally
        {
            _turn.Release();
        }
    }

    private static async Task<object?> ScalarAsync(NpgsqlConnection session, string sql, long key)
    {
        await using var command = session.CreateCommand();
        command.CommandText = sql;
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = key });
        return await command.ExecuteScalarAsync(CancellationToken.None);
    }

    private sealed class Held(PostgresLockEngine engine, NpgsqlConnection session, long key) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await engine.ReleaseAsync(session, key);
    }
}
