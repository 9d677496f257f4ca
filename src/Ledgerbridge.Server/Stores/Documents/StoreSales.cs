namespace Ledgerbridge.Server.Stores.Documents;

/// <summary>A row of an invoice or credit memo. Amounts are in the document's currency, rounded to four places.</summary>
internal sealed record StoreLine
{
    /// <summary>The article number; the same one may occur twice.</summary>
    public string Sku { get; init; } = "";

    /// <summary>What was sold.</summary>
    public string Name { get; init; } = "";

    /// <summary>How many; may be fractional.</summary>
    public decimal Quantity { get; init; } = 1m;

    /// <summary>The price of one without tax, rounded by the shop: times the quantity it need not give <see cref="Subtotal"/>.</summary>
    public decimal UnitPrice { get; init; }

    /// <summary>The row's value without tax, before discount.</summary>
    public required decimal Subtotal { get; init; }

    /// <summary>The row's tax, usually after discount.</summary>
    public required decimal Tax { get; init; }

    /// <summary>Subtotal plus tax less discount: the only trace of the row's discount.</summary>
    public required decimal Total { get; init; }

    /// <summary>The shop's word for the kind of product; null as a rule, because documents do not carry it.</summary>
    public string? ProductType { get; init; }

    /// <summary>
    /// True when the row carries no money: the child of a configurable or fixed bundle, the parent of a dynamic bundle, or a free item.
    /// Dropping it never changes the totals.
    /// </summary>
    public bool IsWithoutMoney => Subtotal == 0m && Tax == 0m && Total == 0m;
}

/// <summary>Where an invoice stands in the shop.</summary>
internal enum StoreInvoiceState
{
    /// <summary>Owed. Words the shop may invent read as this.</summary>
    Open = 1,

    /// <summary>Paid; for offline methods the shop says so although no money has come.</summary>
    Paid,

    /// <summary>Cancelled.</summary>
    Cancelled,
}

/// <summary>An invoice as a shop sends it.</summary>
internal sealed record StoreInvoice
{
    /// <summary>The shop's id, above zero: the invoice's identity.</summary>
    public required long Id { get; init; }

    /// <summary>The number people read; unique only within a store view.</summary>
    public required string Number { get; init; }

    /// <summary>The order's id; 0 when not said.</summary>
    public long OrderId { get; init; }

    /// <summary>The order's number; may be empty.</summary>
    public string OrderNumber { get; init; } = "";

    /// <summary>The website.</summary>
    public int WebsiteId { get; init; }

    /// <summary>The store view.</summary>
    public int StoreViewId { get; init; }

    /// <summary>The currency code of all amounts, in capitals.</summary>
    public required string CurrencyCode { get; init; }

    /// <summary>Where it stands.</summary>
    public StoreInvoiceState State { get; init; } = StoreInvoiceState.Open;

    /// <summary>Who bought.</summary>
    public StoreCustomer Customer { get; init; } = new();

    /// <summary>The rows.</summary>
    public required IReadOnlyList<StoreLine> Lines { get; init; }

    /// <summary>Delivery without tax, before its discount.</summary>
    public decimal Shipping { get; init; }

    /// <summary>The tax on delivery.</summary>
    public decimal ShippingTax { get; init; }

    /// <summary>All discount, goods and delivery together, zero or more (the wire has it negative).</summary>
    public decimal Discount { get; init; }

    /// <summary>What the customer owes.</summary>
    public required decimal GrandTotal { get; init; }

    /// <summary>When it was raised, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The code of the way of paying; empty when not said.</summary>
    public string PaymentMethod { get; init; } = "";

    /// <summary>Where the bill goes; null when the order has none.</summary>
    public StoreAddress? BillingAddress { get; init; }

    /// <summary>Where the goods go; null for downloads.</summary>
    public StoreAddress? ShippingAddress { get; init; }

    /// <summary>The buyer's order number; empty when none.</summary>
    public string PurchaseOrder { get; init; } = "";

    /// <summary>Order amount for one unit of the website's base currency, four decimals; null for very old rows.</summary>
    public decimal? BaseToOrderRate { get; init; }
}

/// <summary>A credit memo as a shop sends it; amounts are what is given back.</summary>
internal sealed record StoreCreditMemo
{
    /// <summary>The shop's id, above zero.</summary>
    public required long Id { get; init; }

    /// <summary>The number people read.</summary>
    public required string Number { get; init; }

    /// <summary>The invoice it credits; null for a refund made from the order, which cannot be tied to one.</summary>
    public long? InvoiceId { get; init; }

    /// <summary>The number of the invoice it credits; empty when it names none.</summary>
    public string InvoiceNumber { get; init; } = "";

    /// <summary>The website.</summary>
    public int WebsiteId { get; init; }

    /// <summary>The currency code of all amounts, in capitals.</summary>
    public required string CurrencyCode { get; init; }

    /// <summary>Who bought; may be without any address.</summary>
    public StoreCustomer Customer { get; init; } = new();

    /// <summary>The rows; none for a refund of delivery or an adjustment only.</summary>
    public IReadOnlyList<StoreLine> Lines { get; init; } = [];

    /// <summary>Given back on top, zero or more.</summary>
    public decimal AdjustmentPositive { get; init; }

    /// <summary>Kept as a fee, zero or more.</summary>
    public decimal AdjustmentNegative { get; init; }

    /// <summary>What the customer gets back.</summary>
    public required decimal GrandTotal { get; init; }

    /// <summary>Delivery given back, without tax and before its discount.</summary>
    public decimal Shipping { get; init; }

    /// <summary>The tax on it.</summary>
    public decimal ShippingTax { get; init; }

    /// <summary>Why, without markup; empty when nobody wrote anything.</summary>
    public string Reason { get; init; } = "";

    /// <summary>When it was raised, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its invoice was raised; null when it names none.</summary>
    public DateTimeOffset? InvoiceCreatedAt { get; init; }

    /// <summary>Order amount for one unit of the website's base currency; null when not said.</summary>
    public decimal? BaseToOrderRate { get; init; }
}

/// <summary>A payment as a shop sends it. What the gateway said about it is not kept: it has no names and may be sensitive.</summary>
internal sealed record StorePayment
{
    /// <summary>The invoice it pays; the payment has no id of its own.</summary>
    public required long InvoiceId { get; init; }

    /// <summary>That invoice's number.</summary>
    public string InvoiceNumber { get; init; } = "";

    /// <summary>The code of the way of paying; empty when not said.</summary>
    public string Method { get; init; } = "";

    /// <summary>The currency code, in capitals.</summary>
    public required string CurrencyCode { get; init; }

    /// <summary>How much: the invoice's grand total.</summary>
    public required decimal Amount { get; init; }

    /// <summary>When, as the shop says: the moment the invoice was raised.</summary>
    public required DateTimeOffset CapturedAt { get; init; }

    /// <summary>The gateway's number; empty when none.</summary>
    public string TransactionId { get; init; } = "";
}

/// <summary>
/// A product as a shop sends it. Prices are in the website's base currency; the shop does not say whether they include tax.
/// </summary>
internal sealed record StoreProduct
{
    /// <summary>The shop's id, above zero.</summary>
    public required long Id { get; init; }

    /// <summary>The article number.</summary>
    public required string Sku { get; init; }

    /// <summary>What it is.</summary>
    public string Name { get; init; } = "";

    /// <summary>The shop's word, such as <c>simple</c> or <c>bundle</c>, in small letters.</summary>
    public required string Type { get; init; }

    /// <summary>The price; null when it has none.</summary>
    public decimal? Price { get; init; }

    /// <summary>What it costs the shop; null when unknown.</summary>
    public decimal? Cost { get; init; }

    /// <summary>How many are there; may be negative or fractional; null when the shop cannot say.</summary>
    public decimal? StockQuantity { get; init; }

    /// <summary>True when the shop counts them.</summary>
    public bool ManagesStock { get; init; }

    /// <summary>The websites that sell it; may be none.</summary>
    public IReadOnlyList<int> WebsiteIds { get; init; } = [];
}
