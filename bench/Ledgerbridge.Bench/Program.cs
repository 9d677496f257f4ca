using Ledgerbridge.Bench;

// dotnet run --project bench/Ledgerbridge.Bench -c Release [-- scenario…]; without names, all of them. See bench/README.md.
return await Scenarios.RunAsync(args);
