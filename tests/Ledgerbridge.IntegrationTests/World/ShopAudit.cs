using System.Net;
using System.Text.Json.Nodes;

namespace Ledgerbridge.IntegrationTests.World;

/// <summary>Holds one shop's memory against the books, the history and its own grid.</summary>
internal sealed class ShopAudit(
    SimulatedShop shop,
    BookedThings books,
    SeenRuns runs,
    IReadOnlyDictionary<(string Type, long Id), JsonNode> mirror
)
{
    private const int CodeMax = 30;
    private readonly List<string> _complaints = [];

    public IReadOnlyList<string> Complaints()
    {
        foreach (var sold in shop.Invoices)
            Invoice(sold);
        foreach (var refund in shop.Refunds)
            Refund(refund);
        foreach (var product in shop.Products.Where(static product => product.IsTold))
            Product(product);
        Contacts();
        return _complaints;
    }

    private void Invoice(SoldInvoice sold)
    {
        var booked = books.Invoices[sold.Number].ToArray();
        var created = runs.Of(shop, "invoice.created", sold.Id);
        if (runs.CountOf(shop, "invoice.created", sold.Id) > 1)
            Complain($"invoice {sold.Number} has more than one run");
        var wanted = sold.Fate == Fate.Books ? 1 : 0;
        if (booked.Length != wanted)
        {
            Complain($"invoice {sold.Number} is in the books {booked.Length} times and not {wanted}: {SeenRuns.Say(created)}");
            return;
        }
        Ended(created, sold.Fate, sold.Number);
        if (wanted == 0)
        {
            if (books.Payments[PaymentOf(sold)].Any())
                Complain($"invoice {sold.Number} is left out and its payment is booked");
            return;
        }
        var invoice = booked[0];
        Figures(invoice, sold.Number, sold.Gross, sold.Currency);
        if (BookedThings.Amount(invoice, "tax_amount") is var tax && tax != sold.Tax)
            Complain($"invoice {sold.Number} has {tax} of tax and not {sold.Tax}");
        Payment(sold, invoice);
        Grid("invoice", sold.Id, BookedThings.Text(invoice, "id"), sold.Number);
    }

    private void Payment(SoldInvoice sold, JsonObject invoice)
    {
        var receipts = books.Payments[PaymentOf(sold)].ToArray();
        var refunded = sold.Refunds.Where(static refund => refund.Fate == Fate.Books).Sum(static refund => refund.Gross);
        var run = runs.Of(shop, "invoice.paid", sold.Id);
        if (receipts.Length != (sold.IsPaidIntoBank ? 1 : 0))
            Complain($"the payment of {sold.Number} is booked {receipts.Length} times: {SeenRuns.Say(run)}");
        foreach (var receipt in receipts)
        {
            if (BookedThings.Amount(receipt, "total_amount") is var amount && amount != sold.Gross)
                Complain($"the payment of {sold.Number} is {amount} and not {sold.Gross}");
            if (BookedThings.Link(receipt, "contact") != BookedThings.Link(invoice, "contact"))
                Complain($"the payment of {sold.Number} is on another contact");
        }
        var owed = Math.Max(0m, sold.Gross - (receipts.Length > 0 ? sold.Gross : 0m) - refunded);
        if (BookedThings.Amount(invoice, "outstanding_amount") is var outstanding && outstanding != owed)
            Complain($"of invoice {sold.Number} over {sold.Gross} {outstanding} is owed and not {owed} ({refunded} refunded)");
    }

    private void Refund(SoldRefund refund)
    {
        var booked = books.CreditNotes[refund.Number].ToArray();
        var run = runs.Of(shop, "creditmemo.created", refund.Id);
        var wanted = refund.Fate == Fate.Books ? 1 : 0;
        if (booked.Length != wanted)
        {
            Complain($"credit note {refund.Number} is in the books {booked.Length} times and not {wanted}: {SeenRuns.Say(run)}");
            return;
        }
        Ended(run, refund.Fate, refund.Number);
        if (wanted == 0)
            return;
        var note = booked[0];
        Figures(note, refund.Number, refund.Gross, refund.Currency);
        Grid("creditmemo", refund.Id, BookedThings.Text(note, "id"), refund.Number);
        if (books.Payments[refund.Number].ToArray() is { Length: > 0 } paidBack)
        {
            if (!shop.SetUp.PaysBack || paidBack.Length > 1 || BookedThings.Amount(paidBack[0], "total_amount") > refund.Gross)
                Complain($"refund {refund.Number} was paid back {paidBack.Length} times, or more than it is");
        }
        if (refund.Invoice is not { } invoice || books.Invoices[invoice.Number].FirstOrDefault() is not { } on)
            return;
        if (BookedThings.Link(note, "contact") != BookedThings.Link(on, "contact"))
            Complain($"credit note {refund.Number} is on another contact than its invoice");
    }

    /// <summary>An item's price and stock are the shop's, and its code is there once.</summary>
    private void Product(SoldProduct product)
    {
        var code = product.Sku.Length <= CodeMax ? product.Sku : product.Sku[..21];
        var booked = books
            .Items.Where(item => item.Key == product.Sku || (code != product.Sku && item.Key.StartsWith(code, StringComparison.Ordinal)))
            .SelectMany(static items => items)
            .Where(item => code == product.Sku || BookedThings.Text(item, "notes").Contains(product.Sku, StringComparison.Ordinal))
            .ToArray();
        var run = runs.Of(shop, "product.upserted", product.Id);
        var wanted = product.Type == "configurable" ? 0 : 1;
        if (booked.Length != wanted)
        {
            Complain($"product {product.Sku} is in the books {booked.Length} times and not {wanted}: {SeenRuns.Say(run)}");
            return;
        }
        if (wanted == 0)
            return;
        var item = booked[0];
        if (WebUtility.HtmlDecode(product.Name) != BookedThings.Text(item, "description"))
            Complain($"product {product.Sku} is called {item["description"]}");
        var prices = (item["sales_prices"] ?? item["sales_rates"])?.AsArray();
        var price = prices is [JsonObject first, ..] ? BookedThings.Amount(first, first.ContainsKey("price") ? "price" : "rate") : -1m;
        if (price != product.Price)
            Complain($"product {product.Sku} costs {price} and not {product.Price}: {SeenRuns.Say(run)}");
        if (product.Stock is { } stock && BookedThings.Amount(item, "quantity_in_stock") is var have && have != Math.Max(0m, stock))
            Complain($"of product {product.Sku} there are {have} and not {stock}: {SeenRuns.Say(run)}");
    }

    /// <summary>One contact for each customer and currency, and each document on its buyer's.</summary>
    private void Contacts()
    {
        var doubles = books
            .Contacts.Values.Where(contact =>
                BookedThings.Text(contact, "email").EndsWith($"@{shop.SetUp.Name}.example", StringComparison.Ordinal)
            )
            .GroupBy(static contact => (BookedThings.Text(contact, "email"), BookedThings.Link(contact, "currency")))
            .Where(static group => group.Count() > 1);
        foreach (var twice in doubles)
            Complain($"there are {twice.Count()} contacts of {twice.Key}");
        foreach (var sold in shop.Invoices)
        {
            if (books.Invoices[sold.Number].FirstOrDefault() is not { } invoice)
                continue;
            var contact = books.Contacts[BookedThings.Link(invoice, "contact")];
            var isShared =
                shop.SetUp.IsStrictAboutMoney && sold.Buyer.Id == 0 && BookedThings.Text(contact, "name") == "Web shop customers";
            if (!isShared && BookedThings.Text(contact, "email") != sold.Buyer.Email)
                Complain($"invoice {sold.Number} of {sold.Buyer.Email} is on the contact {contact["displayed_as"]}");
        }
        foreach (var id in shop.ToldCustomers)
        {
            var who = shop.Customers[id];
            var own = books.Contacts.Values.Where(contact => BookedThings.Text(contact, "email") == who.Email).ToArray();
            if (own.Length == 0)
                Complain($"customer {id} has no contact: {SeenRuns.Say(runs.Of(shop, "customer.upserted", id))}");
        }
    }

    private void Ended(JsonNode? run, Fate fate, string what)
    {
        var wanted = fate switch
        {
            Fate.Books => "synced",
            Fate.LeftOut => "skipped",
            _ => "failed",
        };
        // An invoice that waited to be paid is posted by its payment's run; its own stays left out.
        var isPostedByPayment = fate == Fate.Books && (string?)run?["skip_reason"] is "unpaid" or "already_posted";
        if ((string?)run?["status"] != wanted && !isPostedByPayment)
            Complain($"{what} is not {wanted}: {SeenRuns.Say(run)}");
    }

    private void Figures(JsonObject document, string number, decimal gross, string currency)
    {
        if (BookedThings.Amount(document, "total_amount") is var total && total != gross)
            Complain($"{number} is {total} in the books and {gross} in the shop");
        if (BookedThings.Link(document, "currency") is var code && code != currency)
            Complain($"{number} is in {code} in the books and in {currency} in the shop");
    }

    /// <summary>What is in the books is green in the shop, with the id it has there.</summary>
    private void Grid(string type, long id, string sageId, string number)
    {
        if (!mirror.TryGetValue((type, id), out var row))
            Complain($"the shop was never told of {number}");
        else if (
            (string?)row["status"] != "synced"
            || (string?)row["provider_entity_id"] != sageId
            || ((string?)row["provider_reference"] ?? "") == ""
        )
            Complain($"the shop's grid says of {number}: {row.ToJsonString()}");
    }

    private static string PaymentOf(SoldInvoice sold) => $"tx_{sold.Number}";

    private void Complain(string what) => _complaints.Add(what);
}
