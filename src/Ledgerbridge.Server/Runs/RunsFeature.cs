using Ledgerbridge.Server.Runs.Internal;
using Ledgerbridge.Server.Storage;
using Ledgerbridge.Server.Stores;

namespace Ledgerbridge.Server.Runs;

/// <summary>The durable work on the events of shops.</summary>
internal static class RunsFeature
{
    private static readonly TimeSpan ForgetEvery = TimeSpan.FromDays(1);

    /// <summary>Adds the feature.</summary>
    public static void AddRuns(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<RunIntake>();
        services.AddSingleton<IStoreRuns>(static provider => provider.GetRequiredService<RunIntake>());
        services.AddSingleton<RunDocuments>();
        services.AddSingleton<RunDocumentSweep>();
        services.AddRecurringJob<RunDocumentSweep>("runs.documents", ForgetEvery);
        services.AddSingleton<RunLinks>();
        services.AddSingleton<RunFacts>();
        services.AddSingleton<RunPlanning>();
        services.AddSingleton<RunExecution>();
        services.AddSingleton<RunMissing>();
        services.AddSingleton<RunWorker>();
        services.AddSingleton<RunReports>();
        services.AddSingleton<RunTelling>();
        services.AddSingleton<RunUndoing>();
        services.AddSingleton<RunQueries>();
        services.AddSingleton<RunHealth>();
        services.AddSingleton<RunTallies>();
        services.AddSingleton<SoldDocuments>();
        services.AddSingleton<RunOperations>();
        services.AddSingleton<ReplayLookups>();
        services.AddSingleton<PolicyPreviews>();
        services.AddSingleton<RunSignals>();
        services.AddSingleton<RunLanes>();
        services.AddSingleton<IRunSignal>(static provider => provider.GetRequiredService<RunSignals>());
        var storage = configuration.GetSection(StorageOptions.Section).Get<StorageOptions>() ?? new StorageOptions();
        if (!storage.RunSchedules)
            return;
        services.AddHostedService<RunLanesService>();
        services.AddHostedService<RunTellingService>();
    }

    /// <summary>Maps the feature's routes below <c>/api</c>.</summary>
    public static void MapRuns(this IEndpointRouteBuilder api) => RunEndpoints.Map(api);
}
