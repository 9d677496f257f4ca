using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ledgerbridge.Server.Storage;

/// <summary>
/// A row of which processes remember copies. Whoever changes one through a context makes everything stale that is remembered of its
/// workspace, in every process: the context moves the workspace's stamp on in the same transaction. Bulk updates and deletes pass the
/// context by: one that touches such rows goes together with a change of another one of the same workspace, made through the context.
/// </summary>
internal interface IRememberedRow
{
    /// <summary>The workspace it tells about.</summary>
    WorkspaceId WorkspaceId { get; }
}

/// <summary>A number that moves on whenever something remembered of the workspace changes.</summary>
internal sealed class StampRow
{
    public WorkspaceId WorkspaceId { get; set; }

    public long Stamp { get; set; }
}

internal sealed class StampTables : IEntityTypeConfiguration<StampRow>
{
    public const string Name = "storage_stamps";

    public void Configure(EntityTypeBuilder<StampRow> builder) => builder.ToTable(Name).HasKey(static row => row.WorkspaceId);
}

/// <summary>Reads stamps. Every request does, several times, so it is one plain statement and no more.</summary>
internal sealed class Stamps(DbDataSource database)
{
    private const string Read = $"SELECT stamp FROM {StampTables.Name} WHERE workspace_id = @workspace";

    /// <summary>The present stamp of a workspace; 0 when nothing was ever changed in it.</summary>
    public async Task<long> ReadAsync(WorkspaceId workspace, CancellationToken ct)
    {
        await using var command = database.CreateCommand(Read);
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("workspace", workspace.Text);
        command.Parameters.Add(parameter);
        return await command.ExecuteScalarAsync(ct) is long stamp ? stamp : 0;
    }
}

/// <summary>
/// Copies of what was read of workspaces, each good until its workspace's stamp moves on. For a handful of values a workspace, all of them
/// read from <see cref="IRememberedRow"/>s.
/// </summary>
internal sealed class Remembered<TKey, TValue>(Stamps stamps)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, (long Stamp, TValue Value)> _copies = new();

    /// <summary>The copy while it is good, otherwise what <paramref name="read"/> reads now.</summary>
    public async Task<TValue> GetAsync(WorkspaceId workspace, TKey key, Func<Task<TValue>> read, CancellationToken ct)
    {
        // The stamp first: what changes between the two makes the copy stale, never wrong for longer.
        var stamp = await stamps.ReadAsync(workspace, ct);
        if (_copies.TryGetValue(key, out var copy) && copy.Stamp == stamp)
            return copy.Value;
        var value = await read();
        _copies[key] = (stamp, value);
        return value;
    }
}
