using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Stores.Documents;
using Ledgerbridge.Server.Stores.Policies;

namespace Ledgerbridge.Server.Posting.Plans.Internal;

/// <summary>Plans of invoices.</summary>
internal static class InvoicePlans
{
    /// <summary>The plan of an invoice by itself.</summary>
    public static Plan Plan(StoreInvoice invoice, PlanFacts facts)
    {
        var notes = new Notes();
        var end = TrySteps(invoice, facts, paymentIsHere: false, notes, out var steps);
        return end ?? new Plan.Planned(steps, notes.Decisions);
    }

    /// <summary>
    /// The steps of an invoice: its contact and itself. Answers the plan's end instead when it does not go into the books.
    /// </summary>
    public static Plan? TrySteps(StoreInvoice invoice, PlanFacts facts, bool paymentIsHere, Notes notes, out IReadOnlyList<PlanStep> steps)
    {
        steps = [];
        if (Gate.Invoice(invoice, facts, paymentIsHere, notes) is { } stopped)
            return stopped;
        if (
            !Exchange.TryTerms(
                invoice.CurrencyCode,
                invoice.WebsiteId,
                invoice.BaseToOrderRate,
                facts,
                notes,
                out var exchange,
                out var noRate
            )
        )
            return noRate;
        var issuedOn = MerchantDays.DayOf(invoice.CreatedAt, facts.Policy.Sync.TimeZone);
        var addresses = DocumentAddresses.Of(invoice.BillingAddress, invoice.ShippingAddress, invoice.Customer);
        var input = new SalesInput
        {
            What = "invoice",
            Rows = invoice.Lines,
            Shipping = invoice.Shipping,
            ShippingTax = invoice.ShippingTax,
            Discount = invoice.Discount,
            GrandTotal = invoice.GrandTotal,
            Exchange = exchange,
            Addresses = addresses,
            TaxedOn = issuedOn,
            Facts = facts,
            Notes = notes,
        };
        if (!SalesBuilder.TryBuild(input, out var money, out var noMoney))
            return noMoney;
        var contact = ContactStep(invoice, input, money, out var shared);
        steps = [contact, new PlanStep.CreateInvoice(Document(invoice, input, money, issuedOn, shared), money.Expected)];
        return null;
    }

    private static PlanStep ContactStep(StoreInvoice invoice, SalesInput input, SalesMoney money, out bool shared)
    {
        var facts = input.Facts;
        var own = Key(invoice, input.Exchange.Currency, facts.StoreKey);
        shared = ContactPlanning.Shares(invoice, own, money.Expected.BaseGross, input.Abroad, facts, input.Notes);
        if (shared)
        {
            var sharedKey = new ContactKey(ContactReferences.Shared, input.Exchange.Currency);
            return ContactPlanning.Ensure(sharedKey, ContactPlanning.SharedDetails(sharedKey.Currency, facts), facts, input.Notes);
        }
        var details = ContactPlanning.DetailsOf(invoice.Customer, input.Addresses, input.Exchange.Currency, facts);
        var named = details.Name.Length > 0 ? details : details with { Name = $"Web shop customer {NumberOf(invoice)}" };
        return ContactPlanning.Ensure(own, named, facts, input.Notes);
    }

    /// <summary>Whose contact an invoice goes to unless it is shared.</summary>
    public static ContactKey Key(StoreInvoice invoice, Currency currency, string storeKey) =>
        new(
            ContactReferences.CustomerOf(
                invoice.Customer,
                invoice.BillingAddress ?? invoice.Customer.Address(StoreAddressKind.Billing),
                storeKey,
                NumberOf(invoice)
            ),
            currency
        );

    private static string NumberOf(StoreInvoice invoice) => invoice.OrderNumber.Length > 0 ? invoice.OrderNumber : invoice.Number;

    private static NewBooksInvoice Document(StoreInvoice invoice, SalesInput input, SalesMoney money, DateOnly issuedOn, bool shared)
    {
        var policy = input.Facts.Policy;
        var notes = new List<string>();
        if (invoice.PurchaseOrder.Length > 0)
            notes.Add($"Purchase order: {invoice.PurchaseOrder}");
        if (invoice.OrderNumber.Length > 0)
            notes.Add($"Web shop order {invoice.OrderNumber}");
        if (shared)
            notes.Add($"Buyer: {string.Join(", ", Buyer(invoice.Customer))}");
        var reference = DocumentTexts.ReferenceOf(invoice.Number, policy.Commercial.InvoicePrefix, notes);
        notes.AddRange(input.Addresses.Uncut);
        notes.AddRange(money.FullTexts);
        return new NewBooksInvoice(
            StepIds.Contact,
            issuedOn,
            issuedOn.AddDays(DaysToPay(invoice, input.Facts)),
            reference,
            DocumentTexts.NotesOf(notes),
            AsDraft: false,
            input.Exchange.Currency,
            money.Lines
        )
        {
            Terms = new TradeTerms
            {
                BillingAddress = input.Addresses.Billing,
                DeliveryAddress = input.Addresses.Delivery,
                Carriage = money.Carriage,
                ExchangeRate = input.Exchange.Rate,
            },
        };
    }

    /// <summary>What was paid on the spot is due on the spot; Magento says paid of a cheque too, and that is still on its way.</summary>
    private static int DaysToPay(StoreInvoice invoice, PlanFacts facts) =>
        invoice.State == StoreInvoiceState.Paid && facts.Policy.Payments.RuleFor(invoice.PaymentMethod).Outcome == PaymentOutcome.Bank
            ? 0
            : facts.Policy.Commercial.CreditDays ?? facts.Books.CustomerCreditDays ?? 0;

    private static IEnumerable<string> Buyer(StoreCustomer customer) =>
        new[] { customer.PersonName, customer.Email, customer.Phone }.Where(static part => part.Length > 0).DefaultIfEmpty("not named");
}
