using System.Net;
using System.Text.Json.Nodes;
using Ledgerbridge.IntegrationTests.Mirror;
using Ledgerbridge.IntegrationTests.Sandbox;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Invoicing;

/// <summary>One credit note or payment in full, and what settled what.</summary>
public sealed class DocumentDetailTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Documents_that_settle_one_another_name_one_another_and_a_credit_note_is_shown_from_its_copy_without_Sage()
    {
        await using var story = await MirrorStory.StartAsync(DatabaseKind.Sqlite, Ct);
        var sage = story.Sage;
        var customer = await sage.PostAsync("/contacts", Sent.Contact("Settler CC"), Ct);
        var invoice = await sage.PostAsync("/sales_invoices", Sent.Invoice(customer.Id), Ct);
        var note = await sage.PostAsync("/sales_credit_notes", SentTrade.CreditNote(customer.Id), Ct);
        var allocation = SentTrade.Allocation(customer.Id, (invoice.Id, "300.00"), (note.Id, "-300.00"));
        Assert.Equal(HttpStatusCode.Created, (await sage.PostAsync("/contact_allocations", allocation, Ct)).Status);
        var receipt = SentTrade.Receipt(MirrorStory.Business, customer.Id, "100", (invoice.Id, "44.97"));
        var payment = await sage.PostAsync("/contact_payments", receipt, Ct);
        await story.SyncAsync(Ct);

        var paid = (await story.Owner.GetAsync($"/api/sage/sales_invoices/{invoice.Id}", Ct)).Expect(HttpStatusCode.OK);
        var used = (await story.Owner.GetAsync($"/api/sage/sales_credit_notes/{note.Id}", Ct)).Expect(HttpStatusCode.OK);
        var money = (await story.Owner.GetAsync($"/api/sage/contact_payments/{payment.Id}", Ct)).Expect(HttpStatusCode.OK);
        await story.Server.Sandbox.Control.AddFaultAsync(
            new SandboxFault
            {
                Kind = "instead",
                Path = "*sales_credit_notes*",
                Status = 400,
            },
            Ct
        );
        var copy = (await story.Owner.GetAsync($"/api/sage/sales_credit_notes/{note.Id}", Ct)).Expect(HttpStatusCode.OK);

        var settlements = paid["settlements"]!.AsArray();
        Assert.Equal(["300.00", "44.97"], settlements.Select(static one => one!["amount"]!.ToString()).Order());
        var byNote = settlements.Single(static one => one!["payment_id"] is null)!;
        Assert.Equal((note.Id, "credit_note"), PartOf(byNote["documents"]));
        Assert.Equal(payment.Id, settlements.Single(static one => one!["payment_id"] is not null)!["payment_id"]!.ToString());
        Assert.Equal((invoice.Id, "invoice"), PartOf(Assert.Single(used["settlements"]!.AsArray())!["documents"]));
        Assert.NotEqual("", used["settlements"]![0]!["documents"]![0]!["name"]!.ToString());
        Assert.NotEmpty(used["line_items"]!.AsArray());
        Assert.Null(used["copy_because"]);
        Assert.Equal((invoice.Id, "invoice"), PartOf(money["documents"]));
        Assert.Equal("55.03", money["payment"]!["on_account_amount"]!.ToString());
        Assert.NotEqual("", money.Get("bank_account_name"));
        Assert.Equal(used["credit_note"]!["gross_amount"]!.ToString(), copy["credit_note"]!["gross_amount"]!.ToString());
        Assert.NotNull(copy["copy_because"]);
        Assert.Empty(copy["settlements"]!.AsArray());
    }

    private static (string Id, string Kind) PartOf(JsonNode? documents)
    {
        var part = Assert.Single(documents!.AsArray())!;
        return (part["id"]!.ToString(), part["kind"]!.ToString());
    }
}
