using System.Globalization;
using System.Text.Json;

namespace Ledgerbridge.Server.Audit.Internal;

/// <summary>Who did it.</summary>
/// <param name="Kind">Person, key or the system.</param>
/// <param name="Id">The person's or key's id; empty for the system.</param>
/// <param name="Name">The present name.</param>
internal sealed record ActorResponse(ActorKind Kind, string Id, string Name);

/// <summary>What it was done to.</summary>
internal sealed record TargetResponse(string Kind, string Id);

/// <summary>An entry as the list shows it.</summary>
/// <param name="Id">Its id; a preview is confirmed by it.</param>
/// <param name="Seq">Its number in the chain.</param>
/// <param name="At">When.</param>
/// <param name="Action">What, such as <c>invoice.create</c>.</param>
/// <param name="Status">How it stands; a preview's moves on until it ends in the truth.</param>
/// <param name="Actor">Who.</param>
/// <param name="Target">To what.</param>
/// <param name="Thread">The preview this entry continues.</param>
/// <param name="Summary">One sentence.</param>
internal sealed record AuditLogResponse(
    string Id,
    long Seq,
    DateTimeOffset At,
    string Action,
    AuditStatus Status,
    ActorResponse Actor,
    TargetResponse? Target,
    string? Thread,
    string Summary
);

/// <summary>A page of the log.</summary>
/// <param name="Logs">The entries, newest first.</param>
/// <param name="Next">Ask with <c>before</c> set to it for the next page; null at the end.</param>
internal sealed record AuditLogsResponse(IReadOnlyList<AuditLogResponse> Logs, long? Next);

/// <summary>An entry in full.</summary>
/// <param name="Entry">As the list shows it.</param>
/// <param name="Request">What was asked.</param>
/// <param name="Response">What came of it.</param>
/// <param name="PreviousHash">The hash of the entry before.</param>
/// <param name="Hash">The hash of this one.</param>
internal sealed record AuditEntryResponse(
    AuditLogResponse Entry,
    JsonElement? Request,
    JsonElement? Response,
    string PreviousHash,
    string Hash
);

/// <summary>What verification found.</summary>
/// <param name="Whole">True when nothing was changed, removed or inserted.</param>
/// <param name="Entries">How many entries were read.</param>
/// <param name="Problem">The first thing that is wrong.</param>
internal sealed record AuditVerdictResponse(bool Whole, long Entries, string? Problem);

/// <summary>The export's columns.</summary>
internal static class AuditCsv
{
    public static string[] Columns { get; } =
    ["number", "at_utc", "who", "action", "status", "target_kind", "target_id", "summary", "entry_id"];

    public static string[] Cells(AuditLine line, string name) =>
        [
            line.Seq.ToString(CultureInfo.InvariantCulture),
            line.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            line.ActorKind == ActorKind.System ? "Ledgerbridge" : name,
            line.Action,
            line.Status.Text(),
            line.TargetKind,
            line.TargetId,
            line.Summary,
            line.Id.Text,
        ];
}
