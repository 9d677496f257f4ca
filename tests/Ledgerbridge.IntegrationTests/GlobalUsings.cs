global using ConnectionId = Ledgerbridge.Kernel.Id<Ledgerbridge.Server.Ids.Connection>;
