using System.Net;
using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Sandbox;

public sealed class AllocationTests
{
    private const string Pennine = SandboxSeed.PennineSupplies;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    [SandboxQuirk("SAGE-59")]
    public async Task An_allocation_sets_credit_notes_against_invoices_and_adds_up_to_nothing()
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var invoice = await client.PostAsync("/sales_invoices", Sent.Invoice(), Ct);
        var note = await client.PostAsync("/sales_credit_notes", SentTrade.CreditNote(Sent.Customer), Ct);
        await AssertRefusedAsync(client, invoice.Id, note.Id);
        var made = await client.PostAsync(
            "/contact_allocations",
            SentTrade.Allocation(Sent.Customer, (invoice.Id, "100"), (note.Id, "-100")),
            Ct
        );
        Assert.Equal(HttpStatusCode.Created, made.Status);
        Assert.Equal(["100.0", "-100.0"], Amounts(made));
        Assert.Null(made.Object["transaction"]);
        await AssertLeftAsync("244.97", "PART_PAID");
        var more = new JsonObject
        {
            ["contact_allocation"] = new JsonObject
            {
                ["allocated_artefacts"] = SentTrade.Parts((invoice.Id, "344.97"), (note.Id, "-344.97")),
            },
        };
        Assert.Equal(HttpStatusCode.OK, (await client.PutAsync($"/contact_allocations/{made.Id}", more, Ct)).Status);
        await AssertLeftAsync("0.0", "PAID");
        var shown = await client.GetAsync($"/sales_credit_notes/{note.Id}?show_payments_allocations=true&mark_as_sent=false", Ct);
        Assert.Equal(made.Id, shown.Object["payments_allocations"]!.AsArray().Single()!["contact_allocation"]!["id"]!.GetValue<string>());
        Assert.Equal(
            made.Id,
            (await client.GetAsync($"/contact_allocations?contact_id={Sent.Customer}&sort=created_at:desc", Ct)).Items[0][
                "id"
            ]!.GetValue<string>()
        );
        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync($"/contact_allocations/{made.Id}", Ct)).Status);
        await AssertLeftAsync("344.97", "UNPAID");
        Assert.Single((await client.GetAsync("/contact_allocations?deleted_since=2026-01-01", Ct)).Items);

        async Task AssertLeftAsync(string outstanding, string status)
        {
            foreach (var path in new[] { $"/sales_invoices/{invoice.Id}", $"/sales_credit_notes/{note.Id}" })
            {
                var one = await client.GetAsync(path + "?mark_as_sent=false", Ct);
                Assert.Equal((outstanding, status), (one.Object["outstanding_amount"]!.GetValue<string>(), one.LinkId("status")));
            }
        }
    }

    [Fact]
    public async Task Two_sides_booked_at_different_rates_leave_a_gain_or_loss()
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(Pennine, Ct);
        var customer = (await client.PostAsync("/contacts", Sent.Contact("Rhein").And(("currency_id", "EUR")), Ct)).Id;
        var line = Sent.Line(Pennine, "GB_ZERO", "1", "100", null);
        var invoice = await client.PostAsync("/sales_invoices", Sent.Invoice(customer, line).And(("exchange_rate", "1.25")), Ct);
        var note = await client.PostAsync(
            "/sales_credit_notes",
            SentTrade.CreditNote(customer, (JsonObject)line.DeepClone()).And(("exchange_rate", "1.6")),
            Ct
        );
        var made = await client.PostAsync(
            "/contact_allocations",
            SentTrade.Allocation(customer, (invoice.Id, "100"), (note.Id, "-100")),
            Ct
        );
        Assert.NotNull(made.LinkId("transaction"));
        var balance = await sandbox.Control.TrialBalanceAsync(Pennine, Ct);
        Assert.Equal((0m, 17.5m, 0m), (balance.Of(1100), balance.Of(7905), balance.Difference));
        await client.DeleteAsync($"/contact_allocations/{made.Id}", Ct);
        balance = await sandbox.Control.TrialBalanceAsync(Pennine, Ct);
        Assert.Equal((17.5m, 0m, 0m), (balance.Of(1100), balance.Of(7905), balance.Difference));
    }

    [Theory]
    [InlineData(null, "100.0", -20)]
    [InlineData("1.25", "80.0", 0)]
    [InlineData("1.6", "62.5", 17.5)]
    [SandboxQuirk("SAGE-54")]
    public async Task A_payment_without_a_rate_is_booked_one_to_one_and_the_difference_is_a_gain_or_loss(
        string? rate,
        string home,
        double loss
    )
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(Pennine, Ct);
        var customer = (await client.PostAsync("/contacts", Sent.Contact("Rhein").And(("currency_id", "EUR")), Ct)).Id;
        var line = Sent.Line(Pennine, "GB_ZERO", "1", "100", null);
        var invoice = await client.PostAsync("/sales_invoices", Sent.Invoice(customer, line).And(("exchange_rate", "1.25")), Ct);
        var body = SentTrade.Receipt(Pennine, customer, "100", (invoice.Id, "100"));
        if (rate is not null)
            body.And(("exchange_rate", rate));
        var paid = await client.PostAsync("/contact_payments", body, Ct);
        Assert.Equal(home, paid.Object["base_currency_total_amount"]!.GetValue<string>());
        Assert.Equal("EUR", paid.LinkId("currency"));
        var balance = await sandbox.Control.TrialBalanceAsync(Pennine, Ct);
        Assert.Equal(
            (decimal.Parse(home), 0m, (decimal)loss, 0m),
            (balance.Of(1200), balance.Of(1100), balance.Of(7905), balance.Difference)
        );
        await client.DeleteAsync($"/contact_payments/{paid.Id}", Ct);
        balance = await sandbox.Control.TrialBalanceAsync(Pennine, Ct);
        Assert.Equal((0m, 80m, 0m), (balance.Of(1200), balance.Of(1100), balance.Of(7905)));
        var wrong = await client.PostAsync("/contact_payments", SentTrade.Receipt(Pennine, customer, "1").And(("currency_id", "USD")), Ct);
        Assert.Equal("RecordInvalid | must be the currency of the contact | currency_id", wrong.Problems.Single());
    }

    private static async Task AssertRefusedAsync(SandboxClient client, string invoice, string note)
    {
        foreach (
            var (parts, problem) in new ((string, string)[], string)[]
            {
                ([(invoice, "100"), (note, "-99")], "The allocated amounts must add up to zero. | allocated_artefacts"),
                ([(invoice, "-100"), (note, "-100")], "is invalid | allocated_artefacts.amount"),
                ([(invoice, "344.98"), (note, "-344.97")], "must not be more than the outstanding amount | allocated_artefacts.amount"),
                ([], "This field is required. | allocated_artefacts"),
            }
        )
            Assert.Equal(
                $"RecordInvalid | {problem}",
                (await client.PostAsync("/contact_allocations", SentTrade.Allocation(Sent.Customer, parts), Ct)).Problems.Single()
            );
    }

    private static IEnumerable<string> Amounts(SandboxAnswer answer) =>
        answer.Object["allocated_artefacts"]!.AsArray().Select(static part => part!["amount"]!.GetValue<string>());
}
