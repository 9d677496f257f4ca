using System.Net;
using Ledgerbridge.IntegrationTests.Api;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.People;

/// <summary>Guessing is slowed down: per account and address, per account, per address; all by the clock.</summary>
public sealed class ThrottleTests
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    [Fact]
    public async Task After_five_failures_from_one_address_even_the_right_password_has_to_wait_a_quarter_of_an_hour()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var owner = await server.FirstRunAsync(ct);
        for (var i = 0; i < 5; i++)
            Assert.Equal(HttpStatusCode.Unauthorized, (await server.TryToSignInAsync(ServerSetUp.Email, "wrong password", ct)).Status);

        var blocked = await server.TryToSignInAsync(ServerSetUp.Email, ServerSetUp.Password, ct);
        var elsewhere = await server.TryToSignInAsync(ServerSetUp.Email, ServerSetUp.Password, ct, address: "203.0.113.9");
        server.Time.Advance(Window - TimeSpan.FromSeconds(1));
        var justBefore = await server.TryToSignInAsync(ServerSetUp.Email, ServerSetUp.Password, ct);
        server.Time.Advance(TimeSpan.FromSeconds(1));
        var afterwards = await server.TryToSignInAsync(ServerSetUp.Email, ServerSetUp.Password, ct);

        Assert.Contains("15 minutes", blocked.Expect(HttpStatusCode.TooManyRequests).Get("detail"), StringComparison.Ordinal);
        Assert.Equal("too_many", blocked.Get("code"));
        Assert.Equal(HttpStatusCode.OK, elsewhere.Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, justBefore.Status);
        Assert.Equal(HttpStatusCode.OK, afterwards.Status);
    }

    [Fact]
    public async Task An_unknown_account_is_held_back_just_like_a_known_one()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var owner = await server.FirstRunAsync(ct);
        for (var i = 0; i < 5; i++)
            await server.TryToSignInAsync("nobody@example.co.za", "wrong password", ct);

        var blocked = await server.TryToSignInAsync("Nobody@Example.co.za", "wrong password", ct);

        Assert.Equal(HttpStatusCode.TooManyRequests, blocked.Status);
    }

    [Fact]
    public async Task A_success_forgets_the_failures_of_that_account_from_that_address()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var owner = await server.FirstRunAsync(ct);
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < 4; i++)
                await server.TryToSignInAsync(ServerSetUp.Email, "wrong password", ct);

            Assert.Equal(HttpStatusCode.OK, (await server.TryToSignInAsync(ServerSetUp.Email, ServerSetUp.Password, ct)).Status);
        }
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Guesses_made_at_once_in_two_servers_count_together(DatabaseKind database)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(database, ct);
        await using var other = await server.StartAnotherAsync(ct);
        using var owner = await server.FirstRunAsync(ct);

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 16).Select(i => (i % 2 == 0 ? server : other).TryToSignInAsync(ServerSetUp.Email, $"guess number {i}", ct))
        );

        Assert.Equal(5, answers.Count(static answer => answer.Status == HttpStatusCode.Unauthorized));
        Assert.Equal(11, answers.Count(static answer => answer.Status == HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public async Task Neither_address_nor_account_is_kept_by_the_counting()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var owner = await server.FirstRunAsync(ct);

        await server.TryToSignInAsync(ServerSetUp.Email, "wrong password", ct, address: "203.0.113.77");

        var kept = await server.EverythingAsync(ct, "people_sign_in_failures");
        Assert.NotEmpty(kept);
        Assert.DoesNotContain("203.0.113", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("thandi", kept, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Guessing_a_password_through_an_invitation_is_held_back_too()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var owner = await server.FirstRunAsync(ct);
        using var sipho = await server.JoinedAsync(owner, "sipho@example.co.za", "owner", ct);
        (await sipho.PostAsync("/api/account/workspaces", new { name = "Trap" }, ct)).Expect(HttpStatusCode.Created);
        var trap = (await sipho.GetAsync("/api/session", ct))["workspaces"]!.AsArray().Single(w => w!["name"]!.ToString() == "Trap")!;
        (await sipho.PutAsync("/api/session/workspace", new { workspace_id = trap["id"]!.ToString() }, ct)).Expect(HttpStatusCode.OK);
        var token = await sipho.InviteAsync(ServerSetUp.Email, "viewer", ct);
        using var stranger = server.Browser();
        for (var i = 0; i < 5; i++)
            (await stranger.PostAsync("/api/invitations/accept", new { token, password = $"a guess, number {i}" }, ct)).Expect(
                HttpStatusCode.BadRequest
            );

        var blocked = await stranger.PostAsync("/api/invitations/accept", new { token, password = ServerSetUp.Password }, ct);

        Assert.Equal(HttpStatusCode.TooManyRequests, blocked.Status);
    }

    [Fact]
    public async Task Guessing_the_present_password_or_a_code_in_a_stolen_session_is_held_back_too()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var stolen = await server.FirstRunAsync(ct);
        await server.TurnTwoFactorOnAsync(stolen, ct);
        for (var i = 0; i < 5; i++)
        {
            var guess =
                i % 2 == 0
                    ? await stolen.PostAsync("/api/account/two-factor/off", new { code = "000000" }, ct)
                    : await stolen.PutAsync(
                        "/api/account/password",
                        new { current_password = "a guess", new_password = "my own password" },
                        ct
                    );
            guess.Expect(HttpStatusCode.BadRequest);
        }

        var password = new { current_password = ServerSetUp.Password, new_password = "my own password" };
        Assert.Equal(HttpStatusCode.TooManyRequests, (await stolen.PutAsync("/api/account/password", password, ct)).Status);
        var code = await stolen.PostAsync("/api/account/two-factor/off", new { code = "000000" }, ct);
        Assert.Equal(HttpStatusCode.TooManyRequests, code.Status);
    }
}
