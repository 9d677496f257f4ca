global using ConnectionId = Ledgerbridge.Kernel.Id<Ledgerbridge.Server.Ids.Connection>;
global using RunId = Ledgerbridge.Kernel.Id<Ledgerbridge.Server.Ids.Run>;
global using StoreId = Ledgerbridge.Kernel.Id<Ledgerbridge.Server.Ids.Store>;
global using WorkspaceId = Ledgerbridge.Kernel.Id<Ledgerbridge.Server.Ids.Workspace>;
