using Ledgerbridge.Server.Hosting;
using Ledgerbridge.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ledgerbridge.Server.People.Internal;

/// <summary>A workspace.</summary>
internal sealed class WorkspaceRow : IRememberedRow
{
    WorkspaceId IRememberedRow.WorkspaceId => Id;

    public WorkspaceId Id { get; set; }

    public string Name { get; set; } = "";

    /// <summary>ISO 3166 code in capitals.</summary>
    public string Country { get; set; } = "";

    /// <summary>IANA name; dates of documents are this zone's.</summary>
    public string TimeZone { get; set; } = "";

    public DateTimeOffset CreatedAt { get; set; }
}

/// <summary>A person; may belong to several workspaces.</summary>
internal sealed class PersonRow
{
    public PersonId Id { get; set; }

    public string Name { get; set; } = "";

    /// <summary>As typed.</summary>
    public string Email { get; set; } = "";

    /// <summary>In small letters; unique.</summary>
    public string EmailKey { get; set; } = "";

    public string PasswordHash { get; set; } = "";

    /// <summary>The authenticator app's key, sealed; empty while there is none. It counts once <see cref="TwoFactorOn"/>.</summary>
    public string AuthenticatorKeySealed { get; set; } = "";

    public bool TwoFactorOn { get; set; }

    /// <summary>The last time step a code was accepted for, so that none works twice.</summary>
    public long LastTimeStep { get; set; }

    /// <summary>Hashes of the recovery codes left, separated by spaces.</summary>
    public string RecoveryCodeHashes { get; set; } = "";

    public DateTimeOffset CreatedAt { get; set; }
}

/// <summary>A person's place in a workspace.</summary>
internal sealed class MembershipRow : IWorkspaceRow
{
    public WorkspaceId WorkspaceId { get; set; }

    public PersonId PersonId { get; set; }

    public Role Role { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}

/// <summary>A signed-in browser.</summary>
internal sealed class SessionRow
{
    public SessionId Id { get; set; }

    public string TokenHash { get; set; } = "";

    public PersonId PersonId { get; set; }

    /// <summary>The workspace the browser is in now.</summary>
    public WorkspaceId CurrentWorkspaceId { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset LastSeenAt { get; set; }

    /// <summary>Browser and system in a few words.</summary>
    public string Device { get; set; } = "";
}

/// <summary>A key for programs.</summary>
internal sealed class ApiKeyRow : IWorkspaceRow, IRememberedRow
{
    public ApiKeyId Id { get; set; }

    public WorkspaceId WorkspaceId { get; set; }

    public string Name { get; set; } = "";

    public Role Role { get; set; }

    public string TokenHash { get; set; } = "";

    /// <summary>The last four characters, to tell keys apart.</summary>
    public string Ending { get; set; } = "";

    public PersonId CreatedBy { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? ExpiresAt { get; set; }

    public DateTimeOffset? LastUsedAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }
}

/// <summary>An invitation that is open.</summary>
internal sealed class InvitationRow : IWorkspaceRow
{
    public InvitationId Id { get; set; }

    public WorkspaceId WorkspaceId { get; set; }

    public string Email { get; set; } = "";

    public Role Role { get; set; }

    public string TokenHash { get; set; } = "";

    public PersonId InvitedBy { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }
}

/// <summary>Failed sign-ins of one account, one address, or both together.</summary>
internal sealed class SignInFailuresRow
{
    /// <summary>A hash; neither e-mail nor address is kept.</summary>
    public string Key { get; set; } = "";

    public int Failures { get; set; }

    public DateTimeOffset FirstAt { get; set; }
}

internal sealed class PeopleTables
    : IEntityTypeConfiguration<WorkspaceRow>,
        IEntityTypeConfiguration<PersonRow>,
        IEntityTypeConfiguration<MembershipRow>,
        IEntityTypeConfiguration<SessionRow>,
        IEntityTypeConfiguration<ApiKeyRow>,
        IEntityTypeConfiguration<InvitationRow>,
        IEntityTypeConfiguration<SignInFailuresRow>
{
    public const string Persons = "people_persons";
    public const string Memberships = "people_memberships";
    public const string Invitations = "people_invitations";
    public const string SignInFailures = "people_sign_in_failures";

    public void Configure(EntityTypeBuilder<WorkspaceRow> builder) => builder.ToTable("people_workspaces").HasKey(static row => row.Id);

    public void Configure(EntityTypeBuilder<PersonRow> builder)
    {
        builder.ToTable(Persons).HasKey(static row => row.Id);
        builder.HasIndex(static row => row.EmailKey).IsUnique();
    }

    public void Configure(EntityTypeBuilder<MembershipRow> builder)
    {
        builder.ToTable(Memberships).HasKey(static row => new { row.WorkspaceId, row.PersonId });
        builder.HasIndex(static row => row.PersonId);
    }

    public void Configure(EntityTypeBuilder<SessionRow> builder)
    {
        builder.ToTable("people_sessions").HasKey(static row => row.Id);
        builder.HasIndex(static row => row.TokenHash).IsUnique();
        builder.HasIndex(static row => row.PersonId);
    }

    public void Configure(EntityTypeBuilder<ApiKeyRow> builder)
    {
        builder.ToTable("people_api_keys").HasKey(static row => row.Id);
        builder.HasIndex(static row => row.TokenHash).IsUnique();
        builder.HasIndex(static row => row.WorkspaceId);
    }

    public void Configure(EntityTypeBuilder<InvitationRow> builder)
    {
        builder.ToTable(Invitations).HasKey(static row => row.Id);
        builder.HasIndex(static row => row.TokenHash).IsUnique();
        builder.HasIndex(static row => row.WorkspaceId);
    }

    public void Configure(EntityTypeBuilder<SignInFailuresRow> builder) => builder.ToTable(SignInFailures).HasKey(static row => row.Key);
}
