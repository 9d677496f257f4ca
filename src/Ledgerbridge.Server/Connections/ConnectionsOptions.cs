using System.ComponentModel.DataAnnotations;
using Ledgerbridge.Sage;

namespace Ledgerbridge.Server.Connections;

/// <summary>
/// How this server reaches Sage. Section <c>Ledgerbridge:Connections</c>. Real Sage needs <see cref="SageOptions.ClientId"/> and
/// <see cref="SageOptions.ClientSecret"/> below <see cref="Sage"/> and nothing else.
/// </summary>
public sealed class ConnectionsOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Ledgerbridge:Connections";

    /// <summary>
    /// Client id and secret, addresses and limits, such as <c>Ledgerbridge__Connections__Sage__ClientId</c> in the environment.
    /// </summary>
    public SageOptions Sage { get; } = new();

    /// <summary>True when the addresses are the sandbox's, so that screens can say so. Default false.</summary>
    public bool IsSandbox { get; set; }

    /// <summary>A connection that was not renewed for so long is renewed by schedule. Default 7 days; Sage ends one after 31.</summary>
    [Range(
        typeof(TimeSpan),
        "01:00:00",
        "25.00:00:00",
        ErrorMessage = "Ledgerbridge:Connections:RenewAfter must be between 01:00:00 and 25.00:00:00."
    )]
    public TimeSpan RenewAfter { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Reference lists older than this are read anew. Default 24 hours.</summary>
    [Range(
        typeof(TimeSpan),
        "00:01:00",
        "30.00:00:00",
        ErrorMessage = "Ledgerbridge:Connections:ReferenceLife must be between 00:01:00 and 30.00:00:00."
    )]
    public TimeSpan ReferenceLife { get; set; } = TimeSpan.FromHours(24);
}
