using Ledgerbridge.Sage;

namespace Ledgerbridge.Server.Stores.Policies;

/// <summary>A store's posting rules: the seven cards of its settings page. Every run keeps the version it was planned with.</summary>
internal sealed record StorePolicy
{
    /// <summary>What is posted at all, and from when.</summary>
    public SyncCard Sync { get; init; } = new();

    /// <summary>The accounts things go to.</summary>
    public MappingsCard Mappings { get; init; } = new();

    /// <summary>What becomes of money, by way of paying.</summary>
    public PaymentsCard Payments { get; init; } = new();

    /// <summary>Which of the business's rates a percentage means.</summary>
    public TaxRatesCard TaxRates { get; init; } = new();

    /// <summary>Numbers, names, texts and remainders.</summary>
    public CommercialCard Commercial { get; init; } = new();

    /// <summary>Other currencies than the books'.</summary>
    public CurrencyCard Currency { get; init; } = new();

    /// <summary>One contact for many small buyers.</summary>
    public ConsolidationCard Consolidation { get; init; } = new();

    /// <summary>The rules a newly paired store begins with; see <see cref="PolicyDefaults"/>.</summary>
    public static StorePolicy DefaultFor(BooksReference books, IReadOnlyList<StorePaymentMethod> methods, DateOnly today) =>
        PolicyDefaults.For(books, methods, today);
}

/// <summary>A policy as it was stored: versions are never changed, a change is a new version.</summary>
/// <param name="Version">1 for the first, one more for each change.</param>
/// <param name="SavedAt">When it was stored.</param>
/// <param name="SavedBy">Who stored it, as the audit log names them.</param>
/// <param name="Policy">The rules.</param>
internal sealed record PolicyVersion(int Version, DateTimeOffset SavedAt, string SavedBy, StorePolicy Policy);

/// <summary>Sync behaviour: what is posted at all, and from when.</summary>
internal sealed record SyncCard
{
    /// <summary>Invoices are posted.</summary>
    public bool Invoices { get; init; } = true;

    /// <summary>Payments are posted.</summary>
    public bool Payments { get; init; } = true;

    /// <summary>Credit memos are posted.</summary>
    public bool CreditMemos { get; init; } = true;

    /// <summary>Saved customers make or change contacts; without it contacts are made by their first document only.</summary>
    public bool Customers { get; init; } = true;

    /// <summary>Saved products make or change products and services.</summary>
    public bool Products { get; init; } = true;

    /// <summary>Products whose stock the shop counts become stock items, and their stock is brought into step.</summary>
    public bool Stock { get; init; }

    /// <summary>Documents of earlier days are left out; null for no limit.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>
    /// The IANA time zone in which days are told, such as <c>Africa/Johannesburg</c>: the shop sends UTC and not its own.
    /// </summary>
    public string TimeZone { get; init; } = "Etc/UTC";

    /// <summary>Only these websites; empty for all.</summary>
    public IReadOnlyList<int> Websites { get; init; } = [];

    /// <summary>Only these store views; empty for all.</summary>
    public IReadOnlyList<int> StoreViews { get; init; } = [];

    /// <summary>What happens to an invoice that is not paid yet.</summary>
    public UnpaidInvoices UnpaidInvoices { get; init; } = UnpaidInvoices.Post;
}

/// <summary>Default mappings: Sage's ids of the ledger accounts things go to.</summary>
internal sealed record MappingsCard
{
    /// <summary>Sales of goods, and everything without an account of its own.</summary>
    public string SalesAccountId { get; init; } = "";

    /// <summary>Sales of services; empty takes the account for sales.</summary>
    public string ServicesAccountId { get; init; } = "";

    /// <summary>Delivery on a line; empty takes the account for sales.</summary>
    public string ShippingAccountId { get; init; } = "";

    /// <summary>Rounding differences; empty takes the account for sales.</summary>
    public string RoundingAccountId { get; init; } = "";

    /// <summary>Deductions nothing explains, such as store credit and gift cards; empty takes the account for sales.</summary>
    public string DeductionAccountId { get; init; } = "";

    /// <summary>Charges nothing explains, such as surcharges; empty takes the account for sales.</summary>
    public string ChargeAccountId { get; init; } = "";

    /// <summary>Adjustments of refunds, up and down; empty takes the account for sales.</summary>
    public string AdjustmentAccountId { get; init; } = "";

    /// <summary>Purchases of what is sold; Sage wants one for products and stock items. Empty takes Sage's own choice.</summary>
    public string PurchaseAccountId { get; init; } = "";
}

/// <summary>What becomes of the money of one way of paying.</summary>
internal sealed record PaymentRule
{
    /// <summary>The shop's code, such as <c>stripe_payments</c>.</summary>
    public string Method { get; init; } = "";

    /// <summary>What happens.</summary>
    public PaymentOutcome Outcome { get; init; } = PaymentOutcome.Fail;

    /// <summary>Sage's id of the bank account; needed for <see cref="PaymentOutcome.Bank"/>.</summary>
    public string BankAccountId { get; init; } = "";

    /// <summary>Sage's id of its own word for the way of paying; empty leaves it open.</summary>
    public string SageMethodId { get; init; } = "";
}

/// <summary>The payment-method map.</summary>
internal sealed record PaymentsCard
{
    /// <summary>The ways of paying somebody decided about.</summary>
    public IReadOnlyList<PaymentRule> Methods { get; init; } = [];

    /// <summary>What happens to all other ways of paying; its <see cref="PaymentRule.Method"/> is empty.</summary>
    public PaymentRule Others { get; init; } = new();

    /// <summary>Which moment dates a payment.</summary>
    public PaymentDay DatedBy { get; init; } = PaymentDay.Event;

    /// <summary>What is posted beside a credit note.</summary>
    public RefundMoney Refunds { get; init; } = RefundMoney.CreditOnly;

    /// <summary>The rule for a way of paying, by its code in any letter case.</summary>
    public PaymentRule RuleFor(string method) =>
        Methods.FirstOrDefault(rule => string.Equals(rule.Method, method, StringComparison.OrdinalIgnoreCase)) ?? Others;
}

/// <summary>Which of the business's rates a percentage means.</summary>
internal sealed record TaxRateRule
{
    /// <summary>The percentage the shop charges, above 0 and at most 100.</summary>
    public decimal Percentage { get; init; }

    /// <summary>Sage's id of the rate.</summary>
    public string TaxRateId { get; init; } = "";
}

/// <summary>The tax-rate map.</summary>
internal sealed record TaxRatesCard
{
    /// <summary>The percentages somebody decided about; the business's own percentages are known without a row.</summary>
    public IReadOnlyList<TaxRateRule> Map { get; init; } = [];

    /// <summary>Sage's id of the rate for goods and services sold at home without tax.</summary>
    public string UntaxedTaxRateId { get; init; } = "";

    /// <summary>Sage's id of the rate for sales abroad without tax.</summary>
    public string ExportTaxRateId { get; init; } = "";

    /// <summary>Sage's id of the rate for what is no supply: rounding, deductions, adjustments.</summary>
    public string NoTaxRateId { get; init; } = "";

    /// <summary>What decides between goods and services on a cross-border sale.</summary>
    public SupplySource GoodsOrServices { get; init; } = SupplySource.ByProduct;

    /// <summary>What happens to a sale abroad on which the shop charged tax.</summary>
    public TaxedAbroad TaxedAbroad { get; init; } = TaxedAbroad.Post;
}

/// <summary>Commercial knobs: numbers, names, texts and remainders.</summary>
internal sealed record CommercialCard
{
    /// <summary>Put before an invoice's number unless it begins so already; up to 6 characters.</summary>
    public string InvoicePrefix { get; init; } = "";

    /// <summary>Put before a credit memo's number unless it begins so already; up to 6 characters.</summary>
    public string CreditNotePrefix { get; init; } = "";

    /// <summary>What the references of registered customers begin with: one or two capital letters, different for each store.</summary>
    public string ContactPrefix { get; init; } = "C";

    /// <summary>What a contact is called.</summary>
    public ContactNaming ContactNaming { get; init; } = ContactNaming.CompanyFirst;

    /// <summary>What a line says.</summary>
    public LineWording LineWording { get; init; } = LineWording.Name;

    /// <summary>Days to pay, 0 to 365; null takes the business's own.</summary>
    public int? CreditDays { get; init; }

    /// <summary>Where delivery goes.</summary>
    public DeliveryPlace Delivery { get; init; } = DeliveryPlace.Carriage;

    /// <summary>Differences up to this many units of the document's currency are rounding and get a line of that name; 0 to 1.</summary>
    public decimal RoundingUpTo { get; init; } = 0.02m;

    /// <summary>When the total is lower than everything in the document.</summary>
    public UnexplainedPart Deductions { get; init; } = UnexplainedPart.Fail;

    /// <summary>What the line of a deduction says, 1 to 100 characters.</summary>
    public string DeductionText { get; init; } = "Store credit, gift card or other deduction";

    /// <summary>When the total is higher than everything in the document.</summary>
    public UnexplainedPart Charges { get; init; } = UnexplainedPart.Fail;

    /// <summary>What the line of a charge says, 1 to 100 characters.</summary>
    public string ChargeText { get; init; } = "Surcharge";

    /// <summary>What happens to a refund without an invoice.</summary>
    public CreditWithoutInvoice CreditWithoutInvoice { get; init; } = CreditWithoutInvoice.Post;

    /// <summary>Lines name the product, service or stock item of their SKU, so that Sage moves stock by them.</summary>
    public bool ItemsOnLines { get; init; }

    /// <summary>The shop's catalogue prices include VAT.</summary>
    public bool PricesIncludeVat { get; init; }
}

/// <summary>The currency a website's base amounts are in.</summary>
internal sealed record WebsiteCurrency
{
    /// <summary>The website.</summary>
    public int WebsiteId { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public string Currency { get; init; } = "";
}

/// <summary>A fixed exchange rate.</summary>
internal sealed record CurrencyRate
{
    /// <summary>ISO 4217 code.</summary>
    public string Currency { get; init; } = "";

    /// <summary>Base currency of the books for one unit, above 0, up to ten decimals.</summary>
    public decimal Rate { get; init; }
}

/// <summary>Multi-currency.</summary>
internal sealed record CurrencyCard
{
    /// <summary>What happens to documents in another currency than the books'.</summary>
    public OtherCurrencies OtherCurrencies { get; init; } = OtherCurrencies.Post;

    /// <summary>Only these currencies beside the books' own; empty for all.</summary>
    public IReadOnlyList<string> Accepted { get; init; } = [];

    /// <summary>Base currencies of websites that differ from the books': the shop does not name them.</summary>
    public IReadOnlyList<WebsiteCurrency> WebsiteCurrencies { get; init; } = [];

    /// <summary>Where exchange rates come from.</summary>
    public RateSource RateSource { get; init; } = RateSource.Store;

    /// <summary>The fixed rates; also used where the shop has none.</summary>
    public IReadOnlyList<CurrencyRate> Rates { get; init; } = [];

    /// <summary>Currencies for which a rate of exactly 1 is true, such as NAD beside ZAR; for all others it is doubted.</summary>
    public IReadOnlyList<string> AtPar { get; init; } = [];
}

/// <summary>B2C consolidation: one contact for each currency that many small buyers share.</summary>
internal sealed record ConsolidationCard
{
    /// <summary>On.</summary>
    public bool Enabled { get; init; }

    /// <summary>
    /// Documents of at most this total in the books' currency go to the shared contact; above it the buyer gets a contact.
    /// </summary>
    public decimal UpTo { get; init; } = 250m;

    /// <summary>The shared contact's name, 1 to 90 characters; another currency's contact adds its code.</summary>
    public string ContactName { get; init; } = "Web shop customers";

    /// <summary>The shared contact's reference, 1 to 7 capital letters and digits; another currency's contact adds its mark.</summary>
    public string Reference { get; init; } = "WEBSHOP";

    /// <summary>Customer groups of businesses; their members never share.</summary>
    public IReadOnlyList<int> BusinessGroups { get; init; } = [];
}
