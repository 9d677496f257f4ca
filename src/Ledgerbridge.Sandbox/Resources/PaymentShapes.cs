namespace Ledgerbridge.Sandbox.Resources;

/// <summary>Payments, what is left of them on account, and allocations, as data.</summary>
internal static class PaymentShapes
{
    /// <summary>A document touched by a payment or an allocation, as it is sent.</summary>
    public static readonly FieldTable Part = new(
        Field.Link("artefact_id", "sales_invoices").Needed(),
        Field.Amount("amount").Needed(),
        Field.Amount("discount")
    );

    public static readonly ResourceType Payments = new()
    {
        Number = 22,
        Collection = "contact_payments",
        Singular = "contact_payment",
        Area = Area.Bank,
        Sorts = ["created_at", "updated_at", "date"],
        Shape = Shape.Of(
            "id displayed_as $path created_at updated_at links=[] transaction transaction_type deleted_at payment_method contact "
                + "bank_account date net_amount=0.0 tax_amount=0.0 total_amount=0.0 currency exchange_rate=1.0 "
                + "base_currency_net_amount=0.0 base_currency_tax_amount=0.0 base_currency_total_amount=0.0 "
                + "base_currency_currency_charge=0.0 reference allocated_artefacts=[] tax_rate payment_on_account editable=true"
        ),
        Fields = new FieldTable(
            Field.Link("transaction_type_id", "transaction_types").Needed(),
            Field.Link("contact_id", "contacts").Needed(),
            Field.Link("bank_account_id", "bank_accounts").Needed(),
            Field.Date("date").Needed(),
            Field.Amount("total_amount").Needed(),
            Field.Link("payment_method_id", "payment_methods"),
            Field.Link("currency_id", "currencies"),
            Field.Amount("exchange_rate"),
            Field.Text("reference", 25),
            Field.Own("allocated_artefacts", Part)
        ),
        Filters = [Filter.Contact, Filter.Parent("bank_account_id"), Filter.TransactionType, Filter.FromDate, Filter.ToDate],
    };

    public static readonly ResourceType Allocations = new()
    {
        Number = 23,
        Collection = "contact_allocations",
        Singular = "contact_allocation",
        Area = Area.Bank,
        Sorts = ["created_at", "updated_at", "date"],
        Shape = Shape.Of(
            "id displayed_as $path created_at updated_at links=[] transaction transaction_type deleted_at date contact "
                + "allocated_artefacts=[]"
        ),
        Fields = new FieldTable(
            Field.Link("transaction_type_id", "transaction_types").Needed(),
            Field.Link("contact_id", "contacts").Needed(),
            Field.Date("date"),
            Field.Own("allocated_artefacts", Part).Needed()
        ),
        Filters = [Filter.Contact, Filter.TransactionType],
    };

    /// <summary>
    /// What is left of a payment on the contact's account. It has an id, by which allocations and refunds name it, but no collection: it is
    /// shown inside its payment.
    /// </summary>
    public static readonly ResourceType OnAccount = new()
    {
        Number = 24,
        Collection = "payments_on_account",
        Singular = "payment_on_account",
        Area = Area.Bank,
        Idempotent = false,
        Since = Since.None,
        Shape = Shape.Of(
            "id displayed_as $path created_at updated_at contact_name contact_reference contact date reference net_amount=0.0 "
                + "tax_amount=0.0 total_amount=0.0 outstanding_amount=0.0 currency exchange_rate=1.0 base_currency_net_amount=0.0 "
                + "base_currency_tax_amount=0.0 base_currency_total_amount=0.0 base_currency_outstanding_amount=0.0 status"
        ),
        Fields = new FieldTable(),
    };
}
