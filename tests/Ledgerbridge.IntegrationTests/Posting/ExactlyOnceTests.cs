using System.Net;
using Ledgerbridge.Sandbox;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Posting;

/// <summary>Confirmed once, twice at once, through two processes, through any single fault: one invoice in the books, and the log ends in the truth.</summary>
public sealed class ExactlyOnceTests
{
    private const string Reference = "PO-7788";
    private const string CreatePath = "/v3.1/sales_invoices";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<DatabaseKind, SandboxFault> Faults()
    {
        SandboxFault[] faults =
        [
            new() { Kind = "before", Status = 500 },
            new() { Kind = "before", Status = 503 },
            new() { Kind = "before", Status = 429 },
            new()
            {
                Kind = "before",
                Status = 429,
                RetryAfter = 7,
            },
            new() { Kind = "instead", Status = 500 },
            new() { Kind = "instead", Status = 503 },
            new() { Kind = "instead", Malformed = true },
            new() { Kind = "cut" },
            new() { Kind = "after" },
            new() { Kind = "created_but_500" },
            new() { Kind = "created_but_500", RegisterIdempotency = true },
        ];
        var data = new TheoryData<DatabaseKind, SandboxFault>();
        foreach (var fault in faults)
        {
            data.Add(DatabaseKind.Sqlite, fault);
            data.Add(DatabaseKind.Postgres, fault);
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Whatever_happens_to_the_first_sending_there_is_one_invoice_and_the_log_says_so(
        DatabaseKind database,
        SandboxFault fault
    )
    {
        await using var server = await ServerFixture.StartAsync(database, Ct);
        using var owner = await server.ReadyAsync(Ct);
        var preview = await owner.PreviewAsync(await owner.CustomerAsync("Baobab Lodge", Ct), Reference, Ct);
        await server.Sandbox.Control.AddFaultAsync(fault with { Method = "POST", Path = CreatePath, Times = 1 }, Ct);

        var answer = await server.ThroughRetriesAsync(owner, preview, owner.ConfirmAsync(preview, Ct), Ct);

        answer.Expect(HttpStatusCode.Created);
        Assert.Equal(1, (await server.Sandbox.Control.FaultsAsync(Ct)).Single().Hits);
        Assert.Equal(answer.Get("id"), Assert.Single(await server.Sandbox.InvoicesAsync(Reference, Ct))["id"]!.ToString());
        Assert.Equal("success", await owner.AuditStatusAsync(preview, Ct));
        Assert.Equal("success", (await owner.OutcomeAsync(preview, Ct)).Get("status"));
        Assert.Equal("true", (await owner.PostAsync("/api/audit/verify", null, Ct)).Get("whole"));
    }

    [Theory]
    [InlineData("instead", "GET", CreatePath, 503)]
    [InlineData("cut", "GET", CreatePath, null)]
    [InlineData("created_but_500", "POST", CreatePath, null)]
    public async Task A_second_fault_while_looking_or_sending_again_changes_nothing_about_that(
        string kind,
        string method,
        string path,
        int? status
    )
    {
        await using var server = await ServerFixture.StartAsync(Ct);
        using var owner = await server.ReadyAsync(Ct);
        var preview = await owner.PreviewAsync(await owner.CustomerAsync("Baobab Lodge", Ct), Reference, Ct);
        var lost = new SandboxFault
        {
            Kind = "cut",
            Method = "POST",
            Path = CreatePath,
            Times = 1,
        };
        await server.Sandbox.Control.AddFaultAsync(method == "GET" ? lost with { Kind = "after" } : lost, Ct);
        // Reads are repeated twice by the client itself, so three in a row are needed to make one look fail.
        await server.Sandbox.Control.AddFaultAsync(
            new SandboxFault
            {
                Kind = kind,
                Method = method,
                Path = path,
                Status = status,
                Times = method == "GET" ? 3 : 1,
            },
            Ct
        );

        var request = owner.ConfirmAsync(preview, Ct);
        while (!request.IsCompleted)
        {
            var outcome = await owner.OutcomeAsync(preview, Ct);
            if (outcome["next_attempt_at"] is { } next)
                server.MoveTo(next.ToString());
            else if (server.Sandbox.Time.Waiting > 0 && method == "GET")
                server.Time.Advance(TimeSpan.FromMilliseconds(200));
        }

        (await request).Expect(HttpStatusCode.Created);
        Assert.Single(await server.Sandbox.InvoicesAsync(Reference, Ct));
        Assert.Equal("success", await owner.AuditStatusAsync(preview, Ct));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Confirmed_many_times_at_once_from_two_processes_it_is_one_invoice_and_everybody_gets_it(DatabaseKind database)
    {
        await using var server = await ServerFixture.StartAsync(database, Ct);
        await using var other = await server.StartAnotherAsync(Ct);
        using var owner = await server.ReadyAsync(Ct);
        using var elsewhere = await other.SignInAsync(ServerSetUp.Email, ServerSetUp.Password, Ct);
        var customer = await owner.CustomerAsync("Baobab Lodge", Ct);
        var preview = await owner.PreviewAsync(customer, Reference, Ct);

        var requests = Enumerable.Range(0, 12).Select(i => (i % 2 == 0 ? owner : elsewhere).ConfirmAsync(preview, Ct)).ToArray();
        while (!requests.All(static request => request.IsCompleted))
        {
            // Those who wait for the other process look at the row every 50 milliseconds of this time.
            server.Time.Advance(TimeSpan.FromMilliseconds(50));
            await owner.OutcomeAsync(preview, Ct);
        }

        var answers = await Task.WhenAll(requests);
        Assert.All(answers, static answer => answer.Expect(HttpStatusCode.Created));
        Assert.Single(answers.Select(static answer => answer.Get("id")).Distinct());
        Assert.Single(await server.Sandbox.InvoicesAsync(Reference, Ct));
        Assert.Equal(1, (await server.Sandbox.Control.RequestsAsync(Ct)).Of("POST", CreatePath));
    }

    [Fact]
    public async Task A_slow_Sage_that_does_the_work_after_we_gave_up_waiting_makes_no_second_invoice()
    {
        await using var server = await ServerFixture.StartAsync(Ct);
        using var owner = await server.ReadyAsync(Ct);
        var preview = await owner.PreviewAsync(await owner.CustomerAsync("Baobab Lodge", Ct), Reference, Ct);
        await server.Sandbox.Control.AddFaultAsync(
            new SandboxFault
            {
                Kind = "slow",
                Method = "POST",
                Path = CreatePath,
                Times = 1,
                DelayMs = 120_000,
                Clock = "injected",
            },
            Ct
        );

        var request = owner.ConfirmAsync(preview, Ct);
        while ((await server.Sandbox.Control.FaultsAsync(Ct)).Single().Hits == 0)
            await owner.OutcomeAsync(preview, Ct);
        server.Time.Advance(TimeSpan.FromSeconds(61));
        var waiting = await request;
        Assert.Equal(HttpStatusCode.Accepted, waiting.Status);
        server.MoveTo(waiting.Get("next_attempt_at"));
        var answer = await server.ThroughRetriesAsync(owner, preview, owner.ConfirmAsync(preview, Ct), Ct);
        server.Time.Advance(TimeSpan.FromSeconds(120));

        answer.Expect(HttpStatusCode.Created);
        while ((await server.Sandbox.Control.RequestsAsync(Ct)).Of("POST", CreatePath) < 2)
            await owner.OutcomeAsync(preview, Ct);
        Assert.Single(await server.Sandbox.InvoicesAsync(Reference, Ct));
    }

    [Fact]
    public async Task A_warm_creation_costs_one_call_and_a_preview_none()
    {
        await using var server = await ServerFixture.StartAsync(Ct);
        using var owner = await server.ReadyAsync(Ct);
        var customer = await owner.CustomerAsync("Baobab Lodge", Ct);
        await server.Sandbox.Control.ClearRequestsAsync(Ct);

        var preview = await owner.PreviewAsync(customer, Reference, Ct);
        Assert.Empty((await server.Sandbox.Control.RequestsAsync(Ct)).Requests);

        (await owner.ConfirmAsync(preview, Ct)).Expect(HttpStatusCode.Created);
        var call = Assert.Single((await server.Sandbox.Control.RequestsAsync(Ct)).Requests);
        Assert.Equal(("POST", CreatePath, SandboxSeed.KarooTrading), (call.Method, call.Path, call.Business));
    }

    [Fact]
    public async Task What_Sage_refuses_ends_as_a_failure_that_names_the_reason_and_leaves_nothing_behind()
    {
        await using var server = await ServerFixture.StartAsync(Ct);
        using var owner = await server.ReadyAsync(Ct);
        var customer = await owner.CustomerAsync("Baobab Lodge", Ct);
        var preview = await owner.PreviewAsync(customer, Reference, Ct);
        await server.Sandbox.Control.AddFaultAsync(
            new SandboxFault
            {
                Kind = "instead",
                Method = "POST",
                Path = CreatePath,
                Times = 1,
                Status = 422,
                ContentType = "application/json",
                Body =
                    """[{"$severity":"error","$dataCode":"RecordInvalid","$message":"This field is required.","$source":"line_items.tax_rate_id"}]""",
            },
            Ct
        );

        var refused = await owner.ConfirmAsync(preview, Ct);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal("sage_refused", refused.Get("code"));
        Assert.Contains("tax rate", Assert.Single(refused.ErrorsOf("line_items.tax_rate_id")), StringComparison.Ordinal);
        Assert.Empty(await server.Sandbox.InvoicesAsync(Reference, Ct));
        Assert.Equal("failure", await owner.AuditStatusAsync(preview, Ct));
        // The refusal is final for this preview; another preview of the same invoice goes through.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await owner.ConfirmAsync(preview, Ct)).Status);
        var again = await owner.PreviewAsync(customer, Reference, Ct);
        (await owner.ConfirmAsync(again, Ct)).Expect(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Figures_that_Sage_books_differently_are_a_failure_with_both_figures()
    {
        await using var server = await ServerFixture.StartAsync(Ct);
        using var owner = await server.ReadyAsync(Ct);
        var preview = await owner.PreviewAsync(await owner.CustomerAsync("Baobab Lodge", Ct), Reference, Ct);
        const string Other = """
            {"id":"0123456789abcdef0123456789abcdef","displayed_as":"SI-9","date":"2026-03-16","currency":{"id":"ZAR"},"status":{"id":"DRAFT"},
             "contact":{"id":"c"},"reference":"PO-7788","total_amount":"115.01","tax_amount":"15.01","outstanding_amount":"0.0","invoice_lines":[]}
            """;
        await server.Sandbox.Control.AddFaultAsync(
            new SandboxFault
            {
                Kind = "instead",
                Method = "POST",
                Path = CreatePath,
                Times = 1,
                Status = 201,
                ContentType = "application/json",
                Body = Other,
            },
            Ct
        );

        var answer = await owner.ConfirmAsync(preview, Ct);

        Assert.Equal("differs", answer.Get("code"));
        Assert.Contains("R 115.01", answer.Get("detail"), StringComparison.Ordinal);
        Assert.Contains("R 115.00", answer.Get("detail"), StringComparison.Ordinal);
        Assert.Equal("failure", await owner.AuditStatusAsync(preview, Ct));
    }
}
