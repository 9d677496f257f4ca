using System.Diagnostics;
using Ledgerbridge.Server;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
namespace Ledgerbridge.IntegrationTests.People;
public sealed class TempCost
{
    [Fact]
    public async Task Costs()
    {
        var ct = TestContext.Current.CancellationToken;
        var p = Process.GetCurrentProcess();
        var lines = new List<string>();
        double last = 0;
        string Lap(string what) { p.Refresh(); var now = p.TotalProcessorTime.TotalMilliseconds; var r = $"{what} {now - last:0} "; last = now; return r; }
        for (var i = 0; i < 6; i++)
        {
            Lap("");
            var line = "";
            var folder = Directory.CreateTempSubdirectory("lb").FullName;
            var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
            builder.Configuration.Sources.Clear();
            builder.Configuration.AddInMemoryCollection(new Dictionary<string,string?> { ["Ledgerbridge:Storage:DataDirectory"] = folder, ["Ledgerbridge:Storage:RunSchedules"]="false", ["Ledgerbridge:People:SetupCodeRequired"]="false", ["Ledgerbridge:Hosting:RequestsPerMinute"]="0" });
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            var log = new CapturedLog();
            builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Debug).AddProvider(log);
            line += Lap("builder");
            builder.AddLedgerbridge();
            line += Lap("add");
            var app = builder.Build();
            line += Lap("build");
            app.UseLedgerbridge();
            line += Lap("use");
            await app.PrepareStorageAsync(ct);
            line += Lap("prepare");
            await app.StartAsync();
            line += Lap("start");
            using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
            await http.GetAsync("/healthz");
            line += Lap("healthz");
            await http.GetAsync("/api/session");
            line += Lap("session");
            var pw = new Server.People.Internal.Passwords();
            pw.Hash(new(), "hello there");
            line += Lap("hash");
            var body = "{\"name\":\"a\",\"email\":\"a@b.co\",\"password\":\"a long enough password\",\"workspace_name\":\"w\"}";
            await http.PostAsync("/api/first-run", new StringContent(body, System.Text.Encoding.UTF8, "application/json"));
            line += Lap("firstrun");
            await app.DisposeAsync();
            line += Lap("dispose");
            line += $" loglines {log.Lines.Count} twenty {log.Text.Contains("twenty")} chars {log.Text.Length}";
            lines.Add(line);
        }
        File.WriteAllLines("/tmp/cost.txt", lines);
    }
}
