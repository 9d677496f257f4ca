using System.Net;
using System.Text.Json.Nodes;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Invoicing;

/// <summary>The list of invoices in Sage's envelope, one invoice in full, and its PDF.</summary>
public sealed class InvoiceListTests(KarooBooks books) : IClassFixture<KarooBooks>
{
    private const string List = "/api/sage/sales_invoices";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_come_in_Sages_envelope_and_their_addresses_keep_the_filters_and_lead_through_all_of_it()
    {
        var seen = new List<string>();
        var address = $"{List}?search={KarooBooks.Own}&items_per_page=5&sort=oldest";
        string? back = null;
        for (var number = 1; ; number++)
        {
            var page = (await books.Owner.GetAsync(address, Ct)).Expect(HttpStatusCode.OK);
            Assert.Equal((KarooBooks.Count, number, 5), ((int)page["$total"]!, (int)page["$page"]!, (int)page["$itemsPerPage"]!));
            Assert.Equal(back is null, page["$back"] is null);
            seen.AddRange(References(page));
            if (page["$next"] is not { } next)
                break;
            Assert.Contains("sort=oldest", next.ToString(), StringComparison.Ordinal);
            (back, address) = (address, next.ToString());
        }
        Assert.Equal(All(), seen);
    }

    [Theory]
    [InlineData("sort=newest", "12 11 10 9 8 7 6 5 4 3 2 1")]
    [InlineData("", "12 11 10 9 8 7 6 5 4 3 2 1")]
    [InlineData("sort=due", "1 2 3 4 5 6 7 8 9 10 11 12")]
    [InlineData("status=draft&sort=oldest", "10 11 12")]
    [InlineData("status=unpaid&sort=oldest", "2 3 4 5 6 7 8 9")]
    [InlineData("status=void", "1")]
    [InlineData("status=paid", "")]
    [InlineData("from_date=2025-08-01&to_date=2025-10-01&sort=oldest", "6 7 8")]
    [InlineData("from_date=2025-08-02&to_date=2025-09-30&sort=oldest", "7")]
    [InlineData("contact_id=baobab&sort=oldest", "1 3 5 7 9 11")]
    [InlineData("contact_id=protea&status=draft&sort=oldest", "10 12")]
    [InlineData("updated_since=2100-01-01", "")]
    public async Task Filters_narrow_the_list_and_go_together_with_its_order(string query, string numbers)
    {
        var filter = query
            .Replace("baobab", books.Baobab, StringComparison.Ordinal)
            .Replace("protea", books.Protea, StringComparison.Ordinal);

        var page = await books.Owner.GetAsync($"{List}?search={KarooBooks.Own}&{filter}", Ct);

        var wanted = numbers
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(static number => $"{KarooBooks.Own}{int.Parse(number):D2}");
        Assert.Equal(wanted, References(page.Expect(HttpStatusCode.OK)));
    }

    [Fact]
    public async Task It_is_searched_by_words_of_reference_and_customer()
    {
        Assert.Equal([$"{KarooBooks.Own}07"], References(await books.Owner.GetAsync($"{List}?search={KarooBooks.Own}07", Ct)));
        Assert.Equal(6, References(await books.Owner.GetAsync($"{List}?search=protea", Ct)).Count());
        var none = (await books.Owner.GetAsync($"{List}?search=nobody-wrote-this", Ct)).Expect(HttpStatusCode.OK);
        Assert.Equal((0, 0), ((int)none["$total"]!, none["$items"]!.AsArray().Count));
    }

    [Fact]
    public async Task Filters_that_make_no_sense_are_named_all_at_once()
    {
        var refused = await books.Owner.GetAsync($"{List}?page=0&items_per_page=201&status=lost&from_date=2026-02-30&sort=size", Ct);

        Assert.Equal(
            ["from_date", "items_per_page", "page", "sort", "status"],
            refused.Expect(HttpStatusCode.BadRequest)["errors"]!.AsObject().Select(static pair => pair.Key).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task One_invoice_is_shown_with_its_lines_what_can_be_done_with_it_and_its_page_in_Sage()
    {
        var draft = await DetailAsync(12);
        Assert.Equal(("draft", null), (draft["invoice"]!["status"]!.ToString(), draft["invoice"]!["number"]));
        Assert.Equal((true, true), ((bool)draft["can_release"]!, (bool)draft["can_void"]!));

        var booked = await DetailAsync(9);
        Assert.Equal((false, true), ((bool)booked["can_release"]!, (bool)booked["can_void"]!));
        Assert.StartsWith("SI-", booked["invoice"]!["number"]!.ToString(), StringComparison.Ordinal);
        Assert.True(Uri.IsWellFormedUriString(booked["invoice"]!["sage_url"]?.ToString(), UriKind.Absolute), booked.Text);
        var line = Assert.Single(booked["line_items"]!.AsArray())!;
        Assert.Equal(("100.00", "15.00", "115.00"), (Text(line, "net_amount"), Text(line, "vat_amount"), Text(line, "gross_amount")));
        Assert.NotEmpty(Text(line, "tax_rate_name"));
        Assert.NotEmpty(Text(line, "ledger_account_name"));

        var gone = await DetailAsync(1);
        Assert.Equal((false, false), ((bool)gone["can_release"]!, (bool)gone["can_void"]!));
        Assert.Equal("Written twice", Text(gone.Body!, "void_reason"));
    }

    [Fact]
    public async Task The_PDF_is_Sages_own_and_one_of_nothing_is_not_found()
    {
        var pdf = (await books.Owner.GetAsync($"{List}/{books.Ids[8]}/pdf", Ct)).Expect(HttpStatusCode.OK);
        Assert.Equal("application/pdf", pdf.Headers["Content-Type"]);
        Assert.StartsWith("%PDF-", pdf.Text, StringComparison.Ordinal);

        foreach (var path in new[] { $"{List}/0123456789abcdef0123456789abcdef/pdf", $"{List}/0123456789abcdef0123456789abcdef" })
            Assert.Equal("not_found", (await books.Owner.GetAsync(path, Ct)).Expect(HttpStatusCode.NotFound).Get("code"));
    }

    private static IEnumerable<string> All() =>
        Enumerable.Range(1, KarooBooks.Count).Select(static number => $"{KarooBooks.Own}{number:D2}");

    private static IEnumerable<string> References(ServerAnswer page) =>
        page["$items"]!.AsArray().Select(static item => item!["reference"]!.ToString());

    private static string Text(JsonNode node, string name) => node[name]!.ToString();

    private async Task<ServerAnswer> DetailAsync(int number) =>
        (await books.Owner.GetAsync($"{List}/{books.Ids[number - 1]}", Ct)).Expect(HttpStatusCode.OK);
}
