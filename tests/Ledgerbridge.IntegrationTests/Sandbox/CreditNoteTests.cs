using System.Net;
using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Sandbox;

public sealed class CreditNoteTests
{
    private const string Karoo = SandboxSeed.KarooTrading;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_credit_note_takes_back_what_an_invoice_made_the_customer_owe()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var customer = (await client.PostAsync("/contacts", Sent.Contact("Baobab"), Ct)).Id;
        await client.PostAsync("/sales_invoices", Sent.Invoice(customer), Ct);
        var made = await client.PostAsync(
            "/sales_credit_notes",
            SentTrade
                .CreditNote(customer)
                .And(
                    ("original_invoice_date", "2026-03-10"),
                    ("reference", "CM-1"),
                    ("shipping_net_amount", "10.00"),
                    ("shipping_tax_rate_id", "ZA_STANDARD")
                ),
            Ct
        );
        Assert.Equal(HttpStatusCode.Created, made.Status);
        Assert.Equal(
            ("SCN-1", "UNPAID", "SALES_CREDIT_NOTE"),
            (Text(made, "credit_note_number"), made.LinkId("status"), made.LinkId("transaction_type"))
        );
        Assert.Equal(("356.47", "356.47"), (Text(made, "total_amount"), Text(made, "outstanding_amount")));
        Assert.Equal("2026-03-10", Text(made, "original_invoice_date"));
        var balance = await sandbox.Control.TrialBalanceAsync(Karoo, Ct);
        Assert.Equal((-11.5m, 0m), (balance.Of(1100), balance.Difference));
        var owed = await client.GetAsync($"/contacts?show_balance=true&attributes=all&search=Baobab", Ct);
        Assert.Equal("-11.5", owed.Items.Single()["balance"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_draft_is_released_and_a_live_credit_note_is_voided_with_a_reason()
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var before = await sandbox.Control.TrialBalanceAsync(Karoo, Ct);
        var draft = await client.PostAsync("/sales_credit_notes", SentTrade.CreditNote(Sent.Customer).And(("status_id", "DRAFT")), Ct);
        Assert.Equal(("SCN-DRAFT", "0.0"), (Text(draft, "credit_note_number"), Text(draft, "outstanding_amount")));
        Assert.Equal(before.Of(1100), (await sandbox.Control.TrialBalanceAsync(Karoo, Ct)).Of(1100));
        var released = await client.PostAsync($"/sales_credit_notes/{draft.Id}/release", null, Ct);
        Assert.Equal((HttpStatusCode.Created, "UNPAID"), (released.Status, released.LinkId("status")));
        Assert.Equal(before.Of(1100) - 344.97m, (await sandbox.Control.TrialBalanceAsync(Karoo, Ct)).Of(1100));
        var unreasoned = await client.DeleteAsync($"/sales_credit_notes/{draft.Id}", Ct);
        Assert.Equal("RecordInvalid | This field is required. | void_reason", unreasoned.Problems.Single());
        var voided = await client.SendAsync(
            HttpMethod.Delete,
            $"/sales_credit_notes/{draft.Id}",
            new JsonObject { ["void_reason"] = "Twice" },
            Ct
        );
        Assert.Equal(("VOID", "Twice"), (voided.LinkId("status"), Text(voided, "void_reason")));
        Assert.Equal(before.Of(1100), (await sandbox.Control.TrialBalanceAsync(Karoo, Ct)).Of(1100));
    }

    [Fact]
    public async Task Credit_notes_are_listed_searched_and_asked_for_changes_like_invoices()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var customer = (await client.PostAsync("/contacts", Sent.Contact("Baobab"), Ct)).Id;
        var first = await client.PostAsync("/sales_credit_notes", SentTrade.CreditNote(customer).And(("reference", "CM-7")), Ct);
        sandbox.Time.Advance(TimeSpan.FromSeconds(5));
        var since = sandbox.Time.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ssZ");
        var second = await client.PostAsync("/sales_credit_notes", SentTrade.CreditNote(customer).And(("status_id", "DRAFT")), Ct);
        Assert.Equal(second.Id, (await Ids("/sales_credit_notes?updated_or_created_since=" + since)).Single());
        Assert.Equal(
            first.Id,
            (await Ids("/sales_credit_notes?search=cm-7&status_id=UNPAID&from_date=2026-03-12&to_date=2026-03-12")).Single()
        );
        Assert.Equal(2, (await Ids($"/sales_credit_notes?contact_id={customer}&sort=date:desc")).Count);
        sandbox.Time.Advance(TimeSpan.FromSeconds(5));
        await client.DeleteAsync($"/sales_credit_notes/{second.Id}", Ct);
        Assert.Equal(second.Id, (await Ids("/sales_credit_notes?deleted_since=" + since)).Single());

        async Task<IReadOnlyList<string>> Ids(string path) =>
            [.. (await client.GetAsync(path, Ct)).Items.Select(static item => item["id"]!.GetValue<string>())];
    }

    [Fact]
    public async Task A_replayed_credit_note_is_the_first_one_and_its_id_serves_no_invoice()
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var id = new string('c', 32);
        var first = await client.PostAsync("/sales_credit_notes", SentTrade.CreditNote(Sent.Customer).And(("idempotency_id", id)), Ct);
        var again = await client.PostAsync("/sales_credit_notes", SentTrade.CreditNote(Sent.Customer).And(("idempotency_id", id)), Ct);
        Assert.Equal(first.Id, again.Id);
        var other = await client.PostAsync("/sales_invoices", Sent.Invoice().And(("idempotency_id", id)), Ct);
        Assert.StartsWith("IdempotencyResourceMismatch", other.Problems.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_credit_note_is_printed_as_one()
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var made = await client.PostAsync("/sales_credit_notes", SentTrade.CreditNote(Sent.Customer), Ct);
        var pdf = await client.SendAsync(HttpMethod.Get, $"/sales_credit_notes/{made.Id}?mark_as_sent=false", null, "application/pdf", Ct);
        Assert.Contains("Credit Note", pdf.Text, StringComparison.Ordinal);
    }

    private static string? Text(SandboxAnswer answer, string key) => answer.Object[key]?.GetValue<string>();
}
