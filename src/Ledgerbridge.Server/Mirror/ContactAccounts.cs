using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Connections;
using Ledgerbridge.Server.Mirror.Internal;
using Ledgerbridge.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.Server.Mirror;

/// <summary>What an entry of a customer's account is.</summary>
internal enum AccountEntryKind
{
    Invoice = 1,

    CreditNote,

    Payment,

    /// <summary>Money that went back.</summary>
    Refund,
}

/// <summary>An entry of a customer's account.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Sage's id.</param>
/// <param name="BookedOn">Its day.</param>
/// <param name="Name">Its number; empty for a payment.</param>
/// <param name="Reference">Its reference; may be empty.</param>
/// <param name="DueOn">When an invoice is due; null for all else.</param>
/// <param name="Amount">What the customer owes more by it; below nothing what he owes less.</param>
internal sealed record AccountEntry(
    AccountEntryKind Kind,
    string Id,
    DateOnly BookedOn,
    string Name,
    string Reference,
    DateOnly? DueOn,
    Money Amount
);

/// <summary>A customer's account over a period.</summary>
/// <param name="Opening">What was owed when the period began, by the copies.</param>
/// <param name="Entries">What was booked in it, in order.</param>
/// <param name="FreshAt">Everything that changed in Sage before this moment is in it; null while the copies were never complete.</param>
internal sealed record ContactAccount(decimal Opening, IReadOnlyList<AccountEntry> Entries, DateTimeOffset? FreshAt);

/// <summary>The accounts of customers, from the copies of invoices, credit notes and payments.</summary>
internal sealed class ContactAccounts(Database database, MirrorLists lists)
{
    /// <summary>Entries of one account at most.</summary>
    public const int EntriesMax = 5_000;

    private const decimal Parts = 10_000m;

    private static readonly BooksResource[] Resources =
    [
        BooksResource.SalesInvoices,
        BooksResource.SalesCreditNotes,
        BooksResource.ContactPayments,
    ];

    /// <summary>What is not booked, or not any more.</summary>
    private static readonly string[] NotBooked = [nameof(InvoiceState.Draft), nameof(InvoiceState.Void)];

    /// <summary>The account of a customer, after Sage was asked for what there is no copy of yet.</summary>
    /// <param name="key">The books.</param>
    /// <param name="contactId">Sage's id of the customer.</param>
    /// <param name="fromOn">The first day.</param>
    /// <param name="toOn">The last day.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Result<ContactAccount>> ReadAsync(
        BooksKey key,
        string contactId,
        DateOnly fromOn,
        DateOnly toOn,
        CancellationToken ct
    )
    {
        foreach (var resource in Resources)
        {
            if (await lists.PrepareAsync(key, resource, live: false, ct) is { } unread)
                return unread;
        }
        return await database.ReadAsync(key.Workspace, db => ReadAsync(db, key, contactId, fromOn, toOn, ct));
    }

    private static async Task<Result<ContactAccount>> ReadAsync(
        LedgerDb db,
        BooksKey key,
        string contactId,
        DateOnly fromOn,
        DateOnly toOn,
        CancellationToken ct
    )
    {
        var opening = 0m;
        var entries = new List<AccountEntry>();
        var positions = new List<DateTimeOffset?>();
        foreach (var resource in Resources)
        {
            if (await MirrorStore.FindFeedAsync(db, key, resource, ct) is not { } feed)
            {
                positions.Add(null);
                continue;
            }
            positions.Add(feed.Position);
            var booked = MirrorStore
                .Records(db, feed.Id)
                .AsNoTracking()
                .Where(row => row.ContactId == contactId && row.Shown && !NotBooked.Contains(row.State));
            opening += await OwedAsync(booked.Where(row => row.DatedOn < fromOn), resource, ct);
            var rows = await booked
                .Where(row => row.DatedOn >= fromOn && row.DatedOn <= toOn)
                .OrderBy(static row => row.DatedOn)
                .ThenBy(static row => row.Number)
                .Take(EntriesMax + 1)
                .ToListAsync(ct);
            entries.AddRange(rows.Select(row => ToEntry(row, resource)));
        }
        if (entries.Count > EntriesMax)
            return Problem.Invalid("from", $"There are more than {EntriesMax} entries in this period. Choose a later day to begin with.");
        return new ContactAccount(
            opening,
            [.. entries.OrderBy(static entry => entry.BookedOn).ThenBy(static entry => entry.Kind)],
            positions.Contains(null) ? null : positions.Min()
        );
    }

    /// <summary>What the rows sum to. As decimals: whole numbers of the database may not be large enough for absurd amounts.</summary>
    private static async Task<decimal> OwedAsync(IQueryable<RecordRow> rows, BooksResource resource, CancellationToken ct)
    {
        var sums = await rows.GroupBy(static row => row.State)
            .Select(static group => new { State = group.Key, Sum = group.Sum(static row => (decimal)row.Amount) })
            .ToListAsync(ct);
        return sums.Sum(sum => Sign(resource, sum.State) * sum.Sum) / Parts;
    }

    private static int Sign(BooksResource resource, string state) =>
        resource == BooksResource.SalesInvoices || state == nameof(PaymentDirection.Refund) ? 1 : -1;

    private static AccountEntry ToEntry(RecordRow row, BooksResource resource)
    {
        switch (resource)
        {
            case BooksResource.SalesInvoices:
                var invoice = row.Read<BooksInvoice>();
                return new(
                    AccountEntryKind.Invoice,
                    invoice.Id,
                    invoice.IssuedOn,
                    invoice.Number ?? "",
                    invoice.Reference,
                    invoice.DueOn,
                    invoice.Gross
                );
            case BooksResource.SalesCreditNotes:
                var note = row.Read<BooksCreditNote>();
                return new(AccountEntryKind.CreditNote, note.Id, note.IssuedOn, note.Number ?? "", note.Reference, null, -note.Gross);
            default:
                var payment = row.Read<BooksPayment>();
                return payment.Direction == PaymentDirection.Refund
                    ? new(AccountEntryKind.Refund, payment.Id, payment.PaidOn, "", payment.Reference, null, payment.Amount)
                    : new(AccountEntryKind.Payment, payment.Id, payment.PaidOn, "", payment.Reference, null, -payment.Amount);
        }
    }
}
