using Microsoft.Data.Sqlite;
using Npgsql;
using Quartz;

namespace Ledgerbridge.Server.Storage;

/// <summary>
/// Work that comes round by the clock. Quartz keeps the schedule in the same database, so that with several processes each round is run
/// by one of them and taken over by another when that one dies.
/// </summary>
internal static class Schedules
{
    private const string SchedulerName = "ledgerbridge";
    private const int WorkersMax = 8;
    private static readonly TimeSpan CheckIn = TimeSpan.FromSeconds(2);

    /// <summary>Adds the scheduler on the configured database.</summary>
    public static void AddSchedules(this IServiceCollection services, StorageOptions options)
    {
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(static scheduler =>
            {
                scheduler.InstanceName = SchedulerName;
                scheduler.IdleWaitTime = TimeSpan.FromSeconds(1);
            });
            quartz.UseDefaultThreadPool(static pool => pool.MaxConcurrency = WorkersMax);
            quartz.UsePersistentStore(store => Use(store, options));
        });
        services.AddQuartzHostedService(static hosted => hosted.WaitForJobsToComplete = true);
        services.AddHostedService<RecurringJobs>();
    }

    /// <summary>Adds a job that runs every so often, on one process of all.</summary>
    public static void AddRecurringJob<TJob>(this IServiceCollection services, string name, TimeSpan every)
        where TJob : class, IJob =>
        services.AddSingleton(new RecurringJob(JobBuilder.Create<TJob>().WithIdentity(name).Build(), new TriggerKey(name), every));

    private static void Use(IPersistentStoreBuilder store, StorageOptions options)
    {
        store.ProvisionSchema();
        store.UseSystemTextJsonSerializer();
        store.ConfigureStore(static ado =>
        {
            ado.StoreJobDataAsStrings = true;
            ado.AcceptEnlistedTransactions = true;
        });
        if (options.Database == DatabaseKind.Postgres)
        {
            store.UsePostgres(NpgsqlFactory.Instance, options.ConnectionString);
            store.UseClustering(static cluster => (cluster.CheckinInterval, cluster.CheckinMisfireThreshold) = (CheckIn, CheckIn));
        }
        else
        {
            store.UseSqlite(SqliteFactory.Instance, StorageFeature.SqliteConnectionString(options));
        }
    }

    private sealed record RecurringJob(IJobDetail Job, TriggerKey Trigger, TimeSpan Every);

    /// <summary>
    /// Writes the schedule of this version down, and leaves alone what is there already. Once the server serves: nobody who wants a page
    /// waits for it.
    /// </summary>
    private sealed class RecurringJobs(ISchedulerFactory schedulers, IEnumerable<RecurringJob> jobs, TimeProvider time)
        : IHostedLifecycleService
    {
        public async Task StartedAsync(CancellationToken cancellationToken)
        {
            var scheduler = await schedulers.GetScheduler(cancellationToken);
            foreach (var recurring in jobs)
            {
                var known = await scheduler.GetTrigger(recurring.Trigger, cancellationToken) as ISimpleTrigger;
                if (known?.RepeatInterval == recurring.Every)
                {
                    // Whatever a stopped process left behind is not left until the next round.
                    await scheduler.TriggerJob(recurring.Job.Key, cancellationToken: cancellationToken);
                    continue;
                }
                await scheduler.UnscheduleJob(recurring.Trigger, cancellationToken);
                var trigger = TriggerBuilder
                    .Create()
                    .WithIdentity(recurring.Trigger)
                    .StartAt(time.GetUtcNow())
                    .WithSimpleSchedule(schedule => schedule.WithInterval(recurring.Every).RepeatForever())
                    .Build();
                await scheduler.ScheduleJob(recurring.Job, trigger, cancellationToken: cancellationToken);
            }
        }

        public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
