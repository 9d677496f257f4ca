using Ledgerbridge.Sage;
using Ledgerbridge.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ledgerbridge.Server.Mirror.Internal;

/// <summary>Where a pass over a feed stands.</summary>
internal enum FeedStage
{
    /// <summary>No pass is under way.</summary>
    Idle = 1,

    /// <summary>The few records that changed last are looked at.</summary>
    Peek,

    /// <summary>What changed is read by the page.</summary>
    Changes,

    /// <summary>Everything there is is read by the page.</summary>
    Listing,

    /// <summary>What was deleted is read by the page.</summary>
    Deletions,

    /// <summary>What a full reading did not meet is looked for, one by one.</summary>
    Missing,
}

/// <summary>One resource of one business, and how far its copies have come.</summary>
internal sealed class FeedRow : IWorkspaceRow
{
    public int Id { get; set; }

    public WorkspaceId WorkspaceId { get; set; }

    public string BusinessId { get; set; } = "";

    public BooksResource Resource { get; set; }

    /// <summary>Everything that changed before this moment has been read; null until the first pass has ended.</summary>
    public DateTimeOffset? Position { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>When the last reading of everything ended.</summary>
    public DateTimeOffset? FullAt { get; set; }

    /// <summary>
    /// How many more records Sage counts than there are here, as of the last reading of everything; below nought when it counts fewer.
    /// </summary>
    public int Excess { get; set; }

    public FeedStage Stage { get; set; } = FeedStage.Idle;

    /// <summary>True while the pass reads everything.</summary>
    public bool IsFull { get; set; }

    public DateTimeOffset? BeganAt { get; set; }

    /// <summary>The moment the pass asks from; null when nothing was read before.</summary>
    public DateTimeOffset? Since { get; set; }

    /// <summary>The page to be read next.</summary>
    public int Page { get; set; } = 1;

    /// <summary>How many entries Sage counted on the page before.</summary>
    public int Total { get; set; }

    /// <summary>How many records Sage counts in all, as the pass was told.</summary>
    public int Counted { get; set; }

    /// <summary>How many entries the pass has read.</summary>
    public int Read { get; set; }

    /// <summary>How many records the pass has changed.</summary>
    public int Changed { get; set; }

    /// <summary>How often the present stage was begun anew because entries moved under it.</summary>
    public int Rounds { get; set; }

    /// <summary>The number of the last reading of everything; records it met carry it.</summary>
    public int Sweep { get; set; }

    /// <summary>When somebody asked for a pass that has not begun since.</summary>
    public DateTimeOffset? RequestedAt { get; set; }

    /// <summary>True when the next pass has to read everything.</summary>
    public bool FullWanted { get; set; }

    /// <summary>No pass before this moment, after a failure.</summary>
    public DateTimeOffset? NotBefore { get; set; }

    /// <summary>Failures one after another.</summary>
    public int Failures { get; set; }

    /// <summary>What went wrong last, for a person; empty when nothing did.</summary>
    public string Problem { get; set; } = "";

    /// <summary>When the ledger was last asked what was posted.</summary>
    public DateTimeOffset? LedgerAskedAt { get; set; }

    /// <summary>Records changed by the last pass that ended.</summary>
    public int LastChanged { get; set; }

    /// <summary>When copies were last found to differ from Sage without Sage having told of a change.</summary>
    public DateTimeOffset? DriftAt { get; set; }

    /// <summary>Records that were not here.</summary>
    public int DriftMissing { get; set; }

    /// <summary>Records that were different.</summary>
    public int DriftChanged { get; set; }

    /// <summary>Records that were gone from Sage.</summary>
    public int DriftGone { get; set; }
}

/// <summary>The copy of one record, with what lists filter and sort by beside it.</summary>
internal sealed class RecordRow : IWorkspaceRow
{
    /// <summary>Given by the database; lists go by it where everything else is equal.</summary>
    public long Number { get; set; }

    public WorkspaceId WorkspaceId { get; set; }

    public int FeedId { get; set; }

    /// <summary>Sage's id.</summary>
    public string RecordId { get; set; } = "";

    /// <summary>True when lists show it: it is there, can be read, and is in use.</summary>
    public bool Shown { get; set; }

    /// <summary>Where it stands: the state of a document, the kind of a contact, the way of a payment.</summary>
    public string State { get; set; } = "";

    /// <summary>The customer's name, or what it is called, in small letters.</summary>
    public string NameKey { get; set; } = "";

    /// <summary>The reference or code.</summary>
    public string Code { get; set; } = "";

    /// <summary>A contact's address in small letters; null for all else.</summary>
    public string? Email { get; set; }

    /// <summary>Sage's id of the contact a document belongs to; empty for all else.</summary>
    public string ContactId { get; set; } = "";

    public DateOnly DatedOn { get; set; }

    /// <summary>The last day there is when nothing is due.</summary>
    public DateOnly DueOn { get; set; } = DateOnly.MaxValue;

    /// <summary>Total, balance or price in ten-thousandths, to be sorted by.</summary>
    public long Amount { get; set; }

    /// <summary>The currency of its amounts, as a code; empty when it has none of its own.</summary>
    public string Currency { get; set; } = "";

    /// <summary>What is still to be paid, in ten-thousandths.</summary>
    public long Outstanding { get; set; }

    /// <summary>The words it is found by, parted by blanks.</summary>
    public string SearchText { get; set; } = "";

    /// <summary>JSON; empty when it was never read.</summary>
    public string Content { get; set; } = "";

    public DateTimeOffset? UpdatedAt { get; set; }

    /// <summary>When the answer it comes from was asked for.</summary>
    public DateTimeOffset ReadAt { get; set; }

    /// <summary>When it was found to be gone; null while it is there.</summary>
    public DateTimeOffset? GoneAt { get; set; }

    /// <summary>When it has to be read by itself; null when it need not be.</summary>
    public DateTimeOffset? RereadAt { get; set; }

    /// <summary>Since when it cannot be read; null when it can.</summary>
    public DateTimeOffset? ProblemAt { get; set; }

    /// <summary>Why it cannot be read.</summary>
    public string Problem { get; set; } = "";

    /// <summary>The last reading of everything, over several pages, that met it.</summary>
    public int SeenIn { get; set; }
}

/// <summary>A word by which a record is found.</summary>
internal sealed class WordRow
{
    public int FeedId { get; set; }

    public string Word { get; set; } = "";

    public long Number { get; set; }
}

internal sealed class MirrorTables
    : IEntityTypeConfiguration<FeedRow>,
        IEntityTypeConfiguration<RecordRow>,
        IEntityTypeConfiguration<WordRow>
{
    public const string Words = "mirror_words";

    private static readonly string[] SummedUp = [nameof(RecordRow.State), nameof(RecordRow.Currency), nameof(RecordRow.Amount)];

    public void Configure(EntityTypeBuilder<FeedRow> builder)
    {
        builder.ToTable("mirror_feeds").HasKey(static row => row.Id);
        builder
            .HasIndex(static row => new
            {
                row.WorkspaceId,
                row.BusinessId,
                row.Resource,
            })
            .IsUnique();
    }

    public void Configure(EntityTypeBuilder<RecordRow> builder)
    {
        builder.ToTable("mirror_records").HasKey(static row => row.Number);
        builder.HasIndex(static row => new { row.FeedId, row.RecordId }).IsUnique();
        builder.HasIndex(static row => new { row.FeedId, row.GoneAt });
        builder.HasIndex(static row => new { row.FeedId, row.Code });
        builder.HasIndex(static row => new { row.FeedId, row.Email }).HasFilter("email IS NOT NULL");
        builder.HasIndex(static row => new { row.FeedId, row.RereadAt }).HasFilter("reread_at IS NOT NULL");
        builder.HasIndex(static row => new { row.FeedId, row.ProblemAt }).HasFilter("problem_at IS NOT NULL");
        // One for each order, and one more for each order within a state: a list then reads no more rows than it shows.
        foreach (
            var order in new[]
            {
                nameof(RecordRow.DatedOn),
                nameof(RecordRow.DueOn),
                nameof(RecordRow.Amount),
                nameof(RecordRow.NameKey),
                nameof(RecordRow.UpdatedAt),
            }
        )
        {
            string[] asTold = [nameof(RecordRow.FeedId), nameof(RecordRow.Shown), order, nameof(RecordRow.Number)];
            // By the day there is also what sums over days are made of, so that they read nothing but the index.
            builder.HasIndex(order == nameof(RecordRow.DatedOn) ? [.. asTold, .. SummedUp] : asTold);
            builder.HasIndex(nameof(RecordRow.FeedId), nameof(RecordRow.Shown), nameof(RecordRow.State), order, nameof(RecordRow.Number));
        }
        builder.HasIndex(static row => new
        {
            row.FeedId,
            row.ContactId,
            row.Shown,
            row.DatedOn,
            row.Number,
        });
    }

    public void Configure(EntityTypeBuilder<WordRow> builder)
    {
        builder
            .ToTable(Words)
            .HasKey(static row => new
            {
                row.FeedId,
                row.Word,
                row.Number,
            });
        builder.HasIndex(static row => new { row.Number, row.Word });
    }
}
