using System.Net;
using Ledgerbridge.Sandbox;
using Ledgerbridge.Server.Audit;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Connections;

/// <summary>Choosing a business, and the lists that are kept of it.</summary>
public sealed class BusinessTests
{
    private const string Preview = "/api/sage/sales_invoices/preview";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_businesses_of_a_connection_are_listed_with_country_currency_and_subscription()
    {
        await using var server = await ServerFixture.StartAsync(Ct);
        using var owner = await server.FirstRunAsync(Ct);
        await server.ConnectAsync(owner, Ct);

        var listed = (await owner.GetAsync("/api/business/list", Ct)).Expect(HttpStatusCode.OK)["businesses"]!.AsArray();

        var karoo = Assert.Single(listed, static business => business!["id"]!.ToString() == SandboxSeed.KarooTrading)!;
        Assert.Equal(("ZA", "ZAR", "true"), (Of(karoo, "country"), Of(karoo, "currency"), Of(karoo, "subscription_active")));
        Assert.Equal("false", Of(karoo, "current"));
        Assert.True(listed.Count >= 4);
    }

    [Fact]
    public async Task The_chosen_business_is_named_in_every_call_to_Sage_and_outlives_the_server()
    {
        await using var server = await ServerFixture.StartAsync(Ct);
        using var owner = await server.ReadyAsync(Ct);
        await server.Sandbox.Control.ClearRequestsAsync(Ct);
        await using var other = await server.StartAnotherAsync(Ct);
        using var elsewhere = await other.SignInAsync(ServerSetUp.Email, ServerSetUp.Password, Ct);

        var customer = await elsewhere.CustomerAsync("Baobab Lodge", Ct);
        var preview = await elsewhere.PreviewAsync(customer, "PO-1", Ct);
        (await elsewhere.ConfirmAsync(preview, Ct)).Expect(HttpStatusCode.Created);
        (await elsewhere.GetAsync("/api/sage/sales_invoices", Ct)).Expect(HttpStatusCode.OK);

        var calls = (await server.Sandbox.Control.RequestsAsync(Ct)).Requests.Where(static call =>
            call.Path.StartsWith("/v3.1/", StringComparison.Ordinal)
        );
        Assert.NotEmpty(calls);
        Assert.All(calls, static call => Assert.Equal(SandboxSeed.KarooTrading, call.Business));
    }

    [Theory]
    [InlineData("5a0e00000000000000000000000000ff")]
    [InlineData("../businesses")]
    [InlineData("\u0000")]
    [InlineData("")]
    public async Task A_business_that_the_connection_does_not_reach_cannot_be_chosen(string business)
    {
        await using var server = await ServerFixture.StartAsync(Ct);
        using var owner = await server.ReadyAsync(Ct);

        var refused = (await owner.PostAsync("/api/business/select", new { business_id = business }, Ct)).Expect(HttpStatusCode.BadRequest);

        Assert.NotEmpty(refused.ErrorsOf("business_id"));
        await owner.CustomerAsync("Baobab Lodge", Ct);
    }

    [Fact]
    public async Task The_lists_are_read_once_a_day_and_old_ones_are_used_while_new_ones_are_read()
    {
        await using var server = await ServerFixture.StartAsync(Ct);
        using var person = await server.ReadyAsync(Ct);
        using var owner = await server.KeyAsync(person, "owner", Ct);
        var invoice = ServerSetUp.Invoice(await owner.CustomerAsync("Baobab Lodge", Ct));
        Assert.Equal(1, await server.AuditedAsync(AuditAction.ReferenceRefreshed, Ct));

        server.Time.Advance(TimeSpan.FromHours(23));
        (await owner.PostAsync(Preview, invoice, Ct)).Expect(HttpStatusCode.OK);
        Assert.Equal(1, await server.AuditedAsync(AuditAction.ReferenceRefreshed, Ct));

        server.Time.Advance(TimeSpan.FromHours(2));
        (await owner.PostAsync(Preview, invoice, Ct)).Expect(HttpStatusCode.OK);
        while (await server.AuditedAsync(AuditAction.ReferenceRefreshed, Ct) < 2)
            (await owner.PostAsync(Preview, invoice, Ct)).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task While_Sage_is_down_the_old_lists_serve_and_Sage_is_not_asked_by_every_preview()
    {
        await using var server = await ServerFixture.StartAsync(Ct);
        using var person = await server.ReadyAsync(Ct);
        using var owner = await server.KeyAsync(person, "owner", Ct);
        var invoice = ServerSetUp.Invoice(await owner.CustomerAsync("Baobab Lodge", Ct));
        server.Time.Advance(TimeSpan.FromHours(25));
        await server.Sandbox.Control.AddFaultAsync(new SandboxFault { Kind = "instead", Status = 422 }, Ct);
        await server.Sandbox.Control.ClearRequestsAsync(Ct);

        for (var i = 0; i < 10; i++)
            (await owner.PostAsync(Preview, invoice, Ct)).Expect(HttpStatusCode.OK);
        var asked = 0;
        while (asked == 0)
            asked = (await server.Sandbox.Control.RequestsAsync(Ct)).Requests.Count;

        // One round of the lists, whose readings go out together, and no second one.
        Assert.InRange(asked, 1, 10);
        server.Time.Advance(TimeSpan.FromMinutes(4));
        var before = (await server.Sandbox.Control.RequestsAsync(Ct)).Requests.Count;
        for (var i = 0; i < 10; i++)
            (await owner.PostAsync(Preview, invoice, Ct)).Expect(HttpStatusCode.OK);
        Assert.InRange((await server.Sandbox.Control.RequestsAsync(Ct)).Requests.Count, before, 10);
    }

    private static string Of(System.Text.Json.Nodes.JsonNode business, string property) => business[property]!.ToString();
}
