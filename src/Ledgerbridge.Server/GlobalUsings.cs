global using ApiKeyId = Ledgerbridge.Kernel.Id<Ledgerbridge.Server.Ids.ApiKey>;
global using AuditEntryId = Ledgerbridge.Kernel.Id<Ledgerbridge.Server.Ids.AuditEntry>;
global using ConnectionId = Ledgerbridge.Kernel.Id<Ledgerbridge.Server.Ids.Connection>;
global using InvitationId = Ledgerbridge.Kernel.Id<Ledgerbridge.Server.Ids.Invitation>;
global using PersonId = Ledgerbridge.Kernel.Id<Ledgerbridge.Server.Ids.Person>;
global using PostingId = Ledgerbridge.Kernel.Id<Ledgerbridge.Server.Ids.Posting>;
global using SessionId = Ledgerbridge.Kernel.Id<Ledgerbridge.Server.Ids.Session>;
global using WorkspaceId = Ledgerbridge.Kernel.Id<Ledgerbridge.Server.Ids.Workspace>;
