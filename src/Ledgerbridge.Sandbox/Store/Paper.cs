using System.Text.Json.Nodes;

namespace Ledgerbridge.Sandbox.Store;

/// <summary>One line of a sale, with the three amounts that count.</summary>
internal sealed record SaleLine(string Sku, string Name, decimal Qty, decimal UnitPrice, decimal Subtotal, decimal Tax, decimal Discount)
{
    /// <summary>A line at the shop's rate: tax is on what is left after the discount.</summary>
    public static SaleLine Of(Ware ware, decimal qty, decimal discount = 0m, decimal rate = Catalogue.TaxRate)
    {
        var subtotal = Round(ware.Price * qty);
        return new SaleLine(ware.Sku, ware.Name, qty, ware.Price, subtotal, Round((subtotal - discount) * rate), discount);
    }

    private static decimal Round(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);
}

/// <summary>A sale, from which the shop's documents are written.</summary>
internal sealed record Sale
{
    public required Buyer Buyer { get; init; }

    public required IReadOnlyList<SaleLine> Lines { get; init; }

    public string Method { get; init; } = "payfast";

    public bool Paid { get; init; } = true;

    public string Currency { get; init; } = "ZAR";

    /// <summary>An amount in rand times this is the amount on the paper.</summary>
    public decimal BaseToOrderRate { get; init; } = 1m;

    public decimal Shipping { get; init; } = Catalogue.Delivery;

    public decimal ShippingTaxRate { get; init; } = Catalogue.TaxRate;

    /// <summary>What the wire does not say, such as store credit: negative.</summary>
    public decimal Other { get; init; }
}

/// <summary>The shop's documents in the extension's shapes: absent instead of null, whole numbers without a fraction.</summary>
internal static class Paper
{
    /// <summary>A number without zeros at its end.</summary>
    public static JsonNode Number(decimal value) => JsonValue.Create(value / 1.0000000000000000000000000000m);

    /// <summary>An invoice.</summary>
    public static JsonObject Invoice(Sale sale, long id, string now)
    {
        var discount = sale.Lines.Sum(static line => line.Discount);
        var subtotal = sale.Lines.Sum(static line => line.Subtotal);
        var shippingTax = Math.Round(sale.Shipping * sale.ShippingTaxRate, 2, MidpointRounding.AwayFromZero);
        var tax = sale.Lines.Sum(static line => line.Tax) + shippingTax;
        return new JsonObject
        {
            ["magento_id"] = id,
            ["increment_id"] = $"{id:000000000}",
            ["order_id"] = id,
            ["order_increment_id"] = $"{id:000000000}",
            ["website_id"] = 1,
            ["store_id"] = 1,
            ["currency"] = sale.Currency,
            ["state"] = sale.Paid ? "paid" : "open",
            ["customer"] = Contact(sale.Buyer, now),
            ["lines"] = Lines(sale.Lines),
            ["subtotal"] = Number(subtotal),
            ["tax_amount"] = Number(tax),
            ["shipping_amount"] = Number(sale.Shipping),
            ["shipping_tax_amount"] = Number(shippingTax),
            ["discount_amount"] = Number(-discount),
            ["grand_total"] = Number(subtotal + sale.Shipping + tax - discount + sale.Other),
            ["created_at"] = now,
            ["payment_method"] = sale.Method,
            ["billing_address"] = Address("billing", sale.Buyer),
            ["shipping_address"] = Address("shipping", sale.Buyer),
            ["base_to_order_rate"] = Number(sale.BaseToOrderRate),
        };
    }

    /// <summary>The payment of an invoice.</summary>
    public static JsonObject Payment(JsonObject invoice) =>
        new()
        {
            ["magento_id"] = (long)invoice["magento_id"]!,
            ["invoice_id"] = (long)invoice["magento_id"]!,
            ["invoice_increment_id"] = (string)invoice["increment_id"]!,
            ["method"] = (string)invoice["payment_method"]!,
            ["currency"] = (string)invoice["currency"]!,
            ["amount"] = invoice["grand_total"]!.DeepClone(),
            ["captured_at"] = (string)invoice["created_at"]!,
            ["gateway_txn_id"] = $"pf_{(long)invoice["magento_id"]!}",
            ["gateway_metadata"] = new JsonArray("Card", true),
        };

    /// <summary>A credit memo over all of an invoice, with or without an adjustment.</summary>
    public static JsonObject CreditMemo(JsonObject invoice, long id, decimal fee, string reason, string now)
    {
        var memo = new JsonObject
        {
            ["magento_id"] = id,
            ["increment_id"] = $"{id:000000000}",
            ["invoice_id"] = (long)invoice["magento_id"]!,
            ["invoice_increment_id"] = (string)invoice["increment_id"]!,
            ["adjustment_positive"] = 0,
            ["adjustment_negative"] = Number(fee),
            ["grand_total"] = Number(invoice["grand_total"]!.GetValue<decimal>() - fee),
            ["reason"] = reason,
            ["created_at"] = now,
            ["invoice_created_at"] = (string)invoice["created_at"]!,
        };
        foreach (
            var same in new[]
            {
                "website_id",
                "currency",
                "customer",
                "lines",
                "shipping_amount",
                "shipping_tax_amount",
                "base_to_order_rate",
            }
        )
            memo[same] = invoice[same]!.DeepClone();
        return memo;
    }

    /// <summary>A contact: a customer of the shop's, or a guest as an invoice has him.</summary>
    public static JsonObject Contact(Buyer buyer, string now)
    {
        var contact = new JsonObject
        {
            ["magento_id"] = buyer.Id,
            ["email"] = buyer.Email,
            ["first_name"] = buyer.First,
            ["last_name"] = buyer.Last,
            ["phone"] = buyer.Phone,
            ["website_id"] = buyer.Id == 0 ? 0 : 1,
            ["addresses"] = new JsonArray(Address("billing", buyer), Address("shipping", buyer)),
            ["created_at"] = now,
            ["updated_at"] = now,
        };
        if (buyer.Id > 0)
            contact["group_id"] = 1;
        // A registered customer with a whole profile has no company on the wire, though the shop knows one.
        else if (buyer.Company is not null)
            contact["company"] = buyer.Company;
        return contact;
    }

    private static JsonArray Lines(IReadOnlyList<SaleLine> lines) =>
        new([
            .. lines.Select(static line =>
            {
                var row = new JsonObject
                {
                    ["sku"] = line.Sku,
                    ["name"] = line.Name,
                    ["qty"] = Number(line.Qty),
                    ["unit_price"] = Number(line.UnitPrice),
                    ["line_subtotal"] = Number(line.Subtotal),
                    ["line_tax"] = Number(line.Tax),
                    ["line_total"] = Number(line.Subtotal + line.Tax - line.Discount),
                };
                if (line is { Subtotal: > 0, Tax: > 0 })
                    row["tax_rate"] = Number(Math.Round(line.Tax / line.Subtotal, 4, MidpointRounding.AwayFromZero));
                return (JsonNode)row;
            }),
        ]);

    private static JsonObject Address(string kind, Buyer buyer) =>
        new()
        {
            ["kind"] = kind,
            ["street"] = new JsonArray(buyer.Street),
            ["city"] = buyer.City,
            ["region"] = buyer.Region,
            ["postcode"] = buyer.Postcode,
            ["country_id"] = buyer.Country,
            ["telephone"] = buyer.Phone,
        };
}
