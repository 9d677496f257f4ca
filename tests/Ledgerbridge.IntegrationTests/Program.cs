using Ledgerbridge.IntegrationTests;
using Ledgerbridge.IntegrationTests.World;
using Xunit.Runner.InProc.SystemConsole;

return args switch
{
    [OtherProcess.Verb] => await OtherProcessLoop.RunAsync(Console.In, Console.Out),
    [SimulatedServer.Verb] => await SimulatedServerLoop.RunAsync(Console.In, Console.Out),
    [SimulationCommand.Verb, .. var words] => await SimulationCommand.RunAsync(words, Console.Out),
    _ => await ConsoleRunner.Run(args),
};
