using System.Net;
using Ledgerbridge.IntegrationTests.Api;
using Ledgerbridge.Server.People.Internal;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.People;

/// <summary>The authenticator app and the recovery codes.</summary>
public sealed class SecondFactorTests
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task With_the_app_on_the_password_alone_asks_for_a_code_and_a_code_signs_in()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var owner = await server.FirstRunAsync(ct);
        var (key, _) = await server.TurnTwoFactorOnAsync(owner, ct);
        server.Time.Advance(Step);

        var passwordOnly = await server.TryToSignInAsync(ServerSetUp.Email, ServerSetUp.Password, ct);
        var withCode = await server.TryToSignInAsync(ServerSetUp.Email, ServerSetUp.Password, ct, CodeNow(server, key));

        Assert.Equal(("false", "true"), (passwordOnly.Get("signed_in"), passwordOnly.Get("code_required")));
        Assert.False(passwordOnly.Headers.ContainsKey("Set-Cookie"));
        Assert.Equal(("true", "false"), (withCode.Get("signed_in"), withCode.Get("code_required")));
        Assert.True(withCode.Headers.ContainsKey("Set-Cookie"));
        Assert.Contains("person.two_factor_on", await owner.ActionsAsync(ct));
    }

    [Fact]
    public async Task A_code_works_once()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var owner = await server.FirstRunAsync(ct);
        var (key, _) = await server.TurnTwoFactorOnAsync(owner, ct);
        var ofTurningOn = CodeNow(server, key);
        var replayOfTurningOn = await server.TryToSignInAsync(ServerSetUp.Email, ServerSetUp.Password, ct, ofTurningOn);
        server.Time.Advance(Step);
        var code = CodeNow(server, key);

        var first = await server.TryToSignInAsync(ServerSetUp.Email, ServerSetUp.Password, ct, code);
        var again = await server.TryToSignInAsync(ServerSetUp.Email, ServerSetUp.Password, ct, code);

        Assert.NotEmpty(replayOfTurningOn.Expect(HttpStatusCode.BadRequest).ErrorsOf("code"));
        Assert.Equal(HttpStatusCode.OK, first.Status);
        Assert.NotEmpty(again.Expect(HttpStatusCode.BadRequest).ErrorsOf("code"));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_code_sent_many_times_at_once_works_once(DatabaseKind database)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(database, ct);
        await using var other = await server.StartAnotherAsync(ct);
        using var owner = await server.FirstRunAsync(ct);
        var (key, recovery) = await server.TurnTwoFactorOnAsync(owner, ct);
        server.Time.Advance(Step);
        foreach (var code in (string[])[CodeNow(server, key), recovery[0]])
        {
            var answers = await Task.WhenAll(
                Enumerable
                    .Range(0, 4)
                    .Select(i =>
                        (i % 2 == 0 ? server : other).TryToSignInAsync(ServerSetUp.Email, ServerSetUp.Password, ct, code, $"203.0.113.{i}")
                    )
            );

            Assert.Single(answers, static answer => answer.Status == HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task Codes_of_the_neighbouring_half_minutes_are_taken_and_others_are_not()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var owner = await server.FirstRunAsync(ct);
        var (key, _) = await server.TurnTwoFactorOnAsync(owner, ct);
        foreach (var steps in (int[])[-2, -1, 0, 1, 2])
        {
            server.Time.Advance(10 * Step);

            var code = Totp.CodeAt(key, server.Time.GetUtcNow() + (steps * Step));
            var answer = await server.TryToSignInAsync(ServerSetUp.Email, ServerSetUp.Password, ct, code);

            Assert.Equal(steps is -1 or 0 or 1 ? HttpStatusCode.OK : HttpStatusCode.BadRequest, answer.Status);
        }
    }

    [Fact]
    public async Task Each_of_the_ten_recovery_codes_works_once()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var owner = await server.FirstRunAsync(ct);
        var (_, codes) = await server.TurnTwoFactorOnAsync(owner, ct);

        Assert.Equal(10, codes.Distinct().Count());
        var first = await server.TryToSignInAsync(ServerSetUp.Email, ServerSetUp.Password, ct, codes[0].ToUpperInvariant());
        var again = await server.TryToSignInAsync(ServerSetUp.Email, ServerSetUp.Password, ct, codes[0]);
        var last = await server.TryToSignInAsync(ServerSetUp.Email, ServerSetUp.Password, ct, codes[9]);

        Assert.Equal(HttpStatusCode.OK, first.Status);
        Assert.Equal(HttpStatusCode.BadRequest, again.Status);
        Assert.Equal(HttpStatusCode.OK, last.Status);
    }

    [Fact]
    public async Task Turning_it_on_needs_a_code_of_the_key_that_was_shown()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var owner = await server.FirstRunAsync(ct);

        var withoutKey = await owner.PostAsync("/api/account/two-factor/on", new { code = "123456" }, ct);
        var first = (await owner.PostAsync("/api/account/two-factor/begin", null, ct)).Expect(HttpStatusCode.OK);
        var second = (await owner.PostAsync("/api/account/two-factor/begin", null, ct)).Expect(HttpStatusCode.OK);
        var ofOldKey = await owner.PostAsync("/api/account/two-factor/on", new { code = CodeNow(server, first.Get("key")) }, ct);

        Assert.NotEmpty(withoutKey.Expect(HttpStatusCode.BadRequest).ErrorsOf("code"));
        Assert.NotEmpty(ofOldKey.Expect(HttpStatusCode.BadRequest).ErrorsOf("code"));
        Assert.StartsWith("otpauth://totp/Ledgerbridge:thandi%40example.co.za?secret=", second.Get("uri"), StringComparison.Ordinal);
        Assert.Equal("false", (await owner.PersonAsync(ServerSetUp.Email, ct))["two_factor_on"]!.ToString());
    }

    [Fact]
    public async Task Turning_it_off_needs_a_code_and_then_the_password_is_enough_again()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var owner = await server.FirstRunAsync(ct);
        var (key, recovery) = await server.TurnTwoFactorOnAsync(owner, ct);
        server.Time.Advance(Step);

        var onAgain = await owner.PostAsync("/api/account/two-factor/begin", null, ct);
        var wrong = await owner.PostAsync("/api/account/two-factor/off", new { code = "000000" }, ct);
        var right = await owner.PostAsync("/api/account/two-factor/off", new { code = CodeNow(server, key) }, ct);
        var offAgain = await owner.PostAsync("/api/account/two-factor/off", new { code = recovery[0] }, ct);

        Assert.Equal(HttpStatusCode.Conflict, onAgain.Status);
        Assert.NotEmpty(wrong.Expect(HttpStatusCode.BadRequest).ErrorsOf("code"));
        Assert.Equal(HttpStatusCode.OK, right.Status);
        Assert.Equal(HttpStatusCode.BadRequest, offAgain.Status);
        Assert.Equal("true", (await server.TryToSignInAsync(ServerSetUp.Email, ServerSetUp.Password, ct)).Get("signed_in"));
        Assert.Contains("person.two_factor_off", await owner.ActionsAsync(ct));
    }

    [Fact]
    public async Task Neither_the_key_nor_a_recovery_code_is_readable_in_the_database_or_the_log()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var owner = await server.FirstRunAsync(ct);

        var (key, recovery) = await server.TurnTwoFactorOnAsync(owner, ct);

        var kept = await server.EverythingAsync(ct) + server.Log.Text;
        Assert.All([key, .. recovery], secret => Assert.DoesNotContain(secret, kept, StringComparison.OrdinalIgnoreCase));
    }

    private static string CodeNow(ServerFixture server, string key) => Totp.CodeAt(key, server.Time.GetUtcNow());
}
