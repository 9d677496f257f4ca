using System.Net;
using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Sandbox;

public sealed class PaymentTests
{
    private const string Karoo = SandboxSeed.KarooTrading;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    [SandboxQuirk("SAGE-55")]
    public async Task A_receipt_pays_the_invoices_it_names_and_fills_the_bank()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var (client, customer) = await CustomerAsync(sandbox);
        var one = await client.PostAsync("/sales_invoices", Sent.Invoice(customer), Ct);
        var two = await client.PostAsync("/sales_invoices", Sent.Invoice(customer), Ct);
        var paid = await client.PostAsync(
            "/contact_payments",
            SentTrade.Receipt(Karoo, customer, "444.97", (one.Id, "344.97"), (two.Id, "100")),
            Ct
        );
        Assert.Equal(HttpStatusCode.Created, paid.Status);
        Assert.Equal(("0.0", "0.0", "444.97"), (Text(paid, "net_amount"), Text(paid, "tax_amount"), Text(paid, "total_amount")));
        Assert.Equal(
            ["344.97", "100.0"],
            paid.Object["allocated_artefacts"]!.AsArray().Select(static part => part!["amount"]!.GetValue<string>())
        );
        Assert.Null(paid.Object["payment_on_account"]);
        Assert.False(paid.Object["editable"]!.GetValue<bool>());
        var shown = await client.GetAsync($"/sales_invoices/{two.Id}?show_payments_allocations=true&mark_as_sent=false", Ct);
        Assert.Equal(
            ("PART_PAID", "244.97", "13/03/2026"),
            (shown.LinkId("status"), Text(shown, "outstanding_amount"), Text(shown, "last_paid"))
        );
        Assert.Equal(paid.Id, shown.Object["payments_allocations"]!.AsArray().Single()!["contact_payment"]!["id"]!.GetValue<string>());
        Assert.Equal("PAID", (await client.GetAsync($"/sales_invoices/{one.Id}", Ct)).LinkId("status"));
        var balance = await sandbox.Control.TrialBalanceAsync(Karoo, Ct);
        Assert.Equal((444.97m, 244.97m, 0m), (balance.Of(1200), balance.Of(1100), balance.Difference));
        var bank = await client.GetAsync($"/bank_accounts/{SandboxSeed.BankAccount(Karoo, 1200)}", Ct);
        Assert.Equal("444.97", Text(bank, "balance"));
    }

    [Fact]
    [SandboxQuirk("SAGE-53")]
    public async Task What_is_left_of_a_receipt_stays_on_account_under_an_id_of_its_own()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var (client, customer) = await CustomerAsync(sandbox);
        var invoice = await client.PostAsync("/sales_invoices", Sent.Invoice(customer), Ct);
        var paid = await client.PostAsync("/contact_payments", SentTrade.Receipt(Karoo, customer, "400", (invoice.Id, "344.97")), Ct);
        var onAccount = paid.Object["payment_on_account"]!.AsObject();
        var id = onAccount["id"]!.GetValue<string>();
        Assert.NotEqual(paid.Id, id);
        Assert.Equal($"/contact_payments/{paid.Id}", onAccount["$path"]!.GetValue<string>());
        Assert.Equal("55.03", onAccount["outstanding_amount"]!.GetValue<string>());
        Assert.Equal(-55.03m, (await sandbox.Control.TrialBalanceAsync(Karoo, Ct)).Of(1100));

        var later = await client.PostAsync("/sales_invoices", Sent.Invoice(customer), Ct);
        var byPayment = await client.PostAsync(
            "/contact_allocations",
            SentTrade.Allocation(customer, (later.Id, "55.03"), (paid.Id, "-55.03")),
            Ct
        );
        Assert.Equal(HttpStatusCode.NotFound, byPayment.Status);
        var byRest = await client.PostAsync(
            "/contact_allocations",
            SentTrade.Allocation(customer, (later.Id, "55.03"), (id, "-55.03")),
            Ct
        );
        Assert.Equal(HttpStatusCode.Created, byRest.Status);
        var after = await client.GetAsync($"/contact_payments/{paid.Id}", Ct);
        Assert.Equal("0.0", after.Object["payment_on_account"]!["outstanding_amount"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.DeleteAsync($"/contact_payments/{paid.Id}", Ct)).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.PutAsync($"/contact_payments/{paid.Id}", Cleared(), Ct)).Status);
        await client.DeleteAsync($"/contact_allocations/{byRest.Id}", Ct);
        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync($"/contact_payments/{paid.Id}", Ct)).Status);
        var balance = await sandbox.Control.TrialBalanceAsync(Karoo, Ct);
        Assert.Equal((689.94m, 0m, 0m), (balance.Of(1100), balance.Of(1200), balance.Difference));
    }

    [Fact]
    [SandboxQuirk("SAGE-60")]
    public async Task An_empty_list_clears_a_payment_and_deleting_it_returns_the_invoice_to_unpaid()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var (client, customer) = await CustomerAsync(sandbox);
        var invoice = await client.PostAsync("/sales_invoices", Sent.Invoice(customer), Ct);
        var paid = await client.PostAsync("/contact_payments", SentTrade.Receipt(Karoo, customer, "344.97", (invoice.Id, "344.97")), Ct);
        var cleared = await client.PutAsync($"/contact_payments/{paid.Id}", Cleared(), Ct);
        Assert.Equal("344.97", cleared.Object["payment_on_account"]!["outstanding_amount"]!.GetValue<string>());
        var unpaid = await client.GetAsync($"/sales_invoices/{invoice.Id}?mark_as_sent=false", Ct);
        Assert.Equal(
            ("UNPAID", "344.97", "0.0"),
            (unpaid.LinkId("status"), Text(unpaid, "outstanding_amount"), Text(unpaid, "total_paid"))
        );
        Assert.Null(unpaid.Object["last_paid"]);
        var again = new JsonObject
        {
            ["contact_payment"] = new JsonObject { ["allocated_artefacts"] = SentTrade.Parts((invoice.Id, "300")) },
        };
        var half = await client.PutAsync($"/contact_payments/{paid.Id}", again, Ct);
        Assert.Equal("44.97", half.Object["payment_on_account"]!["outstanding_amount"]!.GetValue<string>());
        Assert.Equal(0m, (await sandbox.Control.TrialBalanceAsync(Karoo, Ct)).Of(1100));
        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync($"/contact_payments/{paid.Id}", Ct)).Status);
        Assert.Equal("UNPAID", (await client.GetAsync($"/sales_invoices/{invoice.Id}", Ct)).LinkId("status"));
        var deleted = await client.GetAsync("/contact_payments?deleted_since=2026-01-01&attributes=deleted_at", Ct);
        Assert.Equal(paid.Id, deleted.Items.Single()["id"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/contact_payments/{paid.Id}", Ct)).Status);
        var balance = await sandbox.Control.TrialBalanceAsync(Karoo, Ct);
        Assert.Equal((344.97m, 0m, 0m), (balance.Of(1100), balance.Of(1200), balance.Difference));
    }

    [Fact]
    [SandboxQuirk("SAGE-61")]
    public async Task A_refund_pays_credit_notes_and_rests_of_receipts_to_the_last_cent()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var (client, customer) = await CustomerAsync(sandbox);
        var note = await client.PostAsync("/sales_credit_notes", SentTrade.CreditNote(customer), Ct);
        var invoice = await client.PostAsync("/sales_invoices", Sent.Invoice(customer), Ct);
        var receipt = await client.PostAsync("/contact_payments", SentTrade.Receipt(Karoo, customer, "50"), Ct);
        var rest = receipt.Object["payment_on_account"]!["id"]!.GetValue<string>();
        var unallocated = await client.PostAsync("/contact_payments", SentTrade.Refund(Karoo, customer, "100", (note.Id, "99.99")), Ct);
        Assert.Equal("RecordInvalid | A refund must be fully allocated. | allocated_artefacts", unallocated.Problems.Single());
        var ofInvoice = await client.PostAsync("/contact_payments", SentTrade.Refund(Karoo, customer, "10", (invoice.Id, "10")), Ct);
        Assert.Equal("RecordInvalid | is invalid | allocated_artefacts.amount", ofInvoice.Problems.Single());
        var ofNote = await client.PostAsync("/contact_payments", SentTrade.Receipt(Karoo, customer, "10", (note.Id, "10")), Ct);
        Assert.Equal("RecordInvalid | is invalid | allocated_artefacts.amount", ofNote.Problems.Single());
        var refund = await client.PostAsync(
            "/contact_payments",
            SentTrade.Refund(Karoo, customer, "394.97", (note.Id, "344.97"), (rest, "50")),
            Ct
        );
        Assert.Equal(HttpStatusCode.Created, refund.Status);
        Assert.Equal("PAID", (await client.GetAsync($"/sales_credit_notes/{note.Id}", Ct)).LinkId("status"));
        var balance = await sandbox.Control.TrialBalanceAsync(Karoo, Ct);
        Assert.Equal((-344.97m, 344.97m, 0m), (balance.Of(1200), balance.Of(1100), balance.Difference));
    }

    [Fact]
    [SandboxQuirk("SAGE-58")]
    public async Task Only_open_documents_of_the_contact_can_be_paid_and_not_beyond_what_is_outstanding()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var (client, customer) = await CustomerAsync(sandbox);
        var other = (await client.PostAsync("/contacts", Sent.Contact("Other"), Ct)).Id;
        var supplier = (await client.PostAsync("/contacts", Sent.Contact("Supplier", "VENDOR"), Ct)).Id;
        var invoice = await client.PostAsync("/sales_invoices", Sent.Invoice(customer), Ct);
        var draft = await client.PostAsync("/sales_invoices", Sent.Invoice(customer).And(("status_id", "DRAFT")), Ct);
        var closed = "RecordInvalid | You can only pay unpaid or part-paid invoices. | base";
        foreach (
            var (body, problem) in new[]
            {
                (SentTrade.Receipt(Karoo, customer, "10", (draft.Id, "10")), closed),
                (
                    SentTrade.Receipt(Karoo, other, "10", (invoice.Id, "10")),
                    "RecordInvalid | must belong to the contact | allocated_artefacts.artefact_id"
                ),
                (
                    SentTrade.Receipt(Karoo, customer, "400", (invoice.Id, "344.98")),
                    "RecordInvalid | must not be more than the outstanding amount | allocated_artefacts.amount"
                ),
                (
                    SentTrade.Receipt(Karoo, customer, "10", (invoice.Id, "10.01")),
                    "RecordInvalid | must not be more than the total amount | allocated_artefacts"
                ),
                (SentTrade.Receipt(Karoo, customer, "10", (invoice.Id, "-1")), "RecordInvalid | is invalid | allocated_artefacts.amount"),
                (SentTrade.Receipt(Karoo, customer, "0"), "RecordInvalid | must be greater than 0 | total_amount"),
                (SentTrade.Receipt(Karoo, supplier, "10"), "RecordInvalid | can't find customer | contact_id"),
                (
                    SentTrade.Receipt(Karoo, customer, "10").And(("date", "1999-01-01")),
                    "RecordInvalid | must be on or after the accounts start date | date"
                ),
                (
                    SentTrade.Receipt(Karoo, customer, "10").And(("transaction_type_id", "VENDOR_PAYMENT")),
                    "RecordInvalid | is not included in the list | transaction_type_id"
                ),
            }
        )
            Assert.Equal(problem, (await client.PostAsync("/contact_payments", body, Ct)).Problems.Single());
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await client.PostAsync("/contact_payments", SentTrade.Receipt(Karoo, customer, "1", (new string('0', 32), "1")), Ct)).Status
        );
        await client.PostAsync("/contact_payments", SentTrade.Receipt(Karoo, customer, "344.97", (invoice.Id, "344.97")), Ct);
        var twice = await client.PostAsync("/contact_payments", SentTrade.Receipt(Karoo, customer, "344.97", (invoice.Id, "344.97")), Ct);
        Assert.Equal(closed, twice.Problems.Single());
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await client.DeleteAsync($"/sales_invoices/{invoice.Id}?void_reason=x", Ct)).Status
        );
    }

    [Fact]
    public async Task A_discount_settles_without_money()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var (client, customer) = await CustomerAsync(sandbox);
        var invoice = await client.PostAsync("/sales_invoices", Sent.Invoice(customer), Ct);
        var body = SentTrade.Receipt(Karoo, customer, "340", (invoice.Id, "340"));
        body["contact_payment"]!["allocated_artefacts"]![0]!["discount"] = "4.97";
        Assert.Equal(HttpStatusCode.Created, (await client.PostAsync("/contact_payments", body, Ct)).Status);
        Assert.Equal("PAID", (await client.GetAsync($"/sales_invoices/{invoice.Id}", Ct)).LinkId("status"));
        var balance = await sandbox.Control.TrialBalanceAsync(Karoo, Ct);
        Assert.Equal((340m, 4.97m, 0m, 0m), (balance.Of(1200), balance.Of(4920), balance.Of(1100), balance.Difference));
    }

    [Fact]
    public async Task Payments_are_found_by_contact_bank_type_and_date_and_replayed_by_their_id()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var (client, customer) = await CustomerAsync(sandbox);
        var body = SentTrade.Receipt(Karoo, customer, "10").And(("idempotency_id", new string('d', 32)));
        var made = await client.PostAsync("/contact_payments", body, Ct);
        Assert.Equal(made.Id, (await client.PostAsync("/contact_payments", body, Ct)).Id);
        var bank = SandboxSeed.BankAccount(Karoo, 1200);
        var found = await client.GetAsync(
            $"/contact_payments?contact_id={customer}&bank_account_id={bank}&transaction_type_id=CUSTOMER_RECEIPT&attributes=all"
                + "&from_date=2026-03-13&to_date=2026-03-13&sort=date:desc",
            Ct
        );
        Assert.Equal(made.Id, found.Items.Single()["id"]!.GetValue<string>());
        Assert.Empty((await client.GetAsync($"/contact_payments?bank_account_id={SandboxSeed.BankAccount(Karoo, 1210)}", Ct)).Items);
        Assert.Empty((await client.GetAsync("/contact_payments?transaction_type_id=CUSTOMER_REFUND", Ct)).Items);
    }

    [Theory]
    [InlineData(true, HttpStatusCode.Created)]
    [InlineData(false, HttpStatusCode.UnprocessableEntity)]
    public async Task A_payment_whose_answer_is_lost_is_in_the_books_once_whoever_sends_it_again(bool remembered, HttpStatusCode again)
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var (client, customer) = await CustomerAsync(sandbox);
        var invoice = await client.PostAsync("/sales_invoices", Sent.Invoice(customer), Ct);
        await sandbox.Control.AddFaultAsync(
            new SandboxFault
            {
                Kind = "created_but_500",
                Path = "/v3.1/contact_payments",
                Times = 1,
                RegisterIdempotency = remembered,
            },
            Ct
        );
        var body = SentTrade.Receipt(Karoo, customer, "344.97", (invoice.Id, "344.97")).And(("idempotency_id", new string('e', 32)));
        Assert.Equal(HttpStatusCode.InternalServerError, (await client.PostAsync("/contact_payments", body, Ct)).Status);
        Assert.Equal(again, (await client.PostAsync("/contact_payments", body, Ct)).Status);
        Assert.Equal(1, (await sandbox.Control.CountsAsync(Karoo, Ct))["contact_payments"]);
        Assert.Equal(344.97m, (await sandbox.Control.TrialBalanceAsync(Karoo, Ct)).Of(1200));
    }

    private static JsonObject Cleared() => new() { ["contact_payment"] = new JsonObject { ["allocated_artefacts"] = new JsonArray() } };

    private static async Task<(SandboxClient Client, string Customer)> CustomerAsync(SandboxFixture sandbox)
    {
        var client = await sandbox.ClientAsync(Ct);
        return (client, (await client.PostAsync("/contacts", Sent.Contact("Baobab"), Ct)).Id);
    }

    private static string? Text(SandboxAnswer answer, string key) => answer.Object[key]?.GetValue<string>();
}
