using Ledgerbridge.Server.Storage;
using Ledgerbridge.Testing;

namespace Ledgerbridge.IntegrationTests.Storage;

/// <summary>Locks by name, held against other processes and freed by the death of their holder.</summary>
public sealed class ProcessLockTests
{
    private const string Name = "refresh:con_test";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<DatabaseKind> Databases => new(DatabaseKind.Sqlite, DatabaseKind.Postgres);

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task One_process_of_two_holds_a_lock_and_a_killed_one_no_longer(DatabaseKind database)
    {
        await using var server = await ServerFixture.StartAsync(database, Ct);
        using var other = await OtherProcess.StartAsync(server, Ct);
        var locks = server.Get<ProcessLocks>();

        await using (var held = await locks.TryTakeAsync(Name, Ct))
        {
            Assert.NotNull(held);
            Assert.False(await other.TryTakeAsync(Name, Ct));
            Assert.True(await other.TryTakeAsync("another-name", Ct));
        }
        Assert.True(await other.TryTakeAsync(Name, Ct));
        Assert.Null(await locks.TryTakeAsync(Name, Ct));
        Assert.Null(await locks.TakeAsync(Name, TimeSpan.FromMilliseconds(30), Ct));

        var waiting = locks.TakeAsync(Name, TimeSpan.FromSeconds(30), Ct);
        Assert.False(waiting.IsCompleted);
        await other.KillAsync(Ct);

        await using var freed = await waiting;
        Assert.NotNull(freed);
    }

    [Fact]
    public async Task With_SQLite_the_file_of_a_lock_goes_with_it_and_one_of_a_killed_process_with_the_next()
    {
        await using var server = await ServerFixture.StartAsync(Ct);
        using var other = await OtherProcess.StartAsync(server, Ct);
        var locks = server.Get<ProcessLocks>();
        string[] Files() => Directory.GetFiles(Path.Combine(server.Place.Folder, "locks"));
        var before = Files();

        await using (await locks.TryTakeAsync(Name, Ct))
            Assert.Single(Files().Except(before));
        Assert.Equal(before.Order(), Files().Order());

        Assert.True(await other.TryTakeAsync(Name, Ct));
        await other.KillAsync(Ct);
        Assert.NotEmpty(Files().Except(before));
        await (await locks.TakeAsync(Name, TimeSpan.FromSeconds(30), Ct))!.DisposeAsync();
        Assert.Empty(Files().Except(before));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task What_is_done_under_a_lock_in_two_processes_is_done_one_after_the_other(DatabaseKind database)
    {
        await using var server = await ServerFixture.StartAsync(database, Ct);
        using var one = await OtherProcess.StartAsync(server, Ct);
        using var two = await OtherProcess.StartAsync(server, Ct);
        var file = Path.Combine(server.Place.Folder, "count");
        await File.WriteAllTextAsync(file, "0", Ct);

        await Task.WhenAll(one.CountAsync(Name, file, 100, Ct), two.CountAsync(Name, file, 100, Ct));

        Assert.Equal("200", await File.ReadAllTextAsync(file, Ct));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task In_one_process_who_came_first_is_served_first_and_nobody_is_in_twice(DatabaseKind database)
    {
        await using var server = await ServerFixture.StartAsync(database, Ct);
        var locks = server.Get<ProcessLocks>();
        var served = new List<int>();
        var first = await locks.TakeAsync(Name, TimeSpan.Zero, Ct);
        var waiting = Enumerable.Range(0, 20).Select(ServeAsync).ToArray();

        await first!.DisposeAsync();
        await first.DisposeAsync();
        await Task.WhenAll(waiting);

        Assert.Equal(Enumerable.Range(0, 20), served);

        async Task ServeAsync(int number)
        {
            await using var held = await locks.TakeAsync(Name, TimeSpan.FromSeconds(30), Ct);
            served.Add(number);
        }
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Giving_up_waiting_leaves_the_lock_to_the_others(DatabaseKind database)
    {
        await using var server = await ServerFixture.StartAsync(database, Ct);
        var locks = server.Get<ProcessLocks>();
        using var caller = new CancellationTokenSource();
        var first = await locks.TakeAsync(Name, TimeSpan.Zero, Ct);
        var leaving = locks.TakeAsync(Name, TimeSpan.FromSeconds(30), caller.Token);
        var staying = locks.TakeAsync(Name, TimeSpan.FromSeconds(30), Ct);

        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaving);
        await first!.DisposeAsync();

        await using var held = await staying;
        Assert.NotNull(held);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Whether_another_process_still_runs_is_known_at_once(DatabaseKind database)
    {
        await using var server = await ServerFixture.StartAsync(database, Ct);
        var other = await server.StartAnotherAsync(Ct);
        var (me, name) = (server.Get<Instance>(), other.Get<Instance>().Name);

        Assert.NotEqual(me.Name, name);
        Assert.True(await me.IsAliveAsync(name, Ct));
        Assert.True(await me.IsAliveAsync(me.Name, Ct));
        await other.DisposeAsync();
        Assert.False(await me.IsAliveAsync(name, Ct));
    }

    [Fact]
    public async Task Held_locks_leave_PostgreSQL_connections_for_the_work_that_is_done_under_them()
    {
        await using var server = await ServerFixture.StartAsync(DatabaseKind.Postgres, Ct);
        var locks = server.Get<ProcessLocks>();
        var held = new List<IAsyncDisposable>();
        // With the one by which the process shows that it lives: as many as the pool of the tests has connections.
        for (var i = 0; i < 39; i++)
            held.Add((await locks.TryTakeAsync($"lane:{i}", Ct))!);

        Assert.Empty(await server.ConnectionRowsAsync(Ct).WaitAsync(TimeSpan.FromSeconds(10), Ct));

        foreach (var one in held)
            await one.DisposeAsync();
    }
}
