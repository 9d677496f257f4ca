namespace Ledgerbridge.Server.Stores.Documents;

/// <summary>The events a store sends: a closed list. Each has a row in <c>docs/store-ledger/words.md</c>.</summary>
internal enum EventName
{
    /// <summary>An invoice was raised.</summary>
    InvoiceCreated = 1,

    /// <summary>An invoice became paid.</summary>
    InvoicePaid,

    /// <summary>A credit memo was saved.</summary>
    CreditMemoCreated,

    /// <summary>A customer was saved.</summary>
    CustomerUpserted,

    /// <summary>A product, or its stock, was saved.</summary>
    ProductUpserted,
}

/// <summary>The kinds of things a store's events are about.</summary>
internal enum StoreEntity
{
    /// <summary>An invoice; its payment is reported under it too.</summary>
    Invoice = 1,

    /// <summary>A credit memo.</summary>
    CreditMemo,

    /// <summary>A customer.</summary>
    Customer,

    /// <summary>A product.</summary>
    Product,
}

/// <summary>The words of the wire for events and things.</summary>
internal static class StoreWords
{
    private static readonly (EventName Event, string Text, StoreEntity Entity)[] Events =
    [
        (EventName.InvoiceCreated, "invoice.created", StoreEntity.Invoice),
        (EventName.InvoicePaid, "invoice.paid", StoreEntity.Invoice),
        (EventName.CreditMemoCreated, "creditmemo.created", StoreEntity.CreditMemo),
        (EventName.CustomerUpserted, "customer.upserted", StoreEntity.Customer),
        (EventName.ProductUpserted, "product.upserted", StoreEntity.Product),
    ];

    /// <summary>The event as the store writes it.</summary>
    public static string Text(this EventName name) => Events.First(row => row.Event == name).Text;

    /// <summary>What the event is about.</summary>
    public static StoreEntity Entity(this EventName name) => Events.First(row => row.Event == name).Entity;

    /// <summary>True for events that may come again with new content under the same key.</summary>
    public static bool IsUpsert(this EventName name) => name is EventName.CustomerUpserted or EventName.ProductUpserted;

    /// <summary>The kind of thing as the store writes it.</summary>
    public static string Text(this StoreEntity entity) =>
        entity switch
        {
            StoreEntity.Invoice => "invoice",
            StoreEntity.CreditMemo => "creditmemo",
            StoreEntity.Customer => "customer",
            _ => "product",
        };

    /// <summary>Reads an event's name exactly as the store writes it; false for any other text.</summary>
    public static bool TryParse(string? text, out EventName name)
    {
        name = Events.FirstOrDefault(row => row.Text == text).Event;
        return name != default;
    }
}
