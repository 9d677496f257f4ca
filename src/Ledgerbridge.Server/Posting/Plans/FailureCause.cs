namespace Ledgerbridge.Server.Posting.Plans;

/// <summary>The classes of failures: a closed list, each with a row in <c>docs/store-ledger/words.md</c>.</summary>
internal enum FailureClass
{
    /// <summary>Sage or the store no longer lets us in; a person has to connect again.</summary>
    Auth = 1,

    /// <summary>What was asked for is not there.</summary>
    NotFound,

    /// <summary>The document or the settings do not fit the books; a person has to change something.</summary>
    Validation,

    /// <summary>Sage's call allowance is used up; it is tried again by itself.</summary>
    RateLimited,

    /// <summary>Sage is down, or booked something else than planned.</summary>
    Provider,

    /// <summary>Nobody answered, or not in time; it is tried again by itself.</summary>
    Http,

    /// <summary>The store answered with something else than its document.</summary>
    Store,

    /// <summary>A fault of Ledgerbridge's own; its code is <c>internal</c>.</summary>
    OwnFault,
}

/// <summary>
/// What is in the way, finer than the class: "retry all with the same cause" goes by it. A closed list, each with a row in
/// <c>docs/store-ledger/words.md</c>.
/// </summary>
internal enum FailureCause
{
    /// <summary>The store's document lacks something or makes no sense.</summary>
    DocumentUnreadable = 1,

    /// <summary>The document's parts do not come to its total.</summary>
    SumUnexplained,

    /// <summary>The document's total is below nothing.</summary>
    TotalNegative,

    /// <summary>The shop charged a tax that no rate of the business comes near.</summary>
    TaxRateUnmapped,

    /// <summary>The shop charged tax, and the business is not registered for it.</summary>
    NotVatRegistered,

    /// <summary>The shop charged tax on a sale abroad, and the settings want somebody to look.</summary>
    TaxedAbroad,

    /// <summary>The settings name an account or rate that the business does not have.</summary>
    MappingMissing,

    /// <summary>Nobody has said where the money of this way of paying goes.</summary>
    PaymentMethodUnmapped,

    /// <summary>The settings do not accept the document's currency.</summary>
    CurrencyNotAccepted,

    /// <summary>The business's books cannot hold other currencies.</summary>
    CurrencyNotSupported,

    /// <summary>There is no exchange rate.</summary>
    ExchangeRateMissing,

    /// <summary>The shop says one for one between two currencies, which is hardly true.</summary>
    ExchangeRateDoubtful,

    /// <summary>The day lies in a closed period, or before the books begin.</summary>
    PeriodClosed,

    /// <summary>The shop ties the refund to no invoice, and the settings want somebody to look.</summary>
    CreditWithoutInvoice,

    /// <summary>The payment or credit memo is in another currency than its invoice.</summary>
    CurrencyDiffers,

    /// <summary>Sage read the request and refused it.</summary>
    SageRefused,

    /// <summary>Sage has no such thing any more.</summary>
    SageNotFound,

    /// <summary>Sage no longer accepts the connection.</summary>
    SageReconnect,

    /// <summary>Sage's call allowance is used up.</summary>
    SageBusy,

    /// <summary>Sage does not answer properly.</summary>
    SageUnavailable,

    /// <summary>What Sage booked differs from the plan.</summary>
    SageDiffers,

    /// <summary>The store has no such document.</summary>
    StoreNotFound,

    /// <summary>The store refuses the pairing.</summary>
    StoreRefused,

    /// <summary>The store does not answer, or is in maintenance.</summary>
    StoreUnavailable,

    /// <summary>Another document it needs did not come in time.</summary>
    WaitedTooLong,

    /// <summary>A fault of Ledgerbridge's own.</summary>
    Fault,
}

/// <summary>What belongs to a cause.</summary>
internal static class FailureCauses
{
    private const string Settings = "Change the store's settings, then retry.";

    /// <summary>The cause as stored, filtered by and sent to the store, such as <c>tax_rate_unmapped</c>.</summary>
    public static string Code(this FailureCause cause) => SnakeCase.Of(cause);

    /// <summary>The class as stored and filtered by.</summary>
    public static string Code(this FailureClass kind) => kind == FailureClass.OwnFault ? "internal" : SnakeCase.Of(kind);

    /// <summary>The cause's class.</summary>
    public static FailureClass Class(this FailureCause cause) => Row(cause).Class;

    /// <summary>What it means, for lists and filters.</summary>
    public static string Meaning(this FailureCause cause) => Row(cause).Meaning;

    /// <summary>Who can do what about it.</summary>
    public static string NextStep(this FailureCause cause) => Row(cause).NextStep;

    private static (FailureClass Class, string Meaning, string NextStep) Row(FailureCause cause) =>
        cause switch
        {
            FailureCause.DocumentUnreadable => (
                FailureClass.Store,
                "The store's document lacks something or makes no sense.",
                "Whoever looks after the shop can check the document there; retry once it is whole."
            ),
            FailureCause.SumUnexplained => (
                FailureClass.Validation,
                "The document's parts do not come to its total.",
                "Say in the store's settings which line such a difference goes to, then retry; or book the document by hand."
            ),
            FailureCause.TotalNegative => (
                FailureClass.Validation,
                "The document's total is below nothing.",
                "Book it by hand: Sage has no documents below nothing."
            ),
            FailureCause.TaxRateUnmapped => (
                FailureClass.Validation,
                "The shop charged a tax that no rate of the business comes near.",
                "Add the percentage to the tax-rate map of the store's settings, or correct the shop's tax rules; then retry."
            ),
            FailureCause.NotVatRegistered => (
                FailureClass.Validation,
                "The shop charged tax, and the business is not registered for it.",
                "Correct the shop's tax rules, or register the business for VAT in Sage; then retry."
            ),
            FailureCause.TaxedAbroad => (
                FailureClass.Validation,
                "The shop charged tax on a sale abroad.",
                "Correct the shop's tax rules, or let such sales be posted in the store's settings; then retry."
            ),
            FailureCause.MappingMissing => (
                FailureClass.Validation,
                "The store's settings name an account or rate that the business does not have.",
                Settings
            ),
            FailureCause.PaymentMethodUnmapped => (
                FailureClass.Validation,
                "Nobody has said where the money of this way of paying goes.",
                "Say in the payment-method map of the store's settings where the money goes, then retry."
            ),
            _ => MoneyRow(cause),
        };

    /// <summary>The causes around currencies, days and invoices.</summary>
    private static (FailureClass Class, string Meaning, string NextStep) MoneyRow(FailureCause cause) =>
        cause switch
        {
            FailureCause.CurrencyNotAccepted => (
                FailureClass.Validation,
                "The store's settings do not accept the document's currency.",
                Settings
            ),
            FailureCause.CurrencyNotSupported => (
                FailureClass.Validation,
                "The business's books cannot hold other currencies.",
                "Switch on other currencies in Sage, or leave them out in the store's settings; then retry."
            ),
            FailureCause.ExchangeRateMissing => (
                FailureClass.Validation,
                "There is no exchange rate for the document.",
                "Add a rate to the multi-currency card of the store's settings, then retry."
            ),
            FailureCause.ExchangeRateDoubtful => (
                FailureClass.Validation,
                "The shop says one for one between two currencies, which is hardly true.",
                "Name the website's base currency, add a rate, or say that the two are at par, in the multi-currency card; then retry."
            ),
            FailureCause.PeriodClosed => (
                FailureClass.Validation,
                "The day lies in a closed period, or before the books begin.",
                "Open the period in Sage and retry, or set a later first day in the store's settings."
            ),
            FailureCause.CreditWithoutInvoice => (
                FailureClass.Validation,
                "The shop ties the refund to no invoice in these books.",
                "Book it by hand, or let such refunds be posted in the store's settings and retry."
            ),
            FailureCause.CurrencyDiffers => (
                FailureClass.Validation,
                "It is in another currency than its invoice.",
                "Book it by hand: Sage sets nothing against a document in another currency."
            ),
            _ => LaterRow(cause),
        };

    /// <summary>The causes that no plan has: they come from carrying one out.</summary>
    private static (FailureClass Class, string Meaning, string NextStep) LaterRow(FailureCause cause) =>
        cause switch
        {
            FailureCause.SageRefused => (
                FailureClass.Validation,
                "Sage read the request and refused it.",
                "Read what Sage said, change it there or in the store's settings, then retry."
            ),
            FailureCause.SageNotFound => (
                FailureClass.NotFound,
                "Something the document needs is no longer in Sage.",
                "Look whether somebody deleted the contact, invoice or account in Sage; then retry."
            ),
            FailureCause.SageReconnect => (
                FailureClass.Auth,
                "Sage no longer accepts the connection.",
                "An owner connects Sage again; the work goes on by itself after that."
            ),
            FailureCause.SageBusy => (FailureClass.RateLimited, "Sage's call allowance is used up.", "It is tried again by itself."),
            FailureCause.SageUnavailable => (
                FailureClass.Provider,
                "Sage does not answer properly.",
                "It is tried again by itself; nothing is sent twice."
            ),
            FailureCause.SageDiffers => (
                FailureClass.Provider,
                "What Sage booked differs from the plan.",
                "Compare the two figures in Sage; undo the run if Sage's are wrong."
            ),
            FailureCause.StoreNotFound => (
                FailureClass.NotFound,
                "The store has no such document, or its store view was deleted.",
                "Look in the shop; retry if the document is there again."
            ),
            FailureCause.StoreRefused => (
                FailureClass.Auth,
                "The store refuses the pairing.",
                "Pair the store again; the work goes on by itself after that."
            ),
            FailureCause.StoreUnavailable => (
                FailureClass.Http,
                "The store does not answer, or is in maintenance.",
                "It is tried again by itself."
            ),
            FailureCause.WaitedTooLong => (
                FailureClass.Store,
                "Another document it needs did not come in time.",
                "Send that document again from the shop, or read it with a backfill; then retry."
            ),
            FailureCause.Fault => (
                FailureClass.OwnFault,
                "Ledgerbridge failed over it; nothing is lost.",
                "Whoever runs Ledgerbridge finds the details in its log under the run's id; retry after an update."
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(cause), cause, "Every cause has a row."),
        };
}
