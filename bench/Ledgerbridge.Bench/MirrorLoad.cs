using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Ledgerbridge.Bench;

/// <summary>A hundred thousand invoices and contacts: the first pull, a pass with nothing changed, and the lists from the copies.</summary>
internal static class MirrorLoad
{
    private const int Many = 100_000;
    private const int Readers = 2;
    private const int MegaByte = 1024 * 1024;
    private const string Business = "5a0e0000000000000000000000000001";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Asked = TimeSpan.FromSeconds(3);

    private static readonly string[] Lists =
    [
        "/api/sage/sales_invoices",
        "/api/sage/sales_invoices?status=open&sort=due",
        "/api/sage/sales_invoices?status=paid&sort=largest",
        "/api/sage/sales_invoices?status=draft",
        "/api/sage/sales_invoices?from_date=2026-01-01&to_date=2026-06-30&sort=customer",
        "/api/sage/sales_invoices?search=bulk",
        "/api/sage/sales_invoices?search=bulk-99999",
        "/api/sage/sales_invoices?search=customer+0001&sort=largest",
        "/api/overview",
        "/api/sage/contacts",
        "/api/sage/contacts?sort=balance",
        "/api/sage/contacts?search=bulk+cust",
        "/api/sage/contacts?search=bulk4711",
    ];

    /// <summary>Measures all of it and returns the lines of the table.</summary>
    public static async Task<string> RunAsync(EmbeddedProcess embedded)
    {
        using var sandbox = new HttpClient { BaseAddress = EmbeddedProcess.Sandbox, Timeout = TimeSpan.FromMinutes(10) };
        await Post(sandbox, $"/_sandbox/businesses/{Business}/seed", new { contacts = Many, invoices = Many });
        var idle = await embedded.ResidentBytesAsync();
        var lines = new StringBuilder();
        var (time, calls, peak) = await PassAsync(embedded, sandbox);
        lines
            .Append(CultureInfo.InvariantCulture, $"first pull {time.TotalSeconds:F1} s, {calls} calls, ")
            .Append(CultureInfo.InvariantCulture, $"{(peak - idle) / MegaByte} MB above idle, sandbox included (<= 64 MB)");
        (time, calls, _) = await PassAsync(embedded, sandbox);
        lines.Append(CultureInfo.InvariantCulture, $"; pass with nothing changed {time.TotalSeconds:F1} s, {calls} calls");
        foreach (var list in Lists)
        {
            var request = Encoding.UTF8.GetBytes(
                $"GET {list} HTTP/1.1\r\nHost: {EmbeddedProcess.Address.Authority}\r\nAuthorization: Bearer {embedded.ApiKey}\r\n\r\n"
            );
            var result = await new LoadDriver(EmbeddedProcess.Address.Port, Readers).RunAsync(_ => request, 200, Asked);
            lines
                .Append(" |\n| ")
                .Append(CultureInfo.InvariantCulture, $"`{list}` | p50 {result.P50.TotalMilliseconds:F1} ms, ")
                .Append(CultureInfo.InvariantCulture, $"p95 {result.P95.TotalMilliseconds:F1} ms, {result.Wrong} wrong (p95 < 50 ms)");
        }
        return lines.ToString();
    }

    private static async Task<(TimeSpan Time, long Calls, long PeakBytes)> PassAsync(EmbeddedProcess embedded, HttpClient sandbox)
    {
        (await sandbox.DeleteAsync(new Uri("/_sandbox/requests", UriKind.Relative))).EnsureSuccessStatusCode();
        var began = Stopwatch.GetTimestamp();
        await Post(embedded.Http, "/api/sync/all", new { });
        var peak = 0L;
        string state;
        do
        {
            await Task.Delay(Pause, TimeProvider.System);
            peak = Math.Max(peak, await embedded.ResidentBytesAsync());
            var status = await embedded.Http.GetFromJsonAsync<JsonElement>("/api/sync/status");
            state = status.GetProperty("state").GetString()!;
        } while (state is "waiting" or "running" or "never");
        var requests = await sandbox.GetFromJsonAsync<JsonElement>("/_sandbox/requests?limit=0");
        var calls = requests
            .GetProperty("counts")
            .EnumerateArray()
            .Where(static one => one.GetProperty("route").GetString()!.StartsWith("/v3.1/", StringComparison.Ordinal))
            .Sum(static one => one.GetProperty("count").GetInt64());
        return (Stopwatch.GetElapsedTime(began), calls, peak);
    }

    private static async Task Post(HttpClient http, string path, object body)
    {
        using var answer = await http.PostAsJsonAsync(path, body);
        answer.EnsureSuccessStatusCode();
    }
}
