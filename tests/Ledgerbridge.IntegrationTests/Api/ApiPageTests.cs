using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Ledgerbridge.Sandbox;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Api;

/// <summary>The requests in the API's page, carried out by a shell and curl just as they stand there.</summary>
public sealed partial class ApiPageTests
{
    private readonly Dictionary<string, string> _variables = [];

    [Fact]
    public async Task Every_request_in_the_page_works_as_written()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await ServerFixture.StartAsync(ct);
        using var owner = await server.FirstRunAsync(ct);
        _variables["URL"] = server.BaseAddress.GetLeftPart(UriPartial.Authority);
        _variables["KEY"] = (await owner.PostAsync("/api/keys", new { name = "Page", role = "owner" }, ct)).Get("api_key");
        _variables["CONNECTION"] = await server.ConnectAsync(owner, ct);
        _variables["BUSINESS"] = SandboxSeed.KarooTrading;
        var commands = Commands(await File.ReadAllTextAsync(RepositoryFiles.At("docs", "api.md"), ct));
        Assert.Equal(19, commands.Count);

        foreach (var command in commands)
            Remember(command, await RunAsync(command, ct));

        var invoice = await owner.GetAsync($"/api/sage/sales_invoices/{_variables["INVOICE"]}", ct);
        Assert.Equal("void", invoice["invoice"]!["status"]!.ToString());
        Assert.Equal("14", (await owner.GetAsync("/api/settings/workspace", ct))["settings"]!["payment_terms_days"]!.ToString());
    }

    private static List<string> Commands(string page) =>
        [
            .. Block()
                .Matches(page)
                .Select(static match => match.Groups["commands"].Value)
                .Select(static text => Export().Replace(text, "").Trim()),
        ];

    private async Task<JsonObject> RunAsync(string command, CancellationToken ct)
    {
        var start = new ProcessStartInfo("bash", ["-eu", "-c", command])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in _variables)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(ct);
        var answer = await process.StandardOutput.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        Assert.True(process.ExitCode == 0, $"{command}\n{await errors}");
        var json = JsonNode.Parse(answer)!.AsObject();
        Assert.False(json.ContainsKey("code") && json.ContainsKey("title"), $"{command}\nanswered {answer}");
        return json;
    }

    private void Remember(string command, JsonObject answer)
    {
        if (command.Contains("-X POST", StringComparison.Ordinal) && command.EndsWith("/api/sage/contacts", StringComparison.Ordinal))
            _variables["CONTACT"] = answer["contact"]!["id"]!.ToString();
        if (command.EndsWith("/preview", StringComparison.Ordinal))
        {
            _variables["PREVIEW"] = answer["preview_id"]!.ToString();
            Assert.Equal(
                ("ZAR", "100.00", "15.00", "115.00"),
                (Text("currency"), Text("net_amount"), Text("vat_amount"), Text("gross_amount"))
            );
        }
        if (command.Contains("$PREVIEW", StringComparison.Ordinal))
            _variables["INVOICE"] = answer["id"]!.ToString();
        if (command.Contains("sales_invoices?", StringComparison.Ordinal))
            Assert.Equal(2, answer["$total"]!.GetValue<int>());
        if (command.Contains("audit-logs", StringComparison.Ordinal))
            Assert.NotEmpty(answer["logs"]!.AsArray());

        string Text(string name) => answer[name]!.ToString();
    }

    [GeneratedRegex("^```sh\n(?<commands>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Block();

    [GeneratedRegex("^export .*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Export();
}
