using System.Text.Json;
using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Audit;

namespace Ledgerbridge.Server.Invoicing.Internal;

/// <summary>Lays a worked-out invoice out like the paper it will become.</summary>
internal static class PreviewPaper
{
    public static PreviewResponse Of(AuditEntryId id, WorkedOut worked)
    {
        var (invoice, priced) = (worked.Plan.Invoice, worked.Plan.Priced);
        var books = worked.Books.Reference;
        using var payload = JsonDocument.Parse(worked.Books.Books.DescribeRequest(invoice));
        return new PreviewResponse
        {
            PreviewId = id.Text,
            Status = AuditStatus.Preview,
            ContactId = invoice.ContactId,
            Reference = invoice.Reference,
            Date = invoice.IssuedOn,
            DueDate = invoice.DueOn,
            Notes = invoice.Notes,
            Currency = invoice.Currency.Code,
            NetAmount = priced.Net.Amount,
            VatAmount = priced.Vat.Amount,
            GrossAmount = priced.Gross.Amount,
            LineItems = [.. invoice.Lines.Select((line, i) => ToLine(line, priced.Lines[i], books))],
            VatByRate = [.. priced.ByRate.Select(ToRate)],
            Supplier = new PartyResponse(books.BusinessName, Lines(books.Address), books.VatNumber),
            Customer = new PartyResponse(worked.Customer.Name, Lines(worked.Customer.Address), worked.Customer.VatNumber),
            TaxInvoice = new TaxInvoiceResponse(
                worked.Plan.TaxInvoice.Kind,
                TaxInvoiceRules.TitleOf(worked.Plan.TaxInvoice.Kind),
                worked.Plan.TaxInvoice.Missing
            ),
            AsDraft = invoice.AsDraft,
            WillDo = invoice.AsDraft
                ? $"Stores a draft for {MoneyText.Screen(priced.Gross)} in {books.BusinessName}. Nothing is booked until it is released."
                : $"Books an invoice for {MoneyText.Screen(priced.Gross)} in {books.BusinessName} at once: these books have no drafts.",
            Warnings = worked.Plan.Warnings,
            Payload = payload.RootElement.Clone(),
        };
    }

    private static PreviewLineResponse ToLine(NewBooksLine line, PricedLine priced, BooksReference books) =>
        new(
            line.Description,
            line.Quantity,
            line.UnitPrice,
            line.TaxRateId,
            books.TaxRates.FirstOrDefault(rate => rate.Id == line.TaxRateId)?.Name ?? "",
            priced.Rate.Treatment,
            priced.Rate.Percentage,
            line.LedgerAccountId,
            books.LedgerAccounts.FirstOrDefault(account => account.Id == line.LedgerAccountId)?.Name ?? "",
            priced.Net.Amount,
            priced.Vat.Amount,
            priced.Gross.Amount
        );

    private static VatByRateResponse ToRate(VatSummary rate) =>
        new(rate.Rate.Treatment, rate.Rate.Percentage, rate.Net.Amount, rate.Vat.Amount, rate.Gross.Amount);

    private static string[] Lines(PostalAddress address) =>
        [
            .. new[] { address.Line1, address.Line2, address.City, address.Region, address.PostalCode, address.CountryCode }.Where(
                static line => line.Length > 0
            ),
        ];
}
