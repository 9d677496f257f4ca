using System.Net;
using Ledgerbridge.Kernel;
using Ledgerbridge.Sage;
using Ledgerbridge.Sage.V31;

namespace Ledgerbridge.Tests.Sage;

/// <summary>What is made of Sage's answers, the odd ones above all. Nothing Sage may answer makes the library throw.</summary>
public sealed class ReadingTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("\"115.0\"", "115.00")]
    [InlineData("\"115\"", "115.00")]
    [InlineData("115.00", "115.00")]
    [InlineData("115", "115.00")]
    [InlineData("\"-40.8\"", "-40.80")]
    [InlineData("\"1.15e2\"", "115.00")]
    [InlineData("null", "0.00")]
    [InlineData("\"79228162514264337593543950.33\"", "79228162514264337593543950.33")]
    [InlineData("\"0.125\"", "0.13")]
    public async Task Amounts_are_read_exactly_from_text_and_from_numbers(string json, string expected) =>
        Assert.Equal(
            expected,
            Books
                .Given(await InvoiceAsync($$"""{"id":"1","date":"2026-03-02","currency":{"id":"ZAR"},"total_amount":{{json}} }"""))
                .Gross.ToInvariantText()
        );

    [Theory]
    [InlineData("\"2026-03-02\"")]
    [InlineData("\"2026-03-02T08:01:32.000Z\"")]
    [InlineData("\"02/03/2026\"")]
    public async Task Days_are_read_in_all_of_Sages_forms(string json) =>
        Assert.Equal(
            new DateOnly(2026, 3, 2),
            Books.Given(await InvoiceAsync($$"""{"currency":{"id":"ZAR"},"id":"1","date":{{json}} }""")).IssuedOn
        );

    [Theory]
    [InlineData("""{"id":"1","date":"2026-02-30","currency":{"id":"ZAR"}}""")]
    [InlineData("""{"id":"1","date":"13/25/2026","currency":{"id":"ZAR"}}""")]
    [InlineData("""{"id":"1","date":"yesterday","currency":{"id":"ZAR"}}""")]
    [InlineData("""{"id":"1","date":20260302,"currency":{"id":"ZAR"}}""")]
    [InlineData("""{"id":"1","date":null,"currency":{"id":"ZAR"}}""")]
    [InlineData("""{"id":"1","date":"2026-03-02","currency":null}""")]
    [InlineData("""{"id":"1","date":"2026-03-02","currency":{"id":null}}""")]
    [InlineData("""{"id":"1","date":"2026-03-02","currency":{"id":"???"}}""")]
    [InlineData("""{"id":"1","date":"2026-03-02","currency":{"id":"ZAR"},"total_amount":"much"}""")]
    [InlineData("""{"id":"1","date":"2026-03-02","currency":{"id":"ZAR"},"total_amount":1e400}""")]
    [InlineData("""{"id":"1","date":"2026-03-02","currency":{"id":"ZAR"},"total_amount":"79228162514264337593543950335"}""")]
    [InlineData("""{"id":"1","date":"2026-03-02","currency":{"id":"ZAR"},"total_amount":true}""")]
    [InlineData("""{"id":"1","date":"2026-03-02","currency":{"id":"ZAR"},"invoice_lines":{}}""")]
    [InlineData("""{"id":"1","created_at":"never","date":"2026-03-02","currency":{"id":"ZAR"}}""")]
    [InlineData("""{"id":"1","date":"2026-03-02","curr""")]
    [InlineData("<html></html>")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("")]
    public async Task What_cannot_be_read_is_a_failure_and_a_write_has_happened_all_the_same(string body)
    {
        var read = Books.Failed(await InvoiceAsync(body));
        Assert.Equal((SageFailureKind.Unreadable, false), (read.Kind, read.MayHaveHappened));
        foreach (var write in Writes)
        {
            var books = new Books();
            books.Sage.Then(HttpStatusCode.Created, body, ("x_request_id", "r-7"));
            var written = Books.Failed(await write(books.Open()));
            Assert.Equal((SageFailureKind.Unreadable, true, "r-7"), (written.Kind, written.MayHaveHappened, written.RequestId));
        }
    }

    [Fact]
    public async Task Nulls_everywhere_are_nothing_and_no_fault()
    {
        const string Body = """
            {"id":"1","date":"2026-03-02","currency":{"id":"ZAR","displayed_as":null,"$path":null},"displayed_as":null,"links":null,
             "invoice_number":null,"contact":null,"contact_name":null,"due_date":null,"reference":null,"notes":null,"net_amount":null,
             "tax_amount":null,"total_amount":null,"outstanding_amount":null,"status":null,"sent":null,"void_reason":null,
             "created_at":null,"updated_at":null,"deleted_at":null,
             "invoice_lines":[null,{"description":null,"quantity":null,"unit_price":null,"tax_rate":null,"ledger_account":null,
               "net_amount":null,"tax_amount":null}]}
            """;
        var invoice = Books.Given(await InvoiceAsync(Body));
        Assert.Equal((InvoiceState.Other, "", ""), (invoice.State, invoice.ContactId, invoice.Reference));
        var line = Assert.Single(invoice.Lines);
        Assert.Equal(("", 0m, Money.Zero(Currency.ZAR)), (line.Description, line.Quantity, line.Vat));
    }

    [Fact]
    public async Task A_contact_of_nulls_is_read_too()
    {
        const string Body = """
            {"id":"c1","displayed_as":null,"name":null,"contact_types":[null,{"id":null}],"links":[null,{"href":null}],"main_address":null,
             "main_contact_person":{"id":null,"contact_person_types":null},"currency":null,"credit_days":null,"balance":null,"system":null}
            """;
        var books = new Books();
        books.Sage.Then(Body);
        var contact = Books.Given(await books.Open().GetContactAsync("c1", Ct));
        Assert.Equal(("c1", "", null, null), (contact.Id, contact.Details.Name, contact.PersonId, contact.SagePage));
    }

    [Fact]
    public async Task Texts_that_say_null_are_nothing()
    {
        const string Body = """
            {"id":"1","date":"2026-03-02","currency":{"id":"ZAR"},"contact_name":"Null & Sons","reference":"null","notes":"null",
             "void_reason":"null"}
            """;
        var invoice = Books.Given(await InvoiceAsync(Body));
        Assert.Equal(("", "", null, "Null & Sons"), (invoice.Reference, invoice.Notes, invoice.VoidReason, invoice.ContactName));
    }

    [Fact]
    public async Task Fields_nobody_knows_are_passed_over_and_whole_numbers_may_come_as_text()
    {
        const string Body = """
            {"id":"c1","name":"Baobab","brand_new":{"deep":[1,2]},"credit_days":"30","is_active":true,"balance":"-12.5",
             "bank_account_details":{"account_number":"123"}}
            """;
        var books = new Books();
        books.Sage.Then(Body);
        var contact = Books.Given(await books.Open().GetContactAsync("c1", Ct));
        Assert.Equal((30, -12.5m), (contact.Details.CreditDays, contact.Balance));
    }

    [Theory]
    [InlineData("""{"$total":0,"$page":1,"$next":null,"$back":null,"$itemsPerPage":20,"$items":[]}""")]
    [InlineData("""{"$total":null,"$page":null,"$itemsPerPage":null,"$items":null}""")]
    [InlineData("""{}""")]
    public async Task An_empty_list_is_empty(string body)
    {
        var books = new Books();
        books.Sage.Then(body);
        var page = Books.Given(await books.Open().ListInvoicesAsync(new InvoiceQuery(), Ct));
        Assert.Empty(page.Items);
        Assert.False(page.HasNext);
    }

    [Fact]
    public async Task Holes_in_a_list_are_passed_over()
    {
        var books = new Books();
        books.Sage.Then($$"""{"$total":2,"$page":1,"$itemsPerPage":20,"$items":[null,{{Books.Contact}}]}""");
        Assert.Single(Books.Given(await books.Open().ListContactsAsync(new ContactQuery(), Ct)).Items);
    }

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(-3, 1, 1)]
    [InlineData(7, 500, 200)]
    [InlineData(2, 200, 200)]
    public async Task Pages_are_asked_for_within_Sages_limits(int page, int size, int sizeSent)
    {
        var books = new Books();
        books.Sage.Then(Books.NoItems);
        await books.Open().ListInvoicesAsync(new InvoiceQuery { Page = page, PageSize = size }, Ct);
        var query = books.Sage.Sent.Single().Address.Query;
        Assert.Contains($"page={Math.Max(1, page)}&items_per_page={sizeSent}&", query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reading_all_pages_ends_although_Sage_answers_the_last_page_for_ever()
    {
        var books = new Books();
        const string Page = """{"$total":3,"$page":{0},"$next":"/contacts?page=9","$itemsPerPage":2,"$items":[{"id":"a"},{"id":"b"}]}""";
        books.Sage.Then(Page.Replace("{0}", "1", StringComparison.Ordinal)).Then(Page.Replace("{0}", "2", StringComparison.Ordinal));
        var contacts = books.Gateway.Client(books.Tokens).ForBusiness(Books.Business).Contacts;
        Assert.Equal(4, Books.Given(await contacts.ListAllAsync(new SageQuery { ItemsPerPage = 2 }, Ct)).Count);
    }

    [Theory]
    [InlineData("https://accounting.sage.com/invoicing/1", true)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("/relative", false)]
    [InlineData("", false)]
    public async Task Only_a_web_address_is_offered_as_the_page_in_Sage(string href, bool offered)
    {
        var body = $$"""{"id":"1","date":"2026-03-02","currency":{"id":"ZAR"},"links":[{"href":"{{href}}","type":"text/html"}]}""";
        Assert.Equal(offered, Books.Given(await InvoiceAsync(body)).SagePage is not null);
    }

    [Fact]
    public async Task What_is_no_PDF_is_not_handed_on_as_one()
    {
        var books = new Books();
        books.Sage.Then("%PDF-1.7 and so on").Then(Books.Invoice);
        Assert.NotEmpty(Books.Given(await books.Open().GetInvoicePdfAsync("1", Ct)));
        Assert.Equal(SageFailureKind.Unreadable, Books.Failed(await books.Open().GetInvoicePdfAsync("1", Ct)).Kind);
        Assert.All(books.Sage.Sent, static sent => Assert.Equal("application/pdf", sent.Headers["Accept"]));
    }

    private static readonly Func<IBooks, Task<SageAnswer<BooksInvoice>>>[] Writes =
    [
        static books => books.CreateInvoiceAsync(Books.NewInvoice(), Books.Id, Ct),
        static books => books.ReleaseInvoiceAsync("1", Ct),
    ];

    private static async Task<SageAnswer<BooksInvoice>> InvoiceAsync(string body)
    {
        var books = new Books();
        books.Sage.Then(body);
        return await books.Open().GetInvoiceAsync("1", Ct);
    }
}
