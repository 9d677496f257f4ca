using System.Net;
using System.Net.Mail;
using Microsoft.Extensions.Options;

namespace Ledgerbridge.Server.Alerts.Internal;

/// <summary>The rules of the mail server's options that take more than one of them; all that is wrong is told at once.</summary>
internal sealed class AlertsOptionsCheck : IValidateOptions<AlertsOptions>
{
    /// <summary>The port at which encryption begins with the first byte, which the framework's client does not speak.</summary>
    private const int ImplicitTlsPort = 465;

    public ValidateOptionsResult Validate(string? name, AlertsOptions options)
    {
        var mail = options.Mail;
        if (mail.Host.Length == 0)
            return ValidateOptionsResult.Success;
        var wrong = new List<string>();
        if (!MailAddress.TryCreate(mail.From, out _))
            wrong.Add($"{AlertsOptions.Section}:Mail:From must be an e-mail address, such as ledgerbridge@example.co.za.");
        if (mail.Port is < 1 or > IPEndPoint.MaxPort)
            wrong.Add($"{AlertsOptions.Section}:Mail:Port must be 1 to 65535.");
        if (mail.Port == ImplicitTlsPort)
            wrong.Add($"{AlertsOptions.Section}:Mail:Port must not be 465: use the port at which the server offers STARTTLS, mostly 587.");
        if (mail.Password.Length > 0 && mail.User.Length == 0)
            wrong.Add($"{AlertsOptions.Section}:Mail:User is missing: there is a password without a name.");
        return wrong.Count > 0 ? ValidateOptionsResult.Fail(wrong) : ValidateOptionsResult.Success;
    }
}
