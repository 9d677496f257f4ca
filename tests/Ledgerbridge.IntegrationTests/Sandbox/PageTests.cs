using System.Net;
using Ledgerbridge.Sandbox;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Sandbox;

public sealed class PageTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_page_shows_the_books_the_calls_and_the_faults_without_any_outside_resource()
    {
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        await (await sandbox.ClientAsync(Ct)).PostAsync("/sales_invoices", Sent.Invoice().And(("reference", "<b>&\"bold\"")), Ct);
        await sandbox.Control.AddFaultAsync(
            new SandboxFault
            {
                Kind = "cut",
                Path = "/token",
                Times = 3,
            },
            Ct
        );
        var page = await PageAsync(sandbox, "/");
        foreach (
            var text in new[]
            {
                "Karoo Trading (Pty) Ltd",
                "Baobab Lodge",
                "SI-3",
                "Trade Debtors (1100)",
                "/v3.1/sales_invoices",
                "cut, nothing done",
                "&lt;b&gt;&amp;&quot;bold&quot;",
            }
        )
            Assert.Contains(text, page, StringComparison.Ordinal);
        foreach (var absent in new[] { "<script", "http://", "https://", "<b>&" })
            Assert.DoesNotContain(absent, page, StringComparison.Ordinal);
        Assert.Contains("prefers-color-scheme: dark", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_business_has_its_page_and_an_empty_one_says_what_would_be_there()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        var page = await PageAsync(sandbox, $"/?business={SandboxSeed.MapleRidge}");
        Assert.Contains("No invoices yet. They appear here as soon as a client posts one.", page, StringComparison.Ordinal);
        Assert.Contains("CRA Reclaimed", page, StringComparison.Ordinal);
        Assert.Contains("aria-current=\"page\">Maple Ridge Trading Inc.", page, StringComparison.Ordinal);
    }

    private static async Task<string> PageAsync(SandboxFixture sandbox, string path)
    {
        using var answer = await sandbox.SignIn.GetAsync(path, Ct);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        return await answer.Content.ReadAsStringAsync(Ct);
    }
}
