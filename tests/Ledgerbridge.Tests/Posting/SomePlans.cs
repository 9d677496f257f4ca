using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Posting.Plans;
using Ledgerbridge.Server.Stores.Documents;
using Ledgerbridge.Server.Stores.Policies;
using Ledgerbridge.Tests.Invoicing;

namespace Ledgerbridge.Tests.Posting;

/// <summary>Books, settings, documents and plans of a South African shop, and of one in the United Kingdom.</summary>
internal static class SomePlans
{
    public const string Bank = "bank-1200";
    public const string Shipping = "acc-4020";
    public const string Other = "acc-4030";
    public const string Services = "acc-4010";
    public const string StoreKey = "store-1";

    public static readonly DateOnly Today = new(2026, 6, 25);

    public static BooksReference Books { get; } =
        SomeBooks.Vendor with
        {
            Capabilities = new BooksCapabilities(Drafts: true, MultiCurrency: true, InvoicePdf: true),
            BankAccounts = [new BooksChoice(Bank, "Bank (1200)")],
            PaymentMethods = [new BooksChoice("CREDIT_DEBIT", "Card")],
            CustomerCreditDays = 30,
            LedgerAccounts =
            [
                .. SomeBooks.Vendor.LedgerAccounts,
                new BooksLedgerAccount(Shipping, "Delivery (4020)", 4020, ForSales: true, TaxRateId: null),
                new BooksLedgerAccount(Other, "Other (4030)", 4030, ForSales: true, TaxRateId: null),
            ],
        };

    public static BooksReference BritishBooks { get; } =
        Books with
        {
            Address = new PostalAddress
            {
                Line1 = "1 Quay",
                City = "Hull",
                CountryCode = "GB",
            },
            Currency = Currency.GBP,
            TaxRates =
            [
                SomeBooks.Rate("GB_STANDARD", VatTreatment.Standard, (20m, null)),
                SomeBooks.Rate("GB_LOWER", VatTreatment.Standard, (5m, null)),
                SomeBooks.Rate("GB_ZERO", VatTreatment.ZeroRated, (0m, null)),
                SomeBooks.Rate("GB_NO_TAX", VatTreatment.OutOfScope, (0m, null)),
            ],
        };

    public static PaymentRule ToBank { get; } = new() { Outcome = PaymentOutcome.Bank, BankAccountId = Bank };

    public static StorePolicy Policy { get; } = PolicyFor(Books);

    public static StorePolicy PolicyFor(BooksReference books)
    {
        var policy = StorePolicy.DefaultFor(books, [], Today);
        return policy with { Payments = policy.Payments with { Others = ToBank } };
    }

    public static PlanFacts Facts { get; } = FactsFor(Books, Policy);

    public static PlanFacts FactsFor(BooksReference books, StorePolicy policy) =>
        new()
        {
            Policy = policy,
            Books = books,
            StoreKey = StoreKey,
            Today = Today,
        };

    public static PlanFacts With(Func<StorePolicy, StorePolicy> change) => FactsFor(Books, change(Policy));

    public static PlanFacts WithCommercial(Func<CommercialCard, CommercialCard> change) =>
        With(policy => policy with { Commercial = change(policy.Commercial) });

    /// <summary>Settings by which every difference gets a line.</summary>
    public static PlanFacts Lenient { get; } =
        FactsFor(
            Books,
            Policy with
            {
                Commercial = Policy.Commercial with { Deductions = UnexplainedPart.Line, Charges = UnexplainedPart.Line },
            }
        );

    public static PostedInvoice Posted { get; } =
        new()
        {
            InvoiceId = "inv-9",
            Number = "SI-27",
            ContactId = "con-5",
            Gross = Rand(215.63m),
            Outstanding = Rand(215.63m),
            IssuedOn = new DateOnly(2026, 6, 2),
        };

    public static PlanFacts On(PostedInvoice posted, PlanFacts? facts = null) =>
        (facts ?? Facts) with
        {
            Invoice = new InvoiceTrace { State = InvoiceTraceState.Posted, Posted = posted },
        };

    public static PlanFacts LeftOut(SkipReason reason, PlanFacts? facts = null) =>
        (facts ?? Facts) with
        {
            Invoice = new InvoiceTrace { State = InvoiceTraceState.Skipped, SkipReason = reason },
        };

    public static Money Rand(decimal amount) => new(amount, Currency.ZAR);

    public static StoreLine Row(
        decimal subtotal,
        decimal tax,
        decimal? total = null,
        decimal quantity = 1m,
        string sku = "SKU",
        string name = "Ware"
    ) =>
        new()
        {
            Sku = sku,
            Name = name,
            Quantity = quantity,
            UnitPrice = subtotal / quantity,
            Subtotal = subtotal,
            Tax = tax,
            Total = total ?? subtotal + tax,
        };

    public static StoreInvoice Invoice(params StoreLine[] lines) => Invoice(lines.Sum(static line => line.Total), lines);

    public static StoreInvoice Invoice(decimal grandTotal, params StoreLine[] lines) =>
        new()
        {
            Id = 42,
            Number = "WEB42",
            CurrencyCode = "ZAR",
            State = StoreInvoiceState.Paid,
            PaymentMethod = "payfast",
            Customer = Guest,
            BillingAddress = Home(StoreAddressKind.Billing),
            ShippingAddress = Home(StoreAddressKind.Shipping),
            Lines = lines,
            Discount = lines.Sum(static line => Math.Max(0m, line.Subtotal + line.Tax - line.Total)),
            GrandTotal = grandTotal,
            CreatedAt = new DateTimeOffset(2026, 6, 2, 8, 15, 30, TimeSpan.Zero),
            BaseToOrderRate = 1m,
        };

    public static StoreCustomer Guest { get; } =
        new()
        {
            Email = "naledi@example.org",
            FirstName = "Naledi",
            LastName = "Khumalo",
        };

    public static StoreAddress Home(StoreAddressKind kind, string country = "ZA") =>
        new()
        {
            Kind = kind,
            Street = ["18 Baobab Avenue"],
            City = "Polokwane",
            Postcode = "0699",
            CountryCode = country,
        };

    public static StoreInvoice To(StoreInvoice invoice, string country) =>
        invoice with
        {
            BillingAddress = Home(StoreAddressKind.Billing, country),
            ShippingAddress = Home(StoreAddressKind.Shipping, country),
        };

    public static Plan.Planned Planned(Plan plan) =>
        plan as Plan.Planned ?? throw new InvalidOperationException($"Not planned: {Sentence(plan)}");

    public static NewBooksInvoice Booked(StoreInvoice invoice, PlanFacts? facts = null) => Step(invoice, facts).Invoice;

    public static PlanStep.CreateInvoice Step(StoreInvoice invoice, PlanFacts? facts = null) =>
        Planned(DocumentPlanner.PlanInvoice(invoice, facts ?? Facts)).Steps.OfType<PlanStep.CreateInvoice>().Single();

    public static PlanStep.CreateCreditNote Credit(StoreCreditMemo memo, PlanFacts facts) =>
        Planned(DocumentPlanner.PlanCreditNote(memo, facts)).Steps.OfType<PlanStep.CreateCreditNote>().Single();

    public static SkipReason Skipped(Plan plan) =>
        plan is Plan.Skipped skipped ? skipped.Reason : throw new InvalidOperationException($"Not skipped: {Sentence(plan)}");

    public static FailureCause Failed(Plan plan) =>
        plan is Plan.Failed failed ? failed.Cause : throw new InvalidOperationException($"Not failed: {Sentence(plan)}");

    public static string Sentence(Plan plan) =>
        plan switch
        {
            Plan.Skipped skipped => $"{skipped.Reason}: {skipped.Sentence}",
            Plan.Failed failed => $"{failed.Cause}: {failed.Sentence}",
            Plan.Waits waits => waits.Sentence,
            _ => "planned",
        };

    public static string Decisions(Plan plan, string topic) =>
        string.Join('\n', plan.Decisions.Where(decision => decision.Topic == topic).Select(static decision => decision.Sentence));

    /// <summary>
    /// What a document comes to by Sage's own arithmetic: each line rounded, its tax as sent, carriage taxed anew from the rate. Worked
    /// out here apart from the planner's code.
    /// </summary>
    public static decimal SageGross(
        IReadOnlyList<NewBooksLine> lines,
        NewBooksCarriage? carriage,
        Currency currency,
        BooksReference? books = null
    )
    {
        var sum = 0m;
        foreach (var line in lines)
            sum += Rounded(line.Quantity * line.UnitPrice, currency) - (line.Discount?.Amount ?? 0m) + line.Vat.Amount;
        if (carriage is not null)
        {
            var rate = (books ?? Books).TaxRates.Single(rate => rate.Id == carriage.TaxRateId).Percentages[^1].Percentage;
            sum += carriage.Net.Amount + Rounded(carriage.Net.Amount * rate / 100m, currency);
        }
        return sum;
    }

    private static decimal Rounded(decimal value, Currency currency) =>
        decimal.Round(value, currency.Exponent, MidpointRounding.AwayFromZero);
}
