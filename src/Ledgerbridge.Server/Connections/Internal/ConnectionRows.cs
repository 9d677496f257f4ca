using Ledgerbridge.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ledgerbridge.Server.Connections.Internal;

/// <summary>One grant to Sage.</summary>
internal sealed class ConnectionRow : IWorkspaceRow, IRememberedRow
{
    public ConnectionId Id { get; set; }

    public WorkspaceId WorkspaceId { get; set; }

    public ConnectionStatus Status { get; set; }

    /// <summary>Why it broke; null while it works.</summary>
    public BrokenReason? BrokenReason { get; set; }

    /// <summary>ISO 3166 code of the country that was chosen.</summary>
    public string Country { get; set; } = "";

    /// <summary>
    /// Sage's id of the person who granted it, by which a renewed grant finds its connection again; empty when Sage does not say.
    /// </summary>
    public string SageUserId { get; set; } = "";

    /// <summary>Sealed; empty once disconnected.</summary>
    public string AccessTokenSealed { get; set; } = "";

    public DateTimeOffset AccessExpiresAt { get; set; }

    /// <summary>Sealed; empty once disconnected.</summary>
    public string RefreshTokenSealed { get; set; } = "";

    public DateTimeOffset RefreshExpiresAt { get; set; }

    /// <summary>How often the tokens were renewed; whoever waited for a renewal sees by it that it happened.</summary>
    public long Generation { get; set; }

    public DateTimeOffset RefreshedAt { get; set; }

    /// <summary>
    /// Set before a refresh token is sent and cleared with its outcome. Found set by someone who holds the refresh lock, it means that a
    /// process ended between Sage's answer and our commit, or that the answer was lost: the pair may be dead.
    /// </summary>
    public DateTimeOffset? RefreshIntentAt { get; set; }

    public PersonId ConnectedBy { get; set; }

    public DateTimeOffset ConnectedAt { get; set; }
}

/// <summary>A walk to Sage's authorise page that has begun.</summary>
internal sealed class AuthorizeWalkRow : IWorkspaceRow
{
    public string StateHash { get; set; } = "";

    public WorkspaceId WorkspaceId { get; set; }

    public SessionId SessionId { get; set; }

    /// <summary>The PKCE verifier, sealed.</summary>
    public string VerifierSealed { get; set; } = "";

    public string RedirectUri { get; set; } = "";

    public string Country { get; set; } = "";

    public DateTimeOffset BegunAt { get; set; }
}

/// <summary>A business a connection gives access to, as last listed.</summary>
internal sealed class BusinessRow : IWorkspaceRow
{
    public WorkspaceId WorkspaceId { get; set; }

    public ConnectionId ConnectionId { get; set; }

    /// <summary>Sage's id.</summary>
    public string BusinessId { get; set; } = "";

    public string Name { get; set; } = "";

    public string Country { get; set; } = "";

    public string Currency { get; set; } = "";

    public bool SubscriptionActive { get; set; }
}

/// <summary>The workspace's current business.</summary>
internal sealed class CurrentBusinessRow : IWorkspaceRow, IRememberedRow
{
    public WorkspaceId WorkspaceId { get; set; }

    public ConnectionId ConnectionId { get; set; }

    public string BusinessId { get; set; } = "";

    public DateTimeOffset SelectedAt { get; set; }
}

/// <summary>The reference lists of a business, as last read.</summary>
internal sealed class ReferenceRow : IWorkspaceRow, IRememberedRow
{
    public WorkspaceId WorkspaceId { get; set; }

    public ConnectionId ConnectionId { get; set; }

    public string BusinessId { get; set; } = "";

    /// <summary>JSON.</summary>
    public string Content { get; set; } = "";

    public DateTimeOffset ReadAt { get; set; }
}

internal sealed class ConnectionTables
    : IEntityTypeConfiguration<ConnectionRow>,
        IEntityTypeConfiguration<AuthorizeWalkRow>,
        IEntityTypeConfiguration<BusinessRow>,
        IEntityTypeConfiguration<CurrentBusinessRow>,
        IEntityTypeConfiguration<ReferenceRow>
{
    public void Configure(EntityTypeBuilder<ConnectionRow> builder)
    {
        builder.ToTable("connections").HasKey(static row => row.Id);
        builder.HasIndex(static row => row.WorkspaceId);
        builder.HasIndex(static row => new { row.Status, row.RefreshedAt });
    }

    public void Configure(EntityTypeBuilder<AuthorizeWalkRow> builder) =>
        builder.ToTable("connections_walks").HasKey(static row => row.StateHash);

    public void Configure(EntityTypeBuilder<BusinessRow> builder) =>
        builder
            .ToTable("connections_businesses")
            .HasKey(static row => new
            {
                row.WorkspaceId,
                row.ConnectionId,
                row.BusinessId,
            });

    public void Configure(EntityTypeBuilder<CurrentBusinessRow> builder) =>
        builder.ToTable("connections_current").HasKey(static row => row.WorkspaceId);

    public void Configure(EntityTypeBuilder<ReferenceRow> builder) =>
        builder
            .ToTable("connections_reference")
            .HasKey(static row => new
            {
                row.WorkspaceId,
                row.ConnectionId,
                row.BusinessId,
            });
}
