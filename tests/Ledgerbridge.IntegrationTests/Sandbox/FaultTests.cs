using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Sandbox;

public sealed class FaultTests
{
    private const string Key = "3f2c9d0b7a614f6f8f7b0a51c2d4e690";
    private const string Karoo = SandboxSeed.KarooTrading;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("before", 503, 32)]
    [InlineData("instead", 500, 32)]
    [InlineData("created_but_500", 500, 33)]
    [SandboxQuirk("SAGE-36")]
    public async Task A_fault_answers_its_status_and_does_or_leaves_the_work(string kind, int status, long invoices)
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        await sandbox.Control.AddFaultAsync(
            new SandboxFault
            {
                Kind = kind,
                Status = status,
                Times = 1,
            },
            Ct
        );
        var answer = await client.PostAsync("/sales_invoices", Sent.Invoice(), Ct);
        Assert.Equal(status, (int)answer.Status);
        if (status == 500)
            Assert.Equal("UnexpectedError | An unexpected error occurred. | ", answer.Problems.Single());
        Assert.Equal(invoices, (await sandbox.Control.CountsAsync(Karoo, Ct))["sales_invoices"]);
        Assert.Equal(HttpStatusCode.Created, (await client.PostAsync("/sales_invoices", Sent.Invoice(), Ct)).Status);
    }

    [Theory]
    [InlineData("cut", 32)]
    [InlineData("after", 33)]
    public async Task A_cut_really_breaks_the_connection_before_or_after_the_work(string kind, long invoices)
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        await sandbox.Control.AddFaultAsync(
            new SandboxFault
            {
                Kind = kind,
                Method = "POST",
                Path = "/v3.1/sales_invoices",
                Times = 1,
            },
            Ct
        );
        var broken = await Assert.ThrowsAnyAsync<HttpRequestException>(() => client.PostAsync("/sales_invoices", Sent.Invoice(), Ct));
        Assert.True(
            broken.HttpRequestError is HttpRequestError.ResponseEnded or HttpRequestError.ConnectionError
                || broken.InnerException is IOException or SocketException,
            broken.ToString()
        );
        Assert.Equal(invoices, (await sandbox.Control.CountsAsync(Karoo, Ct))["sales_invoices"]);
        var log = await sandbox.Control.RequestsAsync(Ct);
        Assert.Null(log.Requests.Single(static one => one.Fault is not null).Status);
    }

    [Theory]
    [InlineData("created_but_500", false, 34)]
    [InlineData("created_but_500", true, 33)]
    [InlineData("after", null, 33)]
    [SandboxQuirk("SAGE-36")]
    public async Task Sending_again_after_a_lost_result_helps_only_when_the_id_was_remembered(string kind, bool? registers, long invoices)
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        await sandbox.Control.AddFaultAsync(
            new SandboxFault
            {
                Kind = kind,
                RegisterIdempotency = registers,
                Times = 1,
            },
            Ct
        );
        var body = Sent.Invoice().And(("idempotency_id", Key));
        if (kind == "after")
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => client.PostAsync("/sales_invoices", body, Ct));
        else
            await client.PostAsync("/sales_invoices", body, Ct);
        Assert.Equal(HttpStatusCode.Created, (await client.PostAsync("/sales_invoices", body, Ct)).Status);
        Assert.Equal(invoices, (await sandbox.Control.CountsAsync(Karoo, Ct))["sales_invoices"]);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(null)]
    [SandboxQuirk("SAGE-37")]
    public async Task A_429_comes_with_and_without_Retry_After(int? seconds)
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        await sandbox.Control.AddFaultAsync(
            new SandboxFault
            {
                Kind = "instead",
                Status = 429,
                RetryAfter = seconds,
            },
            Ct
        );
        var answer = await (await sandbox.ClientAsync(Ct)).GetAsync("/contacts", Ct);
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.Status);
        Assert.Equal(seconds, (int?)answer.Headers.RetryAfter?.Delta?.TotalSeconds);
    }

    [Fact]
    public async Task An_answer_can_be_torn_or_something_else_altogether()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        await sandbox.Control.AddFaultAsync(
            new SandboxFault
            {
                Kind = "instead",
                Body = "<html>Bad gateway</html>",
                ContentType = "text/html",
                Status = 502,
                Times = 1,
            },
            Ct
        );
        var html = await client.GetAsync("/contacts", Ct);
        Assert.Equal(((HttpStatusCode)502, "text/html"), (html.Status, html.MediaType));
        await sandbox.Control.AddFaultAsync(
            new SandboxFault
            {
                Kind = "after",
                Malformed = true,
                Times = 1,
                Status = 201,
            },
            Ct
        );
        var torn = await TextOfAsync(client.PostAsync("/contacts", Sent.Contact("Torn"), Ct));
        Assert.ThrowsAny<JsonException>(() => JsonNode.Parse(torn));
        Assert.Single((await client.GetAsync("/contacts?search=torn", Ct)).Items);
    }

    /// <summary>
    /// The answer as it came; where Sage's description is at hand, the client refuses one that is no JSON and tells it last.
    /// </summary>
    private static async Task<string> TextOfAsync(Task<SandboxAnswer> answer)
    {
        try
        {
            return (await answer).Text;
        }
        catch (InvalidOperationException refused)
        {
            return refused.Message.Split('\n')[^1];
        }
    }

    [Fact]
    public async Task A_slow_answer_waits_for_the_injected_time()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        await sandbox.Control.AddFaultAsync(
            new SandboxFault
            {
                Kind = "slow",
                DelayMs = 30_000,
                Clock = "injected",
                Times = 1,
            },
            Ct
        );
        var answer = client.GetAsync("/contacts", Ct);
        await Eventually.TrueAsync(() => sandbox.Time.Waiting > 0, "a call that waits", Ct);
        Assert.False(answer.IsCompleted);
        sandbox.Time.Advance(TimeSpan.FromMilliseconds(29_999));
        Assert.False(answer.IsCompleted);
        sandbox.Time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(HttpStatusCode.OK, (await answer).Status);
    }

    [Fact]
    public async Task A_slow_call_is_finished_even_when_its_caller_gave_up()
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        await sandbox.Control.AddFaultAsync(
            new SandboxFault
            {
                Kind = "slow",
                DelayMs = 60_000,
                Clock = "injected",
                Times = 1,
            },
            Ct
        );
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var answer = client.PostAsync("/sales_invoices", Sent.Invoice(), giveUp.Token);
        await Eventually.TrueAsync(() => sandbox.Time.Waiting > 0, "a call that waits", Ct);
        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
        Assert.Equal(32, (await sandbox.Control.CountsAsync(Karoo, Ct))["sales_invoices"]);
        sandbox.Time.Advance(TimeSpan.FromMinutes(1));
        await Eventually.TrueAsync(
            async () => (await sandbox.Control.RequestsAsync(Ct)).Of("POST", "/v3.1/sales_invoices") > 0,
            "the invoice",
            Ct
        );
        Assert.Equal(33, (await sandbox.Control.CountsAsync(Karoo, Ct))["sales_invoices"]);
    }

    [Fact]
    public async Task A_sandbox_that_is_stopped_lets_go_of_what_waits()
    {
        Task<SandboxAnswer> answer;
        await using (var sandbox = await SandboxFixture.StartEmptyAsync(Ct))
        {
            var client = await sandbox.ClientAsync(Ct);
            await sandbox.Control.AddFaultAsync(new SandboxFault { Kind = "slow", Clock = "injected" }, Ct);
            answer = client.GetAsync("/contacts", Ct);
            await Eventually.TrueAsync(() => sandbox.Time.Waiting > 0, "a call that waits", Ct);
        }
        await Assert.ThrowsAnyAsync<Exception>(() => answer);
    }

    [Fact]
    public async Task A_fault_hits_only_what_it_names_after_what_it_skips_as_often_as_it_says()
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        await sandbox.Control.AddFaultAsync(
            new SandboxFault
            {
                Kind = "before",
                Method = "GET",
                Path = "/v3.1/contacts*",
                Business = Karoo,
                Skip = 2,
                Times = 2,
                Status = 503,
            },
            Ct
        );
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/sales_invoices", Ct)).Status);
        Assert.Equal(HttpStatusCode.OK, (await client.For(SandboxSeed.LiffeyGoods).GetAsync("/contacts", Ct)).Status);
        Assert.Equal(HttpStatusCode.Created, (await client.PostAsync("/contacts", Sent.Contact("New"), Ct)).Status);
        var statuses = new List<int>();
        foreach (var path in new[] { "/contacts", $"/contacts/{Sent.Customer}", "/contacts?page=2", "/contacts", "/contacts" })
            statuses.Add((int)(await client.GetAsync(path, Ct)).Status);
        Assert.Equal([200, 200, 503, 503, 200], statuses);
        Assert.Equal(2, (await sandbox.Control.FaultsAsync(Ct)).Single().Hits);
    }

    [Fact]
    public async Task A_fault_for_the_lead_business_hits_calls_that_name_none()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        await sandbox.Control.AddFaultAsync(new SandboxFault { Kind = "before", Business = Karoo }, Ct);
        var client = await sandbox.ClientAsync(null, Ct);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAsync("/contacts", Ct)).Status);
    }

    [Fact]
    public async Task Chance_is_drawn_from_the_seed()
    {
        var runs = new List<string>();
        foreach (var seed in new[] { 7, 7, 8 })
        {
            await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
            var client = await sandbox.ClientAsync(Ct);
            await sandbox.Control.AddFaultAsync(
                new SandboxFault
                {
                    Kind = "before",
                    Probability = 0.4,
                    Seed = seed,
                },
                Ct
            );
            var run = "";
            for (var call = 0; call < 40; call++)
                run += (await client.GetAsync("/user", Ct)).Status == HttpStatusCode.OK ? "." : "x";
            runs.Add(run);
        }
        Assert.Equal(runs[0], runs[1]);
        Assert.NotEqual(runs[0], runs[2]);
        Assert.InRange(runs[0].Count(static letter => letter == 'x'), 6, 26);
    }

    [Theory]
    [InlineData("/token")]
    [InlineData("/revoke")]
    [InlineData("/oauth2/auth/central*")]
    public async Task The_sign_in_can_fail_too(string path)
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        await sandbox.Control.AddFaultAsync(
            new SandboxFault
            {
                Kind = "instead",
                Path = path,
                Status = 500,
                Times = 1,
            },
            Ct
        );
        using var answer = path switch
        {
            "/token" => await sandbox.SignIn.TokenAsync([("grant_type", "refresh_token"), ("refresh_token", "x")], Ct),
            "/revoke" => await sandbox.SignIn.RevokeAsync("x", Ct),
            _ => await sandbox.SignIn.GetAsync(SandboxSignIn.AuthorizePath(SandboxFixture.RedirectUri), Ct),
        };
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
    }

    [Fact]
    public async Task Faults_are_removed_one_by_one_or_all_together()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var client = await sandbox.ClientAsync(Ct);
        var first = await sandbox.Control.AddFaultAsync(new SandboxFault { Kind = "cut" }, Ct);
        await sandbox.Control.AddFaultAsync(new SandboxFault { Kind = "before", Status = 500 }, Ct);
        await sandbox.Control.RemoveFaultAsync(first, Ct);
        Assert.Equal(HttpStatusCode.InternalServerError, (await client.GetAsync("/user", Ct)).Status);
        await sandbox.Control.ClearFaultsAsync(Ct);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/user", Ct)).Status);
    }
}
