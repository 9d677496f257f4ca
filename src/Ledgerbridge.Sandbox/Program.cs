using System.Runtime.InteropServices;
using Ledgerbridge.Sandbox;

if (CommandLine.Read(args, Console.Error.WriteLine) is not { } options)
{
    await Console.Error.WriteLineAsync(CommandLine.Usage);
    return args is ["--help" or "-h"] ? 0 : 2;
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
