using System.Text;
using SQLitePCL;

namespace Ledgerbridge.Sandbox.Storage;

/// <summary>
/// One prepared statement of one connection, used again and again. Values are bound in order with <c>With</c>; disposing only rewinds it,
/// so that <c>using var row = db.Use(...)</c> costs no preparation and no allocation.
/// </summary>
internal sealed class Statement : IDisposable
{
    private readonly Sqlite _owner;
    private readonly sqlite3_stmt _handle;
    private int _bound;
    private bool _busy;

    public Statement(Sqlite owner, sqlite3_stmt handle)
    {
        _owner = owner;
        _handle = handle;
    }

    /// <summary>Takes the statement for one use.</summary>
    /// <exception cref="InvalidOperationException">The same statement is already being read further up the call stack.</exception>
    public Statement Take()
    {
        if (_busy)
            throw new InvalidOperationException("This statement is being read already; read it to its end first.");
        _busy = true;
        _bound = 0;
        return this;
    }

    /// <summary>Binds the next value.</summary>
    public Statement With(long value)
    {
        _owner.Check(raw.sqlite3_bind_int64(_handle, ++_bound, value));
        return this;
    }

    /// <summary>Binds the next value; null binds SQL's null.</summary>
    public Statement With(long? value) => value is { } number ? With(number) : WithNull();

    /// <summary>Binds the next value; null binds SQL's null.</summary>
    public Statement With(string? value)
    {
        if (value is null)
            return WithNull();
        _owner.Check(raw.sqlite3_bind_text(_handle, ++_bound, value));
        return this;
    }

    /// <summary>Binds the next value: text that is UTF-8 already.</summary>
    public Statement WithUtf8(ReadOnlySpan<byte> value)
    {
        _owner.Check(raw.sqlite3_bind_text(_handle, ++_bound, value));
        return this;
    }

    /// <summary>Binds the next value: bytes.</summary>
    public Statement WithBytes(ReadOnlySpan<byte> value)
    {
        _owner.Check(raw.sqlite3_bind_blob(_handle, ++_bound, value));
        return this;
    }

    /// <summary>Moves to the next row; false when there is none.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(_handle);
        if (code == raw.SQLITE_ROW)
            return true;
        if (code == raw.SQLITE_DONE)
            return false;
        var failure = _owner.Failure(code);
        Dispose();
        throw failure;
    }

    /// <summary>Runs it for its effect and rewinds it.</summary>
    public void Run()
    {
        try
        {
            while (Step()) { }
        }
        finally
        {
            Dispose();
        }
    }

    /// <summary>The first column of the first row as a number, or null when there is no row or it is SQL's null; rewinds.</summary>
    public long? Number()
    {
        using var self = this;
        return Step() ? MaybeLong(0) : null;
    }

    /// <summary>The first column of the first row as text, or null; rewinds.</summary>
    public string? OneText()
    {
        using var self = this;
        return Step() ? MaybeText(0) : null;
    }

    public bool IsNull(int column) => raw.sqlite3_column_type(_handle, column) == raw.SQLITE_NULL;

    public long Long(int column) => raw.sqlite3_column_int64(_handle, column);

    public long? MaybeLong(int column) => IsNull(column) ? null : Long(column);

    /// <summary>The column's bytes, valid until the next step: text as UTF-8.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(_handle, column);

    public string Text(int column) => Encoding.UTF8.GetString(Bytes(column));

    public string? MaybeText(int column) => IsNull(column) ? null : Text(column);

    public void Dispose()
    {
        if (!_busy)
            return;
        _busy = false;
        _ = raw.sqlite3_reset(_handle);
        _ = raw.sqlite3_clear_bindings(_handle);
    }

    /// <summary>Gives the statement back to SQLite; the connection does this when it closes.</summary>
    public void Close() => raw.sqlite3_finalize(_handle);

    private Statement WithNull()
    {
        _owner.Check(raw.sqlite3_bind_null(_handle, ++_bound));
        return this;
    }
}
