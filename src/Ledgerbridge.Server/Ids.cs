using System.Security.Cryptography;
using Ledgerbridge.Kernel;

namespace Ledgerbridge.Server;

/// <summary>
/// Makes ids from the clock and the operating system's randomness. Within a process each sorts after the one before, so that lists by id
/// are in the order of making even within a millisecond.
/// </summary>
internal sealed class Ids(TimeProvider time)
{
    private const int RandomBytes = 10;
    private const int StepBytes = 4;

    /// <summary>A clock that is put back by more than this is followed; up to it, ids stay at the latest moment.</summary>
    private static readonly TimeSpan StepBackMax = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private DateTimeOffset _at = DateTimeOffset.MinValue;
    private UInt128 _random;

    /// <summary>A new id of a kind.</summary>
    public Id<TKind> New<TKind>()
        where TKind : IIdKind
    {
        Span<byte> random = stackalloc byte[RandomBytes];
        DateTimeOffset at;
        lock (_lock)
        {
            Advance();
            at = _at;
            for (var (index, rest) = (RandomBytes - 1, _random); index >= 0; index--, rest >>= 8)
                random[index] = (byte)(rest & byte.MaxValue);
        }
        return Id<TKind>.Create(at, random);
    }

    /// <summary>To the next millisecond with new randomness, or within the same one by a step nobody can guess.</summary>
    private void Advance()
    {
        var now = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
        if (now <= _at && _at - now <= StepBackMax)
        {
            _random += Random(StepBytes) + 1;
            if (_random >> (RandomBytes * 8) == 0)
                return;
            now = _at.AddMilliseconds(1);
        }
        // One bit stays free, so that there is room for steps.
        (_at, _random) = (now, Random(RandomBytes) >> 1);
    }

    private static UInt128 Random(int count)
    {
        UInt128 number = 0;
        foreach (var part in RandomNumberGenerator.GetBytes(count))
            number = (number << 8) | part;
        return number;
    }

    /// <summary>A workspace: people, connections, settings and audit log that nobody outside sees.</summary>
    internal sealed class Workspace : IIdKind
    {
        public static string Prefix => "wks";
    }

    /// <summary>A person who can sign in.</summary>
    internal sealed class Person : IIdKind
    {
        public static string Prefix => "usr";
    }

    /// <summary>One signed-in browser.</summary>
    internal sealed class Session : IIdKind
    {
        public static string Prefix => "ses";
    }

    /// <summary>A key with which a program signs in.</summary>
    internal sealed class ApiKey : IIdKind
    {
        public static string Prefix => "key";
    }

    /// <summary>An invitation that is not yet taken up.</summary>
    internal sealed class Invitation : IIdKind
    {
        public static string Prefix => "inv";
    }

    /// <summary>One OAuth grant to Sage.</summary>
    internal sealed class Connection : IIdKind
    {
        public static string Prefix => "con";
    }

    /// <summary>One intended write to Sage.</summary>
    internal sealed class Posting : IIdKind
    {
        public static string Prefix => "pst";
    }

    /// <summary>A shop that is, or was, connected.</summary>
    internal sealed class Store : IIdKind
    {
        public static string Prefix => "sto";
    }

    /// <summary>One event of a shop on its way into the books.</summary>
    internal sealed class Run : IIdKind
    {
        public static string Prefix => "run";
    }

    /// <summary>An entry of the audit log; an entry of a preview is named by it when it is confirmed.</summary>
    internal sealed class AuditEntry : IIdKind
    {
        public static string Prefix => "aud";
    }

    /// <summary>Something a person should know, from its beginning to its end.</summary>
    internal sealed class Alert : IIdKind
    {
        public static string Prefix => "alr";
    }

    /// <summary>One message about an alert to one place; whoever receives it drops repeats by it.</summary>
    internal sealed class AlertDelivery : IIdKind
    {
        public static string Prefix => "ald";
    }
}
