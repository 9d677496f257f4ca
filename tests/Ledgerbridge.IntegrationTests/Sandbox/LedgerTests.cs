using System.Net;
using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Sandbox;

public sealed class LedgerTests
{
    private const string Karoo = SandboxSeed.KarooTrading;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    [SandboxQuirk("SAGE-05")]
    public async Task A_live_invoice_has_a_transaction_that_points_back_at_it()
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var made = await client.PostAsync("/sales_invoices", Sent.Invoice().And(("reference", "ORD-7")), Ct);
        var transaction = await client.GetAsync($"/transactions/{made.LinkId("transaction")}", Ct);
        Assert.Null(transaction.Object["displayed_as"]);
        Assert.Equal("344.97", transaction.Object["total"]!.GetValue<string>());
        Assert.Equal("ORD-7", transaction.Object["reference"]!.GetValue<string>());
        Assert.Equal("2026-03-10", transaction.Object["date"]!.GetValue<string>());
        Assert.Equal("SALES_INVOICE", transaction.LinkId("transaction_type"));
        Assert.Equal($"/sales_invoices/{made.Id}", transaction.Object["origin"]!["$path"]!.GetValue<string>());
        Assert.Null(transaction.Object["origin"]!["status"]);
        Assert.True(transaction.Object["audit_trail_id"]!.GetValue<long>() > 0);
        Assert.Equal(0, transaction.Object["number_of_attachments"]!.GetValue<int>());
        var expanded = await client.GetAsync($"/transactions/{transaction.Id}?expand_origin=true", Ct);
        Assert.Equal("UNPAID", expanded.Object["origin"]!["status"]!["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task Entries_say_account_side_tax_rate_and_contact()
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var made = await client.PostAsync("/sales_invoices", Sent.Invoice(), Ct);
        var entries = (await client.GetAsync($"/ledger_entries?transaction_id={made.LinkId("transaction")}&attributes=all", Ct)).Items;
        Assert.Equal(
            ["Trade Debtors (1100) 344.97/0.0", "Sales - Products (4000) 0.0/299.97", "VAT on Sales (2200) 0.0/45.0"],
            entries.Select(static one => $"{one["ledger_account"]!["displayed_as"]} {one["debit"]}/{one["credit"]}")
        );
        Assert.All(entries, static one => Assert.Equal(Sent.Customer, one["contact"]!["id"]!.GetValue<string>()));
        Assert.Equal(SandboxSeed.ZaStandard, entries[2]["tax_rate"]!["id"]!.GetValue<string>());
        var nested = await client.GetAsync($"/ledger_entries/{entries[0]["id"]}?nested_attributes=all", Ct);
        Assert.Equal(1100, nested.Object["ledger_account"]!["nominal_code"]!.GetValue<int>());
        var one = await client.GetAsync($"/ledger_entries/{entries[0]["id"]}", Ct);
        Assert.Equal(made.LinkId("transaction"), one.LinkId("transaction"));
        Assert.Equal(HttpStatusCode.NotFound, (await client.For(SandboxSeed.LiffeyGoods).GetAsync($"/ledger_entries/{one.Id}", Ct)).Status);
    }

    [Fact]
    public async Task A_void_adds_mirrored_entries_and_marks_the_transaction()
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var made = await client.PostAsync("/sales_invoices", Sent.Invoice(), Ct);
        sandbox.Time.Advance(TimeSpan.FromSeconds(9));
        await client.DeleteAsync($"/sales_invoices/{made.Id}?void_reason=x", Ct);
        var transaction = await client.GetAsync($"/transactions/{made.LinkId("transaction")}", Ct);
        Assert.True(transaction.Object["deleted"]!.GetValue<bool>());
        var entries = (await client.GetAsync($"/ledger_entries?transaction_id={transaction.Id}&attributes=all", Ct)).Items;
        Assert.Equal(6, entries.Count);
        Assert.All(entries, static one => Assert.True(one["deleted"]!.GetValue<bool>()));
        Assert.Equal(Sum(entries, "debit"), Sum(entries, "credit"));
        var feed = await client.GetAsync("/transactions?updated_or_created_since=2026-03-16T09:30:09Z", Ct);
        Assert.Equal(transaction.Id, feed.Items.Single()["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task Transactions_and_entries_are_filtered_by_date_type_account_and_change()
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        await client.PostAsync("/sales_invoices", Sent.Invoice(), Ct);
        var all = (await client.GetAsync("/transactions?items_per_page=200&attributes=all", Ct)).Items;
        var march = (await client.GetAsync("/transactions?from_date=2026-03-01&to_date=2026-03-31&items_per_page=200", Ct)).Items;
        Assert.Equal(all.Count(static one => one["date"]!.GetValue<string>().StartsWith("2026-03", StringComparison.Ordinal)), march.Count);
        var receipts = (await client.GetAsync("/transactions?transaction_type_id=CUSTOMER_RECEIPT&items_per_page=200", Ct)).Items;
        Assert.InRange(receipts.Count, 1, all.Count - 1);
        var changed = (
            await client.GetAsync(
                "/transactions?updated_from_date=2026-03-16T00:00:00Z&updated_to_date=2026-03-16T23:59:59Z&items_per_page=200",
                Ct
            )
        ).Items;
        Assert.NotEmpty(changed);
        Assert.Empty((await client.GetAsync("/transactions?has_attachments=true", Ct)).Items);
        var debtors = (
            await client.GetAsync(
                $"/ledger_entries?ledger_account_id={SandboxSeed.LedgerAccount(Karoo, 1100)}&attributes=all&items_per_page=200",
                Ct
            )
        ).Items;
        var balance = await sandbox.Control.TrialBalanceAsync(Karoo, Ct);
        Assert.Equal(balance.Of(1100), Sum(debtors, "debit") - Sum(debtors, "credit"));
        Assert.Empty((await client.GetAsync("/ledger_entries?ledger_account_id=0123456789abcdef0123456789abcdef", Ct)).Items);
        Assert.Empty((await client.GetAsync("/ledger_entries?transaction_id=0123456789abcdef0123456789abcdef", Ct)).Items);
        Assert.NotEmpty(
            (
                await client.GetAsync("/ledger_entries?updated_or_created_since=2026-03-16T09:30:00Z&transaction_type_id=SALES_INVOICE", Ct)
            ).Items
        );
    }

    [Fact]
    public async Task The_demo_books_balance_and_hold_every_status()
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        foreach (var business in SandboxSeed.Businesses)
            Assert.Equal(0m, (await sandbox.Control.TrialBalanceAsync(business, Ct)).Difference);
        var invoices = await sandbox.Control.DocumentsAsync(Karoo, "sales_invoices", Ct);
        Assert.Equal(32, invoices.Count);
        Assert.Equal(
            ["DRAFT", "PAID", "PART_PAID", "UNPAID", "VOID"],
            invoices.Select(static one => one["status"]!["id"]!.GetValue<string>()).Distinct().Order(StringComparer.Ordinal)
        );
        Assert.All(
            invoices,
            static one =>
                Assert.InRange(DateOnly.Parse(one["date"]!.GetValue<string>()), new DateOnly(2025, 12, 16), new DateOnly(2026, 3, 16))
        );
    }

    private static decimal Sum(IEnumerable<JsonObject> entries, string side) =>
        entries.Sum(one => decimal.Parse(one[side]!.GetValue<string>()));
}
