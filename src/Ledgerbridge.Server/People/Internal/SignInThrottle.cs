using System.Security.Cryptography;
using System.Text;
using Ledgerbridge.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.Server.People.Internal;

/// <summary>
/// Slows guessing down: so many failures in 15 minutes for an account from one address, for an account from anywhere, and for an address
/// whatever the account.
/// Counted in the database, so that several processes count together. A success clears the account's count from that address.
/// </summary>
internal sealed class SignInThrottle(Database database, TimeProvider time)
{
    private const int FromOneAddressMax = 5;
    private const int PerAccountMax = 50;
    private const int PerAddressMax = 50;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    /// <summary>How long to wait before another attempt; null when one may be made now.</summary>
    public async Task<TimeSpan?> WaitAsync(string emailKey, string address, CancellationToken ct)
    {
        var keys = Keys(emailKey, address);
        var rows = await database.ReadAllAsync(db =>
            db.Rows<SignInFailuresRow>().AsNoTracking().Where(row => keys.Keys.Contains(row.Key)).ToListAsync(ct)
        );
        var now = time.GetUtcNow();
        var waits = rows.Where(row => row.Failures >= keys[row.Key])
            .Select(row => row.FirstAt + Window - now)
            .Where(static wait => wait > TimeSpan.Zero)
            .ToArray();
        return waits.Length == 0 ? null : waits.Max();
    }

    /// <summary>Counts a failure.</summary>
    public Task FailedAsync(string emailKey, string address, CancellationToken ct)
    {
        var keys = Keys(emailKey, address).Keys.ToArray();
        return database.WriteAllAsync(
            async db =>
            {
                var now = time.GetUtcNow();
                var rows = await db.Rows<SignInFailuresRow>().Where(row => keys.Contains(row.Key)).ToListAsync(ct);
                foreach (var key in keys)
                {
                    var row = rows.Find(r => r.Key == key);
                    if (row is null)
                        db.Add(
                            new SignInFailuresRow
                            {
                                Key = key,
                                Failures = 1,
                                FirstAt = now,
                            }
                        );
                    else if (now - row.FirstAt >= Window)
                        (row.Failures, row.FirstAt) = (1, now);
                    else
                        row.Failures++;
                }
            },
            ct
        );
    }

    /// <summary>Forgets the account's failures from this address.</summary>
    public Task SucceededAsync(string emailKey, string address, CancellationToken ct)
    {
        var key = PairKey(emailKey, address);
        return database.WriteAllAsync(db => db.Rows<SignInFailuresRow>().Where(row => row.Key == key).ExecuteDeleteAsync(ct), ct);
    }

    private static Dictionary<string, int> Keys(string emailKey, string address) =>
        new()
        {
            [PairKey(emailKey, address)] = FromOneAddressMax,
            [Hash($"account|{emailKey}")] = PerAccountMax,
            [Hash($"address|{address}")] = PerAddressMax,
        };

    private static string PairKey(string emailKey, string address) => Hash($"pair|{emailKey}|{address}");

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
