using Ledgerbridge.Embedded;

return await EmbeddedHost.RunAsync(args);
