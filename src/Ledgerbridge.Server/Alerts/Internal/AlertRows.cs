using Ledgerbridge.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ledgerbridge.Server.Alerts.Internal;

/// <summary>Something people should know: one row from its beginning to its end.</summary>
internal sealed class AlertRow : IWorkspaceRow
{
    public AlertId Id { get; set; }

    public WorkspaceId WorkspaceId { get; set; }

    public AlertKind Kind { get; set; }

    /// <summary>What it is about: an id of ours or Sage's, with the reason where there may be several.</summary>
    public string Subject { get; set; } = "";

    /// <summary>What people call that.</summary>
    public string Name { get; set; } = "";

    /// <summary>How bad it has been, from 1; never falls while it lasts.</summary>
    public int Step { get; set; }

    public bool IsUrgent { get; set; }

    public string Title { get; set; } = "";

    public string Sentence { get; set; } = "";

    public string NextStep { get; set; } = "";

    /// <summary>The page of the app where something can be done about it.</summary>
    public string Link { get; set; } = "";

    public DateTimeOffset BeganAt { get; set; }

    /// <summary>When it began or last went on to its next step.</summary>
    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>When it was over; null while it lasts.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}

/// <summary>One message about an alert to one place: the outbox.</summary>
internal sealed class DeliveryRow : IWorkspaceRow
{
    public AlertDeliveryId Id { get; set; }

    public WorkspaceId WorkspaceId { get; set; }

    public AlertId AlertId { get; set; }

    public AlertEvent Event { get; set; }

    public AlertWay Way { get; set; }

    /// <summary>The e-mail address, or the host of the webhook.</summary>
    public string Target { get; set; } = "";

    public bool IsUrgent { get; set; }

    /// <summary>A mail's subject; empty for a webhook.</summary>
    public string Heading { get; set; } = "";

    /// <summary>A mail's text or a webhook's body, as it is sent.</summary>
    public string Content { get; set; } = "";

    public DeliveryState State { get; set; } = DeliveryState.Waiting;

    public int Attempts { get; set; }

    /// <summary>When it is tried; null once it is not tried any more.</summary>
    public DateTimeOffset? DueAt { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>What came of it so far, as a sentence; empty before the first attempt.</summary>
    public string Outcome { get; set; } = "";

    /// <summary>Ends it.</summary>
    public void End(DeliveryState state, string outcome, DateTimeOffset at) =>
        (State, Outcome, DueAt, FinishedAt) = (state, outcome, null, at);
}

/// <summary>Who is told in a workspace, by which ways, when and about what.</summary>
internal sealed class AlertSettingsRow : IWorkspaceRow
{
    public WorkspaceId WorkspaceId { get; set; }

    /// <summary>E-mail addresses, one a line.</summary>
    public string Recipients { get; set; } = "";

    /// <summary>The webhook's address; empty for none.</summary>
    public string WebhookUrl { get; set; } = "";

    /// <summary>What its messages are signed with, sealed; empty for none.</summary>
    public string SecretSealed { get; set; } = "";

    /// <summary>What they were signed with before, sealed: receivers that do not know the new one yet still believe it.</summary>
    public string PreviousSecretSealed { get; set; } = "";

    public DateTimeOffset? PreviousSecretUntil { get; set; }

    /// <summary>When quiet hours begin, in minutes after midnight; null for none.</summary>
    public int? QuietFrom { get; set; }

    /// <summary>When quiet hours end, in minutes after midnight; null for none.</summary>
    public int? QuietUntil { get; set; }

    /// <summary>The kinds nobody is told about, parted by blanks.</summary>
    public string Muted { get; set; } = "";
}

internal sealed class AlertTables
    : IEntityTypeConfiguration<AlertRow>,
        IEntityTypeConfiguration<DeliveryRow>,
        IEntityTypeConfiguration<AlertSettingsRow>
{
    public void Configure(EntityTypeBuilder<AlertRow> builder)
    {
        builder.ToTable("alerts").HasKey(static row => row.Id);
        // One for each kind and subject while it lasts, whoever looks.
        builder
            .HasIndex(static row => new
            {
                row.WorkspaceId,
                row.Kind,
                row.Subject,
            })
            .IsUnique()
            .HasFilter("ended_at IS NULL");
        builder.HasIndex(static row => new { row.WorkspaceId, row.Id });
        builder.HasIndex(static row => row.EndedAt);
    }

    public void Configure(EntityTypeBuilder<DeliveryRow> builder)
    {
        builder.ToTable("alerts_deliveries").HasKey(static row => row.Id);
        builder.HasIndex(static row => row.AlertId);
        builder.HasIndex(static row => row.DueAt).HasFilter("due_at IS NOT NULL");
    }

    public void Configure(EntityTypeBuilder<AlertSettingsRow> builder) =>
        builder.ToTable("alerts_settings").HasKey(static row => row.WorkspaceId);
}
