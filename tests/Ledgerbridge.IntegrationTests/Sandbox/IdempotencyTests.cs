using System.Net;
using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Sandbox;

public sealed class IdempotencyTests
{
    private const string Key = "3f2c9d0b7a614f6f8f7b0a51c2d4e690";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static JsonObject Invoice => Sent.Invoice().And(("idempotency_id", Key));

    [Fact]
    [SandboxQuirk("SAGE-12")]
    public async Task The_same_id_replays_the_first_result_and_books_once()
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var first = await client.PostAsync("/sales_invoices", Invoice, Ct);
        var before = await sandbox.Control.TrialBalanceAsync(SandboxSeed.KarooTrading, Ct);
        var second = await client.PostAsync("/sales_invoices", Invoice, Ct);
        var other = await client.PostAsync("/sales_invoices", Invoice.And(("reference", "ANOTHER BODY")), Ct);
        Assert.Equal(HttpStatusCode.Created, second.Status);
        Assert.Equal(first.Text, second.Text);
        Assert.Equal(first.Text, other.Text);
        Assert.DoesNotContain("idempotency", first.Text, StringComparison.Ordinal);
        Assert.Equal(before.Of(1100), (await sandbox.Control.TrialBalanceAsync(SandboxSeed.KarooTrading, Ct)).Of(1100));
        var log = await sandbox.Control.RequestsAsync(Ct);
        Assert.Equal([false, true, true], log.Requests.Where(static one => one.IdempotencyId == Key).Select(static one => one.Replayed));
    }

    [Fact]
    [SandboxQuirk("SAGE-12")]
    public async Task Sixteen_at_once_with_one_id_make_one_invoice()
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => client.PostAsync("/sales_invoices", Invoice, Ct)));
        Assert.Single(answers.Select(static answer => answer.Id).Distinct());
        Assert.All(answers, static answer => Assert.Equal(HttpStatusCode.Created, answer.Status));
        Assert.Equal(33, (await sandbox.Control.CountsAsync(SandboxSeed.KarooTrading, Ct))["sales_invoices"]);
    }

    [Theory]
    [InlineData(6, 23, true)]
    [InlineData(7, 0, false)]
    [SandboxQuirk("SAGE-12")]
    public async Task An_id_is_remembered_seven_days(int days, int hours, bool remembered)
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var first = await (await sandbox.ClientAsync(Ct)).PostAsync("/sales_invoices", Invoice, Ct);
        await sandbox.Control.AdvanceClockAsync(new TimeSpan(days, hours, 0, 0), Ct);
        var second = await (await sandbox.ClientAsync(Ct)).PostAsync("/sales_invoices", Invoice, Ct);
        Assert.Equal(remembered, first.Id == second.Id);
    }

    [Fact]
    [SandboxQuirk("SAGE-13")]
    public async Task The_same_id_for_another_kind_of_resource_is_refused()
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        await client.PostAsync("/sales_invoices", Invoice, Ct);
        var answer = await client.PostAsync("/contacts", Sent.Contact("Someone").And(("idempotency_id", Key)), Ct);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal("IdempotencyResourceMismatch | Entity type mismatch | idempotency_id", answer.Problems.Single());
        Assert.Empty((await client.GetAsync("/contacts?search=someone", Ct)).Items);
    }

    [Fact]
    [SandboxQuirk("SAGE-12")]
    public async Task Ids_belong_to_a_business()
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var body = Sent.Contact("Someone").And(("idempotency_id", Key));
        var here = await client.PostAsync("/contacts", body, Ct);
        var there = await client.For(SandboxSeed.LiffeyGoods).PostAsync("/contacts", body, Ct);
        Assert.NotEqual(here.Id, there.Id);
    }

    [Fact]
    [SandboxQuirk("SAGE-12")]
    public async Task A_refusal_is_not_remembered()
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var wrong = Sent.Invoice(Sent.Line().Lacking("tax_amount")).And(("idempotency_id", Key));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.PostAsync("/sales_invoices", wrong, Ct)).Status);
        Assert.Equal(HttpStatusCode.Created, (await client.PostAsync("/sales_invoices", Invoice, Ct)).Status);
    }

    [Fact]
    [SandboxQuirk("SAGE-12")]
    public async Task An_update_takes_an_id_too()
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var body = new JsonObject
        {
            ["contact"] = new JsonObject { ["notes"] = "once", ["idempotency_id"] = Key },
        };
        await client.PutAsync($"/contacts/{Sent.Customer}", body, Ct);
        await client.PutAsync($"/contacts/{Sent.Customer}", new JsonObject { ["contact"] = new JsonObject { ["notes"] = "later" } }, Ct);
        var replayed = await client.PutAsync($"/contacts/{Sent.Customer}", body, Ct);
        Assert.Equal("later", replayed.Object["notes"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("3f2c9d0b-7a61-4f6f-8f7b-0a51c2d4e690")]
    [InlineData("short")]
    [SandboxQuirk("SAGE-12")]
    public async Task An_id_must_be_thirty_two_hexadecimal_characters(string key)
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var answer = await (await sandbox.ClientAsync(Ct)).PostAsync("/sales_invoices", Sent.Invoice().And(("idempotency_id", key)), Ct);
        Assert.EndsWith("| idempotency_id", answer.Problems.Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, HttpStatusCode.InternalServerError)]
    [InlineData(false, HttpStatusCode.Created)]
    [SandboxQuirk("SAGE-12")]
    public async Task A_500_sticks_to_its_id_only_when_the_switch_says_so(bool replays, HttpStatusCode second)
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        await sandbox.Control.ChangeSettingsAsync(new { idempotency_replays_errors = replays }, Ct);
        await sandbox.Control.AddFaultAsync(
            new SandboxFault
            {
                Kind = "instead",
                Status = 500,
                Times = 1,
            },
            Ct
        );
        var client = await sandbox.ClientAsync(Ct);
        Assert.Equal(HttpStatusCode.InternalServerError, (await client.PostAsync("/sales_invoices", Invoice, Ct)).Status);
        Assert.Equal(second, (await client.PostAsync("/sales_invoices", Invoice, Ct)).Status);
    }
}
