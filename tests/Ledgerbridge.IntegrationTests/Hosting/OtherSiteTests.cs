using System.Net;

namespace Ledgerbridge.IntegrationTests.Hosting;

/// <summary>Requests that another site's page makes in a signed-in person's browser.</summary>
public sealed class OtherSiteTests(OneServer one) : IClassFixture<OneServer>
{
    private const string Evil = "https://evil.example";

    private string Own => one.Server.BaseAddress.GetLeftPart(UriPartial.Authority);

    [Theory]
    [InlineData("same-origin", null, true)]
    [InlineData("none", null, true)]
    [InlineData("cross-site", null, false)]
    [InlineData("same-site", null, false)]
    [InlineData("garbage", null, false)]
    [InlineData("cross-site", "own", false)]
    [InlineData("same-origin", "evil", true)]
    [InlineData(null, null, true)]
    [InlineData(null, "own", true)]
    [InlineData(null, "evil", false)]
    [InlineData(null, "null", false)]
    [InlineData(null, "garbage", false)]
    [InlineData("cross-site", "named", true)]
    [InlineData(null, "named", true)]
    public async Task A_change_is_carried_out_only_for_our_own_pages_programs_and_named_sites(string? site, string? origin, bool taken)
    {
        var ct = TestContext.Current.CancellationToken;
        var headers = new List<(string, string)>();
        if (site is not null)
            headers.Add(("Sec-Fetch-Site", site));
        if (origin is not null)
            headers.Add(("Origin", Named(origin)));

        var answer = await one.Owner.SendAsync(HttpMethod.Put, "/api/settings/personal/colour", new { value = 1 }, ct, [.. headers]);

        Assert.Equal(taken ? HttpStatusCode.OK : HttpStatusCode.Forbidden, answer.Status);
        if (!taken)
            Assert.Equal("not_allowed", answer.Get("code"));
    }

    [Fact]
    public async Task Every_method_that_changes_something_is_looked_at()
    {
        var ct = TestContext.Current.CancellationToken;
        foreach (var method in new[] { "POST", "PUT", "DELETE", "PATCH" })
        {
            var answer = await one.Owner.SendAsync(new HttpMethod(method), "/api/session", "{}", ct, ("Sec-Fetch-Site", "cross-site"));

            Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        }
        var read = await one.Owner.SendAsync(HttpMethod.Get, "/api/session", null, ct, ("Sec-Fetch-Site", "cross-site"));
        Assert.Equal(HttpStatusCode.OK, read.Status);
    }

    [Fact]
    public async Task A_key_needs_no_page_of_ours_and_a_browsers_own_authorisation_is_no_key()
    {
        var ct = TestContext.Current.CancellationToken;
        (string, string)[] crossSite = [("Sec-Fetch-Site", "cross-site"), ("Origin", Evil)];

        var key = await one.Key.SendAsync(HttpMethod.Put, "/api/settings/personal/colour", new { value = 1 }, ct, crossSite);
        var basic = await one.Owner.SendAsync(
            HttpMethod.Put,
            "/api/settings/personal/colour",
            new { value = 1 },
            ct,
            [.. crossSite, ("Authorization", "Basic dGhhbmRpOng=")]
        );

        Assert.Equal(HttpStatusCode.OK, key.Status);
        Assert.Equal(HttpStatusCode.Forbidden, basic.Status);
    }

    [Fact]
    public async Task Only_pages_of_named_sites_may_read_answers()
    {
        var ct = TestContext.Current.CancellationToken;
        foreach (
            var (origin, allowed) in new[]
            {
                (OneServer.NamedSite, true),
                (Evil, false),
                ("null", false),
                (OneServer.NamedSite + ".evil.example", false),
            }
        )
        {
            var asked = await one.Key.SendAsync(
                HttpMethod.Options,
                "/api/sage/contacts",
                null,
                ct,
                ("Origin", origin),
                ("Access-Control-Request-Method", "POST"),
                ("Access-Control-Request-Headers", "authorization,content-type")
            );
            var read = await one.Key.SendAsync(HttpMethod.Get, "/api/connections", null, ct, ("Origin", origin));

            foreach (var answer in new[] { asked, read })
            {
                Assert.Equal(allowed ? origin : null, answer.Headers.GetValueOrDefault("Access-Control-Allow-Origin"));
                // Never with cookies: other sites' pages come with a key or not at all.
                Assert.False(answer.Headers.ContainsKey("Access-Control-Allow-Credentials"));
            }
        }
    }

    private string Named(string origin) =>
        origin switch
        {
            "own" => Own,
            "evil" => Evil,
            "named" => OneServer.NamedSite,
            _ => origin,
        };
}
