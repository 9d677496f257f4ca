using Ledgerbridge.Sage;
using Ledgerbridge.Server.Stores.Policies;
using Ledgerbridge.Tests.Invoicing;
using static Ledgerbridge.Tests.Posting.SomePlans;

namespace Ledgerbridge.Tests.Stores;

public sealed class PolicyCheckTests
{
    private static readonly BooksReference Single = Books with { Capabilities = Books.Capabilities with { MultiCurrency = false } };

    /// <summary>Each violation with its field; every case changes one thing of settings that are fine.</summary>
    private static IReadOnlyList<(StorePolicy Policy, BooksReference Books, string Field)> Offenders { get; } =
    [
        (Sync(static card => card with { TimeZone = "Mars/Olympus" }), Books, "sync.time_zone"),
        (
            Sync(static card => card with { Since = new DateOnly(2020, 1, 1) }),
            Books with
            {
                BooksStartOn = new DateOnly(2021, 1, 1),
            },
            "sync.since"
        ),
        (
            Sync(static card => card with { Since = new DateOnly(2026, 1, 1) }),
            Books with
            {
                LockedUpToOn = new DateOnly(2026, 1, 1),
            },
            "sync.since"
        ),
        (Sync(static card => card with { Websites = [-1] }), Books, "sync.websites"),
        (Sync(static card => card with { StoreViews = [-1] }), Books, "sync.store_views"),
        (Sync(static card => card with { Products = false, Stock = true }), Books, "sync.stock"),
        (Sync(static card => card with { Invoices = false }), Books, "sync.payments"),
        (Mappings(static card => card with { SalesAccountId = "" }), Books, "mappings.sales_account_id"),
        (Mappings(static card => card with { SalesAccountId = "gone" }), Books, "mappings.sales_account_id"),
        (Mappings(static card => card with { SalesAccountId = "acc-5000" }), Books, "mappings.sales_account_id"),
        (Mappings(static card => card with { ServicesAccountId = "gone" }), Books, "mappings.services_account_id"),
        (Mappings(static card => card with { ShippingAccountId = "gone" }), Books, "mappings.shipping_account_id"),
        (Mappings(static card => card with { RoundingAccountId = "gone" }), Books, "mappings.rounding_account_id"),
        (Mappings(static card => card with { DeductionAccountId = "gone" }), Books, "mappings.deduction_account_id"),
        (Mappings(static card => card with { ChargeAccountId = "gone" }), Books, "mappings.charge_account_id"),
        (Mappings(static card => card with { AdjustmentAccountId = "gone" }), Books, "mappings.adjustment_account_id"),
        (Mappings(static card => card with { PurchaseAccountId = "gone" }), Books, "mappings.purchase_account_id"),
        (Methods(ToBank), Books, "payments.methods[0].method"),
        (Methods(ToBank with { Method = "payfast" }, ToBank with { Method = "PAYFAST" }), Books, "payments.methods[1].method"),
        (Methods(ToBank with { Method = "unheard_of" }), Books, "payments.methods[0].method"),
        (Methods(ToBank with { Method = "payfast", BankAccountId = "" }), Books, "payments.methods[0].bank_account_id"),
        (Methods(ToBank with { Method = "payfast", BankAccountId = "gone" }), Books, "payments.methods[0].bank_account_id"),
        (Methods(ToBank with { Method = "payfast", SageMethodId = "GOLD" }), Books, "payments.methods[0].sage_method_id"),
        (Payments(static card => card with { Others = ToBank with { Method = "x" } }), Books, "payments.others.method"),
        (Payments(static card => card with { Others = ToBank with { BankAccountId = "" } }), Books, "payments.others.bank_account_id"),
        (Map((0m, SomeBooks.Standard)), Books, "tax_rates.map[0].percentage"),
        (Map((100.5m, SomeBooks.Standard)), Books, "tax_rates.map[0].percentage"),
        (Map((15m, SomeBooks.Standard), (15m, SomeBooks.Standard)), Books, "tax_rates.map[1].percentage"),
        (Map((15m, "gone")), Books, "tax_rates.map[0].tax_rate_id"),
        (Map((15m, SomeBooks.Zero)), Books, "tax_rates.map[0].tax_rate_id"),
        (Rates(static card => card with { UntaxedTaxRateId = "" }), Books, "tax_rates.untaxed_tax_rate_id"),
        (Rates(static card => card with { ExportTaxRateId = "gone" }), Books, "tax_rates.export_tax_rate_id"),
        (Rates(static card => card with { NoTaxRateId = SomeBooks.Standard }), Books, "tax_rates.no_tax_rate_id"),
        (Commercial(static card => card with { InvoicePrefix = "TOOLONG" }), Books, "commercial.invoice_prefix"),
        (Commercial(static card => card with { CreditNotePrefix = "TOOLONG" }), Books, "commercial.credit_note_prefix"),
        (Commercial(static card => card with { ContactPrefix = "G" }), Books, "commercial.contact_prefix"),
        (Commercial(static card => card with { ContactPrefix = "K" }), Books, "commercial.contact_prefix"),
        (Commercial(static card => card with { ContactPrefix = "" }), Books, "commercial.contact_prefix"),
        (Commercial(static card => card with { ContactPrefix = "ABC" }), Books, "commercial.contact_prefix"),
        (Commercial(static card => card with { ContactPrefix = "c" }), Books, "commercial.contact_prefix"),
        (Commercial(static card => card with { CreditDays = 366 }), Books, "commercial.credit_days"),
        (Commercial(static card => card with { RoundingUpTo = 1.01m }), Books, "commercial.rounding_up_to"),
        (Commercial(static card => card with { DeductionText = " " }), Books, "commercial.deduction_text"),
        (Commercial(static card => card with { ChargeText = new string('x', 101) }), Books, "commercial.charge_text"),
        (Money(static card => card with { Accepted = ["eur"] }), Books, "currency.accepted[0]"),
        (Money(static card => card with { Accepted = ["EUR"] }), Single, "currency.accepted"),
        (Money(static card => card with { AtPar = ["XQX"] }), Books, "currency.at_par[0]"),
        (Money(static card => card with { WebsiteCurrencies = [new WebsiteCurrency()] }), Books, "currency.website_currencies[0].currency"),
        (
            Money(static card => card with { WebsiteCurrencies = [Website("USD"), Website("EUR")] }),
            Books,
            "currency.website_currencies[0].website_id"
        ),
        (Money(static card => card with { Rates = [Rate("XQX", 1m)] }), Books, "currency.rates[0].currency"),
        (Money(static card => card with { Rates = [Rate("ZAR", 1m)] }), Books, "currency.rates[0].currency"),
        (Money(static card => card with { Rates = [Rate("USD", 18m), Rate("USD", 19m)] }), Books, "currency.rates[1].currency"),
        (Money(static card => card with { Rates = [Rate("USD", 0m)] }), Books, "currency.rates[0].rate"),
        (Money(static card => card with { Rates = [Rate("USD", 0.00000000001m)] }), Books, "currency.rates[0].rate"),
        (Shared(static card => card with { UpTo = 0m }), Books, "consolidation.up_to"),
        (Shared(static card => card with { ContactName = "" }), Books, "consolidation.contact_name"),
        (Shared(static card => card with { Reference = "W" }), Books, "consolidation.reference"),
        (Shared(static card => card with { Reference = "GUESTS" }), Books, "consolidation.reference"),
        (Shared(static card => card with { Reference = "TOOLONGX" }), Books, "consolidation.reference"),
        (
            Shared(static card => card with { Reference = "CD12" }) with
            {
                Commercial = Policy.Commercial with { ContactPrefix = "CD" },
            },
            Books,
            "consolidation.reference"
        ),
    ];

    public static TheoryData<int> Places => [.. Enumerable.Range(0, Offenders.Count)];

    [Theory]
    [MemberData(nameof(Places))]
    public void A_violation_is_told_at_its_field_in_a_sentence(int place)
    {
        var (policy, books, field) = Offenders[place];
        var errors = PolicyCheck.Validate(policy, books, [new StorePaymentMethod("payfast", "PayFast", IsActive: true)]);
        Assert.Contains(errors, error => error.Field == field);
        Assert.All(errors, static error => Assert.Matches(@"^[A-Z'0-9].*\.$", error.Message));
    }

    [Fact]
    public void Every_violation_is_told_at_once() =>
        Assert.Equal(
            ["sync.time_zone", "mappings.sales_account_id", "commercial.credit_days"],
            PolicyCheck
                .Validate(
                    Sync(static card => card with { TimeZone = "" }) with
                    {
                        Mappings = Policy.Mappings with { SalesAccountId = "" },
                        Commercial = Policy.Commercial with { CreditDays = -1 },
                    },
                    Books
                )
                .Select(static error => error.Field)
        );

    [Fact]
    public void Values_at_their_limits_are_fine()
    {
        var policy = Policy with
        {
            Commercial = Policy.Commercial with { InvoicePrefix = "PREFIX", ContactPrefix = "WS", CreditDays = 365, RoundingUpTo = 1m },
            Currency = Policy.Currency with { Rates = [Rate("USD", 0.0000000001m)], Accepted = ["USD"] },
            Sync = Policy.Sync with { Since = new DateOnly(2026, 1, 2) },
        };
        Assert.Empty(
            PolicyCheck.Validate(policy, Books with { LockedUpToOn = new DateOnly(2026, 1, 1), BooksStartOn = new DateOnly(2026, 1, 2) })
        );
    }

    [Fact]
    public void A_way_of_paying_the_shop_no_longer_lists_may_stay_owed()
    {
        var policy = Methods(new PaymentRule { Method = "gone_since", Outcome = PaymentOutcome.Unpaid });
        Assert.Empty(PolicyCheck.Validate(policy, Books, []));
        Assert.Empty(PolicyCheck.Validate(Methods(ToBank with { Method = "not_asked" }), Books));
    }

    private static StorePolicy Sync(Func<SyncCard, SyncCard> change) => Policy with { Sync = change(Policy.Sync) };

    private static StorePolicy Mappings(Func<MappingsCard, MappingsCard> change) => Policy with { Mappings = change(Policy.Mappings) };

    private static StorePolicy Payments(Func<PaymentsCard, PaymentsCard> change) => Policy with { Payments = change(Policy.Payments) };

    private static StorePolicy Methods(params PaymentRule[] rules) => Payments(card => card with { Methods = rules });

    private static StorePolicy Rates(Func<TaxRatesCard, TaxRatesCard> change) => Policy with { TaxRates = change(Policy.TaxRates) };

    private static StorePolicy Map(params (decimal Percentage, string RateId)[] rows) =>
        Rates(card =>
            card with
            {
                Map = [.. rows.Select(static row => new TaxRateRule { Percentage = row.Percentage, TaxRateId = row.RateId })],
            }
        );

    private static StorePolicy Commercial(Func<CommercialCard, CommercialCard> change) =>
        Policy with
        {
            Commercial = change(Policy.Commercial),
        };

    private static StorePolicy Money(Func<CurrencyCard, CurrencyCard> change) => Policy with { Currency = change(Policy.Currency) };

    private static StorePolicy Shared(Func<ConsolidationCard, ConsolidationCard> change) =>
        Policy with
        {
            Consolidation = change(Policy.Consolidation),
        };

    private static WebsiteCurrency Website(string code) => new() { WebsiteId = 1, Currency = code };

    private static CurrencyRate Rate(string code, decimal rate) => new() { Currency = code, Rate = rate };
}
