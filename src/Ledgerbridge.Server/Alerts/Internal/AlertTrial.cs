using Ledgerbridge.Kernel;
using Ledgerbridge.Server.Audit;
using Ledgerbridge.Server.Hosting;
using Ledgerbridge.Server.People;

namespace Ledgerbridge.Server.Alerts.Internal;

/// <summary>Tries a way out while somebody waits, and says what the other side said. Nothing of it is tried again.</summary>
internal sealed class AlertTrial(
    AlertSettingsStore store,
    Workspaces workspaces,
    MailSender mails,
    WebhookClient webhooks,
    AuditLog audit,
    Ids ids,
    TimeProvider time
)
{
    private static readonly Problem Nobody = new(
        ProblemCode.Conflict,
        "Nobody is told by e-mail yet. Enter an address and save it first. Nothing was sent."
    );

    private static readonly Problem NoWebhook = new(
        ProblemCode.Conflict,
        "There is no webhook yet. Enter its address and save it first. Nothing was sent."
    );

    /// <summary>Sends a test to everybody who is told by that way.</summary>
    public async Task<Result<AlertTestResponse>> RunAsync(Caller caller, AlertWay way, CancellationToken ct)
    {
        var row = await store.FindAsync(caller.Workspace, ct);
        string[] targets = [.. AlertSettings.Of(row).Targets.Where(target => target.Way == way).Select(static target => target.Target)];
        if (row is null || targets.Length == 0)
            return way == AlertWay.Mail ? Nobody : NoWebhook;
        var workspace = await workspaces.GetAsync(caller.Workspace, ct);
        var results = new List<AlertTestResultResponse>();
        SendOutcome? gone = null;
        foreach (var target in targets)
        {
            var id = ids.New<Ids.AlertDelivery>();
            var message = AlertTexts.Test(way, id, workspace, time.GetUtcNow());
            var outcome =
                gone
                ?? (
                    way == AlertWay.Mail
                        ? await mails.SendAsync(target, id, message, ct)
                        : await webhooks.SendAsync(row, id, message.Content, ct)
                );
            gone = outcome.Kind == SendKind.NobodyThere ? outcome : null;
            results.Add(new AlertTestResultResponse(target, outcome.Kind == SendKind.Taken, outcome.Sentence));
        }
        await audit.AppendAsync(caller.Workspace, Entry(caller, way, results), CancellationToken.None);
        return new AlertTestResponse(results);
    }

    private static AuditEvent Entry(Caller caller, AlertWay way, List<AlertTestResultResponse> results)
    {
        var taken = results.Count(static result => result.Taken);
        return new AuditEvent(
            AuditAction.AlertTested,
            taken == results.Count ? AuditStatus.Success : AuditStatus.Failure,
            caller.Actor(),
            $"A test was sent by {(way == AlertWay.Mail ? "e-mail" : "webhook")}: {taken} of {results.Count} were taken."
        )
        {
            Target = new AuditTarget("alerts", QueryFields.Word(way)),
        };
    }
}
