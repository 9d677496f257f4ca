using System.IO.Compression;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Server.Stores;
using Ledgerbridge.Server.Stores.Documents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Quartz;

namespace Ledgerbridge.Server.Runs.Internal;

/// <summary>A shop's document as it was last read for a run.</summary>
internal sealed class RunDocumentRow : IWorkspaceRow
{
    public StoreId StoreId { get; set; }

    /// <summary>The event the document belongs to: each is about a document of its own kind.</summary>
    public EventName Event { get; set; }

    /// <summary>The shop's own number of it.</summary>
    public long EntityId { get; set; }

    public WorkspaceId WorkspaceId { get; set; }

    public DateTimeOffset ReadAt { get; set; }

    /// <summary>What the shop sent, compressed.</summary>
    public byte[] Content { get; set; } = [];
}

internal sealed class RunDocumentTable : IEntityTypeConfiguration<RunDocumentRow>
{
    public void Configure(EntityTypeBuilder<RunDocumentRow> builder)
    {
        builder
            .ToTable("run_documents")
            .HasKey(static row => new
            {
                row.StoreId,
                row.Event,
                row.EntityId,
            });
        builder.HasIndex(static row => row.ReadAt);
    }
}

/// <summary>A document a shop gave for a plan.</summary>
/// <param name="Event">The event it belongs to.</param>
/// <param name="EntityId">The shop's own number of it.</param>
/// <param name="Content">What the shop sent, byte for byte.</param>
internal sealed record FetchedDocument(EventName Event, long EntityId, ReadOnlyMemory<byte> Content)
{
    /// <summary>The document, read.</summary>
    public required object Document { get; init; }

    /// <summary>The day of an invoice or credit memo where the shop is.</summary>
    public DateOnly DatedOn { get; init; }

    /// <summary>The money of an invoice or credit memo; null for all else.</summary>
    public SoldFigures? Figures { get; init; }
}

/// <summary>
/// The shops' documents of the last 90 days, so that a change of the rules can be tried on them without asking anybody. The newest of
/// each is kept; it goes when it is older than the period anyone can look back on.
/// </summary>
internal sealed class RunDocuments(Database database, TimeProvider time)
{
    /// <summary>How long a document is kept after it was last read.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(90);

    private const int SweepBatch = 1000;

    /// <summary>Keeps what was read for a run, in the transaction that ends its attempt.</summary>
    public async Task KeepAsync(LedgerDb db, RunRow run, IReadOnlyList<FetchedDocument> documents)
    {
        foreach (var document in documents)
        {
            var row = await db.Rows<RunDocumentRow>()
                .FirstOrDefaultAsync(kept =>
                    kept.StoreId == run.StoreId && kept.Event == document.Event && kept.EntityId == document.EntityId
                );
            if (row is null)
            {
                row = new RunDocumentRow
                {
                    StoreId = run.StoreId,
                    Event = document.Event,
                    EntityId = document.EntityId,
                    WorkspaceId = run.WorkspaceId,
                };
                db.Add(row);
            }
            (row.ReadAt, row.Content) = (time.GetUtcNow(), Pack(document.Content.Span));
            await RunFigures.KeepAsync(db, run, document);
        }
    }

    /// <summary>The kept documents of these numbers, by number; what is not kept is not among them.</summary>
    public async Task<IReadOnlyDictionary<long, byte[]>> ReadAsync(
        StoreKey store,
        EventName name,
        IReadOnlyCollection<long> ids,
        CancellationToken ct
    )
    {
        if (ids.Count == 0)
            return new Dictionary<long, byte[]>();
        var rows = await database.ReadAsync(
            store.Workspace,
            db =>
                db.Rows<RunDocumentRow>()
                    .AsNoTracking()
                    .Where(row => row.StoreId == store.Store && row.Event == name && ids.Contains(row.EntityId))
                    .ToListAsync(ct)
        );
        return rows.ToDictionary(static row => row.EntityId, static row => Unpack(row.Content));
    }

    /// <summary>Forgets what is too old, in batches that keep nobody waiting; how many documents went.</summary>
    public async Task<int> ForgetAsync(CancellationToken ct)
    {
        var before = time.GetUtcNow() - KeptFor;
        var (forgotten, batch) = (0, SweepBatch);
        while (batch == SweepBatch)
        {
            ct.ThrowIfCancellationRequested();
            batch = await database.WriteAllAsync(
                async db =>
                {
                    var old = await db.Rows<RunDocumentRow>()
                        .Where(row => row.ReadAt < before)
                        .OrderBy(static row => row.ReadAt)
                        .Take(SweepBatch)
                        .ToListAsync();
                    db.RemoveRange(old);
                    return old.Count;
                },
                ct
            );
            forgotten += batch;
        }
        return forgotten;
    }

    private static byte[] Pack(ReadOnlySpan<byte> content)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            brotli.Write(content);
        return packed.ToArray();
    }

    private static byte[] Unpack(byte[] content)
    {
        using var whole = new MemoryStream();
        using (var brotli = new BrotliStream(new MemoryStream(content), CompressionMode.Decompress))
            brotli.CopyTo(whole);
        return whole.ToArray();
    }
}

/// <summary>Forgets shops' documents that are too old to be looked back on. Runs every day, on one process of all.</summary>
[DisallowConcurrentExecution]
internal sealed class RunDocumentSweep(RunDocuments documents) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await documents.ForgetAsync(cancellationToken);
}
