using System.Net;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Invoicing;

/// <summary>A draft becomes an invoice, once.</summary>
public sealed class ReleaseTests(KarooBooks books) : IClassFixture<KarooBooks>
{
    private const string List = "/api/sage/sales_invoices";
    private const string AtSage = "/v3.1/sales_invoices/{key}/release";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_released_draft_is_booked_under_a_number_and_releasing_it_again_does_nothing_more()
    {
        var draft = await books.CreateAsync(books.Baobab, "REL-1", KarooBooks.DateOf(1), Ct);

        var first = (await ReleaseAsync(draft)).Expect(HttpStatusCode.OK);
        var again = (await ReleaseAsync(draft)).Expect(HttpStatusCode.OK);

        Assert.Equal(("success", "unpaid"), (first.Get("status"), first["invoice"]!["status"]!.ToString()));
        Assert.Equal(first["invoice"]!["number"]!.ToString(), again["invoice"]!["number"]!.ToString());
        var entries = await books.Owner.GetAsync("/api/sage/audit-logs?action=invoice.release&limit=500", Ct);
        Assert.Single(entries["logs"]!.AsArray(), entry => entry!["target"]!["id"]!.ToString() == draft);
        Assert.Equal("UNPAID", Assert.Single(await books.Server.Sandbox.InvoicesAsync("REL-1", Ct))["status"]!["id"]!.ToString());
    }

    [Fact]
    public async Task Released_many_times_at_once_it_is_one_invoice_with_one_number()
    {
        var draft = await books.CreateAsync(books.Baobab, "REL-2", KarooBooks.DateOf(1), Ct);
        await books.Server.Sandbox.Control.ClearRequestsAsync(Ct);

        var requests = Enumerable.Range(0, 8).Select(_ => ReleaseAsync(draft)).ToArray();
        await EndsAsync(requests);

        var answers = await Task.WhenAll(requests);
        Assert.Single(answers.Select(static answer => answer.Expect(HttpStatusCode.OK)["invoice"]!["number"]!.ToString()).Distinct());
        Assert.Equal(1, (await books.Server.Sandbox.Control.RequestsAsync(Ct)).Of("POST", AtSage));
    }

    [Fact]
    public async Task A_draft_whose_release_was_not_answered_is_looked_at_and_not_released_twice()
    {
        var draft = await books.CreateAsync(books.Baobab, "REL-3", KarooBooks.DateOf(1), Ct);
        await books.Server.Sandbox.Control.ClearRequestsAsync(Ct);
        await books.Server.Sandbox.Control.AddFaultAsync(
            new SandboxFault
            {
                Kind = "after",
                Method = "POST",
                Path = $"/v3.1/sales_invoices/{draft}/release",
                Times = 1,
            },
            Ct
        );

        var request = ReleaseAsync(draft);
        await EndsAsync(request);

        Assert.Equal("unpaid", (await request).Expect(HttpStatusCode.OK)["invoice"]!["status"]!.ToString());
        Assert.Equal(1, (await books.Server.Sandbox.Control.RequestsAsync(Ct)).Of("POST", AtSage));
    }

    [Fact]
    public async Task What_never_was_is_not_found_and_nothing_is_written()
    {
        var before = (await books.Owner.GetAsync("/api/sage/audit-logs?limit=1", Ct)).Text;

        Assert.Equal("not_found", (await ReleaseAsync("0123456789abcdef0123456789abcdef")).Expect(HttpStatusCode.NotFound).Get("code"));

        Assert.Equal(before, (await books.Owner.GetAsync("/api/sage/audit-logs?limit=1", Ct)).Text);
    }

    /// <summary>
    /// Lets time go on until all is answered: whoever waits for another, or for the next attempt, does so by the test's time.
    /// </summary>
    private Task EndsAsync(params Task[] requests) =>
        Eventually.TrueAsync(
            () =>
            {
                books.Server.Time.Advance(TimeSpan.FromMilliseconds(200));
                return requests.All(static request => request.IsCompleted);
            },
            "the answers",
            Ct
        );

    private Task<ServerAnswer> ReleaseAsync(string invoice) => books.Owner.PostAsync($"{List}/{invoice}/release", null, Ct);
}
