using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Settings;

namespace Ledgerbridge.Server.Invoicing.Internal;

/// <summary>An invoice worked out in full and ready to be posted.</summary>
/// <param name="Invoice">What is posted.</param>
/// <param name="Priced">Its figures.</param>
/// <param name="TaxInvoice">What the law says about it.</param>
/// <param name="Warnings">What to look at.</param>
internal sealed record InvoicePlan(
    NewBooksInvoice Invoice,
    PricedDocument Priced,
    TaxInvoiceFinding TaxInvoice,
    IReadOnlyList<string> Warnings
);

/// <summary>
/// Works an invoice out from the request, the business's lists, the customer and the workspace's settings. A function of its inputs: it
/// asks nobody and changes nothing.
/// </summary>
internal static class InvoicePlanner
{
    private const int TermsDaysDefault = 30;

    /// <summary>What Sage promises to keep of a reference; a longer one it may refuse, and only when the invoice is confirmed.</summary>
    private const int ReferenceMax = 25;

    private const int NotesSafe = 2000;

    public static Result<InvoicePlan> Plan(
        InvoiceRequest request,
        BooksReference books,
        ContactDetails customer,
        SettingValues settings,
        DateOnly today
    )
    {
        var errors = new List<FieldError>();
        var issuedOn = request.Date ?? today;
        var dueOn = request.DueDate ?? issuedOn.AddDays(TermsOf(customer, books, settings));
        CheckReference(request.Reference, errors);
        CheckDates(issuedOn, dueOn, books, errors);
        CheckCustomer(customer, books, errors);
        var lines = request.LineItems.Select((line, i) => PlanLine(line, $"line_items[{i}]", issuedOn, books, settings, errors)).ToList();
        if (errors.Count > 0)
            return Problem.Invalid(errors);
        var currency = books.Currency;
        var priced = Pricing.Price(
            lines.Select(line => new LineToPrice(line!.Quantity, new ExactAmount(line.UnitPrice, currency), line.Rate)),
            currency
        );
        var invoice = new NewBooksInvoice(
            request.ContactId,
            issuedOn,
            dueOn,
            request.Reference,
            request.Notes ?? settings.Get(KnownSetting.InvoiceNotes, ""),
            books.Capabilities.Drafts,
            currency,
            [
                .. lines.Select(
                    (line, i) =>
                        new NewBooksLine(
                            line!.Description,
                            line.Quantity,
                            line.UnitPrice,
                            line.TaxRateId,
                            line.LedgerAccountId,
                            priced.Lines[i].Vat
                        )
                ),
            ]
        );
        var taxInvoice = TaxInvoiceRules.Check(invoice, priced, books, customer, today);
        return new InvoicePlan(invoice, priced, taxInvoice, [.. Warnings(invoice, priced, lines!, today)]);
    }

    private static int TermsOf(ContactDetails customer, BooksReference books, SettingValues settings) =>
        customer.CreditDays is > 0 and { } agreed
            ? agreed
            : settings.Get<int?>(KnownSetting.PaymentTermsDays, null) ?? books.CustomerCreditDays ?? TermsDaysDefault;

    private static void CheckReference(string reference, List<FieldError> errors)
    {
        if (reference.Length > ReferenceMax)
        {
            var why = $"Sage keeps {ReferenceMax} characters of a reference, and this one has {reference.Length}. Shorten it.";
            errors.Add(new FieldError("reference", why));
        }
    }

    private static void CheckDates(DateOnly issuedOn, DateOnly dueOn, BooksReference books, List<FieldError> errors)
    {
        if (dueOn < issuedOn)
            errors.Add(new FieldError("due_date", "The due date may not be before the date of the invoice."));
        if (books.BooksStartOn is { } start && issuedOn < start)
            errors.Add(new FieldError("date", $"These books begin on {Day(start)}; an invoice may not be dated before that."));
        if (books.LockedUpToOn is { } locked && issuedOn <= locked)
            errors.Add(new FieldError("date", $"These books are locked up to {Day(locked)}; date the invoice after that."));
    }

    private static void CheckCustomer(ContactDetails customer, BooksReference books, List<FieldError> errors)
    {
        if (customer.Kind != ContactKind.Customer)
            errors.Add(
                new FieldError(
                    "contact_id",
                    $"{customer.Name} is a supplier. Invoices go to customers; Sage keeps a party that is both as two contacts."
                )
            );
        if (customer.Currency is { } currency && currency != books.Currency)
        {
            errors.Add(
                new FieldError(
                    "contact_id",
                    $"{customer.Name} is invoiced in {currency}, and these books are kept in {books.Currency}. "
                        + "Invoices in a foreign currency cannot be written here yet."
                )
            );
        }
    }

    private static PlannedLine? PlanLine(
        InvoiceLineRequest line,
        string path,
        DateOnly issuedOn,
        BooksReference books,
        SettingValues settings,
        List<FieldError> errors
    )
    {
        var rate = RateOf(line.TaxRateId, books, settings);
        var account = AccountOf(line.LedgerAccountId, books, settings);
        if (rate is null)
        {
            var why = line.TaxRateId is null ? "These books have no rate to fall back on. Name one." : "These books have no such tax rate.";
            errors.Add(new FieldError($"{path}.tax_rate_id", why));
        }
        else if (!books.VatRegistered && rate.On(issuedOn).Percentage > 0m)
        {
            errors.Add(
                new FieldError(
                    $"{path}.tax_rate_id",
                    $"{books.BusinessName} is not registered for VAT and may not charge it (VAT Act s20, s64)."
                )
            );
        }
        if (account is null)
        {
            var why = line.LedgerAccountId is null
                ? "These books have no sales account to fall back on. Name one."
                : "These books have no such account for sales.";
            errors.Add(new FieldError($"{path}.ledger_account_id", why));
        }
        return rate is null || account is null
            ? null
            : new PlannedLine(
                line.Description,
                line.Quantity!.Value,
                line.UnitPrice!.Value,
                rate.Id,
                rate.On(issuedOn),
                account.Id,
                rate.TreatmentCertain
            );
    }

    private static BooksTaxRate? RateOf(string? wanted, BooksReference books, SettingValues settings)
    {
        if (wanted is not null)
            return books.TaxRates.FirstOrDefault(rate => rate.Id == wanted);
        var preferred = settings.Get(KnownSetting.DefaultTaxRate, "");
        var standard = settings.Get(KnownSetting.StandardVatPercentage, 15m);
        return books.TaxRates.FirstOrDefault(rate => rate.Id == preferred)
            ?? (
                books.VatRegistered
                    ? books
                        .TaxRates.Where(static rate => rate.Treatment == VatTreatment.Standard)
                        .OrderByDescending(rate => rate.Percentages[^1].Percentage == standard)
                        .ThenByDescending(static rate => rate.Id.EndsWith("_STANDARD", StringComparison.Ordinal))
                        .ThenByDescending(static rate => rate.Percentages[^1].Percentage)
                        .FirstOrDefault()
                    : books.TaxRates.FirstOrDefault(static rate => rate.Treatment == VatTreatment.OutOfScope)
            );
    }

    private static BooksLedgerAccount? AccountOf(string? wanted, BooksReference books, SettingValues settings)
    {
        if (wanted is not null)
            return books.LedgerAccounts.FirstOrDefault(account => account.Id == wanted && account.ForSales);
        var preferred = settings.Get(KnownSetting.DefaultLedgerAccount, "");
        return books
            .LedgerAccounts.Where(static account => account.ForSales)
            .OrderByDescending(account => account.Id == preferred)
            .ThenBy(static account => account.NominalCode ?? int.MaxValue)
            .FirstOrDefault();
    }

    private static IEnumerable<string> Warnings(
        NewBooksInvoice invoice,
        PricedDocument priced,
        IReadOnlyList<PlannedLine> lines,
        DateOnly today
    )
    {
        if (priced.Gross.IsZero)
            yield return "This invoice is for nothing: its total is 0.00.";
        if (invoice.IssuedOn > today)
            yield return $"The date {Day(invoice.IssuedOn)} lies in the future.";
        if (invoice.Notes.EnumerateRunes().Count() > NotesSafe)
            yield return $"Sage promises to keep {NotesSafe} characters of notes; these are longer and may be refused.";
        if (lines.Any(static line => !line.TreatmentCertain))
            yield return "For a rate of 0 % Sage does not say whether it is zero-rated, exempt or outside VAT. Check its name in Sage.";
    }

    private static string Day(DateOnly day) => day.ToString("d MMM yyyy", System.Globalization.CultureInfo.InvariantCulture);

    private sealed record PlannedLine(
        string Description,
        decimal Quantity,
        decimal UnitPrice,
        string TaxRateId,
        VatRate Rate,
        string LedgerAccountId,
        bool TreatmentCertain
    );
}
