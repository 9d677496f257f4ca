using System.Text;
using System.Text.Json.Nodes;
using Ledgerbridge.Kernel;
using Ledgerbridge.Server.Stores.Documents;

namespace Ledgerbridge.Tests.Stores;

public sealed class StoreDocumentTests
{
    public static TheoryData<string> Invoices => StoreSamples.Names("invoice");

    public static TheoryData<string> CreditMemos => StoreSamples.Names("creditmemo");

    [Theory]
    [MemberData(nameof(Invoices))]
    public void Every_invoice_of_the_samples_is_read(string name)
    {
        var invoice = StoreSamples.Invoice(name);
        Assert.True(invoice.Id > 0);
        Assert.NotEmpty(invoice.Lines);
        Assert.NotEqual(default, invoice.CreatedAt);
    }

    [Theory]
    [MemberData(nameof(CreditMemos))]
    public void Every_credit_memo_of_the_samples_is_read(string name) => Assert.True(StoreSamples.CreditMemo(name).Id > 0);

    [Fact]
    public void Every_other_document_of_the_samples_is_read()
    {
        Assert.All(StoreSamples.Names("payment"), static row => Assert.True(StoreSamples.Payment(row.Data).InvoiceId > 0));
        Assert.All(StoreSamples.Names("customer"), static row => Assert.True(StoreSamples.Customer(row.Data).Id > 0));
        Assert.All(StoreSamples.Names("product"), static row => Assert.NotEmpty(StoreSamples.Product(row.Data).Sku));
    }

    [Fact]
    public void An_invoice_is_read_in_all_its_parts()
    {
        var invoice = StoreSamples.Invoice("guest-taxed-delivery");
        Assert.Equal((501, "WEB000501", "ORD007501", "ZAR"), (invoice.Id, invoice.Number, invoice.OrderNumber, invoice.CurrencyCode));
        Assert.Equal((60m, 9m, 215.63m), (invoice.Shipping, invoice.ShippingTax, invoice.GrandTotal));
        Assert.Equal(StoreInvoiceState.Paid, invoice.State);
        Assert.True(invoice.Customer.IsGuest);
        Assert.Equal("Thandi Mokoena", invoice.Customer.PersonName);
        Assert.Equal(["Unit 7", "3 Harbour Road"], invoice.ShippingAddress!.Street);
        Assert.Equal((3m, 42.5m, 127.5m), (invoice.Lines[0].Quantity, invoice.Lines[0].UnitPrice, invoice.Lines[0].Subtotal));
        Assert.Equal(new DateTimeOffset(2026, 6, 2, 8, 15, 30, TimeSpan.Zero), invoice.CreatedAt);
    }

    [Fact]
    public void The_discount_of_the_header_is_negative_on_the_wire_and_positive_here() =>
        Assert.Equal(60m, StoreSamples.Invoice("ten-percent-coupon").Discount);

    [Fact]
    public void Binary_noise_is_rounded_away() => Assert.Equal(114.99m, StoreSamples.Invoice("binary-noise").GrandTotal);

    [Theory]
    [InlineData("25", "25")]
    [InlineData("25.0", "25")]
    [InlineData("\"25.00\"", "25")]
    [InlineData("2.5e1", "25")]
    [InlineData("25.00004", "25")]
    [InlineData("25.00005", "25.0001")]
    public void An_amount_is_a_number_in_any_of_its_forms(string json, string expected) =>
        Assert.Equal(decimal.Parse(expected), StoreSamples.Value(StoreDocuments.ParseInvoice(Changed("grand_total", json))).GrandTotal);

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"much\"")]
    [InlineData("true")]
    [InlineData("[1]")]
    [InlineData("1e300")]
    [InlineData("1000000000000")]
    public void What_is_no_amount_is_named(string json) => Assert.Contains("grand_total", Refusal(Changed("grand_total", json)));

    [Theory]
    [InlineData("magento_id")]
    [InlineData("currency")]
    [InlineData("lines")]
    [InlineData("grand_total")]
    [InlineData("created_at")]
    public void An_invoice_without_its_identity_or_money_says_what_is_missing(string key) =>
        Assert.Contains($"{key} is missing", Refusal(Without(key)));

    [Fact]
    public void All_that_is_missing_is_told_at_once()
    {
        var problem = ProblemOf(StoreDocuments.ParseInvoice("{}"u8));
        Assert.Equal(
            ["created_at", "currency", "grand_total", "lines", "magento_id"],
            problem.Errors.Select(static error => error.Field).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void A_row_without_its_amounts_is_named_by_its_place()
    {
        var json = JsonNode.Parse(StoreSamples.Text("invoice", "mixed-rates"))!;
        json["lines"]![1]!.AsObject().Remove("line_total");
        Assert.Contains("lines[1].line_total is missing", Refusal(json));
    }

    [Theory]
    [InlineData("increment_id")]
    [InlineData("order_id")]
    [InlineData("website_id")]
    [InlineData("state")]
    [InlineData("customer")]
    [InlineData("subtotal")]
    [InlineData("tax_amount")]
    [InlineData("shipping_amount")]
    [InlineData("shipping_tax_amount")]
    [InlineData("discount_amount")]
    [InlineData("payment_method")]
    [InlineData("billing_address")]
    [InlineData("base_to_order_rate")]
    public void An_invoice_does_without_everything_else(string key)
    {
        Assert.True(
            StoreDocuments.ParseInvoice(Encoding.UTF8.GetBytes(Without(key).ToJsonString())).Succeeded(out _, out var problem),
            problem?.Message
        );
        Assert.True(StoreDocuments.ParseInvoice(Changed(key, "null")).Succeeded(out _, out problem), problem?.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>Maintenance</html>")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("{\"magento_id\":1")]
    public void What_is_no_document_is_refused_in_words(string body) =>
        Assert.Contains("cannot be read", ProblemOf(StoreDocuments.ParseInvoice(Encoding.UTF8.GetBytes(body))).Message);

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("1.5")]
    [InlineData("\"abc\"")]
    [InlineData("99999999999999999999999")]
    public void An_id_is_a_whole_number_above_nothing(string id) => Assert.Contains("magento_id", Refusal(Changed("magento_id", id)));

    [Theory]
    [InlineData("\"XQX\"")]
    [InlineData("\"Rand\"")]
    public void A_currency_nobody_knows_is_refused(string code) => Assert.Contains("is no currency", Refusal(Changed("currency", code)));

    [Theory]
    [InlineData("lines", "{\"a\":1}")]
    [InlineData("lines", "[1,2]")]
    [InlineData("customer", "\"Ada\"")]
    [InlineData("created_at", "\"yesterday\"")]
    public void A_part_of_the_wrong_kind_is_named(string key, string json) => Assert.Contains(key, Refusal(Changed(key, json)));

    [Fact]
    public void An_empty_php_list_stands_for_an_absent_group() =>
        Assert.Equal("", StoreSamples.Value(StoreDocuments.ParseInvoice(Changed("customer", "[]"))).Customer.Email);

    [Theory]
    [InlineData("paid", "Paid")]
    [InlineData("cancelled", "Cancelled")]
    [InlineData("open", "Open")]
    [InlineData("in_a_third_party_limbo", "Open")]
    public void An_unknown_state_reads_as_open(string word, string state) =>
        Assert.Equal(
            Enum.Parse<StoreInvoiceState>(state),
            StoreSamples.Value(StoreDocuments.ParseInvoice(Changed("state", $"\"{word}\""))).State
        );

    [Fact]
    public void Half_an_emoji_costs_the_half_and_not_the_document()
    {
        var text = StoreSamples
            .Text("invoice", "free-delivery")
            .Replace("\"Rug\"", "\"Rug \\ud83d x \\udc69 \\ud83c\\udf89 \\\\ud83d\"", StringComparison.Ordinal);
        Assert.Equal("Rug x 🎉 \\ud83d", StoreSamples.Value(StoreDocuments.ParseInvoice(Encoding.UTF8.GetBytes(text))).Lines[0].Name);
    }

    [Fact]
    public void A_broken_byte_costs_the_character_and_not_the_document()
    {
        var bytes = StoreSamples.Bytes("invoice", "free-delivery");
        bytes[bytes.AsSpan().IndexOf("Rug\""u8) + 1] = 0xC3;
        Assert.Equal("Rg", StoreSamples.Value(StoreDocuments.ParseInvoice(bytes)).Lines[0].Name);
    }

    [Fact]
    public void A_payment_keeps_nothing_the_gateway_said()
    {
        var payment = StoreSamples.Payment("gateway-noise");
        Assert.Equal(517.5m, payment.Amount);
        Assert.DoesNotContain("sensitive", payment.ToString());
    }

    [Fact]
    public void A_credit_memo_names_its_invoice_or_none()
    {
        Assert.Equal(501, StoreSamples.CreditMemo("full").InvoiceId);
        Assert.Equal("Wrong size & colour", StoreSamples.CreditMemo("full").Reason);
        Assert.Null(StoreSamples.CreditMemo("without-invoice").InvoiceId);
        Assert.Empty(StoreSamples.CreditMemo("adjustment-only").Lines);
    }

    [Fact]
    public void A_product_says_what_it_is_in_small_letters()
    {
        Assert.Equal("subscription_plan", StoreSamples.Product("third-party-kind").Type);
        Assert.Null(StoreSamples.Product("configurable").Price);
        Assert.Equal(-3m, StoreSamples.Product("negative-stock").StockQuantity);
        Assert.Null(StoreSamples.Product("stock-unknown").StockQuantity);
    }

    [Theory]
    [InlineData("za", "ZA")]
    [InlineData("South Africa", "")]
    [InlineData("Z1", "")]
    public void A_country_is_two_letters_or_unknown(string sent, string read)
    {
        var json = JsonNode.Parse(StoreSamples.Text("invoice", "free-delivery"))!;
        json["billing_address"]!["country_id"] = sent;
        Assert.Equal(
            read,
            StoreSamples.Value(StoreDocuments.ParseInvoice(Encoding.UTF8.GetBytes(json.ToJsonString()))).BillingAddress!.CountryCode
        );
    }

    private static byte[] Changed(string key, string json)
    {
        var document = JsonNode.Parse(StoreSamples.Text("invoice", "free-delivery"))!.AsObject();
        document[key] = "@@";
        return Encoding.UTF8.GetBytes(document.ToJsonString().Replace("\"@@\"", json, StringComparison.Ordinal));
    }

    private static JsonObject Without(string key)
    {
        var document = JsonNode.Parse(StoreSamples.Text("invoice", "free-delivery"))!.AsObject();
        document.Remove(key);
        return document;
    }

    private static string Refusal(JsonNode document) => Refusal(Encoding.UTF8.GetBytes(document.ToJsonString()));

    private static string Refusal(byte[] document) => ProblemOf(StoreDocuments.ParseInvoice(document)).Message;

    private static Problem ProblemOf<T>(Result<T> result) =>
        result.Succeeded(out _, out var problem) ? throw new InvalidOperationException("It was read.") : problem;
}
