using Ledgerbridge.Sandbox;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Sage;

public sealed class ReadmeTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_sample_of_the_readme_books_an_invoice()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);

        var told = await ReadmeSample.FirstInvoiceAsync(
            SageSetUp.OptionsFor(sandbox),
            new Uri(SandboxFixture.RedirectUri),
            async authorize => SandboxSignIn.QueryOf(await sandbox.SignIn.AllowAsync(authorize.AbsoluteUri, Ct))["code"],
            Ct
        );

        Assert.Equal("Draft of R 115.00", told.Replace('\u00a0', ' '));
        Assert.Equal(1, (await sandbox.Control.CountsAsync(SandboxSeed.KarooTrading, Ct))["sales_invoices"]);
    }

    [Fact]
    public void The_readme_shows_the_sample_that_is_run()
    {
        var source = File.ReadAllText(RepositoryFiles.At("tests", "Ledgerbridge.IntegrationTests", "Sage", "ReadmeSample.cs"));
        var readme = File.ReadAllText(RepositoryFiles.At("src", "Ledgerbridge.Sage", "README.md"));

        Assert.Equal(
            Between(source, "// <sample>\n", "    // </sample>").Split('\n').Select(Dedented),
            (Between(readme, "```csharp\n", "```")).Split('\n')
        );

        static string Dedented(string line) => line.Length >= 4 ? line[4..] : line;
    }

    private static string Between(string text, string begin, string end)
    {
        var from = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        return text[from..text.IndexOf(end, from, StringComparison.Ordinal)];
    }
}
