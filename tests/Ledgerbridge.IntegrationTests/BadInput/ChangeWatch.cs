using System.Globalization;
using Ledgerbridge.Server.Mirror;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Testing;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.IntegrationTests.BadInput;

/// <summary>
/// Tells whether anything was written to a SQLite database since it was last asked: the file's own version, as a connection sees it that
/// writes nothing itself. Asking costs microseconds, so it can be asked after every request.
/// </summary>
internal sealed class ChangeWatch : IAsyncDisposable
{
    private readonly LedgerDb _db;
    private readonly MirrorWrites _ownWrites;
    private long _last;

    private ChangeWatch(LedgerDb db, MirrorWrites ownWrites) => (_db, _ownWrites) = (db, ownWrites);

    /// <summary>Begins to watch.</summary>
    public static async Task<ChangeWatch> StartAsync(ServerFixture server)
    {
        var db = await server.Get<ILedgerDbPool>().RentAsync();
        await db.Database.OpenConnectionAsync();
        var watch = new ChangeWatch(db, server.Get<MirrorWrites>());
        await watch.ChangedAsync();
        return watch;
    }

    /// <summary>True when something was written since the last time.</summary>
    public async Task<bool> ChangedAsync()
    {
        // What an accepted request wrote to Sage reaches the copies beside the answer; it must not be taken for the next request's doing.
        await _ownWrites.FlushAsync(CancellationToken.None);
        await using var command = _db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA data_version";
        var version = Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
        var changed = version != _last;
        _last = version;
        return changed;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _db.Database.CloseConnectionAsync();
        await _db.DisposeAsync();
    }
}
