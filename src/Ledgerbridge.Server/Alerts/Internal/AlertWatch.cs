using System.Data.Common;
using Ledgerbridge.Server.People;
using Ledgerbridge.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.Server.Alerts.Internal;

/// <summary>
/// Compares what is wrong now with what people have been told: of one kind and subject there is one alert while it lasts. Writes only
/// what has changed. Whoever looks holds the lock of all rounds.
/// </summary>
internal sealed partial class AlertWatch(
    Database database,
    IEnumerable<IAlertSource> sources,
    Workspaces workspaces,
    AlertOutbox outbox,
    Ids ids,
    TimeProvider time,
    ILogger<AlertWatch> log
)
{
    /// <summary>What is over for so long is forgotten.</summary>
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(90);

    /// <summary>Looks at everything once; returns how many alerts began, changed or ended.</summary>
    public async Task<int> LookAsync(CancellationToken ct)
    {
        var all = await workspaces.ListAsync(ct);
        var lasting = await database.ReadAllAsync(db =>
            db.Rows<AlertRow>().AsNoTracking().Where(static row => row.EndedAt == null).ToListAsync(ct)
        );
        var changes = 0;
        foreach (var source in sources)
        {
            if (await LookAsync(source, all, ct) is { } look)
                changes += await CompareAsync(source.Kind, look, [.. lasting.Where(row => row.Kind == source.Kind)], all, ct);
        }
        await ForgetAsync(ct);
        return changes;
    }

    /// <summary>What a source sees; null when it could not look, so that the others still do.</summary>
    private async Task<AlertLook?> LookAsync(IAlertSource source, IReadOnlyList<WorkspaceFacts> all, CancellationToken ct)
    {
        try
        {
            return await source.LookAsync(all, ct);
        }
        catch (Exception failure) when (failure is DbException or DbUpdateException or InvalidOperationException)
        {
            LogBlind(failure, source.Kind);
            return null;
        }
    }

    private async Task<int> CompareAsync(
        AlertKind kind,
        AlertLook look,
        IReadOnlyList<AlertRow> lasting,
        IReadOnlyList<WorkspaceFacts> all,
        CancellationToken ct
    )
    {
        var count = 0;
        foreach (var workspace in all.Where(workspace => look.Covers(workspace.Id)))
        {
            var known = lasting.Where(row => row.WorkspaceId == workspace.Id).ToDictionary(static row => row.Subject);
            AlertFinding[] here = [.. look.Findings.Where(finding => finding.Workspace == workspace.Id)];
            AlertFinding[] news = [.. here.Where(one => !known.TryGetValue(one.Subject, out var row) || Differs(row, one))];
            string[] over = [.. known.Keys.Except(here.Select(static one => one.Subject))];
            if (news.Length + over.Length == 0)
                continue;
            await database.WriteAsync(workspace.Id, db => WriteAsync(db, workspace, kind, news, over), ct);
            count += news.Length + over.Length;
        }
        return count;
    }

    private async Task WriteAsync(
        LedgerDb db,
        WorkspaceFacts workspace,
        AlertKind kind,
        IEnumerable<AlertFinding> news,
        IEnumerable<string> over
    )
    {
        var known = await db.Rows<AlertRow>()
            .Where(row => row.Kind == kind && row.EndedAt == null)
            .ToDictionaryAsync(static row => row.Subject, CancellationToken.None);
        var now = time.GetUtcNow();
        foreach (var finding in news)
        {
            if (!known.TryGetValue(finding.Subject, out var row))
                await BeginAsync(db, workspace, finding, now);
            else
                await GoOnAsync(db, workspace, row, finding, now);
        }
        foreach (var row in over.Where(known.ContainsKey).Select(subject => known[subject]))
        {
            row.EndedAt = now;
            await outbox.TellAsync(db, row, AlertEvent.Ended, workspace);
        }
    }

    private async Task BeginAsync(LedgerDb db, WorkspaceFacts workspace, AlertFinding finding, DateTimeOffset now)
    {
        var row = new AlertRow
        {
            Id = ids.New<Ids.Alert>(),
            WorkspaceId = workspace.Id,
            Kind = finding.Kind,
            Subject = finding.Subject,
            Step = finding.Step,
            BeganAt = now,
            ChangedAt = now,
        };
        Describe(row, finding);
        db.Add(row);
        await outbox.TellAsync(db, row, AlertEvent.Began, workspace);
    }

    private async Task GoOnAsync(LedgerDb db, WorkspaceFacts workspace, AlertRow row, AlertFinding finding, DateTimeOffset now)
    {
        Describe(row, finding);
        if (finding.Step <= row.Step)
            return;
        (row.Step, row.ChangedAt) = (finding.Step, now);
        await outbox.TellAsync(db, row, AlertEvent.Worse, workspace);
    }

    private static void Describe(AlertRow row, AlertFinding finding) =>
        (row.Name, row.IsUrgent, row.Title, row.Sentence, row.NextStep, row.Link) = Words(finding);

    private static bool Differs(AlertRow row, AlertFinding finding) =>
        finding.Step > row.Step || (row.Name, row.IsUrgent, row.Title, row.Sentence, row.NextStep, row.Link) != Words(finding);

    private static (string Name, bool IsUrgent, string Title, string Sentence, string NextStep, string Link) Words(AlertFinding finding) =>
        (finding.Name, finding.IsUrgent, finding.Title, finding.Sentence, finding.NextStep, finding.Link);

    private async Task ForgetAsync(CancellationToken ct)
    {
        var before = time.GetUtcNow() - KeptFor;
        if (!await database.ReadAllAsync(db => db.Rows<AlertRow>().AnyAsync(row => row.EndedAt < before, ct)))
            return;
        await database.WriteAllAsync(
            async db =>
            {
                var old = db.Rows<AlertRow>().Where(row => row.EndedAt < before);
                await db.Rows<DeliveryRow>()
                    .Where(row => old.Any(alert => alert.Id == row.AlertId))
                    .ExecuteDeleteAsync(CancellationToken.None);
                await old.ExecuteDeleteAsync(CancellationToken.None);
            },
            ct
        );
    }

    [LoggerMessage(1501, LogLevel.Error, "Alerts of the kind {Kind} could not be looked for; they are in the next round")]
    private partial void LogBlind(Exception failure, AlertKind kind);
}
