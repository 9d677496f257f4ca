using System.Collections.Frozen;
using System.Data.Common;
using System.Diagnostics;
using Ledgerbridge.Server.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Ledgerbridge.IntegrationTests.World;

/// <summary>
/// What goes wrong between a server and its database. Every command and both sides of every commit are a moment; moments are counted from
/// when they were planned, and at planned ones the database fails or the whole process ends, as by a power cut. Between two moments lies
/// everything else a server does, so a process that dies at each of them dies at every instruction that matters.
/// </summary>
internal sealed class Mishaps
{
    private Plan _plan = new(kill: 0, FrozenSet<int>.Empty);

    /// <summary>Plans anew and begins to count.</summary>
    /// <param name="kill">The moment at which the process ends; 0 for none.</param>
    /// <param name="fails">The moments at which the database fails.</param>
    public void Arm(int kill, IEnumerable<int> fails) => _plan = new Plan(kill, fails.ToFrozenSet());

    /// <summary>How many moments went by since they were planned.</summary>
    public int Passed => _plan.Passed;

    /// <summary>Lets these mishaps happen to whatever database a server has.</summary>
    public void Join(IServiceCollection services)
    {
        services.ConfigureDbContext<SqliteLedgerDb>(Configure);
        services.ConfigureDbContext<PostgresLedgerDb>(Configure);

        void Configure(DbContextOptionsBuilder db) => db.AddInterceptors(new MishapsAtCommands(this), new MishapsAtCommits(this));
    }

    /// <summary>A moment goes by, or does not.</summary>
    public void Pass(string where)
    {
        var plan = _plan;
        var moment = Interlocked.Increment(ref plan.Passed);
        if (moment == plan.Kill)
            Process.GetCurrentProcess().Kill();
        if (plan.Fails.Contains(moment))
            throw new PlannedDatabaseException(where);
    }

    private sealed class Plan(int kill, FrozenSet<int> fails)
    {
        public int Passed;

        public int Kill { get; } = kill;

        public FrozenSet<int> Fails { get; } = fails;
    }
}

/// <summary>What a planned failure of the database looks like to the server.</summary>
internal sealed class PlannedDatabaseException(string where) : DbException($"The database failed {where}, as planned.");

/// <summary>Lets mishaps happen at commands.</summary>
internal sealed class MishapsAtCommands(Mishaps mishaps) : DbCommandInterceptor
{
    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    ) => Pass(result);

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    ) => Pass(result);

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<object> result,
        CancellationToken cancellationToken = default
    ) => Pass(result);

    private ValueTask<T> Pass<T>(T result)
    {
        mishaps.Pass("before a command");
        return ValueTask.FromResult(result);
    }
}

/// <summary>Lets mishaps happen before commits, and after them: then all is kept and the server is told that nothing was.</summary>
internal sealed class MishapsAtCommits(Mishaps mishaps) : DbTransactionInterceptor
{
    public override ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction,
        TransactionEventData eventData,
        InterceptionResult result,
        CancellationToken cancellationToken = default
    )
    {
        mishaps.Pass("before a commit");
        return ValueTask.FromResult(result);
    }

    public override Task TransactionCommittedAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        mishaps.Pass("after a commit");
        return Task.CompletedTask;
    }
}
