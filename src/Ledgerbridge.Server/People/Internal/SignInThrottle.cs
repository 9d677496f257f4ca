using System.Security.Cryptography;
using System.Text;
using Ledgerbridge.Kernel;
using Ledgerbridge.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.Server.People.Internal;

/// <summary>
/// Slows guessing down: so many failures in 15 minutes for an account from one address, for an account from anywhere, and for an address
/// whatever the account. Each attempt is counted before the password is looked at and given back when it was right, so that attempts made
/// at once cannot slip past; counted in the database, so that several processes count together.
/// </summary>
internal sealed class SignInThrottle(Database database, TimeProvider time)
{
    private const int FromOneAddressMax = 5;
    private const int PerAccountMax = 50;
    private const int PerAddressMax = 50;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    /// <summary>The network address a request comes from.</summary>
    public static string AddressOf(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "";

    /// <summary>
    /// Counts an attempt as failed until it is told otherwise; the problem, and nothing counted, when there were too many.
    /// </summary>
    public async Task<Problem?> BeginAsync(string emailKey, string address, CancellationToken ct)
    {
        var keys = Keys(emailKey, address);
        var wait = await database.WriteAllAsync(db => CountAsync(db, keys), ct);
        return wait is null
            ? null
            : new Problem(
                ProblemCode.TooMany,
                $"Too many attempts. Try again in {Math.Ceiling(wait.Value.TotalMinutes):0} minutes; your account is not locked elsewhere."
            )
            {
                RetryAfter = wait,
            };
    }

    /// <summary>The attempt was right: it does not count, and the account's failures from this address are forgotten.</summary>
    public Task SucceededAsync(string emailKey, string address, CancellationToken ct) =>
        GiveBackAsync(emailKey, address, forget: PairKey(emailKey, address), ct);

    /// <summary>The attempt was right as far as it went, and more is needed: it does not count, and nothing is forgotten.</summary>
    public Task UndecidedAsync(string emailKey, string address, CancellationToken ct) => GiveBackAsync(emailKey, address, forget: "", ct);

    private async Task<TimeSpan?> CountAsync(LedgerDb db, Dictionary<string, int> keys)
    {
        var now = time.GetUtcNow();
        var rows = new List<(SignInFailuresRow Row, int Most)>(keys.Count);
        // Always in the same order, so that two attempts never wait for each other.
        foreach (var (key, most) in keys.OrderBy(static pair => pair.Key, StringComparer.Ordinal))
        {
            var row = await db.Locked<SignInFailuresRow>(PeopleTables.SignInFailures, "key", key).SingleOrDefaultAsync();
            if (row is null)
            {
                row = new SignInFailuresRow { Key = key, FirstAt = now };
                db.Add(row);
            }
            else if (now - row.FirstAt >= Window)
            {
                (row.Failures, row.FirstAt) = (0, now);
            }
            rows.Add((row, most));
        }
        var full = rows.Where(static pair => pair.Row.Failures >= pair.Most).ToList();
        if (full.Count > 0)
            return full.Max(pair => pair.Row.FirstAt + Window - now);
        foreach (var (row, _) in rows)
            row.Failures++;
        return null;
    }

    private Task GiveBackAsync(string emailKey, string address, string forget, CancellationToken ct)
    {
        var keys = Keys(emailKey, address).Keys.Order(StringComparer.Ordinal).ToArray();
        return database.WriteAllAsync(
            async db =>
            {
                foreach (var key in keys)
                {
                    var row = await db.Locked<SignInFailuresRow>(PeopleTables.SignInFailures, "key", key)
                        .FirstOrDefaultAsync(CancellationToken.None);
                    if (row is null)
                        continue;
                    if (row.Failures <= 1 || key == forget)
                        db.Remove(row);
                    else
                        row.Failures--;
                }
            },
            ct
        );
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
