using Ledgerbridge.Sage;
using Ledgerbridge.Server.Posting.Plans.Internal;
using Ledgerbridge.Server.Stores.Documents;
using Ledgerbridge.Server.Stores.Policies;

namespace Ledgerbridge.Server.Posting.Plans;

/// <summary>
/// Works out what a store's document means for the books. A function of the document and the facts: it asks nobody and changes nothing,
/// and explains itself in decisions. The rules are told in <c>docs/store-ledger/posting.md</c>.
/// </summary>
internal static class DocumentPlanner
{
    /// <summary>What an invoice becomes: perhaps a contact, then the invoice.</summary>
    public static Plan PlanInvoice(StoreInvoice invoice, PlanFacts facts) => InvoicePlans.Plan(invoice, facts);

    /// <summary>What the payment of an invoice becomes: the payment, set against the invoice in the same call.</summary>
    /// <param name="payment">The payment.</param>
    /// <param name="invoice">
    /// The invoice's document. With it, an invoice that was left out only because it was unpaid is posted before its payment.
    /// </param>
    /// <param name="facts">The facts.</param>
    public static Plan PlanPayment(StorePayment payment, StoreInvoice? invoice, PlanFacts facts) =>
        PaymentPlans.Plan(payment, invoice, facts);

    /// <summary>
    /// What a credit memo becomes: the credit note on the contact of its invoice, set against the invoice as far as it is open.
    /// </summary>
    public static Plan PlanCreditNote(StoreCreditMemo memo, PlanFacts facts) => CreditNotePlans.Plan(memo, facts);

    /// <summary>What a saved customer becomes: a new contact, or a change to each contact the customer has.</summary>
    public static Plan PlanCustomer(StoreCustomer customer, PlanFacts facts) => CustomerPlans.Plan(customer, facts);

    /// <summary>What a saved product becomes: a product, service or stock item, and a movement of stock.</summary>
    public static Plan PlanProduct(StoreProduct product, PlanFacts facts) => ItemPlans.Plan(product, facts);

    /// <summary>What has to be looked up for an invoice.</summary>
    public static PlanNeeds NeedsForInvoice(StoreInvoice invoice, StorePolicy policy, BooksReference books, string storeKey) =>
        Needs.ForInvoice(invoice, policy, books, storeKey);

    /// <summary>What has to be looked up for a payment; with the invoice's document when that may have to be posted first.</summary>
    public static PlanNeeds NeedsForPayment(
        StorePayment payment,
        StoreInvoice? invoice,
        StorePolicy policy,
        BooksReference books,
        string storeKey
    ) => Needs.ForPayment(payment, invoice, policy, books, storeKey);

    /// <summary>What has to be looked up for a credit memo.</summary>
    public static PlanNeeds NeedsForCreditNote(StoreCreditMemo memo, StorePolicy policy, BooksReference books, string storeKey) =>
        Needs.ForCreditNote(memo, policy, books, storeKey);

    /// <summary>What has to be looked up for a customer.</summary>
    public static PlanNeeds NeedsForCustomer(StoreCustomer customer, BooksReference books) => Needs.ForCustomer(customer, books);

    /// <summary>What has to be looked up for a product.</summary>
    public static PlanNeeds NeedsForProduct(StoreProduct product) => new() { ItemSkus = [product.Sku] };
}
