using System.Reflection;
using Ledgerbridge.Kernel;
using Ledgerbridge.Server;
using Ledgerbridge.Server.Mirror.Internal;
using Ledgerbridge.Server.People.Internal;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Ledgerbridge.IntegrationTests.Storage;

/// <summary>For every type of row there is: a context of one workspace neither sees nor writes another's.</summary>
public sealed class WorkspaceIsolationTests
{
    /// <summary>The rows that belong to no workspace, and why.</summary>
    private static readonly Dictionary<Type, string> WithoutWorkspace = new()
    {
        [typeof(WorkspaceRow)] = "it is the workspace",
        [typeof(PersonRow)] = "a person may belong to several workspaces",
        [typeof(SessionRow)] = "a browser is signed in before the workspace is known",
        [typeof(StampRow)] = "it is a number, read by requests whose key is not yet known to be good",
        [typeof(WordRow)] = "it only leads to a copy, which belongs to one, and is looked for by the number of a workspace's feed",
        [typeof(SignInFailuresRow)] = "it counts attempts of people who are not signed in",
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_type_of_row_belongs_to_a_workspace_or_is_listed_with_a_reason()
    {
        await using var server = await ServerFixture.StartAsync(Ct);
        var types = await server
            .Get<Database>()
            .ReadAllAsync(static db => Task.FromResult(db.Model.GetEntityTypes().Select(static t => t.ClrType).ToList()));

        Assert.Equal(
            WithoutWorkspace.Keys.OrderBy(static type => type.Name),
            types.Where(static type => !typeof(IWorkspaceRow).IsAssignableFrom(type)).OrderBy(static type => type.Name)
        );
        Assert.True(types.Count > 12);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task No_row_of_another_workspace_can_be_read_added_changed_or_removed(DatabaseKind database)
    {
        await using var server = await ServerFixture.StartAsync(database, Ct);
        var db = server.Get<Database>();
        var model = await db.ReadAllAsync(static context => Task.FromResult(context.Model.GetEntityTypes().ToList()));
        foreach (var type in model.Where(static type => typeof(IWorkspaceRow).IsAssignableFrom(type.ClrType)))
        {
            var check = typeof(WorkspaceIsolationTests).GetMethod(nameof(CheckAsync), BindingFlags.NonPublic | BindingFlags.Static)!;
            await (Task)check.MakeGenericMethod(type.ClrType).Invoke(null, [db, server.Get<Ids>(), type])!;
        }
    }

    private static async Task CheckAsync<TRow>(Database db, Ids ids, IEntityType type)
        where TRow : class, IWorkspaceRow
    {
        var (mine, theirs) = (ids.New<Ids.Workspace>(), ids.New<Ids.Workspace>());
        await db.WriteAsync(theirs, context => Task.FromResult(context.Add(Row<TRow>(ids, type, theirs))), Ct);

        Assert.Equal(1, await db.ReadAsync(theirs, static context => context.Rows<TRow>().CountAsync(Ct)));
        Assert.Equal(0, await db.ReadAsync(mine, static context => context.Rows<TRow>().CountAsync(Ct)));
        Assert.Equal(0, await db.ReadAsync(mine, static context => context.Set<TRow>().CountAsync(Ct)));
        await RefusedAsync(db, mine, context => context.Add(Row<TRow>(ids, type, theirs)));
        var stored = await db.ReadAsync(theirs, static context => context.Rows<TRow>().AsNoTracking().SingleAsync(Ct));
        await RefusedAsync(db, mine, context => context.Update(stored));
        await RefusedAsync(db, mine, context => context.Remove(stored));
        Assert.Equal(0, await db.WriteAsync(mine, static context => context.Rows<TRow>().ExecuteDeleteAsync(Ct), Ct));
        // One who forges the owner changes nothing either: the row is looked for with the workspace it is said to be in.
        var owner = typeof(TRow).GetProperty(nameof(IWorkspaceRow.WorkspaceId))!;
        owner.SetValue(stored, mine);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() =>
            db.WriteAsync(mine, context => Task.FromResult(context.Remove(stored)), Ct)
        );
        Assert.Equal(1, await db.ReadAsync(theirs, static context => context.Rows<TRow>().CountAsync(Ct)));
    }

    private static async Task RefusedAsync(Database db, WorkspaceId mine, Action<LedgerDb> act)
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            db.WriteAsync(
                mine,
                context =>
                {
                    act(context);
                    return Task.CompletedTask;
                },
                Ct
            )
        );
        Assert.Contains("another workspace", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>A row with an id wherever there has to be one, and nothing else.</summary>
    private static TRow Row<TRow>(Ids ids, IEntityType type, WorkspaceId workspace)
        where TRow : class
    {
        var row = Activator.CreateInstance<TRow>();
        foreach (var property in type.GetProperties().Select(static property => property.PropertyInfo!))
        {
            if (property.Name == nameof(IWorkspaceRow.WorkspaceId))
                property.SetValue(row, workspace);
            else if (property.PropertyType is { IsGenericType: true } id && id.GetGenericTypeDefinition() == typeof(Id<>))
                property.SetValue(row, NewId(ids, id.GetGenericArguments()[0]));
            else if (property.PropertyType.IsEnum)
                property.SetValue(row, Enum.GetValues(property.PropertyType).GetValue(0));
            else if (property.PropertyType == typeof(string))
                property.SetValue(row, workspace.Text);
        }
        return row;
    }

    private static object NewId(Ids ids, Type kind) => typeof(Ids).GetMethod(nameof(Ids.New))!.MakeGenericMethod(kind).Invoke(ids, null)!;
}
