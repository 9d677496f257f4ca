namespace Ledgerbridge.Server.Storage;

/// <summary>
/// Where the encryption keys come from. Section <c>Ledgerbridge:Keys</c>. Without settings the ring is the file <c>keys.json</c> in the
/// data directory, made at the first start and readable by its owner only. Keep a copy of it apart from the database's backups: without
/// it tokens cannot be read.
/// </summary>
public sealed class KeyOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Ledgerbridge:Keys";

    /// <summary>
    /// The ring in settings instead of a file, newest first, each <c>id:base64 of 32 bytes</c>, such as <c>2026-11:q83v…</c>. For
    /// machines that get their secrets from the environment (<c>Ledgerbridge__Keys__Ring__0</c>).
    /// </summary>
    public IList<string> Ring { get; } = [];
}
