using Ledgerbridge.Server.Audit;
using Ledgerbridge.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ledgerbridge.Server.Posting.Internal;

/// <summary>One row of the journal: the intent before the call, the result after it.</summary>
internal sealed class PostingRow : IWorkspaceRow
{
    public PostingId Id { get; set; }

    public WorkspaceId WorkspaceId { get; set; }

    public ConnectionId ConnectionId { get; set; }

    public string BusinessId { get; set; } = "";

    public PostingKind Kind { get; set; }

    public string Key { get; set; } = "";

    public ActorKind ActorKind { get; set; }

    public string ActorId { get; set; } = "";

    /// <summary>The preview's audit entry; empty when there is none.</summary>
    public string Preview { get; set; } = "";

    /// <summary>JSON of the kind's type.</summary>
    public string Document { get; set; } = "";

    public PostingState State { get; set; }

    public int Attempts { get; set; }

    /// <summary>An attempt may have reached Sage: look there before sending again.</summary>
    public bool MustLook { get; set; }

    /// <summary>The process that works on it; empty while none does.</summary>
    public string HeldBy { get; set; } = "";

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Null while it is being sent, is final, or waits for a person to connect Sage again.</summary>
    public DateTimeOffset? NextAttemptAt { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>The kind of the last failure; empty when there was none.</summary>
    public string FailureCode { get; set; } = "";

    public string FailureMessage { get; set; } = "";

    /// <summary>JSON list of Sage's remarks by field.</summary>
    public string FailureErrors { get; set; } = "";

    /// <summary>Sage's id of what was written: the link that makes a second posting impossible. Empty until then.</summary>
    public string SageId { get; set; } = "";

    /// <summary>JSON of what Sage answered.</summary>
    public string Result { get; set; } = "";
}

internal sealed class PostingTables : IEntityTypeConfiguration<PostingRow>
{
    public void Configure(EntityTypeBuilder<PostingRow> builder)
    {
        builder.ToTable("posting_journal").HasKey(static row => row.Id);
        builder.HasIndex(static row => new { row.WorkspaceId, row.Key }).IsUnique();
        builder.HasIndex(static row => new { row.WorkspaceId, row.Preview }).HasFilter("preview <> ''");
        builder.HasIndex(static row => new { row.State, row.NextAttemptAt }).HasFilter("state IN ('Waiting', 'Sending')");
        builder.HasIndex(static row => new
        {
            row.WorkspaceId,
            row.BusinessId,
            row.SageId,
        });
    }
}
