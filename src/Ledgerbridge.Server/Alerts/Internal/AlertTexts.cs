using Ledgerbridge.Server.Hosting;
using Ledgerbridge.Server.People;

namespace Ledgerbridge.Server.Alerts.Internal;

/// <summary>What a message says.</summary>
/// <param name="Heading">A mail's subject; empty for a webhook.</param>
/// <param name="Content">A mail's text, or a webhook's body.</param>
internal sealed record AlertMessage(string Heading, string Content);

/// <summary>Puts alerts into words, for people and for programs.</summary>
internal static class AlertTexts
{
    /// <summary>The message about what happened to an alert, as its row stands now.</summary>
    /// <param name="way">For people or for a program.</param>
    /// <param name="id">The message's id.</param>
    /// <param name="happened">What happened.</param>
    /// <param name="alert">To which.</param>
    /// <param name="workspace">Where.</param>
    /// <param name="app">The app's address; null when nobody has said it.</param>
    public static AlertMessage Of(AlertWay way, AlertDeliveryId id, AlertEvent happened, AlertRow alert, WorkspaceFacts workspace, Uri? app)
    {
        var words = happened == AlertEvent.Ended ? Over(alert.Kind, alert.Name) : (alert.Title, alert.Sentence);
        var url = app is null ? null : new Uri(app, alert.Link).AbsoluteUri;
        return way == AlertWay.Mail
            ? new AlertMessage(
                $"[Ledgerbridge] {OneLine(words.Title)} ({OneLine(workspace.Name)})",
                Mail(happened, alert, words.Sentence, workspace, url)
            )
            : new AlertMessage("", Body(id, $"alert.{QueryFields.Word(happened)}", alert, words, workspace, url));
    }

    /// <summary>The message that tries a way out.</summary>
    public static AlertMessage Test(AlertWay way, AlertDeliveryId id, WorkspaceFacts workspace, DateTimeOffset now) =>
        way == AlertWay.Mail
            ? new AlertMessage(
                $"[Ledgerbridge] This is a test ({OneLine(workspace.Name)})",
                "Somebody pressed \"Send a test\" in Ledgerbridge. Nothing is wrong, and nothing has to be done.\n\n" + $"{Foot(workspace)}"
            )
            : new AlertMessage(
                "",
                ApiJson.Text(
                    new
                    {
                        id = id.Text,
                        type = "alert.test",
                        sent_for = new { id = workspace.Id.Text, name = workspace.Name },
                        made_at = now,
                    }
                )
            );

    /// <summary>What is said once an alert is over.</summary>
    private static (string Title, string Sentence) Over(AlertKind kind, string name) =>
        kind switch
        {
            AlertKind.Connection => (
                $"{name} is all right again",
                "The connection was renewed, connected again, or disconnected by a person."
            ),
            AlertKind.Runs => (
                $"Nothing of {name} fails for this reason any more",
                "The documents that were held up by it were posted, left out or undone."
            ),
            AlertKind.Store => ($"{name} is all right again", "The shop answers and takes our token, or was disconnected by a person."),
            AlertKind.Sync => ($"The lists of {name} are up to date again", "Everything that changed in Sage in the meantime is in them."),
            AlertKind.Audit => ("The audit log is whole again", "It was worked out again from its first entry to its last."),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Give every kind its end."),
        };

    private static string Mail(AlertEvent happened, AlertRow alert, string sentence, WorkspaceFacts workspace, string? url)
    {
        var what =
            happened == AlertEvent.Ended ? "Nothing has to be done." : $"What to do: {alert.NextStep}{(url is null ? "" : $"\n{url}")}";
        var when = happened switch
        {
            AlertEvent.Ended => $"It began on {LocalTime.Words(alert.BeganAt, workspace)} "
                + $"and was over on {LocalTime.Words(alert.EndedAt!.Value, workspace)}",
            AlertEvent.Worse => $"It began on {LocalTime.Words(alert.BeganAt, workspace)} and has grown",
            _ => $"It began on {LocalTime.Words(alert.BeganAt, workspace)}",
        };
        return $"{sentence}\n\n{what}\n\n{when} (time of {workspace.TimeZone.Id}).\n\n{Foot(workspace)}Reference: {alert.Id}\n";
    }

    private static string Foot(WorkspaceFacts workspace) =>
        $"Workspace: {OneLine(workspace.Name)}\n"
        + "You get this because your address is in Ledgerbridge under Settings, Alerts. An Owner can take it out there.\n";

    private static string Body(
        AlertDeliveryId id,
        string type,
        AlertRow alert,
        (string Title, string Sentence) words,
        WorkspaceFacts workspace,
        string? url
    ) =>
        ApiJson.Text(
            new
            {
                id = id.Text,
                type,
                sent_for = new { id = workspace.Id.Text, name = workspace.Name },
                made_at = alert.EndedAt ?? alert.ChangedAt,
                alert = new
                {
                    id = alert.Id.Text,
                    kind = alert.Kind,
                    subject = alert.Subject,
                    name = alert.Name,
                    step = alert.Step,
                    urgent = alert.IsUrgent,
                    title = words.Title,
                    sentence = words.Sentence,
                    next_step = alert.EndedAt is null ? alert.NextStep : "",
                    url,
                    began_at = alert.BeganAt,
                    ended_at = alert.EndedAt,
                },
            }
        );

    /// <summary>Names come from people and from Sage; a line break in one would end a header.</summary>
    private static string OneLine(string text) => string.Concat(text.Select(static c => char.IsControl(c) ? ' ' : c));
}
