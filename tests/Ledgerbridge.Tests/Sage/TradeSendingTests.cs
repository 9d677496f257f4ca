using System.Net;
using System.Text.Json.Nodes;
using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;

namespace Ledgerbridge.Tests.Sage;

/// <summary>What leaves the library for a store's documents, and what is made of Sage's answers to it.</summary>
public sealed class TradeSendingTests
{
    private static readonly DateOnly Day = new(2026, 3, 2);
    private static readonly PostalAddress Leeds = new() { Line1 = "1 High St", CountryCode = "GB" };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void A_store_s_invoice_carries_addresses_carriage_rate_discount_and_item()
    {
        var line = new NewBooksLine("Widget", 3m, 9.99m, "GB_STANDARD", "4000", Euro(5.8m))
        {
            Discount = Euro(0.97m),
            Supply = SupplyKind.Goods,
            ItemId = "p1",
        };
        var service = line with { Discount = Euro(0m), Supply = SupplyKind.Services, ItemKind = ItemKind.Service };
        var invoice = new NewBooksInvoice("c1", Day, Day, "ORD-1", "", AsDraft: false, Currency.EUR, [line, service]) { Terms = Terms };
        var sent = Shown(new Books().Open().DescribeRequest(invoice))["sales_invoice"]!;
        Assert.Equal(
            ("1 High St", "4 Mill Lane"),
            (Text(sent, "main_address.address_line_1"), Text(sent, "delivery_address.address_line_1"))
        );
        Assert.Equal(
            ("5.00", "GB_ZERO", "1.25"),
            (Text(sent, "shipping_net_amount"), Text(sent, "shipping_tax_rate_id"), Text(sent, "exchange_rate"))
        );
        Assert.Null(sent["shipping_tax_amount"]);
        Assert.Null(sent["status_id"]);
        var (first, second) = (sent["invoice_lines"]![0]!, sent["invoice_lines"]![1]!);
        Assert.Equal(
            ("0.97", "GOODS", "p1"),
            (Text(first, "discount_amount"), Text(first, "eu_goods_services_type_id"), Text(first, "product_id"))
        );
        Assert.Null(first["service_id"]);
        Assert.Null(second["discount_amount"]);
        Assert.Null(second["product_id"]);
        Assert.Equal(("SERVICES", "p1"), (Text(second, "eu_goods_services_type_id"), Text(second, "service_id")));
    }

    [Theory]
    [InlineData("GB", null, "1.25", "0.8")]
    [InlineData("GB", ExchangeRateQuote.BasePerForeign, "0.8", "0.8")]
    [InlineData("gb", ExchangeRateQuote.BasePerForeign, "0.8", "0.8")]
    [InlineData("IE", ExchangeRateQuote.BasePerForeign, "1.25", "0.8")]
    [InlineData(null, ExchangeRateQuote.BasePerForeign, "1.25", "0.8")]
    [InlineData("ZA", null, "0.0508875185", "19.6511842")]
    public void A_rate_is_quoted_as_the_country_wants_it_to_ten_decimals(
        string? country,
        ExchangeRateQuote? ofBritain,
        string sent,
        string basePerForeign
    )
    {
        var books = new Books(options =>
        {
            if (ofBritain is { } quote)
                options.ExchangeRateQuotes["GB"] = quote;
        });
        var open = books.Gateway.Account(books.Tokens).Open(Books.Business, CallPriority.Posting, country);
        var rate = decimal.Parse(basePerForeign, System.Globalization.CultureInfo.InvariantCulture);
        var payment = Payment() with { ExchangeRate = rate };
        Assert.Equal(sent, Text(Shown(open.DescribeRequest(payment))["contact_payment"]!, "exchange_rate"));
        var note = CreditNote() with { Terms = Terms with { ExchangeRate = rate } };
        Assert.Equal(sent, Text(Shown(open.DescribeRequest(note))["sales_credit_note"]!, "exchange_rate"));
    }

    [Theory]
    [InlineData("", "SI-27", "Credit for invoice SI-27.")]
    [InlineData("Broken mug", "SI-27", "Credit for invoice SI-27.\nBroken mug")]
    [InlineData("Credits SI-27", "SI-27", "Credits SI-27")]
    [InlineData("Broken mug", null, "Broken mug")]
    [InlineData("", null, null)]
    public void A_credit_note_names_the_invoice_it_credits_in_its_notes(string notes, string? number, string? sent)
    {
        var note = CreditNote() with { Notes = notes, InvoiceNumber = number, InvoiceIssuedOn = Day.AddDays(-7) };
        var shown = Shown(new Books().Open().DescribeRequest(note))["sales_credit_note"]!;
        Assert.Equal(sent, Text(shown, "notes"));
        Assert.Equal("2026-02-23", Text(shown, "original_invoice_date"));
    }

    [Fact]
    public void The_requests_that_are_shown_are_what_is_sent_for_payments_allocations_items_and_stock()
    {
        var books = new Books().Open();
        const string Payments = """
            {"contact_payment":{"transaction_type_id":"CUSTOMER_RECEIPT","contact_id":"c1","bank_account_id":"b1","date":"2026-03-02",
            "total_amount":"10.00","currency_id":"EUR","reference":"PAY-1",
            "allocated_artefacts":[{"artefact_id":"i1","amount":"10.00"}]}}
            """;
        Assert.Equal(OneLine(Payments), books.DescribeRequest(Payment()));
        var refund = Shown(books.DescribeRequest(Payment() with { Direction = PaymentDirection.Refund }))["contact_payment"]!;
        Assert.Equal("CUSTOMER_REFUND", Text(refund, "transaction_type_id"));
        const string Allocations = """
            {"contact_allocation":{"transaction_type_id":"CUSTOMER_ALLOCATION","contact_id":"c1","date":"2026-03-02",
            "allocated_artefacts":[{"artefact_id":"i1","amount":"10.00"},{"artefact_id":"n1","amount":"-10.00"}]}}
            """;
        Assert.Equal(OneLine(Allocations), books.DescribeRequest(Allocation(10m, -10m)));
        const string Movements = """
            {"stock_movement":{"stock_item_id":"s1","date":"2026-03-02","quantity":"-2","cost_price":"8.25","details":"Down"}}
            """;
        Assert.Equal(OneLine(Movements), books.DescribeRequest(new NewStockMovement("s1", Day, -2m, 8.25m, "Down")));
        const string Products = """
            {"product":{"item_code":"SKU","description":"Mug","sales_ledger_account_id":"4000","purchase_ledger_account_id":"5000",
            "sales_prices":[{"price_name":"Sales Price","price":"9.5","price_includes_tax":false}]}}
            """;
        Assert.Equal(OneLine(Products), books.DescribeRequest(Item(ItemKind.Product)));
        const string Services = """
            {"service":{"item_code":"SKU","description":"Mug","sales_ledger_account_id":"4000",
            "sales_rates":[{"service_rate_type_id":"r1","rate":"9.5","rate_includes_tax":false}]}}
            """;
        Assert.Equal(OneLine(Services), books.DescribeRequest(Item(ItemKind.Service) with { PriceTypeId = "r1" }));
        Assert.NotNull(Shown(books.DescribeRequest(Item(ItemKind.StockItem)))["stock_item"]);
        var contact = new ContactDetails { Kind = ContactKind.Customer, Name = "Baobab" };
        Assert.Equal("Baobab", Text(Shown(books.DescribeRequest(contact)), "contact.name"));
    }

    [Fact]
    public async Task Every_write_carries_its_idempotency_id_inside_the_wrapper()
    {
        foreach (var write in Writes)
        {
            var books = new Books();
            books.Sage.Then(HttpStatusCode.Created, """{"id":"1","date":"2026-03-02","currency":{"id":"EUR"}}""");
            Assert.Null(await write(books.Open()));
            var sent = JsonNode.Parse(books.Sage.Sent.Single().Body!)!.AsObject().Single().Value!;
            Assert.Equal(Books.Id.Hex, Text(sent, "idempotency_id"));
        }
    }

    [Fact]
    public async Task A_write_whose_answer_cannot_be_understood_may_have_happened()
    {
        foreach (var write in Writes.Take(2))
        {
            var books = new Books();
            books.Sage.Then(HttpStatusCode.Created, """{"id":"1"}""");
            var failure = await write(books.Open());
            Assert.Equal((SageFailureKind.Unreadable, true), (failure!.Kind, failure.MayHaveHappened));
        }
    }

    [Fact]
    public async Task An_allocation_that_is_not_nothing_is_never_sent()
    {
        var books = new Books().Open();
        await Assert.ThrowsAsync<ArgumentException>(() => books.CreateAllocationAsync(Allocation(10m, -9.99m), Books.Id, Ct));
        var alone = Allocation(10m, -10m) with { Parts = [new AllocationPart("i1", Euro(0m))] };
        await Assert.ThrowsAsync<ArgumentException>(() => books.CreateAllocationAsync(alone, Books.Id, Ct));
    }

    [Fact]
    public async Task Deleting_tells_whether_there_was_anything_to_delete()
    {
        var books = new Books();
        books.Sage.Then(HttpStatusCode.NoContent, "").Then(HttpStatusCode.NotFound, "[]").Then(HttpStatusCode.UnprocessableEntity, "[]");
        Assert.True(Books.Given(await books.Open().DeletePaymentAsync("p1", Ct)));
        Assert.False(Books.Given(await books.Open().DeleteAllocationAsync("a1", Ct)));
        Assert.Equal(SageFailureKind.Refused, Books.Failed(await books.Open().DeletePaymentAsync("p1", Ct)).Kind);
    }

    [Fact]
    public async Task What_is_found_is_compared_here_because_Sage_s_search_is_not_exact()
    {
        var books = new Books();
        books.Sage.Then(
            """
            {"$total":3,"$page":1,"$next":null,"$back":null,"$itemsPerPage":200,"$items":[
             {"id":"1","item_code":"SKU-1","catalog_item_type":{"id":"PRODUCT"}},
             {"id":"2","item_code":"SKU-10","catalog_item_type":{"id":"PRODUCT"}},
             {"id":"3","item_code":"SKU-1","catalog_item_type":{"id":"STOCK_ITEM"}}]}
            """
        );
        Assert.Equal("1", Books.Given(await books.Open().FindItemsAsync(ItemKind.Product, "SKU-1", Ct)).Single().Id);
        Assert.Contains("search=SKU-1", books.Sage.Sent.Single().Address.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_payment_is_found_behind_the_first_page_and_once_although_the_pages_overlap()
    {
        const string Other =
            """{"id":"1","date":"2026-03-02","reference":"PAY-0","currency":{"id":"EUR"},"contact":{"id":"c1"},"total_amount":"1.0"}""";
        var wanted = Other.Replace("PAY-0", "PAY-1", StringComparison.Ordinal).Replace("\"1\"", "\"2\"", StringComparison.Ordinal);
        var books = new Books();
        books.Sage.Then(Page(1, "\"/contact_payments?page=2\"", $"{Other},{wanted}")).Then(Page(2, "null", wanted));
        var found = Books.Given(await books.Open().FindPaymentsAsync("c1", "PAY-1", Day, Ct));
        Assert.Equal("2", Assert.Single(found).Id);
        Assert.Equal(2, books.Sage.Sent.Count);

        static string Page(int number, string next, string items) =>
            $$"""{"$total":201,"$page":{{number}},"$next":{{next}},"$back":null,"$itemsPerPage":200,"$items":[{{items}}]}""";
    }

    [Fact]
    public async Task A_record_that_cannot_be_read_fails_the_whole_search_because_it_might_be_the_one()
    {
        var books = new Books();
        books.Sage.Then("""{"$total":1,"$page":1,"$next":null,"$back":null,"$itemsPerPage":200,"$items":[{"id":"1"}]}""");
        Assert.Equal(SageFailureKind.Unreadable, Books.Failed(await books.Open().FindCreditNotesAsync("c1", "CM-1", Day, Ct)).Kind);
    }

    [Fact]
    public async Task The_rate_lists_are_turned_into_base_per_foreign()
    {
        var books = new Books();
        books.Sage.Then(
            """
            {"$total":3,"$page":1,"$next":null,"$back":null,"$itemsPerPage":200,"$items":[
             {"rate":"1.25","inverse_rate":"0.8","currency":{"id":"EUR"}},
             {"rate":"0.0","currency":{"id":"USD"}},{"rate":"2.0","currency":null}]}
            """
        );
        Assert.Equal([new BooksExchangeRate(Currency.EUR, 0.8m)], Books.Given(await books.Open().GetExchangeRatesAsync(Ct)));
    }

    [Fact]
    public async Task A_delivery_address_that_is_not_named_stays_as_it_is()
    {
        var present = new BooksContact
        {
            Id = "c1",
            Details = new ContactDetails
            {
                Kind = ContactKind.Customer,
                Name = "Baobab",
                DeliveryAddress = Leeds,
            },
            DeliveryAddressId = "d1",
        };
        var books = new Books();
        books.Sage.Then(Books.Contact);
        Books.Given(await books.Open().UpdateContactAsync(present, present.Details with { DeliveryAddress = null }, Books.Id, Ct));
        Assert.Equal("PUT", books.Sage.Sent.Single().Method);
        var moved = present.Details with { DeliveryAddress = Leeds with { Line1 = "2 High St" } };
        books.Sage.Then("""{"id":"d1"}""").Then(Books.Contact);
        Books.Given(await books.Open().UpdateContactAsync(present, moved, Books.Id, Ct));
        Assert.Equal("/v3.1/addresses/d1", books.Sage.Sent.ElementAt(1).Address.AbsolutePath);
    }

    private static Func<IBooks, Task<SageFailure?>>[] Writes =>
        [
            static async books => Failure(await books.CreateCreditNoteAsync(CreditNote(), Books.Id, Ct)),
            static async books => Failure(await books.CreatePaymentAsync(Payment(), Books.Id, Ct)),
            static async books => Failure(await books.CreateAllocationAsync(Allocation(10m, -10m), Books.Id, Ct)),
            static async books => Failure(await books.CreateItemAsync(Item(ItemKind.Product), Books.Id, Ct)),
            static async books => Failure(await books.CreateItemAsync(Item(ItemKind.Service), Books.Id, Ct)),
            static async books => Failure(await books.CreateItemAsync(Item(ItemKind.StockItem), Books.Id, Ct)),
            static async books =>
                Failure(
                    await books.UpdateItemAsync(
                        new BooksItem { Id = "x", Details = Item(ItemKind.Product) },
                        Item(ItemKind.Product),
                        Books.Id,
                        Ct
                    )
                ),
            static async books =>
                Failure(await books.CreateStockMovementAsync(new NewStockMovement("s1", Day, 1m, 0m, "Up"), Books.Id, Ct)),
        ];

    private static SageFailure? Failure<T>(SageAnswer<T> answer) => answer.Succeeded(out _, out var failure) ? null : failure;

    private static TradeTerms Terms =>
        new()
        {
            BillingAddress = Leeds,
            DeliveryAddress = Leeds with { Line1 = "4 Mill Lane" },
            Carriage = new NewBooksCarriage(Euro(5m), "GB_ZERO", Euro(0m)),
            ExchangeRate = 0.8m,
        };

    private static NewBooksCreditNote CreditNote() =>
        new("c1", Day, "CM-1", "", Currency.EUR, [new NewBooksLine("Mug", 1m, 10m, "GB_ZERO", "4000", Euro(0m))]);

    private static NewBooksPayment Payment() =>
        new(PaymentDirection.Receipt, "c1", "b1", Day, Euro(10m), "PAY-1", [new AllocationPart("i1", Euro(10m))]);

    private static NewBooksAllocation Allocation(decimal invoice, decimal note) =>
        new("c1", Day, [new AllocationPart("i1", Euro(invoice)), new AllocationPart("n1", Euro(note))]);

    private static ItemDetails Item(ItemKind kind) =>
        new()
        {
            Kind = kind,
            Code = "SKU",
            Description = "Mug",
            SalesAccountId = "4000",
            PurchaseAccountId = "5000",
            SalesPrice = 9.5m,
        };

    private static Money Euro(decimal amount) => new(amount, Currency.EUR);

    private static string OneLine(string text) => text.ReplaceLineEndings("");

    private static JsonNode Shown(string request) => JsonNode.Parse(request)!;

    private static string? Text(JsonNode node, string path) =>
        path.Split('.').Aggregate((JsonNode?)node, static (at, key) => at?[key])?.GetValue<string>();
}
