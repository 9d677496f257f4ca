using Ledgerbridge.Sage;

namespace Ledgerbridge.Server.Connections;

/// <summary>Which books: a business reached through a connection.</summary>
/// <param name="Workspace">The workspace.</param>
/// <param name="Connection">The connection.</param>
/// <param name="BusinessId">Sage's id of the business.</param>
internal sealed record BooksKey(WorkspaceId Workspace, ConnectionId Connection, string BusinessId);

/// <summary>The books of a business, ready to be used.</summary>
/// <param name="Key">Which.</param>
/// <param name="Books">The way into them.</param>
/// <param name="Reference">What is known about the business, as last read.</param>
/// <param name="ReferenceAt">When that was.</param>
internal sealed record OpenBooks(BooksKey Key, IBooks Books, BooksReference Reference, DateTimeOffset ReferenceAt);
