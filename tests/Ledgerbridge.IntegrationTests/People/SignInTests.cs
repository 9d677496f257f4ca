using System.Net;
using System.Text.Json.Nodes;
using Ledgerbridge.Server;
using Ledgerbridge.Server.People.Internal;
using Ledgerbridge.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Ledgerbridge.IntegrationTests.People;

/// <summary>Signing in with a password.</summary>
public sealed class SignInTests
{
    [Fact]
    public async Task The_right_password_signs_in_whatever_the_case_of_the_address()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var owner = await server.FirstRunAsync(ct);

        using var browser = await server.SignInAsync("  THANDI@Example.co.ZA ", ServerSetUp.Password, ct);

        Assert.True(await browser.IsSignedInAsync(ct));
        Assert.Equal(["person.signed_in", "workspace.created"], await owner.ActionsAsync(ct));
    }

    [Fact]
    public async Task An_unknown_account_looks_like_a_wrong_password()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var owner = await server.FirstRunAsync(ct);

        var wrong = await server.TryToSignInAsync(ServerSetUp.Email, "not the password", ct);
        var unknown = await server.TryToSignInAsync("nobody@example.co.za", "not the password", ct);

        Assert.Equal(HttpStatusCode.Unauthorized, wrong.Status);
        Assert.Equal(wrong.Status, unknown.Status);
        Assert.Equal(WithoutTrace(wrong), WithoutTrace(unknown));
        Assert.Equal(wrong.Headers.Keys.Order(), unknown.Headers.Keys.Order());
    }

    [Fact]
    public void An_unknown_account_costs_the_same_work_as_a_wrong_password()
    {
        var passwords = new Passwords(Options.Create(new PasswordHasherOptions()));

        var wrong = Convert.FromBase64String(passwords.Hash(new PersonRow(), ServerSetUp.Password));
        var unknown = Convert.FromBase64String(passwords.HashOfNobody);

        // The head of a hash says what is to be worked out: the function, how often, and with how long a salt.
        const int Head = 13;
        Assert.Equal(wrong[..Head], unknown[..Head]);
        Assert.Equal(wrong.Length, unknown.Length);
    }

    /// <summary>The tests' own server takes less, so one is put together as a process does.</summary>
    [Fact]
    public void A_stolen_hash_takes_a_hundred_thousand_rounds_a_guess()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.AddLedgerbridge();
        using var services = builder.Services.BuildServiceProvider();

        Assert.True(services.GetRequiredService<IOptions<PasswordHasherOptions>>().Value.IterationCount >= 100_000);
    }

    [Fact]
    public async Task A_failed_attempt_is_written_to_the_log_of_each_workspace_of_the_person_without_the_password()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var owner = await server.FirstRunAsync(ct);

        await server.TryToSignInAsync(ServerSetUp.Email, "Guess-4711-guess", ct);

        var logs = (await owner.GetAsync("/api/sage/audit-logs?action=sign_in_failed", ct))["logs"]!.AsArray();
        var entry = Assert.Single(logs)!;
        Assert.Equal(("failure", "Thandi Nkosi"), (entry["status"]!.ToString(), entry["actor"]!["name"]!.ToString()));
        var full = await owner.GetAsync($"/api/sage/audit-logs/{entry["id"]}", ct);
        Assert.DoesNotContain("4711", full.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_belongs_to_no_workspace_any_more_is_told_so_after_the_right_password_only()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var owner = await server.FirstRunAsync(ct);
        using var left = await server.JoinedAsync(owner, "sipho@example.co.za", "viewer", ct);
        var sipho = await owner.PersonAsync("sipho@example.co.za", ct);
        (await owner.DeleteAsync($"/api/people/{sipho["id"]}", ct)).Expect(HttpStatusCode.OK);

        var right = await server.TryToSignInAsync("sipho@example.co.za", ServerPeople.InvitedPassword, ct);
        var wrong = await server.TryToSignInAsync("sipho@example.co.za", "not the password", ct);

        Assert.Equal("not_allowed", right.Expect(HttpStatusCode.Forbidden).Get("code"));
        Assert.Contains("invitation", right.Get("detail"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.Status);
        Assert.False(await left.IsSignedInAsync(ct));
    }

    [Fact]
    public async Task Signing_out_ends_the_session_for_good_and_is_written_to_the_log()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var owner = await server.FirstRunAsync(ct);
        using var browser = server.Browser();
        var signedIn = await browser.PostAsync("/api/session", new { email = ServerSetUp.Email, password = ServerSetUp.Password }, ct);
        var cookie = signedIn.Headers["Set-Cookie"].Split(';')[0];

        var answer = await browser.DeleteAsync("/api/session", ct);

        Assert.Contains("expires=Thu, 01 Jan 1970", answer.Expect(HttpStatusCode.OK).Headers["Set-Cookie"], StringComparison.Ordinal);
        using var replay = server.Browser();
        var replayed = await replay.SendAsync(HttpMethod.Get, "/api/session", null, ct, ("Cookie", cookie));
        Assert.Null(replayed["person"]);
        Assert.Equal("person.signed_out", (await owner.ActionsAsync(ct))[0]);
    }

    private static string WithoutTrace(ServerAnswer answer)
    {
        var body = (JsonObject)answer.Body!.DeepClone();
        Assert.True(body.Remove("trace_id"));
        return body.ToJsonString();
    }
}
