using System.Globalization;
using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Hosting;
using Ledgerbridge.Server.Mirror;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;

namespace Ledgerbridge.Server.Invoicing.Internal;

/// <summary>The orders in which documents can be had.</summary>
internal enum DocumentSort
{
    /// <summary>By date, newest first.</summary>
    Newest = 1,

    /// <summary>By date, oldest first.</summary>
    Oldest,

    /// <summary>By due date, earliest first.</summary>
    Due,

    /// <summary>By total, largest first.</summary>
    Largest,

    /// <summary>By the customer's name.</summary>
    Customer,

    /// <summary>By Sage's last change, latest first.</summary>
    Changed,
}

/// <summary>Where documents can be asked to stand.</summary>
internal enum DocumentStatus
{
    Draft = 1,
    Unpaid,
    PartPaid,
    Paid,
    Void,

    /// <summary>In a state of Sage's that this product does not use.</summary>
    Other,

    /// <summary>Unpaid or partly paid.</summary>
    Open,

    /// <summary>Unpaid or partly paid, and due before today.</summary>
    Overdue,
}

/// <summary>The filters of lists of documents, as they stand in the address.</summary>
internal class DocumentFilter
{
    private const int PageSizeDefault = 25;
    private const int PageSizeMax = 200;

    /// <summary>Documents on a page, 1 to 200; 25 when left out.</summary>
    [FromQuery(Name = "items_per_page")]
    public string? ItemsPerPage { get; init; }

    /// <summary>Beginnings of words in number, reference or the customer's name.</summary>
    public string? Search { get; init; }

    /// <summary><c>draft</c>, <c>unpaid</c>, <c>part_paid</c>, <c>paid</c>, <c>void</c>, <c>open</c> or <c>overdue</c>.</summary>
    public string? Status { get; init; }

    /// <summary>One customer's only.</summary>
    [FromQuery(Name = "contact_id")]
    public string? ContactId { get; init; }

    /// <summary>Dated on this day or later.</summary>
    [FromQuery(Name = "from_date")]
    public string? FromDate { get; init; }

    /// <summary>Dated on this day or earlier.</summary>
    [FromQuery(Name = "to_date")]
    public string? ToDate { get; init; }

    /// <summary>Made or changed in Sage at this moment or later; then in order of change unless another order is asked for.</summary>
    [FromQuery(Name = "updated_since")]
    public string? UpdatedSince { get; init; }

    /// <summary><c>newest</c>, <c>oldest</c>, <c>due</c>, <c>largest</c>, <c>customer</c> or <c>changed</c>.</summary>
    public string? Sort { get; init; }

    /// <summary>The end of the page before.</summary>
    public string? After { get; init; }

    /// <summary><c>true</c> asks Sage for what has changed first.</summary>
    public string? Live { get; init; }

    /// <summary>True when Sage is to be asked first; to be asked once the query is known to be right.</summary>
    public bool AsksLive() => new QueryFields().Flag("live", Live);

    /// <summary>The filters as a query, or what is wrong with them.</summary>
    protected Result<CopyQuery> ToQuery(BooksResource resource, DateTimeOffset now, QueryFields fields, int skipped)
    {
        var status = fields.Choice<DocumentStatus>("status", Status);
        var since = fields.Moment("updated_since", UpdatedSince);
        var sort = fields.Choice<DocumentSort>("sort", Sort) ?? (since is null ? DocumentSort.Newest : DocumentSort.Changed);
        var order = OrderOf(sort);
        var size = fields.Whole("items_per_page", ItemsPerPage, PageSizeDefault, 1, PageSizeMax);
        fields.Flag("live", Live);
        var query = new CopyQuery(resource)
        {
            Search = fields.Text("search", Search),
            States = StatesOf(status),
            DueBeforeOn = status == DocumentStatus.Overdue ? DateOnly.FromDateTime(now.UtcDateTime) : null,
            ContactId = fields.Text("contact_id", ContactId) is { Length: > 0 } contact ? contact : null,
            FromOn = fields.Day("from_date", FromDate),
            ToOn = fields.Day("to_date", ToDate),
            ChangedSince = since,
            Order = order,
            Descending = sort is DocumentSort.Newest or DocumentSort.Largest or DocumentSort.Changed,
            Take = size,
            Skip = skipped * size,
            After = CopyMark.Read(fields, After, order),
        };
        return fields.Problem is { } problem ? problem : query;
    }

    private static CopyOrder OrderOf(DocumentSort sort) =>
        sort switch
        {
            DocumentSort.Due => CopyOrder.Due,
            DocumentSort.Largest => CopyOrder.Amount,
            DocumentSort.Customer => CopyOrder.Name,
            DocumentSort.Changed => CopyOrder.Changed,
            _ => CopyOrder.Date,
        };

    private static IReadOnlyList<string> StatesOf(DocumentStatus? status) =>
        status switch
        {
            null => [],
            DocumentStatus.Open or DocumentStatus.Overdue => [nameof(InvoiceState.Unpaid), nameof(InvoiceState.PartPaid)],
            _ => [status.Value.ToString()],
        };
}

/// <summary>The filters of the list of invoices.</summary>
internal sealed class InvoiceFilter : DocumentFilter
{
    private const int PageMax = 10_000;

    /// <summary>The page, from 1. <c>after</c> is as fast at any depth, and this is not.</summary>
    public string? Page { get; init; }

    /// <summary>The page's number; to be asked once the query is known to be right.</summary>
    public int PageNumber() => new QueryFields().Whole("page", Page, 1, 1, PageMax);

    /// <summary>The filters as a query, or what is wrong with them.</summary>
    public Result<CopyQuery> ToQuery(DateTimeOffset now)
    {
        var fields = new QueryFields();
        var page = fields.Whole("page", Page, 1, 1, PageMax);
        return ToQuery(BooksResource.SalesInvoices, now, fields, page - 1);
    }

    /// <summary>The address of the next page: by its number where pages are asked for so, else by this one's end.</summary>
    public string AddressOfNext(int page, string after) =>
        string.IsNullOrEmpty(Page) && !string.IsNullOrEmpty(After) ? Address(page: null, after) : AddressOf(page);

    /// <summary>The address of another page with the same filters.</summary>
    public string AddressOf(int page) => Address(page, after: null);

    private string Address(int? page, string? after)
    {
        (string Name, string? Value)[] values =
        [
            ("page", page?.ToString(CultureInfo.InvariantCulture)),
            ("after", after),
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

/// <summary>The filters of the list of credit notes.</summary>
internal sealed class CreditNoteFilter : DocumentFilter
{
    /// <summary>The filters as a query, or what is wrong with them.</summary>
    public Result<CopyQuery> ToQuery(DateTimeOffset now) => ToQuery(BooksResource.SalesCreditNotes, now, new QueryFields(), skipped: 0);
}

/// <summary>The orders in which payments can be had.</summary>
internal enum PaymentSort
{
    /// <summary>By date, newest first.</summary>
    Newest = 1,

    /// <summary>By date, oldest first.</summary>
    Oldest,

    /// <summary>By amount, largest first.</summary>
    Largest,

    /// <summary>By the contact's name.</summary>
    Contact,

    /// <summary>By Sage's last change, latest first.</summary>
    Changed,
}

/// <summary>The filters of the list of payments.</summary>
internal sealed class PaymentFilter
{
    private const int PageSizeDefault = 25;
    private const int PageSizeMax = 200;

    /// <summary>Payments on a page, 1 to 200; 25 when left out.</summary>
    [FromQuery(Name = "items_per_page")]
    public string? ItemsPerPage { get; init; }

    /// <summary>Beginnings of words in the reference or the contact's name.</summary>
    public string? Search { get; init; }

    /// <summary><c>receipt</c> or <c>refund</c>.</summary>
    public string? Direction { get; init; }

    /// <summary>One contact's only.</summary>
    [FromQuery(Name = "contact_id")]
    public string? ContactId { get; init; }

    /// <summary>Paid on this day or later.</summary>
    [FromQuery(Name = "from_date")]
    public string? FromDate { get; init; }

    /// <summary>Paid on this day or earlier.</summary>
    [FromQuery(Name = "to_date")]
    public string? ToDate { get; init; }

    /// <summary><c>newest</c>, <c>oldest</c>, <c>largest</c>, <c>contact</c> or <c>changed</c>.</summary>
    public string? Sort { get; init; }

    /// <summary>The end of the page before.</summary>
    public string? After { get; init; }

    /// <summary><c>true</c> asks Sage for what has changed first.</summary>
    public string? Live { get; init; }

    /// <summary>True when Sage is to be asked first; to be asked once the query is known to be right.</summary>
    public bool AsksLive() => new QueryFields().Flag("live", Live);

    /// <summary>The filters as a query, or what is wrong with them.</summary>
    public Result<CopyQuery> ToQuery()
    {
        var fields = new QueryFields();
        var sort = fields.Choice<PaymentSort>("sort", Sort) ?? PaymentSort.Newest;
        var order = sort switch
        {
            PaymentSort.Largest => CopyOrder.Amount,
            PaymentSort.Contact => CopyOrder.Name,
            PaymentSort.Changed => CopyOrder.Changed,
            _ => CopyOrder.Date,
        };
        fields.Flag("live", Live);
        var query = new CopyQuery(BooksResource.ContactPayments)
        {
            Search = fields.Text("search", Search),
            States = fields.Choice<PaymentDirection>("direction", Direction) is { } direction ? [direction.ToString()] : [],
            ContactId = fields.Text("contact_id", ContactId) is { Length: > 0 } contact ? contact : null,
            FromOn = fields.Day("from_date", FromDate),
            ToOn = fields.Day("to_date", ToDate),
            Order = order,
            Descending = sort is PaymentSort.Newest or PaymentSort.Largest or PaymentSort.Changed,
            Take = fields.Whole("items_per_page", ItemsPerPage, PageSizeDefault, 1, PageSizeMax),
            After = CopyMark.Read(fields, After, order),
        };
        return fields.Problem is { } problem ? problem : query;
    }
}
