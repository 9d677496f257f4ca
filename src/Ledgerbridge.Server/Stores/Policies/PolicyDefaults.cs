using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;

namespace Ledgerbridge.Server.Stores.Policies;

/// <summary>A way of paying as the shop lists it.</summary>
/// <param name="Code">The shop's code.</param>
/// <param name="Label">What its administrator calls it; may be empty.</param>
/// <param name="IsActive">False for one that is only installed.</param>
internal sealed record StorePaymentMethod(string Code, string Label, bool IsActive);

/// <summary>Rules to begin with: safe ones, in which nothing is guessed about where money lies.</summary>
internal static class PolicyDefaults
{
    /// <summary>Ways of paying that Magento calls paid at once although no money has come.</summary>
    private static readonly string[] OfflineMethods = ["banktransfer", "checkmo", "purchaseorder", "cashondelivery", "free"];

    /// <summary>Up to this total South African law lets a tax invoice do without the buyer (VAT Act s20(5)).</summary>
    private const decimal AbridgedInvoiceMax = 5000m;

    private static readonly (string Country, string Zone)[] Zones =
    [
        ("ZA", "Africa/Johannesburg"),
        ("GB", "Europe/London"),
        ("IE", "Europe/Dublin"),
        ("CA", "America/Toronto"),
        ("US", "America/New_York"),
        ("FR", "Europe/Paris"),
        ("ES", "Europe/Madrid"),
        ("DE", "Europe/Berlin"),
    ];

    /// <summary>The rules a newly paired store begins with.</summary>
    /// <param name="books">The business's reference lists.</param>
    /// <param name="methods">The shop's ways of paying; none when it was not asked.</param>
    /// <param name="today">Today at the business: rates are taken as they stand on this day.</param>
    public static StorePolicy For(BooksReference books, IReadOnlyList<StorePaymentMethod> methods, DateOnly today)
    {
        var sales = Account(books, static name => name.Contains("product", StringComparison.OrdinalIgnoreCase));
        var services = Account(books, static name => name.Contains("service", StringComparison.OrdinalIgnoreCase));
        return new StorePolicy
        {
            Sync = new SyncCard { TimeZone = ZoneOf(books.Address.CountryCode) },
            Mappings = new MappingsCard
            {
                SalesAccountId = sales,
                ServicesAccountId = services == sales ? "" : services,
                PurchaseAccountId = Purchases(books),
            },
            Payments = new PaymentsCard { Methods = [.. MethodsOf(methods)] },
            TaxRates = RatesOf(books, today),
            Consolidation = new ConsolidationCard { UpTo = books.Currency == Currency.ZAR ? AbridgedInvoiceMax : 250m },
        };
    }

    /// <summary>The time zone most businesses of a country live in; UTC where none is known.</summary>
    public static string ZoneOf(string countryCode) => Zones.FirstOrDefault(row => row.Country == countryCode).Zone ?? "Etc/UTC";

    private static string Account(BooksReference books, Func<string, bool> preferred) =>
        books
            .LedgerAccounts.Where(static account => account.ForSales)
            .OrderByDescending(account => preferred(account.Name))
            .ThenBy(static account => account.NominalCode ?? int.MaxValue)
            .Select(static account => account.Id)
            .FirstOrDefault("");

    /// <summary>Where purchases of what is sold go: Sage wants an account for every product and has no choice of its own.</summary>
    private static string Purchases(BooksReference books)
    {
        var accounts = books.LedgerAccounts.Where(static account => account.ForPurchases).ToList();
        var named = accounts.Find(static account => account.Name.Contains("cost of", StringComparison.OrdinalIgnoreCase));
        return (named ?? accounts.FirstOrDefault())?.Id ?? "";
    }

    private static IEnumerable<PaymentRule> MethodsOf(IReadOnlyList<StorePaymentMethod> methods) =>
        methods.Count == 0
            ? OfflineMethods.Select(static code => new PaymentRule { Method = code, Outcome = PaymentOutcome.Unpaid })
            : methods
                .Where(static method => method.IsActive)
                .DistinctBy(static method => method.Code, StringComparer.OrdinalIgnoreCase)
                .Select(static method => new PaymentRule
                {
                    Method = method.Code,
                    Outcome = OfflineMethods.Contains(method.Code, StringComparer.OrdinalIgnoreCase)
                        ? PaymentOutcome.Unpaid
                        : PaymentOutcome.Fail,
                });

    private static TaxRatesCard RatesOf(BooksReference books, DateOnly today)
    {
        var zero = First(books, VatTreatment.ZeroRated, VatTreatment.OutOfScope, VatTreatment.Exempt);
        var none = First(books, VatTreatment.OutOfScope, VatTreatment.ZeroRated, VatTreatment.Exempt);
        return new TaxRatesCard
        {
            Map =
            [
                .. books
                    .TaxRates.Select(rate => new TaxRateRule { Percentage = rate.On(today).Percentage, TaxRateId = rate.Id })
                    .Where(static rule => rule.Percentage > 0m)
                    .OrderByDescending(static rule => rule.TaxRateId.EndsWith("_STANDARD", StringComparison.Ordinal))
                    .DistinctBy(static rule => rule.Percentage)
                    .OrderByDescending(static rule => rule.Percentage),
            ],
            UntaxedTaxRateId = books.VatRegistered ? zero : none,
            ExportTaxRateId = books.VatRegistered ? zero : none,
            NoTaxRateId = none,
        };
    }

    private static string First(BooksReference books, params VatTreatment[] treatments) =>
        treatments
            .Select(treatment => books.TaxRates.FirstOrDefault(rate => rate.Treatment == treatment)?.Id)
            .FirstOrDefault(static id => id is not null)
        ?? "";
}
