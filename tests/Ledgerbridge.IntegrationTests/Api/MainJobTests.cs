using System.Net;
using Ledgerbridge.Sandbox;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Api;

/// <summary>The main job, end to end, on both databases: connect, choose, preview, confirm, release, void, and find all of it in the log.</summary>
public sealed class MainJobTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_bookkeeper_connects_previews_confirms_releases_and_voids_and_finds_all_of_it_in_the_log(DatabaseKind database)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(database, ct);
        using var owner = await server.ReadyAsync(ct);
        var customer = await owner.CustomerAsync("Baobab Lodge (Pty) Ltd", ct);

        var preview = (await owner.PostAsync("/api/sage/sales_invoices/preview", ServerSetUp.Invoice(customer), ct)).Expect(
            HttpStatusCode.OK
        );
        Assert.Equal("ZAR", preview.Get("currency"));
        Assert.Equal(("100.00", "15.00", "115.00"), (preview.Get("net_amount"), preview.Get("vat_amount"), preview.Get("gross_amount")));

        var confirmed = await owner.PostAsync("/api/sage/sales_invoices", new { preview_id = preview.Get("preview_id") }, ct);
        Assert.Equal("Invoice created successfully", confirmed.Expect(HttpStatusCode.Created).Get("message"));
        Assert.Equal("draft", confirmed["invoice"]!["status"]!.ToString());

        var id = confirmed.Get("id");
        var released = (await owner.PostAsync($"/api/sage/sales_invoices/{id}/release", null, ct)).Expect(HttpStatusCode.OK);
        Assert.Equal("unpaid", released["invoice"]!["status"]!.ToString());

        var reason = new { reason = "Written to the wrong customer" };
        var voided = (await owner.PostAsync($"/api/sage/sales_invoices/{id}/void", reason, ct)).Expect(HttpStatusCode.OK);
        Assert.Equal("void", voided["invoice"]!["status"]!.ToString());

        var logs = (await owner.GetAsync("/api/sage/audit-logs?limit=100", ct)).Expect(HttpStatusCode.OK)["logs"]!.AsArray();
        string[] told = [.. logs.Select(static log => $"{log!["action"]} {log["status"]}")];
        Assert.Contains("invoice.preview success", told);
        Assert.Contains("invoice.confirm confirmed", told);
        Assert.Contains("invoice.create success", told);
        Assert.Contains("invoice.release success", told);
        Assert.Contains("invoice.void success", told);
        Assert.Equal("true", (await owner.PostAsync("/api/audit/verify", null, ct)).Get("whole"));
        Assert.Equal(0m, (await server.Sandbox.Control.TrialBalanceAsync(SandboxSeed.KarooTrading, ct)).Difference);
    }
}
