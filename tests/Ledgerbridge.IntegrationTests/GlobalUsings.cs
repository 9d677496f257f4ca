global using ConnectionId = Ledgerbridge.Kernel.Id<Ledgerbridge.Server.Ids.Connection>;
global using WorkspaceId = Ledgerbridge.Kernel.Id<Ledgerbridge.Server.Ids.Workspace>;
