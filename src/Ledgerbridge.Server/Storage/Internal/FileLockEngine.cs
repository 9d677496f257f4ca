using System.Security.Cryptography;
using System.Text;

namespace Ledgerbridge.Server.Storage.Internal;

/// <summary>
/// Locks for SQLite: an exclusively opened file for each name, which the operating system gives up with the process. The file goes with the
/// lock; one that a killed process left behind holds nobody up, and goes with the next lock of its name.
/// </summary>
internal sealed class FileLockEngine(string folder) : ILockEngine
{
    private const int NameBytes = 16;

    public Task<IAsyncDisposable?> TryTakeAsync(string name, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        // Names may carry ids of Sage's; a hash is always a legal file name.
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, NameBytes);
        var path = Path.Combine(folder, Convert.ToHexStringLower(hash));
        try
        {
            // With these options .NET removes the file before it gives up the lock, and opens anew what was removed before it was locked.
            return Task.FromResult<IAsyncDisposable?>(
                new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose)
            );
        }
        catch (IOException)
        {
            return Task.FromResult<IAsyncDisposable?>(null);
        }
    }
}
