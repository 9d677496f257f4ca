using System.Text.RegularExpressions;
using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;

namespace Ledgerbridge.Server.Stores.Policies;

/// <summary>
/// Checks a store's settings against the business's reference lists before they are saved. Every violation is told at its field, in the
/// words of the settings page; a policy without violations never makes a plan fail for its settings as long as the lists stay as they are.
/// </summary>
internal static class PolicyCheck
{
    /// <summary>All violations.</summary>
    /// <param name="policy">The settings.</param>
    /// <param name="books">The business's reference lists.</param>
    /// <param name="methods">The shop's ways of paying; null when it could not be asked.</param>
    public static IReadOnlyList<FieldError> Validate(
        StorePolicy policy,
        BooksReference books,
        IReadOnlyList<StorePaymentMethod>? methods = null
    )
    {
        var errors = new Findings();
        Sync(policy.Sync, books, errors);
        Mappings(policy, books, errors);
        Payments(policy.Payments, books, methods, errors);
        TaxRates(policy.TaxRates, books, errors);
        Commercial(policy.Commercial, errors);
        CurrencyChecks.Check(policy.Currency, books, errors);
        Consolidation(policy.Consolidation, policy.Commercial.ContactPrefix, errors);
        return errors.All;
    }

    private static void Sync(SyncCard card, BooksReference books, Findings errors)
    {
        errors.If(
            !TimeZoneInfo.TryFindSystemTimeZoneById(card.TimeZone, out _),
            "sync.time_zone",
            $"'{card.TimeZone}' is no time zone. Name one like Africa/Johannesburg."
        );
        if (card.Since is { } since && books.BooksStartOn is { } start)
            errors.If(since < start, "sync.since", $"These books begin on {start:d MMM yyyy}; nothing can be posted before.");
        if (card.Since is { } first && books.LockedUpToOn is { } locked)
            errors.If(first <= locked, "sync.since", $"These books are locked up to {locked:d MMM yyyy}; begin after that.");
        errors.If(card.Websites.Any(static id => id < 0), "sync.websites", "A website's id is nothing or a whole number above it.");
        errors.If(card.StoreViews.Any(static id => id < 0), "sync.store_views", "A store view's id is nothing or a whole number above it.");
        errors.If(card.Stock && !card.Products, "sync.stock", "Stock can only be kept in step when products are posted too.");
        errors.If(card.Payments && !card.Invoices, "sync.payments", "Payments need their invoices; post those too.");
    }

    private static void Mappings(StorePolicy policy, BooksReference books, Findings errors)
    {
        var card = policy.Mappings;
        var needsSales = policy.Sync.Invoices || policy.Sync.CreditMemos || policy.Sync.Products;
        if (card.SalesAccountId.Length == 0)
            errors.If(needsSales, "mappings.sales_account_id", "Choose the account that sales go to.");
        else
            Account(card.SalesAccountId, "sales_account_id");
        Account(card.ServicesAccountId, "services_account_id");
        Account(card.ShippingAccountId, "shipping_account_id");
        Account(card.RoundingAccountId, "rounding_account_id");
        Account(card.DeductionAccountId, "deduction_account_id");
        Account(card.ChargeAccountId, "charge_account_id");
        Account(card.AdjustmentAccountId, "adjustment_account_id");
        errors.If(
            card.PurchaseAccountId.Length > 0 && books.LedgerAccounts.All(account => account.Id != card.PurchaseAccountId),
            "mappings.purchase_account_id",
            "These books have no such account."
        );

        void Account(string id, string field)
        {
            var found = books.LedgerAccounts.FirstOrDefault(account => account.Id == id);
            errors.If(id.Length > 0 && found is null, $"mappings.{field}", "These books have no such account.");
            errors.If(
                found is { ForSales: false },
                $"mappings.{field}",
                $"{found?.Name} may not be used on sales; choose another account."
            );
        }
    }

    private static void Payments(PaymentsCard card, BooksReference books, IReadOnlyList<StorePaymentMethod>? methods, Findings errors)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (index, rule) in card.Methods.Index())
        {
            var path = $"payments.methods[{index}]";
            errors.If(rule.Method.Length == 0, $"{path}.method", "Name the way of paying.");
            errors.If(!seen.Add(rule.Method), $"{path}.method", $"'{rule.Method}' has a row already.");
            // Documents may carry codes that the shop no longer lists, so an unknown one is only a mistake when it goes to a bank account.
            errors.If(
                rule is { Outcome: PaymentOutcome.Bank, Method.Length: > 0 }
                    && methods is not null
                    && !methods.Any(method => string.Equals(method.Code, rule.Method, StringComparison.OrdinalIgnoreCase)),
                $"{path}.method",
                $"The shop has no way of paying called '{rule.Method}'."
            );
            Bank(rule, path, books, errors);
        }
        errors.If(card.Others.Method.Length > 0, "payments.others.method", "This row is for all other ways of paying and names none.");
        Bank(card.Others, "payments.others", books, errors);
    }

    private static void Bank(PaymentRule rule, string path, BooksReference books, Findings errors)
    {
        var isBank = rule.Outcome == PaymentOutcome.Bank;
        errors.If(isBank && rule.BankAccountId.Length == 0, $"{path}.bank_account_id", "Choose the bank account that the money goes to.");
        errors.If(
            rule.BankAccountId.Length > 0 && books.BankAccounts.All(account => account.Id != rule.BankAccountId),
            $"{path}.bank_account_id",
            "These books have no such bank account."
        );
        errors.If(
            rule.SageMethodId.Length > 0 && books.PaymentMethods.All(method => method.Id != rule.SageMethodId),
            $"{path}.sage_method_id",
            "Sage has no such way of paying."
        );
    }

    private static void TaxRates(TaxRatesCard card, BooksReference books, Findings errors)
    {
        var seen = new HashSet<decimal>();
        foreach (var (index, row) in card.Map.Index())
        {
            var path = $"tax_rates.map[{index}]";
            errors.If(row.Percentage is <= 0m or > 100m, $"{path}.percentage", "A percentage is above 0 and at most 100.");
            errors.If(!seen.Add(row.Percentage), $"{path}.percentage", $"{row.Percentage:0.####} % has a row already.");
            var rate = books.TaxRates.FirstOrDefault(known => known.Id == row.TaxRateId);
            errors.If(rate is null, $"{path}.tax_rate_id", "These books have no such tax rate.");
            errors.If(
                rate is { Treatment: not VatTreatment.Standard },
                $"{path}.tax_rate_id",
                $"{rate?.Name} charges no tax; what the shop charged would be lost from the VAT return."
            );
        }
        Free(card.UntaxedTaxRateId, "untaxed_tax_rate_id", "sales at home without tax");
        Free(card.ExportTaxRateId, "export_tax_rate_id", "sales abroad without tax");
        Free(card.NoTaxRateId, "no_tax_rate_id", "rounding, deductions and adjustments");

        void Free(string id, string field, string what)
        {
            var rate = books.TaxRates.FirstOrDefault(known => known.Id == id);
            errors.If(id.Length == 0, $"tax_rates.{field}", $"Choose the rate for {what}.");
            errors.If(id.Length > 0 && rate is null, $"tax_rates.{field}", "These books have no such tax rate.");
            errors.If(
                rate is { Treatment: VatTreatment.Standard },
                $"tax_rates.{field}",
                $"{rate?.Name} charges tax; choose one that does not."
            );
        }
    }

    private static void Commercial(CommercialCard card, Findings errors)
    {
        const int PrefixMax = 6;
        const int TextMax = 100;
        const int CreditDaysMax = 365;
        errors.If(card.InvoicePrefix.Length > PrefixMax, "commercial.invoice_prefix", $"A prefix has at most {PrefixMax} characters.");
        errors.If(
            card.CreditNotePrefix.Length > PrefixMax,
            "commercial.credit_note_prefix",
            $"A prefix has at most {PrefixMax} characters."
        );
        errors.If(
            !Patterns.ContactPrefix().IsMatch(card.ContactPrefix),
            "commercial.contact_prefix",
            "Take one or two capital letters that do not begin with G or K, which guests' references begin with."
        );
        errors.If(card.CreditDays is < 0 or > CreditDaysMax, "commercial.credit_days", $"Days to pay are 0 to {CreditDaysMax}.");
        errors.If(card.RoundingUpTo is < 0m or > 1m, "commercial.rounding_up_to", "Rounding is at most 1; more is no rounding.");
        errors.If(
            card.DeductionText.Trim().Length is 0 or > TextMax,
            "commercial.deduction_text",
            $"The text has 1 to {TextMax} characters."
        );
        errors.If(card.ChargeText.Trim().Length is 0 or > TextMax, "commercial.charge_text", $"The text has 1 to {TextMax} characters.");
    }

    private static void Consolidation(ConsolidationCard card, string contactPrefix, Findings errors)
    {
        const int NameMax = 90;
        errors.If(card.UpTo <= 0m, "consolidation.up_to", "The limit is above nothing; to share no contact, switch this off.");
        errors.If(
            card.ContactName.Trim().Length is 0 or > NameMax,
            "consolidation.contact_name",
            $"The name has 1 to {NameMax} characters."
        );
        errors.If(
            !Patterns.SharedReference().IsMatch(card.Reference),
            "consolidation.reference",
            "The reference has 2 to 7 capital letters and digits, begins with two letters, and not with G or K as guests' references do."
        );
        errors.If(
            card.Reference.StartsWith(contactPrefix, StringComparison.Ordinal)
                && card.Reference.AsSpan(contactPrefix.Length).ContainsAnyInRange('0', '9')
                && !card.Reference.AsSpan(contactPrefix.Length).ContainsAnyExceptInRange('0', '9'),
            "consolidation.reference",
            $"'{card.Reference}' could be the reference of a registered customer; choose another."
        );
    }
}

/// <summary>What is wrong with which field.</summary>
internal sealed class Findings
{
    private readonly List<FieldError> _errors = [];

    /// <summary>All of it, in the order of the page.</summary>
    public IReadOnlyList<FieldError> All => _errors;

    /// <summary>Adds a sentence when something is wrong.</summary>
    public void If(bool wrong, string field, string message)
    {
        if (wrong)
            _errors.Add(new FieldError(field, message));
    }
}

/// <summary>The checks of the multi-currency card.</summary>
internal static class CurrencyChecks
{
    private const int RatePlaces = 10;

    /// <summary>All violations.</summary>
    public static void Check(CurrencyCard card, BooksReference books, Findings errors)
    {
        Codes(card.Accepted, "accepted");
        Codes(card.AtPar, "at_par");
        errors.If(
            card.Accepted.Count > 0 && !books.Capabilities.MultiCurrency && card.OtherCurrencies == OtherCurrencies.Post,
            "currency.accepted",
            $"These books hold {books.Currency} only. Switch on other currencies in Sage first, or leave them out."
        );
        foreach (var (index, row) in card.WebsiteCurrencies.Index())
        {
            Code(row.Currency, $"currency.website_currencies[{index}].currency");
            errors.If(
                card.WebsiteCurrencies.Count(other => other.WebsiteId == row.WebsiteId) > 1,
                $"currency.website_currencies[{index}].website_id",
                $"Website {row.WebsiteId} has two rows."
            );
        }
        foreach (var (index, row) in card.Rates.Index())
        {
            var path = $"currency.rates[{index}]";
            Code(row.Currency, $"{path}.currency");
            errors.If(row.Currency == books.Currency.Code, $"{path}.currency", "The books' own currency needs no rate.");
            errors.If(card.Rates.Count(other => other.Currency == row.Currency) > 1, $"{path}.currency", $"{row.Currency} has two rows.");
            errors.If(
                row.Rate <= 0m || Rounding.TowardsZero.Apply(row.Rate, RatePlaces) != row.Rate,
                $"{path}.rate",
                $"A rate is above nothing and has at most {RatePlaces} decimals."
            );
        }

        void Codes(IReadOnlyList<string> codes, string field)
        {
            foreach (var (index, code) in codes.Index())
                Code(code, $"currency.{field}[{index}]");
        }

        void Code(string code, string field) =>
            errors.If(
                !Currency.TryParse(code, out var currency) || currency.Code != code,
                field,
                $"'{code}' is no currency code. Write three capital letters, such as EUR."
            );
    }
}

/// <summary>The shapes of references.</summary>
internal static partial class Patterns
{
    /// <summary>What the references of registered customers begin with.</summary>
    [GeneratedRegex("^[A-FH-JL-Z][A-Z]?$", RegexOptions.None, 1000)]
    public static partial Regex ContactPrefix();

    /// <summary>The reference of the contact small buyers share; a mark of the currency may follow it.</summary>
    [GeneratedRegex("^[A-FH-JL-Z][A-Z][A-Z0-9]{0,5}$", RegexOptions.None, 1000)]
    public static partial Regex SharedReference();
}
