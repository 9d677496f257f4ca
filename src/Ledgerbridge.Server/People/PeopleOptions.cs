using System.ComponentModel.DataAnnotations;

namespace Ledgerbridge.Server.People;

/// <summary>Signing in. Section <c>Ledgerbridge:People</c>.</summary>
public sealed class PeopleOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Ledgerbridge:People";

    /// <summary>A browser is signed out after so long without a request. Default 12 hours.</summary>
    [Range(
        typeof(TimeSpan),
        "00:05:00",
        "30.00:00:00",
        ErrorMessage = "Ledgerbridge:People:SessionIdle must be between 00:05:00 and 30.00:00:00."
    )]
    public TimeSpan SessionIdle { get; set; } = TimeSpan.FromHours(12);

    /// <summary>A browser is signed out after so long in any case. Default 14 days.</summary>
    [Range(
        typeof(TimeSpan),
        "01:00:00",
        "90.00:00:00",
        ErrorMessage = "Ledgerbridge:People:SessionMax must be between 01:00:00 and 90.00:00:00."
    )]
    public TimeSpan SessionMax { get; set; } = TimeSpan.FromDays(14);

    /// <summary>An invitation can be taken up for so long. Default 7 days.</summary>
    [Range(
        typeof(TimeSpan),
        "01:00:00",
        "90.00:00:00",
        ErrorMessage = "Ledgerbridge:People:InvitationLife must be between 01:00:00 and 90.00:00:00."
    )]
    public TimeSpan InvitationLife { get; set; } = TimeSpan.FromDays(7);

    /// <summary>
    /// Whether the first person has to show the setup code from the file <c>setup-code</c> in the data directory. Default true; the
    /// embedded default, which only answers this machine, turns it off.
    /// </summary>
    public bool SetupCodeRequired { get; set; } = true;
}
