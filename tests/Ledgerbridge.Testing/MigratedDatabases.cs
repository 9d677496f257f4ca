using Ledgerbridge.Server.Storage;
using Ledgerbridge.Server.Storage.Internal;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Ledgerbridge.Testing;

/// <summary>
/// Databases brought to this version by the product's own migrations, once in a test run; every test gets a copy. The copies are what
/// the migrations made, and cost a hundredth of them.
/// </summary>
internal static class MigratedDatabases
{
    private const string FileName = "ledgerbridge.db";
    private static readonly Lazy<Task<string>> LazySqlite = new(MigrateSqliteAsync);

    /// <summary>Puts a copy into a data directory.</summary>
    public static async Task CopySqliteAsync(string folder) => File.Copy(await LazySqlite.Value, Path.Combine(folder, FileName));

    /// <summary>Runs the migrations on a database.</summary>
    public static async Task MigrateAsync(ServerPlace place)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(ServerFixture.SettingsFor(place, new Uri("http://127.0.0.1")))
            .Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration).AddLogging().AddStorage(configuration);
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<Migrator>().RunAsync(CancellationToken.None);
    }

    private static async Task<string> MigrateSqliteAsync()
    {
        var place = ServerPlace.Empty(DatabaseKind.Sqlite, "");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(place.Folder, recursive: true);
        await MigrateAsync(place);
        var file = Path.Combine(place.Folder, FileName);
        // What is still in the write-ahead log would be missing from a copy of the file.
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE);";
        await command.ExecuteNonQueryAsync();
        return file;
    }
}
