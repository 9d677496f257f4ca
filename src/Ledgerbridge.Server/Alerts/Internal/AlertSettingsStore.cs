using System.Globalization;
using Ledgerbridge.Kernel;
using Ledgerbridge.Server.Audit;
using Ledgerbridge.Server.Hosting;
using Ledgerbridge.Server.People;
using Ledgerbridge.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ledgerbridge.Server.Alerts.Internal;

/// <summary>Reads and changes who is told.</summary>
internal sealed class AlertSettingsStore(
    Database database,
    Workspaces workspaces,
    WebhookSecrets secrets,
    MailSender mails,
    AuditLog audit,
    IOptions<AlertsOptions> options,
    TimeProvider time
)
{
    private const string ClockForm = "HH:mm";
    private static readonly AuditTarget Target = new("alerts", "settings");
    private static readonly Problem NoWebhook = new(ProblemCode.Conflict, "There is no webhook yet. Enter its address and save it first.");

    /// <summary>The row as it is stored; null while nobody has set anything.</summary>
    public Task<AlertSettingsRow?> FindAsync(WorkspaceId workspace, CancellationToken ct) =>
        database.ReadAsync(workspace, db => db.Rows<AlertSettingsRow>().AsNoTracking().SingleOrDefaultAsync(ct));

    /// <summary>The settings as the caller may see them.</summary>
    public async Task<AlertSettingsResponse> ReadAsync(Caller caller, CancellationToken ct) =>
        ToResponse(caller, await FindAsync(caller.Workspace, ct), await workspaces.GetAsync(caller.Workspace, ct));

    /// <summary>Replaces the settings. What waits for quiet hours that are no longer those goes by the new ones.</summary>
    public async Task<Result<SavedAlertSettingsResponse>> SaveAsync(Caller caller, AlertSettingsRequest request, CancellationToken ct)
    {
        var read = new AlertSettingsReading(request, options.Value.AllowPrivateTargets);
        if (read.Problem is { } problem)
            return problem;
        var workspace = await workspaces.GetAsync(caller.Workspace, ct);
        var (row, secret) = await database.WriteAsync(
            caller.Workspace,
            async db =>
            {
                var row = await RowAsync(db, caller.Workspace);
                var secret = read.Settings.Webhook is not null && row.SecretSealed.Length == 0 ? secrets.Renew(row) : null;
                if (read.Settings.Webhook is null)
                    WebhookSecrets.Erase(row);
                if (!read.Settings.WriteTo(row))
                    return (row, secret);
                await RescheduleAsync(db, read.Settings, workspace);
                await audit.AppendAsync(db, caller.Workspace, Changed(caller, read.Settings));
                return (row, secret);
            },
            ct
        );
        return new SavedAlertSettingsResponse(ToResponse(caller, row, workspace), secret);
    }

    /// <summary>Makes a new secret for the webhook.</summary>
    public async Task<Result<WebhookSecretResponse>> RenewSecretAsync(Caller caller, CancellationToken ct)
    {
        var made = await database.WriteAsync(
            caller.Workspace,
            async db =>
            {
                var row = await db.Rows<AlertSettingsRow>().SingleOrDefaultAsync(CancellationToken.None);
                if (row is null || row.WebhookUrl.Length == 0)
                    return null;
                var secret = secrets.Renew(row);
                await audit.AppendAsync(
                    db,
                    caller.Workspace,
                    new AuditEvent(
                        AuditAction.AlertSecretChanged,
                        AuditStatus.Success,
                        caller.Actor(),
                        "Messages to the webhook are signed with a new key; the one before holds for a day."
                    )
                    {
                        Target = Target,
                    }
                );
                return new WebhookSecretResponse(secret, row.PreviousSecretUntil);
            },
            ct
        );
        return made is null ? NoWebhook : made;
    }

    private static async Task<AlertSettingsRow> RowAsync(LedgerDb db, WorkspaceId workspace)
    {
        if (await db.Rows<AlertSettingsRow>().SingleOrDefaultAsync(CancellationToken.None) is { } row)
            return row;
        var added = new AlertSettingsRow { WorkspaceId = workspace };
        db.Add(added);
        return added;
    }

    private async Task RescheduleAsync(LedgerDb db, AlertSettings settings, WorkspaceFacts workspace)
    {
        var now = time.GetUtcNow();
        var due = settings.Quiet?.NextLoudMoment(now, workspace.TimeZone) ?? now;
        var waiting = await db.Rows<DeliveryRow>()
            .Where(static row => row.State == DeliveryState.Waiting && row.Attempts == 0 && !row.IsUrgent)
            .ToListAsync(CancellationToken.None);
        foreach (var row in waiting)
            row.DueAt = due;
    }

    /// <summary>Addresses are personal, and a webhook's path may be its key: the log has neither.</summary>
    private static AuditEvent Changed(Caller caller, AlertSettings settings) =>
        new(AuditAction.AlertSettingsChanged, AuditStatus.Success, caller.Actor(), "Who is told about alerts, and when, was changed.")
        {
            Target = Target,
            Request = ApiJson.Text(
                new
                {
                    recipients = settings.Recipients.Count,
                    webhook_host = settings.Webhook?.Host,
                    quiet_from = Text(settings.Quiet?.From),
                    quiet_until = Text(settings.Quiet?.Until),
                    muted = settings.Muted,
                }
            ),
        };

    private AlertSettingsResponse ToResponse(Caller caller, AlertSettingsRow? row, WorkspaceFacts workspace)
    {
        var settings = AlertSettings.Of(row);
        return new AlertSettingsResponse
        {
            Recipients = settings.Recipients,
            WebhookUrl =
                settings.Webhook is null ? null
                : caller.Role >= Role.Owner ? settings.Webhook.AbsoluteUri
                : settings.Webhook.GetLeftPart(UriPartial.Authority),
            PreviousSecretUntil = row?.PreviousSecretUntil > time.GetUtcNow() ? row.PreviousSecretUntil : null,
            QuietFrom = Text(settings.Quiet?.From),
            QuietUntil = Text(settings.Quiet?.Until),
            TimeZone = workspace.TimeZone.Id,
            Told = [.. Enum.GetValues<AlertKind>().Except(settings.Muted)],
            MailRoute = mails.Route,
        };
    }

    private static string? Text(TimeOnly? clock) => clock?.ToString(ClockForm, CultureInfo.InvariantCulture);
}
