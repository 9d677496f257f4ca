using Ledgerbridge.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ledgerbridge.Server.Audit.Internal;

/// <summary>One entry. Everything but <see cref="Status"/> is written once and covered by <see cref="Hash"/>.</summary>
internal sealed class AuditEntryRow : IWorkspaceRow
{
    public AuditEntryId Id { get; set; }

    public WorkspaceId WorkspaceId { get; set; }

    /// <summary>1, 2, 3 … without gaps in each workspace.</summary>
    public long Seq { get; set; }

    /// <summary>To the millisecond, so that both databases give back what was hashed.</summary>
    public DateTimeOffset At { get; set; }

    public ActorKind ActorKind { get; set; }

    public string ActorId { get; set; } = "";

    public string Action { get; set; } = "";

    public AuditStatus Outcome { get; set; }

    /// <summary>Begins as <see cref="Outcome"/>; a preview's follows the entries of its thread. Verification works it out again.</summary>
    public AuditStatus Status { get; set; }

    public string TargetKind { get; set; } = "";

    public string TargetId { get; set; } = "";

    public string Thread { get; set; } = "";

    public string Summary { get; set; } = "";

    public string Request { get; set; } = "";

    public string Response { get; set; } = "";

    public string PreviousHash { get; set; } = "";

    public string Hash { get; set; } = "";
}

/// <summary>The end of a workspace's chain. Whoever appends holds this row.</summary>
internal sealed class AuditHeadRow : IWorkspaceRow
{
    public WorkspaceId WorkspaceId { get; set; }

    public long Seq { get; set; }

    public string Hash { get; set; } = "";
}

internal sealed class AuditTables : IEntityTypeConfiguration<AuditEntryRow>, IEntityTypeConfiguration<AuditHeadRow>
{
    public const string Heads = "audit_heads";
    public const string Entries = "audit_entries";

    public void Configure(EntityTypeBuilder<AuditEntryRow> builder)
    {
        builder.ToTable(Entries);
        builder.HasKey(static row => row.Id);
        builder.HasIndex(static row => new { row.WorkspaceId, row.Seq }).IsUnique();
        builder.HasIndex(static row => new
        {
            row.WorkspaceId,
            row.Action,
            row.Seq,
        });
        builder.HasIndex(static row => new { row.WorkspaceId, row.Thread }).HasFilter("thread <> ''");
    }

    public void Configure(EntityTypeBuilder<AuditHeadRow> builder)
    {
        builder.ToTable(Heads);
        builder.HasKey(static row => row.WorkspaceId);
    }
}
