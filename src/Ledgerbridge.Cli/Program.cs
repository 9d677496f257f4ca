using Ledgerbridge.Cli;

return await OperatorCommands.Root(Console.Out).Parse(args).InvokeAsync();
