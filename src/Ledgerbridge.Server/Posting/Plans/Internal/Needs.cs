using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Stores.Documents;
using Ledgerbridge.Server.Stores.Policies;

namespace Ledgerbridge.Server.Posting.Plans.Internal;

/// <summary>What has to be looked up before a document can be planned.</summary>
internal static class Needs
{
    public static PlanNeeds ForInvoice(StoreInvoice invoice, StorePolicy policy, BooksReference books, string storeKey)
    {
        var currency = Currency.Parse(invoice.CurrencyCode);
        var own = InvoicePlans.Key(invoice, currency, storeKey);
        var skus = Skus(invoice.Lines);
        var addresses = DocumentAddresses.Of(invoice.BillingAddress, invoice.ShippingAddress, invoice.Customer);
        return new PlanNeeds
        {
            Contacts = policy.Consolidation.Enabled ? [own, new ContactKey(ContactReferences.Shared, currency)] : [own],
            InvoiceId = invoice.Id,
            ItemSkus = policy.Commercial.ItemsOnLines ? skus : [],
            ProductTypeSkus = policy.Mappings.ServicesAccountId.Length > 0 || Supplies.IsAsked(addresses, policy, books) ? skus : [],
        };
    }

    public static PlanNeeds ForPayment(
        StorePayment payment,
        StoreInvoice? invoice,
        StorePolicy policy,
        BooksReference books,
        string storeKey
    ) => (invoice is null ? new PlanNeeds() : ForInvoice(invoice, policy, books, storeKey)) with { InvoiceId = payment.InvoiceId };

    public static PlanNeeds ForCreditNote(StoreCreditMemo memo, StorePolicy policy, BooksReference books, string storeKey)
    {
        var skus = Skus(memo.Lines);
        var addresses = DocumentAddresses.Of(null, memo.Customer.Address(StoreAddressKind.Shipping), memo.Customer);
        return new PlanNeeds
        {
            Contacts = [CreditNotePlans.Key(memo, Currency.Parse(memo.CurrencyCode), storeKey)],
            InvoiceId = memo.InvoiceId,
            Outstanding = memo.InvoiceId is not null,
            ItemSkus = policy.Commercial.ItemsOnLines ? skus : [],
            ProductTypeSkus =
                policy.Mappings.ServicesAccountId.Length > 0 || Supplies.IsAsked(addresses, policy, books) || memo.InvoiceId is not null
                    ? skus
                    : [],
        };
    }

    public static PlanNeeds ForCustomer(StoreCustomer customer, BooksReference books) =>
        new() { AllContactsOf = $"customer:{customer.Id}", Contacts = [new ContactKey($"customer:{customer.Id}", books.Currency)] };

    private static IReadOnlyList<string> Skus(IEnumerable<StoreLine> lines) =>
        [
            .. lines
                .Where(static line => !line.IsWithoutMoney && line.Sku.Length > 0)
                .Select(static line => line.Sku)
                .Distinct(StringComparer.Ordinal),
        ];
}
