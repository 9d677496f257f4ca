namespace Ledgerbridge.Sandbox.Storage;

/// <summary>
/// SQLite refused something the sandbox asked for: a broken file, a full disk, or a bug of ours. The unit of work is rolled back.
/// </summary>
internal sealed class StorageException(int code, string message) : Exception($"SQLite {code}: {message}")
{
    /// <summary>SQLite's result code.</summary>
    public int Code { get; } = code;
}
