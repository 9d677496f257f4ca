using System.Globalization;
using System.Runtime.InteropServices;
using Ledgerbridge.Sandbox;

const string usage = """
    A simulator of Sage Accounting's API v3.1.

      --port N            port to listen on (8778; 0 takes a free one)
      --host ADDRESS      address to listen on (127.0.0.1; anything else lets other machines in)
      --data DIR          folder of the books (a temporary one, deleted at the end)
      --profile NAME      demo or empty; only a new folder is seeded (demo)
      --redirect-uri URI  adds a redirect URI to the default client; may be repeated
      --verbose           says on standard error what went wrong inside
    """;

var options = new SandboxOptions { Port = 8778 };
for (var at = 0; at < args.Length; at++)
{
    var value = at + 1 < args.Length ? args[at + 1] : "";
    switch (args[at])
    {
        case "--port" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65_535:
            options = options with { Port = port };
            break;
        case "--host":
            options = options with { Host = value };
            break;
        case "--data" when value.Length > 0:
            options = options with { DataDirectory = Path.GetFullPath(value) };
            break;
        case "--profile":
            options = options with { Profile = value };
            break;
        case "--redirect-uri":
            options = options with { RedirectUris = [.. options.RedirectUris, value] };
            break;
        case "--verbose":
            options = options with { OnFailure = Console.Error.WriteLine };
            continue;
        default:
            await Console.Error.WriteLineAsync(usage);
            return args[at] is "--help" or "-h" ? 0 : 2;
    }
    at++;
}

var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
try
{
    await using var server = await SandboxServer.StartAsync(options, CancellationToken.None);
    await Console.Out.WriteLineAsync($"Sage sandbox listening on {server.BaseAddress.GetLeftPart(UriPartial.Authority)}");
    await stopped.Task;
    return 0;
}
catch (Exception refused) when (refused is IOException or ArgumentException)
{
    await Console.Error.WriteLineAsync(refused.Message);
    return 1;
}

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stopped.TrySetResult();
}
