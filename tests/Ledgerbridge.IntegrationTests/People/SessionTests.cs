using System.Net;
using Ledgerbridge.IntegrationTests.Api;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.People;

/// <summary>Signed-in browsers: how long, how many, and how they end.</summary>
public sealed class SessionTests
{
    [Fact]
    public async Task A_browser_is_signed_out_after_twelve_idle_hours_and_not_before()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var owner = await server.FirstRunAsync(ct);

        server.Time.Advance(TimeSpan.FromHours(12));
        Assert.True(await owner.IsSignedInAsync(ct));
        server.Time.Advance(TimeSpan.FromHours(12) + TimeSpan.FromSeconds(1));

        Assert.False(await owner.IsSignedInAsync(ct));
        Assert.Equal(HttpStatusCode.Unauthorized, (await owner.GetAsync("/api/people", ct)).Status);
    }

    [Fact]
    public async Task A_browser_in_steady_use_is_signed_out_after_fourteen_days()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var owner = await server.FirstRunAsync(ct);
        for (var halfDays = 0; halfDays < 28; halfDays++)
        {
            Assert.True(await owner.IsSignedInAsync(ct), $"signed out after {halfDays} half days");
            server.Time.Advance(TimeSpan.FromHours(12));
        }

        Assert.True(await owner.IsSignedInAsync(ct));
        server.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(await owner.IsSignedInAsync(ct));
    }

    [Fact]
    public async Task Both_lives_can_be_set()
    {
        var ct = TestContext.Current.CancellationToken;
        var settings = new Dictionary<string, string?>
        {
            ["Ledgerbridge:People:SessionIdle"] = "00:30:00",
            ["Ledgerbridge:People:SessionMax"] = "01:00:00",
        };
        await using var server = await ServerFixture.StartAsync(settings, ct);
        using var owner = await server.FirstRunAsync(ct);

        server.Time.Advance(TimeSpan.FromMinutes(30));
        Assert.True(await owner.IsSignedInAsync(ct));
        server.Time.Advance(TimeSpan.FromMinutes(30));
        Assert.True(await owner.IsSignedInAsync(ct));
        server.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(await owner.IsSignedInAsync(ct));
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_of_scripts_stays_with_this_site_and_ends_with_the_session()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var owner = await server.FirstRunAsync(ct);

        var plain = (await server.TryToSignInAsync(ServerSetUp.Email, ServerSetUp.Password, ct)).Headers["Set-Cookie"];
        using var browser = server.Browser();
        var body = new { email = ServerSetUp.Email, password = ServerSetUp.Password };
        var secure = await browser.SendAsync(HttpMethod.Post, "/api/session", body, ct, ("X-Forwarded-Proto", "https"));

        string[] flags = [.. plain.Split("; ").Skip(1).Select(static flag => flag.ToLowerInvariant())];
        Assert.Equal(["httponly", "max-age=1209600", "path=/", "samesite=lax"], flags.Order());
        Assert.Contains("; secure", secure.Headers["Set-Cookie"], StringComparison.Ordinal);
        Assert.StartsWith("ledgerbridge_session=lbs_", plain, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_shows_the_browsers_in_use_by_name_and_which_one_is_this()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var owner = await server.FirstRunAsync(ct);
        using var telephone = server.Browser();
        const string Agent = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/604.1";
        var body = new { email = ServerSetUp.Email, password = ServerSetUp.Password };
        await telephone.SendAsync(HttpMethod.Post, "/api/session", body, ct, ("User-Agent", Agent));

        var sessions = (await telephone.GetAsync("/api/account/sessions", ct))["sessions"]!.AsArray();

        Assert.Equal(2, sessions.Count);
        var current = Assert.Single(sessions, static session => session!["current"]!.GetValue<bool>())!;
        Assert.Equal("Safari on iPhone", current["device"]!.ToString());
    }

    [Fact]
    public async Task Sessions_that_have_run_out_are_not_listed_and_go_with_the_next_sign_in()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var old = await server.FirstRunAsync(ct);
        server.Time.Advance(TimeSpan.FromHours(13));

        using var fresh = await server.SignInAsync(ServerSetUp.Email, ServerSetUp.Password, ct);

        Assert.Single((await fresh.GetAsync("/api/account/sessions", ct))["sessions"]!.AsArray());
        Assert.Equal(1, await server.NumberAsync("SELECT COUNT(*) FROM people_sessions", ct));
    }

    [Fact]
    public async Task One_browser_can_be_signed_out_from_another_and_only_by_its_own_person()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var owner = await server.FirstRunAsync(ct);
        using var lost = await server.SignInAsync(ServerSetUp.Email, ServerSetUp.Password, ct);
        using var other = await server.JoinedAsync(owner, "sipho@example.co.za", "owner", ct);
        var sessions = (await owner.GetAsync("/api/account/sessions", ct))["sessions"]!.AsArray();
        var id = sessions.Single(static session => !session!["current"]!.GetValue<bool>())!["id"]!.ToString();

        var byAnother = await other.DeleteAsync($"/api/account/sessions/{id}", ct);
        Assert.True(await lost.IsSignedInAsync(ct));
        var byItsPerson = await owner.DeleteAsync($"/api/account/sessions/{id}", ct);
        var again = await owner.DeleteAsync($"/api/account/sessions/{id}", ct);

        Assert.Equal(HttpStatusCode.NotFound, byAnother.Status);
        Assert.Equal(HttpStatusCode.OK, byItsPerson.Status);
        Assert.Equal(HttpStatusCode.NotFound, again.Status);
        Assert.False(await lost.IsSignedInAsync(ct));
        Assert.True(await owner.IsSignedInAsync(ct));
        Assert.Equal("session.ended", (await owner.ActionsAsync(ct))[0]);
    }

    [Fact]
    public async Task A_changed_password_needs_the_present_one_signs_other_browsers_out_and_works_from_then_on()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var owner = await server.FirstRunAsync(ct);
        using var other = await server.SignInAsync(ServerSetUp.Email, ServerSetUp.Password, ct);
        const string New = "an altogether new one";

        var wrong = await owner.PutAsync("/api/account/password", new { current_password = "guess", new_password = New }, ct);
        var weak = await owner.PutAsync(
            "/api/account/password",
            new { current_password = ServerSetUp.Password, new_password = "aaaaaaaaaaaa" },
            ct
        );
        Assert.True(await other.IsSignedInAsync(ct));
        var changed = await owner.PutAsync(
            "/api/account/password",
            new { current_password = ServerSetUp.Password, new_password = New },
            ct
        );

        Assert.NotEmpty(wrong.Expect(HttpStatusCode.BadRequest).ErrorsOf("current_password"));
        Assert.NotEmpty(weak.Expect(HttpStatusCode.BadRequest).ErrorsOf("new_password"));
        Assert.Equal(HttpStatusCode.OK, changed.Status);
        Assert.True(await owner.IsSignedInAsync(ct));
        Assert.False(await other.IsSignedInAsync(ct));
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.TryToSignInAsync(ServerSetUp.Email, ServerSetUp.Password, ct)).Status);
        Assert.Equal(HttpStatusCode.OK, (await server.TryToSignInAsync(ServerSetUp.Email, New, ct)).Status);
        Assert.Contains("person.password_changed", await owner.ActionsAsync(ct));
    }

    [Fact]
    public async Task A_password_is_taken_as_typed_with_its_spaces()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var owner = await server.FirstRunAsync(ct);
        const string New = "  spaces on both sides é 😀  ";
        await owner.PutAsync("/api/account/password", new { current_password = ServerSetUp.Password, new_password = New }, ct);

        Assert.Equal(HttpStatusCode.Unauthorized, (await server.TryToSignInAsync(ServerSetUp.Email, New.Trim(), ct)).Status);
        Assert.Equal(HttpStatusCode.OK, (await server.TryToSignInAsync(ServerSetUp.Email, New, ct)).Status);
    }

    [Fact]
    public async Task Only_hashes_of_sessions_and_passwords_are_kept()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var owner = await server.FirstRunAsync(ct);
        var cookie = (await server.TryToSignInAsync(ServerSetUp.Email, ServerSetUp.Password, ct)).Headers["Set-Cookie"];
        var token = cookie["ledgerbridge_session=".Length..cookie.IndexOf(';', StringComparison.Ordinal)];

        var kept = await server.EverythingAsync(ct) + server.Log.Text;

        Assert.DoesNotContain(token, kept, StringComparison.Ordinal);
        Assert.DoesNotContain(ServerSetUp.Password, kept, StringComparison.Ordinal);
    }
}
