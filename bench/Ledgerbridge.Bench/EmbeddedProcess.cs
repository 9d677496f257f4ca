using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Ledgerbridge.Bench;

/// <summary>The embedded default as a process of its own, built in Release, on its own port and folder.</summary>
internal sealed class EmbeddedProcess : IAsyncDisposable
{
    private const int Port = 8900;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    private readonly Process _process;
    private readonly string _folder;

    private EmbeddedProcess(Process process, string folder, TimeSpan toServedPage)
    {
        (_process, _folder, ToServedPage) = (process, folder, toServedPage);
        Http = new HttpClient { BaseAddress = Address };
    }

    /// <summary>Where it listens.</summary>
    public static Uri Address { get; } = new($"http://127.0.0.1:{Port}");

    /// <summary>Where its sandbox listens.</summary>
    public static Uri Sandbox { get; } = new($"http://127.0.0.1:{Port + 1}");

    /// <summary>From the start of the process to the first page.</summary>
    public TimeSpan ToServedPage { get; }

    /// <summary>A client for setting things up.</summary>
    public HttpClient Http { get; }

    /// <summary>An Owner's key.</summary>
    public string ApiKey { get; private set; } = "";

    /// <summary>Starts it on a folder and waits for the first page; with a new folder also for the demo to be set up.</summary>
    public static async Task<EmbeddedProcess> StartAsync(string folder)
    {
        var start = new ProcessStartInfo("dotnet", [Built()]) { UseShellExecute = false, RedirectStandardOutput = true };
        start.Environment["LEDGERBRIDGE_PORT"] = Port.ToString(CultureInfo.InvariantCulture);
        start.Environment["LEDGERBRIDGE_DATA"] = folder;
        var began = Stopwatch.GetTimestamp();
        var process = Process.Start(start)!;
        using var http = new HttpClient { BaseAddress = Address };
        // Asking without a pause would take one of the processors away from what is to start.
        while (!await AnswersAsync(http))
            await Task.Delay(Pause, TimeProvider.System);
        var embedded = new EmbeddedProcess(process, folder, Stopwatch.GetElapsedTime(began));
        await embedded.ReadKeyAsync();
        return embedded;
    }

    /// <summary>What it has used of the processors so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>What the process takes of the machine's memory now.</summary>
    public async Task<long> ResidentBytesAsync()
    {
        foreach (var line in await File.ReadAllLinesAsync($"/proc/{_process.Id}/status"))
        {
            if (line.StartsWith("VmRSS:", StringComparison.Ordinal))
                return long.Parse(line.AsSpan(6, line.Length - 9).Trim()) * 1024;
        }
        throw new InvalidOperationException("The kernel does not say how much memory the process takes.");
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <summary>What <c>./run</c> built and starts.</summary>
    private static string Built()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Ledgerbridge.slnx")))
            folder = folder.Parent;
        var built = Path.Combine(folder?.FullName ?? "", "artifacts/run/publish/Ledgerbridge.Embedded/release/Ledgerbridge.Embedded.dll");
        return File.Exists(built)
            ? built
            : throw new FileNotFoundException("Start ./run once, so that there is something to measure.", built);
    }

    private async Task ReadKeyAsync()
    {
        var path = Path.Combine(_folder, "demo.json");
        while (ApiKey.Length == 0)
        {
            if (!File.Exists(path))
            {
                await Task.Delay(Pause, TimeProvider.System);
                continue;
            }
            using var document = JsonDocument.Parse(await File.ReadAllTextAsync(path));
            ApiKey = document.RootElement.GetProperty("api_key").GetString() ?? "";
        }
        Http.DefaultRequestHeaders.Authorization = new("Bearer", ApiKey);
    }

    private static async Task<bool> AnswersAsync(HttpClient http)
    {
        try
        {
            using var response = await http.GetAsync("/");
            return response.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
