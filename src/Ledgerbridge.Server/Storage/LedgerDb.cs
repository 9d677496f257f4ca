using System.Reflection;
using Ledgerbridge.Kernel;
using Ledgerbridge.Server.Storage.Internal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Ledgerbridge.Server.Storage;

/// <summary>A row that belongs to one workspace and is invisible to all others.</summary>
internal interface IWorkspaceRow
{
    WorkspaceId WorkspaceId { get; }
}

/// <summary>
/// The one model on both databases. Features bring their own tables (<c>IEntityTypeConfiguration</c> in their folder). Rows of other
/// workspaces than <see cref="Workspace"/> cannot be read or written through a context.
/// </summary>
internal abstract class LedgerDb(DbContextOptions options) : DbContext(options)
{
    private const string MoveStamp =
        $"INSERT INTO {StampTables.Name} (workspace_id, stamp) VALUES ({{0}}, 1) "
        + $"ON CONFLICT (workspace_id) DO UPDATE SET stamp = {StampTables.Name}.stamp + 1";

    private static readonly MethodInfo HideOtherWorkspaces = typeof(LedgerDb).GetMethod(
        nameof(Hide),
        BindingFlags.NonPublic | BindingFlags.Instance
    )!;

    /// <summary>The workspace this context works for; without one it sees no workspace's rows.</summary>
    public WorkspaceId? Workspace { get; set; }

    /// <summary>True for the few tasks that look after all workspaces: keeping grants alive, recovery, sign-in.</summary>
    public bool AllWorkspaces { get; set; }

    /// <summary>
    /// The rows of a table that this context may see. The filter is left away, rather than made to let everything through, for the tasks
    /// that see all: a condition that is sometimes always true keeps both databases from using their indexes.
    /// </summary>
    public IQueryable<TRow> Rows<TRow>()
        where TRow : class => AllWorkspaces ? Set<TRow>().IgnoreQueryFilters() : Set<TRow>();

    /// <summary>Forgets whom it worked for, so that a pooled context cannot carry one workspace into the next request.</summary>
    public void Reset() => (Workspace, AllWorkspaces) = (null, false);

    /// <inheritdoc />
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        var touched = GuardWorkspace();
        var saved = base.SaveChanges(acceptAllChangesOnSuccess);
        foreach (var workspace in touched)
            Database.ExecuteSqlRaw(MoveStamp, workspace.Text);
        return saved;
    }

    /// <inheritdoc />
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var touched = GuardWorkspace();
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        foreach (var workspace in touched)
            await Database.ExecuteSqlRawAsync(MoveStamp, [workspace.Text], cancellationToken);
        return saved;
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(LedgerDb).Assembly);
        foreach (var type in modelBuilder.Model.GetEntityTypes().Where(static t => typeof(IWorkspaceRow).IsAssignableFrom(t.ClrType)))
            HideOtherWorkspaces.MakeGenericMethod(type.ClrType).Invoke(this, [modelBuilder]);
        SnakeCaseNames.ApplyTo(modelBuilder.Model);
    }

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
        configurationBuilder.Properties<WorkspaceId>().HaveConversion<IdConverter<Ids.Workspace>>();
        configurationBuilder.Properties<PersonId>().HaveConversion<IdConverter<Ids.Person>>();
        configurationBuilder.Properties<SessionId>().HaveConversion<IdConverter<Ids.Session>>();
        configurationBuilder.Properties<ApiKeyId>().HaveConversion<IdConverter<Ids.ApiKey>>();
        configurationBuilder.Properties<InvitationId>().HaveConversion<IdConverter<Ids.Invitation>>();
        configurationBuilder.Properties<ConnectionId>().HaveConversion<IdConverter<Ids.Connection>>();
        configurationBuilder.Properties<PostingId>().HaveConversion<IdConverter<Ids.Posting>>();
        configurationBuilder.Properties<StoreId>().HaveConversion<IdConverter<Ids.Store>>();
        configurationBuilder.Properties<RunId>().HaveConversion<IdConverter<Ids.Run>>();
        configurationBuilder.Properties<AuditEntryId>().HaveConversion<IdConverter<Ids.AuditEntry>>();
        configurationBuilder.Properties<AlertId>().HaveConversion<IdConverter<Ids.Alert>>();
        configurationBuilder.Properties<AlertDeliveryId>().HaveConversion<IdConverter<Ids.AlertDelivery>>();
    }

    private void Hide<TRow>(ModelBuilder model)
        where TRow : class, IWorkspaceRow
    {
        model.Entity<TRow>().HasQueryFilter(row => row.WorkspaceId == Workspace);
        // Changes name the workspace too, so that an id of another workspace's row finds nothing to change.
        model.Entity<TRow>().Property(static row => row.WorkspaceId).IsConcurrencyToken();
    }

    /// <summary>Refuses rows of other workspaces; returns the workspaces of which something remembered is about to change.</summary>
    private HashSet<WorkspaceId> GuardWorkspace()
    {
        var touched = new HashSet<WorkspaceId>();
        foreach (var entry in ChangeTracker.Entries())
        {
            if (entry.State == EntityState.Unchanged)
                continue;
            if (!AllWorkspaces && entry.Entity is IWorkspaceRow row && row.WorkspaceId != Workspace)
                throw new InvalidOperationException($"A {entry.Metadata.ShortName()} of another workspace was about to be written.");
            if (entry.Entity is IRememberedRow remembered)
                touched.Add(remembered.WorkspaceId);
        }
        return touched;
    }

    private sealed class UtcConverter()
        : ValueConverter<DateTimeOffset, DateTime>(
            at => at.UtcDateTime,
            stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc))
        );

    private sealed class IdConverter<TKind>() : ValueConverter<Id<TKind>, string>(id => id.Text, text => Id<TKind>.Parse(text))
        where TKind : IIdKind;
}

/// <summary>The model on SQLite, with its own migrations.</summary>
internal sealed class SqliteLedgerDb(DbContextOptions<SqliteLedgerDb> options) : LedgerDb(options);

/// <summary>The model on PostgreSQL, with its own migrations.</summary>
internal sealed class PostgresLedgerDb(DbContextOptions<PostgresLedgerDb> options) : LedgerDb(options);
