using System.Globalization;
using System.Net;
using Ledgerbridge.Server.Hosting;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Hosting;

/// <summary>Clients that call too often.</summary>
public sealed class RateLimitTests
{
    [Fact]
    public void Sixty_a_minute_and_a_few_screens_at_once_unless_set_otherwise()
    {
        var options = new HostingOptions();

        Assert.Equal((60, 240), (options.RequestsPerMinute, options.RequestBurst));
    }

    [Fact]
    public async Task A_client_over_its_limit_is_told_when_to_come_back_and_others_go_on()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await StartAsync(6, ct);
        using var owner = await server.FirstRunAsync(ct);
        using var hasty = await server.KeyAsync(owner, "owner", ct);
        using var other = await server.KeyAsync(owner, "owner", ct);
        for (var i = 0; i < 6; i++)
            (await hasty.GetAsync("/api/connections", ct)).Expect(HttpStatusCode.OK);

        var refused = await hasty.PutAsync("/api/settings/workspace/colour", new { value = 1 }, ct);

        Assert.Equal("too_many", refused.Expect(HttpStatusCode.TooManyRequests).Get("code"));
        Assert.InRange(int.Parse(refused.Headers["Retry-After"], CultureInfo.InvariantCulture), 1, 60);
        Assert.Contains("nosniff", refused.Headers["X-Content-Type-Options"], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/api/connections", ct)).Status);
        Assert.Empty((await other.GetAsync("/api/settings/workspace", ct))["settings"]!.AsObject());
    }

    [Fact]
    public async Task At_sixty_a_minute_the_next_request_is_a_second_away_and_not_a_minute()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await StartAsync(1, ct, perMinute: 60);
        using var browser = server.Browser();
        ServerAnswer answer;
        do answer = await browser.GetAsync("/api/session", ct);
        while (answer.Status == HttpStatusCode.OK);

        Assert.Equal("1", answer.Headers["Retry-After"]);
    }

    [Fact]
    public async Task Health_and_files_are_never_counted_and_addresses_of_the_API_always_are()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await StartAsync(3, ct);
        using var browser = server.Browser();
        for (var i = 0; i < 10; i++)
        {
            foreach (var path in new[] { "/healthz", "/health", "/openapi/v1.json", "/assets/nothing.js", "/auth/callback" })
                Assert.NotEqual(HttpStatusCode.TooManyRequests, (await browser.GetAsync(path, ct)).Status);
        }
        var statuses = new List<HttpStatusCode>();
        foreach (var path in new[] { "/api/nothing", "/API/session", "/api/session", "/api/session", "/Api/people" })
            statuses.Add((await browser.GetAsync(path, ct)).Status);

        Assert.Equal(
            [HttpStatusCode.NotFound, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests],
            statuses
        );
    }

    [Fact]
    public async Task Before_signing_in_it_is_the_address_that_counts_as_a_trusted_proxy_tells_it()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await StartAsync(2, ct);
        using var browser = server.Browser();
        async Task<HttpStatusCode> FromAsync(string address) =>
            (await browser.SendAsync(HttpMethod.Get, "/api/session", null, ct, ("X-Forwarded-For", address))).Status;

        Assert.Equal(HttpStatusCode.OK, await FromAsync("203.0.113.1"));
        Assert.Equal(HttpStatusCode.OK, await FromAsync("203.0.113.1"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await FromAsync("203.0.113.1"));
        Assert.Equal(HttpStatusCode.OK, await FromAsync("203.0.113.2"));
        // Only what the nearest proxy adds counts; what stands before it anybody could have written.
        Assert.Equal(HttpStatusCode.TooManyRequests, await FromAsync("198.51.100.7, 203.0.113.1"));
    }

    private static Task<ServerFixture> StartAsync(int burst, CancellationToken ct, int perMinute = 1) =>
        ServerFixture.StartAsync(
            new Dictionary<string, string?>
            {
                ["Ledgerbridge:Hosting:RequestsPerMinute"] = perMinute.ToString(CultureInfo.InvariantCulture),
                ["Ledgerbridge:Hosting:RequestBurst"] = burst.ToString(CultureInfo.InvariantCulture),
            },
            ct
        );
}
