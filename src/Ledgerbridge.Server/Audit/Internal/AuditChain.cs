using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;

namespace Ledgerbridge.Server.Audit.Internal;

/// <summary>
/// The hash of an entry: SHA-256 over a JSON list of everything that is fixed about it and of the hash before it. Who changes, removes or
/// inserts an entry has to change every entry after it.
/// </summary>
internal static class AuditChain
{
    private const string Version = "audit-1";

    /// <summary>What stands before the first entry of a workspace.</summary>
    public const string Beginning = "";

    public static string HashOf(AuditEntryRow row)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            json.WriteStringValue(Version);
            json.WriteStringValue(row.WorkspaceId.Text);
            json.WriteNumberValue(row.Seq);
            json.WriteStringValue(row.Id.Text);
            json.WriteNumberValue(row.At.ToUnixTimeMilliseconds());
            json.WriteStringValue(row.ActorKind.ToString());
            json.WriteStringValue(row.ActorId);
            json.WriteStringValue(row.Action);
            json.WriteStringValue(row.Outcome.ToString());
            json.WriteStringValue(row.TargetKind);
            json.WriteStringValue(row.TargetId);
            json.WriteStringValue(row.Thread);
            json.WriteStringValue(row.Summary);
            json.WriteStringValue(row.Request);
            json.WriteStringValue(row.Response);
            json.WriteStringValue(row.PreviousHash);
            json.WriteEndArray();
        }
        return Convert.ToHexStringLower(SHA256.HashData(buffer.WrittenSpan));
    }
}
