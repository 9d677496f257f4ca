using System.Net;
using System.Text.Json.Nodes;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Invoicing;

/// <summary>
/// What stands in an invoice has limits, each to the last character and the last cent; and what was previewed is what is posted.
/// </summary>
public sealed class InvoiceLimitTests(KarooBooks books) : IClassFixture<KarooBooks>
{
    private const string Preview = "/api/sage/sales_invoices/preview";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("line_items[0].description", 1, 500)]
    [InlineData("reference", 1, 25)]
    [InlineData("notes", 0, 5000)]
    public async Task A_text_is_taken_from_its_shortest_to_its_longest_and_no_further(string field, int shortest, int longest)
    {
        foreach (var length in new[] { Math.Max(1, shortest), longest })
            (await PreviewAsync(field, new string('x', length))).Expect(HttpStatusCode.OK);
        Assert.NotEmpty((await PreviewAsync(field, new string('x', longest + 1))).Expect(HttpStatusCode.BadRequest).ErrorsOf(field));
        if (shortest > 0)
        {
            foreach (var blank in new[] { "", "   ", " \t\n " })
                Assert.NotEmpty((await PreviewAsync(field, blank)).Expect(HttpStatusCode.BadRequest).ErrorsOf(field));
        }
    }

    [Theory]
    [InlineData("line_items[0].quantity", "0.0001", true)]
    [InlineData("line_items[0].quantity", "10000", true)]
    [InlineData("line_items[0].quantity", "0", false)]
    [InlineData("line_items[0].quantity", "-1", false)]
    [InlineData("line_items[0].quantity", "10000.0001", false)]
    [InlineData("line_items[0].quantity", "0.00001", false)]
    [InlineData("line_items[0].unit_price", "0", true)]
    [InlineData("line_items[0].unit_price", "1000000", true)]
    [InlineData("line_items[0].unit_price", "-0.01", false)]
    [InlineData("line_items[0].unit_price", "1000000.01", false)]
    [InlineData("date", "2026-03-16", true)]
    [InlineData("date", "2026-02-30", false)]
    public async Task A_figure_is_taken_up_to_its_limit_and_no_further(string field, string value, bool taken)
    {
        var answer = await PreviewAsync(field, value);

        if (taken)
            answer.Expect(HttpStatusCode.OK);
        else
            Assert.NotEmpty(answer.Expect(HttpStatusCode.BadRequest).ErrorsOf(field));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public async Task There_are_one_to_a_hundred_lines(int lines, bool taken)
    {
        var invoice = Invoice();
        var line = invoice["line_items"]![0]!;
        invoice["line_items"] = new JsonArray([.. Enumerable.Range(0, lines).Select(_ => line.DeepClone())]);

        var answer = await books.Owner.PostAsync(Preview, invoice.ToJsonString(), Ct);

        if (taken)
            Assert.Equal(lines * 115m, decimal.Parse(answer.Expect(HttpStatusCode.OK).Get("gross_amount"), null));
        else
            Assert.NotEmpty(answer.Expect(HttpStatusCode.BadRequest).ErrorsOf("line_items"));
    }

    [Fact]
    public async Task The_due_date_may_be_the_date_of_the_invoice_and_not_before_it()
    {
        var invoice = Invoice();
        (invoice["date"], invoice["due_date"]) = ("2026-03-16", "2026-03-16");
        (await books.Owner.PostAsync(Preview, invoice.ToJsonString(), Ct)).Expect(HttpStatusCode.OK);

        invoice["due_date"] = "2026-03-15";
        var refused = await books.Owner.PostAsync(Preview, invoice.ToJsonString(), Ct);

        Assert.NotEmpty(refused.Expect(HttpStatusCode.BadRequest).ErrorsOf("due_date"));
    }

    [Fact]
    public async Task What_is_posted_is_the_stored_request_whatever_else_stands_beside_its_preview_or_changes_meanwhile()
    {
        var invoice = Invoice();
        invoice["reference"] = "STORED-1";
        var preview = (await books.Owner.PostAsync(Preview, invoice.ToJsonString(), Ct)).Expect(HttpStatusCode.OK);
        (await books.Owner.PutAsync("/api/settings/template/invoice_notes", new { value = "Written afterwards" }, Ct)).Expect(
            HttpStatusCode.OK
        );
        invoice["reference"] = "RESENT-1";
        invoice["line_items"]![0]!["unit_price"] = "999.00";
        invoice["preview_id"] = preview.Get("preview_id");

        await books.Owner.PostAsync("/api/sage/sales_invoices", invoice.ToJsonString(), Ct);
        (await books.Owner.ConfirmAsync(preview.Get("preview_id"), Ct)).Expect(HttpStatusCode.Created);

        var made = Assert.Single(await books.Server.Sandbox.InvoicesAsync("STORED-1", Ct));
        Assert.Equal("115.0", made["total_amount"]!.ToString());
        Assert.DoesNotContain("afterwards", made.ToJsonString(), StringComparison.Ordinal);
        Assert.Empty(await books.Server.Sandbox.InvoicesAsync("RESENT-1", Ct));
    }

    private Task<ServerAnswer> PreviewAsync(string field, string value)
    {
        var invoice = Invoice();
        var parent = field.StartsWith("line_items", StringComparison.Ordinal) ? invoice["line_items"]![0]!.AsObject() : invoice;
        parent[field.Split('.')[^1]] = value;
        if (field == "date")
            invoice.Remove("due_date");
        return books.Owner.PostAsync(Preview, invoice.ToJsonString(), Ct);
    }

    private JsonObject Invoice() =>
        new()
        {
            ["contact_id"] = books.Baobab,
            ["reference"] = "LIMIT-1",
            ["line_items"] = new JsonArray(
                new JsonObject
                {
                    ["description"] = "Consulting",
                    ["quantity"] = 1,
                    ["unit_price"] = "100.00",
                }
            ),
        };
}
