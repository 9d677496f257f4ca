namespace Ledgerbridge.Server.Posting.Plans;

/// <summary>Why something rightly stays out of the books: a closed list, each with a row in <c>docs/store-ledger/words.md</c>.</summary>
internal enum SkipReason
{
    /// <summary>The settings leave this kind of event out.</summary>
    SwitchedOff = 1,

    /// <summary>The document is older than the first day of the settings.</summary>
    BeforeStart,

    /// <summary>It belongs to a website the settings leave out.</summary>
    Website,

    /// <summary>It belongs to a store view the settings leave out.</summary>
    StoreView,

    /// <summary>The shop cancelled it.</summary>
    Cancelled,

    /// <summary>Its total is nothing.</summary>
    ZeroValue,

    /// <summary>It is not paid yet, and the settings wait for that.</summary>
    Unpaid,

    /// <summary>The settings leave documents with this way of paying out.</summary>
    PaymentMethod,

    /// <summary>The settings let the invoice stand as owed: the money is booked when it arrives.</summary>
    PaymentLeftOpen,

    /// <summary>The invoice is paid in the books already.</summary>
    AlreadyPaid,

    /// <summary>It is in the books already.</summary>
    AlreadyPosted,

    /// <summary>The settings leave other currencies out.</summary>
    Currency,

    /// <summary>The invoice it belongs to was left out too.</summary>
    InvoiceLeftOut,

    /// <summary>The shop ties the refund to no invoice, and the settings leave such refunds out.</summary>
    NoInvoice,

    /// <summary>A product of a kind the books have no word for, such as a bundle.</summary>
    ProductType,

    /// <summary>Nothing differs from what the books have.</summary>
    Unchanged,

    /// <summary>The customer has no name and no e-mail to make a contact from.</summary>
    Nameless,

    /// <summary>It was in the books, and a person took it back.</summary>
    Undone,
}

/// <summary>Text forms of skip reasons.</summary>
internal static class SkipReasons
{
    /// <summary>The reason as stored, filtered by and sent to the store, such as <c>zero_value</c>.</summary>
    public static string Code(this SkipReason reason) => SnakeCase.Of(reason);

    /// <summary>What it means, for lists and filters.</summary>
    public static string Meaning(this SkipReason reason) =>
        reason switch
        {
            SkipReason.SwitchedOff => "The store's settings leave this kind of event out.",
            SkipReason.BeforeStart => "The document is older than the first day set for this store.",
            SkipReason.Website => "It belongs to a website that the store's settings leave out.",
            SkipReason.StoreView => "It belongs to a store view that the store's settings leave out.",
            SkipReason.Cancelled => "The shop cancelled it.",
            SkipReason.ZeroValue => "Its total is nothing, so there is nothing to book.",
            SkipReason.Unpaid => "It is not paid yet; the store's settings post it once it is.",
            SkipReason.PaymentMethod => "The store's settings leave documents with this way of paying out.",
            SkipReason.PaymentLeftOpen => "The invoice stands as owed; the money is booked by hand when it arrives.",
            SkipReason.AlreadyPaid => "The invoice is paid in the books already.",
            SkipReason.AlreadyPosted => "It is in the books already.",
            SkipReason.Currency => "The store's settings leave other currencies out.",
            SkipReason.InvoiceLeftOut => "The invoice it belongs to was left out too.",
            SkipReason.NoInvoice => "The shop ties the refund to no invoice, and the store's settings leave such refunds out.",
            SkipReason.ProductType => "The books have no word for this kind of product; its parts are what is sold.",
            SkipReason.Unchanged => "Nothing differs from what the books have.",
            SkipReason.Undone => "It was in the books, and somebody took it back.",
            SkipReason.Nameless => "The customer has neither a name nor an e-mail to make a contact from.",
            _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Every reason has a meaning."),
        };
}
