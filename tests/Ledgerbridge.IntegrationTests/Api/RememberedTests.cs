using System.Net;
using Ledgerbridge.Sandbox;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Api;

/// <summary>
/// What a process remembers of a workspace is good only until somebody changes it, in whichever process.
/// </summary>
public sealed class RememberedTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task What_one_process_changes_the_other_knows_at_once(DatabaseKind database)
    {
        await using var server = await ServerFixture.StartAsync(database, Ct);
        await using var other = await server.StartAnotherAsync(Ct);
        using var owner = await server.ReadyAsync(Ct);
        var made = (await owner.PostAsync("/api/keys", new { name = "Till", role = "accountant" }, Ct)).Expect(HttpStatusCode.Created);
        using var program = other.Program(made.Get("api_key"));
        var customer = await owner.CustomerAsync("Baobab Lodge", Ct);
        Assert.Equal("", await NotesAsync(program, customer));

        (await owner.PutAsync("/api/settings/template/invoice_notes", new { value = "Thank you" }, Ct)).Expect(HttpStatusCode.OK);
        Assert.Equal("Thank you", await NotesAsync(program, customer));

        (await owner.PostAsync("/api/business/select", new { business_id = SandboxSeed.LiffeyGoods }, Ct)).Expect(HttpStatusCode.OK);
        (await program.PostAsync("/api/sage/sales_invoices/preview", ServerSetUp.Invoice(customer), Ct)).Expect(HttpStatusCode.BadRequest);
        (await owner.PostAsync("/api/business/select", new { business_id = SandboxSeed.KarooTrading }, Ct)).Expect(HttpStatusCode.OK);
        Assert.Equal("Thank you", await NotesAsync(program, customer));

        (await owner.DeleteAsync($"/api/keys/{made["key"]!["id"]}", Ct)).Expect(HttpStatusCode.OK);
        (await program.GetAsync("/api/business/list", Ct)).Expect(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task The_newest_page_of_the_log_knows_at_once_what_another_process_wrote_and_where_a_preview_stands(DatabaseKind database)
    {
        await using var server = await ServerFixture.StartAsync(database, Ct);
        await using var other = await server.StartAnotherAsync(Ct);
        using var owner = await server.ReadyAsync(Ct);
        using var elsewhere = await other.SignInAsync(ServerSetUp.Email, ServerSetUp.Password, Ct);
        var customer = await owner.CustomerAsync("Baobab Lodge", Ct);
        Assert.DoesNotContain("invoice.preview", await NewestAsync(elsewhere));

        var preview = (await owner.PostAsync("/api/sage/sales_invoices/preview", ServerSetUp.Invoice(customer), Ct)).Get("preview_id");
        Assert.StartsWith("invoice.preview preview", await NewestAsync(elsewhere), StringComparison.Ordinal);
        Assert.StartsWith("invoice.preview preview", await NewestAsync(elsewhere), StringComparison.Ordinal);

        await owner.PostAsync("/api/sage/sales_invoices", new { preview_id = preview }, Ct);
        Assert.EndsWith("invoice.preview success", await NewestAsync(elsewhere, 3), StringComparison.Ordinal);
    }

    private static async Task<string> NewestAsync(ServerClient reader, int limit = 50)
    {
        var logs = (await reader.GetAsync($"/api/sage/audit-logs?limit={limit}", Ct)).Expect(HttpStatusCode.OK)["logs"]!.AsArray();
        return string.Join(", ", logs.Select(static entry => $"{entry!["action"]} {entry["status"]}"));
    }

    private static async Task<string> NotesAsync(ServerClient program, string customer)
    {
        var preview = await program.PostAsync("/api/sage/sales_invoices/preview", ServerSetUp.Invoice(customer), Ct);
        return preview.Expect(HttpStatusCode.OK).Get("notes");
    }
}
