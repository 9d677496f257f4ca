using System.Text.Json;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Connections;
using Ledgerbridge.Server.Hosting;
using Ledgerbridge.Server.Mirror;

namespace Ledgerbridge.Server.Posting.Internal;

/// <summary>Tells the mirror what a posting did, so that our own writes appear at once.</summary>
internal sealed class PostedCopies(MirrorWrites writes)
{
    /// <summary>Tells of a posting that has just been carried out.</summary>
    public void Tell(PostingRow posting) =>
        writes.Keep(new BooksKey(posting.WorkspaceId, posting.ConnectionId, posting.BusinessId), () => WritesOf(posting));

    private static IReadOnlyList<OwnWrite> WritesOf(PostingRow posting)
    {
        switch (posting.Kind)
        {
            case PostingKind.InvoiceCreate or PostingKind.InvoiceRelease:
                return [Kept<BooksInvoice>(BooksResource.SalesInvoices, posting)];
            case PostingKind.InvoiceVoid:
                // A draft is deleted; an invoice stays, as void.
                return posting.Read<VoidDocument>().Draft is null
                    ? [Kept<BooksInvoice>(BooksResource.SalesInvoices, posting)]
                    : [new OwnWrite.Gone(BooksResource.SalesInvoices, posting.SageId)];
            case PostingKind.ContactCreate or PostingKind.ContactUpdate:
                return [Kept<BooksContact>(BooksResource.Contacts, posting)];
            case PostingKind.CreditNoteCreate or PostingKind.CreditNoteVoid:
                return [Kept<BooksCreditNote>(BooksResource.SalesCreditNotes, posting)];
            case PostingKind.PaymentCreate:
                var payment = ResultOf<BooksPayment>(posting);
                return [new OwnWrite.Kept(BooksResource.ContactPayments, payment), new OwnWrite.Settled(payment.Allocations)];
            case PostingKind.PaymentDelete:
                return [new OwnWrite.Gone(BooksResource.ContactPayments, posting.SageId)];
            case PostingKind.AllocationCreate:
                return [new OwnWrite.Settled(ResultOf<BooksAllocation>(posting).Parts)];
            case PostingKind.ItemCreate or PostingKind.ItemUpdate:
                var item = ResultOf<BooksItem>(posting);
                return [new OwnWrite.Kept(ResourceOf(item.Details.Kind), item)];
            default:
                // What these did to others is told by the next pass.
                return [];
        }
    }

    private static OwnWrite.Kept Kept<TRecord>(BooksResource resource, PostingRow posting)
        where TRecord : notnull => new(resource, ResultOf<TRecord>(posting));

    private static TRecord ResultOf<TRecord>(PostingRow posting) => JsonSerializer.Deserialize<TRecord>(posting.Result, ApiJson.Options)!;

    private static BooksResource ResourceOf(ItemKind kind) =>
        kind switch
        {
            ItemKind.Service => BooksResource.Services,
            ItemKind.StockItem => BooksResource.StockItems,
            _ => BooksResource.Products,
        };
}
