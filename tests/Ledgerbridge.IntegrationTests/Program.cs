using Ledgerbridge.IntegrationTests;
using Xunit.Runner.InProc.SystemConsole;

return args is [OtherProcess.Verb] ? await OtherProcessLoop.RunAsync(Console.In, Console.Out) : await ConsoleRunner.Run(args);
