using System.Globalization;

namespace Ledgerbridge.IntegrationTests.World;

/// <summary>
/// What happens in a shop, by chance and by seed: sales of all kinds, refunds, customers who move, products that change. Its events arrive
/// late, twice, in any order, and some never.
/// </summary>
internal sealed class ShopLife(SimulatedShop shop, Random random, TimeProvider time)
{
    private const int CustomersMax = 40;
    private const int GuestsMax = 60;
    private const int LateRoundsMax = 8;

    private static readonly string[] ProductTypes = ["simple", "simple", "simple", "virtual", "downloadable", "configurable"];

    private readonly SaleMaker _sales = new(random, shop.SetUp.Rates);
    private readonly Dictionary<string, List<System.Text.Json.Nodes.JsonObject>> _papers = [];

    private string Prefix => shop.SetUp.Name;

    /// <summary>Lets so many events come about, and puts their documents into the shop.</summary>
    public async Task LiveAsync(int events, int round, CancellationToken ct)
    {
        var before = shop.Waiting;
        while (shop.Waiting - before < events)
        {
            switch (random.Next(20))
            {
                case < 11:
                    Sell(round);
                    break;
                case < 14:
                    Refund(round);
                    break;
                case < 16:
                    EditCustomer(round);
                    break;
                default:
                    EditProduct(round);
                    break;
            }
        }
        foreach (var late in shop.LatePapers.Where(late => late.Round <= round))
            Paper(late.Kind, late.Paper);
        shop.LatePapers.RemoveAll(late => late.Round <= round);
        foreach (var (kind, papers) in _papers)
            await shop.PutAsync(kind, papers, ct);
        _papers.Clear();
    }

    private void Sell(int round)
    {
        var setUp = shop.SetUp;
        var (code, rate) = setUp.Currencies[random.Next(2) == 0 ? 0 : random.Next(setUp.Currencies.Count)];
        var buyer = Buyer();
        var isStrange = random.Next(40) == 0 && buyer.Country == setUp.Country;
        var sale = _sales.Next(Wares(), buyer.Country == setUp.Country, isStrange ? ShopSetUp.StrangeRate : null);
        var odd = random.Next(30);
        sale = odd switch
        {
            0 when sale.Gross > 40m => sale with { Other = -random.Next(100, 3000) / 100m },
            1 => sale with { Other = -sale.Gross },
            2 when sale.Gross > 1m => sale with { Other = random.Next(-1, 2) / 100m },
            _ => sale,
        };
        var id = shop.Invoices.Count + 1L;
        var sold = new SoldInvoice
        {
            Id = id,
            Number = Number("I", id),
            Currency = code,
            Method = Method(),
            Website = random.Next(25) == 0 ? ShopSetUp.Website + 1 : ShopSetUp.Website,
            Buyer = buyer,
            Sale = sale,
            Gross = sale.Gross,
            Tax = sale.Tax,
            State =
                odd == 3 ? "cancelled"
                : random.Next(4) == 0 ? "open"
                : "paid",
        };
        sold.Paper = ShopPaper.Invoice(sold, sale, buyer, rate, ShopPaper.Moment(time.GetUtcNow()));
        shop.Invoices.Add(sold);
        Publish(sold, odd, round);
    }

    /// <summary>Brings an invoice and its events out: usually at once; sometimes broken, late, or never.</summary>
    private void Publish(SoldInvoice sold, int odd, int round)
    {
        var isPaid = sold.State == "paid" || (sold.State == "open" && random.Next(2) == 0);
        sold.Fate =
            odd == 4 ? Fate.Gone
            : sold.State == "cancelled" || sold.Gross == 0m || sold.Website != ShopSetUp.Website || sold.Method == ShopSetUp.SkippedMethod
                ? Fate.LeftOut
            : shop.SetUp.IsStrictAboutMoney && !isPaid ? Fate.LeftOut
            : Fate.Books;
        if (odd == 5)
        {
            var broken = sold.Paper.DeepClone().AsObject();
            broken.Remove("grand_total");
            Paper("invoice", broken);
            shop.LatePapers.Add((int.MaxValue, "invoice", sold.Paper));
        }
        else if (odd == 6)
            shop.LatePapers.Add((round + random.Next(1, 3), "invoice", sold.Paper));
        else if (odd != 4)
            Paper("invoice", sold.Paper);
        if (odd != 4)
            Paper("payment", ShopPaper.Payment(sold.Paper));
        // A shop tells an invoice once; one that was told to somebody else before is only heard of when it is paid.
        if (odd != 7 || !isPaid || sold.State == "open")
            Tell("invoice.created", sold.Id, sold.Number, sold.Website, round, 0);
        if (isPaid && sold.State != "cancelled")
            Pay(sold, round);
    }

    private void Pay(SoldInvoice sold, int round)
    {
        var later = sold.State == "open" ? random.Next(0, LateRoundsMax) : 0;
        if (sold.State == "open")
        {
            var paid = sold.Paper.DeepClone().AsObject();
            paid["state"] = "paid";
            if (sold.Fate != Fate.Gone && shop.LatePapers.All(late => late.Paper != sold.Paper))
                shop.LatePapers.Add((round + later, "invoice", paid));
        }
        sold.IsPaidIntoBank =
            sold.Fate == Fate.Books && (ShopSetUp.BankMethods.Contains(sold.Method) || sold.Method == ShopSetUp.UnmappedMethod);
        Tell("invoice.paid", sold.Id, sold.Number, sold.Website, round, later);
    }

    private void Refund(int round)
    {
        if (shop.Invoices.Count == 0)
            return;
        var invoice = shop.Invoices[random.Next(shop.Invoices.Count)];
        var rest = invoice.Gross - invoice.Refunds.Sum(static refund => refund.Gross);
        if (invoice.Fate == Fate.Gone || invoice.State == "cancelled" || rest <= 1m)
            return;
        var isWhole = random.Next(2) == 0 && invoice.Refunds.Count == 0;
        var rows = isWhole ? invoice.Sale.Rows : [invoice.Sale.Rows[random.Next(invoice.Sale.Rows.Count)]];
        var delivery = isWhole ? invoice.Sale.Delivery : new SaleRow("", "", 1m, 0m, 0m, 0m, 0m) { Worth = 0m };
        var part = new Sale(rows, delivery, Other: 0m);
        var up = random.Next(5) == 0 ? random.Next(100, 2000) / 100m : 0m;
        var down = random.Next(5) == 0 && part.Gross > 20m ? random.Next(100, 1000) / 100m : 0m;
        if (part.Gross + up - down <= 0m)
            return;
        var isAlone = random.Next(12) == 0;
        var id = shop.Refunds.Count + 1L;
        var refund = new SoldRefund
        {
            Id = id,
            Number = Number("R", id),
            Gross = part.Gross + up - down,
            Currency = invoice.Currency,
            Buyer = invoice.Buyer,
            Invoice = isAlone ? null : invoice,
            Fate = (isAlone ? invoice.Website == ShopSetUp.Website : invoice.Fate == Fate.Books) ? Fate.Books : Fate.LeftOut,
        };
        shop.Refunds.Add(refund);
        if (!isAlone)
            invoice.Refunds.Add(refund);
        var createdAt = ShopPaper.Moment(time.GetUtcNow());
        Paper("creditmemo", ShopPaper.CreditMemo(refund, invoice.Paper, part, up, down, createdAt));
        Tell("creditmemo.created", id, refund.Number, invoice.Website, round, 0);
    }

    private void EditCustomer(int round)
    {
        var who = Registered(random.Next(1, CustomersMax + 1)) with { Phone = $"021 555 {random.Next(10_000):0000}" };
        shop.Customers[who.Id] = who;
        shop.ToldCustomers.Add(who.Id);
        Paper("customer", ShopPaper.Customer(who, ShopPaper.Moment(time.GetUtcNow())));
        Tell("customer.upserted", who.Id, "", 1, round, 0);
    }

    private void EditProduct(int round)
    {
        var product = Product(random.Next(3) == 0);
        product.Price = random.Next(100, 200_000) / 100m;
        if (product.Stock is not null)
            product.Stock = random.Next(-3, 200);
        product.IsTold = true;
        Paper("product", ShopPaper.Product(product, ShopPaper.Moment(time.GetUtcNow())));
        Tell("product.upserted", product.Id, "", 0, round, 0);
    }

    /// <summary>Queues an event to arrive about now: some rounds late now and then, and again at another time.</summary>
    private void Tell(string name, long id, string number, int website, int round, int notBefore)
    {
        shop.Tell(name, id, number, website, round + notBefore + Late());
        while (random.Next(5) == 0)
            shop.Tell(name, id, number, website, round + notBefore + random.Next(0, LateRoundsMax));
    }

    private int Late() =>
        random.Next(10) switch
        {
            < 7 => 0,
            < 9 => random.Next(1, 3),
            _ => random.Next(1, LateRoundsMax),
        };

    private Shopper Buyer()
    {
        if (random.Next(2) == 0)
            return Registered(random.Next(1, CustomersMax + 1));
        var who = random.Next(GuestsMax);
        var country = who % 9 == 0 ? "NA" : shop.SetUp.Country;
        var company = who % 7 == 0 ? $"Guest {who} Ltd" : "";
        return new Shopper(0, "Sipho", $"Guest{who}", $"guest{who}@{Prefix}.example", "011 555 0102", country, company);
    }

    private Shopper Registered(int id)
    {
        if (!shop.Customers.TryGetValue(id, out var who))
        {
            var country = id % 10 == 0 ? "NA" : shop.SetUp.Country;
            who = new Shopper(id, "Lerato", $"Customer{id}", $"customer{id}@{Prefix}.example", "021 555 0171", country, "");
            shop.Customers[id] = who;
            Paper("customer", ShopPaper.Customer(who, ShopPaper.Moment(time.GetUtcNow())));
        }
        return who;
    }

    private string Method() =>
        random.Next(20) switch
        {
            0 => ShopSetUp.UnmappedMethod,
            1 => ShopSetUp.SkippedMethod,
            2 => ShopSetUp.OwedMethod,
            var other => ShopSetUp.BankMethods[other % ShopSetUp.BankMethods.Count],
        };

    private SoldProduct Product(bool isNew)
    {
        if (shop.Products.Count > 0 && !isNew)
            return shop.Products[random.Next(shop.Products.Count)];
        // The demo shop has products of its own below this number.
        var id = shop.Products.Count + 101L;
        var type = ProductTypes[random.Next(ProductTypes.Length)];
        var isLong = random.Next(8) == 0;
        var product = new SoldProduct
        {
            Id = id,
            Sku = isLong ? $"{Prefix}-A-VERY-LONG-SKU-OF-A-PRODUCT-{id}" : $"{Prefix}-{id}",
            Name = $"Ware &amp; more {id}",
            Type = type,
            Stock = type == "simple" && random.Next(3) > 0 ? 1m : null,
        };
        shop.Products.Add(product);
        return product;
    }

    private List<(string Sku, string Name, decimal Price)> Wares() =>
        [.. Enumerable.Range(1, 12).Select(ware => ($"{Prefix}-W{ware}", $"Ware {ware}", random.Next(50, 90_000) / 100m))];

    private string Number(string kind, long id) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{kind}{id:0000000}");

    private void Paper(string kind, System.Text.Json.Nodes.JsonObject paper)
    {
        if (!_papers.TryGetValue(kind, out var papers))
            _papers[kind] = papers = [];
        papers.Add(paper);
    }
}
