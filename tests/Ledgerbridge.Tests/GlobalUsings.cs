global using ConnectionId = Ledgerbridge.Kernel.Id<Ledgerbridge.Server.Ids.Connection>;
global using StoreId = Ledgerbridge.Kernel.Id<Ledgerbridge.Server.Ids.Store>;
global using WorkspaceId = Ledgerbridge.Kernel.Id<Ledgerbridge.Server.Ids.Workspace>;
