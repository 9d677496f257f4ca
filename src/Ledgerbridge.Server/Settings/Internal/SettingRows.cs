using Ledgerbridge.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ledgerbridge.Server.Settings.Internal;

/// <summary>One setting.</summary>
internal sealed class SettingRow : IWorkspaceRow, IRememberedRow
{
    public WorkspaceId WorkspaceId { get; set; }

    public SettingScope Scope { get; set; }

    /// <summary>The person or key a personal setting belongs to; empty for all others.</summary>
    public string Owner { get; set; } = "";

    public string Key { get; set; } = "";

    /// <summary>JSON.</summary>
    public string Value { get; set; } = "";

    public DateTimeOffset ChangedAt { get; set; }
}

internal sealed class SettingTables : IEntityTypeConfiguration<SettingRow>
{
    public void Configure(EntityTypeBuilder<SettingRow> builder) =>
        builder
            .ToTable("settings")
            .HasKey(static row => new
            {
                row.WorkspaceId,
                row.Scope,
                row.Owner,
                row.Key,
            });
}

/// <summary>Scope and key in one text.</summary>
internal static class SettingKeys
{
    public static string Of(SettingScope scope, string key) => $"{scope}/{key}";
}
