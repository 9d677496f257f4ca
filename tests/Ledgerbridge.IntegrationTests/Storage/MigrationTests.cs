using Ledgerbridge.Server.Storage;
using Ledgerbridge.Server.Storage.Internal;
using Ledgerbridge.Testing;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.IntegrationTests.Storage;

/// <summary>Every database is brought to this version, and neither of the two is behind the model or the other.</summary>
public sealed class MigrationTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task The_migrations_make_exactly_the_model_and_running_them_again_changes_nothing(DatabaseKind database)
    {
        await using var server = await ServerFixture.StartAsync(await ServerPlace.NewUnmigratedAsync(database, Ct), Ct);
        await using var db = await server.Get<ILedgerDbPool>().RentAsync();

        Assert.False(db.Database.HasPendingModelChanges());
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(Ct));
        await server.Get<Migrator>().RunAsync(Ct);
    }

    [Fact]
    public async Task SQLite_lets_readers_and_the_writer_work_side_by_side_and_waits_for_the_disk()
    {
        await using var server = await ServerFixture.StartAsync(Ct);
        await using var db = await server.Get<ILedgerDbPool>().RentAsync();
        await db.Database.OpenConnectionAsync(Ct);

        Assert.Equal("wal", await PragmaAsync(db, "journal_mode"));
        Assert.Equal("2", await PragmaAsync(db, "synchronous"));
    }

    [Fact]
    public async Task Both_databases_have_the_same_migrations_in_the_same_order()
    {
        await using var sqlite = await ServerFixture.StartAsync(DatabaseKind.Sqlite, Ct);
        await using var postgres = await ServerFixture.StartAsync(DatabaseKind.Postgres, Ct);

        Assert.Equal(await NamesAsync(sqlite), await NamesAsync(postgres));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_database_of_a_newer_version_is_refused_in_words(DatabaseKind database)
    {
        await using var server = await ServerFixture.StartAsync(database, Ct);
        await using var db = await server.Get<ILedgerDbPool>().RentAsync();
        await db.Database.ExecuteSqlRawAsync(
            """INSERT INTO storage_migrations ("MigrationId", "ProductVersion") VALUES ('29990101000000_Future', '99.0')""",
            Ct
        );

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => server.Get<Migrator>().RunAsync(Ct));

        Assert.Contains("newer Ledgerbridge", refused.Message, StringComparison.Ordinal);
    }

    private static async Task<string?> PragmaAsync(LedgerDb db, string pragma)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {pragma}";
        return (await command.ExecuteScalarAsync(Ct))?.ToString();
    }

    private static async Task<IReadOnlyList<string>> NamesAsync(ServerFixture server)
    {
        await using var db = await server.Get<ILedgerDbPool>().RentAsync();
        return [.. db.Database.GetMigrations().Select(static id => id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..])];
    }
}
