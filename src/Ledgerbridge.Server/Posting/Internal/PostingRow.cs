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

    /// <summary>
    /// Unique in the workspace. A posting that gave its key back has its own id behind it, so that another may take the key.
    /// </summary>
    public string Key { get; set; } = "";

    public ActorKind ActorKind { get; set; }

    public string ActorId { get; set; } = "";

    /// <summary>The preview's audit entry; empty when there is none.</summary>
    public string Preview { get; set; } = "";

    /// <summary>JSON of the kind's type.</summary>
    public string Document { get; set; } = "";

    /// <summary>JSON of the totals the plan expects; null takes the sum of the lines.</summary>
    public string? Expected { get; set; }

    /// <summary>The run it belongs to; empty for what a person wrote.</summary>
    public string RunId { get; set; } = "";

    /// <summary>Its place among those the run stored at one moment.</summary>
    public int RunStep { get; set; }

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

    /// <summary>The key it was stored with.</summary>
    public string OwnKey => HoldsKey ? Key : Key[..^Mark.Length];

    /// <summary>True while nobody else can take its key.</summary>
    public bool HoldsKey => !Key.EndsWith(Mark, StringComparison.Ordinal);

    private string Mark => $"#{Id}";

    /// <summary>Lets another posting take the key.</summary>
    public void GiveKeyBack()
    {
        if (HoldsKey)
            Key += Mark;
    }
}

internal sealed class PostingTables : IEntityTypeConfiguration<PostingRow>
{
    public void Configure(EntityTypeBuilder<PostingRow> builder)
    {
        builder.ToTable("posting_journal").HasKey(static row => row.Id);
        builder.HasIndex(static row => new { row.WorkspaceId, row.Key }).IsUnique();
        builder.HasIndex(static row => new { row.WorkspaceId, row.Preview }).HasFilter("preview <> ''");
        builder.HasIndex(static row => new { row.WorkspaceId, row.RunId }).HasFilter("run_id <> ''");
        builder.Ignore(static row => row.OwnKey).Ignore(static row => row.HoldsKey);
        builder.HasIndex(static row => new { row.State, row.NextAttemptAt }).HasFilter("state IN ('Waiting', 'Sending')");
        builder.HasIndex(static row => new
        {
            row.WorkspaceId,
            row.BusinessId,
            row.SageId,
        });
    }
}
