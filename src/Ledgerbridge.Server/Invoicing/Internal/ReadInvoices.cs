using System.Globalization;
using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Connections;
using Ledgerbridge.Server.Hosting;
using Microsoft.AspNetCore.Http.Extensions;

namespace Ledgerbridge.Server.Invoicing.Internal;

/// <summary>Reads invoices from Sage: lists, one in full, its PDF.</summary>
internal sealed class ReadInvoices(Businesses businesses)
{
    public async Task<Result<InvoicesResponse>> ListAsync(WorkspaceId workspace, InvoiceFilter filter, CancellationToken ct)
    {
        if (!filter.ToQuery().Succeeded(out var query, out var problem))
            return problem;
        var opened = await businesses.OpenCurrentAsync(workspace, CallPriority.Interactive, ct);
        if (!opened.Succeeded(out var books, out problem))
            return problem;
        var answer = await books.Books.ListInvoicesAsync(query, ct);
        return answer.Succeeded(out var page, out var failure)
            ? new InvoicesResponse
            {
                Total = page.Total,
                Page = page.Number,
                Next = page.HasNext ? filter.AddressOf(page.Number + 1) : null,
                Back = page.Number > 1 ? filter.AddressOf(page.Number - 1) : null,
                ItemsPerPage = page.Size,
                Items = [.. page.Items.Select(InvoiceResponse.Of)],
            }
            : failure.ToProblem();
    }

    public async Task<Result<InvoiceDetailResponse>> FindAsync(WorkspaceId workspace, string id, CancellationToken ct)
    {
        var opened = await businesses.OpenCurrentAsync(workspace, CallPriority.Interactive, ct);
        if (!opened.Succeeded(out var books, out var problem))
            return problem;
        var answer = await books.Books.GetInvoiceAsync(id, ct);
        if (!answer.Succeeded(out var invoice, out var failure))
            return NotFoundOr(failure);
        var reference = books.Reference;
        return new InvoiceDetailResponse(
            InvoiceResponse.Of(invoice),
            [.. invoice.Lines.Select(line => ToLine(line, reference))],
            invoice.Notes,
            invoice.VoidReason,
            invoice.Sent,
            CanRelease: invoice.State == InvoiceState.Draft && reference.Capabilities.Drafts,
            CanVoid: invoice.State is InvoiceState.Draft or InvoiceState.Unpaid
        );
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

    private static InvoiceLineResponse ToLine(BooksLine line, BooksReference reference) =>
        new(
            line.Description,
            line.Quantity,
            line.UnitPrice,
            line.TaxRateId,
            reference.TaxRates.FirstOrDefault(rate => rate.Id == line.TaxRateId)?.Name ?? "",
            line.LedgerAccountId,
            reference.LedgerAccounts.FirstOrDefault(account => account.Id == line.LedgerAccountId)?.Name ?? "",
            line.Net.Amount,
            line.Vat.Amount,
            (line.Net + line.Vat).Amount
        );
}

/// <summary>The orders in which the list can be had.</summary>
internal enum InvoiceSort
{
    /// <summary>By date, newest first.</summary>
    Newest = 1,

    /// <summary>By date, oldest first.</summary>
    Oldest,

    /// <summary>By due date, earliest first.</summary>
    Due,
}

/// <summary>The list's filters, as they stand in the address.</summary>
internal sealed class InvoiceFilter
{
    private const int PageSizeDefault = 25;
    private const int PageSizeMax = 200;
    private const int PageMax = 1_000_000;

    /// <summary>The page, from 1.</summary>
    public string? Page { get; init; }

    /// <summary>Invoices on a page, 1 to 200; 25 when left out.</summary>
    public string? ItemsPerPage { get; init; }

    /// <summary>Words in the reference or the customer's name.</summary>
    public string? Search { get; init; }

    /// <summary><c>draft</c>, <c>unpaid</c>, <c>part_paid</c>, <c>paid</c> or <c>void</c>.</summary>
    public string? Status { get; init; }

    /// <summary>One customer's only.</summary>
    public string? ContactId { get; init; }

    /// <summary>Dated on this day or later.</summary>
    public string? FromDate { get; init; }

    /// <summary>Dated on this day or earlier.</summary>
    public string? ToDate { get; init; }

    /// <summary>Made or changed at this moment or later.</summary>
    public string? UpdatedSince { get; init; }

    /// <summary><c>newest</c>, <c>oldest</c> or <c>due</c>.</summary>
    public string? Sort { get; init; }

    /// <summary>The filters as a query, or what is wrong with them.</summary>
    public Result<InvoiceQuery> ToQuery()
    {
        var fields = new QueryFields();
        var query = new InvoiceQuery
        {
            Page = fields.Whole("page", Page, 1, 1, PageMax),
            PageSize = fields.Whole("items_per_page", ItemsPerPage, PageSizeDefault, 1, PageSizeMax),
            Search = fields.Text("search", Search) is { Length: > 0 } search ? search : null,
            State = fields.Choice<InvoiceState>("status", Status),
            ContactId = fields.Text("contact_id", ContactId) is { Length: > 0 } contact ? contact : null,
            FromOn = fields.Day("from_date", FromDate),
            ToOn = fields.Day("to_date", ToDate),
            ChangedSince = fields.Moment("updated_since", UpdatedSince),
            Order = fields.Choice<InvoiceSort>("sort", Sort) switch
            {
                InvoiceSort.Oldest => InvoiceOrder.OldestFirst,
                InvoiceSort.Due => InvoiceOrder.DueFirst,
                _ => InvoiceOrder.NewestFirst,
            },
        };
        return fields.Problem is { } problem ? problem : query;
    }

    /// <summary>The address of another page with the same filters.</summary>
    public string AddressOf(int page)
    {
        (string Name, string? Value)[] values =
        [
            ("page", page.ToString(CultureInfo.InvariantCulture)),
            ("items_per_page", ItemsPerPage),
            ("search", Search),
            ("status", Status),
            ("contact_id", ContactId),
            ("from_date", FromDate),
            ("to_date", ToDate),
            ("updated_since", UpdatedSince),
            ("sort", Sort),
        ];
        var query = new QueryBuilder(
            values
                .Where(static pair => !string.IsNullOrEmpty(pair.Value))
                .Select(static pair => KeyValuePair.Create(pair.Name, pair.Value!))
        );
        return $"/api/sage/sales_invoices{query}";
    }
}
