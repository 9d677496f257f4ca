using System.Globalization;
using System.Text.Json.Nodes;

namespace Ledgerbridge.IntegrationTests.World;

/// <summary>Somebody who buys.</summary>
internal sealed record Shopper(long Id, string First, string Last, string Email, string Phone, string Country, string Company);

/// <summary>The documents of the wire, written from the contract and from nothing else.</summary>
internal static class ShopPaper
{
    /// <summary>An invoice.</summary>
    public static JsonObject Invoice(SoldInvoice sold, Sale sale, Shopper buyer, decimal rate, string createdAt)
    {
        var invoice = new JsonObject
        {
            ["magento_id"] = sold.Id,
            ["increment_id"] = sold.Number,
            ["order_id"] = sold.Id,
            ["order_increment_id"] = $"O{sold.Number}",
            ["website_id"] = sold.Website,
            ["store_id"] = sold.Website,
            ["currency"] = sold.Currency,
            ["state"] = sold.State,
            ["customer"] = Customer(buyer, createdAt),
            ["lines"] = Lines(sale.Rows),
            ["subtotal"] = Number(sale.Rows.Sum(static row => row.Subtotal)),
            ["tax_amount"] = Number(sale.Tax),
            ["shipping_amount"] = Number(sale.Delivery.Subtotal),
            ["shipping_tax_amount"] = Number(sale.Delivery.Tax),
            ["discount_amount"] = Number(-sale.Discount),
            ["grand_total"] = Number(sale.Gross),
            ["created_at"] = createdAt,
            ["payment_method"] = sold.Method,
            ["billing_address"] = Address("billing", buyer),
            ["shipping_address"] = Address("shipping", buyer),
            ["base_to_order_rate"] = Number(rate),
        };
        if (sold.Id % 11 == 0)
            invoice["po_number"] = $"PO-{sold.Id}";
        return invoice;
    }

    /// <summary>The payment of an invoice.</summary>
    public static JsonObject Payment(JsonObject invoice) =>
        new()
        {
            ["magento_id"] = invoice["magento_id"]!.DeepClone(),
            ["invoice_id"] = invoice["magento_id"]!.DeepClone(),
            ["invoice_increment_id"] = invoice["increment_id"]!.DeepClone(),
            ["method"] = invoice["payment_method"]!.DeepClone(),
            ["currency"] = invoice["currency"]!.DeepClone(),
            ["amount"] = invoice["grand_total"]!.DeepClone(),
            ["captured_at"] = invoice["created_at"]!.DeepClone(),
            ["gateway_txn_id"] = $"tx_{invoice["increment_id"]}",
            ["gateway_metadata"] = new JsonArray("Card", true, null),
        };

    /// <summary>A credit memo.</summary>
    public static JsonObject CreditMemo(SoldRefund refund, JsonObject invoice, Sale part, decimal up, decimal down, string createdAt)
    {
        var memo = new JsonObject
        {
            ["magento_id"] = refund.Id,
            ["increment_id"] = refund.Number,
            ["website_id"] = invoice["website_id"]!.DeepClone(),
            ["currency"] = invoice["currency"]!.DeepClone(),
            ["customer"] = invoice["customer"]!.DeepClone(),
            ["lines"] = Lines(part.Rows),
            ["adjustment_positive"] = Number(up),
            ["adjustment_negative"] = Number(down),
            ["grand_total"] = Number(refund.Gross),
            ["shipping_amount"] = Number(part.Delivery.Subtotal),
            ["shipping_tax_amount"] = Number(part.Delivery.Tax),
            ["reason"] = "Returned &amp; <b>checked</b>",
            ["created_at"] = createdAt,
            ["base_to_order_rate"] = invoice["base_to_order_rate"]!.DeepClone(),
        };
        if (refund.Invoice is not null)
        {
            memo["invoice_id"] = invoice["magento_id"]!.DeepClone();
            memo["invoice_increment_id"] = invoice["increment_id"]!.DeepClone();
            memo["invoice_created_at"] = invoice["created_at"]!.DeepClone();
        }
        return memo;
    }

    /// <summary>A customer, or a guest as an invoice has one.</summary>
    public static JsonObject Customer(Shopper who, string at)
    {
        var contact = new JsonObject
        {
            ["magento_id"] = who.Id,
            ["email"] = who.Email,
            ["first_name"] = who.First,
            ["last_name"] = who.Last,
            ["phone"] = who.Phone,
            ["website_id"] = who.Id == 0 ? 0 : 1,
            ["addresses"] = new JsonArray(Address("billing", who), Address("shipping", who)),
            ["created_at"] = at,
            ["updated_at"] = at,
        };
        if (who.Id > 0)
            contact["group_id"] = 1;
        else if (who.Company.Length > 0)
            contact["company"] = who.Company;
        return contact;
    }

    /// <summary>A product.</summary>
    public static JsonObject Product(SoldProduct product, string at)
    {
        var paper = new JsonObject
        {
            ["magento_id"] = product.Id,
            ["sku"] = product.Sku,
            ["name"] = product.Name,
            ["product_type"] = product.Type,
            ["price"] = Number(product.Price),
            ["manage_stock"] = product.Stock is not null,
            ["website_ids"] = new JsonArray(1, 2),
            ["updated_at"] = at,
        };
        if (product.Stock is { } stock)
            paper["stock_qty"] = Number(stock);
        if (product.Id % 3 == 0)
            paper["cost"] = Number(product.Price / 2m);
        return paper;
    }

    /// <summary>A moment as the wire writes it.</summary>
    public static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>A number without zeros at its end.</summary>
    private static JsonValue Number(decimal value) =>
        JsonValue.Create(decimal.Round(value, 4, MidpointRounding.AwayFromZero) / 1.0000000000000000000000000000m);

    private static JsonArray Lines(IEnumerable<SaleRow> rows) => new([.. rows.Select(static row => (JsonNode)Line(row))]);

    private static JsonObject Line(SaleRow row)
    {
        var line = new JsonObject
        {
            ["sku"] = row.Sku,
            ["name"] = row.Name,
            ["qty"] = Number(row.Quantity),
            ["unit_price"] = Number(row.UnitPrice),
            ["line_subtotal"] = Number(row.Subtotal),
            ["line_tax"] = Number(row.Tax),
            ["line_total"] = Number(row.Total),
        };
        if (row is { Subtotal: > 0m, Tax: > 0m })
            line["tax_rate"] = Number(row.Tax / row.Subtotal);
        return line;
    }

    private static JsonObject Address(string kind, Shopper who) =>
        new()
        {
            ["kind"] = kind,
            ["street"] = new JsonArray("14 Bree Street"),
            ["city"] = "Town",
            ["postcode"] = "8001",
            ["country_id"] = who.Country,
            ["telephone"] = who.Phone,
        };
}
