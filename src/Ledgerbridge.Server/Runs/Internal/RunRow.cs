using Ledgerbridge.Server.Storage;
using Ledgerbridge.Server.Stores.Documents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ledgerbridge.Server.Runs.Internal;

/// <summary>One event of a shop on its way into the books.</summary>
internal sealed class RunRow : IWorkspaceRow
{
    public RunId Id { get; set; }

    public WorkspaceId WorkspaceId { get; set; }

    public StoreId StoreId { get; set; }

    public ConnectionId ConnectionId { get; set; }

    public string BusinessId { get; set; } = "";

    public EventName Event { get; set; }

    public StoreEntity EntityType { get; set; }

    /// <summary>The shop's own number of it.</summary>
    public long EntityId { get; set; }

    public int WebsiteId { get; set; }

    public int StoreViewId { get; set; }

    /// <summary>The number people know the document by; empty for customers and products.</summary>
    public string Number { get; set; } = "";

    /// <summary>Event and entity, as the extension's own key has it.</summary>
    public string IdempotencyKey { get; set; } = "";

    /// <summary>
    /// The key while it is taken: for ever by an event that is told once, until the work begins by one that tells of a change. Null once
    /// the next change needs a run of its own.
    /// </summary>
    public string? Slot { get; set; }

    public RunState State { get; set; }

    public int Attempts { get; set; }

    /// <summary>When it is due; null while it runs, is at its end, or waits for a person.</summary>
    public DateTimeOffset? NextAttemptAt { get; set; }

    /// <summary>The process that works on it; null while none does.</summary>
    public string? HeldBy { get; set; }

    /// <summary>The stable word of why it was skipped; empty otherwise.</summary>
    public string SkipReason { get; set; } = "";

    /// <summary>The class of the last failure; empty when there was none.</summary>
    public string FailureClass { get; set; } = "";

    /// <summary>The stable word of what it failed of, by which runs of one cause are found together; null when there was none.</summary>
    public string? Cause { get; set; }

    /// <summary>What came of it, for a bookkeeper; empty while nothing did.</summary>
    public string Sentence { get; set; } = "";

    /// <summary>What a bookkeeper does about it; empty when nothing is to be done.</summary>
    public string NextStep { get; set; } = "";

    /// <summary>The version of the shop's policy that it keeps.</summary>
    public int PolicyVersion { get; set; }

    /// <summary>
    /// The document it waits for, as <c>Invoice:101</c>, or was left out with and would follow into the books; empty for none.
    /// </summary>
    public string WaitsFor { get; set; } = "";

    /// <summary>JSON list of what the last plan decided; empty when there was none.</summary>
    public string Decisions { get; set; } = "";

    /// <summary>True when an operator asked for it and no event of the shop's did: its time says nothing about the document.</summary>
    public bool IsBackfill { get; set; }

    /// <summary>When the shop is told how it stands; null when there is nothing to tell.</summary>
    public DateTimeOffset? ReportDueAt { get; set; }

    /// <summary>How often telling the shop has failed.</summary>
    public int ReportAttempts { get; set; }

    /// <summary>Sage's id of the document it made; empty until then.</summary>
    public string OutcomeId { get; set; } = "";

    /// <summary>What Sage calls that document; empty until then.</summary>
    public string OutcomeReference { get; set; } = "";

    /// <summary>When the shop queued the event.</summary>
    public DateTimeOffset OccurredAt { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>Moves it on; the only way its state changes in memory.</summary>
    /// <exception cref="InvalidOperationException">The move is not in the table.</exception>
    public void MoveTo(RunState state, DateTimeOffset at)
    {
        State = State.To(state);
        FinishedAt = state.IsEnd() ? at : null;
        // A shop is told of ends, and of the end that is not over again.
        if (!state.IsEnd())
            ReportDueAt = null;
        if (state != RunState.Running)
            HeldBy = null;
        if (state == RunState.Running || state.IsEnd())
            NextAttemptAt = null;
        if (state == RunState.Running)
        {
            StartedAt ??= at;
            // What changes from now on may come too late for this run.
            Slot = Event.IsUpsert() ? null : Slot;
        }
    }
}

/// <summary>One attempt at a run, at its end.</summary>
internal sealed class RunAttemptRow : IWorkspaceRow
{
    public RunId RunId { get; set; }

    /// <summary>1, 2, 3 … for each run.</summary>
    public int Number { get; set; }

    public WorkspaceId WorkspaceId { get; set; }

    public DateTimeOffset BeganAt { get; set; }

    public DateTimeOffset EndedAt { get; set; }

    /// <summary>Where the run stood after it.</summary>
    public RunState Outcome { get; set; }

    public string Sentence { get; set; } = "";

    public string FailureClass { get; set; } = "";

    public string Cause { get; set; } = "";
}

/// <summary>What kind of product a shop sells under a SKU: documents do not say, so it is kept when the product itself is read.</summary>
internal sealed class RunProductRow : IWorkspaceRow
{
    public StoreId StoreId { get; set; }

    public string Sku { get; set; } = "";

    public WorkspaceId WorkspaceId { get; set; }

    /// <summary>The shop's word: <c>simple</c>, <c>virtual</c>, <c>downloadable</c> …</summary>
    public string ProductType { get; set; } = "";
}

/// <summary>A customer or product of a shop in Sage, as last written.</summary>
internal sealed class RunLinkRow : IWorkspaceRow
{
    public StoreId StoreId { get; set; }

    /// <summary>What it is within the shop, such as <c>contact:customer:11:ZAR</c>.</summary>
    public string Key { get; set; } = "";

    public WorkspaceId WorkspaceId { get; set; }

    /// <summary>The customer, who may have a contact for each currency; for an item the SKU.</summary>
    public string Group { get; set; } = "";

    public string SageId { get; set; } = "";

    /// <summary>JSON of the contact or item.</summary>
    public string Content { get; set; } = "";
}

internal sealed class RunTables
    : IEntityTypeConfiguration<RunRow>,
        IEntityTypeConfiguration<RunAttemptRow>,
        IEntityTypeConfiguration<RunProductRow>,
        IEntityTypeConfiguration<RunLinkRow>
{
    public const string Runs = "runs";

    public void Configure(EntityTypeBuilder<RunAttemptRow> builder) =>
        builder.ToTable("run_attempts").HasKey(static row => new { row.RunId, row.Number });

    public void Configure(EntityTypeBuilder<RunLinkRow> builder)
    {
        builder.ToTable("run_links").HasKey(static row => new { row.StoreId, row.Key });
        builder.HasIndex(static row => new { row.StoreId, row.Group });
    }

    public void Configure(EntityTypeBuilder<RunProductRow> builder) =>
        builder.ToTable("run_products").HasKey(static row => new { row.StoreId, row.Sku });

    public void Configure(EntityTypeBuilder<RunRow> builder)
    {
        builder.ToTable(Runs).HasKey(static row => row.Id);
        builder.HasIndex(static row => new { row.StoreId, row.Slot }).IsUnique().HasFilter("slot IS NOT NULL");
        // Only what is open: lanes and tellers look here all the time, however many runs are at their end.
        builder
            .HasIndex(static row => new
            {
                row.WorkspaceId,
                row.ConnectionId,
                row.BusinessId,
                row.NextAttemptAt,
                row.Id,
            })
            .HasFilter("next_attempt_at IS NOT NULL");
        builder
            .HasIndex(static row => new
            {
                row.WorkspaceId,
                row.ConnectionId,
                row.BusinessId,
                row.Id,
            })
            .HasFilter("held_by IS NOT NULL");
        builder
            .HasIndex(static row => new
            {
                row.WorkspaceId,
                row.StoreId,
                row.ReportDueAt,
                row.Id,
            })
            .HasFilter("report_due_at IS NOT NULL");
        builder.HasIndex(static row => new { row.StoreId, row.WaitsFor }).HasFilter("waits_for <> ''");
        Lists(builder);
    }

    /// <summary>What people look through; ids sort by the time of making, so each is a list from new to old.</summary>
    private static void Lists(EntityTypeBuilder<RunRow> builder)
    {
        builder.HasIndex(static row => new { row.WorkspaceId, row.Id });
        builder.HasIndex(static row => new
        {
            row.WorkspaceId,
            row.State,
            row.Id,
        });
        builder
            .HasIndex(static row => new
            {
                row.WorkspaceId,
                row.Cause,
                row.Id,
            })
            .HasFilter("cause IS NOT NULL");
        builder.HasIndex(static row => new
        {
            row.WorkspaceId,
            row.StoreId,
            row.Id,
        });
        builder.HasIndex(static row => new
        {
            row.StoreId,
            row.State,
            row.FinishedAt,
        });
        builder.HasIndex(static row => new
        {
            row.StoreId,
            row.EntityType,
            row.EntityId,
            row.Id,
        });
    }
}
