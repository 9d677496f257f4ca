using System.ComponentModel.DataAnnotations;

namespace Ledgerbridge.Server.Alerts;

/// <summary>How this server tells people that something needs them. Section <c>Ledgerbridge:Alerts</c>.</summary>
public sealed class AlertsOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Ledgerbridge:Alerts";

    /// <summary>The mail server. Without one nobody is told by e-mail.</summary>
    public MailOptions Mail { get; } = new();

    /// <summary>
    /// Whether a webhook may be at an address of this machine or of a private network, and do without https. Default false: whoever may
    /// set one could make this server ask its neighbours.
    /// </summary>
    public bool AllowPrivateTargets { get; set; }

    /// <summary>How long handing over one message may take in all. Default 30 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:02:00", ErrorMessage = "Ledgerbridge:Alerts:Timeout must be between 00:00:01 and 00:02:00.")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);
}

/// <summary>The mail server. Section <c>Ledgerbridge:Alerts:Mail</c>.</summary>
public sealed class MailOptions
{
    /// <summary>The server's name, such as <c>mail.example.co.za</c>. Empty for none.</summary>
    public string Host { get; set; } = "";

    /// <summary>The server's port, 1 to 65535. Default 587.</summary>
    public int Port { get; set; } = 587;

    /// <summary>
    /// Whether the connection is encrypted, which the server has to offer on its port (STARTTLS). Default true; without it password and
    /// messages can be read on the way.
    /// </summary>
    public bool Tls { get; set; } = true;

    /// <summary>The name to sign in with; empty when the server asks for none.</summary>
    public string User { get; set; } = "";

    /// <summary>The password to sign in with.</summary>
    public string Password { get; set; } = "";

    /// <summary>The address messages come from, such as <c>ledgerbridge@example.co.za</c>. Needed with a host.</summary>
    public string From { get; set; } = "";

    /// <summary>
    /// A folder into which messages are written as files instead of being sent: for trying it out. Empty for none; a host comes first.
    /// </summary>
    public string Folder { get; set; } = "";
}
