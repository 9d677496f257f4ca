namespace Ledgerbridge.Server.Stores.Policies;

/// <summary>What happens to an invoice that is not paid yet.</summary>
internal enum UnpaidInvoices
{
    /// <summary>It is posted and stands as owed.</summary>
    Post = 1,

    /// <summary>It is left out until it is paid, and posted together with its payment then.</summary>
    Skip,
}

/// <summary>What becomes of the money that came in by a way of paying.</summary>
internal enum PaymentOutcome
{
    /// <summary>The payment is posted to the bank account named.</summary>
    Bank = 1,

    /// <summary>The invoice stands as owed; somebody books the money when it arrives. Right for bank transfer and cheque.</summary>
    Unpaid,

    /// <summary>Documents paid this way are left out of the books altogether, because they are booked elsewhere.</summary>
    Skip,

    /// <summary>The payment fails and waits until somebody says where the money goes.</summary>
    Fail,
}

/// <summary>Which moment dates a payment.</summary>
internal enum PaymentDay
{
    /// <summary>When the shop told of it, which is when it was paid.</summary>
    Event = 1,

    /// <summary>What the shop calls captured, which is when the invoice was raised.</summary>
    Captured,
}

/// <summary>What is posted beside a credit note.</summary>
internal enum RefundMoney
{
    /// <summary>Nothing: the credit note stands until somebody books the money going out.</summary>
    CreditOnly = 1,

    /// <summary>The money goes back from the bank account that the invoice's payment was posted to.</summary>
    PayBack,
}

/// <summary>What decides between goods and services on a cross-border sale.</summary>
internal enum SupplySource
{
    /// <summary>The kind of each product, looked up by its SKU; goods where it is not known.</summary>
    ByProduct = 1,

    /// <summary>The shop sells goods.</summary>
    Goods,

    /// <summary>The shop sells services.</summary>
    Services,
}

/// <summary>What happens to a sale abroad on which the shop charged tax.</summary>
internal enum TaxedAbroad
{
    /// <summary>It is posted with the tax as charged; Sage may refuse it.</summary>
    Post = 1,

    /// <summary>It fails, so that somebody looks at the shop's tax settings.</summary>
    Fail,
}

/// <summary>What a contact is called.</summary>
internal enum ContactNaming
{
    /// <summary>Company, else person, else e-mail.</summary>
    CompanyFirst = 1,

    /// <summary>Person, else company, else e-mail.</summary>
    PersonFirst,

    /// <summary>E-mail, else company, else person.</summary>
    EmailFirst,
}

/// <summary>What a line says.</summary>
internal enum LineWording
{
    /// <summary>The name.</summary>
    Name = 1,

    /// <summary>The name, then the SKU in brackets.</summary>
    NameAndSku,

    /// <summary>The SKU, then the name.</summary>
    SkuAndName,
}

/// <summary>What happens to a part of the total that nothing in the document explains.</summary>
internal enum UnexplainedPart
{
    /// <summary>The document fails with the amount and the likely causes.</summary>
    Fail = 1,

    /// <summary>It is put on a line of its own, with the text and account set here.</summary>
    Line,
}

/// <summary>Where delivery goes on a document.</summary>
internal enum DeliveryPlace
{
    /// <summary>Sage's own field for carriage, as long as Sage comes to the shop's tax to the cent; else a line.</summary>
    Carriage = 1,

    /// <summary>Always a line, on the account set for delivery.</summary>
    Line,
}

/// <summary>What happens to a refund that the shop ties to no invoice, or whose invoice is older than the books here.</summary>
internal enum CreditWithoutInvoice
{
    /// <summary>It is posted on the customer's own contact and not set against anything.</summary>
    Post = 1,

    /// <summary>It is left out.</summary>
    Skip,

    /// <summary>It fails, so that somebody books it by hand.</summary>
    Fail,
}

/// <summary>What happens to documents in another currency than the books'.</summary>
internal enum OtherCurrencies
{
    /// <summary>They are posted in their own currency.</summary>
    Post = 1,

    /// <summary>They are left out.</summary>
    Skip,

    /// <summary>They fail.</summary>
    Fail,
}

/// <summary>Where exchange rates come from.</summary>
internal enum RateSource
{
    /// <summary>The shop's own rate on the document, which has four decimals.</summary>
    Store = 1,

    /// <summary>The table of this card.</summary>
    Table,
}
