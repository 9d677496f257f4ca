using System.Net;
using System.Text.Json.Nodes;
using Ledgerbridge.IntegrationTests.Api;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.People;

/// <summary>Inviting people and taking invitations up.</summary>
public sealed class InvitationTests
{
    private const string Sipho = "sipho@example.co.za";

    [Fact]
    public async Task An_invitation_is_shown_once_and_kept_as_a_hash()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var owner = await server.FirstRunAsync(ct);

        var link = (await owner.PostAsync("/api/people/invitations", new { email = Sipho, role = "accountant" }, ct)).Get("link");

        Assert.StartsWith($"{server.BaseAddress}join#lbi_", link, StringComparison.Ordinal);
        var token = link.Split('#')[1];
        var people = await owner.GetAsync("/api/people", ct);
        Assert.Equal(Sipho, Assert.Single(people["invitations"]!.AsArray())!["email"]!.ToString());
        Assert.DoesNotContain(token, people.Text + await server.EverythingAsync(ct) + server.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_link_offers_role_and_workspace_and_makes_an_account()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var owner = await server.FirstRunAsync(ct);
        var token = await owner.InviteAsync("Sipho@Example.co.za", "accountant", ct);
        using var browser = server.Browser();

        var offer = await browser.GetAsync($"/api/invitations/{token}", ct);
        var joined = await browser.PostAsync("/api/invitations/accept", NewAccount(token), ct);

        Assert.Equal(("Karoo", "accountant", "false"), (offer.Get("workspace_name"), offer.Get("role"), offer.Get("has_account")));
        Assert.Equal(HttpStatusCode.OK, joined.Status);
        var session = await browser.GetAsync("/api/session", ct);
        Assert.Equal(("accountant", "Sipho"), (session.Get("role"), session["person"]!["name"]!.ToString()));
        Assert.Equal(["person.joined", "person.invited", "workspace.created"], await owner.ActionsAsync(ct));
    }

    [Fact]
    public async Task A_new_account_needs_a_name_and_a_good_password_and_the_invitation_stays_open_until_then()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var owner = await server.FirstRunAsync(ct);
        var token = await owner.InviteAsync(Sipho, "viewer", ct);
        using var browser = server.Browser();

        var nameless = await browser.PostAsync("/api/invitations/accept", NewAccount(token, name: " "), ct);
        var weak = await browser.PostAsync("/api/invitations/accept", NewAccount(token, password: Sipho), ct);
        var good = await browser.PostAsync("/api/invitations/accept", NewAccount(token), ct);

        Assert.NotEmpty(nameless.Expect(HttpStatusCode.BadRequest).ErrorsOf("name"));
        Assert.NotEmpty(weak.Expect(HttpStatusCode.BadRequest).ErrorsOf("password"));
        Assert.Equal(HttpStatusCode.OK, good.Status);
    }

    [Fact]
    public async Task Used_withdrawn_expired_and_invented_invitations_open_nothing()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var owner = await server.FirstRunAsync(ct);
        var used = await owner.InviteAsync("used@example.co.za", "viewer", ct);
        using var joined = server.Browser();
        (await joined.PostAsync("/api/invitations/accept", NewAccount(used), ct)).Expect(HttpStatusCode.OK);
        var withdrawn = await owner.InviteAsync("withdrawn@example.co.za", "viewer", ct);
        var open = (await owner.GetAsync("/api/people", ct))["invitations"]!.AsArray();
        (await owner.DeleteAsync($"/api/people/invitations/{Assert.Single(open)!["id"]}", ct)).Expect(HttpStatusCode.OK);
        var expired = await owner.InviteAsync("expired@example.co.za", "viewer", ct);
        server.Time.Advance(TimeSpan.FromDays(7));
        using var stranger = server.Browser();
        var before = await server.NumberAsync("SELECT COUNT(*) FROM people_persons", ct);

        foreach (var token in (string[])[used, withdrawn, expired, "lbi_invented", "x"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/api/invitations/{token}", ct)).Status);
            var answer = await stranger.PostAsync("/api/invitations/accept", NewAccount(token), ct);
            Assert.NotEmpty(answer.Expect(HttpStatusCode.BadRequest).ErrorsOf("token"));
        }
        Assert.Equal(before, await server.NumberAsync("SELECT COUNT(*) FROM people_persons", ct));
    }

    [Fact]
    public async Task An_invitation_lives_for_seven_days()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var owner = await server.FirstRunAsync(ct);
        var token = await owner.InviteAsync(Sipho, "viewer", ct);
        using var browser = server.Browser();

        server.Time.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));

        Assert.Equal(HttpStatusCode.OK, (await browser.PostAsync("/api/invitations/accept", NewAccount(token), ct)).Status);
    }

    [Fact]
    public async Task Somebody_with_an_account_joins_with_the_present_password_and_keeps_the_other_workspace()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var owner = await server.FirstRunAsync(ct);
        using var sipho = await server.JoinedAsync(owner, Sipho, "viewer", ct);
        await OpenAnotherWorkspaceAsync(owner, ct);
        var token = await owner.InviteAsync(Sipho, "accountant", ct);
        using var browser = server.Browser();
        Assert.Equal("true", (await browser.GetAsync($"/api/invitations/{token}", ct)).Get("has_account"));

        var wrong = await browser.PostAsync("/api/invitations/accept", NewAccount(token, password: "not the password"), ct);
        var right = await browser.PostAsync("/api/invitations/accept", NewAccount(token), ct);

        Assert.NotEmpty(wrong.Expect(HttpStatusCode.BadRequest).ErrorsOf("password"));
        Assert.Equal(HttpStatusCode.OK, right.Status);
        var session = await browser.GetAsync("/api/session", ct);
        Assert.Equal(("Second", "accountant"), (session["workspace"]!["name"]!.ToString(), session.Get("role")));
        Assert.Equal(["Karoo", "Second"], session["workspaces"]!.AsArray().Select(static w => w!["name"]!.ToString()));
    }

    [Fact]
    public async Task The_second_factor_cannot_be_gone_around_by_an_invitation()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var owner = await server.FirstRunAsync(ct);
        using var sipho = await server.JoinedAsync(owner, Sipho, "viewer", ct);
        await server.TurnTwoFactorOnAsync(sipho, ct);
        await OpenAnotherWorkspaceAsync(owner, ct);
        var token = await owner.InviteAsync(Sipho, "viewer", ct);
        using var stranger = server.Browser();

        var answer = await stranger.PostAsync("/api/invitations/accept", NewAccount(token), ct);

        Assert.Contains("Sign in", Assert.Single(answer.Expect(HttpStatusCode.BadRequest).ErrorsOf("password")), StringComparison.Ordinal);
        Assert.False(await stranger.IsSignedInAsync(ct));
    }

    [Fact]
    public async Task A_signed_in_person_joins_as_that_person_in_the_same_browser()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var owner = await server.FirstRunAsync(ct);
        using var sipho = await server.JoinedAsync(owner, Sipho, "viewer", ct);
        using var naledi = await server.JoinedAsync(owner, "naledi@example.co.za", "viewer", ct);
        await OpenAnotherWorkspaceAsync(owner, ct);
        var token = await owner.InviteAsync(Sipho, "accountant", ct);

        var byAnother = await naledi.PostAsync($"/api/invitations/{token}/accept-as-me", null, ct);
        var asMe = await sipho.PostAsync($"/api/invitations/{token}/accept-as-me", null, ct);

        Assert.NotEmpty(byAnother.Expect(HttpStatusCode.BadRequest).ErrorsOf("token"));
        Assert.Equal(HttpStatusCode.OK, asMe.Status);
        Assert.Equal("Second", (await sipho.GetAsync("/api/session", ct))["workspace"]!["name"]!.ToString());
        Assert.Single((await sipho.GetAsync("/api/account/sessions", ct))["sessions"]!.AsArray());
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task An_invitation_taken_up_many_times_at_once_makes_one_account(DatabaseKind database)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(database, ct);
        await using var other = await server.StartAnotherAsync(ct);
        using var owner = await server.FirstRunAsync(ct);
        var token = await owner.InviteAsync(Sipho, "viewer", ct);
        ServerClient[] browsers = [.. Enumerable.Range(0, 6).Select(i => (i % 2 == 0 ? server : other).Browser())];

        var answers = await Task.WhenAll(browsers.Select(browser => browser.PostAsync("/api/invitations/accept", NewAccount(token), ct)));

        Assert.Single(answers, static answer => answer.Status == HttpStatusCode.OK);
        Assert.Equal(5, answers.Count(static answer => answer.Status == HttpStatusCode.BadRequest));
        Assert.Equal(2, await server.NumberAsync("SELECT COUNT(*) FROM people_persons", ct));
        foreach (var browser in browsers)
            browser.Dispose();
    }

    [Fact]
    public async Task Somebody_who_is_in_the_workspace_already_is_not_invited_again()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var owner = await server.FirstRunAsync(ct);

        var answer = await owner.PostAsync("/api/people/invitations", new { email = "Thandi@Example.co.za", role = "viewer" }, ct);

        Assert.NotEmpty(answer.Expect(HttpStatusCode.BadRequest).ErrorsOf("email"));
    }

    [Fact]
    public async Task Without_a_public_address_an_invitation_made_from_afar_is_refused_before_it_is_made()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var owner = await server.FirstRunAsync(ct);
        var before = await server.HashesAsync(ct);

        var body = new { email = Sipho, role = "viewer" };
        var answer = await owner.SendAsync(HttpMethod.Post, "/api/people/invitations", body, ct, ("Host", "books.example.co.za"));

        Assert.Contains("PublicUrl", answer.Expect(HttpStatusCode.Conflict).Get("detail"), StringComparison.Ordinal);
        Assert.Equal(before, await server.HashesAsync(ct));
    }

    private static async Task OpenAnotherWorkspaceAsync(ServerClient owner, CancellationToken ct)
    {
        var made = (await owner.PostAsync("/api/account/workspaces", new { name = "Second" }, ct)).Expect(HttpStatusCode.Created);
        (await owner.PutAsync("/api/session/workspace", new { workspace_id = made.Get("id") }, ct)).Expect(HttpStatusCode.OK);
    }

    private static JsonObject NewAccount(string token, string name = "Sipho", string password = ServerPeople.InvitedPassword) =>
        new()
        {
            ["token"] = token,
            ["name"] = name,
            ["password"] = password,
        };
}
