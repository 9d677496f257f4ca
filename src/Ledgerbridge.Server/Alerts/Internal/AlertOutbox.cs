using Ledgerbridge.Server.Hosting;
using Ledgerbridge.Server.People;
using Ledgerbridge.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ledgerbridge.Server.Alerts.Internal;

/// <summary>
/// The messages that are to go out. They are stored with what they tell, so that neither is lost with the process, and sent afterwards:
/// at least once, each with an id by which a receiver knows a repeat. Whoever delivers holds the lock of all rounds.
/// </summary>
internal sealed class AlertOutbox(
    Database database,
    Workspaces workspaces,
    MailSender mails,
    WebhookClient webhooks,
    IOptions<HostingOptions> hosting,
    Ids ids,
    TimeProvider time
)
{
    private const int BatchMax = 50;
    private const string Superseded = "Not sent: before it could be, something newer was to be told about the same thing.";
    private const string NotWanted = "Not sent: it is no longer among those who are told.";

    /// <summary>
    /// Stores, in the caller's transaction, the messages about what happened to an alert. What is still unsent about it is withdrawn: it
    /// is no longer news. The end is only told to those who were told the beginning.
    /// </summary>
    public async Task TellAsync(LedgerDb db, AlertRow alert, AlertEvent happened, WorkspaceFacts workspace)
    {
        var settings = AlertSettings.Of(await db.Rows<AlertSettingsRow>().SingleOrDefaultAsync(CancellationToken.None));
        var earlier = await db.Rows<DeliveryRow>().Where(row => row.AlertId == alert.Id).ToListAsync(CancellationToken.None);
        var told = earlier
            .Where(static row => row.State == DeliveryState.Delivered || row is { State: DeliveryState.Waiting, Attempts: > 0 })
            .Select(static row => (row.Way, row.Target))
            .ToHashSet();
        var now = time.GetUtcNow();
        foreach (var unsent in earlier.Where(static row => row.State == DeliveryState.Waiting))
            unsent.End(DeliveryState.Withdrawn, Superseded, now);
        var isMuted = settings.Muted.Contains(alert.Kind);
        foreach (var target in settings.Targets.Where(to => happened == AlertEvent.Ended ? told.Contains(to) : !isMuted))
            db.Add(NewRow(alert, happened, target.Way, target.Target, settings, workspace));
    }

    /// <summary>Sends what is due; returns how many messages were tried.</summary>
    public async Task<int> DeliverDueAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var due = await database.ReadAllAsync(db =>
            db.Rows<DeliveryRow>()
                .AsNoTracking()
                .Where(row => row.DueAt <= now)
                .OrderBy(static row => row.DueAt)
                .ThenBy(static row => row.Id)
                .Take(BatchMax)
                .ToListAsync(ct)
        );
        // A server that is not there is asked with one message, not with every one.
        var gone = new Dictionary<string, SendOutcome>(StringComparer.Ordinal);
        foreach (var delivery in due)
        {
            ct.ThrowIfCancellationRequested();
            await DeliverAsync(delivery, gone, ct);
        }
        return due.Count;
    }

    private DeliveryRow NewRow(
        AlertRow alert,
        AlertEvent happened,
        AlertWay way,
        string target,
        AlertSettings settings,
        WorkspaceFacts workspace
    )
    {
        var (id, now) = (ids.New<Ids.AlertDelivery>(), time.GetUtcNow());
        var message = AlertTexts.Of(way, id, happened, alert, workspace, hosting.Value.PublicUrl);
        // That something urgent is over can wait until morning.
        var isUrgent = alert.IsUrgent && happened != AlertEvent.Ended;
        return new DeliveryRow
        {
            Id = id,
            WorkspaceId = alert.WorkspaceId,
            AlertId = alert.Id,
            Event = happened,
            Way = way,
            Target = target,
            IsUrgent = isUrgent,
            Heading = message.Heading,
            Content = message.Content,
            DueAt = DueFrom(now, isUrgent, settings, workspace),
            CreatedAt = now,
        };
    }

    private async Task DeliverAsync(DeliveryRow delivery, Dictionary<string, SendOutcome> gone, CancellationToken ct)
    {
        var row = await database.ReadAsync(delivery.WorkspaceId, db => db.Rows<AlertSettingsRow>().AsNoTracking().SingleOrDefaultAsync(ct));
        var settings = AlertSettings.Of(row);
        if (row is null || !settings.Targets.Contains((delivery.Way, delivery.Target)))
        {
            await NoteAsync(delivery, stored => stored.End(DeliveryState.Withdrawn, NotWanted, time.GetUtcNow()));
            return;
        }
        var route = delivery.Way == AlertWay.Mail ? nameof(AlertWay.Mail) : row.WebhookUrl;
        if (!gone.TryGetValue(route, out var outcome))
        {
            outcome =
                delivery.Way == AlertWay.Mail
                    ? await mails.SendAsync(delivery.Target, delivery.Id, new AlertMessage(delivery.Heading, delivery.Content), ct)
                    : await webhooks.SendAsync(row, delivery.Id, delivery.Content, ct);
            if (outcome.Kind == SendKind.NobodyThere)
                gone[route] = outcome;
        }
        var workspace = await workspaces.GetAsync(delivery.WorkspaceId, ct);
        await NoteAsync(delivery, stored => Note(stored, outcome, settings, workspace));
    }

    private void Note(DeliveryRow stored, SendOutcome outcome, AlertSettings settings, WorkspaceFacts workspace)
    {
        var now = time.GetUtcNow();
        stored.Attempts++;
        if (outcome.Kind == SendKind.Taken)
            stored.End(DeliveryState.Delivered, outcome.Sentence, now);
        else if (outcome.Kind == SendKind.Never || AlertSchedule.After(stored.Attempts) is not { } wait)
            stored.End(DeliveryState.GivenUp, outcome.Sentence, now);
        else
            (stored.Outcome, stored.DueAt) = (outcome.Sentence, DueFrom(now + wait, stored.IsUrgent, settings, workspace));
    }

    /// <summary>What came of it is kept even while the server is told to stop; what was withdrawn in the meantime stays so.</summary>
    private Task NoteAsync(DeliveryRow delivery, Action<DeliveryRow> change) =>
        database.WriteAsync(
            delivery.WorkspaceId,
            async db =>
            {
                var stored = await db.Rows<DeliveryRow>().FirstOrDefaultAsync(row => row.Id == delivery.Id, CancellationToken.None);
                if (stored is { State: DeliveryState.Waiting })
                    change(stored);
            },
            CancellationToken.None
        );

    private static DateTimeOffset DueFrom(DateTimeOffset at, bool isUrgent, AlertSettings settings, WorkspaceFacts workspace) =>
        isUrgent || settings.Quiet is null ? at : settings.Quiet.NextLoudMoment(at, workspace.TimeZone);
}
