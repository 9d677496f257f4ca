using Ledgerbridge.Server.Settings;
using Ledgerbridge.Server.Settings.Internal;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Testing;
using Microsoft.EntityFrameworkCore;

namespace Ledgerbridge.IntegrationTests.Storage;

/// <summary>What every writer promises: all of a piece of work or none of it, and nobody is told before it is durable.</summary>
public sealed class WriterTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<DatabaseKind> Databases => new(DatabaseKind.Sqlite, DatabaseKind.Postgres);

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_piece_that_fails_is_undone_alone_however_many_share_its_transaction(DatabaseKind database)
    {
        await using var server = await ServerFixture.StartAsync(database, Ct);
        var (db, workspace) = await server.WorkspaceAsync(Ct);

        var pieces = Enumerable
            .Range(0, 60)
            .Select(i =>
                db.WriteAsync(
                    workspace,
                    async context =>
                    {
                        context.Add(Row(workspace, $"piece-{i:00}-a"));
                        await context.SaveChangesAsync(Ct);
                        if (i % 3 == 0)
                            throw new InvalidTimeZoneException($"piece {i}");
                        context.Add(Row(workspace, $"piece-{i:00}-b"));
                    },
                    Ct
                )
            )
            .ToArray();
        await Task.WhenAll(pieces.Select(static piece => piece.ContinueWith(static _ => { }, TaskScheduler.Default)));

        for (var i = 0; i < pieces.Length; i++)
            Assert.Equal(i % 3 == 0 ? $"piece {i}" : null, pieces[i].Exception?.InnerException?.Message);
        Assert.Equal(
            Enumerable.Range(0, 60).Where(static i => i % 3 != 0).SelectMany(static i => new[] { $"piece-{i:00}-a", $"piece-{i:00}-b" }),
            await KeysAsync(db, workspace)
        );
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task What_was_called_done_is_seen_by_every_other_process_at_once(DatabaseKind database)
    {
        await using var server = await ServerFixture.StartAsync(database, Ct);
        await using var other = await server.StartAnotherAsync(Ct);
        var (db, workspace) = await server.WorkspaceAsync(Ct);
        for (var i = 0; i < 20; i++)
        {
            await db.WriteAsync(workspace, context => Task.FromResult(context.Add(Row(workspace, $"seen-{i:00}"))), Ct);
            Assert.Equal(i + 1, (await KeysAsync(other.Get<Database>(), workspace)).Count);
        }
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Many_callers_in_two_processes_lose_no_addition(DatabaseKind database)
    {
        await using var server = await ServerFixture.StartAsync(database, Ct);
        await using var other = await server.StartAnotherAsync(Ct);
        var (db, workspace) = await server.WorkspaceAsync(Ct);
        await db.WriteAsync(workspace, context => Task.FromResult(context.Add(Row(workspace, "sum"))), Ct);

        await Task.WhenAll(
            Enumerable
                .Range(0, 200)
                .Select(i =>
                    (i % 2 == 0 ? db : other.Get<Database>()).WriteAsync(
                        workspace,
                        async context =>
                        {
                            var row = await context.Locked<SettingRow>("settings", "key", "sum").SingleAsync(Ct);
                            row.Value = (int.Parse(row.Value) + 1).ToString();
                        },
                        Ct
                    )
                )
        );

        Assert.Equal(
            "200",
            await db.ReadAsync(
                workspace,
                context => context.Rows<SettingRow>().Where(static r => r.Key == "sum").Select(static r => r.Value).SingleAsync(Ct)
            )
        );
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Work_of_a_caller_that_left_before_it_was_queued_is_not_done_and_later_it_is(DatabaseKind database)
    {
        await using var server = await ServerFixture.StartAsync(database, Ct);
        var (db, workspace) = await server.WorkspaceAsync(Ct);
        using var caller = new CancellationTokenSource();
        var begun = new TaskCompletionSource();
        var goOn = new TaskCompletionSource();
        var write = db.WriteAsync(
            workspace,
            async context =>
            {
                context.Add(Row(workspace, "begun"));
                begun.SetResult();
                await goOn.Task;
            },
            caller.Token
        );
        await begun.Task;

        await caller.CancelAsync();
        goOn.SetResult();
        await write;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            db.WriteAsync(workspace, context => Task.FromResult(context.Add(Row(workspace, "left"))), caller.Token)
        );

        Assert.Equal(["begun"], await KeysAsync(db, workspace));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_context_is_clean_for_the_next_piece_after_one_that_failed(DatabaseKind database)
    {
        await using var server = await ServerFixture.StartAsync(database, Ct);
        var (db, workspace) = await server.WorkspaceAsync(Ct);
        await Assert.ThrowsAsync<InvalidTimeZoneException>(() =>
            db.WriteAsync(
                workspace,
                context =>
                {
                    context.Add(Row(workspace, "never"));
                    throw new InvalidTimeZoneException();
                },
                Ct
            )
        );

        await db.WriteAsync(workspace, context => Task.FromResult(context.Add(Row(workspace, "after"))), Ct);

        Assert.Equal(["after"], await KeysAsync(db, workspace));
    }

    [Fact]
    public async Task On_SQLite_a_commit_that_fails_is_told_to_all_who_shared_it_and_none_of_it_is_there()
    {
        await using var server = await ServerFixture.StartAsync(DatabaseKind.Sqlite, Ct);
        var (db, workspace) = await server.WorkspaceAsync(Ct);
        // A rule that is looked at when the transaction ends, and not before.
        await db.ReadAllAsync(context =>
            context.Database.ExecuteSqlRawAsync(
                "CREATE TABLE parents (id INTEGER PRIMARY KEY); "
                    + "CREATE TABLE orphans (parent INTEGER REFERENCES parents(id) DEFERRABLE INITIALLY DEFERRED)",
                Ct
            )
        );
        var hold = new TaskCompletionSource();
        var begun = new TaskCompletionSource();
        var first = db.WriteAsync(
            workspace,
            _ =>
            {
                begun.SetResult();
                return hold.Task;
            },
            Ct
        );
        await begun.Task;
        var pieces = Enumerable
            .Range(0, 5)
            .Select(i =>
                db.WriteAsync(
                    workspace,
                    async context =>
                    {
                        context.Add(Row(workspace, $"shared-{i}"));
                        if (i == 2)
                            await context.Database.ExecuteSqlRawAsync("INSERT INTO orphans VALUES (1)", Ct);
                    },
                    Ct
                )
            )
            .ToArray();

        hold.SetResult();
        await first;

        foreach (var piece in pieces)
            await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => piece);
        Assert.Empty(await KeysAsync(db, workspace));
        await db.WriteAsync(workspace, context => Task.FromResult(context.Add(Row(workspace, "after"))), Ct);
        Assert.Equal(["after"], await KeysAsync(db, workspace));
    }

    [Fact]
    public async Task On_SQLite_work_is_done_in_the_order_in_which_it_came_and_what_is_queued_at_the_end_is_written()
    {
        await using var server = await ServerFixture.StartAsync(DatabaseKind.Sqlite, Ct);
        var (db, workspace) = await server.WorkspaceAsync(Ct);
        await using var other = await server.StartAnotherAsync(Ct);
        var order = new List<int>();
        var hold = new TaskCompletionSource();
        var first = other.Get<Database>().WriteAsync(workspace, _ => hold.Task, Ct);
        var pieces = Enumerable
            .Range(0, 200)
            .Select(i =>
                other
                    .Get<Database>()
                    .WriteAsync(
                        workspace,
                        context =>
                        {
                            order.Add(i);
                            context.Add(Row(workspace, $"queued-{i:000}"));
                            return Task.CompletedTask;
                        },
                        Ct
                    )
            )
            .ToArray();

        var closed = other.DisposeAsync().AsTask();
        hold.SetResult();
        await closed;

        await Task.WhenAll([first, .. pieces]);
        Assert.Equal(Enumerable.Range(0, 200), order);
        Assert.Equal(200, (await KeysAsync(db, workspace)).Count);
        await Assert.ThrowsAnyAsync<InvalidOperationException>(() =>
            other.Get<Database>().WriteAsync(workspace, _ => Task.CompletedTask, Ct)
        );
    }

    private static SettingRow Row(WorkspaceId workspace, string key) =>
        new()
        {
            WorkspaceId = workspace,
            Scope = SettingScope.Workspace,
            Owner = "test",
            Key = key,
            Value = "0",
        };

    private static Task<List<string>> KeysAsync(Database db, WorkspaceId workspace) =>
        db.ReadAsync(
            workspace,
            context =>
                context
                    .Rows<SettingRow>()
                    .Where(static row => row.Owner == "test")
                    .Select(static row => row.Key)
                    .OrderBy(static k => k)
                    .ToListAsync(Ct)
        );
}
