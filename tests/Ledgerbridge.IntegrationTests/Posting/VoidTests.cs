using System.Net;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Posting;

/// <summary>Voiding: Sage keeps a booked invoice as void and deletes a draft.</summary>
public sealed class VoidTests
{
    private const string Reference = "PO-7788";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_draft_that_is_voided_is_gone_from_Sage_and_the_log_says_so()
    {
        await using var server = await ServerFixture.StartAsync(Ct);
        using var owner = await server.ReadyAsync(Ct);
        var draft = await DraftAsync(owner);

        var answer = (await VoidAsync(owner, draft)).Expect(HttpStatusCode.OK);

        Assert.Equal(("success", "Draft voided. Nothing had been booked."), (answer.Get("status"), answer.Get("message")));
        (await owner.GetAsync($"/api/sage/sales_invoices/{draft}", Ct)).Expect(HttpStatusCode.NotFound);
        var entry = await NewestEntryAsync(owner);
        Assert.Equal(("invoice.void", "success", "The draft for R 115.00 was deleted."), entry);
        (await VoidAsync(owner, draft)).Expect(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("after")]
    [InlineData("created_but_500")]
    [InlineData("cut")]
    public async Task A_draft_whose_voiding_was_not_answered_is_told_as_voided_once_it_is_gone(string kind)
    {
        await using var server = await ServerFixture.StartAsync(Ct);
        using var owner = await server.ReadyAsync(Ct);
        var draft = await DraftAsync(owner);
        await server.Sandbox.Control.AddFaultAsync(
            new SandboxFault
            {
                Kind = kind,
                Method = "DELETE",
                Path = $"/v3.1/sales_invoices/{draft}",
                Times = 1,
            },
            Ct
        );

        var voiding = VoidAsync(owner, draft);
        while (!voiding.IsCompleted)
        {
            // The next attempt is a second away by the test's own time.
            server.Time.Advance(TimeSpan.FromMilliseconds(100));
            await owner.GetAsync("/healthz", Ct);
        }

        Assert.Equal("success", (await voiding).Expect(HttpStatusCode.OK).Get("status"));
        (await owner.GetAsync($"/api/sage/sales_invoices/{draft}", Ct)).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_booked_invoice_stays_in_Sage_as_void()
    {
        await using var server = await ServerFixture.StartAsync(Ct);
        using var owner = await server.ReadyAsync(Ct);
        var invoice = await DraftAsync(owner);
        (await owner.PostAsync($"/api/sage/sales_invoices/{invoice}/release", null, Ct)).Expect(HttpStatusCode.OK);

        var answer = (await VoidAsync(owner, invoice)).Expect(HttpStatusCode.OK);

        Assert.Equal("void", answer["invoice"]!["status"]!.ToString());
        Assert.Equal("VOID", Assert.Single(await server.Sandbox.InvoicesAsync(Reference, Ct))["status"]!["id"]!.ToString());
    }

    [Fact]
    public async Task An_invoice_that_never_was_is_not_found_and_nothing_is_written()
    {
        await using var server = await ServerFixture.StartAsync(Ct);
        using var owner = await server.ReadyAsync(Ct);
        var before = await NewestEntryAsync(owner);

        (await VoidAsync(owner, "0123456789abcdef0123456789abcdef")).Expect(HttpStatusCode.NotFound);

        Assert.Equal(before, await NewestEntryAsync(owner));
    }

    private static async Task<string> DraftAsync(ServerClient owner)
    {
        var preview = await owner.PreviewAsync(await owner.CustomerAsync("Baobab Lodge", Ct), Reference, Ct);
        return (await owner.ConfirmAsync(preview, Ct)).Expect(HttpStatusCode.Created).Get("id");
    }

    private static Task<ServerAnswer> VoidAsync(ServerClient owner, string invoice) =>
        owner.PostAsync($"/api/sage/sales_invoices/{invoice}/void", new { reason = "Wrong customer" }, Ct);

    private static async Task<(string Action, string Status, string Summary)> NewestEntryAsync(ServerClient owner)
    {
        var entry = (await owner.GetAsync("/api/sage/audit-logs?limit=1", Ct)).Expect(HttpStatusCode.OK)["logs"]![0]!;
        return (entry["action"]!.ToString(), entry["status"]!.ToString(), entry["summary"]!.ToString());
    }
}
