using System.Net;
using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using Microsoft.Extensions.Options;

namespace Ledgerbridge.Server.Alerts.Internal;

/// <summary>Hands mails to the mail server the operator has named, one address at a time.</summary>
internal sealed class MailSender(IOptions<AlertsOptions> options, TimeProvider time)
{
    private const string SenderName = "Ledgerbridge";
    private const string FallbackFrom = "ledgerbridge@localhost";
    private const string ResponsePrefix = "The server response was: ";

    private static readonly SendOutcome NoServer = new(
        SendKind.NobodyThere,
        $"No mail server is named. Whoever runs Ledgerbridge sets {AlertsOptions.Section}:Mail:Host."
    );

    private MailOptions Mail => options.Value.Mail;

    /// <summary>Where mails go, for people; null while there is no mail server.</summary>
    public string? Route =>
        Mail.Host.Length > 0 ? $"the mail server {Mail.Host}"
        : Mail.Folder.Length > 0 ? "the server's mail folder, because no mail server is named"
        : null;

    /// <summary>Hands one mail over.</summary>
    public async Task<SendOutcome> SendAsync(string address, AlertDeliveryId id, AlertMessage message, CancellationToken ct)
    {
        if (Route is null)
            return NoServer;
        using var deadline = new CancellationTokenSource(options.Value.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, deadline.Token);
        try
        {
            using var mail = Compose(address, id, message);
            using var client = Client();
            // The client looks at the token only now and then, so the waiting ends by itself.
            await client.SendMailAsync(mail, either.Token).WaitAsync(either.Token);
            return new SendOutcome(SendKind.Taken, $"Handed to {Route}.");
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new SendOutcome(SendKind.NobodyThere, $"The mail server {Mail.Host} did not answer in time.");
        }
        catch (Exception failure) when (failure is SmtpException or IOException or UnauthorizedAccessException or FormatException)
        {
            return Failed(failure);
        }
    }

    private SmtpClient Client()
    {
        if (Mail.Host.Length == 0)
        {
            var folder = Path.GetFullPath(Mail.Folder);
            Directory.CreateDirectory(folder);
            return new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = folder };
        }
        return new SmtpClient(Mail.Host, Mail.Port)
        {
            EnableSsl = Mail.Tls,
            Credentials = Mail.User.Length > 0 ? new NetworkCredential(Mail.User, Mail.Password) : null,
        };
    }

    private MailMessage Compose(string address, AlertDeliveryId id, AlertMessage message)
    {
        var from = new MailAddress(Mail.From.Length > 0 ? Mail.From : FallbackFrom, SenderName);
        var mail = new MailMessage(from, new MailAddress(address))
        {
            Subject = message.Heading,
            SubjectEncoding = Encoding.UTF8,
            Body = message.Content,
            BodyEncoding = Encoding.UTF8,
        };
        // The same id at every attempt, so that a mailbox shows a repeat once; and no automatic answers, please (RFC 3834).
        mail.Headers.Add("Message-ID", $"<{id}@{from.Host}>");
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        return mail;
    }

    private SendOutcome Failed(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is AuthenticationException)
                return Gone($"The certificate of the mail server {Mail.Host} is not valid, so nothing was sent.");
            if (cause is SocketException)
                return Gone($"The mail server {Mail.Host} cannot be reached at port {Mail.Port}.");
        }
        if (failure is not SmtpException smtp)
            return Gone($"The mail could not be written into the server's mail folder: {SendOutcome.Quote(failure.Message)}.");
        var words = Words(smtp);
        return smtp.StatusCode switch
        {
            // No word of the server's own: it may repeat what it was told.
            _ when (int)smtp.StatusCode is 530 or 534 or 535 || smtp.StatusCode == SmtpStatusCode.ClientNotPermitted => Gone(
                $"The mail server {Mail.Host} does not accept the name and password that were set for it."
            ),
            _ when smtp is SmtpFailedRecipientException && (int)smtp.StatusCode >= 500 => new SendOutcome(
                SendKind.Never,
                $"The mail server {Mail.Host} refused the address. It said {words}."
            ),
            _ when smtp.StatusCode == SmtpStatusCode.GeneralFailure => Gone(
                $"The exchange with the mail server {Mail.Host} broke off: {words}."
            ),
            _ => new SendOutcome(SendKind.NotNow, $"The mail server {Mail.Host} did not take it. It said {words}."),
        };
    }

    private static SendOutcome Gone(string sentence) => new(SendKind.NobodyThere, sentence);

    /// <summary>The server's own words where the framework keeps them, otherwise the framework's.</summary>
    private static string Words(SmtpException failure)
    {
        var text = failure.Message;
        var at = text.IndexOf(ResponsePrefix, StringComparison.Ordinal);
        return SendOutcome.Quote((at < 0 ? text : text[(at + ResponsePrefix.Length)..]).TrimEnd('.'));
    }
}
