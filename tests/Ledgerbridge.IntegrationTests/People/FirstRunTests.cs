using System.Net;
using Ledgerbridge.IntegrationTests.Api;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.People;

/// <summary>The first person of a new server.</summary>
public sealed class FirstRunTests
{
    private static readonly Dictionary<string, string?> CodeRequired = new() { ["Ledgerbridge:People:SetupCodeRequired"] = "true" };

    [Fact]
    public async Task The_first_person_makes_account_and_workspace_and_is_signed_in_as_Owner()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var browser = server.Browser();
        Assert.Equal("true", (await browser.GetAsync("/api/session", ct)).Get("first_run"));

        var answer = await browser.PostAsync("/api/first-run", Body(), ct);

        answer.Expect(HttpStatusCode.OK);
        var session = await browser.GetAsync("/api/session", ct);
        Assert.Equal("false", session.Get("first_run"));
        Assert.Equal("owner", session.Get("role"));
        Assert.Equal("Thandi Nkosi", session["person"]!["name"]!.ToString());
        Assert.Equal(("Karoo", "ZA"), (session["workspace"]!["name"]!.ToString(), session["workspace"]!["country"]!.ToString()));
        Assert.Equal("Africa/Johannesburg", session["workspace"]!["time_zone"]!.ToString());
        Assert.Equal(["workspace.created"], await browser.ActionsAsync(ct));
    }

    [Fact]
    public async Task A_second_first_run_is_refused_and_changes_nothing()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var owner = await server.FirstRunAsync(ct);
        var before = await server.HashesAsync(ct);
        using var stranger = server.Browser();

        var answer = await stranger.PostAsync("/api/first-run", Body(email: "eve@example.com"), ct);

        Assert.Equal("conflict", answer.Expect(HttpStatusCode.Conflict).Get("code"));
        Assert.Equal(before, await server.HashesAsync(ct));
        Assert.False(await stranger.IsSignedInAsync(ct));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Of_many_first_runs_at_once_in_two_servers_one_wins(DatabaseKind database)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(database, ct);
        await using var other = await server.StartAnotherAsync(ct);
        ServerClient[] browsers = [.. Enumerable.Range(0, 8).Select(i => (i % 2 == 0 ? server : other).Browser())];

        var answers = await Task.WhenAll(
            browsers.Select((browser, i) => browser.PostAsync("/api/first-run", Body(email: $"person{i}@example.co.za"), ct))
        );

        Assert.Single(answers, static answer => answer.Status == HttpStatusCode.OK);
        Assert.Equal(7, answers.Count(static answer => answer.Status == HttpStatusCode.Conflict));
        Assert.Equal(1, await server.NumberAsync("SELECT COUNT(*) FROM people_persons", ct));
        Assert.Equal(1, await server.NumberAsync("SELECT COUNT(*) FROM people_workspaces", ct));
        foreach (var browser in browsers)
            browser.Dispose();
    }

    [Fact]
    public async Task The_setup_code_is_asked_for_and_a_wrong_or_absent_one_changes_nothing()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(CodeRequired, ct);
        using var browser = server.Browser();
        Assert.Equal("true", (await browser.GetAsync("/api/session", ct)).Get("setup_code_required"));
        var before = await server.HashesAsync(ct);
        string?[] wrong = [null, "", "0000000000", CodeOf(server)[..^1], CodeOf(server) + "0"];

        foreach (var code in wrong)
        {
            var answer = (await browser.PostAsync("/api/first-run", Body(code: code), ct)).Expect(HttpStatusCode.BadRequest);
            Assert.Contains("setup-code", Assert.Single(answer.ErrorsOf("setup_code")), StringComparison.Ordinal);
        }
        Assert.Equal(before, await server.HashesAsync(ct));
    }

    [Fact]
    public async Task The_setup_code_opens_the_first_run_and_is_gone_afterwards()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(CodeRequired, ct);
        using var browser = server.Browser();
        var code = CodeOf(server);

        (await browser.PostAsync("/api/first-run", Body(code: code), ct)).Expect(HttpStatusCode.OK);

        Assert.False(File.Exists(CodePath(server)));
        using var stranger = server.Browser();
        Assert.NotEqual(HttpStatusCode.OK, (await stranger.PostAsync("/api/first-run", Body(code: code), ct)).Status);
    }

    [Fact]
    public async Task The_setup_code_is_readable_by_its_owner_only_and_the_log_says_where_it_is_but_not_what_it_is()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(CodeRequired, ct);

        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(CodePath(server)));
        Assert.Contains(CodePath(server), server.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(CodeOf(server), server.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restart_keeps_the_setup_code_and_a_server_with_people_makes_none()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(CodeRequired, ct);
        var code = CodeOf(server);
        await using (await server.StartAnotherAsync(ct))
            Assert.Equal(code, CodeOf(server));
        using var browser = server.Browser();
        (await browser.PostAsync("/api/first-run", Body(code: code), ct)).Expect(HttpStatusCode.OK);

        await using var again = await server.StartAnotherAsync(ct);

        Assert.False(File.Exists(CodePath(again)));
    }

    [Fact]
    public async Task Everything_that_is_wrong_with_a_first_run_is_told_at_once()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var browser = server.Browser();

        var answer = await browser.PostAsync("/api/first-run", new { email = "nobody", password = "short" }, ct);

        Assert.NotEmpty(answer.Expect(HttpStatusCode.BadRequest).ErrorsOf("name"));
        Assert.NotEmpty(answer.ErrorsOf("email"));
        Assert.NotEmpty(answer.ErrorsOf("password"));
        Assert.NotEmpty(answer.ErrorsOf("workspace_name"));
    }

    [Theory]
    [InlineData("thandi@example.co.za", "XX", "country")]
    [InlineData("thandi@example.co.za", "ZA", "password", "thandi@example.co.za")]
    [InlineData("thandi@example.co.za", "ZA", "password", "aaaaaaaaaaaa")]
    public async Task Weak_passwords_and_unknown_countries_are_refused_by_name(
        string email,
        string country,
        string field,
        string password = ServerSetUp.Password
    )
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var browser = server.Browser();

        var answer = await browser.PostAsync("/api/first-run", Body(email, country, password), ct);

        Assert.NotEmpty(answer.Expect(HttpStatusCode.BadRequest).ErrorsOf(field));
        Assert.Equal(0, await server.NumberAsync("SELECT COUNT(*) FROM people_persons", ct));
    }

    private static object Body(
        string email = ServerSetUp.Email,
        string country = "ZA",
        string password = ServerSetUp.Password,
        string? code = null
    ) =>
        new
        {
            name = "Thandi Nkosi",
            email,
            password,
            workspace_name = "Karoo",
            country,
            setup_code = code,
        };

    private static string CodePath(ServerFixture server) => Path.Combine(server.Place.Folder, "setup-code");

    private static string CodeOf(ServerFixture server) => File.ReadAllText(CodePath(server));
}
