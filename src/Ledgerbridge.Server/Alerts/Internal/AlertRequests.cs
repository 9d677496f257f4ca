using System.ComponentModel.DataAnnotations;

namespace Ledgerbridge.Server.Alerts.Internal;

/// <summary>Who is told, by which ways, when and about what; replaces what was set before.</summary>
internal sealed class AlertSettingsRequest
{
    /// <summary>The most addresses.</summary>
    public const int RecipientsMax = 20;

    /// <summary>E-mail addresses; empty for nobody.</summary>
    [Required, MaxLength(RecipientsMax)]
    public IReadOnlyList<string>? Recipients { get; init; }

    /// <summary>The webhook's address; empty or left out for none.</summary>
    [StringLength(1000)]
    public string? WebhookUrl { get; init; }

    /// <summary>When quiet hours begin, such as <c>22:00</c>; left out for none.</summary>
    [StringLength(5)]
    public string? QuietFrom { get; init; }

    /// <summary>When quiet hours end, such as <c>06:00</c>; left out for none.</summary>
    [StringLength(5)]
    public string? QuietUntil { get; init; }

    /// <summary>The kinds people are told about: <c>connection</c>, <c>runs</c>, <c>store</c>, <c>sync</c>, <c>audit</c>.</summary>
    [Required, MaxLength(10)]
    public IReadOnlyList<string>? Told { get; init; }
}

/// <summary>Which way to try out.</summary>
internal sealed class AlertTestRequest
{
    /// <summary><c>mail</c> or <c>webhook</c>.</summary>
    [Required]
    public AlertWay? Way { get; init; }
}
