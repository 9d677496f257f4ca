using Ledgerbridge.Server.Audit;
using Ledgerbridge.Server.People;

namespace Ledgerbridge.Server.Alerts.Internal.Sources;

/// <summary>
/// Logs that are not as they were written. Working a whole chain out takes a while, so it is done once a day, and in between it is not
/// known.
/// </summary>
internal sealed class AuditAlerts(AuditVerifier verifier, TimeProvider time) : IAlertSource
{
    private static readonly TimeSpan FirstAfter = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan VerifyEvery = TimeSpan.FromDays(1);

    private DateTimeOffset _dueAt = time.GetUtcNow() + FirstAfter;

    /// <inheritdoc />
    public AlertKind Kind => AlertKind.Audit;

    /// <inheritdoc />
    public async Task<AlertLook> LookAsync(IReadOnlyList<WorkspaceFacts> workspaces, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (now < _dueAt)
            return AlertLook.Unknown;
        _dueAt = now + VerifyEvery;
        var findings = new List<AlertFinding>();
        foreach (var workspace in workspaces)
        {
            if ((await verifier.VerifyAsync(workspace.Id, ct)).Problem is { } problem)
                findings.Add(Find(workspace, problem));
        }
        return new AlertLook(findings, workspaces.Select(static workspace => workspace.Id).ToHashSet());
    }

    private AlertFinding Find(WorkspaceFacts workspace, string problem) =>
        new()
        {
            Workspace = workspace.Id,
            Kind = Kind,
            Subject = "log",
            Name = "Audit log",
            Step = 1,
            IsUrgent = true,
            Title = "The audit log is not as it was written",
            Sentence =
                $"{problem} Somebody changed the database past Ledgerbridge, or it is damaged. Your books in Sage are not touched by it.",
            NextStep = "Whoever runs the server keeps a copy of the database as it is, and compares it with the backups.",
            Link = "/audit",
        };
}
