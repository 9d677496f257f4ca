using Ledgerbridge.Kernel;
using Ledgerbridge.Sage.V31.Models;

namespace Ledgerbridge.Sage.V31;

/// <summary>Puts Sage's twelve reference lists together into one neutral picture of a business.</summary>
internal static class V31Reference
{
    private const string NotRegistered = "NOT_REGISTERED";

    public static SageAnswer<BooksReference> Combine(
        SageAnswer<SageBusiness> business,
        SageAnswer<SageFinancialSettings> financial,
        SageAnswer<SageInvoiceSettings> invoicing,
        SageAnswer<IReadOnlyList<SageTaxRate>> taxRates,
        SageAnswer<IReadOnlyList<SageLedgerAccount>> accounts,
        SageAnswer<IReadOnlyList<SageBankAccount>> banks,
        SageAnswer<IReadOnlyList<SageReference>>[] lists
    )
    {
        if (!business.Succeeded(out var theBusiness, out var failure))
            return failure;
        if (!financial.Succeeded(out var theFinancial, out failure))
            return failure;
        if (!invoicing.Succeeded(out var theInvoicing, out failure))
            return failure;
        if (!taxRates.Succeeded(out var theRates, out failure))
            return failure;
        if (!accounts.Succeeded(out var theAccounts, out failure))
            return failure;
        if (!banks.Succeeded(out var theBanks, out failure))
            return failure;
        var choices = new List<IReadOnlyList<BooksChoice>>();
        foreach (var list in lists)
        {
            if (!list.Succeeded(out var names, out failure))
                return failure;
            choices.Add([.. names.Select(static name => new BooksChoice(name.Id, name.DisplayedAs ?? name.Id))]);
        }
        if (!Currency.TryParse(theFinancial.BaseCurrency?.Id, out var currency))
            return new SageFailure(SageFailureKind.Unreadable, "Sage does not say which currency the books are kept in.");
        return new BooksReference
        {
            BusinessName = theBusiness.Name ?? theBusiness.DisplayedAs ?? "",
            Address = Address(theBusiness),
            Currency = currency,
            VatRegistered = theFinancial.TaxScheme?.Id != NotRegistered,
            VatNumber = theFinancial.TaxNumber ?? "",
            BooksStartOn = theFinancial.AccountsStartDate,
            LockedUpToOn = theFinancial.YearEndLockdownDate,
            CustomerCreditDays = theInvoicing.CustomerCreditDays,
            Capabilities = new BooksCapabilities(Drafts: true, theFinancial.MultiCurrencyEnabled, InvoicePdf: true),
            TaxRates = [.. theRates.Where(static rate => rate.IsVisible != false).Select(TaxRate)],
            LedgerAccounts = [.. theAccounts.Select(LedgerAccount)],
            BankAccounts = [.. theBanks.Select(static bank => new BooksChoice(bank.Id, bank.DisplayedAs ?? bank.Id))],
            Currencies = choices[0],
            Countries = choices[1],
            PaymentMethods = choices[2],
            DocumentStates = choices[3],
            ProductPriceTypes = choices[4],
            ServiceRateTypes = choices[5],
        };
    }

    private static PostalAddress Address(SageBusiness business) =>
        new()
        {
            Line1 = business.AddressLine1 ?? "",
            Line2 = business.AddressLine2 ?? "",
            City = business.City ?? "",
            Region = business.Region ?? "",
            PostalCode = business.PostalCode ?? "",
            CountryCode = business.Country?.Id ?? "",
        };

    private static BooksLedgerAccount LedgerAccount(SageLedgerAccount account) =>
        new(
            account.Id,
            account.DisplayedAs ?? account.DisplayName ?? account.Name ?? account.Id,
            account.NominalCode,
            account.VisibleInSales == true,
            account.TaxRate?.Id
        )
        {
            ForPurchases = account.VisibleInExpenses == true,
        };

    private static BooksTaxRate TaxRate(SageTaxRate rate)
    {
        var (treatment, certain) = Treatment(rate);
        BooksPercentage[] percentages =
        [
            .. rate
                .Percentages.OrderBy(static p => p.FromDate ?? DateOnly.MinValue)
                .Select(static p => new BooksPercentage(Plain(p.Percentage), p.FromDate)),
        ];
        return new BooksTaxRate
        {
            Id = rate.Id,
            Name = rate.DisplayedAs ?? rate.Name ?? rate.Id,
            Treatment = treatment,
            TreatmentCertain = certain,
            Percentages = percentages.Length > 0 ? percentages : [new BooksPercentage(Plain(rate.Percentage ?? 0m), FromOn: null)],
        };
    }

    /// <summary>Without the trailing zeros Sage writes: 15 for <c>15.0</c>.</summary>
    private static decimal Plain(decimal percentage) => percentage / 1.000000000000000000000000000m;

    /// <summary>
    /// Sage has no field for the treatment: its own rates say it in their ids (<c>GB_ZERO</c>, <c>GB_EXEMPT</c>, <c>GB_NO_TAX</c>), rates
    /// of a business only in their names.
    /// </summary>
    private static (VatTreatment Treatment, bool Certain) Treatment(SageTaxRate rate)
    {
        if (rate.Percentage > 0m || rate.Percentages.Any(static p => p.Percentage > 0m))
            return (VatTreatment.Standard, true);
        var words = $"{rate.Id} {rate.Name} {rate.DisplayedAs}".ToUpperInvariant().Replace('_', ' ');
        return words switch
        {
            _ when words.Contains("EXEMPT", StringComparison.Ordinal) => (VatTreatment.Exempt, true),
            _ when words.Contains("NO TAX", StringComparison.Ordinal) || words.Contains("NO VAT", StringComparison.Ordinal) => (
                VatTreatment.OutOfScope,
                true
            ),
            _ when words.Contains("OUTSIDE", StringComparison.Ordinal) || words.Contains("OUT OF SCOPE", StringComparison.Ordinal) => (
                VatTreatment.OutOfScope,
                true
            ),
            _ when words.Contains("ZERO", StringComparison.Ordinal) => (VatTreatment.ZeroRated, true),
            _ => (VatTreatment.ZeroRated, false),
        };
    }
}
