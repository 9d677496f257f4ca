namespace Ledgerbridge.Server.Alerts.Internal;

/// <summary>Who is told in a workspace, by which ways, when and about what.</summary>
internal sealed record AlertSettings
{
    /// <summary>What holds while nobody has set anything: everything is noticed, and nobody is told.</summary>
    public static AlertSettings None { get; } = new();

    /// <summary>E-mail addresses.</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];

    /// <summary>The webhook's address; null for none.</summary>
    public Uri? Webhook { get; init; }

    /// <summary>Whether there is something to sign a webhook's messages with.</summary>
    public bool HasSecret { get; init; }

    /// <summary>When what can wait waits; null for never.</summary>
    public QuietHours? Quiet { get; init; }

    /// <summary>The kinds nobody is told about.</summary>
    public IReadOnlyList<AlertKind> Muted { get; init; } = [];

    /// <summary>Everywhere a message goes.</summary>
    public IEnumerable<(AlertWay Way, string Target)> Targets =>
        Webhook is null
            ? Recipients.Select(static address => (AlertWay.Mail, address))
            : [.. Recipients.Select(static address => (AlertWay.Mail, address)), (AlertWay.Webhook, Webhook.Host)];

    /// <summary>The settings of a workspace's row; <see cref="None"/> without one.</summary>
    public static AlertSettings Of(AlertSettingsRow? row) =>
        row is null
            ? None
            : new AlertSettings
            {
                Recipients = Lines(row.Recipients),
                Webhook = row.WebhookUrl.Length > 0 ? new Uri(row.WebhookUrl) : null,
                HasSecret = row.SecretSealed.Length > 0,
                Quiet = row is { QuietFrom: { } from, QuietUntil: { } until } ? new QuietHours(Clock(from), Clock(until)) : null,
                Muted = [.. row.Muted.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<AlertKind>)],
            };

    /// <summary>Writes the settings into a row; false when it holds them already.</summary>
    public bool WriteTo(AlertSettingsRow row)
    {
        var (recipients, muted) = (string.Join('\n', Recipients), string.Join(' ', Muted));
        var (url, from, until) = (Webhook?.AbsoluteUri ?? "", Minutes(Quiet?.From), Minutes(Quiet?.Until));
        var before = (row.Recipients, row.Muted, row.WebhookUrl, row.QuietFrom, row.QuietUntil);
        (row.Recipients, row.Muted, row.WebhookUrl, row.QuietFrom, row.QuietUntil) = (recipients, muted, url, from, until);
        return before != (recipients, muted, url, from, until);
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static TimeOnly Clock(int minutes) => TimeOnly.MinValue.AddMinutes(minutes);

    private static int? Minutes(TimeOnly? clock) => clock is { } at ? (at.Hour * 60) + at.Minute : null;
}
