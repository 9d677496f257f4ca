using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Ledgerbridge.Server.Storage;
using Npgsql;

namespace Ledgerbridge.Testing;

/// <summary>
/// A real PostgreSQL of the test run's own, started once in a temporary folder from the machine's own programs and stopped with the
/// process. Each test gets its own database in it.
/// </summary>
public sealed class PostgresCluster
{
    private const string Superuser = "postgres";
    private const int StopMilliseconds = 10_000;
    private static readonly Lazy<Task<PostgresCluster?>> LazyShared = new(StartAsync);

    private readonly int _port;
    private readonly Lazy<Task<string>> _migrated;
    private int _databases;

    private PostgresCluster(int port)
    {
        _port = port;
        _migrated = new Lazy<Task<string>>(MigrateAsync);
    }

    /// <summary>The shared one; null on a machine without PostgreSQL.</summary>
    public static Task<PostgresCluster?> SharedAsync() => LazyShared.Value;

    /// <summary>Makes an empty database and returns its connection string.</summary>
    public Task<string> NewDatabaseAsync(CancellationToken ct) => CreateDatabaseAsync("template1", ct);

    /// <summary>Makes a database of this version, a copy of one that was migrated, and returns its connection string.</summary>
    public async Task<string> NewMigratedDatabaseAsync(CancellationToken ct) => await CreateDatabaseAsync(await _migrated.Value, ct);

    private async Task<string> CreateDatabaseAsync(string template, CancellationToken ct)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"test_{Environment.ProcessId}_{Interlocked.Increment(ref _databases)}");
        await using var source = NpgsqlDataSource.Create(ConnectionString(Superuser));
        await using var create = source.CreateCommand($"CREATE DATABASE {name} TEMPLATE {template}");
        await create.ExecuteNonQueryAsync(ct);
        return ConnectionString(name);
    }

    private async Task<string> MigrateAsync()
    {
        var place = ServerPlace.Empty(DatabaseKind.Postgres, await NewDatabaseAsync(CancellationToken.None));
        await MigratedDatabases.MigrateAsync(place);
        Directory.Delete(place.Folder, recursive: true);
        return new NpgsqlConnectionStringBuilder(place.ConnectionString).Database!;
    }

    private string ConnectionString(string database) =>
        $"Host=127.0.0.1;Port={_port};Username={Superuser};Database={database};Maximum Pool Size=40;Include Error Detail=false";

    private static async Task<PostgresCluster?> StartAsync()
    {
        if (Programs() is not { } programs)
            return null;
        var folder = Directory.CreateTempSubdirectory("ledgerbridge-postgres-").FullName;
        var port = FreePort();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop(programs, folder);
        // PostgreSQL refuses to run as root, so root lends the folder to the user that Debian's package made.
        if (Environment.IsPrivilegedProcess)
            await RunAsync(Start("chown", [Superuser, folder]));
        await RunAsUserAsync(
            Path.Combine(programs, "initdb"),
            ["--pgdata", $"{folder}/data", "--username", Superuser, "--auth", "trust", "--no-sync"]
        );
        var settings =
            $"-p {port} -k {folder} -h 127.0.0.1 -c fsync=off -c full_page_writes=off -c max_connections=300 -c shared_buffers=64MB";
        await RunAsUserAsync(
            Path.Combine(programs, "pg_ctl"),
            ["start", "--wait", "--pgdata", $"{folder}/data", "--log", $"{folder}/log", "--options", settings]
        );
        return new PostgresCluster(port);
    }

    private static void Stop(string programs, string folder)
    {
        string[] arguments = ["stop", "--mode", "immediate", "--pgdata", $"{folder}/data"];
        using var process = Process.Start(AsUser(Path.Combine(programs, "pg_ctl"), arguments))!;
        process.WaitForExit(StopMilliseconds);
        Directory.Delete(folder, recursive: true);
    }

    private static string? Programs() =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory
                .GetDirectories("/usr/lib/postgresql")
                .Select(static version => Path.Combine(version, "bin"))
                .Where(static bin => File.Exists(Path.Combine(bin, "initdb")))
                .OrderDescending(StringComparer.Ordinal)
                .FirstOrDefault()
            : null;

    private static Task RunAsUserAsync(string program, string[] arguments) => RunAsync(AsUser(program, arguments));

    private static ProcessStartInfo AsUser(string program, string[] arguments) =>
        Environment.IsPrivilegedProcess ? Start("runuser", ["-u", Superuser, "--", program, .. arguments]) : Start(program, arguments);

    private static ProcessStartInfo Start(string program, string[] arguments) =>
        new(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };

    private static async Task RunAsync(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        // pg_ctl leaves the server behind with these pipes open, so only the error pipe of a failed run is read, and only then.
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{start.FileName} failed: {await process.StandardError.ReadToEndAsync()}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
