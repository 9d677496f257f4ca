using Ledgerbridge.Server.Audit;
using Ledgerbridge.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ledgerbridge.Server.Stores.Internal;

/// <summary>A shop.</summary>
internal sealed class StoreRow : IWorkspaceRow, IRememberedRow
{
    public StoreId Id { get; set; }

    public WorkspaceId WorkspaceId { get; set; }

    /// <summary>What the shop knows this ledger's side by; part of the addresses it calls.</summary>
    public string TenantId { get; set; } = "";

    /// <summary>The storefront's address, without a trailing slash.</summary>
    public string BaseUrl { get; set; } = "";

    /// <summary>What its REST addresses begin with: <c>rest</c>, or <c>index.php/rest</c> where addresses are not rewritten.</summary>
    public string RestRoot { get; set; } = "";

    /// <summary>The connection its documents are posted through.</summary>
    public ConnectionId ConnectionId { get; set; }

    /// <summary>Sage's id of the business its documents are posted into.</summary>
    public string BusinessId { get; set; } = "";

    public StoreStatus Status { get; set; }

    /// <summary>The master key, sealed; empty before the first pairing and once disconnected.</summary>
    public string KeySealed { get; set; } = "";

    /// <summary>The key of a pairing whose outcome is not known yet, sealed; empty otherwise.</summary>
    public string NextKeySealed { get; set; } = "";

    /// <summary>The key that was replaced last, sealed: what the shop signed just before is still on its way.</summary>
    public string PreviousKeySealed { get; set; } = "";

    public DateTimeOffset? PreviousKeyUntil { get; set; }

    /// <summary>The version of its policy that new events keep.</summary>
    public int PolicyVersion { get; set; }

    /// <summary>How many fresh tokens it refused in a row.</summary>
    public int Refusals { get; set; }

    /// <summary>How far its clock is ahead of ours, in seconds, negative when it is behind; null while nobody knows.</summary>
    public int? ClockSkewSeconds { get; set; }

    /// <summary>What a person should know about it; empty when all is well.</summary>
    public string Remark { get; set; } = "";

    /// <summary>When it last answered us.</summary>
    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>Since when it cannot be reached, or answers that it cannot work; null while it can.</summary>
    public DateTimeOffset? UnreachableSince { get; set; }

    public DateTimeOffset? PairedAt { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Moves it on; the only way its status changes.</summary>
    /// <exception cref="InvalidOperationException">The move is not in the table.</exception>
    public void MoveTo(StoreStatus status) => Status = Status.To(status);
}

/// <summary>One version of a shop's policy. Versions are never changed: every run keeps the one it began with.</summary>
internal sealed class PolicyRow : IWorkspaceRow
{
    public StoreId StoreId { get; set; }

    /// <summary>1, 2, 3, …</summary>
    public int Version { get; set; }

    public WorkspaceId WorkspaceId { get; set; }

    /// <summary>JSON.</summary>
    public string Content { get; set; } = "";

    public ActorKind ActorKind { get; set; }

    public string ActorId { get; set; } = "";

    public DateTimeOffset CreatedAt { get; set; }
}

/// <summary>The number of a token that was used, kept until the token is too old to be believed anyway.</summary>
internal sealed class SeenTokenRow : IWorkspaceRow
{
    public StoreId StoreId { get; set; }

    public string TokenId { get; set; } = "";

    public WorkspaceId WorkspaceId { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }
}

internal sealed class StoreTables
    : IEntityTypeConfiguration<StoreRow>,
        IEntityTypeConfiguration<PolicyRow>,
        IEntityTypeConfiguration<SeenTokenRow>
{
    public const string SeenTokens = "stores_seen_tokens";

    public void Configure(EntityTypeBuilder<StoreRow> builder)
    {
        builder.ToTable("stores").HasKey(static row => row.Id);
        builder.HasIndex(static row => row.TenantId).IsUnique();
        builder.HasIndex(static row => new { row.WorkspaceId, row.BaseUrl }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<PolicyRow> builder) =>
        builder.ToTable("stores_policies").HasKey(static row => new { row.StoreId, row.Version });

    public void Configure(EntityTypeBuilder<SeenTokenRow> builder)
    {
        builder.ToTable(SeenTokens).HasKey(static row => new { row.StoreId, row.TokenId });
        builder.HasIndex(static row => row.ExpiresAt);
    }
}
