using System.Net;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Hosting;

/// <summary>What every answer tells the browser to keep from doing.</summary>
public sealed class HeaderTests(OneServer one) : IClassFixture<OneServer>
{
    private static readonly (string Name, string Value)[] Always =
    [
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("Referrer-Policy", "no-referrer"),
        ("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
    ];

    /// <summary>An answer of every kind: data, refusals of every layer, a redirect, pages, files, a fault.</summary>
    private static readonly (string Method, string Path, HttpStatusCode Status)[] Kinds =
    [
        ("GET", "/api/session", HttpStatusCode.OK),
        ("GET", "/api/people", HttpStatusCode.Unauthorized),
        ("GET", "/api/nothing", HttpStatusCode.NotFound),
        ("PATCH", "/api/session", HttpStatusCode.MethodNotAllowed),
        ("POST", "/api/session", HttpStatusCode.UnsupportedMediaType),
        ("GET", "/auth/start", HttpStatusCode.Found),
        ("GET", "/auth/callback?state=x", HttpStatusCode.BadRequest),
        ("GET", "/healthz", HttpStatusCode.OK),
        ("GET", "/openapi/v1.json", HttpStatusCode.OK),
        ("GET", "/docs/api/index.html", HttpStatusCode.OK),
        ("GET", "/assets/nothing.js", HttpStatusCode.NotFound),
        ("GET", "/nothing.txt", HttpStatusCode.NotFound),
    ];

    [Fact]
    public async Task Every_kind_of_answer_carries_them()
    {
        var ct = TestContext.Current.CancellationToken;
        using var browser = one.Server.Browser();
        foreach (var (method, path, status) in Kinds)
        {
            var answer = await browser.SendAsync(new HttpMethod(method), path, null, ct);

            Assert.True(answer.Status == status, $"{path} answered {(int)answer.Status} {answer.Text}");
            AssertHeaders(answer, path);
        }
    }

    [Fact]
    public async Task A_request_that_is_given_up_half_way_carries_them_too()
    {
        var ct = TestContext.Current.CancellationToken;
        using var browser = one.Server.Browser();

        var answer = await browser.SendAsync(HttpMethod.Post, "/api/session", new string(' ', 2_000_000), ct, ("Expect", "100-continue"));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
        AssertHeaders(answer, "too large");
    }

    [Fact]
    public async Task Nothing_may_be_loaded_or_run_that_is_not_ours()
    {
        var ct = TestContext.Current.CancellationToken;
        using var browser = one.Server.Browser();
        foreach (var (method, path, _) in Kinds.Where(static kind => !kind.Path.StartsWith("/docs/api", StringComparison.Ordinal)))
        {
            var policy = (await browser.SendAsync(new HttpMethod(method), path, null, ct)).Headers["Content-Security-Policy"];

            Assert.StartsWith("default-src 'none'; script-src 'self';", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("*", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
            foreach (var part in new[] { "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'", "connect-src 'self'" })
                Assert.Contains(part, policy, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Only_the_page_of_the_API_may_style_itself_and_it_too_runs_no_script_of_its_own()
    {
        var ct = TestContext.Current.CancellationToken;
        using var browser = one.Server.Browser();

        var policy = (await browser.GetAsync("/docs/api/index.html", ct)).Headers["Content-Security-Policy"];

        Assert.Contains("style-src 'self' 'unsafe-inline'", policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_may_use_its_own_style_by_a_number_that_is_new_each_time()
    {
        var ct = TestContext.Current.CancellationToken;
        using var browser = one.Server.Browser();
        var nonces = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < 3; i++)
        {
            var page = await browser.GetAsync("/auth/callback?state=x", ct);
            var nonce = page.Headers["Content-Security-Policy"].Split("'nonce-")[1].Split('\'')[0];

            Assert.Contains($"<style nonce=\"{nonce}\">", page.Text, StringComparison.Ordinal);
            Assert.True(nonces.Add(nonce));
        }
    }

    [Fact]
    public async Task A_browser_keeps_to_HTTPS_once_it_came_by_it_and_only_then()
    {
        var ct = TestContext.Current.CancellationToken;
        using var browser = one.Server.Browser();

        var plain = await browser.GetAsync("/healthz", ct);
        var secure = await browser.SendAsync(HttpMethod.Get, "/healthz", null, ct, ("X-Forwarded-Proto", "https"));

        Assert.False(plain.Headers.ContainsKey("Strict-Transport-Security"));
        Assert.Equal("max-age=31536000", secure.Headers["Strict-Transport-Security"]);
    }

    private static void AssertHeaders(ServerAnswer answer, string what)
    {
        foreach (var (name, value) in Always)
            Assert.True(
                answer.Headers.GetValueOrDefault(name) == value,
                $"{what} answers {name}: {answer.Headers.GetValueOrDefault(name)}"
            );
        Assert.True(answer.Headers.ContainsKey("Content-Security-Policy"), what);
        Assert.False(answer.Headers.ContainsKey("Server"), what);
    }
}
