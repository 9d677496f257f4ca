using SQLitePCL;

namespace Ledgerbridge.Sandbox.Storage;

/// <summary>One SQLite connection with its prepared statements. Not for two threads at once; <see cref="BookFile"/> sees to that.</summary>
internal sealed class Sqlite : IDisposable
{
    private const int StatementsMax = 256;
    private readonly sqlite3 _handle;
    private readonly Dictionary<string, Statement> _statements = new(StringComparer.Ordinal);

    static Sqlite() => Batteries_V2.Init();

    public Sqlite(string path)
    {
        const int flags = raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE | raw.SQLITE_OPEN_NOMUTEX;
        var code = raw.sqlite3_open_v2(path, out _handle, flags, null);
        if (code != raw.SQLITE_OK)
            throw new StorageException(code, $"the file {path} could not be opened");
        // synchronous=off: an answered write must survive the process being killed, not the machine losing power. A late checkpoint lets
        // the random pages of many writes be copied back once.
        Run(
            "pragma busy_timeout=5000; pragma journal_mode=wal; pragma synchronous=off; pragma wal_autocheckpoint=4000; "
                + "pragma cache_size=-8000; pragma temp_store=memory"
        );
    }

    /// <summary>The prepared statement of this text, ready to bind. It must be disposed (rewound) after use.</summary>
    public Statement Use(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            if (_statements.Count >= StatementsMax)
                CloseStatements();
            Check(raw.sqlite3_prepare_v2(_handle, sql, out var handle));
            statement = new Statement(this, handle);
            _statements.Add(sql, statement);
        }
        return statement.Take();
    }

    /// <summary>Runs a script of statements without values.</summary>
    public void Run(string script) => Check(raw.sqlite3_exec(_handle, script));

    /// <summary>The number SQLite gave to the row inserted last.</summary>
    public long LastRow => raw.sqlite3_last_insert_rowid(_handle);

    public void Begin() => Use("begin immediate").Run();

    public void BeginRead() => Use("begin").Run();

    public void Commit() => Use("commit").Run();

    public void Rollback()
    {
        if (raw.sqlite3_get_autocommit(_handle) == 0)
            Use("rollback").Run();
    }

    public void Check(int code)
    {
        if (code != raw.SQLITE_OK)
            throw Failure(code);
    }

    public StorageException Failure(int code) => new(code, raw.sqlite3_errmsg(_handle).utf8_to_string());

    public void Dispose()
    {
        CloseStatements();
        _handle.Dispose();
    }

    private void CloseStatements()
    {
        foreach (var statement in _statements.Values)
            statement.Close();
        _statements.Clear();
    }
}
