using System.Globalization;
using System.Net.Mail;
using Ledgerbridge.Kernel;
using Ledgerbridge.Server.Hosting;

namespace Ledgerbridge.Server.Alerts.Internal;

/// <summary>Settings as they were sent, and all that is wrong with them.</summary>
internal sealed class AlertSettingsReading
{
    private const int AddressMax = 254;

    private static readonly Dictionary<string, AlertKind> Kinds = Enum.GetValues<AlertKind>()
        .ToDictionary(QueryFields.Word, StringComparer.Ordinal);

    private readonly List<FieldError> _errors = [];

    /// <param name="request">What was sent; the fields' own rules hold already.</param>
    /// <param name="allowPrivateTargets">Whether a webhook may do without https.</param>
    public AlertSettingsReading(AlertSettingsRequest request, bool allowPrivateTargets)
    {
        var told = ReadTold(request.Told!);
        Settings = new AlertSettings
        {
            Recipients = ReadRecipients(request.Recipients!),
            Webhook = ReadWebhook(request.WebhookUrl, allowPrivateTargets),
            Quiet = ReadQuiet(request.QuietFrom, request.QuietUntil),
            Muted = [.. Enum.GetValues<AlertKind>().Except(told)],
        };
    }

    /// <summary>The settings; only good while there is no problem.</summary>
    public AlertSettings Settings { get; }

    /// <summary>What is wrong; null when nothing is.</summary>
    public Problem? Problem => _errors.Count > 0 ? Problem.Invalid(_errors) : null;

    private List<string> ReadRecipients(IReadOnlyList<string> sent)
    {
        var addresses = new List<string>();
        for (var index = 0; index < sent.Count; index++)
        {
            // The framework also takes "Thandi <thandi@…>" for an address; a recipient is the address alone.
            var isAddress =
                sent[index].Length <= AddressMax
                && MailAddress.TryCreate(sent[index], out var parsed)
                && parsed.Address == sent[index]
                && parsed.Host.Contains('.', StringComparison.Ordinal);
            if (!isAddress)
                Wrong($"recipients[{index}]", "Enter an e-mail address, such as thandi@example.co.za.");
            else if (!addresses.Contains(sent[index], StringComparer.OrdinalIgnoreCase))
                addresses.Add(sent[index]);
        }
        return addresses;
    }

    private List<AlertKind> ReadTold(IReadOnlyList<string> sent)
    {
        var kinds = new List<AlertKind>();
        for (var index = 0; index < sent.Count; index++)
        {
            if (Kinds.TryGetValue(sent[index], out var kind))
                kinds.Add(kind);
            else
                Wrong($"told[{index}]", $"Each must be one of {string.Join(", ", Kinds.Keys)}.");
        }
        return kinds;
    }

    private Uri? ReadWebhook(string? sent, bool allowPrivateTargets)
    {
        if (string.IsNullOrEmpty(sent))
            return null;
        var isWeb =
            Uri.TryCreate(sent, UriKind.Absolute, out var url)
            && (url.Scheme == Uri.UriSchemeHttps || (allowPrivateTargets && url.Scheme == Uri.UriSchemeHttp))
            && url.Host.Length > 0;
        if (isWeb && url!.UserInfo.Length == 0 && url.Fragment.Length == 0)
            return url;
        Wrong(
            "webhook_url",
            "Enter an address that begins with https:// and has no name or password in it, such as https://hooks.example.co.za/books."
        );
        return null;
    }

    private QuietHours? ReadQuiet(string? from, string? until)
    {
        var (hasFrom, hasUntil) = (!string.IsNullOrEmpty(from), !string.IsNullOrEmpty(until));
        if (!hasFrom && !hasUntil)
            return null;
        var (begins, ends) = (Clock("quiet_from", from), Clock("quiet_until", until));
        if (begins is null || ends is null)
            return null;
        if (begins != ends)
            return new QuietHours(begins.Value, ends.Value);
        Wrong("quiet_from", "Quiet hours have to begin at another time than they end.");
        Wrong("quiet_until", "Quiet hours have to end at another time than they begin.");
        return null;
    }

    private TimeOnly? Clock(string field, string? text)
    {
        if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock))
            return clock;
        Wrong(field, "Enter a time of day, such as 22:00; leave both times empty for no quiet hours.");
        return null;
    }

    private void Wrong(string field, string sentence) => _errors.Add(new FieldError(field, sentence));
}
