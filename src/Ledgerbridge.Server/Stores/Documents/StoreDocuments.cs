using System.Text;
using System.Text.Json;
using Ledgerbridge.Kernel;
using Ledgerbridge.Server.Stores.Documents.Internal;

namespace Ledgerbridge.Server.Stores.Documents;

/// <summary>
/// Reads the documents a shop sends. Absent keys, whole numbers or decimals, binary noise, fields nobody told us of and hostile text are
/// normal; what carries the money or the identity has to be there. A problem names all of what is missing or wrong.
/// </summary>
internal static class StoreDocuments
{
    private const int DepthMax = 32;
    private const int NamedMax = 5;

    /// <summary>Reads an invoice.</summary>
    public static Result<StoreInvoice> ParseInvoice(ReadOnlySpan<byte> json) => Parse(json, "invoice", ParseInvoice);

    /// <summary>Reads an invoice.</summary>
    public static Result<StoreInvoice> ParseInvoice(JsonElement json) => Read(json, "invoice", InvoiceOf);

    /// <summary>Reads a credit memo.</summary>
    public static Result<StoreCreditMemo> ParseCreditMemo(ReadOnlySpan<byte> json) => Parse(json, "credit memo", ParseCreditMemo);

    /// <summary>Reads a credit memo.</summary>
    public static Result<StoreCreditMemo> ParseCreditMemo(JsonElement json) => Read(json, "credit memo", CreditMemoOf);

    /// <summary>Reads a payment.</summary>
    public static Result<StorePayment> ParsePayment(ReadOnlySpan<byte> json) => Parse(json, "payment", ParsePayment);

    /// <summary>Reads a payment.</summary>
    public static Result<StorePayment> ParsePayment(JsonElement json) => Read(json, "payment", PaymentOf);

    /// <summary>Reads a customer.</summary>
    public static Result<StoreCustomer> ParseCustomer(ReadOnlySpan<byte> json) => Parse(json, "customer", ParseCustomer);

    /// <summary>Reads a customer fetched by itself, which always has an id.</summary>
    public static Result<StoreCustomer> ParseCustomer(JsonElement json) =>
        Read(
            json,
            "customer",
            static fields =>
            {
                _ = fields.NeededId("magento_id");
                return CustomerOf(fields);
            }
        );

    /// <summary>Reads a product.</summary>
    public static Result<StoreProduct> ParseProduct(ReadOnlySpan<byte> json) => Parse(json, "product", ParseProduct);

    /// <summary>Reads a product.</summary>
    public static Result<StoreProduct> ParseProduct(JsonElement json) => Read(json, "product", ProductOf);

    private static Result<T> Parse<T>(ReadOnlySpan<byte> json, string what, Func<JsonElement, Result<T>> parse)
    {
        try
        {
            // Decoded by hand, so that a broken character costs the character and not the document.
            var text = Encoding.UTF8.GetString(json).TrimStart('\uFEFF');
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = DepthMax });
            return parse(document.RootElement);
        }
        catch (JsonException)
        {
            return NotReadable(what);
        }
    }

    private static Result<T> Read<T>(JsonElement json, string what, Func<DocumentFields, T> read)
    {
        if (json.ValueKind != JsonValueKind.Object)
            return NotReadable(what);
        var errors = new List<FieldError>();
        var document = read(new DocumentFields(json, "", errors));
        if (errors.Count == 0)
            return document;
        var named = string.Join("; ", errors.Take(NamedMax).Select(static error => error.Message));
        var more = errors.Count > NamedMax ? $"; and {errors.Count - NamedMax} more" : "";
        return new Problem(ProblemCode.Invalid, $"The shop's {what} cannot be read: {named}{more}.") { Errors = errors };
    }

    private static Problem NotReadable(string what) =>
        new(ProblemCode.Invalid, $"The shop did not answer with a {what}: what came cannot be read as one.");

    private static StoreInvoice InvoiceOf(DocumentFields fields)
    {
        var id = fields.NeededId("magento_id");
        if (!fields.Has("lines"))
            fields.Missing("lines");
        return new StoreInvoice
        {
            Id = id,
            Number = fields.Text("increment_id") is { Length: > 0 } number ? number : $"{id}",
            OrderId = fields.WholeOrNull("order_id") ?? 0,
            OrderNumber = fields.Text("order_increment_id"),
            WebsiteId = fields.Small("website_id"),
            StoreViewId = fields.Small("store_id"),
            CurrencyCode = CurrencyOf(fields),
            State = fields.Text("state") switch
            {
                "paid" => StoreInvoiceState.Paid,
                "cancelled" or "canceled" => StoreInvoiceState.Cancelled,
                _ => StoreInvoiceState.Open,
            },
            Customer = fields.Part("customer") is { } customer ? CustomerOf(customer) : new StoreCustomer(),
            Lines = LinesOf(fields),
            Shipping = fields.Amount("shipping_amount"),
            ShippingTax = fields.Amount("shipping_tax_amount"),
            Discount = Math.Abs(fields.Amount("discount_amount")),
            GrandTotal = fields.NeededAmount("grand_total"),
            CreatedAt = fields.NeededTime("created_at"),
            PaymentMethod = fields.Text("payment_method"),
            BillingAddress = AddressOf(fields.Part("billing_address"), StoreAddressKind.Billing),
            ShippingAddress = AddressOf(fields.Part("shipping_address"), StoreAddressKind.Shipping),
            PurchaseOrder = fields.Text("po_number"),
            BaseToOrderRate = RateOf(fields),
        };
    }

    private static StoreCreditMemo CreditMemoOf(DocumentFields fields)
    {
        var id = fields.NeededId("magento_id");
        return new StoreCreditMemo
        {
            Id = id,
            Number = fields.Text("increment_id") is { Length: > 0 } number ? number : $"{id}",
            InvoiceId = fields.WholeOrNull("invoice_id") is > 0 and { } invoice ? invoice : null,
            InvoiceNumber = fields.Text("invoice_increment_id"),
            WebsiteId = fields.Small("website_id"),
            CurrencyCode = CurrencyOf(fields),
            Customer = fields.Part("customer") is { } customer ? CustomerOf(customer) : new StoreCustomer(),
            Lines = LinesOf(fields),
            AdjustmentPositive = Math.Abs(fields.Amount("adjustment_positive")),
            AdjustmentNegative = Math.Abs(fields.Amount("adjustment_negative")),
            GrandTotal = fields.NeededAmount("grand_total"),
            Shipping = fields.Amount("shipping_amount"),
            ShippingTax = fields.Amount("shipping_tax_amount"),
            Reason = fields.TextWithoutMarkup("reason"),
            CreatedAt = fields.NeededTime("created_at"),
            InvoiceCreatedAt = fields.TimeOrNull("invoice_created_at"),
            BaseToOrderRate = RateOf(fields),
        };
    }

    private static StorePayment PaymentOf(DocumentFields fields) =>
        new()
        {
            InvoiceId = fields.WholeOrNull("invoice_id") is > 0 and { } invoice ? invoice : fields.NeededId("magento_id"),
            InvoiceNumber = fields.Text("invoice_increment_id"),
            Method = fields.Text("method"),
            CurrencyCode = CurrencyOf(fields),
            Amount = fields.NeededAmount("amount"),
            CapturedAt = fields.NeededTime("captured_at"),
            TransactionId = fields.Text("gateway_txn_id"),
        };

    private static StoreProduct ProductOf(DocumentFields fields) =>
        new()
        {
            Id = fields.NeededId("magento_id"),
            Sku = fields.NeededText("sku"),
            Name = fields.Text("name"),
            Type = fields.NeededText("product_type").ToLowerInvariant(),
            Price = fields.AmountOrNull("price"),
            Cost = fields.AmountOrNull("cost"),
            StockQuantity = fields.AmountOrNull("stock_qty"),
            ManagesStock = fields.Flag("manage_stock"),
            WebsiteIds = fields.Numbers("website_ids"),
        };

    private static StoreCustomer CustomerOf(DocumentFields fields) =>
        new()
        {
            Id = Math.Max(0, fields.WholeOrNull("magento_id") ?? 0),
            Email = fields.Text("email"),
            FirstName = fields.Text("first_name"),
            LastName = fields.Text("last_name"),
            Company = fields.Text("company"),
            Phone = fields.Text("phone"),
            WebsiteId = fields.Small("website_id"),
            GroupId = fields.SmallOrNull("group_id"),
            Addresses =
            [
                .. fields
                    .Parts("addresses")
                    .Select(static address =>
                        AddressOf(address, address.Text("kind") == "shipping" ? StoreAddressKind.Shipping : StoreAddressKind.Billing)!
                    ),
            ],
        };

    private static StoreAddress? AddressOf(DocumentFields? fields, StoreAddressKind kind)
    {
        if (fields is null)
            return null;
        var country = fields.Text("country_id").ToUpperInvariant();
        return new StoreAddress
        {
            Kind = kind,
            Street = fields.Texts("street"),
            City = fields.Text("city"),
            Region = fields.Text("region"),
            Postcode = fields.Text("postcode"),
            CountryCode = country.Length == 2 && country.All(char.IsAsciiLetterUpper) ? country : "",
            Telephone = fields.Text("telephone"),
        };
    }

    private static IReadOnlyList<StoreLine> LinesOf(DocumentFields fields) =>
        [
            .. fields
                .Parts("lines")
                .Select(static line => new StoreLine
                {
                    Sku = line.Text("sku"),
                    Name = line.Text("name"),
                    Quantity = line.AmountOrNull("qty") ?? 1m,
                    UnitPrice = line.Amount("unit_price"),
                    Subtotal = line.NeededAmount("line_subtotal"),
                    Tax = line.NeededAmount("line_tax"),
                    Total = line.NeededAmount("line_total"),
                    ProductType = line.Text("product_type") is { Length: > 0 } type ? type.ToLowerInvariant() : null,
                }),
        ];

    private static string CurrencyOf(DocumentFields fields)
    {
        var code = fields.NeededText("currency").ToUpperInvariant();
        if (code.Length > 0 && !Currency.TryParse(code, out _))
            fields.Wrong("currency", $"is no currency ('{StoreText.Cut(code, 10)}')");
        return code;
    }

    private static decimal? RateOf(DocumentFields fields) => fields.RateOrNull("base_to_order_rate") is > 0m and { } rate ? rate : null;
}
