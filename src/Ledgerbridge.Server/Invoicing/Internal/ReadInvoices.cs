using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Connections;
using Ledgerbridge.Server.Mirror;

namespace Ledgerbridge.Server.Invoicing.Internal;

/// <summary>Reads invoices: lists from the copies, one in full and its PDF from Sage.</summary>
internal sealed class ReadInvoices(Businesses businesses, MirrorLists lists, ReadSettlements settlements, TimeProvider time)
{
    /// <summary>A page of the copies, after Sage was asked when there are none yet or the present state is wanted.</summary>
    public async Task<Result<InvoicesResponse>> ListAsync(WorkspaceId workspace, InvoiceFilter filter, CancellationToken ct)
    {
        if (!filter.ToQuery(time.GetUtcNow()).Succeeded(out var query, out var problem))
            return problem;
        if (await businesses.FindCurrentKeyAsync(workspace, ct) is not { } key)
            return Businesses.NoneChosen;
        if (await lists.PrepareAsync(key, query.Resource, filter.AsksLive(), ct) is { } unread)
            return unread;
        var page = await lists.ReadAsync<BooksInvoice>(key, query, ct);
        var number = filter.PageNumber();
        return new InvoicesResponse
        {
            Total = page.Total,
            TotalIsExact = page.TotalIsExact,
            Page = number,
            Next = page.Next is null ? null : filter.AddressOfNext(number + 1, page.Next.Text),
            Back = number > 1 ? filter.AddressOf(number - 1) : null,
            After = page.Next?.Text,
            ItemsPerPage = query.Take,
            FreshAt = page.FreshAt,
            Items = [.. page.Copies.Select(InvoiceResponse.Of)],
        };
    }

    public async Task<Result<InvoiceDetailResponse>> FindAsync(WorkspaceId workspace, string id, CancellationToken ct)
    {
        var opened = await businesses.OpenCurrentAsync(workspace, CallPriority.Interactive, ct);
        if (!opened.Succeeded(out var books, out var problem))
            return problem;
        var answer = await books.Books.GetSettledInvoiceAsync(id, ct);
        if (!answer.Succeeded(out var settled, out var failure))
            return NotFoundOr(failure);
        var (invoice, reference) = (settled.Document, books.Reference);
        return new InvoiceDetailResponse(
            InvoiceResponse.Of(invoice),
            [.. invoice.Lines.Select(line => InvoiceLineResponse.Of(line, reference))],
            invoice.Notes,
            invoice.VoidReason,
            invoice.Sent,
            CanRelease: invoice.State == InvoiceState.Draft && reference.Capabilities.Drafts,
            CanVoid: invoice.State is InvoiceState.Draft or InvoiceState.Unpaid
        )
        {
            Settlements = await settlements.ToResponsesAsync(books, invoice.Id, settled.Settlements, ct),
        };
    }

    public async Task<Result<byte[]>> PdfAsync(WorkspaceId workspace, string id, CancellationToken ct)
    {
        var opened = await businesses.OpenCurrentAsync(workspace, CallPriority.Interactive, ct);
        if (!opened.Succeeded(out var books, out var problem))
            return problem;
        var answer = await books.Books.GetInvoicePdfAsync(id, ct);
        return answer.Succeeded(out var pdf, out var failure) ? pdf : NotFoundOr(failure);
    }

    private static Problem NotFoundOr(SageFailure failure) =>
        failure.Kind == SageFailureKind.NotFound
            ? new Problem(ProblemCode.NotFound, "There is no such invoice in the current business.")
            : failure.ToProblem();
}
