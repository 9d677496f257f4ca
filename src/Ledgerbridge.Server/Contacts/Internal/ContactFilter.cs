using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Hosting;
using Ledgerbridge.Server.Mirror;

namespace Ledgerbridge.Server.Contacts.Internal;

/// <summary>The orders in which contacts can be had.</summary>
internal enum ContactSort
{
    /// <summary>By name.</summary>
    Name = 1,

    /// <summary>Who owes most first.</summary>
    Balance,

    /// <summary>What Sage changed last first.</summary>
    Changed,
}

/// <summary>Which contacts are wanted.</summary>
internal enum ContactStatus
{
    /// <summary>In use.</summary>
    Active = 1,

    /// <summary>Put out of use.</summary>
    Inactive,
}

/// <summary>The list's filters, as they stand in the address.</summary>
internal sealed class ContactFilter
{
    private const int LimitMax = 200;
    private const int LimitDefault = 50;
    private const int SkipMax = 1_000_000;

    /// <summary>Beginnings of words in name, reference, e-mail or the person's name.</summary>
    public string? Search { get; init; }

    /// <summary><c>customer</c> or <c>supplier</c>.</summary>
    public string? Kind { get; init; }

    /// <summary><c>active</c>, or <c>inactive</c> for those that were put out of use.</summary>
    public string? Status { get; init; }

    /// <summary><c>name</c>, <c>balance</c> or <c>changed</c>.</summary>
    public string? Sort { get; init; }

    /// <summary>How many, 1 to 200; 50 when left out.</summary>
    public string? Limit { get; init; }

    /// <summary>How many to leave out at the beginning; <c>after</c> is faster.</summary>
    public string? Skip { get; init; }

    /// <summary>The <c>next</c> of the page before.</summary>
    public string? After { get; init; }

    /// <summary><c>true</c> asks Sage for what has changed first.</summary>
    public string? Live { get; init; }

    /// <summary>True when Sage is to be asked first; to be asked once the query is known to be right.</summary>
    public bool AsksLive() => new QueryFields().Flag("live", Live);

    /// <summary>The filters as a query, or what is wrong with them.</summary>
    public Result<CopyQuery> ToQuery()
    {
        var fields = new QueryFields();
        var sort = fields.Choice<ContactSort>("sort", Sort) ?? ContactSort.Name;
        var order = sort switch
        {
            ContactSort.Balance => CopyOrder.Amount,
            ContactSort.Changed => CopyOrder.Changed,
            _ => CopyOrder.Name,
        };
        fields.Flag("live", Live);
        var query = new CopyQuery(BooksResource.Contacts)
        {
            Search = fields.Text("search", Search),
            States = fields.Choice<ContactKind>("kind", Kind) is { } kind ? [kind.ToString()] : [],
            OutOfUse = fields.Choice<ContactStatus>("status", Status) == ContactStatus.Inactive,
            Order = order,
            Descending = sort != ContactSort.Name,
            Take = fields.Whole("limit", Limit, LimitDefault, 1, LimitMax),
            Skip = fields.Whole("skip", Skip, otherwise: 0, 0, SkipMax),
            After = CopyMark.Read(fields, After, order),
        };
        return fields.Problem is { } problem ? problem : query;
    }
}

/// <summary>Contacts in a spreadsheet.</summary>
internal static class ContactCsv
{
    public static string[] Columns { get; } =
    ["id", "name", "kind", "reference", "email", "telephone", "vat_number", "currency", "balance", "fresh_at"];

    public static string[] Cells(Copy<BooksContact> copy)
    {
        var (contact, details) = (copy.Record, copy.Record.Details);
        return
        [
            contact.Id,
            details.Name,
            QueryFields.Word(details.Kind),
            details.Reference,
            details.Email,
            details.Telephone,
            details.VatNumber,
            details.Currency?.Code ?? "",
            CsvAnswer.Cell(contact.Balance),
            CsvAnswer.Cell(copy.FreshAt),
        ];
    }
}
