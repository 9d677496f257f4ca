using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Ledgerbridge.Bench;

/// <summary>What is measured, each with the figure it has to reach.</summary>
internal static class Scenarios
{
    private const int Connections = 16;
    private const int AuditRows = 100_000;
    private const int EventsPerSecond = 500;
    private const int ShopPort = 28_787;
    private const int WarmUpDocuments = 300;
    private const int Documents = 1_000;
    private const int MegaByte = 1024 * 1024;
    private const string Preview = "/api/sage/sales_invoices/preview";
    private const string Invoices = "/api/sage/sales_invoices";
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan FillFor = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(15);

    /// <summary>Runs the named scenarios, or all, and prints a table.</summary>
    public static async Task<int> RunAsync(string[] names)
    {
        var folder = Directory.CreateTempSubdirectory("ledgerbridge-bench-").FullName;
        var all = new (string Name, Func<EmbeddedProcess, Task<string>> Run)[]
        {
            ("token", static _ => TokenAccess.RunAsync()),
            ("memory-idle", MemoryAsync),
            ("preview", PreviewAsync),
            ("create", CreateAsync),
            ("audit-list", AuditListAsync),
            ("posting", PostingAsync),
            ("intake", IntakeAsync),
            ("memory-after", MemoryAsync),
            ("mirror", MirrorLoad.RunAsync),
        };
        try
        {
            Console.WriteLine("| scenario | result |\n| --- | --- |");
            await using (var first = await EmbeddedProcess.StartAsync(folder))
                Console.WriteLine($"| first-start | {Seconds(first.ToServedPage)} s to a served page, with the database made |");
            await using var embedded = await EmbeddedProcess.StartAsync(folder);
            Console.WriteLine($"| start | {Seconds(embedded.ToServedPage)} s to a served page (<= 1 s) |");
            foreach (var (name, run) in all.Where(scenario => names.Length == 0 || names.Contains(scenario.Name)))
                Console.WriteLine($"| {name} | {await run(embedded)} |");
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> PreviewAsync(EmbeddedProcess embedded) =>
        await LoadAsync(embedded, await InvoiceAsync(embedded, Preview), 200, ">= 2000 a second, p99 < 20 ms");

    private static async Task<string> CreateAsync(EmbeddedProcess embedded) =>
        await LoadAsync(embedded, await InvoiceAsync(embedded, Invoices), 201, ">= 400 a second, p99 < 80 ms");

    private static async Task<string> AuditListAsync(EmbeddedProcess embedded)
    {
        var rows = await RowsAsync(embedded);
        var preview = await InvoiceAsync(embedded, Preview);
        while (rows < AuditRows)
        {
            await new LoadDriver(EmbeddedProcess.Address.Port, Connections).RunAsync(preview, 200, FillFor);
            rows = await RowsAsync(embedded);
        }
        var list = Request(embedded, "GET", "/api/sage/audit-logs?limit=100", body: null);
        return $"{await LoadAsync(embedded, _ => list, 200, ">= 2500 a second")}; {rows} rows";
    }

    private static async Task<string> IntakeAsync(EmbeddedProcess embedded)
    {
        await using var shop = await BenchShop.ConnectAsync(EmbeddedProcess.Address, embedded.ApiKey, ShopPort);
        var load = new IntakeLoad(shop);
        await load.RunAsync(EventsPerSecond, WarmUp);
        var result = await load.RunAsync(EventsPerSecond, Measured);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{result.PerSecond:F0} a second, p50 {result.P50.TotalMilliseconds:F1} ms, p99 {result.P99.TotalMilliseconds:F1} ms, "
                + $"{result.Wrong} wrong of {result.Requests} (500 a second, p99 < 10 ms)"
        );
    }

    private static async Task<string> PostingAsync(EmbeddedProcess embedded)
    {
        await using var shop = await BenchShop.ConnectAsync(EmbeddedProcess.Address, embedded.ApiKey, ShopPort + 1);
        using var sandbox = new HttpClient { BaseAddress = EmbeddedProcess.Sandbox };
        var load = new PostingLoad(shop, sandbox);
        await load.PrepareAsync();
        await load.RunAsync(WarmUpDocuments, paid: true);
        var before = embedded.ProcessorTime;
        var unpaid = await load.RunAsync(Documents, paid: false);
        var between = embedded.ProcessorTime;
        var paid = await load.RunAsync(Documents, paid: true);
        return $"{Told(unpaid, between - before)}; paid: {Told(paid, embedded.ProcessorTime - between)} "
            + "(>= 150 a second; 1 call for an invoice, 1 for its payment)";
    }

    private static string Told(PostingResult result, TimeSpan processor) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{result.PerSecond:F0} a second, {(processor / result.Runs).TotalMilliseconds:F1} ms of processor and "
                + $"{(double)result.Calls / result.Runs:F3} calls each, {result.Wrong} wrong of {result.Runs}"
        );

    private static async Task<string> MemoryAsync(EmbeddedProcess embedded)
    {
        var bytes = await embedded.ResidentBytesAsync();
        return string.Create(CultureInfo.InvariantCulture, $"{bytes / MegaByte} MB resident, sandbox included (<= 180 MB)");
    }

    private static async Task<string> LoadAsync(EmbeddedProcess embedded, Func<int, byte[]> request, int status, string wanted)
    {
        var driver = new LoadDriver(EmbeddedProcess.Address.Port, Connections);
        await driver.RunAsync(request, status, WarmUp);
        var before = embedded.ProcessorTime;
        var result = await driver.RunAsync(request, status, Measured);
        var each = (embedded.ProcessorTime - before) / Math.Max(1, result.Requests);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{result.PerSecond:F0} a second, p50 {result.P50.TotalMilliseconds:F1} ms, p99 {result.P99.TotalMilliseconds:F1} ms, "
                + $"{each.TotalMicroseconds:F0} µs of processor each, {result.Wrong} wrong of {result.Requests} ({wanted})"
        );
    }

    private static async Task<long> RowsAsync(EmbeddedProcess embedded)
    {
        var page = await embedded.Http.GetFromJsonAsync<JsonElement>("/api/sage/audit-logs?limit=1");
        return page.GetProperty("logs")[0].GetProperty("seq").GetInt64();
    }

    private static async Task<Func<int, byte[]>> InvoiceAsync(EmbeddedProcess embedded, string path)
    {
        var contacts = await embedded.Http.GetFromJsonAsync<JsonElement>("/api/sage/contacts?kind=customer&limit=1");
        var contact = contacts.GetProperty("contacts")[0].GetProperty("id").GetString();
        return i =>
            Request(
                embedded,
                "POST",
                path,
                $$"""
                {"contact_id":"{{contact}}","reference":"B-{{i}}","line_items":[
                  {"description":"Consulting","quantity":1,"unit_price":"100.00"}]}
                """
            );
    }

    private static byte[] Request(EmbeddedProcess embedded, string method, string path, string? body)
    {
        var head =
            $"{method} {path} HTTP/1.1\r\nHost: {EmbeddedProcess.Address.Authority}\r\nAuthorization: Bearer {embedded.ApiKey}\r\n"
            + (body is null ? "" : $"Content-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n");
        return Encoding.UTF8.GetBytes($"{head}\r\n{body}");
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("F2", CultureInfo.InvariantCulture);
}
