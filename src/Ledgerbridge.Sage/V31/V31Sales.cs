using Ledgerbridge.Kernel;
using Ledgerbridge.Sage.V31.Models;

namespace Ledgerbridge.Sage.V31;

/// <summary>Sales invoices and credit notes between our words and those of API v3.1.</summary>
internal static class V31Sales
{
    private const string Draft = "DRAFT";
    private const int RateDecimals = 10;

    private static readonly (InvoiceState State, string Id)[] States =
    [
        (InvoiceState.Draft, Draft),
        (InvoiceState.Unpaid, "UNPAID"),
        (InvoiceState.PartPaid, "PART_PAID"),
        (InvoiceState.Paid, "PAID"),
        (InvoiceState.Void, "VOID"),
        (InvoiceState.Other, "DISPUTED"),
    ];

    public static string StatusOf(InvoiceState state) => States.First(pair => pair.State == state).Id;

    public static string SortOf(InvoiceOrder order) =>
        order switch
        {
            InvoiceOrder.OldestFirst => "date:asc",
            InvoiceOrder.DueFirst => "due_date:asc",
            InvoiceOrder.ChangedFirst => "updated_at:asc",
            _ => "date:desc",
        };

    public static NewSageSalesInvoice ToSage(NewBooksInvoice invoice, ExchangeRateQuote quote) =>
        new()
        {
            ContactId = invoice.ContactId,
            Date = invoice.IssuedOn,
            DueDate = invoice.DueOn,
            Reference = invoice.Reference,
            Notes = V31Translation.Sent(invoice.Notes),
            StatusId = invoice.AsDraft ? Draft : null,
            CurrencyId = invoice.Currency.Code,
            MainAddress = ToAddress(invoice.Terms?.BillingAddress),
            DeliveryAddress = ToAddress(invoice.Terms?.DeliveryAddress),
            ShippingNetAmount = invoice.Terms?.Carriage?.Net.Amount,
            ShippingTaxRateId = invoice.Terms?.Carriage?.TaxRateId,
            ExchangeRate = ToRate(invoice.Terms?.ExchangeRate, quote),
            InvoiceLines = [.. invoice.Lines.Select(ToSage)],
        };

    public static NewSageSalesCreditNote ToSage(NewBooksCreditNote note, ExchangeRateQuote quote) =>
        new()
        {
            ContactId = note.ContactId,
            Date = note.IssuedOn,
            OriginalInvoiceDate = note.InvoiceIssuedOn,
            Reference = note.Reference,
            Notes = V31Translation.Sent(NotesOf(note)),
            CurrencyId = note.Currency.Code,
            MainAddress = ToAddress(note.Terms?.BillingAddress),
            DeliveryAddress = ToAddress(note.Terms?.DeliveryAddress),
            ShippingNetAmount = note.Terms?.Carriage?.Net.Amount,
            ShippingTaxRateId = note.Terms?.Carriage?.TaxRateId,
            ExchangeRate = ToRate(note.Terms?.ExchangeRate, quote),
            CreditNoteLines = [.. note.Lines.Select(ToSage)],
        };

    /// <summary>A rate, given as base currency for one foreign unit, in the direction the country's books want.</summary>
    public static decimal? ToRate(decimal? basePerForeign, ExchangeRateQuote quote) =>
        basePerForeign is not { } rate ? null
        : quote == ExchangeRateQuote.BasePerForeign ? Rounding.HalfAwayFromZero.Apply(rate, RateDecimals)
        : Rounding.HalfAwayFromZero.Apply(1m / rate, RateDecimals);

    public static SageAnswer<BooksInvoice> ToInvoice(SageSalesInvoice invoice) =>
        Of(
            invoice,
            "an invoice",
            (currency, issuedOn, state) =>
            {
                var (gross, vat) = Totals(invoice, currency);
                return new BooksInvoice
                {
                    Id = invoice.Id,
                    Number = state == InvoiceState.Draft ? null : invoice.InvoiceNumber ?? invoice.DisplayedAs,
                    State = state,
                    ContactId = invoice.Contact?.Id ?? "",
                    ContactName = NameOf(invoice),
                    Reference = V31Translation.Text(invoice.Reference),
                    IssuedOn = issuedOn,
                    DueOn = invoice.DueDate,
                    Net = gross - vat,
                    Vat = vat,
                    Gross = gross,
                    Outstanding = V31Translation.Amount(invoice.OutstandingAmount, currency),
                    BaseGross = invoice.BaseCurrencyTotalAmount,
                    Notes = V31Translation.Text(invoice.Notes),
                    VoidReason = V31Translation.Text(invoice.VoidReason) is { Length: > 0 } reason ? reason : null,
                    Sent = invoice.Sent == true,
                    SagePage = V31Translation.Page(invoice.Links),
                    CreatedAt = invoice.CreatedAt,
                    UpdatedAt = invoice.UpdatedAt,
                    Lines = [.. invoice.InvoiceLines.Select(line => ToLine(line, currency))],
                };
            }
        );

    public static SageAnswer<BooksCreditNote> ToCreditNote(SageSalesCreditNote note) =>
        Of(
            note,
            "a credit note",
            (currency, issuedOn, state) =>
            {
                var (gross, vat) = Totals(note, currency);
                return new BooksCreditNote
                {
                    Id = note.Id,
                    Number = state == InvoiceState.Draft ? null : note.CreditNoteNumber ?? note.DisplayedAs,
                    State = state,
                    ContactId = note.Contact?.Id ?? "",
                    ContactName = NameOf(note),
                    Reference = V31Translation.Text(note.Reference),
                    IssuedOn = issuedOn,
                    Net = gross - vat,
                    Vat = vat,
                    Gross = gross,
                    Outstanding = V31Translation.Amount(note.OutstandingAmount, currency),
                    BaseGross = note.BaseCurrencyTotalAmount,
                    Notes = V31Translation.Text(note.Notes),
                    VoidReason = V31Translation.Text(note.VoidReason) is { Length: > 0 } reason ? reason : null,
                    Lines = [.. note.CreditNoteLines.Select(line => ToLine(line, currency))],
                    SagePage = V31Translation.Page(note.Links),
                    CreatedAt = note.CreatedAt,
                    UpdatedAt = note.UpdatedAt,
                };
            }
        );

    private static string NameOf(SageSalesDocument document) =>
        V31Translation.Text(document.ContactName) is { Length: > 0 } name ? name : V31Translation.Text(document.Contact?.DisplayedAs);

    private static SageAnswer<T> Of<T>(SageSalesDocument document, string kind, Func<Currency, DateOnly, InvoiceState, T> make)
    {
        var name = document.DisplayedAs ?? kind;
        if (!Currency.TryParse(document.Currency?.Id, out var currency) || document.Date is not { } issuedOn)
            return new SageFailure(SageFailureKind.Unreadable, $"Sage shows {name} without its currency or its date.");
        var state = States.FirstOrDefault(pair => pair.Id == document.Status?.Id).State;
        try
        {
            return make(currency, issuedOn, state == default ? InvoiceState.Other : state);
        }
        catch (OverflowException)
        {
            return new SageFailure(SageFailureKind.Unreadable, $"Sage shows {name} with an absurd amount.");
        }
    }

    /// <summary>
    /// Total and tax. Whether Sage's header figures include carriage is not documented; the total does, so value is told as total less
    /// tax.
    /// </summary>
    private static (Money Gross, Money Vat) Totals(SageSalesDocument document, Currency currency) =>
        (V31Translation.Amount(document.TotalAmount, currency), V31Translation.Amount(document.TaxAmount, currency));

    private static NewSageSalesLine ToSage(NewBooksLine line) =>
        new()
        {
            Description = line.Description,
            LedgerAccountId = line.LedgerAccountId,
            Quantity = line.Quantity,
            UnitPrice = line.UnitPrice,
            TaxRateId = line.TaxRateId,
            TaxAmount = line.Vat.Amount,
            DiscountAmount = line.Discount is { IsZero: false } discount ? discount.Amount : null,
            EuGoodsServicesTypeId = line.Supply switch
            {
                SupplyKind.Goods => "GOODS",
                SupplyKind.Services => "SERVICES",
                _ => null,
            },
            ProductId = line.ItemKind == ItemKind.Service ? null : line.ItemId,
            ServiceId = line.ItemKind == ItemKind.Service ? line.ItemId : null,
        };

    private static NewSageAddress? ToAddress(PostalAddress? address) => address is null ? null : V31Translation.ToAddress(address);

    /// <summary>The law wants the number of the credited invoice on a credit note, and Sage has no field for it.</summary>
    private static string NotesOf(NewBooksCreditNote note)
    {
        if (note.InvoiceNumber is not { } number || note.Notes.Contains(number, StringComparison.Ordinal))
            return note.Notes;
        var reference = $"Credit for invoice {number}.";
        return note.Notes.Length > 0 ? $"{reference}\n{note.Notes}" : reference;
    }

    private static BooksLine ToLine(SageSalesLine line, Currency currency) =>
        new(
            line.Description ?? "",
            line.Quantity ?? 0m,
            line.UnitPrice ?? 0m,
            line.TaxRate?.Id ?? "",
            line.LedgerAccount?.Id ?? "",
            V31Translation.Amount(line.NetAmount, currency),
            V31Translation.Amount(line.TaxAmount, currency)
        );
}
