using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Server.Posting.Plans;
using Ledgerbridge.Server.Posting.Plans.Internal;
using Ledgerbridge.Server.Stores.Documents;
using Ledgerbridge.Server.Stores.Policies;
using Ledgerbridge.Tests.Stores;
using static Ledgerbridge.Tests.Posting.SomePlans;

namespace Ledgerbridge.Tests.Posting;

public sealed class ItemAndCustomerPlanTests
{
    private static readonly ContactKey Member = new("customer:31", Currency.ZAR);

    private static StoreProduct Simple { get; } = StoreSamples.Product("simple");

    private static PlanFacts Counting { get; } = With(static policy => policy with { Sync = policy.Sync with { Stock = true } });

    [Theory]
    [InlineData("simple", false, "Product")]
    [InlineData("simple", true, "StockItem")]
    [InlineData("stock-unknown", true, "Product")]
    [InlineData("virtual", true, "Service")]
    [InlineData("download", true, "Service")]
    public void A_product_becomes_a_product_a_service_or_a_stock_item(string name, bool counting, string kind)
    {
        var step = Planned(DocumentPlanner.PlanProduct(StoreSamples.Product(name), counting ? Counting : Facts))
            .Steps.OfType<PlanStep.CreateItem>()
            .Single();
        Assert.Equal(Enum.Parse<ItemKind>(kind), step.Item.Kind);
    }

    [Theory]
    [InlineData("configurable")]
    [InlineData("third-party-kind")]
    public void Kinds_without_a_word_in_the_books_are_left_out(string name) =>
        Assert.Equal(SkipReason.ProductType, Skipped(DocumentPlanner.PlanProduct(StoreSamples.Product(name), Facts)));

    [Fact]
    public void A_new_stock_item_opens_with_its_stock()
    {
        var steps = Planned(DocumentPlanner.PlanProduct(Simple, Counting)).Steps;
        var item = Assert.IsType<PlanStep.CreateItem>(steps[0]).Item;
        Assert.Equal(("KAROO-801", "Karoo ware 801", 129.5m, 61.25m), (item.Code, item.Description, item.SalesPrice, item.CostPrice));
        var movement = Assert
            .IsType<PlanStep.MoveStock>(steps[1].WithIds(new Dictionary<string, string> { [StepIds.Item] = "item-4" }))
            .Movement;
        Assert.Equal(new NewStockMovement("item-4", Today, 12m, 61.25m, "Opening stock of 12"), movement);
    }

    [Theory]
    [InlineData("simple", 5, 7.0)]
    [InlineData("simple", 15, -3.0)]
    [InlineData("simple", 12, null)]
    [InlineData("negative-stock", 4, -4.0)]
    [InlineData("negative-stock", 0, null)]
    [InlineData("fractional-stock", 7, 0.25)]
    public void Stock_goes_up_and_down_to_the_shops_count_and_never_below_nothing(string name, int had, double? change)
    {
        var product = StoreSamples.Product(name);
        var facts = Counting with { Items = new Dictionary<string, BooksItem> { [product.Sku] = Known(product, had) } };
        var plan = DocumentPlanner.PlanProduct(product, facts);
        var movement = (plan as Plan.Planned)?.Steps.OfType<PlanStep.MoveStock>().SingleOrDefault()?.Movement;
        Assert.Equal((decimal?)change, movement?.Quantity);
        if (change is null)
            Assert.Equal(SkipReason.Unchanged, Skipped(plan));
        else
            Assert.InRange(movement!.Details.Length, 1, 50);
    }

    [Fact]
    public void Only_what_differs_is_changed_and_what_the_shop_does_not_tell_stays()
    {
        var present = Known(Simple, 12) with
        {
            Details = Known(Simple, 12).Details with { Description = "Old name", SalesTaxRateId = "ZA_STANDARD" },
        };
        var facts = Counting with { Items = new Dictionary<string, BooksItem> { [Simple.Sku] = present } };
        var step = Planned(DocumentPlanner.PlanProduct(Simple with { Price = null }, facts)).Steps.OfType<PlanStep.UpdateItem>().Single();
        Assert.Equal(
            ("Karoo ware 801", 129.5m, "ZA_STANDARD"),
            (step.Wanted.Description, step.Wanted.SalesPrice, step.Wanted.SalesTaxRateId)
        );
    }

    [Fact]
    public void A_kind_that_Sage_does_not_change_stays_and_is_said()
    {
        var product = Known(Simple, 12) with { Details = Known(Simple, 12).Details with { Kind = ItemKind.Product, Description = "Old" } };
        var plan = DocumentPlanner.PlanProduct(
            Simple,
            Counting with
            {
                Items = new Dictionary<string, BooksItem> { [Simple.Sku] = product },
            }
        );
        Assert.Single(Planned(plan).Steps);
        Assert.Contains("Sage does not change that", Decisions(plan, "Kind"));
    }

    [Fact]
    public void Long_SKUs_that_begin_alike_stay_two()
    {
        var first = ItemPlans.CodeOf(new string('S', 62) + "01");
        var second = ItemPlans.CodeOf(new string('S', 62) + "02");
        Assert.NotEqual(first, second);
        Assert.Equal((30, 30), (first.Length, second.Length));
        Assert.Equal(new string('S', 30), ItemPlans.CodeOf(new string('S', 30)));
    }

    [Theory]
    [InlineData("simple", "price-1")]
    [InlineData("virtual", "rate-1")]
    public void A_price_stands_in_the_usual_price_list(string name, string list)
    {
        var books = Books with
        {
            ProductPriceTypes = [new BooksChoice("price-1", "Sales Price")],
            ServiceRateTypes = [new BooksChoice("rate-1", "Rate")],
        };
        var plan = DocumentPlanner.PlanProduct(StoreSamples.Product(name), FactsFor(books, Policy));
        Assert.Equal(list, Planned(plan).Steps.OfType<PlanStep.CreateItem>().Single().Item.PriceTypeId);
    }

    [Fact]
    public void A_price_list_the_books_do_not_tell_of_is_no_change()
    {
        var books = Books with { ProductPriceTypes = [new BooksChoice("price-1", "Sales Price")] };
        var facts = FactsFor(books, Counting.Policy) with
        {
            Items = new Dictionary<string, BooksItem> { [Simple.Sku] = Known(Simple, 12) },
        };
        Assert.Equal(SkipReason.Unchanged, Skipped(DocumentPlanner.PlanProduct(Simple, facts)));
    }

    [Fact]
    public void A_price_in_another_currency_is_not_given_to_the_books()
    {
        var facts = With(static policy =>
            policy with
            {
                Currency = policy.Currency with { WebsiteCurrencies = [new WebsiteCurrency { WebsiteId = 1, Currency = "USD" }] },
            }
        );
        Assert.Null(Planned(DocumentPlanner.PlanProduct(Simple, facts)).Steps.OfType<PlanStep.CreateItem>().Single().Item.SalesPrice);
    }

    [Fact]
    public void Items_on_lines_name_the_item_of_their_SKU()
    {
        var facts = WithCommercial(static card => card with { ItemsOnLines = true }) with
        {
            Items = new Dictionary<string, BooksItem> { ["SKU"] = Known(Simple, 12) },
        };
        var line = Booked(Invoice(Row(100m, 15m)), facts).Lines[0];
        Assert.Equal(("item-4", ItemKind.StockItem), (line.ItemId, line.ItemKind));
        Assert.Null(Booked(Invoice(Row(100m, 15m)), Facts with { Items = facts.Items }).Lines[0].ItemId);
    }

    [Fact]
    public void A_new_customer_becomes_a_contact()
    {
        var step = Planned(DocumentPlanner.PlanCustomer(StoreSamples.Customer("complete"), Facts))
            .Steps.OfType<PlanStep.CreateContact>()
            .Single();
        Assert.Equal(("Pieter van Wyk", "C31", "Polokwane"), (step.Contact.Name, step.Contact.Reference, step.Contact.Address.City));
        Assert.Equal("Mossel Bay", step.Contact.DeliveryAddress!.City);
    }

    [Fact]
    public void A_change_goes_to_the_contacts_in_all_currencies_and_keeps_what_people_typed_in_Sage()
    {
        var present = new BooksContact
        {
            Id = "con-5",
            Details = new ContactDetails
            {
                Kind = ContactKind.Customer,
                Name = "P. van Wyk",
                Reference = "C31",
                VatNumber = "4405608656",
                CreditDays = 14,
                Notes = "Pays late",
            },
        };
        var facts = Facts with
        {
            Contacts = new Dictionary<ContactKey, ContactLink>
            {
                [Member] = new("con-5", present),
                [Member with { Currency = Currency.EUR }] = new("con-6"),
            },
        };
        var steps = Planned(DocumentPlanner.PlanCustomer(StoreSamples.Customer("complete"), facts))
            .Steps.OfType<PlanStep.UpdateContact>()
            .ToArray();
        Assert.Equal(["con-5", "con-6"], steps.Select(static step => step.ContactId).Order());
        var wanted = steps.Single(static step => step.ContactId == "con-5").Wanted;
        Assert.Equal(("Pieter van Wyk", "4405608656", "Pays late", "C31"), (wanted.Name, wanted.VatNumber, wanted.Notes, wanted.Reference));
    }

    [Fact]
    public void A_customer_who_did_not_change_costs_no_call()
    {
        var customer = StoreSamples.Customer("complete");
        var created = Planned(DocumentPlanner.PlanCustomer(customer, Facts)).Steps.OfType<PlanStep.CreateContact>().Single().Contact;
        var facts = Facts with
        {
            Contacts = new Dictionary<ContactKey, ContactLink>
            {
                [Member] = new("con-5", new BooksContact { Id = "con-5", Details = created }),
            },
        };
        Assert.Equal(SkipReason.Unchanged, Skipped(DocumentPlanner.PlanCustomer(customer, facts)));
    }

    [Fact]
    public void A_customer_without_any_name_is_called_by_the_email_and_without_one_left_out()
    {
        var nameless = StoreSamples.Customer("nameless");
        Assert.Equal(
            "member35@example.org",
            Planned(DocumentPlanner.PlanCustomer(nameless, Facts)).Steps.OfType<PlanStep.CreateContact>().Single().Contact.Name
        );
        Assert.Equal(SkipReason.Nameless, Skipped(DocumentPlanner.PlanCustomer(nameless with { Email = "" }, Facts)));
    }

    private static BooksItem Known(StoreProduct product, decimal had) =>
        new()
        {
            Id = "item-4",
            QuantityInStock = had,
            Details = Planned(DocumentPlanner.PlanProduct(product, Counting)).Steps.OfType<PlanStep.CreateItem>().Single().Item,
        };
}
