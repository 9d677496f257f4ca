using System.Diagnostics;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ledgerbridge.Sandbox;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Sandbox;

/// <summary>The sandbox as a process of its own, killed without warning in the middle of writes.</summary>
public sealed class KillTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_a_kill_every_answered_write_is_there_and_nothing_is_half_there()
    {
        var folder = Directory.CreateTempSubdirectory("sandbox-kill-").FullName;
        try
        {
            var answered = new HashSet<string>(StringComparer.Ordinal);
            for (var round = 0; round < 3; round++)
                answered.UnionWith(await WriteUntilKilledAsync(folder, killAfter: 40 + (round * 35)));
            await using var sandbox = await SandboxFixture.StartAsync(options => options with { DataDirectory = folder }, Ct);
            var stored = await sandbox.Control.DocumentsAsync(SandboxSeed.KarooTrading, "sales_invoices", Ct);
            Assert.Superset(answered, stored.Select(static one => one["id"]!.GetValue<string>()).ToHashSet(StringComparer.Ordinal));
            Assert.True(answered.Count > 100, $"only {answered.Count} writes were answered");
            var balance = await sandbox.Control.TrialBalanceAsync(SandboxSeed.KarooTrading, Ct);
            Assert.Equal(0m, balance.Difference);
            var notes = await sandbox.Control.DocumentsAsync(SandboxSeed.KarooTrading, "sales_credit_notes", Ct);
            Assert.Equal(stored.Sum(Outstanding) - notes.Sum(Outstanding), balance.Of(1100));
            var numbers = stored
                .Select(static one => one["invoice_number"]!.GetValue<string>())
                .Where(static number => number != "SI-DRAFT")
                .ToList();
            Assert.Equal(numbers.Count, numbers.Distinct().Count());
            var counts = await sandbox.Control.CountsAsync(SandboxSeed.KarooTrading, Ct);
            var list = await (await sandbox.ClientAsync(Ct)).GetAsync("/sales_invoices", Ct);
            Assert.Equal(counts["sales_invoices"], list.Object["$total"]!.GetValue<long>());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("--port", "many")]
    [InlineData("--data", "")]
    [InlineData("--frobnicate", "x")]
    public async Task A_wrong_command_line_says_how_it_is_used(string option, string value)
    {
        using var process = Start(option, value);
        var usage = await process.StandardError.ReadToEndAsync(Ct);
        await process.WaitForExitAsync(Ct);
        Assert.Equal(2, process.ExitCode);
        Assert.Contains("--redirect-uri", usage, StringComparison.Ordinal);
    }

    private static decimal Outstanding(JsonObject document) => decimal.Parse(document["outstanding_amount"]!.GetValue<string>());

    private static async Task<HashSet<string>> WriteUntilKilledAsync(string folder, int killAfter)
    {
        using var process = Start("--port", "0", "--data", folder);
        try
        {
            var line = await process.StandardOutput.ReadLineAsync(Ct) ?? "";
            using var http = new HttpClient { BaseAddress = new Uri(line[line.IndexOf("http", StringComparison.Ordinal)..]) };
            var pair = await new SandboxControl(http).IssueTokensAsync(SandboxSeed.OwnerId, "full_access", Ct);
            var client = new SandboxClient(http, pair.AccessToken, SandboxSeed.KarooTrading);
            var answered = new HashSet<string>(StringComparer.Ordinal);
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => WriteAsync(client, process, answered, killAfter)));
            await process.WaitForExitAsync(Ct);
            return answered;
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }
    }

    private static async Task WriteAsync(SandboxClient client, Process process, HashSet<string> answered, int killAfter)
    {
        // The process has a clock of its own: the date must suit it.
        var date = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd");
        try
        {
            while (!process.HasExited)
            {
                var made = await client.PostAsync("/sales_invoices", Sent.Invoice(Sent.Line(), Sent.Line()).And(("date", date)), Ct);
                Assert.Equal(HttpStatusCode.Created, made.Status);
                lock (answered)
                {
                    answered.Add(made.Id);
                    if (answered.Count == killAfter)
                        process.Kill();
                }
            }
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException or JsonException)
        {
            // The connection died with the process: this write was never answered.
        }
    }

    private static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(typeof(SandboxServer).Assembly.Location);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }
}
