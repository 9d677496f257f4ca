using System.ComponentModel.DataAnnotations;

namespace Ledgerbridge.Server.Storage;

/// <summary>The databases Ledgerbridge can live in. Both are held to the same tests.</summary>
public enum DatabaseKind
{
    /// <summary>One file beside the program; one machine.</summary>
    Sqlite = 1,

    /// <summary>A PostgreSQL server; any number of machines.</summary>
    Postgres,
}

/// <summary>Where things are kept. Section <c>Ledgerbridge:Storage</c>.</summary>
public sealed class StorageOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Ledgerbridge:Storage";

    /// <summary>Which database. Default <c>Sqlite</c>.</summary>
    [EnumDataType(typeof(DatabaseKind), ErrorMessage = "Ledgerbridge:Storage:Database must be Sqlite or Postgres.")]
    public DatabaseKind Database { get; set; } = DatabaseKind.Sqlite;

    /// <summary>
    /// The connection string for PostgreSQL, such as <c>Host=db;Database=ledgerbridge;Username=ledgerbridge;Password=…</c>. Not used with
    /// SQLite.
    /// </summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>The folder for the SQLite file, the key ring and lock files. Default <c>data</c> below the working directory.</summary>
    [Required(ErrorMessage = "Ledgerbridge:Storage:DataDirectory must name a folder, such as /var/lib/ledgerbridge.")]
    public string DataDirectory { get; set; } = "data";

    /// <summary>
    /// Whether this process takes its share of scheduled work: keeping grants alive, carrying on with postings. Default true; at least
    /// one process that
    /// shares the database must.
    /// </summary>
    public bool RunSchedules { get; set; } = true;
}
