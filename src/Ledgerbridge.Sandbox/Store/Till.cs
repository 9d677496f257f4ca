using System.Text.Json.Nodes;

namespace Ledgerbridge.Sandbox.Store;

/// <summary>
/// What happens in the shop: sales, payments, refunds, edits. Each writes its documents and queues the events the extension would queue.
/// Who buys what goes by turns, so that the same shop has the same life every time.
/// </summary>
internal sealed class Till(ShopWorld world)
{
    private const int SalesPerAccountSale = 4;
    private const int SalesPerRefund = 7;
    private long _turn = world.NextId("invoice") - 1;

    /// <summary>What happens when nobody presses a button: mostly sales, now and then one on account, its payment, or a refund.</summary>
    public void SellByItself()
    {
        lock (world.Gate)
        {
            if (!world.Settings.SellsByItself)
                return;
            if (_turn % SalesPerRefund == SalesPerRefund - 1)
                Refund();
            if (_turn % SalesPerAccountSale == SalesPerAccountSale - 1)
            {
                Pay();
                SellOnAccount();
            }
            else
            {
                Sell();
            }
        }
    }

    /// <summary>A sale that is paid at once; returns the invoice's id.</summary>
    public long Sell() => Write(Ordinary() with { Buyer = Turn(Everybody()) });

    /// <summary>A sale that is paid later by bank transfer.</summary>
    public long SellOnAccount() => Write(Ordinary() with { Buyer = Turn(Catalogue.Registered), Method = "banktransfer", Paid = false });

    /// <summary>A sale of the kind that makes bookkeepers frown; another one each time.</summary>
    public long SellOddly() => Write(OddSales.Of(_turn));

    /// <summary>The oldest unpaid invoice is paid; null when there is none.</summary>
    public long? Pay()
    {
        var open = world.All("invoice").FirstOrDefault(static invoice => (string)invoice["state"]! == "open");
        if (open is null)
            return null;
        var paid = open.DeepClone().AsObject();
        paid["state"] = "paid";
        world.Put("invoice", paid);
        Announce(paid, "invoice.paid");
        return (long)paid["magento_id"]!;
    }

    /// <summary>The newest paid invoice without a credit memo is refunded, every second one less a fee; null when there is none.</summary>
    public long? Refund()
    {
        var refunded = world.All("creditmemo").Select(static memo => (long)memo["invoice_id"]!).ToHashSet();
        var invoice = world
            .All("invoice")
            .LastOrDefault(invoice => (string)invoice["state"]! == "paid" && !refunded.Contains((long)invoice["magento_id"]!));
        if (invoice is null)
            return null;
        var id = world.NextId("creditmemo");
        var fee = id % 2 == 0 && invoice["grand_total"]!.GetValue<decimal>() > 50m ? 25m : 0m;
        var memo = Paper.CreditMemo(invoice, id, fee, fee > 0 ? "Returned, less a handling fee" : "Returned", ShopTime.Text(world.Now));
        world.Put("creditmemo", memo);
        world.Outbox.Queue("creditmemo.created", id, 1, 1, Number(memo));
        return id;
    }

    /// <summary>A customer moves house; returns the customer's id.</summary>
    public long EditCustomer()
    {
        var customer = Turn(world.All("customer").ToArray()).DeepClone().AsObject();
        customer["phone"] = $"021 555 {++_turn % 10_000:0000}";
        customer["updated_at"] = ShopTime.Text(world.Now);
        world.Put("customer", customer);
        var id = (long)customer["magento_id"]!;
        world.Outbox.Queue("customer.upserted", id, 1, 0, []);
        return id;
    }

    /// <summary>A product gets dearer by a rand and fewer by one; returns the product's id.</summary>
    public long EditProduct()
    {
        var product = Turn(world.All("product").Where(static p => (string)p["product_type"]! == "simple").ToArray()).DeepClone().AsObject();
        _turn++;
        product["price"] = Paper.Number(product["price"]!.GetValue<decimal>() + 1m);
        product["stock_qty"] = Paper.Number(product["stock_qty"]!.GetValue<decimal>() - 1m);
        product["updated_at"] = ShopTime.Text(world.Now);
        world.Put("product", product);
        var id = (long)product["magento_id"]!;
        world.Outbox.Queue("product.upserted", id, 0, 0, []);
        return id;
    }

    /// <summary>Queues an event about a document that is there, as its save would.</summary>
    public bool Announce(JsonObject document, string name)
    {
        var payload = Number(document);
        if (name == "invoice.created")
            payload["paid"] = (string)document["state"]! == "paid";
        return world.Outbox.Queue(
            name,
            (long)document["magento_id"]!,
            (int?)document["website_id"] ?? 0,
            (int?)document["store_id"] ?? 0,
            name.EndsWith("upserted", StringComparison.Ordinal) ? [] : payload
        );
    }

    private static JsonObject Number(JsonObject document) => new() { ["increment_id"] = document["increment_id"]?.DeepClone() };

    private long Write(Sale sale)
    {
        _turn++;
        var id = world.NextId("invoice");
        var invoice = Paper.Invoice(sale, id, ShopTime.Text(world.Now));
        world.Put("invoice", invoice);
        world.Put("payment", Paper.Payment(invoice));
        Announce(invoice, "invoice.created");
        if (sale.Paid)
            Announce(invoice, "invoice.paid");
        return id;
    }

    private Sale Ordinary()
    {
        var wares = Catalogue.Wares.Where(static ware => ware.Type is "simple" or "virtual" or "downloadable").ToArray();
        var first = SaleLine.Of(Turn(wares), 1 + (_turn % 3));
        var second = SaleLine.Of(wares[(_turn + 3) % wares.Length], 1);
        return new Sale { Buyer = Catalogue.Guests[0], Lines = _turn % 2 == 0 ? [first] : [first, second] };
    }

    private static Buyer[] Everybody() => [.. Catalogue.Registered, .. Catalogue.Guests];

    private T Turn<T>(IReadOnlyList<T> all) => all[(int)(_turn % all.Count)];
}
