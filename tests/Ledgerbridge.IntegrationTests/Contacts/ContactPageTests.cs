using System.Net;
using System.Text.Json.Nodes;
using Ledgerbridge.IntegrationTests.Sandbox;
using Ledgerbridge.Sandbox;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Contacts;

/// <summary>What a contact's own page does: addresses and persons, out of use and back, and the statement.</summary>
public sealed class ContactPageTests(ContactTests.Books books) : IClassFixture<ContactTests.Books>
{
    private const string Contacts = "/api/sage/contacts";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Addresses_and_persons_are_added_changed_made_the_main_ones_and_taken_away()
    {
        var owner = books.Owner;
        var contact = $"{Contacts}/{await owner.CustomerAsync("Many Hands CC", Ct)}";
        var first = new
        {
            name = "Head office",
            address = new { line1 = "1 Long Street", city = "Cape Town" },
            main = true,
        };
        (await owner.PostAsync($"{contact}/addresses", first, Ct)).Expect(HttpStatusCode.Created);
        var store = new
        {
            name = "Warehouse",
            kind = "delivery",
            address = new { city = "Worcester", country = "ZA" },
        };
        (await owner.PostAsync($"{contact}/addresses", store, Ct)).Expect(HttpStatusCode.Created);
        (
            await owner.PostAsync(
                $"{contact}/persons",
                new
                {
                    name = "Anna",
                    email = "anna@hands.example",
                    main = true,
                },
                Ct
            )
        ).Expect(HttpStatusCode.Created);
        (await owner.PostAsync($"{contact}/persons", new { name = "Ben", job_title = "Buyer" }, Ct)).Expect(HttpStatusCode.Created);

        var parts = (await owner.GetAsync($"{contact}/parts", Ct)).Expect(HttpStatusCode.OK);
        // Sage gives every contact an address of its own.
        Assert.Equal(["Head office", "Main Address", "Warehouse"], Names(parts["addresses"]));
        Assert.Equal(["Anna", "Ben"], Names(parts["persons"]));
        var (warehouse, ben) = (IdOf(parts["addresses"], "Warehouse"), IdOf(parts["persons"], "Ben"));

        var mainStays = await owner.DeleteAsync($"{contact}/addresses/{IdOf(parts["addresses"], "Head office")}", Ct);
        var moved = new
        {
            name = "New office",
            kind = "other",
            address = new { city = "Paarl" },
            main = true,
        };
        (await owner.PutAsync($"{contact}/addresses/{warehouse}", moved, Ct)).Expect(HttpStatusCode.OK);
        var saved = await owner.PutAsync($"{contact}/persons/{ben}", new { name = "Benjamin", main = true }, Ct);
        (await owner.DeleteAsync($"{contact}/persons/{IdOf(parts["persons"], "Anna")}", Ct)).Expect(HttpStatusCode.OK);

        Assert.Equal("conflict", mainStays.Get("code"));
        // What the page and the papers show follows at once.
        Assert.Equal(("Benjamin", "Paarl"), Shown(saved.Expect(HttpStatusCode.OK)["contact"]!));
        var after = (await owner.GetAsync($"{contact}/parts", Ct)).Expect(HttpStatusCode.OK);
        Assert.Equal("New office", Names(after["addresses"]).First());
        Assert.True(after["addresses"]![0]!["main"]!.GetValue<bool>());
        Assert.Equal("delivery", after["addresses"]![0]!["kind"]!.ToString());
        Assert.Equal(["Benjamin"], Names(after["persons"]));
        Assert.Equal(HttpStatusCode.NotFound, (await owner.DeleteAsync($"{contact}/persons/{ben}x", Ct)).Status);
    }

    [Fact]
    public async Task A_contact_out_of_use_leaves_the_list_is_found_among_those_out_of_use_and_comes_back()
    {
        var owner = books.Owner;
        var id = await owner.CustomerAsync("Resting Zebra CC", Ct);

        (await owner.PutAsync($"{Contacts}/{id}/active", new { active = false }, Ct)).Expect(HttpStatusCode.OK);
        var hidden = (await owner.GetAsync($"{Contacts}?search=zebra", Ct)).Expect(HttpStatusCode.OK);
        var resting = (await owner.GetAsync($"{Contacts}?search=zebra&status=inactive", Ct)).Expect(HttpStatusCode.OK);
        (await owner.PutAsync($"{Contacts}/{id}/active", new { active = true }, Ct)).Expect(HttpStatusCode.OK);
        var back = (await owner.GetAsync($"{Contacts}?search=zebra", Ct)).Expect(HttpStatusCode.OK);

        Assert.Empty(hidden["contacts"]!.AsArray());
        Assert.False(Assert.Single(resting["contacts"]!.AsArray())!["active"]!.GetValue<bool>());
        Assert.True(Assert.Single(back["contacts"]!.AsArray())!["active"]!.GetValue<bool>());
        var log = (await owner.GetAsync("/api/sage/audit-logs?action=contact.update&limit=1", Ct)).Expect(HttpStatusCode.OK);
        var entry = await owner.GetAsync($"/api/sage/audit-logs/{log["logs"]![0]!["id"]}", Ct);
        Assert.Contains("active", entry.Expect(HttpStatusCode.OK)["request"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_statement_begins_with_what_was_owed_and_ends_with_what_is_owed_to_the_cent()
    {
        var sage = await books.Server.Sandbox.ClientAsync(SandboxSeed.KarooTrading, Ct);
        var customer = (await sage.PostAsync("/contacts", Sent.Contact("Statement Ltd"), Ct)).Id;
        var early = Sent.Invoice(customer);
        early["sales_invoice"]!["date"] = "2026-02-20";
        Assert.Equal(HttpStatusCode.Created, (await sage.PostAsync("/sales_invoices", early, Ct)).Status);
        var invoice = await sage.PostAsync("/sales_invoices", Sent.Invoice(customer), Ct);
        await sage.PostAsync("/sales_invoices", Sent.Invoice(customer).And(("status_id", "DRAFT")), Ct);
        await sage.PostAsync("/sales_credit_notes", SentTrade.CreditNote(customer), Ct);
        var receipt = SentTrade.Receipt(SandboxSeed.KarooTrading, customer, "100", (invoice.Id, "100"));
        await sage.PostAsync("/contact_payments", receipt, Ct);
        foreach (var list in new[] { "sales_invoices", "sales_credit_notes", "contact_payments", "contacts" })
            (await books.Owner.GetAsync($"/api/sage/{list}?live=true", Ct)).Expect(HttpStatusCode.OK);

        var path = $"{Contacts}/{customer}/statement?from=2026-03-01&to=2026-03-31";
        var statement = (await books.Owner.GetAsync(path, Ct)).Expect(HttpStatusCode.OK);
        var file = await books.Owner.GetAsync(path.Replace("statement?", "statement.csv?", StringComparison.Ordinal), Ct);
        var supplier = (await books.Owner.PostAsync(Contacts, new { name = "Sells to us", kind = "supplier" }, Ct))["contact"]!["id"];
        var refused = await books.Owner.GetAsync($"{Contacts}/{supplier}/statement", Ct);
        var upsideDown = await books.Owner.GetAsync($"{Contacts}/{customer}/statement?from=2026-03-02&to=2026-03-01", Ct);

        Assert.Equal("344.97", statement.Get("opening_balance"));
        var entries = statement["entries"]!.AsArray();
        Assert.Equal(["invoice", "credit_note", "payment"], entries.Select(static one => one!["kind"]!.ToString()));
        Assert.Equal(["344.97", "-344.97", "-100.00"], entries.Select(static one => one!["amount"]!.ToString()));
        Assert.Equal("244.97", statement.Get("closing_balance"));
        Assert.Equal(statement.Get("closing_balance"), entries[^1]!["balance"]!.ToString());
        Assert.Equal(statement.Get("closing_balance"), statement["contact"]!["balance"]!.ToString());
        Assert.Equal(5, file.Expect(HttpStatusCode.OK).Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal("not_supported", refused.Get("code"));
        Assert.NotEmpty(upsideDown.Expect(HttpStatusCode.BadRequest).ErrorsOf("from"));
    }

    private static IEnumerable<string> Names(JsonNode? list) => list!.AsArray().Select(static one => one!["name"]!.ToString());

    private static string IdOf(JsonNode? list, string name) =>
        list!.AsArray().Single(one => one!["name"]!.ToString() == name)!["id"]!.ToString();

    private static (string Person, string City) Shown(JsonNode contact) =>
        (contact["person_name"]!.ToString(), contact["address"]!["city"]!.ToString());
}
