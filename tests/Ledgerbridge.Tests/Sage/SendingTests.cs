using System.Net;
using System.Text.Json.Nodes;
using Ledgerbridge.Sage;

namespace Ledgerbridge.Tests.Sage;

/// <summary>What leaves the library: wrapped bodies, decimals as text, an idempotency id in every write.</summary>
public sealed class SendingTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void The_request_that_is_shown_is_the_request_that_is_sent()
    {
        var books = new Books();
        const string Expected = """
            {"sales_invoice":{"contact_id":"c1","date":"2026-03-02","due_date":"2026-04-01","reference":"PO-1001","status_id":"DRAFT",
            "currency_id":"ZAR","invoice_lines":[{"description":"Consulting","ledger_account_id":"4000","quantity":"2.5",
            "unit_price":"0.125","tax_rate_id":"ZA_STANDARD","tax_amount":"15.00"}]}}
            """;
        var shown = books.Open().DescribeRequest(Books.NewInvoice(2.5m, 0.125m));
        Assert.Equal(Expected.ReplaceLineEndings(""), shown);
        Assert.Empty(books.Sage.Sent);
    }

    [Fact]
    public async Task What_is_sent_is_what_was_shown_and_the_idempotency_id()
    {
        var books = new Books();
        books.Sage.Then(HttpStatusCode.Created, Books.Invoice);
        await books.Open().CreateInvoiceAsync(Books.NewInvoice(), Books.Id, Ct);
        var sent = JsonNode.Parse(books.Sage.Sent.Single().Body!)!.AsObject();
        var id = sent["sales_invoice"]!["idempotency_id"]!.GetValue<string>();
        Assert.Equal(Books.Id.Hex, id);
        sent["sales_invoice"]!.AsObject().Remove("idempotency_id");
        Assert.Equal(books.Open().DescribeRequest(Books.NewInvoice()), sent.ToJsonString());
    }

    [Fact]
    public void An_idempotency_id_is_32_hexadecimal_digits_and_always_the_same_for_the_same_posting()
    {
        var id = IdempotencyId.Of("pst_01jd3x");
        Assert.Matches("^[0-9a-f]{32}$", id.Hex);
        Assert.Equal(id, IdempotencyId.Of("pst_01jd3x"));
        Assert.NotEqual(id, IdempotencyId.Of("pst_01jd3y"));
        Assert.Throws<InvalidOperationException>(static () => default(IdempotencyId).Hex);
        Assert.Throws<ArgumentException>(static () => IdempotencyId.Of(""));
    }

    [Fact]
    public async Task Every_step_of_a_change_of_a_contact_has_an_id_of_its_own_and_the_same_one_when_it_is_repeated()
    {
        var present = Contact(new ContactDetails { Kind = ContactKind.Customer, Name = "Baobab" });
        var wanted = new ContactDetails
        {
            Kind = ContactKind.Customer,
            Name = "Baobab Lodge",
            Email = "accounts@baobab.example",
            Address = new PostalAddress { Line1 = "1 Main Road", CountryCode = "ZA" },
        };
        string[][] runs = [await RunAsync(present, wanted), await RunAsync(present, wanted)];
        Assert.Equal(3, runs[0].Distinct().Count());
        Assert.Equal(runs[0], runs[1]);
    }

    [Fact]
    public async Task A_person_who_is_new_at_a_contact_is_made_and_not_forgotten()
    {
        var present = Contact(new ContactDetails { Kind = ContactKind.Customer, Name = "Baobab" }) with { PersonId = null };
        var books = new Books();
        books.Sage.Then(HttpStatusCode.Created, """{"id":"p1"}""").Then(Books.Contact);
        Books.Given(await books.Open().UpdateContactAsync(present, present.Details with { Email = "new@baobab.example" }, Books.Id, Ct));
        var made = books.Sage.Sent.First();
        Assert.Equal(("POST", "/v3.1/contact_persons"), (made.Method, made.Address.AbsolutePath));
        var person = JsonNode.Parse(made.Body!)!["contact_person"]!;
        Assert.Equal(("new@baobab.example", "a1"), (person["email"]!.GetValue<string>(), person["address_id"]!.GetValue<string>()));
        Assert.Equal("Baobab", person["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_change_that_fails_half_way_says_what_was_changed()
    {
        var present = Contact(new ContactDetails { Kind = ContactKind.Customer, Name = "Baobab" });
        var books = new Books();
        books.Sage.Then("""{"id":"a1"}""").Then(HttpStatusCode.UnprocessableEntity, "[]");
        var wanted = present.Details with
        {
            Name = "Baobab Lodge",
            Address = new PostalAddress { Line1 = "1 Main Road" },
        };
        var failure = Books.Failed(await books.Open().UpdateContactAsync(present, wanted, Books.Id, Ct));
        Assert.Equal(SageFailureKind.Refused, failure.Kind);
        Assert.Contains("address was changed", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_void_tells_its_reason_in_both_places()
    {
        var books = new Books();
        books.Sage.Then(HttpStatusCode.NoContent, "").Then(Books.Invoice);
        Assert.Null(Books.Given(await books.Open().VoidInvoiceAsync("1", "Wrong & late", Ct)));
        Assert.NotNull(Books.Given(await books.Open().VoidInvoiceAsync("1", "Wrong & late", Ct)));
        var sent = books.Sage.Sent.First();
        Assert.Equal("?void_reason=Wrong%20%26%20late", sent.Address.Query);
        Assert.Equal("Wrong & late", JsonNode.Parse(sent.Body!)!["void_reason"]!.GetValue<string>());
    }

    private static async Task<string[]> RunAsync(BooksContact present, ContactDetails wanted)
    {
        var books = new Books();
        books.Sage.Then("""{"id":"a1"}""").Then("""{"id":"p1"}""").Then(Books.Contact);
        Books.Given(await books.Open().UpdateContactAsync(present, wanted, Books.Id, Ct));
        return
        [
            .. books.Sage.Sent.Select(static sent =>
                JsonNode.Parse(sent.Body!)!.AsObject().Single().Value!["idempotency_id"]!.GetValue<string>()
            ),
        ];
    }

    private static BooksContact Contact(ContactDetails details) =>
        new()
        {
            Id = "c1",
            Details = details,
            AddressId = "a1",
            PersonId = "p1",
        };
}
