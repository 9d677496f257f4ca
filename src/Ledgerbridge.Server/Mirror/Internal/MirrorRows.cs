using Ledgerbridge.Sage;
using Ledgerbridge.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ledgerbridge.Server.Mirror.Internal;

/// <summary>The local copy of a contact.</summary>
internal sealed class ContactCopyRow : IWorkspaceRow
{
    public WorkspaceId WorkspaceId { get; set; }

    public string BusinessId { get; set; } = "";

    /// <summary>Sage's id.</summary>
    public string ContactId { get; set; } = "";

    public ContactKind Kind { get; set; }

    /// <summary>Name, reference and e-mail in small letters: what is searched.</summary>
    public string SearchText { get; set; } = "";

    /// <summary>The name in small letters: what is sorted by.</summary>
    public string NameKey { get; set; } = "";

    public string Reference { get; set; } = "";

    /// <summary>In small letters.</summary>
    public string Email { get; set; } = "";

    public bool Listed { get; set; }

    /// <summary>JSON.</summary>
    public string Content { get; set; } = "";

    public DateTimeOffset ReadAt { get; set; }
}

/// <summary>How far the copies of a resource have come.</summary>
internal sealed class CursorRow : IWorkspaceRow
{
    public WorkspaceId WorkspaceId { get; set; }

    public string BusinessId { get; set; } = "";

    /// <summary>Such as <c>contacts</c>.</summary>
    public string Resource { get; set; } = "";

    /// <summary>Everything changed before this moment has been read.</summary>
    public DateTimeOffset Position { get; set; }

    public DateTimeOffset FinishedAt { get; set; }
}

internal sealed class MirrorTables : IEntityTypeConfiguration<ContactCopyRow>, IEntityTypeConfiguration<CursorRow>
{
    public void Configure(EntityTypeBuilder<ContactCopyRow> builder)
    {
        builder
            .ToTable("mirror_contacts")
            .HasKey(static row => new
            {
                row.WorkspaceId,
                row.BusinessId,
                row.ContactId,
            });
        builder.HasIndex(static row => new
        {
            row.WorkspaceId,
            row.BusinessId,
            row.NameKey,
            row.ContactId,
        });
    }

    public void Configure(EntityTypeBuilder<CursorRow> builder) =>
        builder
            .ToTable("mirror_cursors")
            .HasKey(static row => new
            {
                row.WorkspaceId,
                row.BusinessId,
                row.Resource,
            });
}
