using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Ledgerbridge.Testing;

namespace Ledgerbridge.EndToEndTests.Product;

/// <summary>
/// The embedded default as people start it: the program that was built beside the tests, in a process, a folder and on ports of its own.
/// </summary>
public sealed class EmbeddedApp : IAsyncDisposable
{
    private const string ReadyLine = "Stop with Ctrl+C";
    private const string PortTaken = "is taken";
    private const int AttemptsMax = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly DirectoryInfo _folder;
    private readonly ConcurrentQueue<string> _printed = new();

    private EmbeddedApp(Process process, DirectoryInfo folder, int port)
    {
        (_process, _folder) = (process, folder);
        Address = new Uri($"http://localhost:{port}");
        Sandbox = new Uri($"http://127.0.0.1:{port + 1}");
    }

    /// <summary>Where the app is.</summary>
    public Uri Address { get; }

    /// <summary>Where the Sage sandbox is.</summary>
    public Uri Sandbox { get; }

    /// <summary>The person the embedded default makes by itself, an Owner; null where there is none.</summary>
    public PersonSignIn? Demo { get; private set; }

    /// <summary>What the process has printed so far.</summary>
    public string Printed => string.Join(Environment.NewLine, _printed);

    /// <summary>Starts it on a new data folder and waits until it says that it is ready.</summary>
    /// <param name="arguments">Its switches, such as <c>--empty</c>.</param>
    /// <param name="ct">Ends the waiting.</param>
    /// <exception cref="InvalidOperationException">It was not built, or it did not start; the message holds what it said.</exception>
    public static async Task<EmbeddedApp> StartAsync(IReadOnlyList<string> arguments, CancellationToken ct)
    {
        var program = FindProgram();
        for (var attempt = 1; ; attempt++)
        {
            var app = Start(program, arguments, FreePorts.Take());
            if (await app.IsReadyAsync(ct))
            {
                await app.ReadDemoAsync(ct);
                return app;
            }
            var printed = app.Printed;
            await app.DisposeAsync();
            // Somebody else took the port between our look and the start.
            if (attempt == AttemptsMax || !printed.Contains(PortTaken, StringComparison.Ordinal))
                throw new InvalidOperationException($"The embedded default did not start:{Environment.NewLine}{printed}");
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private static string FindProgram()
    {
        // The tests lie in bin/<Configuration>/<framework>; the program was built for the same two.
        var own = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var folder = RepositoryFiles.At("src", "Ledgerbridge.Embedded", "bin", own.Parent!.Name, own.Name);
        var program = Path.Combine(folder, "Ledgerbridge.Embedded.dll");
        if (!File.Exists(program))
            throw new InvalidOperationException($"{program} is missing. Build the solution in the configuration {own.Parent.Name} first.");
        if (!File.Exists(Path.Combine(folder, "wwwroot", "index.html")))
        {
            throw new InvalidOperationException(
                $"{folder} holds no web app: it was built with -p:SkipWeb=true. Build src/Ledgerbridge.Embedded without that."
            );
        }
        return program;
    }

    private static EmbeddedApp Start(string program, IReadOnlyList<string> arguments, int port)
    {
        var folder = Directory.CreateTempSubdirectory("ledgerbridge-e2e-");
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && IsDotnet(host) ? host : "dotnet", [program, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["LEDGERBRIDGE_PORT"] = port.ToString(CultureInfo.InvariantCulture);
        start.Environment["LEDGERBRIDGE_DATA"] = folder.FullName;
        return new EmbeddedApp(Process.Start(start)!, folder, port);
    }

    private static bool IsDotnet(string host) => Path.GetFileNameWithoutExtension(host) == "dotnet";

    private async Task<bool> IsReadyAsync(CancellationToken ct)
    {
        var ready = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        void Keep(string? line)
        {
            if (line is null)
                return;
            _printed.Enqueue(line);
            if (line.Contains(ReadyLine, StringComparison.Ordinal))
                ready.TrySetResult(true);
        }
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.EnableRaisingEvents = true;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        var exited = _process.WaitForExitAsync(ct);
        var first = await Task.WhenAny(ready.Task, exited).WaitAsync(Patience, TimeProvider.System, ct);
        return first == ready.Task;
    }

    private async Task ReadDemoAsync(CancellationToken ct)
    {
        var path = Path.Combine(_folder.FullName, "demo.json");
        if (!File.Exists(path))
            return;
        using var document = JsonDocument.Parse(await File.ReadAllTextAsync(path, ct));
        string Text(string name) => document.RootElement.GetProperty(name).GetString()!;
        Demo = new PersonSignIn(Text("email"), Text("password"));
    }
}

/// <summary>What somebody signs in with.</summary>
/// <param name="Email">The e-mail address.</param>
/// <param name="Password">The password.</param>
public sealed record PersonSignIn(string Email, string Password);
