using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;

namespace Ledgerbridge.Server.Invoicing.Internal;

/// <summary>Which kind of document South African law asks for.</summary>
internal enum TaxInvoiceKind
{
    /// <summary>Consideration above R5 000, or anything zero-rated: a full tax invoice (VAT Act s20(4)).</summary>
    Full = 1,

    /// <summary>Consideration of at most R5 000 and nothing zero-rated: an abridged one will do (s20(5)).</summary>
    Abridged,

    /// <summary>Consideration of at most R50: none is needed (s20(6)); the paper is a valid one all the same.</summary>
    NotNeeded,

    /// <summary>The business is no vendor: it may not issue a tax invoice.</summary>
    NotAVendor,

    /// <summary>The books are not South African; the country's own rules hold and are not checked here.</summary>
    OtherCountry,
}

/// <summary>Something a valid tax invoice lacks.</summary>
/// <param name="Rule">The rule, such as <c>VAT Act s20(4)(c)</c>.</param>
/// <param name="Message">What is missing and where to add it.</param>
internal sealed record TaxInvoiceGap(string Rule, string Message);

/// <summary>What the check found.</summary>
/// <param name="Kind">Which kind of document is asked for.</param>
/// <param name="Missing">What it lacks.</param>
internal sealed record TaxInvoiceFinding(TaxInvoiceKind Kind, IReadOnlyList<TaxInvoiceGap> Missing);

/// <summary>
/// Holds an invoice against section 20 of South Africa's VAT Act 89 of 1991, before it is confirmed. Serial number, quantity and amounts
/// are always there: Sage gives the number, and a line cannot be written without the others.
/// </summary>
internal static class TaxInvoiceRules
{
    private const string SouthAfrica = "ZA";
    private const decimal AbridgedMost = 5000m;
    private const decimal NoneNeededMost = 50m;
    private const int IssueWithinDays = 21;
    private const int DescriptionLeast = 3;

    public static TaxInvoiceFinding Check(
        NewBooksInvoice invoice,
        PricedDocument priced,
        BooksReference supplier,
        ContactDetails customer,
        DateOnly today
    )
    {
        if (supplier.Address.CountryCode != SouthAfrica)
            return new TaxInvoiceFinding(TaxInvoiceKind.OtherCountry, []);
        if (!supplier.VatRegistered)
            return new TaxInvoiceFinding(TaxInvoiceKind.NotAVendor, []);
        var kind = KindOf(priced);
        var missing = new List<TaxInvoiceGap>();
        CheckSupplier(supplier, kind, missing);
        if (kind == TaxInvoiceKind.Full)
            CheckCustomer(customer, missing);
        CheckContent(invoice, priced, today, missing);
        return new TaxInvoiceFinding(kind, missing);
    }

    /// <summary>What the paper is called.</summary>
    public static string TitleOf(TaxInvoiceKind kind) =>
        kind is TaxInvoiceKind.NotAVendor or TaxInvoiceKind.OtherCountry ? "Invoice" : "Tax invoice";

    private static TaxInvoiceKind KindOf(PricedDocument priced) =>
        priced.ByRate.Any(static rate => rate.Rate.Treatment == VatTreatment.ZeroRated) ? TaxInvoiceKind.Full
        : priced.Gross.Amount <= NoneNeededMost ? TaxInvoiceKind.NotNeeded
        : priced.Gross.Amount <= AbridgedMost ? TaxInvoiceKind.Abridged
        : TaxInvoiceKind.Full;

    private static void CheckSupplier(BooksReference supplier, TaxInvoiceKind kind, List<TaxInvoiceGap> missing)
    {
        var rule = kind == TaxInvoiceKind.Full ? "VAT Act s20(4)(b)" : "VAT Act s20(5)(b)";
        if (supplier.BusinessName.Length == 0)
            missing.Add(new TaxInvoiceGap(rule, "Your business's name. Add it in Sage's business settings."));
        if (supplier.Address.IsEmpty)
            missing.Add(new TaxInvoiceGap(rule, "Your business's address. Add it in Sage's business settings."));
        if (supplier.VatNumber.Length == 0)
            missing.Add(new TaxInvoiceGap(rule, "Your VAT number. Add it in Sage's financial settings."));
        else if (SouthAfricanVatNumber.Check(supplier.VatNumber) == VatNumberCheck.Malformed)
            missing.Add(new TaxInvoiceGap(rule, "Your VAT number in Sage has not ten digits beginning with 4."));
    }

    private static void CheckCustomer(ContactDetails customer, List<TaxInvoiceGap> missing)
    {
        const string Rule = "VAT Act s20(4)(c)";
        if (customer.Address.IsEmpty)
            missing.Add(new TaxInvoiceGap(Rule, "The customer's address. Add it to the contact."));
        if (customer.VatNumber.Length == 0)
            missing.Add(new TaxInvoiceGap(Rule, "The customer's VAT number, if the customer is a vendor. Add it to the contact."));
        else if (customer.Address.CountryCode == SouthAfrica && SouthAfricanVatNumber.Check(customer.VatNumber) == VatNumberCheck.Malformed)
            missing.Add(
                new TaxInvoiceGap(Rule, "The customer's VAT number has not ten digits beginning with 4. Correct it on the contact.")
            );
    }

    private static void CheckContent(NewBooksInvoice invoice, PricedDocument priced, DateOnly today, List<TaxInvoiceGap> missing)
    {
        for (var i = 0; i < invoice.Lines.Count; i++)
        {
            if (invoice.Lines[i].Description.Length < DescriptionLeast)
                missing.Add(new TaxInvoiceGap("VAT Act s20(4)(e)", $"A full and proper description on line {i + 1}."));
        }
        var allZeroRated = priced.ByRate.All(static rate => rate.Rate.Treatment == VatTreatment.ZeroRated);
        if (invoice.Currency != Currency.ZAR && !allZeroRated)
            missing.Add(
                new TaxInvoiceGap("VAT Act s20(4)", "Amounts in rand: only a zero-rated supply may be invoiced in another currency.")
            );
        if (today.DayNumber - invoice.IssuedOn.DayNumber > IssueWithinDays)
            missing.Add(
                new TaxInvoiceGap("VAT Act s20(1)", $"Time: a tax invoice is to be issued within {IssueWithinDays} days of the supply.")
            );
    }
}
