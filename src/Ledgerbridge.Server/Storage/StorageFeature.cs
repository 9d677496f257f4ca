using System.Data.Common;
using System.Runtime.CompilerServices;
using Ledgerbridge.Server.Storage.Internal;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Options;
using Npgsql;
using SQLitePCL;

namespace Ledgerbridge.Server.Storage;

/// <summary>The database, whichever it is.</summary>
internal static class StorageFeature
{
    private const string FileName = "ledgerbridge.db";

    /// <summary>Adds the database that <see cref="StorageOptions"/> name.</summary>
    public static void AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection(StorageOptions.Section).Get<StorageOptions>() ?? new StorageOptions();
        services.AddOptions<StorageOptions>().BindConfiguration(StorageOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        if (options.Database == DatabaseKind.Postgres)
            AddPostgres(services, options);
        else
            AddSqlite(services, options);
        services.AddOptions<KeyOptions>().BindConfiguration(KeyOptions.Section);
        services.AddSingleton<IKeySource>(static provider =>
            provider.GetRequiredService<IOptions<KeyOptions>>().Value.Ring is { Count: > 0 } ring
                ? new SettingsKeySource(ring)
                : provider.GetRequiredService<FileKeySource>()
        );
        services.AddSingleton(static provider => new FileKeySource(
            Path.Combine(Path.GetFullPath(provider.GetRequiredService<IOptions<StorageOptions>>().Value.DataDirectory), "keys.json"),
            provider.GetRequiredService<TimeProvider>()
        ));
        services.AddSingleton<KeyRing>();
        services.AddSingleton<KeyRotation>();
        services.AddSingleton<Database>();
        services.AddSingleton<Stamps>();
        services.AddSingleton(typeof(Remembered<,>));
        services.AddSingleton<ProcessLocks>();
        services.AddSingleton<Migrator>();
        services.AddSingleton<Instance>();
        services.AddHostedService(static provider => provider.GetRequiredService<Instance>());
        if (options.RunSchedules)
            services.AddSchedules(options);
    }

    /// <summary>Brings the database to this version.</summary>
    public static Task PrepareStorageAsync(this IHost host, CancellationToken ct) =>
        host.Services.GetRequiredService<Migrator>().RunAsync(ct);

    /// <summary>The connection string of the SQLite file in a data directory.</summary>
    public static string SqliteConnectionString(StorageOptions options) =>
        $"Data Source={Path.Combine(Path.GetFullPath(options.DataDirectory), FileName)};Default Timeout=30";

    private static void AddSqlite(IServiceCollection services, StorageOptions options)
    {
        Directory.CreateDirectory(options.DataDirectory);
        services.AddPooledDbContextFactory<SqliteLedgerDb>(db => db.UseLedgerSqlite(SqliteConnectionString(options)));
        services.AddSingleton<ILedgerDbPool, LedgerDbPool<SqliteLedgerDb>>();
        services.AddSingleton<DbDataSource>(_ => SqliteFactory.Instance.CreateDataSource(SqliteConnectionString(options)));
        services.AddSingleton<SqliteWriter>();
        services.AddSingleton<IWriter>(static provider => provider.GetRequiredService<SqliteWriter>());
        services.AddHostedService(static provider => provider.GetRequiredService<SqliteWriter>());
        services.AddSingleton<ILockEngine>(static provider => new FileLockEngine(
            Path.Combine(Path.GetFullPath(provider.GetRequiredService<IOptions<StorageOptions>>().Value.DataDirectory), "locks")
        ));
    }

    private static void AddPostgres(IServiceCollection services, StorageOptions options)
    {
        services.AddSingleton(_ => NpgsqlDataSource.Create(options.ConnectionString));
        services.AddPooledDbContextFactory<PostgresLedgerDb>(
            static (provider, db) => db.UseLedgerPostgres(provider.GetRequiredService<NpgsqlDataSource>())
        );
        services.AddSingleton<ILedgerDbPool, LedgerDbPool<PostgresLedgerDb>>();
        services.AddSingleton<DbDataSource>(static provider => provider.GetRequiredService<NpgsqlDataSource>());
        services.AddSingleton<IWriter, PostgresWriter>();
        // A pool of its own: were locks to take the last connections, whoever holds one could not do the work he holds it for.
        services.AddSingleton<ILockEngine>(_ => new PostgresLockEngine(NpgsqlDataSource.Create(options.ConnectionString)));
    }
}

/// <summary>How contexts are set up, shared with the design-time tool that writes migrations.</summary>
internal static class LedgerDbOptions
{
    private const string HistoryTable = "storage_migrations";

    public static void UseLedgerSqlite(this DbContextOptionsBuilder db, string connectionString) =>
        Quiet(db)
            .UseSqlite(connectionString, static sqlite => sqlite.MigrationsHistoryTable(HistoryTable))
            .AddInterceptors(new SqlitePragmas());

    public static void UseLedgerPostgres(this DbContextOptionsBuilder db, NpgsqlDataSource source) =>
        Quiet(db).UseNpgsql(source, static postgres => postgres.MigrationsHistoryTable(HistoryTable));

    /// <summary>Values of rows never reach a log or an exception text.</summary>
    private static DbContextOptionsBuilder Quiet(DbContextOptionsBuilder db) =>
        db.EnableSensitiveDataLogging(false).UseQueryTrackingBehavior(QueryTrackingBehavior.TrackAll);

    /// <summary>
    /// Waits for a busy file instead of failing; lets readers and the writer work side by side (a write-ahead log, which the framework only
    /// sets for a file it made itself); and waits for the disk at every commit: what Ledgerbridge has called done survives a power cut.
    /// </summary>
    private sealed class SqlitePragmas : DbConnectionInterceptor
    {
        private const string Pragmas =
            "PRAGMA busy_timeout=5000; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY;";

        // A pooled connection keeps what it was told, and is opened for every read: the same three statements need not be told again.
        private readonly ConditionalWeakTable<sqlite3, object> _told = [];

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            if (connection is not SqliteConnection { Handle: { } handle } || !_told.TryAdd(handle, _told))
                return;
            using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
        }

        public override Task ConnectionOpenedAsync(
            DbConnection connection,
            ConnectionEndEventData eventData,
            CancellationToken cancellationToken = default
        )
        {
            // SQLite has nothing to wait for.
            ConnectionOpened(connection, eventData);
            return Task.CompletedTask;
        }
    }
}
