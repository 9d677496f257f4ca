using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Sandbox;

public sealed class InvoiceStateTests
{
    private const string Karoo = SandboxSeed.KarooTrading;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("query")]
    [InlineData("body")]
    [SandboxQuirk("SAGE-20")]
    public async Task A_void_takes_its_reason_from_the_query_or_the_body(string way)
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var before = await sandbox.Control.TrialBalanceAsync(Karoo, Ct);
        var made = await client.PostAsync("/sales_invoices", Sent.Invoice(), Ct);
        var voided =
            way == "query"
                ? await client.DeleteAsync($"/sales_invoices/{made.Id}?void_reason=Ordered%20twice", Ct)
                : await client.SendAsync(
                    HttpMethod.Delete,
                    $"/sales_invoices/{made.Id}",
                    new JsonObject { ["void_reason"] = "Ordered twice" },
                    Ct
                );
        Assert.Equal(HttpStatusCode.OK, voided.Status);
        Assert.Equal("VOID", voided.LinkId("status"));
        Assert.Equal("Ordered twice", voided.Object["void_reason"]!.GetValue<string>());
        Assert.Equal("0.0", voided.Object["outstanding_amount"]!.GetValue<string>());
        Assert.False(voided.Object["editable"]!.GetValue<bool>());
        var after = await sandbox.Control.TrialBalanceAsync(Karoo, Ct);
        Assert.Equal(before.Of(1100), after.Of(1100));
        Assert.Equal(0m, after.Difference);
        Assert.Equal("VOID", (await client.GetAsync($"/sales_invoices/{made.Id}", Ct)).LinkId("status"));
        Assert.Contains(
            made.Id,
            (await client.GetAsync("/sales_invoices?updated_or_created_since=2026-03-16T09:30:00Z", Ct)).Text,
            StringComparison.Ordinal
        );
        Assert.Empty((await client.GetAsync("/sales_invoices?deleted_since=2026-03-01", Ct)).Items);
    }

    [Fact]
    [SandboxQuirk("SAGE-20")]
    public async Task A_void_may_answer_204_without_the_invoice()
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        await sandbox.Control.ChangeSettingsAsync(new { void_status = 204 }, Ct);
        var client = await sandbox.ClientAsync(Ct);
        var made = await client.PostAsync("/sales_invoices", Sent.Invoice(), Ct);
        var voided = await client.DeleteAsync($"/sales_invoices/{made.Id}?void_reason=x", Ct);
        Assert.Equal((HttpStatusCode.NoContent, ""), (voided.Status, voided.Text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("%20%20")]
    [SandboxQuirk("SAGE-20")]
    public async Task A_void_without_a_reason_is_refused(string reason)
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var made = await client.PostAsync("/sales_invoices", Sent.Invoice(), Ct);
        var refused = await client.DeleteAsync($"/sales_invoices/{made.Id}?void_reason={reason}", Ct);
        Assert.Equal("RecordInvalid | This field is required. | void_reason", refused.Problems.Single());
        var tooLong = await client.DeleteAsync($"/sales_invoices/{made.Id}?void_reason={new string('x', 201)}", Ct);
        Assert.Equal("RecordInvalid | is too long (maximum is 200 characters) | void_reason", tooLong.Problems.Single());
        Assert.Equal("UNPAID", (await client.GetAsync($"/sales_invoices/{made.Id}", Ct)).LinkId("status"));
    }

    [Fact]
    public async Task A_draft_is_deleted_without_a_reason_and_shows_among_the_deleted()
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var draft = await client.PostAsync("/sales_invoices", Sent.Invoice().And(("status_id", "DRAFT")), Ct);
        Assert.Equal(HttpStatusCode.OK, (await client.DeleteAsync($"/sales_invoices/{draft.Id}", Ct)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/sales_invoices/{draft.Id}", Ct)).Status);
        Assert.Equal(
            draft.Id,
            (await client.GetAsync("/sales_invoices?deleted_since=2026-03-16", Ct)).Items.Single()["id"]!.GetValue<string>()
        );
    }

    [Fact]
    public async Task What_is_void_stays_void()
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var made = await client.PostAsync("/sales_invoices", Sent.Invoice(), Ct);
        await client.DeleteAsync($"/sales_invoices/{made.Id}?void_reason=x", Ct);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.DeleteAsync($"/sales_invoices/{made.Id}?void_reason=x", Ct)).Status);
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await client.PutAsync($"/sales_invoices/{made.Id}", Change("notes", "x"), Ct)).Status
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.PostAsync($"/sales_invoices/{made.Id}/release", null, Ct)).Status);
    }

    [Theory]
    [InlineData("100", "PART_PAID", "244.97")]
    [InlineData(null, "PAID", "0.0")]
    [SandboxQuirk("SAGE-06")]
    public async Task A_paid_invoice_cannot_be_voided_and_shows_when_it_was_paid_with_slashes(
        string? amount,
        string status,
        string outstanding
    )
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var made = await client.PostAsync("/sales_invoices", Sent.Invoice(), Ct);
        await sandbox.Control.PayAsync(Karoo, made.Id, amount is null ? null : decimal.Parse(amount), Ct);
        var paid = await client.GetAsync($"/sales_invoices/{made.Id}?mark_as_sent=false", Ct);
        Assert.Equal(status, paid.LinkId("status"));
        Assert.Equal(outstanding, paid.Object["outstanding_amount"]!.GetValue<string>());
        Assert.Equal("16/03/2026", paid.Object["last_paid"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.DeleteAsync($"/sales_invoices/{made.Id}?void_reason=x", Ct)).Status);
        Assert.Equal(0m, (await sandbox.Control.TrialBalanceAsync(Karoo, Ct)).Difference);
        await Assert.ThrowsAsync<InvalidOperationException>(() => sandbox.Control.PayAsync(Karoo, made.Id, 10_000m, Ct));
    }

    [Fact]
    public async Task A_document_in_a_tax_return_is_frozen()
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var made = await client.PostAsync("/sales_invoices", Sent.Invoice(), Ct);
        await sandbox.Control.ChangeBusinessAsync(Karoo, new { tax_reconciled_through = "2026-03-10" }, Ct);
        Assert.True((await client.GetAsync($"/sales_invoices/{made.Id}", Ct)).Object["tax_reconciled"]!.GetValue<bool>());
        foreach (
            var answer in new[]
            {
                await client.DeleteAsync($"/sales_invoices/{made.Id}?void_reason=x", Ct),
                await client.PutAsync($"/sales_invoices/{made.Id}", Change("notes", "x"), Ct),
            }
        )
            Assert.Equal("RecordInvalid | You cannot edit VAT reconciled transactions. | base", answer.Problems.Single());
    }

    [Fact]
    public async Task Changing_a_live_invoice_posts_the_difference_and_keeps_its_number()
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var before = await sandbox.Control.TrialBalanceAsync(Karoo, Ct);
        var made = await client.PostAsync("/sales_invoices", Sent.Invoice(), Ct);
        var body = new JsonObject
        {
            ["sales_invoice"] = new JsonObject
            {
                ["invoice_lines"] = new JsonArray(Sent.Line(Karoo, SandboxSeed.ZaStandard, "1", "100", "15")),
                ["invoice_number"] = "SI-99",
                ["due_date"] = "2026-05-01",
                ["delivery_address"] = new JsonObject { ["city"] = "Hermanus" },
            },
        };
        var changed = await client.PutAsync($"/sales_invoices/{made.Id}", body, Ct);
        Assert.Equal(115m, changed.Amount("total_amount"));
        Assert.Equal(115m, changed.Amount("outstanding_amount"));
        Assert.Equal(made.Object["invoice_number"]!.GetValue<string>(), changed.Object["invoice_number"]!.GetValue<string>());
        Assert.Equal("Hermanus", changed.Object["delivery_address_free_form"]!.GetValue<string>());
        Assert.Equal(
            made.Object["main_address_free_form"]!.GetValue<string>(),
            changed.Object["main_address_free_form"]!.GetValue<string>()
        );
        Assert.Equal(made.LinkId("transaction"), changed.LinkId("transaction"));
        var after = await sandbox.Control.TrialBalanceAsync(Karoo, Ct);
        Assert.Equal(115m, after.Of(1100) - before.Of(1100));
        Assert.Equal(-15m, after.Of(2200) - before.Of(2200));
    }

    [Fact]
    public async Task A_draft_may_change_its_customer_and_a_live_invoice_may_not()
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var other = SandboxSeed.Contact(Karoo, 2);
        var draft = await client.PostAsync("/sales_invoices", Sent.Invoice().And(("status_id", "DRAFT")), Ct);
        var changed = await client.PutAsync($"/sales_invoices/{draft.Id}", Change("contact_id", other), Ct);
        Assert.Equal("Table Bay Deli CC", changed.Object["contact_name"]!.GetValue<string>());
        Assert.StartsWith("112 Bree Street", changed.Object["main_address_free_form"]!.GetValue<string>(), StringComparison.Ordinal);
        var live = await client.PostAsync("/sales_invoices", Sent.Invoice(), Ct);
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await client.PutAsync($"/sales_invoices/{live.Id}", Change("contact_id", other), Ct)).Status
        );
    }

    [Fact]
    [SandboxQuirk("SAGE-24")]
    public async Task Reading_an_invoice_marks_it_as_sent_unless_told_not_to()
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var made = await client.PostAsync("/sales_invoices", Sent.Invoice(), Ct);
        sandbox.Time.Advance(TimeSpan.FromSeconds(10));
        Assert.False((await client.GetAsync($"/sales_invoices/{made.Id}?mark_as_sent=false", Ct)).Object["sent"]!.GetValue<bool>());
        var read = await client.GetAsync($"/sales_invoices/{made.Id}", Ct);
        Assert.True(read.Object["sent"]!.GetValue<bool>());
        Assert.Equal("2026-03-16T09:30:10Z", read.Object["updated_at"]!.GetValue<string>());
        Assert.True((await client.GetAsync($"/sales_invoices/{made.Id}?mark_as_sent=false", Ct)).Object["sent"]!.GetValue<bool>());
        var draft = await client.PostAsync("/sales_invoices", Sent.Invoice().And(("status_id", "DRAFT")), Ct);
        Assert.False((await client.GetAsync($"/sales_invoices/{draft.Id}", Ct)).Object["sent"]!.GetValue<bool>());
    }

    [Fact]
    [SandboxQuirk("SAGE-25")]
    public async Task An_invoice_comes_as_pdf_when_that_is_accepted()
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var lines = Enumerable
            .Range(1, 80)
            .Select(static n =>
                Sent.Line().With(("description", $"Ware {n} (naïve – 5 € \\ test) that has a rather long description of what it is"))
            )
            .ToArray();
        var made = await client.PostAsync("/sales_invoices", Sent.Invoice(lines), Ct);
        var pdf = await client.SendAsync(HttpMethod.Get, $"/sales_invoices/{made.Id}?mark_as_sent=false", null, "application/pdf", Ct);
        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (pdf.Status, pdf.MediaType));
        var text = Encoding.Latin1.GetString(pdf.Bytes);
        Assert.StartsWith("%PDF-1.4", text, StringComparison.Ordinal);
        Assert.EndsWith("%%EOF\n", text, StringComparison.Ordinal);
        foreach (
            var expected in new[]
            {
                "(Tax Invoice)",
                "(VAT no. 4220122222)",
                "(VAT no. 4405608656)",
                "(Karoo Trading \\(Pty\\) Ltd)",
                "(Baobab Lodge \\(Pty\\) Ltd)",
                "(Ware 80 \\(na\u00efve",
            }
        )
            Assert.Contains(expected, text, StringComparison.Ordinal);
        AssertPdfIsWhole(text);
        Assert.False((await client.GetAsync($"/sales_invoices/{made.Id}?mark_as_sent=false", Ct)).Object["sent"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData("DRAFT", "(Draft Invoice)")]
    [InlineData("PRO_FORMA", "(Pro Forma Invoice)")]
    [InlineData("VOID", "(VOID: x)")]
    public async Task A_pdf_says_what_it_is_not(string status, string words)
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var made = await client.PostAsync("/sales_invoices", Sent.Invoice().And(("status_id", status == "VOID" ? null : status)), Ct);
        if (status == "VOID")
            await client.DeleteAsync($"/sales_invoices/{made.Id}?void_reason=x", Ct);
        var pdf = await client.SendAsync(HttpMethod.Get, $"/sales_invoices/{made.Id}", null, "application/pdf", Ct);
        Assert.Contains(words, Encoding.Latin1.GetString(pdf.Bytes), StringComparison.Ordinal);
    }

    /// <summary>Every object stands where the table says, and every stream is as long as it says.</summary>
    private static void AssertPdfIsWhole(string text)
    {
        var table = int.Parse(text[(text.LastIndexOf("startxref\n", StringComparison.Ordinal) + 10)..].Split('\n')[0]);
        var rows = text[table..].Split('\n');
        Assert.Equal("xref", rows[0]);
        var count = int.Parse(rows[1].Split(' ')[1]);
        for (var number = 1; number < count; number++)
            Assert.StartsWith($"{number} 0 obj\n", text[int.Parse(rows[2 + number].Split(' ')[0])..], StringComparison.Ordinal);
        for (
            var at = text.IndexOf("/Length ", StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf("/Length ", at + 1, StringComparison.Ordinal)
        )
        {
            var length = int.Parse(text[(at + 8)..].Split(' ')[0]);
            var start = text.IndexOf("stream\n", at, StringComparison.Ordinal) + 7;
            Assert.Equal("endstream", text.Substring(start + length, 9));
        }
        Assert.True(text.Split("/Type /Page ").Length > 2, "eighty lines need more than one page");
    }

    private static JsonObject Change(string key, string value) => new() { ["sales_invoice"] = new JsonObject { [key] = value } };
}
