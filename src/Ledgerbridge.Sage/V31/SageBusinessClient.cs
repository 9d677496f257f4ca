using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Ledgerbridge.Sage.V31.Models;

namespace Ledgerbridge.Sage.V31;

/// <summary>API v3.1 for one business.</summary>
public sealed class SageBusinessClient
{
    private static readonly WireJson Json = WireJson.Default;

    private readonly BusinessCalls _calls;

    internal SageBusinessClient(BusinessCalls calls)
    {
        _calls = calls;
        SalesInvoices = new(calls, "sales_invoices", Json.SageSalesInvoice, Json.SagePageSageSalesInvoice, Wrap);
        SalesCreditNotes = new(calls, "sales_credit_notes", Json.SageSalesCreditNote, Json.SagePageSageSalesCreditNote, Wrap);
        ContactPayments = new(calls, "contact_payments", Json.SageContactPayment, Json.SagePageSageContactPayment, Wrap);
        ContactAllocations = new(calls, "contact_allocations", Json.SageContactAllocation, Json.SagePageSageContactAllocation, Wrap);
        Products = Items("products", static (item, id) => Bytes(new SendProduct(item with { IdempotencyId = id }), Json.SendProduct));
        Services = Items("services", static (item, id) => Bytes(new SendService(item with { IdempotencyId = id }), Json.SendService));
        StockItems = Items(
            "stock_items",
            static (item, id) => Bytes(new SendStockItem(item with { IdempotencyId = id }), Json.SendStockItem)
        );
        StockMovements = new(calls, "stock_movements", Json.SageStockMovement, Json.SagePageSageStockMovement, Wrap);
        Contacts = new(calls, "contacts", Json.SageContact, Json.SagePageSageContact, Wrap)
        {
            // Addresses and persons are mere references otherwise.
            ItemQuery = "?nested_attributes=all&show_balance=true",
        };
        Addresses = new(calls, "addresses", Json.SageAddress, Json.SagePageSageAddress, Wrap);
        ContactPersons = new(calls, "contact_persons", Json.SageContactPerson, Json.SagePageSageContactPerson, Wrap);
        Transactions = new(calls, "transactions", Json.SageTransaction, Json.SagePageSageTransaction);
        TaxRates = new(calls, "tax_rates", Json.SageTaxRate, Json.SagePageSageTaxRate);
        LedgerAccounts = new(calls, "ledger_accounts", Json.SageLedgerAccount, Json.SagePageSageLedgerAccount);
        BankAccounts = new(calls, "bank_accounts", Json.SageBankAccount, Json.SagePageSageBankAccount);
        ExchangeRates = new(calls, "exchange_rates", Json.SageExchangeRate, Json.SagePageSageExchangeRate);
        Currencies = Names("currencies");
        Countries = Names("countries");
        ArtefactStatuses = Names("artefact_statuses");
        PaymentMethods = Names("payment_methods");
        ProductSalesPriceTypes = Names("product_sales_price_types");
        ServiceRateTypes = Names("service_rate_types");
    }

    /// <summary>Sales invoices.</summary>
    public SalesDocuments<SageSalesInvoice, NewSageSalesInvoice> SalesInvoices { get; }

    /// <summary>Sales credit notes.</summary>
    public SalesDocuments<SageSalesCreditNote, NewSageSalesCreditNote> SalesCreditNotes { get; }

    /// <summary>Payments from and to contacts.</summary>
    public SageRecords<SageContactPayment, NewSageContactPayment> ContactPayments { get; }

    /// <summary>Documents of a contact set against each other.</summary>
    public SageRecords<SageContactAllocation, NewSageContactAllocation> ContactAllocations { get; }

    /// <summary>Products; reading them also gives the stock items.</summary>
    public SageRecords<SageItem, NewSageItem> Products { get; }

    /// <summary>Services.</summary>
    public SageRecords<SageItem, NewSageItem> Services { get; }

    /// <summary>Products whose stock is counted.</summary>
    public SageRecords<SageItem, NewSageItem> StockItems { get; }

    /// <summary>Changes of stock.</summary>
    public SageRecords<SageStockMovement, NewSageStockMovement> StockMovements { get; }

    /// <summary>Customers and suppliers. The reference of a deleted one stays reserved.</summary>
    public SageRecords<SageContact, NewSageContact> Contacts { get; }

    /// <summary>Addresses of contacts. A new one needs its type, its name and whether it is the main one.</summary>
    public SageRecords<SageAddress, NewSageAddress> Addresses { get; }

    /// <summary>Persons at addresses. A new one needs its address, its name and its types.</summary>
    public SageRecords<SageContactPerson, NewSageContactPerson> ContactPersons { get; }

    /// <summary>Everything that was ever posted, with the document it came from.</summary>
    public SageCollection<SageTransaction> Transactions { get; }

    /// <summary>Rates of tax.</summary>
    public SageCollection<SageTaxRate> TaxRates { get; }

    /// <summary>Ledger accounts.</summary>
    public SageCollection<SageLedgerAccount> LedgerAccounts { get; }

    /// <summary>Bank accounts.</summary>
    public SageCollection<SageBankAccount> BankAccounts { get; }

    /// <summary>The rates of exchange in use, by currency code.</summary>
    public SageCollection<SageExchangeRate> ExchangeRates { get; }

    /// <summary>Currencies.</summary>
    public SageCollection<SageReference> Currencies { get; }

    /// <summary>Countries.</summary>
    public SageCollection<SageReference> Countries { get; }

    /// <summary>The states of documents.</summary>
    public SageCollection<SageReference> ArtefactStatuses { get; }

    /// <summary>Payment methods.</summary>
    public SageCollection<SageReference> PaymentMethods { get; }

    /// <summary>The price lists of products and stock items.</summary>
    public SageCollection<SageReference> ProductSalesPriceTypes { get; }

    /// <summary>The price lists of services.</summary>
    public SageCollection<SageReference> ServiceRateTypes { get; }

    /// <summary>The business itself.</summary>
    public Task<SageAnswer<SageBusiness>> GetBusinessAsync(CancellationToken ct) =>
        _calls.ReadAsync($"/businesses/{Uri.EscapeDataString(_calls.BusinessId)}", Json.SageBusiness, ct);

    /// <summary>Currency, VAT scheme and the days between which documents may be dated.</summary>
    public Task<SageAnswer<SageFinancialSettings>> GetFinancialSettingsAsync(CancellationToken ct) =>
        _calls.ReadAsync("/financial_settings", Json.SageFinancialSettings, ct);

    /// <summary>Numbers, terms and notes of invoices.</summary>
    public Task<SageAnswer<SageInvoiceSettings>> GetInvoiceSettingsAsync(CancellationToken ct) =>
        _calls.ReadAsync("/invoice_settings", Json.SageInvoiceSettings, ct);

    private static byte[] Bytes<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.SerializeToUtf8Bytes(value, type);

    private static byte[] Wrap(NewSageSalesInvoice invoice, string id) =>
        Bytes(new SendSalesInvoice(invoice with { IdempotencyId = id }), Json.SendSalesInvoice);

    private static byte[] Wrap(NewSageSalesCreditNote note, string id) =>
        Bytes(new SendSalesCreditNote(note with { IdempotencyId = id }), Json.SendSalesCreditNote);

    private static byte[] Wrap(NewSageContactPayment payment, string id) =>
        Bytes(new SendContactPayment(payment with { IdempotencyId = id }), Json.SendContactPayment);

    private static byte[] Wrap(NewSageContactAllocation allocation, string id) =>
        Bytes(new SendContactAllocation(allocation with { IdempotencyId = id }), Json.SendContactAllocation);

    private static byte[] Wrap(NewSageStockMovement movement, string id) =>
        Bytes(new SendStockMovement(movement with { IdempotencyId = id }), Json.SendStockMovement);

    private static byte[] Wrap(NewSageContact contact, string id) =>
        Bytes(new SendContact(contact with { IdempotencyId = id }), Json.SendContact);

    private static byte[] Wrap(NewSageAddress address, string id) =>
        Bytes(new SendAddress(address with { IdempotencyId = id }), Json.SendAddress);

    private static byte[] Wrap(NewSageContactPerson person, string id) =>
        Bytes(new SendContactPerson(person with { IdempotencyId = id }), Json.SendContactPerson);

    private SageRecords<SageItem, NewSageItem> Items(string collection, Func<NewSageItem, string, byte[]> wrap) =>
        new(_calls, collection, Json.SageItem, Json.SagePageSageItem, wrap);

    private SageCollection<SageReference> Names(string collection) =>
        new(_calls, collection, Json.SageReference, Json.SagePageSageReference);
}
