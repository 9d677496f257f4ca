using System.Collections.Concurrent;

namespace Ledgerbridge.Sandbox.Storage;

/// <summary>
/// The file that holds everything durable. Writes go one after another, each request in one transaction, so that an answered write is in
/// the file and an unanswered one is there wholly or not at all. Reads run beside them, each on its own snapshot.
/// </summary>
internal sealed class BookFile : IDisposable
{
    private readonly string _path;
    private readonly FileStream _lock;
    private readonly Sqlite _writer;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly ConcurrentBag<Sqlite> _readers = [];

    /// <summary>Opens, and on first use creates, <c>sandbox.db</c> in the folder.</summary>
    /// <exception cref="IOException">Another sandbox is running on the same folder.</exception>
    public BookFile(string folder)
    {
        Directory.CreateDirectory(folder);
        _lock = Lock(Path.Combine(folder, "sandbox.lock"));
        _path = Path.Combine(folder, "sandbox.db");
        _writer = new Sqlite(_path);
        Schema.Ensure(_writer);
    }

    /// <summary>
    /// Does work in one transaction and keeps it when <paramref name="keep"/> says so of the result; else nothing of it remains.
    /// </summary>
    public async Task<T> WriteAsync<T>(Func<Sqlite, T> work, Func<T, bool> keep, CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            return Transact(work, keep);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Does work in one transaction and keeps it.</summary>
    public Task<T> WriteAsync<T>(Func<Sqlite, T> work, CancellationToken ct) => WriteAsync(work, static _ => true, ct);

    /// <summary>Reads on one snapshot.</summary>
    public T Read<T>(Func<Sqlite, T> work)
    {
        if (!_readers.TryTake(out var reader))
            reader = new Sqlite(_path);
        try
        {
            reader.BeginRead();
            try
            {
                return work(reader);
            }
            finally
            {
                reader.Rollback();
            }
        }
        finally
        {
            _readers.Add(reader);
        }
    }

    public void Dispose()
    {
        foreach (var reader in _readers)
            reader.Dispose();
        _writer.Dispose();
        _lock.Dispose();
        _turn.Dispose();
    }

    private T Transact<T>(Func<Sqlite, T> work, Func<T, bool> keep)
    {
        _writer.Begin();
        try
        {
            var result = work(_writer);
            if (keep(result))
                _writer.Commit();
            else
                _writer.Rollback();
            return result;
        }
        catch
        {
            _writer.Rollback();
            throw;
        }
    }

    private static FileStream Lock(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException refused)
        {
            throw new IOException(
                $"Another sandbox is using {Path.GetDirectoryName(path)}. Stop it, or start this one with another --data folder.",
                refused
            );
        }
    }
}
