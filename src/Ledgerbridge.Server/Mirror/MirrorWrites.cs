using System.Collections.Concurrent;
using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Connections;
using Ledgerbridge.Server.Mirror.Internal;
using Ledgerbridge.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.Server.Mirror;

/// <summary>What one write of ours did to Sage: one of three, nothing else.</summary>
internal abstract record OwnWrite
{
    private OwnWrite() { }

    /// <summary>A record was made or changed, and Sage answered with it.</summary>
    internal sealed record Kept(BooksResource Resource, object Record) : OwnWrite;

    /// <summary>A record was deleted.</summary>
    internal sealed record Gone(BooksResource Resource, string Id) : OwnWrite;

    /// <summary>Documents were settled by these amounts, of which Sage answered without the documents.</summary>
    internal sealed record Settled(IReadOnlyList<AllocationPart> Parts) : OwnWrite;
}

/// <summary>
/// Takes our own writes into the copies as soon as Sage has answered, beside the work that made them: many writes of a busy moment share
/// one transaction. What a dying process did not get round to is brought by the next pass, as if somebody else had written it.
/// </summary>
internal sealed partial class MirrorWrites(Database database, TimeProvider time, ILogger<MirrorWrites> log) : IDisposable
{
    private const int BatchMax = 50;

    private readonly ConcurrentQueue<(BooksKey Key, DateTimeOffset At, Func<IReadOnlyList<OwnWrite>> Read)> _queue = new();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private int _running;

    /// <summary>Takes writes in, soon. What is to be read of them is read there and not here.</summary>
    public void Keep(BooksKey key, Func<IReadOnlyList<OwnWrite>> writes)
    {
        _queue.Enqueue((key, time.GetUtcNow(), writes));
        if (Interlocked.Exchange(ref _running, 1) == 0)
            _ = Task.Run(DrainAsync);
    }

    /// <summary>Completes once everything taken in before is in the copies: whoever has just written then reads what he wrote.</summary>
    public async Task FlushAsync(CancellationToken ct)
    {
        if (_queue.IsEmpty && _turn.CurrentCount > 0)
            return;
        await _turn.WaitAsync(ct);
        try
        {
            await EmptyAsync();
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _turn.Dispose();

    private async Task DrainAsync()
    {
        do
        {
            Interlocked.Exchange(ref _running, 1);
            await FlushAsync(CancellationToken.None);
            Interlocked.Exchange(ref _running, 0);
        } while (!_queue.IsEmpty);
    }

    private async Task EmptyAsync()
    {
        while (!_queue.IsEmpty)
        {
            var batch = new List<(BooksKey Key, DateTimeOffset At, Func<IReadOnlyList<OwnWrite>> Read)>(BatchMax);
            while (batch.Count < BatchMax && _queue.TryDequeue(out var one))
                batch.Add(one);
            foreach (var books in batch.GroupBy(static one => one.Key))
                await StoreAsync(books.Key, [.. books.Select(static one => (one.At, one.Read))]);
        }
    }

    private async Task StoreAsync(BooksKey key, (DateTimeOffset At, Func<IReadOnlyList<OwnWrite>> Read)[] batch)
    {
        try
        {
            var writes = batch.SelectMany(static one => one.Read().Select(write => (one.At, Write: write))).ToList();
            await database.WriteAsync(
                key.Workspace,
                async db =>
                {
                    foreach (var (at, write) in writes)
                        await StoreAsync(db, key, at, write);
                },
                CancellationToken.None
            );
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // The books have it, and the next pass brings it.
            LogNotKept(fault, batch.Length);
        }
    }

    private static async Task StoreAsync(LedgerDb db, BooksKey key, DateTimeOffset at, OwnWrite write)
    {
        switch (write)
        {
            case OwnWrite.Kept kept:
                var feed = await MirrorStore.FeedAsync(db, key, kept.Resource);
                await MirrorStore.TakeInAsync(db, feed, [EntryOf(kept.Record)], new Taking(at) { IsOwn = true });
                break;
            case OwnWrite.Gone gone:
                if (gone.Resource == BooksResource.ContactPayments)
                    await SettleAsync(db, key, await PartsOfAsync(db, key, gone.Id), isUndone: true);
                await MirrorStore.GoneAsync(db, await MirrorStore.FeedAsync(db, key, gone.Resource), [gone.Id], at);
                break;
            case OwnWrite.Settled settled:
                await SettleAsync(db, key, settled.Parts, isUndone: false);
                break;
        }
    }

    /// <summary>A record of ours as a feed would have told it.</summary>
    private static FeedEntry EntryOf(object record) =>
        record switch
        {
            BooksInvoice invoice => new FeedEntry(invoice.Id) { CreatedAt = invoice.CreatedAt, UpdatedAt = invoice.UpdatedAt },
            BooksCreditNote note => new FeedEntry(note.Id) { CreatedAt = note.CreatedAt, UpdatedAt = note.UpdatedAt },
            BooksPayment payment => new FeedEntry(payment.Id) { CreatedAt = payment.CreatedAt, UpdatedAt = payment.UpdatedAt },
            BooksContact contact => new FeedEntry(contact.Id) { UpdatedAt = contact.UpdatedAt },
            BooksItem item => new FeedEntry(item.Id) { UpdatedAt = item.UpdatedAt },
            _ => throw new ArgumentException($"A {record.GetType().Name} is not mirrored.", nameof(record)),
        } with
        {
            Record = record,
        };

    private static async Task<IReadOnlyList<AllocationPart>> PartsOfAsync(LedgerDb db, BooksKey key, string payment)
    {
        var feed = await MirrorStore.FeedAsync(db, key, BooksResource.ContactPayments);
        var row = await MirrorStore.Records(db, feed.Id).FirstOrDefaultAsync(row => row.RecordId == payment && row.GoneAt == null);
        return row is { Content.Length: > 0 } ? row.Read<BooksPayment>().Allocations : [];
    }

    /// <summary>
    /// What is left of the documents, worked out as Sage does. Their moment of change is not known and stays, so that whatever Sage says
    /// next holds.
    /// </summary>
    private static async Task SettleAsync(LedgerDb db, BooksKey key, IReadOnlyList<AllocationPart> parts, bool isUndone)
    {
        foreach (var resource in new[] { BooksResource.SalesInvoices, BooksResource.SalesCreditNotes })
        {
            var feed = await MirrorStore.FeedAsync(db, key, resource);
            string[] ids = [.. parts.Select(static part => part.DocumentId)];
            foreach (var row in await MirrorStore.Records(db, feed.Id).Where(row => ids.Contains(row.RecordId)).ToListAsync())
            {
                var amount = parts.First(part => part.DocumentId == row.RecordId).Amount.Abs();
                if (row.Content.Length > 0)
                    Settle(row, resource, isUndone ? -amount : amount);
            }
        }
    }

    private static void Settle(RecordRow row, BooksResource resource, Money by)
    {
        object record;
        if (resource == BooksResource.SalesInvoices)
        {
            var invoice = row.Read<BooksInvoice>();
            var left = invoice.Outstanding - by;
            record = invoice with { Outstanding = left, State = StateOf(invoice.State, left, invoice.Gross) };
        }
        else
        {
            var note = row.Read<BooksCreditNote>();
            var left = note.Outstanding - by;
            record = note with { Outstanding = left, State = StateOf(note.State, left, note.Gross) };
        }
        row.Fill(record);
        row.Content = RecordColumns.ContentOf(record);
    }

    private static InvoiceState StateOf(InvoiceState present, Money left, Money gross) =>
        present is InvoiceState.Draft or InvoiceState.Void or InvoiceState.Other ? present
        : left.Amount <= 0m ? InvoiceState.Paid
        : left >= gross ? InvoiceState.Unpaid
        : InvoiceState.PartPaid;

    [LoggerMessage(1405, LogLevel.Warning, "{Count} writes of ours are not among the copies yet; the next pass brings them")]
    private partial void LogNotKept(Exception fault, int count);
}
