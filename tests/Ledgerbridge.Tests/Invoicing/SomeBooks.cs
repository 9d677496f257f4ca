using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Invoicing.Internal;
using Ledgerbridge.Server.Settings;

namespace Ledgerbridge.Tests.Invoicing;

/// <summary>Books, customers and requests as a South African vendor has them; each test changes what it is about.</summary>
internal static class SomeBooks
{
    public const string Standard = "ZA_STANDARD";
    public const string Zero = "ZA_ZERO";
    public const string Exempt = "ZA_EXEMPT";
    public const string NoTax = "ZA_NO_TAX";
    public const string Sales = "acc-4000";

    public static readonly DateOnly Today = new(2026, 3, 16);

    public static SettingValues NoSettings { get; } = new(new Dictionary<string, System.Text.Json.JsonElement>());

    public static BooksReference Vendor { get; } =
        new()
        {
            BusinessName = "Karoo Trading (Pty) Ltd",
            Address = new PostalAddress
            {
                Line1 = "14 Church Street",
                City = "Graaff-Reinet",
                PostalCode = "6280",
                CountryCode = "ZA",
            },
            Currency = Currency.ZAR,
            VatRegistered = true,
            VatNumber = "4220122222",
            Capabilities = new BooksCapabilities(Drafts: true, MultiCurrency: false, InvoicePdf: true),
            TaxRates =
            [
                Rate(Standard, VatTreatment.Standard, (14m, null), (15m, new DateOnly(2018, 4, 1))),
                Rate(Zero, VatTreatment.ZeroRated, (0m, null)),
                Rate(Exempt, VatTreatment.Exempt, (0m, null)),
                Rate(NoTax, VatTreatment.OutOfScope, (0m, null)),
            ],
            LedgerAccounts =
            [
                new BooksLedgerAccount("acc-5000", "Cost of sales (5000)", 5000, ForSales: false, TaxRateId: null),
                new BooksLedgerAccount("acc-4010", "Sales - Services (4010)", 4010, ForSales: true, TaxRateId: null),
                new BooksLedgerAccount(Sales, "Sales - Products (4000)", 4000, ForSales: true, TaxRateId: null),
            ],
            BankAccounts = [],
            Currencies = [],
            Countries = [],
            PaymentMethods = [],
            DocumentStates = [],
        };

    public static ContactDetails Customer { get; } =
        new()
        {
            Kind = ContactKind.Customer,
            Name = "Baobab Lodge (Pty) Ltd",
            VatNumber = "4405608656",
            Address = new PostalAddress
            {
                Line1 = "1 Loop Street",
                City = "Cape Town",
                PostalCode = "8001",
                CountryCode = "ZA",
            },
        };

    public static BooksTaxRate Rate(string id, VatTreatment treatment, params (decimal Percentage, DateOnly? FromOn)[] percentages) =>
        new()
        {
            Id = id,
            Name = id,
            Treatment = treatment,
            Percentages = [.. percentages.Select(static p => new BooksPercentage(p.Percentage, p.FromOn))],
        };

    public static InvoiceLineRequest Line(
        decimal unitPrice,
        decimal quantity = 1m,
        string? rate = null,
        string description = "Consulting"
    ) =>
        new()
        {
            Description = description,
            Quantity = quantity,
            UnitPrice = unitPrice,
            TaxRateId = rate,
        };

    public static InvoiceRequest Request(params InvoiceLineRequest[] lines) =>
        new()
        {
            ContactId = "c-1",
            Reference = "PO-1",
            LineItems = lines,
        };

    public static InvoicePlan Plan(
        InvoiceRequest request,
        BooksReference? books = null,
        ContactDetails? customer = null,
        SettingValues? settings = null
    ) =>
        InvoicePlanner
            .Plan(request, books ?? Vendor, customer ?? Customer, settings ?? NoSettings, Today)
            .Succeeded(out var plan, out var problem)
            ? plan
            : throw new InvalidOperationException(string.Join(" ", problem.Errors.Select(static e => $"{e.Field}: {e.Message}")));

    public static IReadOnlyList<FieldError> Errors(InvoiceRequest request, BooksReference? books = null, ContactDetails? customer = null) =>
        InvoicePlanner.Plan(request, books ?? Vendor, customer ?? Customer, NoSettings, Today).Succeeded(out _, out var problem)
            ? []
            : problem.Errors;
}
