using System.Globalization;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Hosting;
using Ledgerbridge.Server.Mirror;

namespace Ledgerbridge.Server.Invoicing.Internal;

/// <summary>Documents in a spreadsheet.</summary>
internal static class DocumentCsv
{
    public static string[] InvoiceColumns { get; } =
    [
        "number",
        "date",
        "due_date",
        "status",
        "customer",
        "reference",
        "currency",
        "net_amount",
        "vat_amount",
        "gross_amount",
        "outstanding_amount",
        "id",
        "fresh_at",
    ];

    public static string[] CreditNoteColumns { get; } = [.. InvoiceColumns.Where(static column => column != "due_date")];

    public static string[] PaymentColumns { get; } =
    ["date", "direction", "contact", "reference", "currency", "amount", "on_account_amount", "id", "fresh_at"];

    public static string[] Cells(Copy<BooksInvoice> copy)
    {
        var invoice = copy.Record;
        return
        [
            invoice.Number ?? "",
            CsvAnswer.Cell(invoice.IssuedOn),
            CsvAnswer.Cell(invoice.DueOn),
            QueryFields.Word(invoice.State),
            invoice.ContactName,
            invoice.Reference,
            invoice.Gross.Currency.Code,
            Cell(invoice.Net.Amount),
            Cell(invoice.Vat.Amount),
            Cell(invoice.Gross.Amount),
            Cell(invoice.Outstanding.Amount),
            invoice.Id,
            CsvAnswer.Cell(copy.FreshAt),
        ];
    }

    public static string[] Cells(Copy<BooksCreditNote> copy)
    {
        var note = copy.Record;
        return
        [
            note.Number ?? "",
            CsvAnswer.Cell(note.IssuedOn),
            QueryFields.Word(note.State),
            note.ContactName,
            note.Reference,
            note.Gross.Currency.Code,
            Cell(note.Net.Amount),
            Cell(note.Vat.Amount),
            Cell(note.Gross.Amount),
            Cell(note.Outstanding.Amount),
            note.Id,
            CsvAnswer.Cell(copy.FreshAt),
        ];
    }

    public static string[] Cells(Copy<BooksPayment> copy)
    {
        var payment = copy.Record;
        return
        [
            CsvAnswer.Cell(payment.PaidOn),
            QueryFields.Word(payment.Direction),
            payment.ContactName,
            payment.Reference,
            payment.Amount.Currency.Code,
            Cell(payment.Amount.Amount),
            CsvAnswer.Cell(payment.OnAccount?.Amount),
            payment.Id,
            CsvAnswer.Cell(copy.FreshAt),
        ];
    }

    private static string Cell(decimal amount) => amount.ToString(CultureInfo.InvariantCulture);
}
