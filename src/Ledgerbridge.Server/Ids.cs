using System.Security.Cryptography;
using Ledgerbridge.Kernel;

namespace Ledgerbridge.Server;

/// <summary>Makes ids from the clock and the operating system's randomness.</summary>
internal sealed class Ids(TimeProvider time)
{
    private const int RandomBytes = 10;

    /// <summary>A new id of a kind.</summary>
    public Id<TKind> New<TKind>()
        where TKind : IIdKind => Id<TKind>.Create(time.GetUtcNow(), RandomNumberGenerator.GetBytes(RandomBytes));

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
}
