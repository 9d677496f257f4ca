using Ledgerbridge.Server.Hosting;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Server.Stores.Documents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ledgerbridge.Server.Runs.Internal;

/// <summary>
/// The money of a shop's invoice or credit memo. It stays when the document itself is forgotten: there is nobody's name in it.
/// </summary>
internal sealed class RunFiguresRow : IWorkspaceRow
{
    public StoreId StoreId { get; set; }

    /// <summary>The event the document belongs to: raising an invoice, or making a credit memo.</summary>
    public EventName Event { get; set; }

    /// <summary>The shop's own number of it.</summary>
    public long EntityId { get; set; }

    public WorkspaceId WorkspaceId { get; set; }

    /// <summary>The document's day where the shop is.</summary>
    public DateOnly DatedOn { get; set; }

    /// <summary>JSON of <see cref="SoldFigures"/>.</summary>
    public string Content { get; set; } = "";

    /// <summary>The money as its type.</summary>
    public SoldFigures Read() => System.Text.Json.JsonSerializer.Deserialize<SoldFigures>(Content, ApiJson.Options)!;
}

internal sealed class RunFiguresTable : IEntityTypeConfiguration<RunFiguresRow>
{
    public void Configure(EntityTypeBuilder<RunFiguresRow> builder)
    {
        builder
            .ToTable("run_figures")
            .HasKey(static row => new
            {
                row.StoreId,
                row.Event,
                row.EntityId,
            });
        builder.HasIndex(static row => new
        {
            row.StoreId,
            row.DatedOn,
            row.Event,
            row.EntityId,
        });
    }
}

/// <summary>Keeps the money of shops' documents beside the runs that read them.</summary>
internal static class RunFigures
{
    /// <summary>
    /// Keeps what was read, in the caller's transaction. A later reading that came to no plan does not undo an earlier plan.
    /// </summary>
    public static async Task KeepAsync(LedgerDb db, RunRow run, FetchedDocument document)
    {
        if (document.Figures is not { } figures)
            return;
        var row = await db.Rows<RunFiguresRow>()
            .FirstOrDefaultAsync(kept => kept.StoreId == run.StoreId && kept.Event == document.Event && kept.EntityId == document.EntityId);
        if (row is null)
        {
            row = new RunFiguresRow
            {
                StoreId = run.StoreId,
                Event = document.Event,
                EntityId = document.EntityId,
                WorkspaceId = run.WorkspaceId,
            };
            db.Add(row);
        }
        else if (figures.Parts.Count == 0 && row.Read() is var before && before.Gross == figures.Gross)
        {
            figures = figures with { Parts = before.Parts, Carriage = before.Carriage };
        }
        (row.DatedOn, row.Content) = (document.DatedOn, ApiJson.Text(figures));
    }
}
