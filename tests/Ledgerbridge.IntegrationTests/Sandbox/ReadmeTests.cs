using System.Diagnostics;
using System.Text.RegularExpressions;
using Ledgerbridge.Sandbox;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Sandbox;

public sealed partial class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(RepositoryFiles.At("src", "Ledgerbridge.Sandbox", "README.md"));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_examples_of_the_readme_work_as_written()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/curl") && File.Exists("/bin/bash"), "The examples need curl and bash.");
        await using var sandbox = await SandboxFixture.StartAsync(Ct);
        var script = string.Join('\n', Examples().Matches(Readme).Select(static match => match.Groups["code"].Value));
        var start = new ProcessStartInfo("/bin/bash")
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add("-euo");
        start.ArgumentList.Add("pipefail");
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(script);
        start.Environment["SANDBOX"] = sandbox.BaseAddress.GetLeftPart(UriPartial.Authority);
        using var process = Process.Start(start)!;
        var answers = process.StandardOutput.ReadToEndAsync(Ct);
        var said = await process.StandardError.ReadToEndAsync(Ct);
        await process.WaitForExitAsync(Ct);
        Assert.True(process.ExitCode == 0, said);
        Assert.Contains("ledgerbridge-sandbox", await answers, StringComparison.Ordinal);
        var counts = await sandbox.Control.CountsAsync(SandboxSeed.KarooTrading, Ct);
        Assert.Equal(32 + 1 + 100, counts["sales_invoices"]);
    }

    [Fact]
    public async Task Every_setting_is_explained()
    {
        await using var sandbox = await SandboxFixture.StartEmptyAsync(Ct);
        foreach (var (key, _) in await sandbox.Control.SettingsAsync(Ct))
            Assert.Contains($"`{key}`", Readme, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_business_is_named_with_its_id() =>
        Assert.All(SandboxSeed.Businesses, static id => Assert.Contains($"`{id}`", Readme, StringComparison.Ordinal));

    [GeneratedRegex("```sh\n(?<code>.*?)```", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Examples();
}
